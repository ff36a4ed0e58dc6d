import fc from 'fast-check';
import ICAL from 'ical.js';
import { afterEach, describe, expect, it } from 'vitest';
import { dayOf } from '#shared/i18n/dates.ts';
import { blankArrangement, type Cadence } from '#shared/model/arrangement.ts';
import type { Commitment } from '#shared/model/commitment.ts';
import { daysUntil, dueState, lastDayOf } from '#shared/model/due.ts';
import { blankEntry } from '#shared/model/entry.ts';
import { fiscalYearOf } from '#shared/model/workspace.ts';
import { calendarFile } from '#shared/overview/calendar.ts';
import { type Agenda, agendaOf, type DueItem, dueKey } from '#shared/overview/due.ts';
import { slotsOf } from '#shared/register/cadence.ts';
import { occurrencesOf } from '#shared/register/occurrences.ts';

const DAY = 86_400_000;
const isoDay = (count: number) => new Date(count * DAY).toISOString().slice(0, 10);
/** Days on either side of what calendars trip over: ends of years, of February, of fiscal years; and any other. */
const EDGES = [
  '2020-02-28',
  '2020-02-29',
  '2021-02-28',
  '2020-12-31',
  '2021-01-01',
  '2021-03-31',
  '2021-04-01',
];
const FIRST = Date.parse('2018-01-01') / DAY;
const day = fc.oneof(fc.constantFrom(...EDGES), fc.integer({ min: FIRST, max: FIRST + 2500 }).map(isoDay));
const partial = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([date, length]) => date.slice(0, length));
const month = fc.integer({ min: 2015 * 12, max: 2025 * 12 }).map(monthText);

function monthText(count: number): string {
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

const PARTS = ['overdue', 'soon', 'next', 'later'] as const;
const partsOf = (agenda: Agenda, key: string) =>
  PARTS.filter((part) => agenda[part].some((item) => dueKey(item) === key));

function commitmentsDue(dues: readonly string[]): Commitment[] {
  return dues.map((due, index) => ({
    id: `0194c91b-5876-7719-ae5c-${String(index).padStart(12, '0')}`,
    text: `Commitment ${index}`,
    madeIn: { to: 'dialogue', id: '0194c91b-5876-7719-ae5c-163e8ce31c85' },
    owner: '',
    due,
    status: 'promised',
    why: '',
    measuredBy: null,
    by: '',
    at: '2020-01-01T00:00:00.000Z',
  }));
}
const agendaOn = (commitments: readonly Commitment[], today: string) =>
  agendaOf(
    { advice: [], commitments, decisions: [], themes: [], arrangements: [], entries: [], sources: [] },
    today,
    4,
  );

describe('what is due while the clock moves', () => {
  it('stands in one part each day, none twice and none lost, and goes from later to overdue one way only', () => {
    fc.assert(
      fc.property(fc.array(partial, { minLength: 1, maxLength: 6 }), day, (dues, from) => {
        const commitments = commitmentsDue(dues);
        const start = Date.parse(from) / DAY;
        const stood = new Map<string, number>();
        for (let ahead = 0; ahead < 130; ahead += 1) {
          const agenda = agendaOn(commitments, isoDay(start + ahead));
          for (const { id } of commitments) {
            const parts = partsOf(agenda, `${id}-commitment`);
            expect(parts).toHaveLength(1);
            const place = PARTS.length - PARTS.indexOf(parts[0] ?? 'later');
            expect(place).toBeGreaterThanOrEqual(stood.get(id) ?? 0);
            stood.set(id, place);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is overdue from the day after the last one that its date can mean', () => {
    fc.assert(
      fc.property(partial, (due) => {
        const last = lastDayOf(due);
        expect(last.startsWith(due)).toBe(true);
        const next = isoDay(Date.parse(last) / DAY + 1);
        expect(next.startsWith(due)).toBe(false);
        expect([dueState(due, last), dueState(due, next)]).toEqual(['soon', 'overdue']);
        expect(daysUntil(due, next)).toBe(-1);
      }),
    );
  });

  it('stands in the same order whatever the order it was written in', () => {
    fc.assert(
      fc.property(fc.array(partial, { minLength: 2, maxLength: 6 }), day, (dues, today) => {
        const commitments = commitmentsDue(dues);
        const keys = (rows: readonly Commitment[]) =>
          PARTS.flatMap((part) => agendaOn(rows, today)[part].map(dueKey));
        expect(keys([...commitments].reverse())).toEqual(keys(commitments));
      }),
    );
  });
});

describe('what comes regularly', () => {
  const cadence = fc.record({ months: fc.constantFrom(1, 2, 3, 4, 6, 12, 24, 36), anchor: month });

  const of = (one: Cadence) => blankArrangement({ id: 'review', name: { en: 'Review' }, cadence: one });

  it('has each slot once, one beside the other, however far one looks', () => {
    fc.assert(
      fc.property(cadence, month, month, (one, some, other) => {
        const [near = '', far = ''] = [some, other].sort();
        const slots = slotsOf(of(one as Cadence), far);
        expect(slotsOf(of(one as Cadence), near)).toEqual(slots.filter(({ from }) => from < near));
        for (const [index, { from, until }] of slots.entries()) {
          expect(from < until).toBe(true);
          const next = slots[index + 1];
          if (next) expect(next.from).toBe(until);
        }
      }),
    );
  });

  it('is kept once by a date, which falls into one slot and no other', () => {
    fc.assert(
      fc.property(cadence, day, (one, when) => {
        const held = blankEntry({
          ...{ id: 'held', kind: 'meeting', by: '', at: '2020-01-01T00:00:00.000Z' },
          ...{ arrangementId: 'review', when },
        });
        const filled = occurrencesOf(of(one as Cadence), [held], '2030-01-01', 4).filter(
          ({ state }) => state === 'kept',
        );
        expect(filled).toHaveLength(when.slice(0, 7) >= one.anchor ? 1 : 0);
        for (const { from, until } of filled) {
          expect(when >= from).toBe(true);
          expect(when.slice(0, 7) < until).toBe(true);
        }
      }),
    );
  });
});

describe('the fiscal year of a company', () => {
  it('goes on by one on the first day of its first month and stays else, through leap days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), day, (firstMonth, date) => {
        const convention = { firstMonth, namedBy: {} };
        const next = isoDay(Date.parse(date) / DAY + 1);
        const begins = next.endsWith(`-${String(firstMonth).padStart(2, '0')}-01`);
        expect(fiscalYearOf(next, convention) - fiscalYearOf(date, convention)).toBe(begins ? 1 : 0);
      }),
    );
  });

  it('that is changed moves nothing that is due, and no slot', () => {
    fc.assert(
      fc.property(fc.array(partial, { minLength: 1, maxLength: 5 }), day, (dues, today) => {
        // April to January: nine months belong to another fiscal year, and no date to two or none.
        const [before, after] = [4, 1].map((firstMonth) => fiscalYearOf(today, { firstMonth, namedBy: {} }));
        expect((after ?? 0) - (before ?? 0)).toBe(Number(today.slice(5, 7)) < 4 ? 1 : 0);
        const agenda = agendaOn(commitmentsDue(dues), today);
        expect(PARTS.flatMap((part) => agenda[part])).toHaveLength(dues.length);
      }),
    );
  });
});

describe('the day where the office is', () => {
  const ZONES = [
    'Asia/Tokyo',
    'America/New_York',
    'Europe/London',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
    'America/Sao_Paulo',
  ];
  const before = process.env.TZ;
  afterEach(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  it.each(ZONES)('is that of its own clock, through changes of it (%s)', (zone) => {
    process.env.TZ = zone;
    const clock = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    const hours = fc.integer({ min: (FIRST * DAY) / 3_600_000, max: ((FIRST + 2500) * DAY) / 3_600_000 });
    fc.assert(
      fc.property(hours, (hour) => {
        const instant = new Date(hour * 3_600_000 + 1_800_000);
        expect(dayOf(instant.toISOString())).toBe(clock.format(instant));
      }),
    );
    // Hour by hour over a year: each day comes, and none comes back.
    const days: string[] = [];
    for (let hour = 0; hour < 366 * 24; hour += 1) {
      const today = dayOf(new Date(Date.parse('2020-01-02T00:00:00Z') + hour * 3_600_000).toISOString());
      if (days.at(-1) !== today) days.push(today);
    }
    expect(days).toEqual([...new Set(days)].sort());
    const [first = '', last = ''] = [days[0], days.at(-1)];
    expect(days).toHaveLength((Date.parse(last) - Date.parse(first)) / DAY + 1);
  });

  it.each(ZONES)('makes a calendar file whose days are those that are due (%s)', (zone) => {
    process.env.TZ = zone;
    const words = fc
      .string({ unit: 'grapheme', maxLength: 90 })
      .map((text) => text.replace(/[\p{C}\r]/gu, ''));
    fc.assert(
      fc.property(fc.array(fc.tuple(partial, words), { minLength: 1, maxLength: 5 }), (rows) => {
        const agenda = agendaOn(commitmentsDue(rows.map(([due]) => due)), '2021-01-01');
        const items = PARTS.flatMap((part): readonly DueItem[] => agenda[part]);
        const days = items.map((item, index) => ({
          key: dueKey(item),
          due: item.due,
          summary: `S${rows[index]?.[1]}`,
          description: rows[index]?.[1] ?? '',
        }));
        const file = calendarFile(days, 'Due', '2021-01-01T00:00:00.000Z');
        for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThan(76);
        const read = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent');
        expect(read).toHaveLength(days.length);
        for (const [index, event] of read.entries()) {
          const start = event.getFirstPropertyValue('dtstart') as ICAL.Time;
          expect([start.isDate, start.toString()]).toEqual([true, lastDayOf(days[index]?.due ?? '')]);
          expect(event.getFirstPropertyValue('uid')).toBe(`${days[index]?.key}@hearken`);
          expect(event.getFirstPropertyValue('summary')).toBe(days[index]?.summary);
          expect(event.getFirstPropertyValue('description') ?? '').toBe(days[index]?.description);
        }
        expect(new Set(days.map(({ key }) => key)).size).toBe(days.length);
      }),
      { numRuns: 30 },
    );
  });
});
