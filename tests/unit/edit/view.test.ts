import { describe, expect, it } from 'vitest';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, indexState } from '#shared/change/state.ts';
import { removeView, saveView, updateView } from '#shared/edit/view.ts';
import { newId } from '#shared/model/basics.ts';
import { emptyState } from '#shared/model/tables.ts';
import { EMPTY_QUERY } from '#shared/model/view.ts';

const AUTHOR = { by: 'Aiko', at: '2024-06-02T00:00:00.000Z' };
const QUERY = { ...EMPTY_QUERY, side: 'external' as const, about: [[newId()]] };

function setUp() {
  const state = indexState(emptyState());
  const edit = async <R>(recipe: (draft: Draft) => Promise<R>) => {
    const draft = new Draft(stateReader(state));
    const result = await recipe(draft);
    applyChanges(state, await draft.finish());
    return result;
  };
  return { state, edit };
}

describe('saved views', () => {
  it('keep a question and its form, and take another name or question', async () => {
    const { state, edit } = setUp();
    const view = await edit((draft) =>
      saveView(draft, { name: '  Outsiders ', query: QUERY, form: 'table' }, AUTHOR),
    );
    expect(state.views.get(view.id)).toEqual({
      id: view.id,
      name: 'Outsiders',
      query: QUERY,
      form: 'table',
      savedBy: 'Aiko',
      at: AUTHOR.at,
    });
    await edit((draft) => updateView(draft, view.id, { name: 'People from outside' }));
    await edit((draft) => updateView(draft, view.id, { query: EMPTY_QUERY, form: 'coverage' }));
    expect(state.views.get(view.id)).toMatchObject({
      name: 'People from outside',
      query: EMPTY_QUERY,
      form: 'coverage',
    });
    await edit((draft) => removeView(draft, view.id));
    expect(state.views.size).toBe(0);
  });

  it('need a name of their own', async () => {
    const { state, edit } = setUp();
    const save = (name: string) =>
      edit((draft) => saveView(draft, { name, query: EMPTY_QUERY, form: 'list' }, AUTHOR));
    await expect(save('  ')).rejects.toMatchObject({ problem: { code: 'view-name-missing' } });
    const first = await save('Cautions');
    await expect(save('ＣＡＵＴＩＯＮＳ')).rejects.toMatchObject({ problem: { code: 'view-name-taken' } });
    await save('Urges');
    // Its own name may be written anew.
    await edit((draft) => updateView(draft, first.id, { name: 'cautions' }));
    await expect(edit((draft) => updateView(draft, first.id, { name: 'urges' }))).rejects.toMatchObject({
      problem: { code: 'view-name-taken' },
    });
    expect(state.views.size).toBe(2);
    await expect(edit((draft) => removeView(draft, newId()))).rejects.toMatchObject({
      problem: { code: 'row-missing' },
    });
  });
});
