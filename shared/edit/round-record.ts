import { earlierRound } from '../assessment/change.ts';
import { rulesOf } from '../assessment/order.ts';
import { fingerprintOf, sumOfRatings } from '../assessment/sum.ts';
import type { Draft } from '../change/draft.ts';
import { wholesAbove } from '../figures/sum.ts';
import { type Id, newId } from '../model/basics.ts';
import type { Dialogue, Participant } from '../model/dialogue.ts';
import type { Figure } from '../model/figure.ts';
import type { IdOf } from '../model/id.ts';
import { lastRecord, type RoundRecord } from '../model/record.ts';
import type { Round } from '../model/round.ts';
import type { Passage, Turn } from '../model/turn.ts';
import type { Authorship } from './coding.ts';
import { bringFigures } from './figures-brought.ts';

/**
 * Keeps what a round rests on as it stands now: its dialogues with who spoke, what was marked and coded in them, the
 * list of issues, the ratings and what they cite, wherever it was said. Turns without a passage lose their text.
 * @param round as it stands once the change set is written
 */
export async function recordRound(
  draft: Draft,
  round: Round,
  kind: Exclude<RoundRecord['kind'], 'closed'>,
  author: Authorship,
): Promise<RoundRecord> {
  const record = await gathered(draft, round, kind, author);
  draft.add('records', record);
  return record;
}

/**
 * Keeps what a round rests on as it is closed, and what it is signed off with beside that: its decisions, their
 * indicators, and the round that it is compared with, which may be changed afterwards.
 * @param round as it stands once the change set is written
 */
export async function signOff(draft: Draft, round: Round, author: Authorship): Promise<void> {
  const before = earlierRound(await draft.all('rounds'), round);
  const compared = before && (await recordCompared(draft, before, author));
  const decisions = byId(await draft.find('decisions', 'roundId', round.id));
  const earlier = compared
    ? [
        {
          recordId: compared.id,
          decisions: byId(await draft.find('decisions', 'roundId', compared.roundId)),
        },
      ]
    : [];
  const named = [...decisions, ...earlier.flatMap((one) => one.decisions)];
  const followed = new Set<Id>(named.flatMap((one) => one.indicatorIds));
  const record: RoundRecord = {
    ...(await gathered(draft, round, 'closed', author, followed)),
    decisions,
    earlier,
  };
  draft.add('records', { ...record, fingerprint: fingerprintOf(record, compared ? [compared] : []) });
}

/** The record of the round that another one is compared with; one that is not closed gets one for that. */
async function recordCompared(draft: Draft, round: Round, author: Authorship): Promise<RoundRecord> {
  const closed =
    round.stage === 'closed'
      ? lastRecord(await draft.find('records', 'roundId', round.id), round.id, 'closed')
      : undefined;
  if (closed) return closed;
  const { version } = rulesOf(round);
  return recordRound(draft, { ...round, method: { ...round.method, version } }, 'compared', author);
}

async function gathered(
  draft: Draft,
  round: Round,
  kind: RoundRecord['kind'],
  author: Authorship,
  followed: ReadonlySet<Id> = new Set(),
): Promise<RoundRecord> {
  await bringFigures(draft);
  const register = await registerOf(draft, round.fiscalYear, followed);
  const ratings = byId(await draft.find('ratings', 'roundId', round.id));
  const rows = new Gathered();
  for (const dialogueId of round.dialogueIds) await gatherDialogue(draft, dialogueId, rows);
  for (const { evidence } of ratings) {
    for (const adviceId of evidence.adviceIds) {
      const advice = rows.advice.get(adviceId) ?? (await draft.get('advice', adviceId));
      if (!advice) continue;
      rows.advice.set(advice.id, advice);
      for (const passageId of advice.passageIds) await gatherPassage(draft, passageId, rows);
    }
    for (const passageId of evidence.passageIds) await gatherPassage(draft, passageId, rows);
  }
  for (const { cited } of register.figures)
    if (cited?.passageId) await gatherPassage(draft, cited.passageId, rows);
  const personIds = [...rows.participants.values(), ...round.assessors].map(({ personId }) => personId);
  const persons = await Promise.all(
    [...new Set(personIds)].flatMap((id) => (id === null ? [] : [draft.get('persons', id)])),
  );
  const marked = new Set([...rows.passages.values()].map(({ turnId }) => turnId));
  return {
    id: newId(),
    roundId: round.id,
    kind,
    by: author.by,
    at: author.at,
    workspace: await draft.all('workspace'),
    rounds: [round],
    ratings,
    impacts: byId(await draft.find('impacts', 'roundId', round.id)),
    issues: byId(await draft.all('issues')),
    themes: byId(await draft.all('themes')),
    grievances: [],
    activities: [],
    // What a dialogue goes on from is no part of what a round rests on, and may not be in its scope.
    dialogues: byId(rows.dialogues.values()).map((one) => ({ ...one, follows: null })),
    // Of which organisation of the register somebody is, no output of a round tells.
    persons: byId(persons.filter((one) => one !== undefined)).map((one) => ({
      ...one,
      organisationId: null,
    })),
    participants: byId(rows.participants.values()),
    turns: byId(rows.turns.values()).map((turn) =>
      marked.has(turn.id) ? turn : { ...turn, text: '', cues: [] },
    ),
    passages: byId(rows.passages.values()),
    codings: byId(rows.codings.values()),
    advice: byId(rows.advice.values()),
    sum: sumOfRatings(round, ratings),
    decisions: null,
    ...register,
    earlier: null,
    fingerprint: null,
  };
}

/**
 * The figures that a round's outputs tell, with what they rest on: those of its indicators, those of channels, and what
 * programmes came to in its year.
 * @param followed indicators of its decisions and of those before
 */
async function registerOf(
  draft: Draft,
  fiscalYear: number,
  followed: ReadonlySet<Id>,
): Promise<Pick<RoundRecord, 'indicators' | 'arrangements' | 'sources' | 'organisations'> & FigureList> {
  const all = {
    indicators: await draft.all('indicators'),
    figures: await draft.all('figures'),
    arrangements: await draft.all('arrangements'),
    sources: await draft.all('sources'),
  };
  const channels = new Set<Id>(all.arrangements.filter(({ kind }) => kind === 'channel').map(({ id }) => id));
  const told = all.figures.filter(
    ({ indicatorId, via, period }) =>
      followed.has(indicatorId) || (via !== null && (channels.has(via) || period.fiscalYear === fiscalYear)),
  );
  const figures = withRestated(told, all.figures);
  const organisations = await draft.all('organisations');
  const named = new Set<Id>([
    ...[...figures, ...all.arrangements].flatMap(({ of }) => of ?? []),
    ...all.arrangements.flatMap(({ operator }) => operator ?? []),
    ...all.sources.flatMap(({ publisher }) => publisher ?? []),
  ]);
  for (const id of named)
    for (const above of wholesAbove(id, new Map(organisations.map((one) => [one.id, one])))) named.add(above);
  const counted = new Set<Id>(figures.map(({ indicatorId }) => indicatorId));
  const isCounted = ({ id }: { readonly id: Id }) => followed.has(id) || counted.has(id);
  return {
    indicators: byId(all.indicators.filter(isCounted)),
    figures: byId(figures),
    // What is known of suppliers is no part of what a round rests on, and cites words outside of it.
    organisations: byId(organisations.filter(({ id }) => named.has(id))).map((one) => ({
      ...one,
      factors: [],
      atStake: [],
      amount: null,
    })),
    arrangements: byId(all.arrangements),
    sources: byId(all.sources),
  };
}

interface FigureList {
  readonly figures: Figure[];
}

/** Figures with those that they restate. */
function withRestated(figures: readonly Figure[], all: readonly Figure[]): Figure[] {
  const byFigure = new Map<Id, Figure>(all.map((one) => [one.id, one]));
  const found = new Map<Id, Figure>();
  for (const figure of figures)
    for (let one: Figure | undefined = figure; one && !found.has(one.id); ) {
      found.set(one.id, one);
      one = one.replaces === null ? undefined : byFigure.get(one.replaces);
    }
  return [...found.values()];
}

class Gathered {
  readonly dialogues = new Map<Id, Dialogue>();
  readonly participants = new Map<Id, Participant>();
  readonly turns = new Map<Id, Turn>();
  readonly passages = new Map<Id, Passage>();
  readonly codings = new Map<Id, RoundRecord['codings'][number]>();
  readonly advice = new Map<Id, RoundRecord['advice'][number]>();
}

async function gatherDialogue(draft: Draft, dialogueId: IdOf<'dialogues'>, rows: Gathered): Promise<void> {
  const dialogue = await draft.get('dialogues', dialogueId);
  if (!dialogue) return;
  rows.dialogues.set(dialogue.id, dialogue);
  for (const one of await draft.find('participants', 'dialogueId', dialogueId))
    rows.participants.set(one.id, one);
  for (const one of await draft.find('turns', 'dialogueId', dialogueId)) rows.turns.set(one.id, one);
  for (const one of await draft.find('passages', 'dialogueId', dialogueId)) rows.passages.set(one.id, one);
  for (const one of await draft.find('codings', 'dialogueId', dialogueId)) rows.codings.set(one.id, one);
  for (const one of await draft.find('advice', 'dialogueId', dialogueId)) rows.advice.set(one.id, one);
}

/** A passage that is cited from a dialogue outside the round's, with what is needed to say whose words it is. */
async function gatherPassage(draft: Draft, passageId: IdOf<'passages'>, rows: Gathered): Promise<void> {
  if (rows.passages.has(passageId)) return;
  const passage = await draft.get('passages', passageId);
  if (!passage) return;
  rows.passages.set(passage.id, passage);
  const turn = await draft.get('turns', passage.turnId);
  if (turn) rows.turns.set(turn.id, turn);
  const dialogue = await draft.get('dialogues', passage.dialogueId);
  if (dialogue) rows.dialogues.set(dialogue.id, dialogue);
  const speaker = turn?.participantId ? await draft.get('participants', turn.participantId) : undefined;
  if (speaker) rows.participants.set(speaker.id, speaker);
}

/** In the order of ids, as a workspace file holds rows: a result does not depend on where they were read. */
function byId<R extends { readonly id: Id }>(rows: Iterable<R>): R[] {
  return [...rows].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
