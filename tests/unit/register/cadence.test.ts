import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankArrangement, type Cadence } from '#shared/model/arrangement.ts';
import { newId } from '#shared/model/basics.ts';
import { blankEntry, type Entry } from '#shared/model/entry.ts';
import { monthAfter, type Rhythm, slotsOf, withCadence } from '#shared/register/cadence.ts';
import { occurrencesOf, overdueOf, reportsOf } from '#shared/register/occurrences.ts';

const rhythm = (cadence: Cadence | null) => ({ cadence, formerCadences: [], until: null });
const review = blankArrangement({
  id: newId(),
  name: { en: 'Quarterly review' },
  cadence: { months: 3, anchor: '2019-04' },
});
const entry = (fields: Partial<Entry>): Entry =>
  blankEntry({ id: newId(), kind: 'meeting', by: '', at: '2020-01-01T00:00:00.000Z', ...fields });
const held = (when: string, fields: Partial<Entry> = {}) =>
  entry({ arrangementId: review.id, when, ...fields });

describe('what comes every three months, and is reported once a year (W18)', () => {
  const board = newId();
  const reported = {
    ...review,
    reportsTo: { arrangementId: board, cadence: { months: 12, anchor: '2019-04' } as const },
  };

  it('has four occurrences and one report a year, two of them open where two meetings were held', () => {
    const entries = [held('2019-04-12'), held('2019-10')];
    const occurrences = occurrencesOf(reported, entries, '2020-03-31', 4);
    expect(occurrences.map(({ from, state }) => [from, state])).toEqual([
      ['2019-04', 'kept'],
      ['2019-07', 'open'],
      ['2019-10', 'kept'],
      ['2020-01', 'open'],
    ]);
    expect(reportsOf(reported, entries, '2020-03-31', 4)).toMatchObject([{ from: '2019-04', state: 'open' }]);
    expect(overdueOf(occurrences, '2020-03-31').map(({ from }) => from)).toEqual(['2019-07']);
    expect(overdueOf(occurrences, '2020-04-01').map(({ from }) => from)).toEqual(['2019-07', '2020-01']);
  });

  it('is reported by an entry that joins it and the body, from either side, and not held by it', () => {
    for (const one of [
      held('2019-11', { refs: [{ to: 'arrangement', id: board }] }),
      entry({ arrangementId: board, when: '2019-11', refs: [{ to: 'arrangement', id: review.id }] }),
    ]) {
      expect(reportsOf(reported, [one], '2020-03-31', 4)).toMatchObject([{ state: 'kept', entryId: one.id }]);
      expect(occurrencesOf(reported, [one], '2020-03-31', 4).every(({ state }) => state === 'open')).toBe(
        true,
      );
    }
  });

  it('is filled by what lies within, as far as its time is known', () => {
    const yearly = { ...review, cadence: { months: 12, anchor: '2019-04' } as const };
    const states = (one: Entry, of = review) =>
      occurrencesOf(of, [one], '2020-03-31', 4).map(({ state }) => state);
    const inYear = entry({ arrangementId: review.id, fiscalYear: 2019 });
    expect(states(inYear)).toEqual(['open', 'open', 'open', 'open']);
    expect(states(inYear, yearly)).toEqual(['kept']);
    expect(states(held('2019-08', { phase: 'planned' }))[1]).toBe('planned');
    expect(states(held('2019-08', { phase: 'dropped', why: 'Typhoon' }))[1]).toBe('dropped');
    expect(states(held('2019-08', { standing: 'set-aside' }))[1]).toBe('open');
    expect(states(held('2019-08', { kind: 'request' }))[1]).toBe('open');
    expect(states(held('2019-03-31'))).toEqual(['open', 'open', 'open', 'open']);
  });

  it('is due in leap years as in others', () => {
    const monthly = { ...review, cadence: { months: 1, anchor: '2020-01' } as const };
    const open = occurrencesOf(monthly, [held('2020-02-29')], '2020-03-01', 4);
    expect(open.map(({ state }) => state)).toEqual(['open', 'kept', 'open']);
  });
});

describe('a cadence that is changed', () => {
  it('of what rested for a while does not fill the time in which it rested', () => {
    const quarterly = { months: 3, anchor: '2019-04' } as const;
    const rested = { ...rhythm(null), ...withCadence(rhythm(quarterly), null, '2020-05') };
    const resumed = { ...rested, ...withCadence(rested, quarterly, '2021-06') };
    expect(slotsOf(resumed, '2021-11').map(({ from }) => from)).toEqual([
      ...['2019-04', '2019-07', '2019-10', '2020-01', '2020-04'],
      ...['2021-07', '2021-10'],
    ]);
    // One that begins in this month is due.
    const now = { ...rested, ...withCadence(rested, quarterly, '2021-07') };
    expect(slotsOf(now, '2021-08').at(-1)?.from).toBe('2021-07');
  });

  it('never moves what has begun, however often it changes (I11)', () => {
    const cadence = fc.option(
      fc.record({
        months: fc.constantFrom(1, 2, 3, 4, 6, 12),
        anchor: fc.integer({ min: 0, max: 60 }).map((by) => monthAfter('2017-01', by)),
      }) as fc.Arbitrary<Cadence>,
      { freq: 4 },
    );
    const changes = fc.array(fc.tuple(fc.integer({ min: 0, max: 8 }), cadence), { maxLength: 6 });
    fc.assert(
      fc.property(cadence, changes, (first, later) => {
        let now = '2018-06';
        let kept: Rhythm = rhythm(first);
        for (const [months, next] of first === null ? [] : later) {
          now = monthAfter(now, months);
          const before = slotsOf(kept, monthAfter(now, 1)).map(({ from }) => from);
          kept = { ...kept, ...withCadence(kept, next, now) };
          const after = slotsOf(kept, now).map(({ from }) => from);
          if (before.length > 0) expect(after).toEqual(before.filter((from) => from < now));
          const until = slotsOf(kept, '2030-01');
          for (const [at, slot] of until.entries()) {
            expect(slot.from < slot.until).toBe(true);
            expect(slot.until <= (until[at + 1]?.from ?? '9')).toBe(true);
          }
        }
      }),
    );
  });

  it('keeps what began before, also over the end of a year', () => {
    const changed = withCadence(
      rhythm({ months: 3, anchor: '2019-04' }),
      { months: 6, anchor: '2020-03' },
      '2020-02',
    );
    expect(slotsOf({ ...changed, until: null }, '2021-01')).toEqual([
      { from: '2019-04', until: '2019-07' },
      { from: '2019-07', until: '2019-10' },
      { from: '2019-10', until: '2020-01' },
      { from: '2020-01', until: '2020-03' },
      { from: '2020-03', until: '2020-09' },
      { from: '2020-09', until: '2021-03' },
    ]);
  });

  it('leaves nothing behind where it never held, and ends with the arrangement', () => {
    const ahead = rhythm({ months: 3, anchor: '2030-04' });
    expect(withCadence(ahead, { months: 12, anchor: '2020-04' }, '2020-02').formerCadences).toEqual([]);
    const ended = { ...rhythm({ months: 12, anchor: '2018-04' }), until: '2020' };
    expect(slotsOf(ended, '2030-01').map(({ from }) => from)).toEqual(['2018-04', '2019-04', '2020-04']);
  });

  const month = fc.integer({ min: 0, max: 120 }).map((by) => monthAfter('2015-01', by));
  const cadence = fc.record({
    months: fc.constantFrom(1, 2, 3, 4, 6, 12, 24, 36),
    anchor: month,
  }) as fc.Arbitrary<Cadence>;
  const changes = fc.array(fc.record({ cadence: fc.option(cadence), by: fc.integer({ min: 1, max: 20 }) }), {
    maxLength: 5,
  });

  it('has no occurrence twice, and loses none that began', () => {
    fc.assert(
      fc.property(fc.option(cadence), changes, (first, later) => {
        let now = { ...rhythm(first) } as Parameters<typeof withCadence>[0];
        let at = '2016-01';
        for (const change of later) {
          at = monthAfter(at, change.by);
          const began = slotsOf(now, monthAfter(at, 1)).map(({ from }) => from);
          now = { ...now, ...withCadence(now, change.cadence, at) };
          const after = slotsOf(now, monthAfter(at, 1)).map(({ from }) => from);
          const lost = began.filter((from) => !after.includes(from));
          expect(lost).toEqual([]);
        }
        const all = slotsOf(now, '2031-01');
        expect(new Set(all.map(({ from }) => from)).size).toBe(all.length);
        for (const [index, slot] of all.entries()) {
          expect(slot.from < slot.until).toBe(true);
          const next = all[index + 1];
          if (next) expect(slot.until <= next.from).toBe(true);
        }
      }),
    );
  });

  it('gives each entry to one occurrence at most', () => {
    fc.assert(
      fc.property(cadence, fc.array(month, { maxLength: 20 }), (own, when) => {
        const entries = when.map((one) => held(one));
        const filled = occurrencesOf({ ...review, cadence: own }, entries, '2026-01-01', 4).flatMap(
          ({ entryId }) => entryId ?? [],
        );
        expect(new Set(filled).size).toBe(filled.length);
      }),
    );
  });
});
