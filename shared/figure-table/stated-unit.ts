import {
  fitsUnit,
  type StatedUnit,
  statedUnit,
  type UnitInText,
  unitInLine,
  unitInName,
} from '../figures/unit-words.ts';
import type { Indicator, Unit } from '../model/indicator.ts';
import type { PastedCell, PastedTable } from '../pasted/table.ts';
import { textByScript } from '../pasted/text-by-script.ts';
import { markKey } from './hints.ts';
import { headsOf, type TableMapping } from './mapping.ts';

/** What a table says of its units: nearer words go before those that are farther from a number. */
export interface TableUnits {
  /** Of a row: in a column for it, in its name, in a note to its name. */
  readonly ofRow: (row: readonly PastedCell[], label: string, marks: readonly string[]) => UnitInText | null;
  /** Of a column, by its place. */
  readonly ofColumn: readonly (UnitInText | null)[];
  /** Of all of it. */
  readonly ofTable: UnitInText | null;
}

/** Reads what a table says of its units. */
export function unitsOf(table: PastedTable, { headRows, columns }: TableMapping): TableUnits {
  const { above, below, notes } = table;
  const heads = columns.map((_, column) => headsOf(table, headRows, column));
  const isYear = (column: number) => columns[column]?.use === 'year';
  const unitColumn = columns.findIndex(({ use }) => use === 'unit');
  const corner = heads.filter((_, column) => columns[column]?.use === 'label');
  const around = [...above, ...corner, ...below];
  return {
    ofRow: (row, label, marks) => {
      const text = unitColumn < 0 ? '' : (row[unitColumn]?.text ?? '');
      const said = statedUnit(text);
      if (said) return { said, text };
      const own = notes.filter(({ mark }) => marks.some((one) => markKey(one) === markKey(mark)));
      return unitInName(label) ?? firstIn(own.map((note) => note.text));
    },
    ofColumn: heads.map((head, column) => (isYear(column) ? unitInLine(head) : null)),
    // A title that names a unit may speak of one row; thousands and percent are said of all.
    ofTable: firstIn(around.filter((line) => isScaled(unitInLine(line)))),
  };
}

function firstIn(lines: readonly string[]): UnitInText | null {
  for (const line of lines) {
    const said = unitInLine(line);
    if (said) return said;
  }
  return null;
}

function isScaled(found: UnitInText | null): boolean {
  return found !== null && (found.said.scale !== 1 || found.said.unit === 'percent');
}

/**
 * Whether a number can stand as it is: thousands are no ones, and nothing is converted.
 * @param said of the number
 * @param indicator what it is to be a figure of; null = a new one, which is made of `row`
 */
export function isInUnit(
  said: StatedUnit | null,
  indicator: Indicator | null,
  row: StatedUnit | null,
): boolean {
  if (said === null) return true;
  if (indicator) return fitsUnit(said, indicator);
  return row !== null && said.scale === row.scale && said.unit === row.unit && said.word === row.word;
}

/**
 * The unit of a new indicator: as the table says, in its words where it counts in thousands or in what has no word here.
 * @param usual where it says nothing
 */
export function unitOfNew(found: UnitInText | null, usual: Unit): Pick<Indicator, 'unit' | 'unitName'> {
  if (!found) return { unit: usual, unitName: {} };
  const { scale, unit, word } = found.said;
  const isPlain = scale === 1 && unit !== null && word === '';
  return {
    unit: unit ?? (word === '' ? usual : 'other'),
    unitName: isPlain ? {} : textByScript(found.text),
  };
}
