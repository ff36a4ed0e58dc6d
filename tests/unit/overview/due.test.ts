import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Advice } from '#shared/model/advice.ts';
import { blankArrangement } from '#shared/model/arrangement.ts';
import { newId } from '#shared/model/basics.ts';
import type { Decision } from '#shared/model/decision.ts';
import { lastDayOf } from '#shared/model/due.ts';
import { blankEntry, type Entry } from '#shared/model/entry.ts';
import { blankSource } from '#shared/model/source.ts';
import { agendaOf } from '#shared/overview/due.ts';
import { answerDueOf } from '#shared/register/requests.ts';

const advice = (id: string, due: string | null, owner = ''): Advice =>
  ({ id, due, owner, dialogueId: 'd', response: '', status: 'heard' }) as unknown as Advice;
const decision = (id: string, subject: string, fiscalYear: number, reviewDate: string | null): Decision =>
  ({
    id,
    subject: { kind: 'issue', id: subject },
    fiscalYear,
    reviewDate,
    owner: ' Mori ',
  }) as unknown as Decision;

const entry = (fields: Partial<Entry> & Pick<Entry, 'kind'>): Entry =>
  blankEntry({ id: newId(), by: '', at: '2020-01-01T00:00:00.000Z', ...fields });

const NOTHING = {
  advice: [],
  commitments: [],
  decisions: [],
  themes: [],
  arrangements: [],
  entries: [],
  sources: [],
};

describe('agendaOf', () => {
  it('puts advice and reviews together by date, the oldest first, with their owners', () => {
    const agenda = agendaOf(
      {
        ...NOTHING,
        advice: [
          advice('late', '2021-03', 'Sato'),
          advice('next', '2021-06-20'),
          advice('far', '2022'),
          advice('none', null),
        ],
        decisions: [decision('review', 'water', 2021, '2021-04-10')],
      },
      '2021-06-01',
      4,
    );
    expect(agenda.overdue.map(({ kind, due, owner }) => [kind, due, owner])).toEqual([
      ['advice', '2021-03', 'Sato'],
      ['review', '2021-04-10', 'Mori'],
    ]);
    expect(agenda.soon.map(({ due, owner }) => [due, owner])).toEqual([['2021-06-20', '']]);
    expect([agenda.later.length, agenda.undated]).toEqual([1, 1]);
  });

  it('puts everything with a date into one part, by its last day', () => {
    const day = fc
      .integer({ min: 0, max: 900 })
      .map((days) => new Date(Date.UTC(2019, 6, 1) + days * 86_400_000).toISOString().slice(0, 10));
    const due = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([date, length]) => date.slice(0, length));
    fc.assert(
      fc.property(fc.array(due, { maxLength: 12 }), day, (dues, today) => {
        const parts = agendaOf(
          { ...NOTHING, advice: dues.map((one, at) => advice(String(at), one)) },
          today,
          4,
        );
        const daysOf = (one: string) => (Date.parse(lastDayOf(one)) - Date.parse(today)) / 86_400_000;
        const within = (from: number, to: number) =>
          dues
            .map(daysOf)
            .filter((days) => days >= from && days <= to)
            .sort((a, b) => a - b);
        const found = (part: 'overdue' | 'soon' | 'next' | 'later') =>
          parts[part].map((item) => daysOf(item.due));
        expect(found('overdue')).toEqual(within(-2000, -1));
        expect(found('soon')).toEqual(within(0, 30));
        expect(found('next')).toEqual(within(31, 90));
        expect(found('later')).toEqual(within(91, 2000));
        expect(parts.undated).toBe(0);
      }),
    );
  });

  it('takes a review for held once the same subject was decided on for a later year', () => {
    const decisions = [
      decision('first', 'water', 2020, '2020-10'),
      decision('second', 'water', 2021, '2021-10'),
      decision('other', 'land', 2020, '2020-09'),
    ];
    const { overdue } = agendaOf({ ...NOTHING, decisions }, '2022-01-01', 4);
    expect(overdue.map((item) => item.kind === 'review' && item.decision.id)).toEqual(['other', 'second']);
  });

  it('takes the review of an issue for held once a theme that it is part of was decided on', () => {
    const onTheme = {
      ...decision('theme', 'rivers', 2021, null),
      subject: { kind: 'theme', id: 'rivers' },
    } as Decision;
    const decisions = [decision('first', 'water', 2020, '2020-10'), onTheme];
    const of = (issueIds: string[]) =>
      agendaOf({ ...NOTHING, decisions, themes: [{ id: 'rivers', issueIds }] }, '2022-01-01', 4);
    expect(of(['water']).overdue).toEqual([]);
    expect(of(['land']).overdue).toHaveLength(1);
  });

  it('names what comes regularly once for all that is past, and once for what is now', () => {
    const review = blankArrangement({
      id: 'review',
      name: { en: 'Review' },
      owner: 'Mori',
      cadence: { months: 3, anchor: '2019-04' },
      reportsTo: { arrangementId: 'board', cadence: { months: 12, anchor: '2019-04' } },
    });
    const held = entry({ kind: 'meeting', arrangementId: 'review', when: '2019-04-12' });
    const { overdue, soon } = agendaOf(
      { ...NOTHING, arrangements: [review], entries: [held] },
      '2020-03-05',
      4,
    );
    expect(overdue).toMatchObject([
      { kind: 'occurrence', due: '2019-09', count: 2, owner: 'Mori', occurrence: { from: '2019-07' } },
    ]);
    expect(soon.map(({ kind, due }) => `${kind} ${due}`).sort()).toEqual([
      'occurrence 2020-03',
      'reporting 2020-03',
    ]);
  });

  it('names what is planned, what is asked, and sources to look at again that no edition replaces', () => {
    const look = (id: string, replaces: string | null) =>
      blankSource({ id, title: { en: id }, nextLook: '2020-06', replaces });
    const agenda = agendaOf(
      {
        ...NOTHING,
        entries: [
          entry({ kind: 'request', phase: 'planned', when: '2020-05-04', due: '2020-05-25' }),
          entry({ kind: 'visit', phase: 'planned', when: '2020-07' }),
          entry({ kind: 'visit', when: '2020-02' }),
          entry({ kind: 'adoption', phase: 'planned', fiscalYear: 2020 }),
          entry({ kind: 'visit', phase: 'planned', when: '2020-04', standing: 'set-aside' }),
        ],
        sources: [look('old', null), look('new', 'old')],
      },
      '2020-06-01',
      4,
    );
    expect(agenda.overdue.map(({ kind, due }) => [kind, due])).toEqual([['request', '2020-05-25']]);
    expect(agenda.soon).toMatchObject([{ kind: 'look', source: { id: 'new' } }]);
    expect(agenda.next.map(({ kind, due }) => [kind, due])).toEqual([['entry', '2020-07']]);
  });
});

it('gives three weeks to answer what was asked on a day', () => {
  expect(answerDueOf('2024-02-14')).toBe('2024-03-06');
  expect([answerDueOf('2024-02'), answerDueOf(null)]).toEqual([null, null]);
});
