import { describe, expect, it } from 'vitest';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, type IndexedState, plainState } from '#shared/change/state.ts';
import {
  addFigure,
  changeFigure,
  countThrough,
  type FigureFields,
  removeFigure,
  restateFigure,
  setBreak,
  settleDispute,
} from '#shared/edit/figure.ts';
import { acceptOffers } from '#shared/edit/figure-offers.ts';
import { removeFigureLines } from '#shared/edit/figure-rows.ts';
import { mergeIssues } from '#shared/edit/issue-merge.ts';
import { placesOf, removeUnreferred } from '#shared/edit/places.ts';
import { putArrangement, putIndicator, putOrganisation, putSource } from '#shared/edit/register.ts';
import type { Figure } from '#shared/model/figure.ts';
import { citedIn } from '../../fixtures/figures.ts';
import { smallWorkspace } from '../../fixtures/state.ts';

const AUTHOR = { by: 'Ren', at: '2024-06-02T00:00:00.000Z' };

async function setUp() {
  const { state, privacy } = smallWorkspace();
  const edit = async <R>(recipe: (draft: Draft) => Promise<R>): Promise<R> => {
    const draft = new Draft(stateReader(state));
    const result = await recipe(draft);
    applyChanges(state, await draft.finish());
    return result;
  };
  const made = await edit(async (draft) => ({
    indicator: await putIndicator(draft, {
      name: { en: 'Reports' },
      unit: 'cases',
      issueIds: [privacy.id],
      breakdowns: [
        {
          ...{ code: 'about', name: {}, relation: 'of-which', rest: {} },
          members: [{ code: 'pay', name: { en: 'Pay' }, retiredAfter: null }],
        },
      ],
    }),
    company: await putOrganisation(draft, { name: { en: 'Harbour Ltd' }, kind: 'own' }),
    ours: await putSource(draft, { title: { en: 'Annual report' }, kind: 'own-report' }),
    internal: await putSource(draft, { title: { en: 'List' }, kind: 'internal' }),
    channel: await putArrangement(draft, { name: { en: 'Hotline' }, kind: 'channel' }),
  }));
  const fields = (more: Partial<FigureFields> = {}): FigureFields => ({
    indicatorId: made.indicator.id,
    of: made.company.id,
    via: made.channel.id,
    period: { fiscalYear: 2020 },
    value: 42,
    cited: citedIn(made.internal.id),
    ...more,
  });
  const add = (more?: Partial<FigureFields>) => edit((draft) => addFigure(draft, fields(more), AUTHOR));
  return { state, edit, add, fields, privacy, ...made };
}

const figure = (state: IndexedState, id: string) => state.figures.get(id) as Figure;
const refused = (code: string) => ({ problem: { code } });

describe('a figure', () => {
  it('is written with who and when, as stated and exact where nothing else is said', async () => {
    const { add } = await setUp();
    expect(await add()).toMatchObject({ status: 'stated', precision: 'exact', ofBasis: 'stated', ...AUTHOR });
    expect(await add({ of: null })).toMatchObject({ ofBasis: 'unstated' });
  });

  it('needs to say where it is stated, and is a number or says why there is none (I1, I2)', async () => {
    const { add, edit, state } = await setUp();
    await expect(add({ cited: null })).rejects.toMatchObject(refused('figure-uncited'));
    await expect(add({ status: 'withheld' })).rejects.toMatchObject(refused('figure-status'));
    await expect(add({ value: null, status: 'stated' })).rejects.toMatchObject(refused('figure-status'));
    await expect(add({ value: 5, most: 4 })).rejects.toMatchObject(refused('figure-status'));
    await expect(add({ of: null, ofBasis: 'stated' })).rejects.toMatchObject(refused('figure-whose'));
    await expect(add({ cell: { about: 'hours' } })).rejects.toMatchObject(refused('figure-cell'));
    expect(state.figures.size).toBe(0);
    const none = await add({ value: null, cited: null });
    expect(none.status).toBe('awaited');
    const zero = await edit((draft) =>
      changeFigure(draft, none.id, { value: 0, cited: citedIn([...state.sources.keys()][0] ?? '') }, AUTHOR),
    );
    expect(zero).toMatchObject({ value: 0, status: 'stated' });
  });

  it('is one a source; another source’s stays beside it until somebody decides, and why (I8)', async () => {
    const { state, add, edit, ours } = await setUp();
    const first = await add();
    await expect(add({ value: 43 })).rejects.toMatchObject(refused('figure-there'));
    const second = await add({ value: 43, cited: citedIn(ours.id) });
    const settle = (why: string) => edit((draft) => settleDispute(draft, second.id, [first.id], why, AUTHOR));
    await expect(settle(' ')).rejects.toMatchObject(refused('figure-needs-reason'));
    await settle('The report was audited');
    expect(figure(state, first.id)).toMatchObject({ value: 42, standing: 'set-aside' });
    expect(figure(state, second.id)).toMatchObject({ value: 43, standing: 'stands' });
    const other = await add({ period: { fiscalYear: 2021 } });
    await expect(
      edit((draft) => settleDispute(draft, second.id, [other.id], 'x', AUTHOR)),
    ).rejects.toMatchObject(refused('figure-elsewhere'));
  });

  it('of a report of the company is restated, never overwritten; the old one stays (I7)', async () => {
    const { state, add, edit, ours } = await setUp();
    const told = await add({ cited: citedIn(ours.id) });
    const change = (fields: Partial<Figure>) => edit((draft) => changeFigure(draft, told.id, fields, AUTHOR));
    await expect(change({ value: 43 })).rejects.toMatchObject(refused('figure-published'));
    await expect(edit((draft) => removeFigure(draft, told.id))).rejects.toMatchObject(
      refused('figure-published'),
    );
    await change({ note: { en: 'Temporary workers included' } });
    const restate = (why: string) =>
      edit((draft) => restateFigure(draft, told.id, { value: 43 }, why, AUTHOR));
    await expect(restate('')).rejects.toMatchObject(refused('figure-needs-reason'));
    const after = await restate('One was counted late');
    expect(after).toMatchObject({ value: 43, replaces: told.id, why: 'One was counted late' });
    expect(figure(state, told.id)).toMatchObject({ value: 42, replaces: null });
    await expect(restate('Again')).rejects.toMatchObject(refused('figure-restated'));
    await expect(edit((draft) => removeFigure(draft, told.id))).rejects.toMatchObject(
      refused('figure-restated'),
    );
  });

  it('says what is counted otherwise from it on', async () => {
    const { state, add, edit } = await setUp();
    const { id } = await add();
    const broken = { kind: 'population', effect: 'no', note: { en: 'All employees' } } as const;
    await edit((draft) => setBreak(draft, id, broken, AUTHOR));
    expect(figure(state, id).breakBefore).toEqual(broken);
    await edit((draft) => setBreak(draft, id, null, AUTHOR));
    expect(figure(state, id).breakBefore).toBeNull();
  });
});

describe('what figures rest on', () => {
  it('is not removed while something refers to it, and the places are listed (I13)', async () => {
    const { state, add, edit, indicator, company, internal, channel } = await setUp();
    const { id } = await add();
    const rows = [
      ['indicators', indicator.id],
      ['organisations', company.id],
      ['sources', internal.id],
      ['arrangements', channel.id],
    ] as const;
    for (const [table, row] of rows) {
      expect(await placesOf(stateReader(state), table, row)).toMatchObject([{ table: 'figures', id }]);
      await expect(edit((draft) => removeUnreferred(draft, table, row))).rejects.toMatchObject({
        problem: { code: 'still-referred-to', params: { count: 1 } },
      });
    }
    await edit((draft) => removeFigure(draft, id));
    for (const [table, row] of rows) await edit((draft) => removeUnreferred(draft, table, row));
    expect(state.indicators.size + state.organisations.size + state.arrangements.size).toBe(0);
  });

  it('needs a name, and no organisation is part of itself', async () => {
    const { edit, company } = await setUp();
    await expect(edit((draft) => putSource(draft, { title: { en: ' ' } }))).rejects.toMatchObject(
      refused('register-name-missing'),
    );
    const within = await edit((draft) =>
      putOrganisation(draft, { name: { en: 'Quay' }, partOf: [company.id] }),
    );
    await expect(
      edit((draft) => putOrganisation(draft, { name: company.name, partOf: [within.id] }, company.id)),
    ).rejects.toMatchObject(refused('organisation-circle'));
  });

  it('follows an issue that is merged; figures do not change (I13)', async () => {
    const { state, add, edit, indicator, privacy } = await setUp();
    await add();
    const before = plainState(state).figures;
    const into = [...state.issues.keys()].find((id) => id !== privacy.id) ?? '';
    await edit((draft) => mergeIssues(draft, [privacy.id], into, AUTHOR));
    expect(state.indicators.get(indicator.id)).toMatchObject({ issueIds: [into] });
    expect(plainState(state).figures).toEqual(before);
  });
});

describe('through which channel figures are counted', () => {
  it('is said of all years and parts of a row at once', async () => {
    const { state, edit, add, indicator, channel } = await setUp();
    const whole = await add({ via: null });
    const part = await add({ via: null, cell: { about: 'pay' }, value: 12 });
    const later = await add({ via: null, period: { fiscalYear: 2021 }, value: 40 });
    await edit((draft) => countThrough(draft, indicator.id, null, channel.id, AUTHOR));
    for (const { id, value } of [whole, part, later])
      expect(figure(state, id)).toMatchObject({ via: channel.id, value });
    await edit((draft) => countThrough(draft, indicator.id, channel.id, null, AUTHOR));
    expect([...state.figures.keys()].map((id) => figure(state, id).via)).toEqual([null, null, null]);
  });

  it('is refused where a source says the same through it already: two figures would be one', async () => {
    const { edit, add, indicator, channel } = await setUp();
    await add();
    await add({ via: null, value: 41 });
    await expect(
      edit((draft) => countThrough(draft, indicator.id, null, channel.id, AUTHOR)),
    ).rejects.toMatchObject({ problem: { code: 'figure-there' } });
  });
});

describe('a row of the table', () => {
  it('goes with what it said before, the newest first, and with its indicator', async () => {
    const { state, add, edit, indicator } = await setUp();
    const first = await add();
    const second = await edit((draft) =>
      restateFigure(draft, first.id, { value: 43 }, 'counted anew', AUTHOR),
    );
    const line = { indicatorId: indicator.id, figureIds: [first.id, second.id] };
    expect(await edit((draft) => removeFigureLines(draft, [line]))).toBe(1);
    expect(state.figures.size + state.indicators.size).toBe(0);
  });

  it('stays as a whole where a report of the company prints one of its figures', async () => {
    const { state, add, edit, indicator, ours } = await setUp();
    const one = await add();
    const printed = await add({ period: { fiscalYear: 2001 }, cited: citedIn(ours.id) });
    const line = { indicatorId: indicator.id, figureIds: [one.id, printed.id] };
    await expect(edit((draft) => removeFigureLines(draft, [line]))).rejects.toMatchObject(
      refused('figure-published'),
    );
    expect(state.figures.size).toBe(2);
  });

  it('leaves an indicator that has other rows', async () => {
    const { state, add, edit, indicator } = await setUp();
    const one = await add();
    await add({ period: { fiscalYear: 2001 } });
    await edit((draft) => removeFigureLines(draft, [{ indicatorId: indicator.id, figureIds: [one.id] }]));
    expect([state.figures.size, state.indicators.size]).toEqual([1, 1]);
  });
});

describe('an offer of another status', () => {
  const nothing = { indicators: [], source: null, organisation: null, why: 'final now' };
  const offer = (existing: Figure) => {
    const { indicatorId, of, ofBasis, via, cell, role, period, cited, note } = existing;
    const { value, most, outOf, precision, compare, marks } = existing;
    const wanted = {
      place: { indicatorId, of, ofBasis, via, cell, role },
      said: { value, most, outOf, precision, compare, marks, status: 'stated' as const },
      ...{ period, cited, note, breakBefore: null },
    };
    return { wanted, verdict: { kind: 'changed' as const, existing }, breakBefore: null, note };
  };

  it('changes the figure in its place', async () => {
    const { state, add, edit } = await setUp();
    const one = await add({ status: 'provisional' });
    await edit((draft) => acceptOffers(draft, { ...nothing, figures: [offer(one)] }, AUTHOR));
    expect([...state.figures.values()]).toMatchObject([{ id: one.id, value: 42, status: 'stated' }]);
  });

  it('restates one that a report of the company prints', async () => {
    const { state, add, edit, ours } = await setUp();
    const one = await add({ status: 'provisional', cited: citedIn(ours.id) });
    await edit((draft) => acceptOffers(draft, { ...nothing, figures: [offer(one)] }, AUTHOR));
    expect(figure(state, one.id).status).toBe('provisional');
    expect(state.figures.size).toBe(2);
  });
});
