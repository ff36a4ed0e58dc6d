import type { Id } from '../model/basics.ts';
import { type Asked, betweenOf, meantBy, type Sources } from './asked.ts';
import { DOCUMENT_KINDS, type DocumentKind, lazyDocument } from './documents.ts';
import { narrow } from './facets.ts';
import type { Facts } from './facts.ts';
import { chosenBy, fitsChosen } from './filters.ts';
import { byDialogue } from './groups.ts';
import { dialogueOf, hitOf } from './hits.ts';
import { type Ranked, Ranking } from './ranking.ts';
import type { Answer, Hit, SearchRequest } from './request.ts';

/** Below so many whole hits, those that hold only some of the words are listed after them. */
const FEW = 20;
/** Hits described between two breaths. */
const BREATH = 20;

/** What was asked for as it is shown: narrowed, in order, grouped, and what is on the list described. */
export function* answerTo(
  request: SearchRequest,
  asked: Asked,
  { rows, index, facts }: Sources,
): Generator<void, Answer> {
  const { language } = request;
  const { plan, unquoted, found, whole, isWhole, marker, also } = asked;
  const meant = meantBy(asked);
  const wholeFirst = meant === whole;
  const chosen = chosenBy(request);
  const fits = fitsChosen(chosen, rows, facts);
  const narrowed = yield* narrow(meant, chosen, language, rows, facts);
  const listed = narrowed.fitting;
  const some =
    wholeFirst && whole.length < FEW ? found.filter((number) => !isWhole(number) && fits(number)) : [];
  const between = betweenOf(asked).filter(fits);
  const together = some.length + between.length > 0 ? [...listed, ...some, ...between] : listed;
  yield;
  const scores = yield* asked.scoresOf(together);
  const ranking = new Ranking(index, facts, {
    sort: request.sort,
    plan,
    scores,
    first: wholeFirst ? isWhole : null,
  });
  const order = yield* ranking.best(together, request.limit);
  const grouped = request.byDialogue
    ? yield* byDialogue(together, order, request.limit, scores, ranking, facts)
    : [];
  const heard = new Set(between);
  const described = new Map<number, Hit>();
  for (const { number, score } of [
    ...order.slice(0, request.limit),
    ...grouped.flatMap(({ best }) => best),
  ]) {
    const key = index.keyAt(number);
    const document = key === null || described.has(number) ? null : lazyDocument(rows, key);
    if (!document) continue;
    const found = { score, complete: isWhole(number), between: heard.has(number) };
    const options = { marker, typed: plan.marker, language, width: request.width };
    described.set(number, hitOf(document, found, options, rows, facts));
    if (described.size % BREATH === 0) yield;
  }
  const heardIn = countedByDialogue(between, facts);
  const hitsOf = (ranked: readonly Ranked[]) => ranked.flatMap(({ number }) => described.get(number) ?? []);
  return {
    hits: hitsOf(order.slice(0, request.limit)),
    groups: grouped.map(({ dialogueId, total, best }) => ({
      dialogue: dialogueOf(rows, dialogueId),
      total: total - heardIn(dialogueId),
      hits: hitsOf(best),
    })),
    wholeFirst,
    counts: Object.fromEntries(DOCUMENT_KINDS.map((kind, at) => [kind, narrowed.kinds[at] ?? 0])) as Record<
      DocumentKind,
      number
    >,
    total: listed.length,
    searched: index.size,
    facets: narrowed.facets,
    facetTotals: narrowed.facetTotals,
    also,
    corrected: plan.corrected,
    unquoted,
    bounded: plan.bounded,
  };
}

function countedByDialogue(numbers: readonly number[], facts: Facts): (dialogueId: Id | null) => number {
  const counts = new Map<Id | undefined, number>();
  for (const number of numbers) {
    const id = facts.dialogues.ids[facts.dialogue[number] as number];
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return (dialogueId) => counts.get(dialogueId ?? undefined) ?? 0;
}
