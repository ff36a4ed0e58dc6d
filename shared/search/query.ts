import { foldText } from './analysis/fold.ts';
import type { DocumentKind } from './documents.ts';

/** Words that were asked for, or that must not be there. */
export interface Clause {
  readonly words: string;
  /** In quotes: these words in this order, as they are written. */
  readonly phrase: boolean;
  readonly not: boolean;
  /** The person may still be typing the last word. */
  readonly open: boolean;
}

/** What narrows the search without being looked for in the text. */
export type Filter =
  | { readonly by: 'kind'; readonly kind: DocumentKind; readonly not: boolean }
  | { readonly by: 'person' | 'issue'; readonly name: string; readonly not: boolean };

export interface Query {
  readonly clauses: readonly Clause[];
  readonly filters: readonly Filter[];
}

/**
 * Understands what a person typed: words, all of which are wanted; `"words in this order"`; `-not this`;
 * `kind:advice`, `person:name`, `issue:"name of an issue"`. Any text is a query: what fits no rule is words.
 * @param typing the last word may not be finished
 */
export function parseQuery(typed: string, typing: boolean): Query {
  const clauses: Clause[] = [];
  const filters: Filter[] = [];
  for (const match of typed.matchAll(PART)) {
    const [whole, minus, label = '', quoted, word] = match;
    const not = minus !== undefined;
    const content = quoted ?? word ?? '';
    const filter = label === '' ? null : filterOf(foldText(label), content, not);
    if (filter) {
      filters.push(filter);
      continue;
    }
    // An unknown label is words like any other.
    if (label !== '') clauses.push({ words: label, phrase: false, not, open: false });
    const atEnd = match.index + whole.length === typed.length;
    if (content.trim() !== '') {
      clauses.push({
        words: content,
        phrase: quoted !== undefined,
        not,
        open: typing && !not && atEnd && !CLOSED.test(whole),
      });
    }
  }
  return { clauses, filters };
}

/** One part: an optional minus, an optional label with a colon, and words in quotes (closed or not yet) or one word. */
const PART =
  /([-－−](?=[^\s\-－−]))?(?:([\p{L}]+)[:：](?=\S))?(?:["“”＂]([^"“”＂]*)(?:["“”＂]|$)|([^\s"“”＂]+))/gu;
const CLOSED = /["“”＂]$/;

/** Words for a filter, folded, in every language of the interface. */
const LABELS: Readonly<Record<string, 'kind' | 'person' | 'issue'>> = {
  kind: 'kind',
  種類: 'kind',
  person: 'person',
  人物: 'person',
  発言者: 'person',
  issue: 'issue',
  課題: 'issue',
};

const KINDS: Readonly<Record<string, DocumentKind>> = {
  turn: 'turn',
  turns: 'turn',
  発言: 'turn',
  advice: 'advice',
  助言: 'advice',
  issue: 'issue',
  issues: 'issue',
  課題: 'issue',
  person: 'person',
  people: 'person',
  人物: 'person',
  dialogue: 'dialogue',
  dialogues: 'dialogue',
  ダイアログ: 'dialogue',
};

function filterOf(label: string, content: string, not: boolean): Filter | null {
  const by = own(LABELS, label);
  const value = foldText(content).trim();
  if (by === undefined || value === '') return null;
  if (by !== 'kind') return { by, name: value, not };
  const kind = own(KINDS, value);
  return kind ? { by, kind, not } : null;
}

function own<V>(words: Readonly<Record<string, V>>, word: string): V | undefined {
  return Object.hasOwn(words, word) ? words[word] : undefined;
}

/** How the labels are written in a language; English where it has none of its own. */
const WRITTEN: Readonly<Record<string, { readonly person: string; readonly issue: string }>> = {
  ja: { person: '人物', issue: '課題' },
};

/** A label and its value as a person would type them, in quotes where the value needs them. */
export function filterText(by: 'person' | 'issue', value: string, language: string): string {
  const label = WRITTEN[language]?.[by] ?? by;
  const plain = value.replaceAll(/["“”＂]/g, ' ').trim();
  return /\s/.test(plain) ? `${label}:"${plain}"` : `${label}:${plain}`;
}
