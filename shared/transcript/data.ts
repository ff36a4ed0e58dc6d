import { Parser } from 'htmlparser2';
import { ProblemError } from '../model/problem.ts';
import { DEEPEST, jsonIn } from './data-kind.ts';
import type { Data } from './utterances.ts';

/** What a text of data holds; null = it cannot be told. XML becomes things with their attributes and `text`. */
export function dataIn(name: string, text: string): Data | null {
  const json = /^\s*[{[]/.test(text.slice(0, 2_000)) ? jsonIn(text) : undefined;
  return json === undefined ? xmlIn(name, text) : json;
}

interface Thing {
  [key: string]: Data;
  text: string;
}

/** The elements of XML; undeclared entities are not followed. Attributes and children go by their local names. */
function xmlIn(name: string, text: string): Data {
  if (/<!DOCTYPE[^>]{0,2000}\[/i.test(text.slice(0, 10_000)))
    throw new ProblemError('file-hostile', { name, reason: 'doctype' });
  const root: Thing = { text: '' };
  const open: Thing[] = [root];
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        if (open.length > DEEPEST) throw new ProblemError('file-hostile', { name, reason: 'depth' });
        const key = local(tag);
        const parent = open.at(-1) ?? root;
        if (key === 'br') {
          parent.text += '\n';
          open.push({ text: '' });
          return;
        }
        const thing: Thing = { text: '' };
        for (const [attribute, value] of Object.entries(attributes))
          if (local(attribute) !== 'text') thing[`${local(attribute)}`] = value;
        const list = `<${key}>`;
        const before = Object.hasOwn(parent, list) ? parent[list] : undefined;
        if (Array.isArray(before)) (before as Data[]).push(thing);
        else parent[list] = [thing];
        open.push(thing);
      },
      ontext: (words) => {
        // Words inside of marks (`<span>`) are the words around them too.
        const one = open.at(-1);
        if (one) one.text += words;
      },
      onclosetag: (tag) => {
        const closed = open.pop();
        const parent = open.at(-1);
        if (closed && parent && INSIDE.test(local(tag))) parent.text += closed.text;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return root;
}

/** Elements inside of words. */
const INSIDE = /^(span|b|i|u|em|strong|font|w|word|s|ruby|rb)$/i;

function local(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1);
}
