import { describe, expect, it } from 'vitest';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, indexState, plainState } from '#shared/change/state.ts';
import { changeIndicator, type IndicatorFields } from '#shared/edit/indicator.ts';
import type { Figure } from '#shared/model/figure.ts';
import { type Breakdown, type Indicator, UNITS } from '#shared/model/indicator.ts';
import { emptyState } from '#shared/model/tables.ts';
import { makeFigure, makeIndicator } from '../../fixtures/figures.ts';

const ABOUT: Breakdown = {
  code: 'about',
  name: { en: 'About' },
  relation: 'of-which',
  members: [
    { code: 'power', name: { en: 'Power harassment' }, retiredAfter: null },
    { code: 'sexual', name: { en: 'Sexual harassment' }, retiredAfter: null },
  ],
  rest: {},
};

async function changed(before: Indicator, figures: readonly Figure[], fields: Partial<IndicatorFields>) {
  const state = indexState({ ...emptyState(), indicators: [before], figures: [...figures] });
  const draft = new Draft(stateReader(state));
  const { name, definition, unit, unitName, over, good, base, breakdowns, noTargetWhy } = before;
  await changeIndicator(draft, before.id, {
    ...{ name, definition, unit, unitName, over, good, base, breakdowns, noTargetWhy, ...fields },
  });
  applyChanges(state, await draft.finish());
  return plainState(state).indicators.find(({ id }) => id === before.id);
}

describe('an indicator', () => {
  const plain = makeIndicator({ breakdowns: [ABOUT] });
  const counted = [
    makeFigure(plain.id, 2019, 42),
    makeFigure(plain.id, 2019, 12, { cell: { about: 'power' } }),
  ];

  it('is renamed and described anew, figures or not', async () => {
    const after = await changed(plain, counted, {
      name: { en: 'Reports received' },
      definition: { en: 'All that came in.' },
      over: 'cumulative',
      good: 'neither',
      noTargetWhy: { en: 'More may mean more trust.' },
    });
    expect(after).toMatchObject({
      name: { en: 'Reports received' },
      over: 'cumulative',
      breakdowns: [ABOUT],
    });
  });

  it.each(UNITS.filter((unit) => unit !== 'people'))(
    'keeps its unit, not %s, where numbers stand',
    async (unit) => {
      await expect(changed(plain, counted, { unit })).rejects.toMatchObject({
        problem: { code: 'indicator-unit-counted' },
      });
      expect(await changed(plain, [makeFigure(plain.id, 2019, null)], { unit })).toMatchObject({ unit });
    },
  );

  it('whose unit was words of its own may be called by the usual one', async () => {
    const own = makeIndicator({ unit: 'other', unitName: { en: 'persons' } });
    expect(await changed(own, [makeFigure(own.id, 2019, 1)], { unit: 'people' })).toMatchObject({
      unit: 'people',
    });
  });

  it('keeps a part in which something was counted, and lets others go', async () => {
    const [power, sexual] = ABOUT.members;
    if (!power || !sexual) throw new Error('no members');
    await expect(changed(plain, counted, { breakdowns: [] })).rejects.toMatchObject({
      problem: { code: 'indicator-part-counted' },
    });
    await expect(
      changed(plain, counted, { breakdowns: [{ ...ABOUT, members: [sexual] }] }),
    ).rejects.toMatchObject({ problem: { code: 'indicator-part-counted' } });
    const after = await changed(plain, counted, { breakdowns: [{ ...ABOUT, members: [power] }] });
    expect(after?.breakdowns[0]?.members).toEqual([power]);
  });

  it('has a name', async () => {
    await expect(changed(plain, [], { name: {} })).rejects.toMatchObject({
      problem: { code: 'register-name-missing' },
    });
  });
});
