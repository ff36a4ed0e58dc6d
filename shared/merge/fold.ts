import { mapTexts } from '../anchor/text-map.ts';
import type { IndexedState } from '../change/state.ts';
import { moveCues } from '../edit/relocate.ts';
import type { Id } from '../model/basics.ts';
import { circles, type Dangling, dangling, REFERENCES, targetsOf, valuesAt } from '../model/references.ts';
import type { Round } from '../model/round.ts';
import { type AnyRow, TABLE_NAMES, TABLES, type TableName, type WorkspaceState } from '../model/tables.ts';
import type { Passage, Turn } from '../model/turn.ts';
import type { Difference, Differences, Part } from './differences.ts';
import type { Choice } from './placing.ts';
import { keyOf, type Sides } from './sides.ts';

/** What a person chose, by the key of the part; what is not there stands as proposed. */
export type Choices = ReadonlyMap<string, Choice>;

/** Why something stands otherwise than chosen. */
export type Reason = 'in-use' | 'refused' | 'round-closed';

/**
 * The merged rows in the making. Each row is decided on by one difference, so that a choice can be changed while the
 * others stand.
 */
export class Fold {
  readonly state: IndexedState;
  /** Differences that stand otherwise than chosen, since rows that are kept need them, or since they cannot stand. */
  readonly overruled = new Map<string, Reason>();
  readonly #sides: Sides;
  readonly #differences: Differences;
  readonly #choices: Map<string, Choice>;

  constructor(sides: Sides, differences: Differences, choices: Choices) {
    this.#sides = sides;
    this.#differences = differences;
    this.#choices = new Map(choices);
    this.state = Object.fromEntries(
      TABLE_NAMES.map((table) => [table, new Map<string, AnyRow>(sides.mine[table])]),
    ) as unknown as IndexedState;
    for (const one of differences.list) this.#apply(one);
    this.#settle();
  }

  choiceOf(part: Part): Choice {
    return this.#choices.get(part.key) ?? part.choice;
  }

  /** Leaves what came back of a difference out, and whatever cannot stand without it. */
  refuse(one: Difference, reason: Reason): void {
    this.#leave(one, reason);
    this.#settle();
  }

  /** Puts a row of the merged state right where it follows from others, e.g. the place of a passage. */
  put(table: TableName, row: AnyRow): void {
    this.state[table].set(row.id, row);
  }

  /** Until no reference leads nowhere, nothing leads back to itself, and every row is as its table wants it. */
  #settle(): void {
    let again = true;
    while (again) {
      again = false;
      for (const found of [...dangling(plain(this.state))]) if (this.#mend(found)) again = true;
      for (const { table, id, field } of [...circles(plain(this.state))])
        if (this.#leaveCircle(table, id, field)) again = true;
      for (const { table, id } of this.#invalid()) if (this.#leaveRow(table, id)) again = true;
    }
  }

  /** Keeps what a row refers to; where it cannot be kept, the row stays as it is here. */
  #mend(found: Dangling): boolean {
    // A row inside a record, which is taken as it came, refers to rows of the record.
    if (found.recordId !== null) return this.#leaveRow('records', found.recordId);
    // A passage goes where its words stand now (`placePassages`), as long as there is a text.
    if (found.table === 'passages' && found.field === 'turnId' && found.reason === 'missing') {
      const passage = this.state.passages.get(found.id) as Passage | undefined;
      if (passage && this.state.dialogues.has(passage.dialogueId)) return false;
    }
    // A sign-off that was taken back here does not return with what amends it: its record comes with a move of the round.
    const amends = found.table === 'amendments' && found.field === 'recordId';
    if (amends || found.reason === 'elsewhere') return this.#leaveRow(found.table, found.id);
    const row = this.state[found.table].get(found.id);
    const reference = REFERENCES[found.table].find(([field]) => field === found.field)?.[1];
    if (!row || !reference) return false;
    const at = valuesAt(row, found.field.split('.')).indexOf(found.target);
    for (const target of targetsOf(reference, row, at)) {
      if (
        target === 'assessors'
          ? this.#keepAssessor(row, found.target)
          : this.#keep(target as TableName, found.target)
      )
        return true;
    }
    return this.#leaveRow(found.table, found.id);
  }

  /** Brings back a row that one side removed, or left out, with what it came with. */
  #keep(table: TableName, id: Id): boolean {
    if (this.state[table].has(id)) return true;
    const one = this.#differences.deciding.get(keyOf(table, id));
    const [part] = one?.parts ?? [];
    if (!one || !part || part.fields.length > 0) {
      const was = this.#sides.base[table].get(id);
      if (!was) return false;
      this.state[table].set(id, was);
      return true;
    }
    if (this.overruled.has(one.key)) return false;
    this.overruled.set(one.key, 'in-use');
    this.#choices.set(part.key, this.#sides.mine[table].has(id) ? 'mine' : 'theirs');
    this.#apply(one);
    return this.state[table].has(id);
  }

  #keepAssessor(row: AnyRow, assessorId: Id): boolean {
    const roundId = 'roundId' in row ? (row.roundId as Id) : row.id;
    const round = this.state.rounds.get(roundId) as Round | undefined;
    if (!round) return this.#keep('rounds', roundId);
    if (round.assessors.some(({ id }) => id === assessorId)) return true;
    if (round.stage === 'closed') return false;
    for (const side of ['mine', 'theirs', 'base'] as const) {
      const known = (this.#sides[side].rounds.get(roundId) as Round | undefined)?.assessors ?? [];
      const assessor = known.find(({ id }) => id === assessorId);
      if (!assessor) continue;
      this.state.rounds.set(roundId, { ...round, assessors: [...round.assessors, assessor] });
      return true;
    }
    return false;
  }

  /** Leaves out the first link of a circle that came back: what is here alone has none. */
  #leaveCircle(table: TableName, start: Id, field: string): boolean {
    const seen = new Set<Id>();
    for (let id: Id | undefined = start; id !== undefined && !seen.has(id); ) {
      if (this.#leaveRow(table, id)) return true;
      seen.add(id);
      id = valuesAt(this.state[table].get(id), field.split('.'))[0];
    }
    return false;
  }

  #leaveRow(table: TableName, id: Id): boolean {
    const one = this.#differences.deciding.get(keyOf(table, id));
    return one !== undefined && this.#leave(one, 'refused');
  }

  #leave(one: Difference, reason: Reason): boolean {
    if (one.parts.every((part) => this.choiceOf(part) === 'mine')) return false;
    this.overruled.set(one.key, reason);
    for (const part of one.parts) this.#choices.set(part.key, 'mine');
    this.#apply(one);
    return true;
  }

  *#invalid(): Generator<{ table: TableName; id: Id }> {
    for (const { table, id, kind } of this.#differences.list) {
      const row = kind === 'changed' ? this.state[table].get(id) : undefined;
      if (row && row !== this.#sides.mine[table].get(id) && !TABLES[table].schema.safeParse(row).success)
        yield { table, id };
    }
  }

  #apply(one: Difference): void {
    const [first] = one.parts;
    if (!first) return;
    if (first.fields.length > 0) {
      this.state[one.table].set(one.id, this.#joined(one));
      // The records of a round come with its moves.
      const move = one.parts.find(({ fields }) => fields.includes('history'));
      this.#follow(one, this.#sides[move && this.choiceOf(move) !== 'mine' ? 'theirs' : 'mine']);
      return;
    }
    const from = this.#sides[this.choiceOf(first) === 'theirs' ? 'theirs' : 'mine'];
    if (one.kind !== 'transcript') this.#take(one.table, one.id, from);
    this.#follow(one, from);
  }

  #follow({ followers }: Difference, from: IndexedState): void {
    for (const [table, ids] of followers) for (const id of ids) this.#take(table, id, from);
  }

  #take(table: TableName, id: Id, from: IndexedState): void {
    const row: AnyRow | undefined = from[table].get(id);
    if (row) this.state[table].set(id, row);
    else this.state[table].delete(id);
  }

  /** A row of which each part is chosen. */
  #joined({ table, rows, parts }: Difference): AnyRow {
    const { mine, theirs } = rows as unknown as Record<'mine' | 'theirs', Record<string, unknown>>;
    const row: Record<string, unknown> = { ...mine };
    let takes = false;
    for (const part of parts) {
      const choice = this.choiceOf(part);
      if (choice === 'mine') continue;
      takes = true;
      for (const field of part.fields)
        row[field] = (choice === 'both' && part.both ? part.both : theirs)[field];
    }
    if (takes && typeof mine.at === 'string' && typeof theirs.at === 'string')
      row.at = mine.at > theirs.at ? mine.at : theirs.at;
    if (table === 'turns') row.cues = cuesOf(row.text, mine as unknown as Turn, theirs as unknown as Turn);
    return row as unknown as AnyRow;
  }
}

/** The times inside a text go with its words. */
function cuesOf(text: unknown, mine: Turn, theirs: Turn): Turn['cues'] {
  if (text === mine.text) return mine.cues;
  if (text === theirs.text) return theirs.cues;
  return moveCues(mine.cues, mapTexts(mine.text, String(text)));
}

function plain(state: IndexedState): WorkspaceState {
  return Object.fromEntries(
    TABLE_NAMES.map((table) => [table, [...state[table].values()]]),
  ) as unknown as WorkspaceState;
}
