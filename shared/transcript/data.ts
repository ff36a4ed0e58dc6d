import { Parser } from 'htmlparser2';
import { ProblemError } from '../model/problem.ts';
import type { Data } from './utterances.ts';

/** `JSON` or `XML` where a text is that and nothing else; null = it is words. */
export function dataKind(text: string): 'JSON' | 'XML' | null {
  const start = text.slice(0, 2_000).trimStart();
  if (/^[{[]/.test(start) && jsonIn(text) !== undefined) return 'JSON';
  if (/^<\?xml\s/i.test(start))
    return /<html\b/i.test(start) || /<!doctype\s+html/i.test(start) ? null : 'XML';
  // A root element that declares its vocabulary; words in angle brackets do not.
  return /^<([\w:-]+)(?=[\s>])[^<>]{0,1500}\sxmlns(:\w+)?=/.test(start) && !/^<html\b/i.test(start)
    ? 'XML'
    : null;
}

/** Whether it is the project of a program for qualitative analysis (REFI-QDA), outside of its zip. */
export function isProject(text: string): boolean {
  return /<(\w+:)?(Project|CodeBook)\b[^<>]{0,500}QDA-XML/.test(text.slice(0, 4_000));
}

/** What a text of data holds; null = it cannot be told. XML becomes things with their attributes and `text`. */
export function dataIn(name: string, text: string): Data | null {
  const json = /^\s*[{[]/.test(text.slice(0, 2_000)) ? jsonIn(text) : undefined;
  return json === undefined ? xmlIn(name, text) : json;
}

/** One value, or one a line (JSON Lines); undefined = it is no JSON. Deep nesting is refused before it is parsed. */
function jsonIn(text: string): Data | undefined {
  if (isDeep(text)) return undefined;
  const whole = parsed(text);
  if (typeof whole === 'object' && whole !== null) return whole;
  if (whole !== undefined) return undefined;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2) return undefined;
  const values: Data[] = [];
  for (const line of lines) {
    const value = /^\s*\{/.test(line) ? parsed(line) : undefined;
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

function parsed(text: string): Data | undefined {
  try {
    return JSON.parse(text) as Data;
  } catch {
    return undefined;
  }
}

const DEEPEST = 500;

/** Brackets inside of words count too: nobody's words have so many. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x5b || unit === 0x7b) depth++;
    else if (unit === 0x5d || unit === 0x7d) depth--;
    if (depth > DEEPEST) return true;
  }
  return false;
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
