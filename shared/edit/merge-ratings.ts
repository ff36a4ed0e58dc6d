import { dequal } from 'dequal/lite';
import { askedIssues } from '../assessment/panel.ts';
import type { Draft } from '../change/draft.ts';
import { groupBy } from '../group.ts';
import type { Id, Point } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import { ProblemError } from '../model/problem.ts';
import type { Rating } from '../model/rating.ts';
import { DIMENSIONS, type Dimension, type Round } from '../model/round.ts';
import { idAt } from './derived-id.ts';
import type { Answer } from './rating.ts';

/** What a rating says, field by field, in the form in which it travels: what is not said is null, or empty. */
export interface RatingFields {
  readonly nature: Rating['nature'] | null;
  readonly scale: Answer;
  readonly scope: Answer;
  readonly irremediability: Answer;
  readonly likelihood: Answer;
  readonly delay: boolean;
  readonly connection: Rating['connection'];
  readonly leverage: Point | null;
  readonly businessEffect: Point | null;
  readonly valueChain: Rating['valueChain'];
  readonly confidence: Rating['confidence'];
  readonly rationale: string;
  /** Cited passages, advice and other sources; these are sets. */
  readonly passages: readonly Id[];
  readonly advice: readonly Id[];
  readonly sources: readonly string[];
}
export type RatingField = keyof RatingFields;

export const RATING_FIELDS = [
  'nature',
  'scale',
  'scope',
  'irremediability',
  'likelihood',
  'delay',
  'connection',
  'leverage',
  'businessEffect',
  'valueChain',
  'confidence',
  'rationale',
  'passages',
  'advice',
  'sources',
] as const satisfies readonly RatingField[];

/** One answer as it came back. */
export interface OfferedField<F extends RatingField = RatingField> {
  readonly field: F;
  readonly value: RatingFields[F];
  /** What it was when the sheet or copy was made; undefined = not known any more. */
  readonly base: RatingFields[F] | undefined;
  /** Where it stands, e.g. `Ratings!D7`; null = in no cell. */
  readonly cell: string | null;
}

export interface OfferedRating {
  readonly issueId: IdOf<'issues'>;
  readonly fields: readonly OfferedField[];
}

/** One assessor's ratings as they came back from elsewhere. */
export interface RatingOffer {
  readonly roundId: IdOf<'rounds'>;
  readonly assessorId: IdOf<'assessors'>;
  readonly ratings: readonly OfferedRating[];
}

/** Of a conflict: what is in the workspace is kept, or what was brought is taken. */
export type MergeChoice = 'here' | 'brought';
/** By `choiceKey`. */
export type MergeChoices = Readonly<Record<string, MergeChoice>>;

export interface MergeStep {
  readonly issueId: IdOf<'issues'>;
  readonly field: RatingField;
  readonly cell: string | null;
  readonly here: RatingFields[RatingField];
  readonly brought: RatingFields[RatingField];
}

export interface MergeConflict extends MergeStep {
  readonly base: RatingFields[RatingField] | undefined;
  /** Null = nobody chose yet: what is here is kept. */
  readonly choice: MergeChoice | null;
}

/** What taking an offer in would do. Nothing else is altered. */
export interface MergePlan {
  /** What is new, or was left alone here since the sheet went out; and conflicts decided for what was brought. */
  readonly changes: readonly MergeStep[];
  /** What was changed here and there, differently, since the sheet went out. */
  readonly conflicts: readonly MergeConflict[];
  /** A likelihood of an impact that is happening is not rated (METHOD, "What is rated"): not taken. */
  readonly refused: readonly MergeStep[];
  /** Likelihoods that fall away because the impact is now said to be happening. */
  readonly dropped: readonly MergeStep[];
  /** Answers brought that stand here already. */
  readonly same: number;
  /** Ratings that are created or altered. */
  readonly ratings: number;
}

export function choiceKey(issueId: IdOf<'issues'>, field: RatingField): string {
  return `${issueId}/${field}`;
}

/** A rating field by field; of no rating, what nobody said. */
export function fieldsOf(rating: Rating | undefined): RatingFields {
  const answer = (dimension: Dimension): Answer =>
    rating?.abstained.includes(dimension) ? 'abstain' : (rating?.[dimension] ?? null);
  return {
    nature: rating?.nature ?? null,
    scale: answer('scale'),
    scope: answer('scope'),
    irremediability: answer('irremediability'),
    likelihood: answer('likelihood'),
    delay: rating?.delayMakesIrremediable ?? false,
    connection: rating?.connection ?? null,
    leverage: rating?.leverage ?? null,
    businessEffect: rating?.businessEffect ?? null,
    valueChain: rating?.valueChain ?? null,
    confidence: rating?.confidence ?? null,
    rationale: rating?.rationale ?? '',
    passages: rating?.evidence.passageIds ?? [],
    advice: rating?.evidence.adviceIds ?? [],
    sources: rating?.evidence.sources ?? [],
  };
}

/** Whether nothing is said: such an answer never takes one away. */
export function isBlank(value: RatingFields[RatingField]): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === null || value === false || (Array.isArray(value) && value.length === 0);
}

/**
 * Compares what came back with what is stored, three ways: what was not touched since it went out is left alone, what
 * was touched on one side is taken from there, and what was touched on both sides differently is a conflict for a person.
 * A blank never takes an answer away. Sets of evidence grow and shrink by what was done to them.
 * @param ratings those of the round, as they stand
 */
export function planMerge(
  ratings: readonly Rating[],
  offer: RatingOffer,
  choices: MergeChoices = {},
): MergePlan {
  const plan = {
    changes: [] as MergeStep[],
    conflicts: [] as MergeConflict[],
    refused: [] as MergeStep[],
    dropped: [] as MergeStep[],
    same: 0,
    ratings: 0,
  };
  const existing = new Map(
    ratings
      .filter(({ roundId, assessorId }) => roundId === offer.roundId && assessorId === offer.assessorId)
      .map((rating) => [rating.issueId, fieldsOf(rating)]),
  );
  for (const { issueId, fields } of offer.ratings) {
    const here = existing.get(issueId) ?? fieldsOf(undefined);
    const changes: MergeStep[] = [];
    for (const { field, value, base, cell } of fields) {
      const step = { issueId, field, cell, here: here[field], brought: value };
      const outcome = outcomeOf(step, base);
      if (outcome === 'same') plan.same++;
      else if (outcome === 'conflict') {
        const choice = choices[choiceKey(issueId, field)] ?? null;
        plan.conflicts.push({ ...step, base, choice });
        if (choice === 'brought') changes.push(step);
      } else if (outcome !== 'untouched') changes.push({ ...step, brought: outcome.becomes });
    }
    const becomes = (field: RatingField) =>
      changes.find((one) => one.field === field)?.brought ?? here[field];
    const likelihood = changes.findIndex(({ field }) => field === 'likelihood');
    if (becomes('nature') === 'actual') {
      const [step] = likelihood === -1 ? [] : changes.splice(likelihood, 1);
      if (step) plan.refused.push(step);
      if (here.likelihood !== null)
        plan.dropped.push({ issueId, field: 'likelihood', cell: null, here: here.likelihood, brought: null });
    }
    if (changes.length > 0) plan.ratings++;
    plan.changes.push(...changes);
  }
  return plan;
}

type Outcome = 'untouched' | 'same' | 'conflict' | { readonly becomes: RatingFields[RatingField] };

function outcomeOf(
  { here, brought }: Pick<MergeStep, 'here' | 'brought'>,
  base: RatingFields[RatingField] | undefined,
): Outcome {
  if (Array.isArray(brought) && Array.isArray(here)) {
    const before = Array.isArray(base) ? base : [];
    const kept = here.filter((one) => brought.includes(one) || !before.includes(one));
    const becomes = [...kept, ...brought.filter((one) => !before.includes(one) && !kept.includes(one))];
    return dequal(becomes, here) ? 'untouched' : { becomes };
  }
  if (isBlank(brought) && !(brought === false && base === true)) return 'untouched';
  if (base !== undefined && isSame(brought, base)) return 'untouched';
  if (isSame(brought, here)) return 'same';
  const untouchedHere = base === undefined ? isBlank(here) : isSame(base, here);
  return untouchedHere ? { becomes: brought } : 'conflict';
}

/** Texts that differ in line ends or in blanks at their ends say the same. */
function isSame(one: RatingFields[RatingField], other: RatingFields[RatingField]): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') return dequal(one, other);
  const plain = (text: string) => text.replaceAll(/\r\n?/g, '\n').trim();
  return plain(one) === plain(other);
}

/** What became of an offer. */
export interface MergeOutcome {
  readonly assessor: string;
  /** Ratings created or altered, and answers taken. */
  readonly ratings: number;
  readonly answers: number;
  /** Conflicts in which what is stored here was kept. */
  readonly kept: number;
}

/**
 * Takes ratings in that came back from elsewhere, as one change set. What is stored is compared anew: a conflict that
 * nobody decided for what was brought leaves what is here.
 * @param at when, ISO 8601
 * @throws ProblemError `row-missing`, `round-closed`, `not-in-round`, `assessor-withdrawn`
 */
export async function mergeRatings(
  draft: Draft,
  offer: RatingOffer,
  choices: MergeChoices,
  at: string,
): Promise<MergeOutcome> {
  const round = await draft.require('rounds', offer.roundId);
  const assessor = round.assessors.find(({ id }) => id === offer.assessorId);
  if (round.stage === 'closed') throw new ProblemError('round-closed', { round: round.name });
  if (!assessor) throw new ProblemError('not-in-round', { round: round.name });
  if (assessor.withdrawn) throw new ProblemError('assessor-withdrawn', { round: round.name });
  const all = await draft.find('ratings', 'roundId', round.id);
  const offered = await withinReach(draft, round, offer);
  const plan = planMerge(all, offered, choices);
  const byIssue = groupBy([...plan.changes, ...plan.dropped], ({ issueId }) => issueId);
  for (const [issueId, steps] of byIssue) {
    const rating = all.find((one) => one.issueId === issueId && one.assessorId === assessor.id);
    const said = { ...fieldsOf(rating) } as Record<RatingField, unknown>;
    for (const { field, brought } of steps) said[field] = brought;
    const place = { roundId: round.id, issueId, assessorId: assessor.id };
    const id = rating?.id ?? (await idAt(draft, 'ratings', Object.values(place)));
    const identity = { id, ...place };
    await draft.put('ratings', { ...identity, ...ratingOf(said as unknown as RatingFields), at });
  }
  return {
    assessor: assessor.name,
    ratings: byIssue.size,
    answers: plan.changes.length,
    kept: plan.conflicts.filter(({ choice }) => choice !== 'brought').length,
  };
}

function ratingOf(fields: RatingFields): Omit<Rating, 'id' | 'roundId' | 'issueId' | 'assessorId' | 'at'> {
  const point = (dimension: Dimension): Point | null => {
    const answer = fields[dimension];
    return answer === 'abstain' ? null : answer;
  };
  return {
    scale: point('scale'),
    scope: point('scope'),
    irremediability: point('irremediability'),
    likelihood: point('likelihood'),
    abstained: DIMENSIONS.filter((dimension) => fields[dimension] === 'abstain'),
    nature: fields.nature ?? 'potential',
    delayMakesIrremediable: fields.delay,
    connection: fields.connection,
    leverage: fields.leverage,
    businessEffect: fields.businessEffect,
    valueChain: fields.valueChain,
    confidence: fields.confidence,
    rationale: fields.rationale,
    evidence: {
      passageIds: [...fields.passages],
      adviceIds: [...fields.advice],
      sources: [...fields.sources],
    },
  };
}

/** Without what is no longer there to be rated or cited. */
async function withinReach(draft: Draft, round: Round, offer: RatingOffer): Promise<RatingOffer> {
  const ratings = await Promise.all(
    offer.ratings
      .filter(({ issueId }) => askedIssues(round, offer.assessorId).includes(issueId))
      .map(async ({ issueId, fields }) => ({
        issueId,
        fields: await Promise.all(
          fields.map(async (one) => {
            const table = one.field === 'passages' ? 'passages' : one.field === 'advice' ? 'advice' : null;
            if (table === null) return one;
            const rows = await Promise.all((one.value as readonly Id[]).map((id) => draft.get(table, id)));
            return { ...one, value: rows.flatMap((row) => (row ? [row.id] : [])) };
          }),
        ),
      })),
  );
  return { ...offer, ratings };
}
