import { hasFinished } from '../assessment/blindness.ts';
import { askedIssues, isRecused, panelOf } from '../assessment/panel.ts';
import { askedDimensions, needsRationale } from '../assessment/progress.ts';
import type { Draft } from '../change/draft.ts';
import type { Id, Point } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import { ProblemError } from '../model/problem.ts';
import type { Rating } from '../model/rating.ts';
import type { Dimension, Round } from '../model/round.ts';
import { scaleSize } from '../model/scale.ts';
import type { Authorship } from './coding.ts';
import { idAt } from './derived-id.ts';
import { signedInto } from './round-log.ts';

/** Whose judgement of what, in which round. */
export interface RatingPlace {
  readonly roundId: IdOf<'rounds'>;
  readonly issueId: IdOf<'issues'>;
  readonly assessorId: IdOf<'assessors'>;
}

/** A level, "can't judge", or nothing yet. */
export type Answer = Point | 'abstain' | null;

/** What is said of a rating beside its answers. */
export type RatingRemarks = Partial<
  Pick<
    Rating,
    | 'delayMakesIrremediable'
    | 'connection'
    | 'leverage'
    | 'businessEffect'
    | 'valueChain'
    | 'confidence'
    | 'rationale'
  >
>;

/**
 * Answers one dimension. "Can't judge" takes a number away, a number takes "can't judge" away.
 * @throws ProblemError `not-in-round`, `round-closed`, `round-not-begun`, `assessor-finished`, `assessor-withdrawn`,
 * `assessor-recused`;
 * `likelihood-of-actual` for an impact that is happening
 */
export async function answer(
  draft: Draft,
  place: RatingPlace,
  dimension: Dimension,
  value: Answer,
  at: string,
): Promise<Rating> {
  const rating = await ratingAt(draft, place, at);
  if (dimension === 'likelihood' && rating.nature === 'actual' && value !== null)
    throw new ProblemError('likelihood-of-actual');
  return put(draft, answered(rating, dimension, value, at));
}

/** A rating with a dimension answered. */
export function answered(rating: Rating, dimension: Dimension, value: Answer, at: string): Rating {
  const others = rating.abstained.filter((one) => one !== dimension);
  return {
    ...rating,
    [dimension]: value === 'abstain' ? null : value,
    abstained: value === 'abstain' ? [...others, dimension] : others,
    at,
  };
}

/** Says whether the impact is happening. Of an actual one likelihood is not rated: a figure given before is dropped. */
export async function setNature(
  draft: Draft,
  place: RatingPlace,
  nature: Rating['nature'],
  at: string,
): Promise<Rating> {
  return put(draft, withNature(await ratingAt(draft, place, at), nature, at));
}

/** A rating with another nature of the impact. */
export function withNature(rating: Rating, nature: Rating['nature'], at: string): Rating {
  const dropped =
    nature === 'actual'
      ? { likelihood: null, abstained: rating.abstained.filter((one) => one !== 'likelihood') }
      : {};
  return { ...rating, ...dropped, nature, at };
}

/** Writes what moves no rank: reasons, connection, leverage and so on; and the mark that delay is fatal. */
export async function remark(
  draft: Draft,
  place: RatingPlace,
  remarks: RatingRemarks,
  at: string,
): Promise<Rating> {
  return put(draft, { ...(await ratingAt(draft, place, at)), ...remarks, at });
}

/** A passage with the advice that was taken from it, or another source in words. */
export type Citation =
  | { readonly passageId: IdOf<'passages'>; readonly adviceIds: readonly IdOf<'advice'>[] }
  | { readonly source: string };

/** Lets a rating rest on something, or no longer. What is cited already stays cited once. */
export async function cite(
  draft: Draft,
  place: RatingPlace,
  citation: Citation,
  cited: boolean,
  at: string,
): Promise<Rating> {
  const named =
    'source' in citation
      ? { passageIds: [], adviceIds: [], sources: [citation.source.trim()] }
      : { passageIds: [citation.passageId], adviceIds: citation.adviceIds, sources: [] };
  for (const id of named.passageIds) await draft.require('passages', id);
  for (const id of named.adviceIds) await draft.require('advice', id);
  const rating = await ratingAt(draft, place, at);
  const turn = (list: readonly string[], entries: readonly string[]) =>
    cited ? [...new Set([...list, ...entries])] : list.filter((one) => !entries.includes(one));
  const { passageIds, adviceIds, sources } = rating.evidence;
  return put(draft, {
    ...rating,
    evidence: {
      passageIds: turn(passageIds, named.passageIds),
      adviceIds: turn(adviceIds, named.adviceIds),
      sources: turn(sources, named.sources),
    },
    at,
  });
}

/** What an assessor left open when they said that they are done. */
export interface LeftOpen {
  /** Issues with a grave score and no rationale. */
  readonly unexplained: readonly Id[];
  /** Issues of which a dimension has neither a score nor "can't judge". */
  readonly unanswered: readonly Id[];
}

export interface Finish extends LeftOpen {
  /** False: nothing was written; ask for what is missing, or for confirmation. */
  readonly finished: boolean;
}

/** What an assessor has left open in a round, in the order of its issues. */
export function leftOpen(
  round: Pick<Round, 'id' | 'issueIds' | 'recusals' | 'scaleTexts'>,
  ratings: readonly Rating[],
  assessorId: IdOf<'assessors'>,
): LeftOpen {
  const own = new Map(
    ratings
      .filter((one) => one.roundId === round.id && one.assessorId === assessorId)
      .map((one) => [one.issueId, one]),
  );
  const asked = askedIssues(round, assessorId);
  const size = scaleSize(round);
  return {
    unexplained: asked.filter((id) => {
      const rating = own.get(id);
      return rating !== undefined && needsRationale(rating, size);
    }),
    unanswered: asked.filter((id) => {
      const rating = own.get(id);
      return (
        !rating ||
        askedDimensions(rating).some(
          (dimension) => rating[dimension] === null && !rating.abstained.includes(dimension),
        )
      );
    }),
  };
}

/**
 * An assessor says that they are done: from now on they see others' ratings and no longer change their own while
 * rating lasts. Whoever left a grave score unexplained or something unanswered is asked first (METHOD, What is rated): then
 * nothing is written until it is confirmed.
 * @throws ProblemError `not-in-round`, `round-closed`, `round-not-begun`
 */
export async function finish(
  draft: Draft,
  roundId: IdOf<'rounds'>,
  assessorId: IdOf<'assessors'>,
  at: string,
  { confirmed = false }: { readonly confirmed?: boolean } = {},
): Promise<Finish> {
  const round = await rateable(draft, roundId, assessorId);
  const left = leftOpen(round, await draft.find('ratings', 'roundId', roundId), assessorId);
  if (!confirmed && left.unexplained.length + left.unanswered.length > 0) return { finished: false, ...left };
  if (!hasFinished(round, assessorId))
    await draft.patch('rounds', roundId, { finished: [...round.finished, { assessorId, at }] });
  return { finished: true, ...left };
}

/**
 * An assessor is not done after all, and may change their ratings; they no longer see those of others. That they could
 * see some stands in the round's log: from then on they do not rate blind.
 * @throws ProblemError `not-in-round`, `round-closed`, `round-not-begun`
 */
export async function unfinish(
  draft: Draft,
  roundId: IdOf<'rounds'>,
  assessorId: IdOf<'assessors'>,
  author: Authorship,
): Promise<void> {
  const round = await rateable(draft, roundId, assessorId);
  if (!hasFinished(round, assessorId)) return;
  const others = panelOf(round).some(({ id }) => id !== assessorId && hasFinished(round, id));
  const saw = round.stage === 'rating' && others;
  await draft.patch('rounds', roundId, {
    finished: round.finished.filter((one) => one.assessorId !== assessorId),
    log: saw ? signedInto(round, [{ kind: 'resumed', assessorId }], { ...author, why: '' }) : round.log,
  });
}

/** The round, while the assessor may rate in it. */
async function rateable(
  draft: Draft,
  roundId: IdOf<'rounds'>,
  assessorId: IdOf<'assessors'>,
): Promise<Round> {
  const round = await draft.require('rounds', roundId);
  if (round.stage === 'closed') throw new ProblemError('round-closed', { round: round.name });
  if (round.stage === 'open') throw new ProblemError('round-not-begun', { round: round.name });
  const assessor = round.assessors.find((one) => one.id === assessorId);
  if (!assessor) throw new ProblemError('not-in-round', { round: round.name });
  if (assessor.withdrawn) throw new ProblemError('assessor-withdrawn', { round: round.name });
  return round;
}

/** The rating as it stands, or an empty one; nothing is written yet. */
async function ratingAt(
  draft: Draft,
  { roundId, issueId, assessorId }: RatingPlace,
  at: string,
): Promise<Rating> {
  const round = await rateable(draft, roundId, assessorId);
  if (!round.issueIds.includes(issueId)) throw new ProblemError('not-in-round', { round: round.name });
  if (isRecused(round, assessorId, issueId)) throw new ProblemError('assessor-recused');
  if (round.stage === 'rating' && hasFinished(round, assessorId)) throw new ProblemError('assessor-finished');
  const existing = (await draft.find('ratings', 'issueId', issueId)).find(
    (one) => one.roundId === roundId && one.assessorId === assessorId,
  );
  return (
    existing ??
    blankRating(
      { roundId, issueId, assessorId },
      await idAt(draft, 'ratings', [roundId, issueId, assessorId]),
      at,
    )
  );
}

/** A rating in which nothing is said yet. */
export function blankRating(place: RatingPlace, id: IdOf<'ratings'>, at: string): Rating {
  return {
    id,
    ...place,
    scale: null,
    scope: null,
    irremediability: null,
    likelihood: null,
    abstained: [],
    nature: 'potential',
    delayMakesIrremediable: false,
    connection: null,
    leverage: null,
    businessEffect: null,
    valueChain: null,
    confidence: null,
    rationale: '',
    evidence: { passageIds: [], adviceIds: [], sources: [] },
    at,
  };
}

async function put(draft: Draft, rating: Rating): Promise<Rating> {
  await draft.put('ratings', rating);
  return rating;
}
