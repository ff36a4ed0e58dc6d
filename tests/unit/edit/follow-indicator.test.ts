import { describe, expect, it } from 'vitest';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, plainState } from '#shared/change/state.ts';
import { followIndicator } from '#shared/edit/follow-indicator.ts';
import { newId } from '#shared/model/basics.ts';
import type { Figure } from '#shared/model/figure.ts';
import type { Indicator } from '#shared/model/indicator.ts';
import type { Workspace } from '#shared/model/workspace.ts';
import { makeFigure, makeIndicator } from '../../fixtures/figures.ts';
import { makeDecision, makeRound, smallWorkspace } from '../../fixtures/state.ts';

const AUTHOR = { by: 'Ren', at: '2024-06-02T00:00:00.000Z' };

const WORKSPACE: Workspace = {
  id: newId(),
  name: { en: 'Harbour' },
  company: {},
  companyAliases: [],
  languages: ['en'],
  fiscalYear: { firstMonth: 4, namedBy: { en: 'end' } },
  taxonomyVersion: '1',
  notice: {},
  copy: null,
};

async function followed(target: string, fields: Partial<Indicator> = {}, figures: Partial<Figure>[] = []) {
  const { state, privacy } = smallWorkspace();
  const indicator = makeIndicator(fields);
  const round = makeRound({ issueIds: [privacy.id] });
  const decision = makeDecision(round.id, { subject: { kind: 'issue', id: privacy.id } });
  state.workspace.set(WORKSPACE.id, WORKSPACE);
  state.rounds.set(round.id, round);
  state.indicators.set(indicator.id, indicator);
  state.decisions.set(decision.id, decision);
  for (const one of figures) {
    const row = { ...makeFigure(indicator.id, 2020, 1), ...one };
    state.figures.set(row.id, row);
  }
  const draft = new Draft(stateReader(state));
  await followIndicator(draft, decision.id, indicator.id, target, AUTHOR);
  applyChanges(state, await draft.finish());
  const { decisions, figures: rows } = plainState(state);
  return {
    indicatorIds: decisions.find(({ id }) => id === decision.id)?.indicatorIds,
    id: indicator.id,
    targets: rows.filter(({ role }) => role === 'target'),
  };
}

const unclear = { problem: { code: 'target-unclear' } };

describe('a decision that is followed by an indicator', () => {
  it('needs no target', async () => {
    const { indicatorIds, id, targets } = await followed('  ');
    expect(indicatorIds).toEqual([id]);
    expect(targets).toEqual([]);
  });

  it('has a number with its year for a target, at least so much where nothing else is said', async () => {
    const [target] = (await followed('85 FY2023')).targets;
    expect(target).toMatchObject({
      compare: '>=',
      value: 85,
      period: { fiscalYear: 2022 },
      status: 'stated',
      of: null,
      via: null,
      ...AUTHOR,
    });
    expect((await followed('<= 5 FY2023')).targets).toMatchObject([{ compare: '<=', value: 5 }]);
    await expect(followed('85')).rejects.toMatchObject(unclear);
    await expect(followed('many by FY2023')).rejects.toMatchObject(unclear);
  });

  it('has no share for a target of what is counted', async () => {
    const share = { unit: 'percent', over: 'ratio' } as const;
    expect((await followed('>= 85 % FY2023', share)).targets).toMatchObject([{ value: 85 }]);
    for (const unit of ['people', 'cases', 'companies', 'hours'])
      await expect(followed('>= 85 % FY2023', { unit })).rejects.toMatchObject(unclear);
    expect((await followed('>= 85 % FY2023', { unit: 'other' })).targets).toHaveLength(1);
  });

  it('has the target for whose the last whole figure is, and through what it was counted', async () => {
    const [first, second, third] = ['1', '2', '3'].map(
      (end) => `00000000-0000-7000-8000-00000000000${end}`,
    ) as [string, string, string];
    const { targets } = await followed('85 FY2023', {}, [
      { period: { fiscalYear: 2021, quarter: null }, of: second },
      { period: { fiscalYear: 2020, quarter: null }, of: first },
      { period: { fiscalYear: 2022, quarter: null }, of: third, cell: { about: 'pay' } },
    ]);
    expect(targets).toMatchObject([{ of: second, ofBasis: 'stated', cell: {} }]);
  });
});
