import { describe, expect, it } from 'vitest';
import { newId } from '#shared/model/basics.ts';
import type { Decision } from '#shared/model/decision.ts';
import { buildReport } from '#shared/report/build.ts';
import type { Block } from '#shared/report/document.ts';
import { materialitySummary } from '#shared/report/model/materiality.ts';
import { AT, assessedWorkspace, makeRating } from './workspace.ts';

function decisionOn(roundId: string, issueId: string, fields: Partial<Decision> = {}): Decision {
  return {
    id: newId(),
    roundId,
    subject: { kind: 'issue', id: issueId },
    fiscalYear: 2025,
    level: 'monitor-closely',
    suggested: 'monitor',
    why: 'Brokers came back.',
    dissent: '',
    measure: {},
    due: null,
    owner: 'Crewing',
    indicatorIds: [],
    reviewDate: '2025-09',
    decidedBy: 'Board',
    at: AT,
    ...fields,
  };
}

const request = (roundId: string, language: 'en' | 'ja' = 'en') =>
  ({
    kind: 'materiality',
    subjectId: roundId,
    language,
    creator: '',
    writtenAt: AT,
    pictures: ['matrix'],
  }) as const;

describe('materialitySummary', () => {
  it('lists the issues in salience order with what is known of each', () => {
    const { state, round } = assessedWorkspace();
    const { issues } = materialitySummary(state, round.id, 'en', AT);
    expect(issues.map((one) => [one.name, one.rank, one.tier, one.severity?.shown ?? null])).toEqual([
      ['Forced labour', 1, 1, 5],
      ['Child labour', 2, 1, 4],
      ['Working hours', 3, 3, null],
    ]);
    expect(issues[1]).toMatchObject({ nature: 'actual', likelihood: null });
    expect(issues[2]?.floor?.shown).toBe(2);
  });

  it('keeps the reason of who stands apart, and tells assessors by voice alone', async () => {
    const { state, round } = assessedWorkspace();
    const summary = materialitySummary(state, round.id, 'en', AT);
    expect(summary.issues[0]?.minority).toEqual([
      {
        voice: 'representative',
        dissents: [expect.objectContaining({ on: 'score', dimension: 'scale', value: 2, median: 5 })],
        rationale: 'Fees are repaid at this port.',
      },
    ]);
    const text = JSON.stringify(await buildReport(state, request(round.id)));
    for (const { name } of round.assessors) expect(text).not.toContain(name);
  });

  it('orders decisions by how closely is looked, and tells those that depart from the suggestion', async () => {
    const { state, round, issues } = assessedWorkspace();
    const [first, second] = issues;
    const decided = {
      ...state,
      decisions: [
        decisionOn(round.id, first?.id ?? '', { level: 'watch', suggested: 'watch' }),
        decisionOn(round.id, second?.id ?? ''),
      ],
    };
    const { decisions } = materialitySummary(decided, round.id, 'en', AT);
    expect(decisions.map((one) => [one.name, one.level, one.fiscalYear])).toEqual([
      ['Child labour', 'monitor-closely', 'FY2026'],
      ['Forced labour', 'watch', 'FY2026'],
    ]);
    const text = JSON.stringify(await buildReport(decided, request(round.id)));
    expect(text).toContain('Departing from the suggestion, with a reason: Child labour.');
  });

  it('says that no rightsholder was heard, or nobody at all', async () => {
    const { state, round } = assessedWorkspace();
    const text = JSON.stringify(await buildReport(state, request(round.id)));
    expect(text).toContain('Nobody from outside was heard');
  });

  it('tells of a dialogue off the record only that it was held', async () => {
    const { state, round } = assessedWorkspace();
    const closed = {
      ...state,
      dialogues: state.dialogues.map((one) => ({ ...one, attribution: 'off-record' as const })),
    };
    const text = JSON.stringify(await buildReport(closed, request(round.id)));
    expect(text).not.toContain('Talks about fees');
    expect(text).toContain('A dialogue held off the record');
  });

  it('takes names out of reasons and rationales that a dialogue’s policy holds back', async () => {
    const { state, round, issues } = assessedWorkspace();
    const guarded = {
      ...state,
      dialogues: state.dialogues.map((one) => ({ ...one, attribution: 'role' as const })),
      decisions: [decisionOn(round.id, issues[0]?.id ?? '', { why: 'Mirela Osei convinced us.' })],
      ratings: state.ratings.map((one) => (one.rationale ? { ...one, rationale: 'As Osei says.' } : one)),
    };
    const report = await buildReport(guarded, request(round.id));
    expect(JSON.stringify(report)).not.toContain('Osei');
    expect(report.omissions).toEqual([{ reason: 'withheld-name', count: 2 }]);
  });

  it('prints fifteen points of method, and what was not recorded as not stated', async () => {
    const { state, round } = assessedWorkspace();
    const report = await buildReport(state, request(round.id));
    const table = report.sections
      .find((one) => one.id === 'method')
      ?.blocks.find((one) => one.kind === 'table');
    expect(table?.kind === 'table' && table.rows).toHaveLength(15);
    expect(JSON.stringify(table)).toContain('Not stated');
    expect(JSON.stringify(table)).toContain('UNGP 2011');
  });

  it('compares with the year before: added and dropped issues, tiers, decisions', () => {
    const { state, round, issues } = assessedWorkspace();
    const [first, second, third] = issues.map((one) => one.id) as [string, string, string];
    const earlier = {
      ...round,
      id: newId(),
      fiscalYear: 2023,
      name: { en: 'Last round' },
      issueIds: [first, third],
    };
    const assessorId = round.assessors[0]?.id ?? '';
    const { changes } = materialitySummary(
      {
        ...state,
        rounds: [...state.rounds, earlier],
        ratings: [
          ...state.ratings,
          makeRating(earlier, first, assessorId, { scale: 2, scope: 2, irremediability: 2 }),
        ],
        decisions: [decisionOn(round.id, first), decisionOn(earlier.id, first, { level: 'watch' })],
      },
      round.id,
      'en',
      AT,
    );
    expect(changes).toMatchObject({ roundName: 'Last round', unchanged: 0 });
    expect(
      changes?.issues.map(({ name, list, from, to }) => [name, list.kind, from?.tier ?? null, to?.tier]),
    ).toEqual([
      ['Forced labour', 'kept', 3, 1],
      ['Child labour', 'entered', null, 1],
      ['Working hours', 'kept', null, 3],
    ]);
    expect(changes?.levels).toEqual([
      {
        name: 'Forced labour',
        before: { level: 'watch', theme: '' },
        now: { level: 'monitor-closely', theme: '' },
      },
    ]);
    expect(second).not.toBe(third);
  });
});

describe('the document of a round', () => {
  it('has a picture only where one is brought along, with words that tell it', async () => {
    const { state, round } = assessedWorkspace();
    const pictureOf = (blocks: readonly Block[]) => blocks.find((one) => one.kind === 'picture');
    const withPicture = await buildReport(state, request(round.id));
    const picture = pictureOf(withPicture.sections.flatMap((one) => one.blocks));
    expect(picture?.kind === 'picture' && picture.alt).toContain('Forced labour (severity 5, likelihood 3)');
    const without = await buildReport(state, { ...request(round.id), pictures: [] });
    expect(pictureOf(without.sections.flatMap((one) => one.blocks))).toBeUndefined();
  });

  it('has sense before anything was rated or decided', async () => {
    const { state, round } = assessedWorkspace();
    const report = await buildReport({ ...state, ratings: [] }, request(round.id, 'ja'));
    const ids = report.sections.map((one) => one.id);
    expect(ids).toContain('issues');
    expect(ids).not.toContain('matrix');
    expect(JSON.stringify(report)).not.toMatch(/undefined|NaN|null%/);
  });

  it('repeats the notice that ratings are illustrative, in the document’s language', async () => {
    const { state, round } = assessedWorkspace();
    expect(JSON.stringify(await buildReport(state, request(round.id, 'ja')))).toContain('評価は例示です。');
  });
});
