import type { Id } from '../model/basics.ts';
import type { Rows, TableName } from '../model/tables.ts';

/** Names of a row's fields that hold one id, by which rows of a table are found. */
export type ReferenceField<T extends TableName> = {
  [K in keyof Rows[T]]: K extends `${string}Id` | 'id' ? K : never;
}[keyof Rows[T]];

/** Where a draft reads rows that it has not touched: the Dexie store, or a state in memory. */
export interface RowReader {
  get<T extends TableName>(table: T, id: Id): Promise<Rows[T] | undefined>;
  /** Rows whose `field` equals `value`, e.g. `find('turns', 'dialogueId', id)`. */
  find<T extends TableName>(table: T, field: ReferenceField<T>, value: Id): Promise<Rows[T][]>;
  all<T extends TableName>(table: T): Promise<Rows[T][]>;
}
