import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { methodNote } from '#shared/assessment/method-note.ts';
import { fingerprintOf } from '#shared/assessment/sum.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { departedRounds } from '#shared/change/signed-off.ts';
import { applyChanges, type IndexedState, indexState, plainState } from '#shared/change/state.ts';
import { restateFigure } from '#shared/edit/figure.ts';
import { bringFigures } from '#shared/edit/figures-brought.ts';
import { moveToStage } from '#shared/edit/round.ts';
import { converted } from '#shared/figures/converted.ts';
import { disputesOf } from '#shared/figures/dispute.ts';
import { remainderOf, wholesOf } from '#shared/figures/parts.ts';
import { newId } from '#shared/model/basics.ts';
import type { Figure } from '#shared/model/figure.ts';
import type { Indicator } from '#shared/model/indicator.ts';
import type { RoundRecord } from '#shared/model/record.ts';
import { dangling } from '#shared/model/references.ts';
import type { Round } from '#shared/model/round.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { buildReport } from '#shared/report/build.ts';
import { oldRowsOf } from '../../fixtures/old-sample.ts';

const sample = JSON.parse(
  readFileSync(new URL('../../../resources/sample/sample.json', import.meta.url), 'utf8'),
) as WorkspaceState;

const LATER = { by: 'Ren', at: '2020-06-01T00:00:00.000Z' };

/** What the sample held before there were figures. */
const OLD = { ...oldRowsOf(sample), ...withoutRegister(sample) };
const NONE: Pick<WorkspaceState, 'figures' | 'arrangements' | 'organisations' | 'sources'> = {
  ...{ figures: [], arrangements: [], organisations: [], sources: [] },
};

/** What refers to the register, which that version did not have. */
function withoutRegister({ persons, instruments }: WorkspaceState) {
  return {
    persons: persons.map((one) => ({ ...one, organisationId: null })),
    instruments: instruments.map((one) => ({ ...one, of: null })),
    entries: [],
    answers: [],
  };
}

/** A record as a version wrote it that kept activities, grievances and values of indicators. */
function oldRecord(record: RoundRecord): RoundRecord {
  const old: RoundRecord = {
    ...record,
    ...OLD,
    ...{ figures: null, organisations: [], arrangements: [], sources: [] },
    indicators: record.indicators && OLD.indicators,
    passages: record.passages,
  };
  return { ...old, fingerprint: record.fingerprint === null ? null : fingerprintOf(old, []) };
}

/** The sample as that version left it, its later round signed off. */
async function oldSample(): Promise<{ state: IndexedState; round: Round }> {
  const state = indexState({ ...sample, ...NONE, ...OLD });
  const round = sample.rounds.find(({ stage }) => stage !== 'closed');
  if (!round) throw new Error('no open round');
  for (const [id, record] of state.records) state.records.set(id, oldRecord(record as RoundRecord));
  const draft = new Draft(stateReader(state));
  await moveToStage(draft, round.id, 'closed', LATER);
  const changes = await draft.finish();
  // Signing off brought the figures; what that version did not know is taken away again.
  applyChanges(
    state,
    changes.filter(({ table }) => table === 'rounds' || table === 'records'),
  );
  for (const [id, record] of state.records) state.records.set(id, oldRecord(record as RoundRecord));
  for (const [id, record] of state.records) {
    const { earlier } = record as RoundRecord;
    const kept = (earlier ?? []).flatMap(
      ({ recordId }) => (state.records.get(recordId) as RoundRecord) ?? [],
    );
    if ((record as RoundRecord).fingerprint !== null)
      state.records.set(id, {
        ...(record as RoundRecord),
        fingerprint: fingerprintOf(record as RoundRecord, kept),
      });
  }
  return { state, round };
}

async function edit<R>(state: IndexedState, recipe: (draft: Draft) => Promise<R>): Promise<R> {
  const draft = new Draft(stateReader(state));
  const result = await recipe(draft);
  applyChanges(state, await draft.finish());
  return result;
}

async function reports(state: IndexedState): Promise<string> {
  const plain = plainState(state);
  const all = [];
  for (const { id } of plain.rounds)
    for (const language of ['en', 'ja'] as const)
      all.push(
        (
          await buildReport(plain, {
            ...{ kind: 'materiality', subjectId: id, language, creator: '', writtenAt: LATER.at },
            ...{ pictures: [], sections: 'all' },
          })
        ).sections,
      );
  return JSON.stringify(all);
}

const figuresOf = (state: IndexedState) => [...state.figures.values()] as Figure[];
const valuesOf = (state: IndexedState) => figuresOf(state).map(({ value }) => value);

describe('what an earlier version kept in place of figures', () => {
  const now = converted({ ...OLD, ...NONE });

  it('is one figure where several places said the same', () => {
    for (const value of [8026, 20936, 21150, 42, 560, 94, 12])
      expect(
        now.figures.filter((one) => one.value === value),
        String(value),
      ).toHaveLength(1);
  });

  it('holds no number that nobody stated: what is left over is computed', () => {
    expect(JSON.stringify(now.figures)).not.toMatch(/"value":28\b/);
    const hotline = now.indicators.find(({ name }) => name.en?.includes('Hotline')) as Indicator;
    const [whole] = wholesOf(
      hotline,
      now.figures.filter((one) => one.indicatorId === hotline.id),
    );
    expect(whole && remainderOf(whole)).toMatchObject({ least: 28, most: 28 });
    expect(whole?.breakdown.rest.en).toBe('Other inquiries and consultations');
    // That nothing of a kind was reported is no part of what was.
    expect(whole?.breakdown.members.map(({ name }) => name.en)).toEqual([
      'Power harassment',
      'Sexual harassment',
    ]);
  });

  it('drops nothing that has no place: notes, issues, kinds, targets and units in words', () => {
    const said = JSON.stringify(now);
    for (const { note, name } of OLD.activities)
      expect(said).toContain(JSON.stringify([note, name]).slice(2, 30));
    expect(now.arrangements.filter(({ kind }) => kind === 'policy')).toHaveLength(2);
    expect(now.arrangements.flatMap(({ issueIds }) => issueIds)).toHaveLength(
      OLD.activities.flatMap(({ issueIds }) => issueIds).length,
    );
    expect(said).toContain('42 inquiries and consultations in all.');
    const declaration = now.indicators.find(({ aim }) => aim.en !== undefined);
    expect(declaration).toMatchObject({
      aim: { en: 'All suppliers in Japan first' },
      unitName: { en: 'suppliers' },
    });
    expect(now.figures.find((one) => one.value === null)).toMatchObject({
      status: 'awaited',
      note: { en: 'Planned' },
    });
  });

  it('keeps two counts that go by one name', () => {
    const [first] = OLD.grievances;
    if (!first) throw new Error('no grievances');
    const counts = [5, 7].map((count) => ({ type: { en: 'Pay' }, count }));
    const both = converted({ ...NONE, activities: [], indicators: [], grievances: [{ ...first, counts }] });
    expect(both.figures.map(({ value }) => value)).toEqual([5, 7]);
    expect(disputesOf(both.figures)).toHaveLength(1);
  });

  it('becomes the same on every machine, and once', () => {
    expect(converted({ ...OLD, ...NONE })).toEqual(now);
    expect(converted(now)).toBe(now);
    expect(
      converted({ ...OLD, ...NONE, figures: now.figures, arrangements: now.arrangements }).figures,
    ).toHaveLength(now.figures.length);
    expect(disputesOf(now.figures)).toEqual([]);
  });
});

describe('a round that an earlier version signed off', () => {
  let before = '';
  let old: Awaited<ReturnType<typeof oldSample>>;

  beforeAll(async () => {
    old = await oldSample();
    before = await reports(old.state);
  });

  it('tells its figures as it told them', () => {
    expect(before).toContain('people who completed it: 537');
    // What was counted of few people leaves the office only as withheld, and so does what tells it.
    expect(before).not.toMatch(/consultations: (?:28|2)\b/);
    expect(methodNote(plainState(old.state), old.round.id)).toMatchObject({
      data: { intact: true },
      sources: { grievanceYears: [2019] },
    });
  });

  it('is reported alike once its workspace has figures, and nothing of it counts as amended', async () => {
    const state = indexState(plainState(old.state));
    await edit(state, bringFigures);
    expect(state.activities.size + state.grievances.size).toBe(0);
    expect(valuesOf(state).filter((value) => value === 42)).toHaveLength(1);
    expect(await departedRounds(stateReader(state), plainState(state).rounds)).toEqual([]);
    // The list of the earlier round was another one than these activities are of.
    expect([...dangling(plainState(state))].filter(({ recordId }) => recordId === null)).toEqual([]);
    expect(await reports(state)).toBe(before);
    expect(methodNote(plainState(state), old.round.id).data.intact).toBe(true);
  });

  it('is reported alike after a figure of it was restated, which asks for no amendment', async () => {
    const state = indexState(plainState(old.state));
    await edit(state, bringFigures);
    const whole = figuresOf(state).find(({ value }) => value === 42);
    const restated = await edit(state, (draft) =>
      restateFigure(draft, whole?.id ?? '', { value: 43 }, 'One was counted late', LATER),
    );
    expect(restated).toMatchObject({ value: 43, replaces: whole?.id, why: 'One was counted late' });
    expect(valuesOf(state)).toContain(42);
    expect(await reports(state)).toBe(before);
  });

  it('asks for an amendment where a figure of it is changed in its place, removed, or added', async () => {
    const state = indexState(plainState(old.state));
    await edit(state, bringFigures);
    const whole = figuresOf(state).find(({ value }) => value === 42) as Figure;
    const refused = { problem: { code: 'signed-off' } };
    await expect(
      edit(state, (draft) => draft.patch('figures', whole.id, { value: 43 })),
    ).rejects.toMatchObject(refused);
    await expect(edit(state, (draft) => draft.remove('figures', whole.id))).rejects.toMatchObject(refused);
    const another = { ...whole, id: newId(), at: LATER.at, period: { fiscalYear: 2018, quarter: null } };
    await expect(edit(state, (draft) => draft.put('figures', another))).rejects.toMatchObject(refused);
    const later = { ...another, period: { fiscalYear: 2021, quarter: null } };
    await edit(state, (draft) => draft.put('figures', later));
  });
});
