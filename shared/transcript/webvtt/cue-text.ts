import { decodeHTML } from 'entities';
import { timestamp } from './file.ts';

/** A piece of a cue's text (W3C WebVTT 6.5, "WebVTT Node Objects"). */
export type CueNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'timestamp'; readonly seconds: number }
  | CueElement;

export interface CueElement {
  readonly kind: 'element';
  readonly tag: Tag;
  readonly classes: readonly string[];
  /** Of a voice: who speaks. Of a language: its tag. */
  readonly annotation: string;
  readonly children: CueNode[];
}

const TAGS = ['c', 'i', 'b', 'u', 'ruby', 'rt', 'v', 'lang'] as const;
type Tag = (typeof TAGS)[number];

/**
 * A cue's text as a tree ("WebVTT cue text parsing rules", 6.5).
 * @param keepUnknown what looks like a tag but is none (`<inaudible>`, `3 < 4`) stays as words; the specification drops it
 */
export function parseCueText(input: string, keepUnknown = false): CueNode[] {
  const root: CueNode[] = [];
  const open: CueElement[] = [];
  const current = () => open.at(-1)?.children ?? root;
  for (const token of tokens(input, keepUnknown)) {
    if (token.kind === 'start') {
      const tag = TAGS.find((one) => one === token.name);
      // Ruby text stands directly in ruby, nowhere else.
      if (!tag || (tag === 'rt' && open.at(-1)?.tag !== 'ruby')) continue;
      const annotation = tag === 'v' || tag === 'lang' ? token.annotation : '';
      const element: CueElement = { kind: 'element', tag, classes: token.classes, annotation, children: [] };
      current().push(element);
      open.push(element);
    } else if (token.kind === 'end') {
      const last = open.at(-1);
      if (last?.tag === token.name) open.pop();
      else if (last?.tag === 'rt' && token.name === 'ruby') open.splice(-2);
    } else current().push(token);
  }
  return root;
}

type Token =
  | Extract<CueNode, { kind: 'text' | 'timestamp' }>
  | {
      readonly kind: 'start';
      readonly name: string;
      readonly classes: readonly string[];
      readonly annotation: string;
    }
  | { readonly kind: 'end'; readonly name: string };

const LONGEST_TAG = 500;
/** Tags of WebVTT, and those of HTML that subtitles bring along; neither are words. */
const KNOWN =
  /^(c|i|b|u|v|lang|ruby|rt)(?=[.\t\n\f />]|$)|^\/(c|i|b|u|v|lang|ruby|rt|font|span|s|em|strong|p|div|small|big)?$|^(font|span|s|em|strong|p|div|small|big|br)(?=[\s/]|$)|^[\d:.]+$/;

/** "WebVTT cue text tokenizer" (6.5). */
function* tokens(input: string, keepUnknown: boolean): Generator<Token> {
  let words = '';
  let at = 0;
  // Looked for once a tag and never behind the last one, so that `<<<<…` takes no longer than other text.
  let close = input.indexOf('>');
  while (at < input.length) {
    const tagAt = input.indexOf('<', at);
    words += input.slice(at, tagAt === -1 ? input.length : tagAt);
    if (tagAt === -1) break;
    if (close !== -1 && close < tagAt) close = input.indexOf('>', tagAt);
    const end = close === -1 ? input.length : close;
    if (
      keepUnknown &&
      (close === -1 || end - tagAt > LONGEST_TAG || !KNOWN.test(input.slice(tagAt + 1, end)))
    ) {
      words += '<';
      at = tagAt + 1;
      continue;
    }
    if (words !== '') yield { kind: 'text', text: decodeHTML(words) };
    words = '';
    at = end + 1;
    const token = tagToken(input.slice(tagAt + 1, end));
    if (token) yield token;
  }
  if (words !== '') yield { kind: 'text', text: decodeHTML(words) };
}

function tagToken(inside: string): Token | null {
  if (inside.startsWith('/')) return { kind: 'end', name: inside.slice(1) };
  if (/^\d/.test(inside)) {
    const seconds = timestamp(inside);
    return seconds === null ? null : { kind: 'timestamp', seconds };
  }
  const [, name = '', dotted = '', annotation = ''] =
    /^([^.\t\n\f ]*)((?:\.[^.\t\n\f ]*)*)([\s\S]*)$/.exec(inside) ?? [];
  const classes = dotted.split('.').filter((one) => one !== '');
  const spoken = decodeHTML(annotation)
    .replace(/[\t\n\f\r ]+/g, ' ')
    .trim();
  return { kind: 'start', name, classes, annotation: spoken };
}
