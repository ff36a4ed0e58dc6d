import { describe, expect, it } from 'vitest';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { passagesNamedIn } from '#shared/change/passage-uses.ts';
import { applyChanges, plainState } from '#shared/change/state.ts';
import { codeSelection, removeCoding } from '#shared/edit/coding.ts';
import { removeDialogue } from '#shared/edit/dialogue-removal.ts';
import { addFigure } from '#shared/edit/figure.ts';
import { putIndicator, putOrganisation } from '#shared/edit/register.ts';
import { type Id, newId } from '#shared/model/basics.ts';
import { dangling, possibleTargets, REFERENCES } from '#shared/model/references.ts';
import { type AnyRow, TABLE_NAMES } from '#shared/model/tables.ts';
import { smallWorkspace } from '../../fixtures/state.ts';

const AUTHOR = { by: 'Ren', at: '2024-06-02T00:00:00.000Z' };

/** A coded passage, and an indicator whose figure may be cited in it. */
async function setUp() {
  const { state, dialogue, turn, privacy } = smallWorkspace();
  const edit = async <R>(recipe: (draft: Draft) => Promise<R>): Promise<R> => {
    const draft = new Draft(stateReader(state));
    const result = await recipe(draft);
    applyChanges(state, await draft.finish());
    return result;
  };
  const indicator = await edit((draft) => putIndicator(draft, { name: { en: 'Sites' }, unit: 'sites' }));
  const [coding] = await edit((draft) =>
    codeSelection(draft, { turnId: turn.id, start: 0, end: 5 }, [privacy.id], AUTHOR),
  );
  if (!coding) throw new Error('nothing was coded');
  const cited = { sourceId: null, passageId: coding.passageId, locator: '', asStated: '' };
  const cite = {
    figure: () =>
      edit((draft) =>
        addFigure(
          draft,
          { indicatorId: indicator.id, of: null, via: null, period: { fiscalYear: 2019 }, value: 327, cited },
          AUTHOR,
        ),
      ),
    factor: () =>
      edit((draft) =>
        putOrganisation(draft, {
          name: { en: 'Northwind' },
          kind: 'supplier',
          factors: [{ factor: 'region', level: 'raised', cited }],
        }),
      ),
  };
  return { state, edit, dialogue, coding, cite };
}

describe('a passage in which something is stated', () => {
  it.each(['figure', 'factor'] as const)('stays when it is no longer coded: a %s is', async (what) => {
    const { state, edit, coding, cite } = await setUp();
    await cite[what]();
    await edit((draft) => removeCoding(draft, coding.id));
    expect(state.passages.has(coding.passageId)).toBe(true);
    expect([...dangling(plainState(state))]).toEqual([]);
  });

  it('goes where nothing rests on it', async () => {
    const { state, edit, coding } = await setUp();
    await edit((draft) => removeCoding(draft, coding.id));
    expect(state.passages.has(coding.passageId)).toBe(false);
  });

  it.each(['figure', 'factor'] as const)('keeps its dialogue: a %s is', async (what) => {
    const { state, edit, dialogue, cite } = await setUp();
    await cite[what]();
    await expect(edit((draft) => removeDialogue(draft, dialogue.id))).rejects.toMatchObject({
      problem: { code: 'still-referred-to', params: { count: 1 } },
    });
    expect(state.dialogues.has(dialogue.id)).toBe(true);
  });

  it('is found wherever the model lets a row name one', () => {
    const id: Id = newId();
    const naming = TABLE_NAMES.flatMap((table) =>
      REFERENCES[table]
        .filter(([, reference]) => possibleTargets(reference).includes('passages'))
        .map(([field, reference]) => ({ table, field, reference })),
    );
    expect(naming.length).toBeGreaterThan(6);
    for (const { table, field, reference } of naming) {
      const { to } = reference;
      const row: Record<string, unknown> = {};
      hold(row, field, id);
      if (typeof to === 'object' && 'by' in to) hold(row, to.by, 'passage');
      expect(passagesNamedIn(table, row as unknown as AnyRow), `${table}.${field}`).toEqual([id]);
    }
  });
});

function hold(row: Record<string, unknown>, field: string, value: string): void {
  const path = field.split('.');
  const last = path.pop() ?? '';
  let inner = row;
  for (const step of path) {
    inner[step] ??= {};
    inner = inner[step] as Record<string, unknown>;
  }
  inner[last] = value;
}
