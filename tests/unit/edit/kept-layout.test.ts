import { expect, test } from 'vitest';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, indexState } from '#shared/change/state.ts';
import { keepLayout, removeLayout, renameLayout } from '#shared/edit/kept-layout.ts';
import { emptyState } from '#shared/model/tables.ts';
import { layoutFile, layoutOfFile } from '#shared/transcript/layout-file.ts';
import { taughtLayouts, withoutNames } from '#shared/transcript/taught.ts';

const AUTHOR = { by: 'Aiko', at: '2024-06-02T00:00:00.000Z' };
const LAYOUTS = taughtLayouts({
  shown: [{ text: '§ 1 ~ Reyes ~~ Yes.', nameFrom: 6, nameTo: 11, wordsFrom: 15 }],
  nobody: [],
});

test('a layout is kept under a name and without those of people, renamed, shown anew, and removed', async () => {
  const state = indexState(emptyState());
  const edit = async <R>(recipe: (draft: Draft) => Promise<R>) => {
    const draft = new Draft(stateReader(state));
    const result = await recipe(draft);
    applyChanges(state, await draft.finish());
    return result;
  };
  const kept = await edit((draft) => keepLayout(draft, '  Board minutes ', LAYOUTS, AUTHOR));
  expect(kept).toMatchObject({ name: 'Board minutes', keptBy: 'Aiko' });
  expect(JSON.stringify([...state.layouts.values()])).not.toContain('Reyes');
  const again = await edit((draft) => keepLayout(draft, 'BOARD minutes', LAYOUTS, AUTHOR));
  expect(again.id).toBe(kept.id);
  const other = await edit((draft) => keepLayout(draft, 'Hearing', LAYOUTS, AUTHOR));
  await expect(edit((draft) => renameLayout(draft, other.id, 'board minutes'))).rejects.toMatchObject({
    problem: { code: 'layout-name-taken' },
  });
  await expect(edit((draft) => keepLayout(draft, ' ', LAYOUTS, AUTHOR))).rejects.toMatchObject({
    problem: { code: 'layout-name-missing' },
  });
  await edit((draft) => renameLayout(draft, other.id, 'Panel'));
  await edit((draft) => removeLayout(draft, kept.id));
  expect([...state.layouts.values()]).toMatchObject([{ name: 'Panel' }]);
});

test('a layout travels as a file of its own, without names; another file is refused', () => {
  const bytes = layoutFile({ name: 'Board minutes', layouts: LAYOUTS });
  expect(new TextDecoder().decode(bytes)).not.toContain('Reyes');
  expect(layoutOfFile(bytes)).toEqual({ name: 'Board minutes', layouts: LAYOUTS.map(withoutNames) });
  for (const text of ['', '[]', '{"hearkenLayout":2}', '{"hearkenLayout":1,"name":"A","layouts":[]}'])
    expect(() => layoutOfFile(new TextEncoder().encode(text))).toThrow('layout-file-other');
});
