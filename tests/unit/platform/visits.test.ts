import { beforeEach, describe, expect, it, vi } from 'vitest';

const kept = new Map<string, string>();
vi.stubGlobal('localStorage', {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
});

/** The module as a window that was just started has it. */
async function started() {
  vi.resetModules();
  return import('../../../renderer/platform/visits.ts');
}

const MORNING = new Date('2021-06-01T09:00:00.000Z');
const NOON = new Date('2021-06-01T12:00:00.000Z');
const NEXT_DAY = new Date('2021-06-02T09:00:00.000Z');
const water = '/dialogues/0197a2a4-0000-7000-8000-000000000001';
const land = '/issues/0197a2a4-0000-7000-8000-000000000002';

describe('visits', () => {
  beforeEach(() => kept.clear());

  it('goes on where the person was a short while ago, and not after a night', async () => {
    const { noteVisit, placeToResume } = await started();
    noteVisit('store', `${water}?turn=3`, MORNING);
    expect(placeToResume('store', NOON)).toBe(`${water}?turn=3`);
    expect(placeToResume('store', NEXT_DAY)).toBeNull();
    expect(placeToResume('other', NOON)).toBeNull();
  });

  it('lists things once, the last one first, each with where in it the person was', async () => {
    const { noteVisit, recentVisits } = await started();
    for (const place of [water, '/dialogues', land, `${water}?turn=9`, '/search?q=well', `${land}/more`])
      noteVisit('store', place, MORNING);
    expect(recentVisits('store').map(({ place }) => place)).toEqual([`${water}?turn=9`, land]);
  });

  it('compares with what had been seen before this start, until it is started again', async () => {
    const first = await started();
    expect(first.seenBefore('store')).toBeNull();
    first.noteSeen('store', 4, MORNING);
    first.noteSeen('store', 7, NOON);
    expect(first.seenBefore('store')).toBeNull();
    const second = await started();
    second.noteSeen('store', 9, NEXT_DAY);
    expect(second.seenBefore('store')).toEqual({ seq: 7, at: NOON.toISOString() });
  });

  it('takes what it cannot read for nothing, and forgets a workspace as a whole', async () => {
    const { forgetVisits, noteVisit, placeToResume, recentVisits, seenBefore } = await started();
    for (const kind of ['left', 'recent', 'seen']) kept.set(`hearken.${kind}.store`, '{"place":');
    expect([placeToResume('store', NOON), recentVisits('store'), seenBefore('store')]).toEqual([
      null,
      [],
      null,
    ]);
    noteVisit('store', water, MORNING);
    forgetVisits('store');
    expect(kept.size).toBe(0);
  });
});
