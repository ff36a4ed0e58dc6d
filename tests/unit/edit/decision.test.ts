import { describe, expect, it } from 'vitest';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges } from '#shared/change/state.ts';
import {
  addIndicator,
  type DecisionFields,
  decide,
  removeDecision,
  removeIndicator,
  setIndicatorValue,
} from '#shared/edit/decision.ts';
import type { Decision } from '#shared/model/decision.ts';
import type { Figure } from '#shared/model/figure.ts';
import { OFFICE_CITED, OFFICE_SOURCE } from '#shared/model/figures-of-values.ts';
import { makeRound, smallWorkspace } from '../../fixtures/state.ts';

const AUTHOR = { by: 'Ren', at: '2024-06-02T00:00:00.000Z' };
const FIELDS: DecisionFields = {
  level: 'monitor',
  suggested: 'monitor',
  why: '',
  owner: 'Procurement',
  reviewDate: '2025-03',
  fiscalYear: 2025,
};

function setUp() {
  const workspace = smallWorkspace();
  const { state, privacy } = workspace;
  const round = makeRound({ issueIds: [privacy.id], stage: 'closed' });
  state.rounds.set(round.id, round);
  const edit = async <R>(recipe: (draft: Draft) => Promise<R>) => {
    const draft = new Draft(stateReader(state));
    const result = await recipe(draft);
    applyChanges(state, await draft.finish());
    return result;
  };
  const subject = { kind: 'issue' as const, id: privacy.id };
  const decideAs = (fields: Partial<DecisionFields>) =>
    edit((draft) => decide(draft, round.id, subject, { ...FIELDS, ...fields }, AUTHOR));
  return { state, edit, decideAs, round, subject };
}

describe('deciding', () => {
  it('keeps one decision a subject, also after the round is closed', async () => {
    const { state, decideAs } = setUp();
    const first = await decideAs({});
    const second = await decideAs({ level: 'monitor', owner: 'Legal' });
    expect(second.id).toBe(first.id);
    expect([...state.decisions.values()]).toHaveLength(1);
    expect(state.decisions.get(first.id)).toMatchObject({ owner: 'Legal', decidedBy: 'Ren' });
  });

  it('asks why where it departs from the suggestion, and only there', async () => {
    const { decideAs, state } = setUp();
    await expect(decideAs({ level: 'watch', why: '  ' })).rejects.toMatchObject({
      problem: { code: 'decision-needs-reason' },
    });
    expect(state.decisions.size).toBe(0);
    await decideAs({ level: 'watch', why: 'Handled with the theme' });
    await decideAs({ level: 'none', suggested: null });
    expect([...state.decisions.values()][0]).toMatchObject({
      level: 'none',
      suggested: null,
    } satisfies Partial<Decision>);
  });

  it('writes an indicator’s figures by year, in order, and takes an empty year away', async () => {
    const { state, edit, decideAs } = setUp();
    const { id } = await decideAs({});
    const made = await edit((draft) =>
      addIndicator(draft, id, { name: { en: 'Visits' }, unit: '', target: '' }, AUTHOR),
    );
    const write = (fiscalYear: number, value: number | null, note = '') =>
      edit((draft) => setIndicatorValue(draft, made.id, { fiscalYear, value, note }, AUTHOR));
    const written = () =>
      ([...state.figures.values()] as Figure[])
        .map(({ period, value, note, cited }) => ({ year: period.fiscalYear, value, note, cited }))
        .sort((a, b) => a.year - b.year);
    await write(2025, 4);
    await write(2024, 0, ' counted late ');
    await write(2025, 5);
    expect(written()).toEqual([
      { year: 2024, value: 0, note: { en: 'counted late', ja: 'counted late' }, cited: OFFICE_CITED },
      { year: 2025, value: 5, note: {}, cited: OFFICE_CITED },
    ]);
    await write(2024, null, '  ');
    expect(written().map(({ year }) => year)).toEqual([2025]);
    expect([...state.sources.keys()]).toEqual([OFFICE_SOURCE.id]);
  });

  it('keeps indicators through a new decision and removes those that nothing uses', async () => {
    const { state, edit, decideAs } = setUp();
    const { id } = await decideAs({});
    const fields = { name: { en: 'Suppliers visited' }, unit: '%', target: '80' };
    const kept = await edit((draft) => addIndicator(draft, id, fields, AUTHOR));
    const measured = await edit((draft) => addIndicator(draft, id, fields, AUTHOR));
    await edit((draft) =>
      setIndicatorValue(draft, measured.id, { fiscalYear: 2025, value: 3, note: '' }, AUTHOR),
    );
    await decideAs({ owner: 'Legal' });
    expect((state.decisions.get(id) as Decision).indicatorIds).toEqual([kept.id, measured.id]);
    await edit((draft) => removeIndicator(draft, id, kept.id));
    expect([...state.indicators.keys()]).toEqual([measured.id]);
    await edit((draft) => removeDecision(draft, id));
    expect([...state.indicators.keys()]).toEqual([measured.id]);
  });
});
