import { Dexie } from 'dexie';
import type { JournalEntry } from '#shared/change/change-set.ts';
import type { AnyRow } from '#shared/model/tables.ts';
import type { Turn } from '#shared/model/turn.ts';
import { SEARCHED_TABLES, type SearchedState, type SearchedTable } from '#shared/search/rows.ts';

/** Rows read at once: so many that reading is quick, so few that questions are taken in between. */
const ROWS_AT_ONCE = 4_000;

/**
 * Reads a workspace's rows beside the store, off the window's thread. It opens the database as it stands, whatever its
 * version, and only ever reads: the store is the one writer (ARCHITECTURE, law 2).
 */
export class RowsReader {
  readonly #db: Dexie;

  private constructor(db: Dexie) {
    this.#db = db;
  }

  static async open(name: string): Promise<RowsReader> {
    const db = new Dexie(name, { cache: 'disabled' });
    return new RowsReader(await db.open());
  }

  /** The newest entry of the journal that the rows reflect; 0 before the first. */
  async head(): Promise<number> {
    const last = await this.#db.table<JournalEntry, number>('journal').orderBy('seq').lastKey();
    return (last as number | undefined) ?? 0;
  }

  entry(seq: number): Promise<JournalEntry | undefined> {
    return this.#db.table<JournalEntry, number>('journal').get(seq);
  }

  entriesAfter(seq: number): Promise<JournalEntry[]> {
    return this.#db.table<JournalEntry, number>('journal').where('seq').above(seq).sortBy('seq');
  }

  /**
   * Every row that search knows. Not from one moment: what is written meanwhile stands in the journal after the head
   * that was asked for before, and is followed then.
   */
  async rows(): Promise<SearchedState> {
    const state: Partial<Record<SearchedTable, AnyRow[]>> = {};
    for (const table of SEARCHED_TABLES) state[table] = await this.#rowsOf(table);
    return state as unknown as SearchedState;
  }

  async #rowsOf(table: SearchedTable): Promise<AnyRow[]> {
    const rows: AnyRow[] = [];
    const known: Known = new Map();
    for (let after = ''; ; ) {
      const part = await this.#db
        .table<AnyRow, string>(table)
        .where(':id')
        .above(after)
        .limit(ROWS_AT_ONCE)
        .toArray();
      for (const row of part) rows.push(table === 'turns' ? lean(row as Turn, known) : row);
      const last = part.at(-1);
      if (!last || part.length < ROWS_AT_ONCE) return rows;
      after = last.id;
    }
  }

  close(): void {
    this.#db.close();
  }
}

type Known = Map<string, string>;

/** Subtitles' times are many, and nothing that is searched by. */
const NO_CUES: Turn['cues'] = [];

/** A turn that shares with the others what they have in common: what is read has every id by itself. */
function lean(turn: Turn, known: Known): Turn {
  const shared = <T extends string | null>(text: T): T => {
    if (text === null) return text;
    const first = known.get(text);
    if (first === undefined) known.set(text, text);
    return (first ?? text) as T;
  };
  return {
    ...turn,
    dialogueId: shared(turn.dialogueId),
    participantId: shared(turn.participantId),
    heading: shared(turn.heading),
    cues: NO_CUES,
  };
}
