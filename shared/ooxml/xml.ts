import { Parser } from 'htmlparser2';
import { ProblemError } from '../model/problem.ts';
import { checkXml } from './check-xml.ts';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandler {
  /** Names come without their prefix: some programs write `x:row`. */
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** A part of a spreadsheet, larger than which nothing is read. Bytes. */
const MOST_BYTES = 40 * 1024 * 1024;

/**
 * Goes through an XML part of a spreadsheet, which was checked first: its size and depth, and that it defines no words
 * of its own (entities). Nothing is fetched.
 * @throws ProblemError `xlsx-broken`, `file-hostile`, `file-too-large`
 */
export function walkXml(name: string, content: Uint8Array, handler: XmlHandler): void {
  if (content.length > MOST_BYTES)
    throw new ProblemError('file-too-large', { name, limit: MOST_BYTES / 1024 / 1024 });
  checkXml(name, content, 'xlsx-broken');
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => handler.open?.(local(tag), attributes),
      ontext: (text) => handler.text?.(text),
      onclosetag: (tag) => handler.close?.(local(tag)),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(new TextDecoder().decode(content));
}

/** An attribute, whatever its prefix: `r:id`, `rel:id`. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  if (Object.hasOwn(attributes, name)) return attributes[name];
  const key = Object.keys(attributes).find((one) => one.endsWith(`:${name}`));
  return key === undefined ? undefined : attributes[key];
}

function local(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1);
}
