import { SIGN_TEXT } from '../../figures/signs.ts';
import type { Translate } from '../../i18n/index.ts';
import type { Block, Cell, Line, Span } from '../document.ts';
import type {
  PrintedCell,
  PrintedRow,
  UsedSign,
  YearSummary,
  YearTable,
  YearTableId,
} from '../model/year.ts';
import { cited, listed, type SectionWriter, sentences } from '../section.ts';

/** Training for human rights: who took part, year by year. */
export const training = tableSection('training');
/** What came in through the channels for grievances (UNGP 31; UNGP RF C6). */
export const grievances = tableSection('grievances');
/** What was counted of suppliers. */
export const suppliers = tableSection('suppliers');
/** All other figures. */
export const others = tableSection('others');

function tableSection(id: YearTableId): SectionWriter<YearSummary> {
  return ({ tables, years, fiscalYear }, { t }) => {
    const table = tables[id];
    if (table.rows.length === 0) return null;
    const caption = t(`report.year.${id}.caption`, { fiscalYear });
    return { id, title: t(`report.year.${id}`), blocks: [figureBlock(table, years, caption, t)] };
  };
}

/** Figures year by year, with what the signs in it mean. */
export function figureBlock(
  { rows, rests, signs }: YearTable,
  years: readonly string[],
  caption: string,
  t: Translate,
): Block {
  // A year in which nothing of this was counted needs no column.
  const shown = years
    .map((year, index) => ({ year, index }))
    .filter(({ index }) => rows.some(({ cells }) => (cells[index]?.values.length ?? 0) > 0));
  return {
    kind: 'table',
    caption,
    whole: true,
    columns: [
      { head: t('report.year.indicator'), share: 32 },
      { head: t('report.year.whose'), share: 18 },
      { head: t('report.year.unit'), share: 8 },
      ...shown.map(({ year }) => ({ head: year, share: 14, align: 'end' as const })),
    ],
    rows: rows.map((row): Cell[] => [
      nameCell(row, t),
      row.whose,
      row.unit || '–',
      ...shown.map(({ index }) => figureCell(row.cells[index])),
    ]),
    note: sentences(t, [...rests.map((one) => t('report.year.rest', { ...one })), signsText(signs, t)]),
  };
}

function nameCell({ name, part, via }: PrintedRow, t: Translate): Cell {
  const aside = [part, via === '' ? '' : t('report.year.via', { name: via })].filter(Boolean);
  return {
    lines: [
      [{ text: name, strong: true }],
      ...(aside.length > 0 ? [[{ text: listed(t, aside), quiet: true as const }]] : []),
    ],
  };
}

const NONE: PrintedCell = { values: [], broken: null };

/** A number with the bar before it where it cannot be compared, and its sources; one line a source. */
export function figureCell({ values, broken }: PrintedCell = NONE): Cell {
  if (values.length === 0) return '';
  const bar = broken === null ? '' : `${SIGN_TEXT[broken === 'no' ? 'break' : 'care']} `;
  return {
    lines: values.map(({ text, source }, index): Line => {
      // A number is not parted from its bar and its marks at the end of a line.
      const spans: (string | Span)[] = [`${index === 0 ? bar : ''}${text}`.replaceAll(' ', '\u00a0')];
      return source === null ? spans : [...spans, ' ', cited(source)];
    }),
  };
}

/** What the signs mean that stand in a table; those of no others. */
export function signsText(signs: readonly UsedSign[], t: Translate): string {
  if (signs.length === 0) return '';
  const order = Object.keys(SIGN_TEXT) as UsedSign[];
  return t('report.year.signs', {
    signs: order
      .filter((sign) => signs.includes(sign))
      .map((sign) => t('report.year.sign', { sign: SIGN_TEXT[sign], meaning: t(`figureGrid.sign.${sign}`) }))
      .join(t('report.source.separator')),
  });
}
