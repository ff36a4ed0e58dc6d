import { describe, expect, it } from 'vitest';
import type { Advice } from '#shared/model/advice.ts';
import type { Decision } from '#shared/model/decision.ts';
import { agendaOf } from '#shared/overview/due.ts';

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
});
