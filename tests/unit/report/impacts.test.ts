import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, indexState, plainState } from '#shared/change/state.ts';
import { leastWidth } from '#shared/chart/metrics.ts';
import { describeImpact, NO_IMPACT } from '#shared/edit/impact.ts';
import { moveToStage } from '#shared/edit/round.ts';
import { newId } from '#shared/model/basics.ts';
import type { Decision } from '#shared/model/decision.ts';
import type { Impact } from '#shared/model/impact.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { boardOf } from '#shared/report/board.ts';
import { buildReport } from '#shared/report/build.ts';
import { typography } from '#shared/report/docx/design.ts';
import { CELL_MARGIN, columnWidths, linesOf, textOf } from '#shared/report/docx/widths.ts';
import { makeDecision } from '../../fixtures/state.ts';
import { AT, assessedWorkspace } from './workspace.ts';

const SECTIONS = ['impacts', 'involvement', 'places', 'beyond', 'policies', 'acting', 'remedy', 'gaps'];
const sample = readFileSync(
  path.resolve(import.meta.dirname, '../../../resources/sample/sample.json'),
  'utf8',
);

const report = (state: WorkspaceState, subjectId: string, language: 'en' | 'ja' = 'en') =>
  buildReport(state, { kind: 'materiality', subjectId, language, creator: '', writtenAt: AT, pictures: [] });
const sectionsOf = async (state: WorkspaceState, roundId: string, language: 'en' | 'ja' = 'en') => {
  const { sections } = await report(state, roundId, language);
  return new Map(sections.map((one) => [one.id, one]));
};
const told = (of: Awaited<ReturnType<typeof sectionsOf>>) => SECTIONS.filter((id) => of.has(id));
const textIn = (of: Awaited<ReturnType<typeof sectionsOf>>, id: string) => JSON.stringify(of.get(id) ?? null);

/** The round of the fixture, its first issue monitored, its second one severe and not. */
function decided(fields: { readonly decision?: Partial<Decision>; readonly impact?: Partial<Impact> } = {}) {
  const { state, round, issues } = assessedWorkspace();
  const [first, second] = issues;
  if (!first || !second) throw new Error('the fixture has no issues');
  const decision = makeDecision(round.id, {
    subject: { kind: 'issue', id: first.id },
    fiscalYear: round.fiscalYear + 1,
    suggested: 'monitor',
    at: AT,
    ...fields.decision,
  });
  const impact: Impact = {
    id: newId(),
    roundId: round.id,
    issueId: first.id,
    ...NO_IMPACT,
    by: 'Ren',
    at: AT,
    ...fields.impact,
  };
  const impacts = fields.impact ? [impact] : [];
  return { state: { ...state, decisions: [decision], impacts } as WorkspaceState, round, first, second };
}

describe('whose harm, and where, in a report', () => {
  it('is left out section by section where nothing was said, and told as a gap', async () => {
    const { state, round } = decided();
    const of = await sectionsOf(state, round.id);
    expect(told(of)).toEqual(['beyond', 'gaps']);
    const gaps = textIn(of, 'gaps');
    for (const what of [
      'Gross or net',
      'Why the round looks where it looks',
      'Who is affected',
      'Where it happens',
      'Place in the value chain',
      'Time horizon',
      'The company’s connection',
      'Why a severe issue is not monitored',
      'Policies',
      'A measure',
      'Who answers for it',
      'An indicator',
      'What reached the grievance channels',
      'How those affected are heard and remedied',
    ])
      expect(gaps, what).toContain(`"${what}"`);
    expect(gaps).not.toContain('"By when the measure is due"');
  });

  it('has no section and no gap for what was said', async () => {
    const { state, round } = decided({
      impact: {
        affected: { en: 'Crews on hired ships', ja: '傭船の船員' },
        site: { en: 'Ship managers' },
        country: { en: 'Chile' },
        valueChain: ['upstream'],
        connection: 'contribute',
        leverage: { en: 'Through charter terms' },
        horizon: 'medium',
        policy: { en: 'Charter policy' },
        remedy: { en: 'Crews can write to the port chaplain' },
        source: { en: 'Visit of May' },
      },
      decision: { measure: { en: 'Repay fees' }, due: '2025-03', owner: 'Chartering' },
    });
    const rounds = state.rounds.map((one) => ({
      ...one,
      grossOrNet: 'net' as const,
      focus: { en: 'Ports first.' },
    }));
    const of = await sectionsOf({ ...state, rounds }, round.id);
    expect(told(of)).toEqual(SECTIONS);
    const impacts = textIn(of, 'impacts');
    for (const words of [
      'Crews on hired ships',
      'Ship managers',
      'Chile',
      'Upstream',
      'with the measures in place (net)',
    ])
      expect(impacts).toContain(words);
    expect(textIn(of, 'sources')).toContain('Visit of May');
    expect(textIn(of, 'involvement')).toContain('take part in remedy');
    expect(textIn(of, 'involvement')).toContain('Through charter terms');
    expect(textIn(of, 'places')).toContain('Ports first.');
    expect(textIn(of, 'policies')).toContain('Charter policy');
    expect(textIn(of, 'acting')).toContain('Repay fees');
    expect(textIn(of, 'acting')).toContain('by March 2025');
    expect(textIn(of, 'remedy')).toContain('port chaplain');
    expect(textIn(of, 'beyond')).toContain('Child labour');
    const gaps = textIn(of, 'gaps');
    for (const what of [
      'Gross or net',
      'Who is affected',
      'Time horizon',
      'Policies',
      'A measure',
      'Who answers for it',
    ])
      expect(gaps, what).not.toContain(`"${what}"`);
    expect(textIn(of, 'method')).toContain('with the measures in place (net)');
  });

  it('tells no name that a policy withholds', async () => {
    const { state, round } = decided({ impact: { affected: { en: 'Crews, as Mirela Osei said' } } });
    const [dialogue] = state.dialogues;
    if (!dialogue) throw new Error('no dialogue');
    const quiet: WorkspaceState = {
      ...state,
      dialogues: [{ ...dialogue, attribution: 'role' }],
      participants: state.participants.map((one) => ({ ...one, name: 'Mirela Osei', external: true })),
    };
    expect(textIn(await sectionsOf(quiet, round.id), 'impacts')).not.toContain('Osei');
    const page = boardOf(quiet, { roundId: round.id, language: 'en', paper: 'A4', writtenAt: AT });
    expect(JSON.stringify(page.scene)).not.toContain('Osei');
  });

  it('is of the day on which the round was closed', async () => {
    const { state: before, round, first } = decided({ impact: { affected: { en: 'Crews' } } });
    const state = indexState(before);
    const edit = async (recipe: (draft: Draft) => Promise<unknown>) => {
      const draft = new Draft(stateReader(state));
      await recipe(draft);
      applyChanges(state, await draft.finish());
    };
    await edit((draft) => moveToStage(draft, round.id, 'closed', { by: 'Ren', at: AT }));
    const closed = textIn(await sectionsOf(plainState(state), round.id), 'impacts');
    expect(closed).toContain('Crews');
    // What another program wrote into the open rows is not in the report of the closed round.
    for (const row of state.impacts.values())
      state.impacts.set(row.id, { ...row, affected: { en: 'Nobody' } } as never);
    expect(textIn(await sectionsOf(plainState(state), round.id), 'impacts')).toBe(closed);
    await edit((draft) =>
      moveToStage(draft, round.id, 'discussion', { by: 'Ren', at: AT }, 'A word was wrong'),
    );
    await edit((draft) =>
      describeImpact(draft, round.id, first.id, { affected: { en: 'All crews' } }, { by: 'Ren', at: AT }),
    );
    expect(textIn(await sectionsOf(plainState(state), round.id), 'impacts')).toContain('All crews');
  });

  it('stands on the board page, a line each; what has no room is counted', () => {
    const { state, round } = decided({ impact: { affected: { en: 'Crews on hired ships' } } });
    const page = boardOf(state, { roundId: round.id, language: 'en', paper: 'A4', writtenAt: AT });
    expect(JSON.stringify(page.scene)).toContain('Forced labour: Crews on hired ships');
    const none = boardOf(
      { ...state, impacts: [] },
      { roundId: round.id, language: 'en', paper: 'A4', writtenAt: AT },
    );
    expect(JSON.stringify(none.scene)).not.toContain('Whose harm');
  });

  it.each(['en', 'ja'] as const)('breaks no word of the sample in a column (%s)', async (language) => {
    const state = JSON.parse(sample) as WorkspaceState;
    const round = state.rounds.find(({ stage }) => stage !== 'closed');
    const of = await sectionsOf(state, round?.id ?? '', language);
    const size = typography(language).table * 10;
    const tables = SECTIONS.flatMap((id) => of.get(id)?.blocks ?? []).filter(
      (block) => block.kind === 'table',
    );
    expect(tables.length).toBeGreaterThan(5);
    for (const { columns, rows } of tables) {
      const widths = columnWidths(columns, rows, language);
      columns.forEach(({ head }, index) => {
        const words = [head, ...rows.flatMap((row) => linesOf(row[index] ?? '').map(textOf))];
        for (const word of words)
          expect(leastWidth(word, size) + 2 * CELL_MARGIN, word).toBeLessThanOrEqual(widths[index] ?? 0);
      });
    }
  });
});
