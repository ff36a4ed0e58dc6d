import type { Rows, TableName } from '#shared/model/tables.ts';
import type { ReadDb } from './database.ts';

/** Rows that are read at once: more of them would let the window stand still. */
const PART = 2_500;

/**
 * The rows of a table that are wanted, read part by part: between two parts the window can be drawn, and answers.
 * @param isWanted absent = all
 */
export async function rowsInParts<T extends TableName>(
  db: ReadDb,
  table: T,
  isWanted: (row: Rows[T]) => boolean = () => true,
): Promise<Rows[T][]> {
  const source = db[table] as unknown as ReadDb['entries'];
  const rows: Rows[T][] = [];
  for (let last: string | null = null; ; ) {
    const from: ReturnType<ReadDb['entries']['orderBy']> =
      last === null ? source.orderBy(':id') : source.where(':id').above(last);
    const part = (await from.limit(PART).toArray()) as unknown as Rows[T][];
    for (const row of part) if (isWanted(row)) rows.push(row);
    if (part.length < PART) return rows;
    last = part.at(-1)?.id ?? null;
  }
}
