import { describe, expect, it } from 'vitest';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, indexState } from '#shared/change/state.ts';
import { addTheme, removeTheme, updateTheme } from '#shared/edit/theme.ts';
import { newId } from '#shared/model/basics.ts';
import { emptyState, type Rows } from '#shared/model/tables.ts';
import { makeIssue } from '../../fixtures/state.ts';

function setUp() {
  const [wages, hours] = [makeIssue({ code: 'sc-wages' }), makeIssue({ code: 'sc-hours' })];
  const state = indexState({ ...emptyState(), issues: [wages, hours] });
  const edit = async <R>(recipe: (draft: Draft) => Promise<R>) => {
    const draft = new Draft(stateReader(state));
    const result = await recipe(draft);
    applyChanges(state, await draft.finish());
    return result;
  };
  const theme = (id: string) => state.themes.get(id) as Rows['themes'] | undefined;
  return { state, edit, theme, wages, hours };
}

describe('themes', () => {
  it('group issues, each once, in the order given', async () => {
    const { edit, theme, wages, hours } = setUp();
    const made = await edit((draft) =>
      addTheme(draft, { name: { en: ' Work at sea ' }, issueIds: [hours.id, wages.id, hours.id] }),
    );
    expect(made).toMatchObject({ code: 'work-at-sea', order: 10, name: { en: 'Work at sea' } });
    expect(made.issueIds).toEqual([hours.id, wages.id]);
    await edit((draft) => updateTheme(draft, made.id, { issueIds: [wages.id], definition: { en: 'Pay' } }));
    expect(theme(made.id)).toMatchObject({ issueIds: [wages.id], definition: { en: 'Pay' } });
    const second = await edit((draft) =>
      addTheme(draft, { name: { en: 'Work at sea' }, issueIds: [hours.id] }),
    );
    expect(second).toMatchObject({ code: 'work-at-sea-2', order: 20 });
  });

  it('are refused without a name, without an issue, and with one that is not there', async () => {
    const { state, edit, wages } = setUp();
    const add = (name: string, issueIds: string[]) =>
      edit((draft) => addTheme(draft, { name: { en: name }, issueIds }));
    await expect(add(' ', [wages.id])).rejects.toMatchObject({ problem: { code: 'theme-name-missing' } });
    await expect(add('A', [])).rejects.toMatchObject({ problem: { code: 'theme-empty' } });
    await expect(add('A', [newId()])).rejects.toMatchObject({ problem: { code: 'row-missing' } });
    expect(state.themes.size).toBe(0);
  });

  it('go only while no decision stands on them', async () => {
    const { state, edit, wages } = setUp();
    const made = await edit((draft) => addTheme(draft, { name: { en: 'A' }, issueIds: [wages.id] }));
    const decision: Rows['decisions'] = {
      id: newId(),
      roundId: newId(),
      subject: { kind: 'theme', id: made.id },
      fiscalYear: 2025,
      level: 'monitor',
      suggested: null,
      why: '',
      dissent: '',
      measure: {},
      due: null,
      owner: '',
      indicatorIds: [],
      reviewDate: null,
      decidedBy: '',
      at: '2024-06-02T00:00:00.000Z',
    };
    state.decisions.set(decision.id, decision);
    await expect(edit((draft) => removeTheme(draft, made.id))).rejects.toMatchObject({
      problem: { code: 'theme-decided' },
    });
    state.decisions.delete(decision.id);
    await edit((draft) => removeTheme(draft, made.id));
    expect(state.themes.size).toBe(0);
    expect(state.issues.size).toBe(2);
  });
});
