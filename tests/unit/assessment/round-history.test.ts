import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessRound } from '#shared/assessment/assess-round.ts';
import { methodNote } from '#shared/assessment/method-note.ts';
import { plainState } from '#shared/change/state.ts';
import { translator } from '#shared/i18n/index.ts';
import type { Rating } from '#shared/model/rating.ts';
import { DIMENSIONS } from '#shared/model/round.ts';
import { SCALE_SIZES } from '#shared/model/scale.ts';
import { method } from '#shared/report/materiality/method.ts';
import { materialitySummary } from '#shared/report/model/materiality.ts';
import {
  arbitraryCommands,
  type Command,
  type History,
  liveThrough,
  type Moment,
} from '../../fixtures/round-history.ts';

// What is true of a round is worked out here from what its rows said after each command, and from nothing that the app
// wrote about it: neither its log, nor its records, nor its history of stages.

const last = <T>(list: readonly T[]): T => list.at(-1) as T;
const ever = (moments: readonly Moment[], of: (moment: Moment) => unknown): boolean =>
  moments.some((moment, index) => {
    const before = moments[index - 1];
    return before !== undefined && JSON.stringify(of(before)) !== JSON.stringify(of(moment));
  });
const panel = (moment: Moment) => moment.assessors.filter(({ withdrawn }) => !withdrawn).map(({ id }) => id);
const isRecused = (moment: Moment, assessorId: string, issueId: string) =>
  moment.recusals.some((one) => one.assessorId === assessorId && one.issueId === issueId);

/** What a rating says that counts in a figure; nothing said is the same as no rating. */
function says(ratings: readonly Rating[], assessorId: string, issueId: string): string {
  const one = ratings.find((rating) => rating.assessorId === assessorId && rating.issueId === issueId);
  return JSON.stringify([
    DIMENSIONS.map((dimension) => one?.[dimension] ?? null),
    [...(one?.abstained ?? [])].sort(),
    one?.nature ?? 'potential',
  ]);
}

/** Each discussion from the moment when ratings were shown to its last one; closing and reopening do not end it. */
function discussions(moments: readonly Moment[]): Moment[][] {
  const found: Moment[][] = [];
  let open: Moment[] | null = null;
  for (const moment of moments) {
    if (moment.stage === 'rating') open = null;
    else if (open) open.push(moment);
    else if (moment.stage === 'discussion') {
      open = [moment];
      found.push(open);
    }
  }
  return found;
}

/** Issues whose ratings are others at the end, by people who count now and were there at the beginning. */
function ratedOtherwise(now: Moment, from: Moment, to: Moment, between: readonly Moment[]): Set<string> {
  const there = new Set(from.assessors.map(({ id }) => id));
  return new Set(
    now.issueIds.filter(
      (issueId) =>
        // Of what was taken out and put back meanwhile the ratings are gone; that is no change of mind.
        !ever(between, ({ issueIds }) => issueIds.includes(issueId)) &&
        panel(now).some(
          (id) =>
            there.has(id) &&
            !isRecused(now, id, issueId) &&
            says(from.ratings, id, issueId) !== says(to.ratings, id, issueId),
        ),
    ),
  );
}

/** Who went back to rating when somebody else who counted was done and could be seen. */
function resumed(moments: readonly Moment[]): Set<string> {
  const found = new Set<string>();
  moments.forEach((moment, index) => {
    const before = moments[index - 1];
    if (moment.name !== 'unfinish' || !before || before.stage !== 'rating') return;
    const back = before.finished.find((id) => !moment.finished.includes(id));
    if (back && panel(before).some((id) => id !== back && before.finished.includes(id))) found.add(back);
  });
  return found;
}

function middle(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return Number.isInteger(half)
    ? ((sorted[half - 1] as number) + (sorted[half] as number)) / 2
    : (sorted[Math.floor(half)] as number);
}

const t = translator('en');

/** Every line of the method note as it is printed. */
function linesOf({ state, roundId }: History): string[] {
  const summary = materialitySummary(plainState(state), roundId, 'en', '2024-06-01T09:00:00.000Z');
  const context = { t, pictures: new Set<never>(), has: () => false, brief: false, onePage: false };
  const section = method(summary, context);
  return (section?.blocks ?? []).flatMap((block) =>
    block.kind === 'table'
      ? block.rows.flat().flatMap((cell) => (typeof cell === 'object' && 'lines' in cell ? cell.lines : []))
      : [],
  ) as string[];
}

async function check(history: History): Promise<void> {
  const { state, roundId, moments } = history;
  const now = last(moments);
  const live = plainState(state);
  const note = methodNote(live, roundId);
  const segments = discussions(moments);
  const [first] = segments;
  const counts = (rating: Rating) =>
    panel(now).includes(rating.assessorId) && !isRecused(now, rating.assessorId, rating.issueId);

  // What stayed as it was since rating began.
  expect(note.log.unchanged).toEqual({
    thresholds: !ever(moments, ({ thresholds }) => thresholds),
    levels: !ever(moments, ({ scaleTexts }) => scaleTexts),
    issues: !ever(moments, ({ issueIds }) => [...issueIds].sort()),
    panel: !ever(moments, ({ assessors }) =>
      assessors.map(({ id, withdrawn, voice }) => [id, withdrawn, voice]),
    ),
  });
  expect(note.log.changes.every(({ kind, why }) => kind === 'resumed' || why !== '')).toBe(true);

  // Who counts, and who does not.
  expect(note.assessors.map(({ assessorId }) => assessorId)).toEqual(panel(now));
  expect(note.log.withdrawn.map(({ assessorId }) => assessorId)).toEqual(
    now.assessors.filter(({ withdrawn }) => withdrawn).map(({ id }) => id),
  );
  expect(new Set(note.log.recused.map(({ assessorId, issueId }) => `${assessorId} ${issueId}`))).toEqual(
    new Set(
      now.recusals
        .filter((one) => panel(now).includes(one.assessorId) && now.issueIds.includes(one.issueId))
        .map(({ assessorId, issueId }) => `${assessorId} ${issueId}`),
    ),
  );
  expect(note.data.ratings).toBe(now.ratings.filter(counts).length);

  // No figure holds anything of them.
  const result = assessRound(live, roundId);
  for (const issue of result.issues)
    for (const dimension of DIMENSIONS) {
      const own = now.ratings.filter((one) => counts(one) && one.issueId === issue.issueId);
      expect(issue.dimensions[dimension].median).toBe(
        middle(own.flatMap((one) => (one[dimension] === null ? [] : [one[dimension]]))),
      );
      const asked = panel(now).filter((id) => !isRecused(now, id, issue.issueId));
      const answered = own.filter(
        (one) =>
          one[dimension] !== null ||
          one.abstained.includes(dimension) ||
          (dimension === 'likelihood' && one.nature === 'actual'),
      );
      expect(issue.dimensions[dimension].unrated).toHaveLength(asked.length - answered.length);
      expect(issue.dimensions[dimension].abstained).toHaveLength(
        own.filter(
          ({ abstained, nature }) =>
            abstained.includes(dimension) && !(dimension === 'likelihood' && nature === 'actual'),
        ).length,
      );
    }

  // Blind rounds and discussions.
  const shown = moments.find(({ stage }) => stage !== 'rating');
  expect(note.aggregation.blindUntil).toBe(shown?.at ?? null);
  const again = moments.filter(
    ({ stage }, index) => stage === 'rating' && moments[index - 1]?.stage === 'discussion',
  );
  expect(note.aggregation.blindAgain.map(({ from }) => from)).toEqual(again.map(({ at }) => at));
  expect(note.log.resumed).toBe([...resumed(moments)].filter((id) => panel(now).includes(id)).length);
  expect(note.undone).toBe(
    shown ? panel(shown).filter((id) => panel(now).includes(id) && !shown.finished.includes(id)).length : 0,
  );
  const changed = segments.map((segment) =>
    ratedOtherwise(now, segment[0] as Moment, last(segment), segment),
  );
  expect(note.aggregation.changedInDiscussion && new Set(note.aggregation.changedInDiscussion)).toEqual(
    first ? new Set(changed.flatMap((ids) => [...ids])) : null,
  );
  const since = first?.[0];
  expect(note.aggregation.changedSinceFirst && new Set(note.aggregation.changedSinceFirst)).toEqual(
    since && again.length > 0 ? ratedOtherwise(now, since, now, moments.slice(moments.indexOf(since))) : null,
  );

  // What is printed.
  if (now.stage === 'rating' && !panel(now).every((id) => now.finished.includes(id))) return;
  const lines = linesOf(history);
  const says = (text: string) => lines.some((line) => line.includes(text));
  expect(says('ince rating began')).toBe(Object.values(note.log.unchanged).some(Boolean));
  expect(says(t('report.method.unchanged.thresholds'))).toBe(!ever(moments, ({ thresholds }) => thresholds));
  expect(says(t('report.method.unchanged.levels'))).toBe(!ever(moments, ({ scaleTexts }) => scaleTexts));
  expect(says('left out of every figure')).toBe(now.assessors.some(({ withdrawn }) => withdrawn));
  expect(lines.filter((line) => line.startsWith('Recused from'))).toHaveLength(note.log.recused.length);
  const inDiscussion = new Set(changed.flatMap((ids) => [...ids])).size;
  expect(says('In discussion, assessors changed')).toBe(inDiscussion > 0);
  const compared = !segments.some((segment) => ever(segment, ({ issueIds }) => issueIds));
  expect(says('In discussion, no assessor')).toBe(first !== undefined && inDiscussion === 0 && compared);
  expect(
    lines.filter((line) => line.includes('rated again') || line.includes('are rating again')),
  ).toHaveLength(again.length);
  const judged = (id: string) =>
    now.ratings.some(
      (one) =>
        one.assessorId === id &&
        counts(one) &&
        now.issueIds.includes(one.issueId) &&
        (DIMENSIONS.some((dimension) => one[dimension] !== null) || one.nature === 'actual'),
    );
  const asked = (id: string) => now.issueIds.some((issueId) => !isRecused(now, id, issueId));
  const silent = panel(now).filter((id) => asked(id) && !judged(id)).length;
  expect(says(t('report.method.assessors.nothing', { count: silent }))).toBe(silent > 0);
  expect(says(t('report.method.conflicts.none'))).toBe(note.log.recused.length === 0);
  // Nobody is named.
  for (const { name } of now.assessors) expect(lines.join('\n')).not.toContain(name);
}

/** What chance seldom brings together; each pick chooses among what there is, in the order in which it is asked for. */
const STORIES: readonly (readonly [Command['name'], ...number[]])[][] = [
  // Somebody joins a discussion and rates in it.
  [['forward'], ['add', 0], ['answer', 0, 4, 0, 2]],
  // Somebody who was recused is withdrawn, or the other way round.
  [['recuse', 0, 1], ['withdraw', 1], ['forward']],
  [['answer', 0, 1, 0, 2], ['withdraw', 1], ['recuse', 0, 1], ['forward'], ['return', 1], ['lift', 0]],
  // Somebody goes on rating after others could be seen, and is withdrawn and brought back.
  [['finish', 0], ['finish', 1], ['unfinish', 0], ['answer', 0, 0, 0, 4], ['forward']],
  [['finish', 0], ['finish', 1], ['unfinish', 0], ['withdraw', 0], ['forward'], ['return', 0]],
  // A rating is changed in the first discussion, back in the second blind round, and the round closed and reopened.
  [
    ['answer', 0, 0, 0, 4],
    ['forward'],
    ['answer', 0, 0, 0, 1],
    ['again'],
    ['answer', 0, 0, 0, 4],
    ['forward'],
    ['forward'],
    ['forward'],
  ],
];

describe('a random history of a round', () => {
  it('makes no sentence of the method note false', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCommands, fc.constantFrom(...SCALE_SIZES), async (commands, size) =>
        check(await liveThrough(commands, size)),
      ),
      {
        numRuns: 150,
        examples: STORIES.map((story) => [
          story.map(([name, ...picks]) => ({ name, picks: [...picks, 0] })),
          5,
        ]),
      },
    );
  });
});
