import { describe, expect, it } from 'vitest';
import { concernsDecisions, decisionLog, type LoggedEntry } from '#shared/assessment/decision-log.ts';
import { decisionYears } from '#shared/assessment/follow-up.ts';
import type { AdviceStatus } from '#shared/model/advice.ts';
import { newId } from '#shared/model/basics.ts';
import type { Decision } from '#shared/model/decision.ts';
import { blankFigure } from '#shared/model/figure.ts';
import { blankIndicator } from '#shared/model/indicator.ts';
import { makeDecision, makeIssue, makeRound } from '../../fixtures/state.ts';

const AT = '2024-07-01T12:00:00.000Z';

describe('decisionYears', () => {
  const mine = makeIssue({ code: 'mine' });
  const merged = makeIssue({ code: 'old', mergedInto: mine.id });
  const dialogueId = newId();
  const later = makeRound({ fiscalYear: 2024 });
  const earlier = makeRound({ fiscalYear: 2023, dialogueIds: [dialogueId] });
  const empty = makeRound({ fiscalYear: 2022 });
  const future = makeRound({ fiscalYear: 2025 });
  const theme = { id: newId(), issueIds: [mine.id] };
  const indicator = blankIndicator({
    id: newId(),
    name: { en: 'Visits' },
  });
  const figure = blankFigure({
    id: newId(),
    indicatorId: indicator.id,
    period: { fiscalYear: 2024 },
    value: 3,
    at: null,
  });
  const advice = (status: AdviceStatus, issueIds: string[], of = dialogueId) => ({
    dialogueId: of,
    issueIds,
    status,
  });
  const state = {
    rounds: [empty, earlier, future, later],
    issues: [mine, merged],
    themes: [theme],
    indicators: [indicator],
    figures: [figure],
    advice: [
      advice('done', [mine.id]),
      advice('accepted', [merged.id]),
      advice('heard', [mine.id], newId()),
      advice('declined', [newId()]),
    ],
    decisions: [
      makeDecision(later.id, { subject: { kind: 'issue', id: mine.id }, level: 'monitor-closely' }),
      makeDecision(earlier.id, { subject: { kind: 'issue', id: merged.id }, indicatorIds: [indicator.id] }),
      makeDecision(earlier.id, { subject: { kind: 'theme', id: theme.id } }),
      makeDecision(future.id, { subject: { kind: 'issue', id: mine.id } }),
    ],
  };

  it('sets earlier rounds with decisions beside a round, the latest first, never later ones', () => {
    const { rounds, subjects } = decisionYears(state, later);
    expect(rounds.map(({ fiscalYear }) => fiscalYear)).toEqual([2024, 2023]);
    expect(subjects.map(({ kind, id }) => [kind, id])).toEqual([
      ['theme', theme.id],
      ['issue', mine.id],
    ]);
  });

  it('puts what was merged with what it became, and tells measures and advice of its own round', () => {
    const issue = decisionYears(state, later).subjects.find(({ kind }) => kind === 'issue');
    expect(issue?.decisions.map((own) => own.map(({ decision }) => decision.level))).toEqual([
      ['monitor-closely'],
      ['monitor'],
    ]);
    const [followed] = issue?.decisions[1] ?? [];
    expect(followed?.measures).toEqual([{ indicator, figures: [figure] }]);
    expect(followed?.advice).toMatchObject({ done: 1, accepted: 1, heard: 0, declined: 0 });
    expect(followed?.adviceTotal).toBe(2);
  });
});

describe('decisionLog', () => {
  const roundId = newId();
  const first = makeDecision(roundId, { decidedBy: 'Board', at: '2024-03-01T09:00:00.000Z' });
  const second = {
    ...first,
    level: 'watch' as const,
    why: 'Too soon.',
    decidedBy: 'Aya',
    at: '2024-04-01T09:00:00.000Z',
  };
  const measured = { ...second, indicatorIds: [newId()] };
  const entry = (
    seq: number,
    before: Decision | null,
    after: Decision | null,
    fields: Partial<LoggedEntry> = {},
  ): LoggedEntry => ({
    seq,
    at: `2024-05-0${seq}T09:00:00.000Z`,
    actor: 'Aya',
    kind: 'edit',
    changes: [{ table: 'decisions', id: first.id, before, after }],
    ...fields,
  });

  it('tells who did what when, newest first, with what was and is', () => {
    const log = decisionLog([
      entry(1, null, first, { actor: 'Who opened the file' }),
      entry(2, first, second, { at: second.at }),
      entry(3, second, measured),
      entry(4, measured, null, { actor: 'Ren' }),
    ]);
    expect(log.map(({ act, by, at }) => [act, by, at.slice(0, 10)])).toEqual([
      ['removed', 'Ren', '2024-05-04'],
      ['changed', 'Aya', '2024-05-03'],
      ['changed', 'Aya', '2024-04-01'],
      // By whom the decision names and on its own day: it came with a file.
      ['decided', 'Board', '2024-03-01'],
    ]);
    expect(log[2]?.fields).toEqual([
      { field: 'level', before: 'monitor', after: 'watch' },
      { field: 'why', before: '', after: 'Too soon.' },
    ]);
    expect(log[1]?.fields.map(({ field }) => field)).toEqual(['indicatorIds']);
  });

  it('names who undid a step, not who had decided', () => {
    const [line] = decisionLog([entry(2, second, first, { kind: 'undo', actor: 'Ren' })]);
    expect(line).toMatchObject({ act: 'changed', kind: 'undo', by: 'Ren', at: '2024-05-02T09:00:00.000Z' });
  });

  it('leaves out entries that changed nothing of a decision', () => {
    const other: LoggedEntry = { seq: 9, at: AT, actor: '', kind: 'edit', changes: [] };
    expect(concernsDecisions(other)).toBe(false);
    expect(decisionLog([other, entry(5, second, { ...second, at: AT })])).toEqual([]);
  });
});
