import { crc32 } from '../archive/zip.ts';
import { fieldsOf, type RatingFields } from '../edit/merge-ratings.ts';
import type { Id } from '../model/basics.ts';
import { DEFAULT_SIZE, type ScaleSize } from '../model/scale.ts';
import { addressOf } from '../ooxml/address.ts';
import type { RawSheet } from '../ooxml/read.ts';
import { cellText } from '../ooxml/text.ts';
import type { Sheet } from '../ooxml/workbook.ts';
import type { Asked } from './columns.ts';
import { ASKED } from './columns.ts';

/** Name of the sealed sheet that says what a workbook is, for the way back. */
export const MARKS_TAB = 'hearken';
const FORMAT = 'hearken-rating-sheet';
const FORMAT_VERSION = 1;

/** What is asked, as it stood in the sheet when it was made. */
export type AskedFields = Pick<RatingFields, Asked>;

/** What the sealed sheet says: whose sheet this is, of which round, and what stood in it when it went out. */
export interface Marks {
  readonly workspace: { readonly id: Id; readonly name: string };
  readonly round: { readonly id: Id; readonly name: string };
  readonly assessor: { readonly id: Id; readonly name: string };
  /** Of how many points the scales are that it asks for. */
  readonly size: ScaleSize;
  readonly language: string;
  readonly at: string;
  readonly issues: readonly { readonly id: Id; readonly name: string; readonly base: AskedFields }[];
  /** Which passage each number of the evidence stands for. */
  readonly passages: ReadonlyMap<number, Id>;
}

/** What was found of the marks; `base` is dropped where they do not add up any more: somebody wrote into them. */
export type MarksFound =
  | { readonly kind: 'none' }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'marks'; readonly marks: Marks; readonly intact: boolean };

/** The marks as a sheet: a word in the first column says what the row is. */
export function marksSheet(marks: Marks): Sheet {
  const rows = rowsOf(marks);
  const all = [...rows, ['sum', sumOf(rows)]];
  return {
    name: MARKS_TAB,
    visibility: 'sealed',
    columns: [{ width: 12 }, { width: 40 }, { width: 40 }],
    rows: all.map((cells) => ({ cells: cells.map((value) => ({ value, style: { text: true } })) })),
    protected: true,
  };
}

function rowsOf({ workspace, round, assessor, size, language, at, issues, passages }: Marks): string[][] {
  const rows = [
    [FORMAT, String(FORMAT_VERSION)],
    ['workspace', workspace.id, workspace.name],
    ['round', round.id, round.name],
    ['assessor', assessor.id, assessor.name],
    ['scale', String(size)],
    ['language', language],
    ['at', at],
    ...issues.map(({ id, name, base }) => ['issue', id, name, ...pieces(JSON.stringify(base))]),
    ...[...passages].map(([number, id]) => ['quote', String(number), id]),
  ];
  // An empty cell would end its row.
  return rows.map((cells) => cells.map((cell) => cellText(cell) || '–'));
}

/** A cell holds 32,767 characters; a long reason takes several. */
const PIECE = 30_000;
function pieces(text: string): string[] {
  return Array.from({ length: Math.ceil(text.length / PIECE) }, (_, at) =>
    text.slice(at * PIECE, (at + 1) * PIECE),
  );
}

/** Finds and reads the marks. Their rows may stand in any order; what is no row of theirs is passed over. */
export function readMarks(sheets: readonly RawSheet[]): MarksFound {
  for (const sheet of sheets) {
    const rows = textRows(sheet);
    const head = rows.find(([first]) => first === FORMAT);
    if (!head) continue;
    const version = Number(head[1]);
    if (version > FORMAT_VERSION) return { kind: 'newer', version };
    const named = (word: string) => {
      const [, id = '', name = ''] = rows.find(([first]) => first === word) ?? [];
      return { id, name };
    };
    const intact =
      rows.find(([first]) => first === 'sum')?.[1] === sumOf(rows.filter(([first]) => first !== 'sum'));
    const marks: Marks = {
      workspace: named('workspace'),
      round: named('round'),
      assessor: named('assessor'),
      // Sheets of earlier versions, which knew scales of five alone, do not say it.
      size: named('scale').id === '4' ? 4 : DEFAULT_SIZE,
      language: named('language').id,
      at: named('at').id,
      issues: rows.flatMap(([word, id = '', name = '', ...base]) =>
        word === 'issue' ? [{ id, name, base: baseOf(base.join('')) }] : [],
      ),
      passages: new Map(
        rows.flatMap(([word, number = '', id = '']) =>
          word === 'quote' ? [[Number(number), id] as const] : [],
        ),
      ),
    };
    return { kind: 'marks', marks, intact };
  }
  return { kind: 'none' };
}

/** Cells of the sheet by row, as text; rows without any are left out. */
function textRows({ cells }: RawSheet): string[][] {
  const rows = new Map<number, string[]>();
  for (const { place } of cells.values()) rows.set(place.row, []);
  return [...rows.keys()]
    .sort((a, b) => a - b)
    .map((row) => {
      const found: string[] = [];
      for (let column = 1; ; column++) {
        const cell = cells.get(addressOf({ row, column }));
        if (!cell) return found;
        found.push(cell.text);
      }
    });
}

/** What is asked, with nothing said. */
const BLANK = Object.fromEntries(
  Object.entries(fieldsOf(undefined)).filter(([field]) => (ASKED as readonly string[]).includes(field)),
) as unknown as AskedFields;

function baseOf(json: string): AskedFields {
  const blank: Record<Asked, unknown> = { ...BLANK };
  try {
    const read: unknown = JSON.parse(json);
    if (typeof read === 'object' && read !== null)
      for (const field of ASKED)
        if (Object.hasOwn(read, field)) blank[field] = (read as Record<string, unknown>)[field];
  } catch {
    // Marks that were cut: the sum does not add up either, so that what is here is not relied on.
  }
  return blank as unknown as AskedFields;
}

/** Against slips, not against malice: whoever wants to can compute it. */
function sumOf(rows: readonly (readonly string[])[]): string {
  const text = [...rows.map((row) => JSON.stringify(row))].sort().join('\n');
  return crc32(new TextEncoder().encode(text)).toString(16).padStart(8, '0');
}
