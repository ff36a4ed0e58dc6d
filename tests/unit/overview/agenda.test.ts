import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { Commitment } from '#shared/model/commitment.ts';
import { lastDayOf } from '#shared/model/due.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { upgradeState } from '#shared/model/upgrade.ts';
import { calendarFile } from '#shared/overview/calendar.ts';
import { agendaOf, dueKey } from '#shared/overview/due.ts';

const SAMPLE = path.join(import.meta.dirname, '..', '..', '..', 'resources', 'sample', 'sample.json');
const sample = upgradeState(JSON.parse(await readFile(SAMPLE, 'utf8')) as WorkspaceState);

const commitment = (id: string, due: string | null, fields: Partial<Commitment> = {}): Commitment => ({
  id,
  text: id,
  madeIn: { to: 'dialogue', id: 'd' },
  owner: '',
  due,
  status: 'promised',
  why: '',
  measuredBy: null,
  by: '',
  at: '2020-02-14T00:00:00.000Z',
  ...fields,
});
const NOTHING = { advice: [], decisions: [], themes: [], arrangements: [], entries: [], sources: [] };
const of = (commitments: readonly Commitment[]) => ({ ...NOTHING, commitments });

describe('the commitments of the sample', () => {
  const overdueOn = (day: string) =>
    agendaOf(sample, day, 4)
      .overdue.flatMap((item) => (item.kind === 'commitment' ? [item.due] : []))
      .sort();

  it('are five, four of them dated: two overdue on 31 March 2021, all four the day after', () => {
    expect(sample.commitments).toHaveLength(5);
    expect(overdueOn('2021-03-31')).toEqual(['2020', '2020-09']);
    expect(overdueOn('2021-04-01')).toEqual(['2020', '2020-09', '2021-03', '2021-03']);
  });

  it('stand beside no advice that is due a second time for the same promise', () => {
    const { overdue, soon, next, later } = agendaOf(sample, '2021-04-01', 4);
    const promised = new Set<string>(sample.commitments.map(({ madeIn }) => madeIn.id));
    const twice = [...overdue, ...soon, ...next, ...later].filter(
      (item) => item.kind === 'advice' && promised.has(item.advice.id),
    );
    expect(twice).toEqual([]);
  });
});

describe('a date that is known in part', () => {
  it.each([
    ['2020', '2020-12-31', '2021-01-01'],
    ['2020-02', '2020-02-29', '2020-03-01'],
    ['2021-02', '2021-02-28', '2021-03-01'],
    ['2021-12-31', '2021-12-31', '2022-01-01'],
  ])('%s is due until %s, and overdue on %s', (due, last, after) => {
    const on = (day: string) => agendaOf(of([commitment('a', due)]), day, 4);
    expect(on(last).soon).toHaveLength(1);
    expect(on(after).overdue).toHaveLength(1);
  });
});

const day = fc
  .date({ min: new Date('2019-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const partial = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([one, length]) => one.slice(0, length));

describe('whatever the day', () => {
  it('each open commitment with a date is in one part, and no other is in any', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.option(partial),
            fc.constantFrom('promised' as const, 'under-way' as const, 'kept' as const, 'dropped' as const),
          ),
        ),
        day,
        (made, today) => {
          const all = made.map(([due, status], at) => commitment(`c${at}`, due, { status }));
          const { overdue, soon, next, later, undated } = agendaOf(of(all), today, 4);
          const listed = [...overdue, ...soon, ...next, ...later].map(dueKey);
          const open = all.filter(({ status }) => status === 'promised' || status === 'under-way');
          expect(listed.sort()).toEqual(
            open
              .filter(({ due }) => due !== null)
              .map(({ id }) => `${id}-commitment`)
              .sort(),
          );
          expect(undated).toBe(open.filter(({ due }) => due === null).length);
          for (const { due } of overdue) expect(lastDayOf(due) < today).toBe(true);
          for (const { due } of [...soon, ...next, ...later]) expect(lastDayOf(due) >= today).toBe(true);
        },
      ),
    );
  });

  it('a clock that runs on over year ends and leap days makes overdue what was not, and never the other way', () => {
    fc.assert(
      fc.property(partial, day, fc.integer({ min: 0, max: 1200 }), (due, from, days) => {
        const later = new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
        const count = (on: string) => agendaOf(of([commitment('a', due)]), on, 4).overdue.length;
        expect(count(later)).toBeGreaterThanOrEqual(count(from));
      }),
    );
  });
});

describe('a calendar file', () => {
  const text = '期限: a, b; c\\ d\n“new” line '.repeat(8);
  const days = [
    { key: 'one', due: '2021-03', summary: text, description: '' },
    { key: 'two', due: '2020', summary: 'Due', description: 'Owner: Purchasing' },
  ];
  const file = calendarFile(days, 'Follow-up', '2021-01-02T03:04:05.000Z');

  it('is read back as all-day entries on the last day of each date, with the words as they were', () => {
    const events = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent');
    expect(events.map((one) => String(one.getFirstPropertyValue('dtstart')))).toEqual([
      '2021-03-31',
      '2020-12-31',
    ]);
    expect(events[0]?.getFirstPropertyValue('summary')).toBe(text);
    expect(events.map((one) => one.getFirstPropertyValue('uid'))).toEqual(['one@hearken', 'two@hearken']);
    expect(file).toContain('DTSTART;VALUE=DATE:20210331\r\n');
    expect(file).toContain('DTSTAMP:20210102T030405Z\r\n');
  });

  it('has lines of at most 75 octets, and is the same each time', () => {
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(calendarFile(days, 'Follow-up', '2021-01-02T03:04:05.000Z')).toBe(file);
  });
});
