import { dequal } from 'dequal/lite';
import type { Amendment } from '../model/amendment.ts';
import type { Id } from '../model/basics.ts';
import type { Reference } from '../model/id.ts';
import { possibleTargets, REFERENCES, targetsOf, valuesAt } from '../model/references.ts';
import type { MergeKind } from '../model/table.ts';
import { type AnyRow, TABLE_NAMES, TABLES, type TableName } from '../model/tables.ts';
import type { Passage, Turn } from '../model/turn.ts';
import { type Change, invert, squash } from './change-set.ts';
import { passagesNamedIn } from './passage-uses.ts';
import type { IndexedState } from './state.ts';

/** The rows as they are now, as far as an undo asks for them: those of a database, or of a state in memory. */
export interface CurrentRows {
  getMany(table: TableName, ids: readonly Id[]): Promise<readonly (AnyRow | undefined)[]>;
  /** Rows that hold one of the values at a path: dots lead inside, lists are gone through. */
  holding(
    table: TableName,
    path: string,
    values: ReadonlySet<string>,
    except: ReadonlySet<Id>,
  ): Promise<readonly AnyRow[]>;
  all(table: TableName): Promise<readonly AnyRow[]>;
}

/** What takes a change set back, and what of it is kept because it was changed, or is needed, since. */
export interface TakenBack {
  readonly changes: Change[];
  /** By table, how many fields (those of one group are one) and whole rows are kept as they are now. */
  readonly kept: Readonly<Partial<Record<TableName, number>>>;
}

/** What is taken back as one or not at all: fields that belong together, or a row that came or went. */
interface Part {
  /** Empty = the whole row. */
  readonly fields: readonly string[];
  taken: boolean;
}

interface Plan {
  readonly change: Change;
  readonly now: AnyRow | null;
  readonly parts: readonly Part[];
}

/**
 * The change set that takes another one back, field by field: each field that still has the value that the change gave
 * it gets the value that it had before; what was changed since stays. Fields of one group (`MergeKind`) go together. A
 * row that the change added goes, unless it was changed since or something refers to it; one that it removed comes back,
 * unless its id is there again or what it refers to is gone. No text is put back under a passage that was marked in it
 * since. Where nothing was changed since, this is exactly the inverse.
 *
 * Nothing else says what undo and redo do: the store asks it, and so does the check of a workspace file's history.
 */
export async function takeBack(changes: readonly Change[], rows: CurrentRows): Promise<TakenBack> {
  const plans = await plansOf(squash(changes), rows);
  const around = await Surroundings.read(plans, rows);
  // Each round can only keep more, so that it comes to an end.
  while (await around.keepWhatIsNeeded()) {
    // What is kept may need something in its turn.
  }
  const kept: Partial<Record<TableName, number>> = {};
  for (const { change, parts } of plans) {
    const count = parts.filter(({ taken }) => !taken).length;
    if (count > 0) kept[change.table] = (kept[change.table] ?? 0) + count;
  }
  const back = plans.map((plan) => ({ ...plan.change, before: resultOf(plan), after: plan.now }) as Change);
  return { changes: invert(back).filter(({ before, after }) => !dequal(before, after)), kept };
}

/** The rows of a state in memory, as an undo asks for them. */
export function currentRows(state: IndexedState): CurrentRows {
  return {
    getMany: async (table, ids) => ids.map((id) => state[table].get(id)),
    holding: async (table, path, values, except) => {
      const steps = path.split('.');
      return [...state[table].values()].filter(
        (row) => !except.has(row.id) && valuesAt(row, steps).some((value) => values.has(value)),
      );
    },
    all: async (table) => [...state[table].values()],
  };
}

async function plansOf(changes: readonly Change[], rows: CurrentRows): Promise<Plan[]> {
  const found = new Map<string, AnyRow>();
  for (const table of new Set(changes.map((change) => change.table))) {
    const ids = changes.filter((change) => change.table === table).map(({ id }) => id);
    for (const row of await rows.getMany(table, ids)) if (row) found.set(keyOf(table, row.id), row);
  }
  return changes.map((change) => {
    const now = found.get(keyOf(change.table, change.id)) ?? null;
    return { change, now, parts: partsOf(change, now) };
  });
}

function partsOf({ table, before, after }: Change, now: AnyRow | null): Part[] {
  // What is already as it was needs nothing; a later edit is not kept by it either.
  if (dequal(now, before)) return [];
  if (before === null || after === null || now === null) return [{ fields: [], taken: dequal(now, after) }];
  return unitsOf(table)
    .map((fields) => fields.filter((field) => field in before || field in after || field in now))
    .filter((fields) => !isSame(before, after, fields) && !isSame(now, before, fields))
    .map((fields) => ({ fields, taken: isSame(now, after, fields) }));
}

/** The fields of a table's rows, those that go together as one. */
function unitsOf(table: TableName): string[][] {
  const kinds = Object.entries(TABLES[table].merge) as [string, MergeKind][];
  const has = (kind: MergeKind) => kinds.some(([, one]) => one === kind);
  const units = new Map<string, string[]>();
  for (const [field, kind] of kinds) {
    let unit = `field ${field}`;
    if (typeof kind === 'object' && 'group' in kind) unit = has('grows') ? 'grows' : `group ${kind.group}`;
    // A list that only grows tells how the row's group came to be what it is.
    else if (kind === 'grows') unit = 'grows';
    // What is computed of a text goes with the text.
    else if (kind === 'derived' || (kind === 'prose' && has('derived'))) unit = 'derived';
    units.set(unit, [...(units.get(unit) ?? []), field]);
  }
  return [...units.values()];
}

function isSame(one: AnyRow, other: AnyRow, fields: readonly string[]): boolean {
  const [left, right] = [one, other] as unknown as Readonly<Record<string, unknown>>[];
  return fields.every((field) => dequal(left?.[field], right?.[field]));
}

/** The row as the undo leaves it. */
function resultOf({ change, now, parts }: Plan): AnyRow | null {
  const taken = parts.filter((part) => part.taken);
  if (taken.length === 0) return now;
  if (parts.length === taken.length && dequal(now, change.after)) return change.before;
  const result: Record<string, unknown> = { ...now };
  const before = change.before as unknown as Readonly<Record<string, unknown>>;
  for (const field of taken.flatMap(({ fields }) => fields)) {
    if (Object.hasOwn(before, field)) result[field] = before[field];
    else delete result[field];
  }
  return result as unknown as AnyRow;
}

function keyOf(table: string, id: Id): string {
  return `${table}/${id}`;
}

/** The rows of an undo as it leaves them, by table and id; null = gone. */
type Results = ReadonlyMap<string, AnyRow | null>;

/** Where what a reference names is: an assessor in the round that the row is, or is of. */
function targetKey(to: string, row: AnyRow, id: Id): string {
  return to === 'assessors' ? keyOf('rounds', roundOf(row)) : keyOf(to, id);
}

function roundOf(row: AnyRow): Id {
  return 'roundId' in row ? row.roundId : row.id;
}

/** A row that is not part of the undo, and holds something that the undo may take away. */
interface Neighbour {
  readonly table: TableName;
  readonly row: AnyRow;
}

/** What stands around the rows of an undo: what refers to them, and what they refer to. */
class Surroundings {
  readonly #plans: readonly Plan[];
  readonly #rows: CurrentRows;
  readonly #byKey: ReadonlyMap<string, Plan>;
  readonly #neighbours: readonly Neighbour[];
  readonly #targets: ReadonlyMap<string, AnyRow>;
  #records: readonly AnyRow[] | undefined;
  #amendments: readonly Amendment[] | undefined;
  #inCopy: boolean | undefined;

  private constructor(
    plans: readonly Plan[],
    rows: CurrentRows,
    neighbours: readonly Neighbour[],
    targets: ReadonlyMap<string, AnyRow>,
  ) {
    this.#plans = plans;
    this.#rows = rows;
    this.#byKey = new Map(plans.map((plan) => [keyOf(plan.change.table, plan.change.id), plan]));
    this.#neighbours = neighbours;
    this.#targets = targets;
  }

  static async read(plans: readonly Plan[], rows: CurrentRows): Promise<Surroundings> {
    const own = new Map<TableName, Set<Id>>(TABLE_NAMES.map((table) => [table, new Set()]));
    for (const { change } of plans) own.get(change.table)?.add(change.id);
    const neighbours = await neighboursOf(plans, rows, own);
    return new Surroundings(plans, rows, neighbours, await targetsAround(plans, neighbours, rows, own));
  }

  /** Keeps what cannot be taken back without harm to what stays. @returns whether anything more is kept */
  async keepWhatIsNeeded(): Promise<boolean> {
    const results = new Map(
      this.#plans.map((plan) => [keyOf(plan.change.table, plan.change.id), resultOf(plan)]),
    );
    const keep = new Set<Part>();
    const staying: Neighbour[] = [...this.#neighbours];
    for (const { change } of this.#plans) {
      const row = results.get(keyOf(change.table, change.id));
      if (row) staying.push({ table: change.table, row });
    }
    for (const { table, row } of staying) {
      for (const [field, reference] of REFERENCES[table]) {
        for (const [at, id] of valuesAt(row, field.split('.')).entries()) {
          const gone = this.#goneOf({ to: targetsOf(reference, row, at) }, row, id, results);
          if (!gone) continue;
          // Either what is named stays, or what would name it again is not put back.
          const own = this.#byKey.get(keyOf(table, row.id));
          const part =
            gone.part ??
            own?.parts.find((one) => one.taken && bringsBack(own, one, field, id)) ??
            this.#keptBy(reference, id);
          if (part && !(await this.#mayBeGone(reference, id, results))) keep.add(part);
        }
      }
      if (table === 'passages') for (const part of this.#adrift(row as Passage, results)) keep.add(part);
    }
    for (const part of [...this.#unused(results), ...this.#apart(), ...(await this.#amended())])
      keep.add(part);
    for (const part of keep) part.taken = false;
    return keep.size > 0;
  }

  /** Null where what a reference names will be there; else the part of the undo that takes it away, if one does. */
  #goneOf(reference: Reference, row: AnyRow, id: Id, results: Results): { readonly part?: Part } | null {
    let part: Part | undefined;
    for (const to of targetsOf(reference, row)) {
      const key = targetKey(to, row, id);
      const plan = this.#byKey.get(key);
      const found = plan ? results.get(key) : this.#targets.get(key);
      if (found && (to !== 'assessors' || holdsAssessor(found, id))) return null;
      if (plan?.now && (to !== 'assessors' || holdsAssessor(plan.now, id)))
        part = plan.parts.find(
          ({ taken, fields }) => taken && (fields.length === 0 || fields.includes('assessors')),
        );
    }
    return part ? { part } : {};
  }

  /** The part that takes away a record in which what is named is kept. */
  #keptBy({ mayBeGone }: Reference, id: Id): Part | undefined {
    if (mayBeGone?.when !== 'kept-in-record') return undefined;
    return this.#plans
      .filter(({ change, now }) => change.table === 'records' && recordedIn(now).includes(id))
      .flatMap(({ parts }) => parts)
      .find(({ taken }) => taken);
  }

  /** A record comes and goes with a move of its round: parts that are taken back without the other. */
  #apart(): Part[] {
    return this.#plans.flatMap(({ change, parts }) => {
      if (change.table !== 'records') return [];
      const { before, after } = change as Change<'records'>;
      const round = this.#byKey.get(keyOf('rounds', (before ?? after)?.roundId ?? ''));
      const moves =
        round?.parts.filter(({ fields }) => fields.length === 0 || fields.includes('history')) ?? [];
      const both = [...parts, ...moves];
      return both.some(({ taken }) => !taken) ? both.filter(({ taken }) => taken) : [];
    });
  }

  /**
   * An amendment comes and goes with what it says of decisions, indicators and figures, as a whole; where a later one says something
   * of the same rows it stays.
   */
  async #amended(): Promise<Part[]> {
    const own = this.#plans.flatMap(({ change }) =>
      change.table === 'amendments' ? [(change.before ?? change.after) as Amendment] : [],
    );
    if (own.length === 0) return [];
    this.#amendments ??= (await this.#rows.all('amendments')) as Amendment[];
    const others = this.#amendments.filter(({ id }) => !own.some((one) => one.id === id));
    return [...new Set(own.map(({ roundId }) => roundId))].flatMap((roundId) => {
      const amendments = own.filter((one) => one.roundId === roundId);
      const said = new Set(amendments.flatMap(rowsSaid));
      const parts = this.#plans
        .filter(
          ({ change: { table, id, before, after } }) =>
            ((table === 'indicators' || table === 'figures') && said.has(id)) ||
            (['decisions', 'amendments'].includes(table) && roundOf((before ?? after) as AnyRow) === roundId),
        )
        .flatMap((plan) => plan.parts);
      const goesOn = others.some((other) =>
        amendments.some(
          ({ recordId, number }) =>
            other.recordId === recordId &&
            other.number >= number &&
            rowsSaid(other).some((id) => said.has(id)),
        ),
      );
      return goesOn || parts.some(({ taken }) => !taken) ? parts.filter(({ taken }) => taken) : [];
    });
  }

  async #mayBeGone({ mayBeGone }: Reference, id: Id, results: Results): Promise<boolean> {
    if (mayBeGone?.when === 'always') return true;
    if (mayBeGone?.when === 'in-copy') {
      this.#inCopy ??= (await this.#rows.all('workspace')).some((row) => 'copy' in row && row.copy !== null);
      return this.#inCopy;
    }
    if (mayBeGone?.when !== 'kept-in-record') return false;
    this.#records ??= await this.#rows.all('records');
    const stays = this.#records.filter((record) => results.get(keyOf('records', record.id)) !== null);
    const comes = [...results].flatMap(([key, row]) => (row && key.startsWith('records/') ? [row] : []));
    return [...stays, ...comes].some((record) => recordedIn(record).includes(id));
  }

  /** What an undo must not put back, or must put back as a whole, so that a passage is what its turn says. */
  #adrift(passage: Passage, results: Results): Part[] {
    if (passage.state !== 'anchored') return [];
    const key = keyOf('turns', passage.turnId);
    const turn = (results.has(key) ? results.get(key) : this.#targets.get(key)) as Turn | null | undefined;
    if (!turn || turn.text.slice(passage.start, passage.end) === passage.quote) return [];
    const of = (table: TableName, id: Id, field: string) =>
      this.#byKey
        .get(keyOf(table, id))
        ?.parts.filter(({ taken, fields }) => taken && (fields.length === 0 || fields.includes(field))) ?? [];
    return [...of('turns', turn.id, 'text'), ...of('passages', passage.id, 'quote')];
  }

  /** Passages that came back for what does not come back: they live as long as something refers to them. */
  #unused(results: Results): Part[] {
    const back = this.#plans.filter(
      ({ change, parts }) => change.table === 'passages' && !change.after && parts[0]?.taken,
    );
    if (back.length === 0) return [];
    const named = (rows: readonly (readonly [TableName, AnyRow | null | undefined])[]) =>
      new Set(rows.flatMap(([table, row]) => passagesNamedIn(table, row ?? null)));
    const was = named(this.#plans.map(({ change }) => [change.table, change.before]));
    const is = named(
      this.#plans.map(({ change }) => [change.table, results.get(keyOf(change.table, change.id))]),
    );
    return back.flatMap(({ change, parts }) => (was.has(change.id) && !is.has(change.id) ? parts : []));
  }
}

/** Whether a part puts a reference back that is not there now. */
function bringsBack({ change, now }: Plan, { fields }: Part, field: string, id: Id): boolean {
  if (fields.length > 0 && !fields.includes(field.split('.')[0] ?? '')) return false;
  return change.before !== null && !valuesAt(now, field.split('.')).includes(id);
}

/** Ids of the rows that an amendment says something of. */
function rowsSaid({ decisions, indicators, figures, removedIds }: Amendment): Id[] {
  return [...[...decisions, ...indicators, ...(figures ?? [])].map(({ id }) => id), ...removedIds];
}

/** Ids of what a record keeps and other rows may name though it is gone. */
function recordedIn(record: AnyRow | null): string[] {
  return [...valuesAt(record, ['issues', 'id']), ...valuesAt(record, ['themes', 'id'])];
}

function holdsAssessor(round: AnyRow, id: Id): boolean {
  return valuesAt(round, ['assessors', 'id']).includes(id);
}

/** Rows beside the undo that refer to a row that it takes away, or that are passages of a text that it puts back. */
async function neighboursOf(
  plans: readonly Plan[],
  rows: CurrentRows,
  own: ReadonlyMap<TableName, ReadonlySet<Id>>,
): Promise<Neighbour[]> {
  const going = new Map<string, Set<Id>>();
  const goes = (table: string, id: Id) => going.set(table, (going.get(table) ?? new Set()).add(id));
  const recorded = new Set<Id>();
  const rewritten = new Set<Id>();
  for (const { change, now, parts } of plans) {
    const taken = parts.filter((part) => part.taken);
    if (change.before === null && taken.length > 0) goes(change.table, change.id);
    if (change.table === 'records' && change.before === null)
      for (const id of recordedIn(now)) recorded.add(id);
    if (change.table === 'rounds' && taken.length > 0) {
      const stays = valuesAt(change.before, ['assessors', 'id']);
      for (const id of valuesAt(now, ['assessors', 'id'])) if (!stays.includes(id)) goes('assessors', id);
    }
    if (change.table === 'turns' && taken.some(({ fields }) => fields.includes('text')))
      rewritten.add(change.id);
  }
  const found = new Map<string, Neighbour>();
  const look = async (table: TableName, path: string, values: ReadonlySet<string>) => {
    for (const row of await rows.holding(table, path, values, own.get(table) ?? new Set()))
      found.set(keyOf(table, row.id), { table, row });
  };
  for (const table of TABLE_NAMES) {
    for (const [field, reference] of REFERENCES[table]) {
      const { mayBeGone } = reference;
      if (mayBeGone?.when === 'always') continue;
      const values = new Set(possibleTargets(reference).flatMap((target) => [...(going.get(target) ?? [])]));
      if (mayBeGone?.when === 'kept-in-record') for (const id of recorded) values.add(id);
      if (values.size > 0) await look(table, field, values);
    }
  }
  if (rewritten.size > 0) await look('passages', 'turnId', rewritten);
  return [...found.values()];
}

/** Rows beside the undo that its own rows and their neighbours refer to. */
async function targetsAround(
  plans: readonly Plan[],
  neighbours: readonly Neighbour[],
  rows: CurrentRows,
  own: ReadonlyMap<TableName, ReadonlySet<Id>>,
): Promise<Map<string, AnyRow>> {
  const wanted = new Map<TableName, Set<Id>>();
  const referring = [
    ...neighbours,
    ...plans.flatMap(({ change: { table, before }, now }) =>
      [before as AnyRow | null, now].flatMap((row) => (row ? [{ table, row }] : [])),
    ),
  ];
  for (const { table: from, row } of referring) {
    for (const [field, reference] of REFERENCES[from]) {
      for (const [at, named] of valuesAt(row, field.split('.')).entries()) {
        for (const to of targetsOf(reference, row, at)) {
          const table = (to === 'assessors' ? 'rounds' : to) as TableName;
          const id = to === 'assessors' ? roundOf(row) : named;
          if (!own.get(table)?.has(id)) wanted.set(table, (wanted.get(table) ?? new Set()).add(id));
        }
      }
    }
  }
  const found = new Map<string, AnyRow>();
  for (const [table, ids] of wanted)
    for (const row of await rows.getMany(table, [...ids])) if (row) found.set(keyOf(table, row.id), row);
  return found;
}
