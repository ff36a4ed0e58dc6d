import { converted, type FigureTables } from '../figures/converted.ts';
import { strictest } from '../model/attribution.ts';
import type { Id } from '../model/basics.ts';
import type { Dialogue, Participant } from '../model/dialogue.ts';
import type { IdOf } from '../model/id.ts';
import { type Person, spellingsOf } from '../model/person.ts';
import { lastRecord, type RoundRecord } from '../model/record.ts';
import type { Round } from '../model/round.ts';
import { isSignedOff } from '../model/signed-off.ts';
import type { Rows, TableName, WorkspaceState } from '../model/tables.ts';
import type { Passage } from '../model/turn.ts';

/** What is needed to tell whether a round is frozen, and any other tables. */
export type RoundTables = Pick<WorkspaceState, 'rounds' | 'records'> & Partial<WorkspaceState>;

/** Tables that a record holds whole: what came on the list later is not of the round. */
const WHOLE = ['workspace', 'issues', 'themes'] as const;
/** Tables of which a record holds what the round's dialogues brought. */
const OF_DIALOGUES = ['participants', 'turns', 'codings', 'advice'] as const;

/**
 * The workspace as a round sees it. A closed round sees what it rested on when it was closed: whatever becomes of
 * texts, codings, names and lists later, its results, matrix and report stay as they were (METHOD, Decisions), and since
 * version 7 of the model with them its decisions, indicators, and the round that it is compared with. Any other round, and
 * a closed one of a version that kept no records, sees what there is now. Only tables that `state` holds are replaced.
 *
 * One thing follows the present all the same (UNGP 21): a policy that was made stricter since holds for old words too,
 * and a name that was corrected since is withheld where the old one is. What is printed is the name as it was.
 */
export function stateOfRound<S extends RoundTables>(state: S, roundId: IdOf<'rounds'>): S {
  const record = closingRecord(state, roundId);
  return record ? stateOfRecord(state, record) : state;
}

/**
 * What a round's outputs read beside what the round itself rests on: the round that it is compared with, decisions and
 * indicators. Of a signed-off round as they were signed off; of any other one as they are now.
 * @param seen the workspace as the round sees it, where it is known
 */
export function besideRound<S extends RoundTables>(
  live: S,
  roundId: Id,
  seen: S = stateOfRound(live, roundId),
): S {
  return isSignedOff(closingRecord(live, roundId)) ? seen : live;
}

/** What a closed round is read from; undefined = it is not closed, or was closed by a version that kept no records. */
export function closingRecord({ rounds, records }: RoundTables, roundId: Id): RoundRecord | undefined {
  return rounds.find(({ id }) => id === roundId)?.stage === 'closed'
    ? lastRecord(records, roundId, 'closed')
    : undefined;
}

/** Issues and themes by which the outputs of a round name things; of what is there twice the later one counts. */
export function namedIn<R>(
  live: RoundTables,
  roundId: Id,
  rowsOf: (of: Partial<Pick<WorkspaceState, 'issues' | 'themes'>>) => readonly R[],
): R[] {
  const record = closingRecord(live, roundId);
  const beside = isSignedOff(record) ? earlierRecords(record, live.records) : [live];
  return [...beside, stateOfRound(live, roundId)].flatMap(rowsOf);
}

/** The records of the rounds that a signed-off one is compared with. */
export function earlierRecords(record: RoundRecord, records: readonly RoundRecord[]): RoundRecord[] {
  const ids = new Set<Id>(record.earlier?.map(({ recordId }) => recordId));
  return records.filter(({ id }) => ids.has(id));
}

/** The workspace as it was for a round when the record was made, e.g. before its discussion. */
export function stateOfRecord<S extends RoundTables>(state: S, record: RoundRecord): S {
  const seen: Partial<WorkspaceState> = { ...state };
  const replace = <T extends TableName>(table: T, rows: (live: readonly Rows[T][]) => Rows[T][]) => {
    const live = state[table] as readonly Rows[T][] | undefined;
    if (live) seen[table] = rows(live) as Partial<WorkspaceState>[T];
  };
  const ids = new Set(record.dialogues.map(({ id }) => id));
  const [own] = record.rounds;
  for (const { dialogueIds } of record.rounds) for (const id of dialogueIds) ids.add(id);

  const { persons, participants } = withPresentSpellings(record, state);

  for (const table of WHOLE) replace(table, () => record[table] as never);
  const figures = recordedFigures(record, state);
  for (const table of FIGURE_TABLES) replace(table, () => figures[table] as never);
  if (record.figures !== null) replace('organisations', () => record.organisations);
  replace('rounds', (live) => live.map((one) => (one.id === own?.id ? own : one)));
  replace('ratings', (live) => [
    ...live.filter(({ roundId }) => roundId !== record.roundId),
    ...record.ratings,
  ]);
  replace('impacts', (live) => [
    ...live.filter(({ roundId }) => roundId !== record.roundId),
    ...record.impacts,
  ]);
  for (const table of OF_DIALOGUES)
    replace(
      table,
      (live) =>
        [
          ...live.filter((one) => !ids.has(one.dialogueId)),
          ...(table === 'participants' ? participants : record[table]),
        ] as never,
    );
  replace('persons', (live) => others(live, persons));
  replace('dialogues', (live) => [
    ...live.filter(({ id }) => !ids.has(id)),
    ...withPresentPolicy(record.dialogues, live, (one, now) => strictest([one.attribution, now.attribution])),
  ]);
  replace('passages', (live) => [
    ...live.filter(({ dialogueId }) => !ids.has(dialogueId)),
    ...withPresentPolicy(record.passages, live, (one, now) =>
      one.attribution === null || now.attribution === null
        ? (one.attribution ?? now.attribution)
        : strictest([one.attribution, now.attribution]),
    ),
  ]);
  if (isSignedOff(record)) {
    const { decisions } = record;
    const earlier = earlierRecords(record, state.records);
    const kept = new Set<Id>([record.roundId, ...earlier.map(({ roundId }) => roundId)]);
    replace('decisions', (live) => [
      ...live.filter(({ roundId }) => !kept.has(roundId)),
      ...decisions,
      ...(record.earlier ?? []).flatMap((one) => one.decisions),
    ]);
    // What began since, or was moved to an earlier year, is nothing that it was compared with.
    replace('rounds', () => [
      ...(own ? [own] : []),
      ...earlier.flatMap(({ rounds }) => rounds.map(asClosed)),
    ]);
    replace('records', (live) => [
      ...live.filter(({ roundId }) => !kept.has(roundId) || roundId === record.roundId),
      ...earlier.map((one) => ({ ...one, kind: 'closed' as const })),
    ]);
  }
  return seen as S;
}

const FIGURE_TABLES = [
  'activities',
  'grievances',
  'indicators',
  'figures',
  'arrangements',
  'sources',
] as const satisfies readonly (keyof FigureTables)[];

/**
 * Figures with what they rest on, as a record holds them, whatever version made it. Where no decisions were signed off,
 * those of now are followed up with the figures of now.
 */
function recordedFigures(record: RoundRecord, state: Partial<FigureTables>): FigureTables {
  const { activities, grievances, arrangements, sources } = record;
  const own = converted({
    ...{ activities, grievances, arrangements, sources },
    indicators: record.indicators ?? [],
    figures: record.figures ?? [],
  });
  if (isSignedOff(record)) return { ...own, indicators: others(state.indicators ?? [], own.indicators) };
  const nothing = { activities: [], grievances: [], arrangements: [], sources: [] };
  const now = converted({
    ...nothing,
    indicators: state.indicators ?? [],
    figures: state.figures ?? [],
  });
  // What was done is told from the record alone.
  const followed = now.figures.map((one) => (one.via === null ? one : { ...one, via: null }));
  return {
    ...own,
    indicators: others(now.indicators, own.indicators),
    figures: others(followed, own.figures),
  };
}

/** A round that was compared while it was not closed is read from its record all the same. */
function asClosed(round: Round): Round {
  return round.stage === 'closed' ? round : { ...round, stage: 'closed' };
}

/**
 * The recorded people, with what they are called by now among their other spellings: those are withheld with the others,
 * and printed nowhere. Who was linked to nobody is a person of their own for it.
 */
function withPresentSpellings(
  record: RoundRecord,
  live: Partial<Pick<WorkspaceState, 'persons' | 'participants'>>,
): Pick<RoundRecord, 'persons' | 'participants'> {
  const persons = new Map<Id, string[]>((live.persons ?? []).map((one) => [one.id, spellingsOf(one)]));
  const participants = new Map((live.participants ?? []).map((one) => [one.id, one]));
  const since = ({ id }: Participant): string[] => {
    const now = participants.get(id);
    return now ? [now.name, ...(persons.get(now.personId ?? '') ?? [])] : [];
  };
  const alone: Person[] = [];
  return {
    participants: record.participants.map((one) => {
      const spellings = one.personId === null ? since(one).filter((name) => name !== one.name) : [];
      if (spellings.length === 0) return one;
      const { name, kind } = one;
      const id: Id = one.id;
      alone.push({
        id,
        name: { und: name },
        reading: '',
        aliases: spellings,
        title: {},
        organisation: {},
        organisationId: null,
        kind,
      });
      return { ...one, personId: id };
    }),
    persons: [
      ...record.persons.map((person) => {
        const days = record.participants.filter(({ personId }) => personId === person.id);
        const known = new Set(spellingsOf(person));
        const spellings = new Set([...(persons.get(person.id) ?? []), ...days.flatMap(since)]);
        const fresh = [...spellings].filter((name) => !known.has(name));
        return fresh.length === 0 ? person : { ...person, aliases: [...person.aliases, ...fresh] };
      }),
      ...alone,
    ],
  };
}

/** Live rows that the record does not hold, and the record's. */
function others<R extends { readonly id: Id }>(live: readonly R[], recorded: readonly R[]): R[] {
  const held = new Set(recorded.map(({ id }) => id));
  return [...live.filter(({ id }) => !held.has(id)), ...recorded];
}

/** The recorded rows, each under the stricter of its policies then and now; what is gone keeps the one it had. */
function withPresentPolicy<R extends Dialogue | Passage>(
  recorded: readonly R[],
  live: readonly R[],
  policy: (recorded: R, now: R) => R['attribution'],
): R[] {
  const present = new Map(live.map((one) => [one.id, one]));
  return recorded.map((one) => {
    const now = present.get(one.id);
    if (!now || now.attribution === one.attribution) return one;
    const attribution = policy(one, now);
    return attribution === one.attribution ? one : { ...one, attribution };
  });
}
