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

/** Whether it is the project of a program for qualitative analysis in the exchange format that they share, outside of its zip. */
export function isProject(text: string): boolean {
  return /<(\w+:)?(Project|CodeBook)\b[^<>]{0,500}QDA-XML/.test(text.slice(0, 4_000));
}

/** One value, or one a line (JSON Lines); undefined = it is no JSON. Deep nesting is refused before it is parsed. */
export function jsonIn(text: string): Data | undefined {
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

/** Data is nested so deep at most. */
export const DEEPEST = 500;

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

/** Whether XML is timed text. */
export function isTimedText(text: string): boolean {
  return /<(\w+:)?tt[\s>]/.test(text.slice(0, 4_000));
}
