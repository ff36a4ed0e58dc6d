import { readZip, type ZipLimits } from '../archive/zip.ts';
import { ProblemError } from '../model/problem.ts';
import {
  addressOf,
  type CellPlace,
  type CellRange,
  MOST_COLUMNS,
  MOST_ROWS,
  placeOf,
  rangeOf,
} from './address.ts';
import { type CellFormat, formatsOf } from './number-formats.ts';
import { unescapeString } from './text.ts';
import { attribute, walkXml } from './xml.ts';

const MB = 1024 * 1024;

/** A filled-in sheet is some hundred kilobytes; what is far above that is none. */
export const SHEET_LIMITS: ZipLimits = {
  file: 20 * MB,
  entries: 1_000,
  total: 100 * MB,
  ratio: 100,
  ratioFrom: MB,
};
const MOST_CELLS = 300_000;
const MOST_SHEETS = 100;
const MOST_STRINGS = 300_000;
/** Characters of all cells together: a shared text may stand in any number of them. */
const MOST_TEXT = 40 * MB;
const MOST_MERGES = 10_000;

/** A cell that holds something, as it stands in the file. */
export interface RawCell {
  readonly place: CellPlace;
  readonly kind: 'number' | 'text' | 'boolean' | 'error';
  /** What it shows, roughly: of a number its digits. */
  readonly text: string;
  /** Null = none. What it once came to is not in `text`: a formula is never computed, and never believed. */
  readonly formula: string | null;
  /** How its number is shown, where that is another thing than the number: 43831 as a day, 0.85 as 85 %. */
  readonly format: CellFormat | null;
  /** Its row or column is not shown. */
  readonly hidden: boolean;
}

export interface RawSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** By address, e.g. `D7`. */
  readonly cells: ReadonlyMap<string, RawCell>;
  readonly merged: readonly CellRange[];
}

/** How many cells a workbook may hold, where that is more than a filled-in sheet does. */
export interface MostCells {
  readonly cells?: number;
}

/** Whether bytes begin as every .xlsx does (a zip); an old .xls or a protected .xlsx begins otherwise. */
export function beginsAsZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** Whether a zip's first member begins with a text: its name stands behind 30 bytes of header (APPNOTE 4.3.7), its content follows. */
export function firstMemberBegins(bytes: Uint8Array, text: string): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(30, 30 + text.length)) === text;
}

/**
 * The cells of a workbook that may be broken or hostile. Limits of the zip are checked before anything is unpacked, the
 * number of cells and their text while reading. Formulas are named, not computed; links and what lies outside of the
 * file are not followed; ranges are kept as ranges, however large.
 * @throws ProblemError `xlsx-old`, `xlsx-broken`, `file-hostile`, `file-locked`, `file-too-large`, `xlsx-too-large`
 */
export function readWorkbook(name: string, bytes: Uint8Array, most?: MostCells): RawSheet[] {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0)
    throw new ProblemError('xlsx-old', { name });
  if (!beginsAsZip(bytes)) throw new ProblemError('xlsx-broken', { name });
  return sheetsIn(name, open(name, bytes), most);
}

/**
 * The cells of a workbook whose zip was read within limits already.
 * @throws ProblemError as `readWorkbook`
 */
export function sheetsIn(
  name: string,
  members: ReadonlyMap<string, Uint8Array>,
  { cells = MOST_CELLS }: MostCells = {},
): RawSheet[] {
  const part = (path: string): Uint8Array | undefined => members.get(path);
  const workbookPath = targetsOf(name, part('_rels/.rels'), '').find(
    ({ type }) => type === 'officeDocument',
  )?.path;
  const workbook = workbookPath === undefined ? undefined : part(workbookPath);
  if (workbookPath === undefined || !workbook) throw new ProblemError('xlsx-broken', { name });
  const folder = workbookPath.slice(0, workbookPath.lastIndexOf('/') + 1);
  const relations = targetsOf(name, part(`${folder}_rels/${workbookPath.slice(folder.length)}.rels`), folder);
  const stringsPath = relations.find(({ type }) => type === 'sharedStrings')?.path;
  const strings = stringsOf(name, stringsPath === undefined ? undefined : part(stringsPath));
  const stylesPath = relations.find(({ type }) => type === 'styles')?.path;
  const formats = formatsOf(name, stylesPath === undefined ? undefined : part(stylesPath));
  const paths = new Map(
    relations.filter(({ type }) => type === 'worksheet').map(({ id, path }) => [id, path]),
  );
  const budget = { cells, text: MOST_TEXT };
  return sheetsOf(name, workbook).flatMap(({ title, hidden, id }) => {
    const path = paths.get(id);
    const content = path === undefined ? undefined : part(path);
    // Sheets of charts and macros have no cells.
    return content ? [{ name: title, hidden, ...cellsOf(name, content, { strings, formats }, budget) }] : [];
  });
}

function open(name: string, bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const zip = readZip(bytes, SHEET_LIMITS);
  if (zip.ok) return zip.value;
  const { code, params } = zip.problem;
  if (params.reason === 'file')
    throw new ProblemError('file-too-large', { name, limit: SHEET_LIMITS.file / MB });
  if (code === 'zip-hostile') throw new ProblemError('file-hostile', { name, reason: params.reason ?? '' });
  if (code === 'zip-unsupported') throw new ProblemError('file-locked', { name });
  throw new ProblemError('xlsx-broken', { name });
}

interface Relation {
  readonly id: string;
  /** The last word of its type, which both dialects of the standard share. */
  readonly type: string;
  readonly path: string;
}

/** What a part refers to inside of the file; what lies outside is left out. */
function targetsOf(name: string, content: Uint8Array | undefined, folder: string): Relation[] {
  const relations: Relation[] = [];
  if (!content) return relations;
  walkXml(name, content, {
    open: (tag, attributes) => {
      const { Id = '', Type = '', Target = '', TargetMode } = attributes;
      if (tag !== 'Relationship' || TargetMode === 'External') return;
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), path: resolved(Target, folder) });
    },
  });
  return relations;
}

function resolved(target: string, folder: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/'))
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  return steps.join('/');
}

function sheetsOf(name: string, content: Uint8Array): { title: string; hidden: boolean; id: string }[] {
  const sheets: { title: string; hidden: boolean; id: string }[] = [];
  walkXml(name, content, {
    open: (tag, attributes) => {
      if (tag !== 'sheet') return;
      if (sheets.length === MOST_SHEETS) throw new ProblemError('xlsx-too-large', { name });
      sheets.push({
        title: attributes.name ?? '',
        hidden: (attributes.state ?? 'visible') !== 'visible',
        id: attribute(attributes, 'id') ?? '',
      });
    },
  });
  return sheets;
}

/** The table of texts that cells refer to. Formatted runs are one text; readings (`rPh`, furigana) are left out. */
function stringsOf(name: string, content: Uint8Array | undefined): string[] {
  const strings: string[] = [];
  if (!content) return strings;
  const gather = new Gathering();
  walkXml(name, content, {
    open: (tag) => {
      if (tag === 'si') gather.begin();
      else gather.open(tag);
    },
    text: (text) => gather.text(text),
    close: (tag) => {
      gather.close(tag);
      if (tag !== 'si') return;
      if (strings.length === MOST_STRINGS) throw new ProblemError('xlsx-too-large', { name });
      strings.push(gather.take());
    },
  });
  return strings;
}

/** The text of `t` elements, outside of readings. */
class Gathering {
  #pieces: string[] = [];
  #inText = false;
  #inReading = false;

  begin(): void {
    this.#pieces = [];
    this.#inText = false;
    this.#inReading = false;
  }

  open(tag: string): void {
    if (tag === 'rPh') this.#inReading = true;
    if (tag === 't') this.#inText = true;
  }

  text(text: string): void {
    if (this.#inText && !this.#inReading) this.#pieces.push(text);
  }

  close(tag: string): void {
    if (tag === 'rPh') this.#inReading = false;
    if (tag === 't') this.#inText = false;
  }

  take(): string {
    return unescapeString(this.#pieces.join(''));
  }
}

function cellsOf(
  name: string,
  content: Uint8Array,
  {
    strings,
    formats,
  }: { readonly strings: readonly string[]; readonly formats: readonly (CellFormat | null)[] },
  budget: { cells: number; text: number },
): Pick<RawSheet, 'cells' | 'merged'> {
  const cells = new Map<string, RawCell>();
  const merged: CellRange[] = [];
  const gather = new Gathering();
  let [row, column] = [0, 0];
  let type = '';
  let format: CellFormat | null = null;
  let rowHidden = false;
  const hiddenColumns: { readonly min: number; readonly max: number }[] = [];
  let [value, formula]: [string, string | null] = ['', null];
  let inside: 'v' | 'f' | null = null;
  let inCell = false;

  const finish = () => {
    const place = { row, column };
    if (row < 1 || row > MOST_ROWS || column < 1 || column > MOST_COLUMNS)
      throw new ProblemError('xlsx-broken', { name });
    const inline = type === 'inlineStr' ? gather.take() : '';
    const text =
      type === 's' ? (strings[Number(value)] ?? '') : type === 'str' ? unescapeString(value) : value;
    const shown = type === 'inlineStr' ? inline : text;
    if (shown === '' && formula === null) return;
    budget.cells--;
    budget.text -= shown.length + (formula?.length ?? 0);
    if (budget.cells < 0 || budget.text < 0) throw new ProblemError('xlsx-too-large', { name });
    cells.set(addressOf(place), {
      place,
      kind: KINDS.get(type) ?? 'number',
      text: formula === null ? shown : '',
      formula,
      format,
      hidden: rowHidden || hiddenColumns.some(({ min, max }) => column >= min && column <= max),
    });
  };

  walkXml(name, content, {
    open: (tag, attributes) => {
      if (tag === 'row') {
        row = attributes.r === undefined ? row + 1 : Number(attributes.r);
        column = 0;
        rowHidden = isSet(attributes.hidden);
      } else if (tag === 'col') {
        if (isSet(attributes.hidden) && hiddenColumns.length < MOST_COLUMNS)
          hiddenColumns.push({ min: Number(attributes.min), max: Number(attributes.max) });
      } else if (tag === 'c') {
        const place = attributes.r === undefined ? null : placeOf(attributes.r);
        if (attributes.r !== undefined && !place) throw new ProblemError('xlsx-broken', { name });
        row = place?.row ?? row;
        column = place?.column ?? column + 1;
        type = attributes.t ?? 'n';
        format = formats[Number(attributes.s ?? 0)] ?? null;
        [value, formula] = ['', null];
        gather.begin();
        inCell = true;
      } else if (inCell && (tag === 'v' || tag === 'f')) {
        inside = tag;
        if (tag === 'f') formula = '';
      } else if (inCell) gather.open(tag);
      else if (tag === 'mergeCell') {
        const range = rangeOf(attributes.ref ?? '');
        if (!range) return;
        if (merged.length === MOST_MERGES) throw new ProblemError('xlsx-too-large', { name });
        merged.push(range);
      }
    },
    text: (text) => {
      if (inside === 'v') value += text;
      else if (inside === 'f') formula = (formula ?? '') + text;
      else if (inCell) gather.text(text);
    },
    close: (tag) => {
      if (tag === inside) inside = null;
      else if (tag === 'c' && inCell) {
        inCell = false;
        finish();
      } else if (inCell) gather.close(tag);
    },
  });
  return { cells, merged };
}

function isSet(flag: string | undefined): boolean {
  return flag === '1' || flag === 'true';
}

/** A map, not an object: `t="constructor"` must find nothing. */
const KINDS: ReadonlyMap<string, RawCell['kind']> = new Map([
  ['s', 'text'],
  ['str', 'text'],
  ['inlineStr', 'text'],
  ['d', 'text'],
  ['b', 'boolean'],
  ['e', 'error'],
]);
