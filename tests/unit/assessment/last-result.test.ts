import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assessRound } from '#shared/assessment/assess-round.ts';
import { lastResults } from '#shared/assessment/last-result.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';

const sample = JSON.parse(
  readFileSync(new URL('../../../resources/sample/sample.json', import.meta.url), 'utf8'),
) as WorkspaceState;
const later = sample.rounds.find(({ basedOn }) => basedOn !== null);
const earlier = sample.rounds.find(({ id }) => id === later?.basedOn);
if (!later || !earlier) throw new Error('the sample has no two rounds');

describe('lastResults', () => {
  it('gives the closed round before as it stands in its own results', () => {
    const last = lastResults(sample, later.id);
    const { issues } = assessRound(sample, earlier.id);
    expect(earlier.stage).toBe('closed');
    expect(last?.round.id).toBe(earlier.id);
    expect(issues.length).toBeGreaterThan(3);
    for (const { issueId, rank, tied, tier, dimensions } of issues)
      expect(last?.of.get(issueId)?.issue).toMatchObject({ rank, tied, tier, dimensions });
  });

  it('names the decision on the issue, else the one on its theme', () => {
    const last = lastResults(sample, later.id);
    const decisions = sample.decisions.filter(({ roundId }) => roundId === earlier.id);
    const issue = decisions.find(({ subject }) => subject.kind === 'issue');
    expect(issue).toBeDefined();
    expect(last?.of.get(issue?.subject.id ?? '')).toMatchObject({ decision: { id: issue?.id }, theme: null });
    const [theme] = sample.themes;
    const member = theme?.issueIds.find(
      (id) => last?.of.has(id) && !decisions.some(({ subject }) => subject.id === id),
    );
    const onTheme = { ...decisions[0], id: 'theme', subject: { kind: 'theme', id: theme?.id } };
    const decided = lastResults(
      {
        ...sample,
        // The sample's first round was closed before there were themes.
        records: sample.records.map((one) => ({ ...one, themes: sample.themes })),
        decisions: [...sample.decisions, onTheme as (typeof decisions)[number]],
      },
      later.id,
    );
    expect(decided?.of.get(member ?? '')).toMatchObject({
      decision: { id: 'theme' },
      theme: { id: theme?.id },
    });
  });

  it('tells nothing of a round that is not closed, and nothing where there is none before', () => {
    const open = sample.rounds.map((one) => ({ ...one, stage: 'discussion' as const }));
    expect(lastResults({ ...sample, rounds: open }, later.id)).toBeNull();
    expect(lastResults(sample, earlier.id)).toBeNull();
  });
});
