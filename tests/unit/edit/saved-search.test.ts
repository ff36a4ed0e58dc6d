import { describe, expect, it } from 'vitest';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, indexState } from '#shared/change/state.ts';
import {
  type AskedSearch,
  asksSame,
  removeSearch,
  renameSearch,
  saveSearch,
  updateSearch,
} from '#shared/edit/saved-search.ts';
import { newId } from '#shared/model/basics.ts';
import { emptyState } from '#shared/model/tables.ts';

const AUTHOR = { by: 'Aiko', at: '2024-06-02T00:00:00.000Z' };
const FEES: AskedSearch = {
  query: 'recruitment fees',
  chosen: { kind: ['turn'], lang: ['ja', 'en'] },
  sort: 'date',
  synonyms: true,
};

function setUp() {
  const state = indexState(emptyState());
  const edit = async <R>(recipe: (draft: Draft) => Promise<R>) => {
    const draft = new Draft(stateReader(state));
    const result = await recipe(draft);
    const changes = await draft.finish();
    applyChanges(state, changes);
    return { result, changes };
  };
  return { state, edit };
}

describe('saved searches', () => {
  it('keep what was asked, take another name, ask something else, and go', async () => {
    const { state, edit } = setUp();
    const { result: saved, changes } = await edit((draft) =>
      saveSearch(draft, '  Fees ', { ...FEES, query: ' recruitment fees ' }, AUTHOR),
    );
    expect(changes).toHaveLength(1);
    expect(state.searches.get(saved.id)).toEqual({
      id: saved.id,
      name: 'Fees',
      query: 'recruitment fees',
      chosen: { kind: ['turn'], lang: ['en', 'ja'] },
      sort: 'date',
      synonyms: true,
      savedBy: 'Aiko',
      at: AUTHOR.at,
    });
    await edit((draft) => renameSearch(draft, saved.id, 'Fees paid by workers'));
    await edit((draft) =>
      updateSearch(draft, saved.id, { query: '手数料', chosen: {}, sort: 'relevance', synonyms: false }),
    );
    expect(state.searches.get(saved.id)).toMatchObject({
      name: 'Fees paid by workers',
      query: '手数料',
      chosen: {},
      sort: 'relevance',
      synonyms: false,
      savedBy: 'Aiko',
    });
    await edit((draft) => removeSearch(draft, saved.id));
    expect(state.searches.size).toBe(0);
  });

  it('need a name of their own', async () => {
    const { state, edit } = setUp();
    const save = (name: string) => edit((draft) => saveSearch(draft, name, FEES, AUTHOR));
    await expect(save('  ')).rejects.toMatchObject({ problem: { code: 'search-name-missing' } });
    const { result: first } = await save('Fees');
    await expect(save('ＦＥＥＳ')).rejects.toMatchObject({ problem: { code: 'search-name-taken' } });
    await save('Wages');
    // Its own name may be written anew.
    await edit((draft) => renameSearch(draft, first.id, 'fees'));
    await expect(edit((draft) => renameSearch(draft, first.id, 'wages'))).rejects.toMatchObject({
      problem: { code: 'search-name-taken' },
    });
    expect(state.searches.size).toBe(2);
    await expect(edit((draft) => removeSearch(draft, newId()))).rejects.toMatchObject({
      problem: { code: 'row-missing' },
    });
  });

  it('ask the same in whatever order things were ticked, and not where anything else differs', () => {
    expect(asksSame(FEES, { ...FEES, chosen: { lang: ['en', 'ja'], issue: [], kind: ['turn'] } })).toBe(true);
    expect(asksSame(FEES, { ...FEES, query: 'recruitment fees  ' })).toBe(true);
    for (const other of [
      { query: 'recruitment fee' },
      { chosen: { kind: ['turn'], lang: ['ja'] } },
      { sort: 'relevance' as const },
      { synonyms: false },
    ])
      expect(asksSame(FEES, { ...FEES, ...other })).toBe(false);
  });
});
