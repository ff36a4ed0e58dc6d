import { describe, expect, it } from 'vitest';
import { answered, blankRating } from '#shared/edit/rating.ts';
import type { Rating } from '#shared/model/rating.ts';
import {
  begin,
  end,
  NONE_PENDING,
  type PendingRatings,
  settle,
  shownRatings,
} from '../../../renderer/features/assessment/pending-ratings.ts';

const PLACE = { roundId: 'round', issueId: 'water', assessorId: 'mori' };
const at = (second: number) => `2021-06-01T00:00:0${second}.000Z`;
const stored = (scale: 1 | 2 | 3 | 4 | 5, second: number): Rating =>
  answered(blankRating(PLACE, 'stored', at(second)), 'scale', scale, at(second));
const press = (pending: PendingRatings, rows: readonly Rating[], key: 'scale' | 'scope', second: number) =>
  begin(pending, rows, PLACE, (rating) => answered(rating, key, 5, at(second)), at(second));
const marks = (rows: readonly Rating[], pending: PendingRatings) =>
  shownRatings(rows, pending).map(({ scale, scope }) => [scale, scope]);

describe('ratings that are being written', () => {
  it('shows an answer before it is stored, also the first one of an issue', () => {
    expect(marks([], press(NONE_PENDING, [], 'scale', 1))).toEqual([[5, null]]);
    const rows = [stored(2, 1)];
    expect(marks(rows, press(NONE_PENDING, rows, 'scale', 2))).toEqual([[5, null]]);
    expect(shownRatings(rows, press(NONE_PENDING, rows, 'scale', 2))[0]?.id).toBe('stored');
  });

  it('builds a second key on the first, and keeps both while only the first is stored', () => {
    const both = press(press(NONE_PENDING, [], 'scale', 1), [], 'scope', 2);
    expect(marks([], both)).toEqual([[5, 5]]);
    const first = [stored(5, 1)];
    const after = settle(end(both, PLACE, at(1), true), first);
    expect(marks(first, after)).toEqual([[5, 5]]);
  });

  it('shows what is stored as soon as it holds the answer, in whatever order this is heard of', () => {
    const rows = [stored(5, 2)];
    const pending = press(NONE_PENDING, [], 'scale', 2);
    expect(settle(pending, rows).size).toBe(0);
    expect(end(settle(pending, rows), PLACE, at(2), true).size).toBe(0);
  });

  it('gives way to what is read after the answer was written, even where it was undone by then', () => {
    const rows = [stored(2, 1)];
    const written = end(press(NONE_PENDING, rows, 'scale', 2), PLACE, at(2), true);
    expect(marks(rows, written)).toEqual([[5, null]]);
    expect(marks(rows, settle(written, [stored(2, 1)]))).toEqual([[2, null]]);
  });

  it('shows nothing of an answer that was refused, nor of what was built on it', () => {
    const rows = [stored(2, 1)];
    const both = press(press(NONE_PENDING, rows, 'scale', 2), rows, 'scope', 3);
    expect(marks(rows, end(both, PLACE, at(2), false))).toEqual([[2, null]]);
  });
});
