import { walkXml } from './xml.ts';

/** Number formats under which a cell shows something else than its number. */
export type CellFormat =
  | 'date'
  | 'percent'
  /** Shown in thousands or millions, while the cell holds the whole: `#,##0,`, `0.0,,"M"`. */
  | 'scaled'
  /** Words of the format stand beside the number: `0"千人"`. */
  | { readonly behind: string };

/** Formats that a workbook need not define: days and times, those of East Asia among them; percent (ECMA-376 18.8.30). */
const BUILT_IN: readonly (readonly [from: number, to: number, format: CellFormat])[] = [
  [9, 10, 'percent'],
  [14, 22, 'date'],
  [27, 36, 'date'],
  [45, 47, 'date'],
  [50, 58, 'date'],
];
const MOST_FORMATS = 100_000;

/** By the number of a cell's style: how it shows numbers; null = as they are. @throws ProblemError as `walkXml` */
export function formatsOf(name: string, styles: Uint8Array | undefined): (CellFormat | null)[] {
  const found: (CellFormat | null)[] = [];
  if (!styles) return found;
  const codes = new Map<number, CellFormat | null>();
  let inCells = false;
  walkXml(name, styles, {
    open: (tag, attributes) => {
      if (tag === 'numFmt') codes.set(Number(attributes.numFmtId), formatOf(attributes.formatCode ?? ''));
      else if (tag === 'cellXfs') inCells = true;
      else if (tag === 'xf' && inCells && found.length < MOST_FORMATS) {
        const id = Number(attributes.numFmtId ?? 0);
        found.push(codes.get(id) ?? BUILT_IN.find(([from, to]) => id >= from && id <= to)?.[2] ?? null);
      }
    },
    close: (tag) => {
      if (tag === 'cellXfs') inCells = false;
    },
  });
  return found;
}

/** What a format code shows; colours, conditions and fillers mean nothing. */
export function formatOf(code: string): CellFormat | null {
  const [positive = ''] = code.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const words = [...positive.matchAll(/"([^"]*)"|\\(.)/g)]
    .map(([, quoted, one]) => quoted ?? one ?? '')
    .join('');
  const signs = positive
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/general|e[+-]/gi, '');
  if (signs.includes('%')) return 'percent';
  if (/[ymdhsge]/i.test(signs)) return 'date';
  if (/[0#?],+(?![0#?,])/.test(signs)) return 'scaled';
  return /[\p{L}%‰]/u.test(words) && /[0#?]/.test(signs) ? { behind: words.trim() } : null;
}
