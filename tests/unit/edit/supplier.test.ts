import { describe, expect, it } from 'vitest';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, indexState, plainState } from '#shared/change/state.ts';
import { finishContact, noteContact, planContact, setFactor } from '#shared/edit/supplier.ts';
import { newId } from '#shared/model/basics.ts';
import { blankEntry } from '#shared/model/entry.ts';
import { blankOrganisation } from '#shared/model/organisation.ts';
import { blankSource } from '#shared/model/source.ts';
import { emptyState } from '#shared/model/tables.ts';

const AUTHOR = { by: 'Ren', at: '2024-06-02T00:00:00.000Z' };
const SOURCE = blankSource({ id: newId(), title: { en: 'Index' } });
const cited = { sourceId: SOURCE.id, passageId: null, locator: '', asStated: '' };

function setUp() {
  const supplier = blankOrganisation({ id: newId(), name: { en: 'Quay' }, kind: 'supplier' });
  const state = indexState({ ...emptyState(), organisations: [supplier], sources: [SOURCE] });
  const edit = async <R>(recipe: (draft: Draft) => Promise<R>): Promise<R> => {
    const draft = new Draft(stateReader(state));
    const result = await recipe(draft);
    applyChanges(state, await draft.finish());
    return result;
  };
  const contact = { of: supplier.id, kind: 'visit', arrangementId: null, text: ' Both sites ' } as const;
  const factors = () => plainState(state).organisations[0]?.factors;
  return { state, edit, contact, factors, supplier };
}

describe('a contact with a supplier', () => {
  it('that is planned out of the suggested order says why, and keeps that once it took place', async () => {
    const { state, edit, contact } = setUp();
    const plan = (isNext: boolean, why: string) =>
      edit((draft) => planContact(draft, { ...contact, due: '2024-09', isNext, why }, AUTHOR));
    await expect(plan(false, ' ')).rejects.toMatchObject({ problem: { code: 'supplier-why-missing' } });
    expect(state.entries.size).toBe(0);
    expect(await plan(true, '')).toMatchObject({
      phase: 'planned',
      due: '2024-09',
      why: '',
      text: 'Both sites',
    });
    const { id } = await plan(false, ' Near the port ');
    await edit((draft) => finishContact(draft, id, '2024-08-30'));
    expect(state.entries.get(id)).toMatchObject({ phase: 'done', when: '2024-08-30', why: 'Near the port' });
  });

  it('that took place needs no reason; its day stands in place of the year that it was planned for', async () => {
    const { state, edit, contact } = setUp();
    expect(await edit((draft) => noteContact(draft, { ...contact, when: null }, AUTHOR))).toMatchObject({
      phase: 'done',
      when: null,
      of: contact.of,
      ...AUTHOR,
    });
    const planned = blankEntry({ id: newId(), ...contact, phase: 'planned', fiscalYear: 2023, ...AUTHOR });
    for (const [when, fiscalYear] of [
      [null, 2023],
      ['2024-06', null],
    ] as const) {
      state.entries.set(planned.id, planned);
      await edit((draft) => finishContact(draft, planned.id, when));
      expect(state.entries.get(planned.id)).toMatchObject({ phase: 'done', when, fiscalYear });
    }
  });

  it('is of a supplier that there is', async () => {
    const { edit, contact } = setUp();
    await expect(
      edit((draft) => noteContact(draft, { ...contact, of: newId(), when: null }, AUTHOR)),
    ).rejects.toMatchObject({ problem: { code: 'row-missing' } });
  });
});

describe('a factor', () => {
  it('stands in the order of the factors, and is cited for the level that it has', async () => {
    const { edit, factors, supplier } = setUp();
    const set = (...said: [Parameters<typeof setFactor>[2], Parameters<typeof setFactor>[3]]) =>
      edit((draft) => setFactor(draft, supplier.id, ...said));
    await set('product', { level: 'raised', cited });
    await set('region', { level: 'not' });
    expect(factors()).toEqual([
      { factor: 'region', level: 'not', cited: null },
      { factor: 'product', level: 'raised', cited },
    ]);
    // The same level again keeps what it rests on, another one does not.
    await set('product', { level: 'raised' });
    expect(factors()?.[1]).toEqual({ factor: 'product', level: 'raised', cited });
    await set('product', { level: 'not' });
    expect(factors()?.[1]).toEqual({ factor: 'product', level: 'not', cited: null });
    await set('sector', { cited });
    expect(factors()?.[1]).toEqual({ factor: 'sector', level: 'unknown', cited });
  });
});
