import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A text that can be found. */
export interface JudgedDocument {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly speaker: string;
  /** What it was said in, of a collection of conversations; null where each document stands by itself. */
  readonly meeting: string | null;
  /** Its place in the meeting. */
  readonly order: number;
}

export interface JudgedQuery {
  readonly id: string;
  readonly text: string;
  /** The meeting it is asked about; null = none is named. */
  readonly meeting: string | null;
}

/** Documents, questions, and which of them people judged to belong together. */
export interface Collection {
  readonly name: string;
  readonly documents: readonly JudgedDocument[];
  /** Those that have at least one document judged relevant. */
  readonly queries: readonly JudgedQuery[];
  /** Ids of relevant documents by query (graded above 0; every grade counts alike). */
  readonly relevant: ReadonlyMap<string, ReadonlySet<string>>;
  readonly japanese: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

/** Whether a folder holds a judged collection. */
export function isCollection(folder: string): boolean {
  return ['corpus.jsonl', 'queries.jsonl', 'qrels.tsv'].every((file) => existsSync(path.join(folder, file)));
}

/**
 * Reads corpus.jsonl, queries.jsonl and qrels.tsv. Titles, a header line, further columns and fields are optional;
 * conversations are known by a field (meeting, dialogue …) or by ids such as `meeting-12`.
 */
export function readCollection(folder: string): Collection {
  const rows = (file: string) =>
    readFileSync(path.join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '');
  const objects = (file: string) => rows(file).map((line) => flat(JSON.parse(line) as Fields));
  const documents = inMeetings(objects('corpus.jsonl'));
  const ids = new Set(documents.map(({ id }) => id));

  const relevant = new Map<string, Set<string>>();
  for (const line of rows('qrels.tsv')) {
    const cells = line.split(/\t/).length > 1 ? line.split('\t') : line.trim().split(/\s+/);
    // TREC's own form has an unused second column.
    const [query, document, grade] = cells.length > 3 && ids.has(cells[2] ?? '') ? [0, 2, 3] : [0, 1, 2];
    if (!ids.has(cells[document] ?? '') || !(Number(cells[grade] ?? 1) > 0)) continue;
    const key = cells[query] ?? '';
    relevant.set(key, (relevant.get(key) ?? new Set()).add(cells[document] ?? ''));
  }
  const queries = objects('queries.jsonl')
    .map((fields) => ({
      id: idOf(fields),
      text: textOf(fields, 'text', 'query', 'question'),
      meeting: textOf(fields, ...MEETING) || null,
    }))
    .filter(({ id }) => relevant.has(id));
  return {
    name: path.basename(path.resolve(folder)),
    documents,
    queries,
    relevant,
    japanese: isJapanese(documents),
  };
}

/** What stands under `metadata` counts as the object's own. */
function flat(fields: Fields): Fields {
  const { metadata } = fields;
  return metadata && typeof metadata === 'object' ? { ...(metadata as Fields), ...fields } : fields;
}

function idOf(fields: Fields): string {
  return textOf(fields, '_id', 'id', 'docid');
}

function textOf(fields: Fields, ...names: readonly string[]): string {
  const value = names.map((name) => fields[name]).find((one) => one !== undefined && one !== null);
  return value === undefined ? '' : String(value);
}

/** Fields that say in which conversation a document stands, or a question is asked. */
const MEETING = [
  'meeting',
  'meeting_id',
  'meetingId',
  'dialogue',
  'dialogue_id',
  'dialogueId',
  'conversation',
];

/** Documents of a meeting fewer than this on average: the ids only look like those of turns. */
const FEW_TURNS = 4;

function inMeetings(corpus: readonly Fields[]): JudgedDocument[] {
  const named = corpus.map((fields) => textOf(fields, ...MEETING));
  const byId = corpus.map((fields) => /^(.*\D)(\d+)$/.exec(idOf(fields)));
  const isNamed = named.every((name) => name !== '');
  const prefixes = new Set(byId.map((match) => match?.[1]));
  const isNumbered =
    byId.every((match) => match) && prefixes.size * FEW_TURNS < corpus.length && prefixes.size > 1;
  return corpus.map((fields, at) => {
    const order = textOf(fields, 'order', 'turn', 'turn_id', 'index', 'position') || (byId[at]?.[2] ?? '');
    return {
      id: idOf(fields),
      title: textOf(fields, 'title'),
      text: textOf(fields, 'text', 'contents', 'body'),
      speaker: textOf(fields, 'speaker'),
      meeting: isNamed ? (named[at] ?? '') : isNumbered ? (byId[at]?.[1] ?? '') : null,
      order: Number.isFinite(Number(order)) && order !== '' ? Number(order) : at,
    };
  });
}

function isJapanese(documents: readonly JudgedDocument[]): boolean {
  const sample = documents
    .slice(0, 200)
    .map(({ text }) => text)
    .join('');
  return (sample.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0) * 5 > sample.length;
}
