import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { methodNote } from '#shared/assessment/method-note.ts';
import { fingerprintOf } from '#shared/assessment/sum.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, type IndexedState, indexState, plainState } from '#shared/change/state.ts';
import { amend } from '#shared/edit/amend.ts';
import {
  addIndicator,
  type DecisionFields,
  decide,
  removeDecision,
  removeIndicator,
  setIndicatorValue,
} from '#shared/edit/decision.ts';
import { moveToStage, startFrom } from '#shared/edit/round.ts';
import { lastRecord } from '#shared/model/record.ts';
import type { Source } from '#shared/model/source.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { buildReport } from '#shared/report/build.ts';
import type { Section } from '#shared/report/document.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const SAMPLE = readFileSync(path.join(root, 'resources/sample/sample.json'), 'utf8');
const CLOSING = { by: 'Ren', at: '2020-04-01T00:00:00.000Z' };
const LATER = { by: 'Sol', at: '2020-09-14T00:00:00.000Z' };

/** The sample with both rounds closed; fiscal 2019 is compared with fiscal 2018. */
async function signedOff() {
  const state = indexState(JSON.parse(SAMPLE) as WorkspaceState);
  const edit = async <R>(recipe: (draft: Draft) => Promise<R>): Promise<R> => {
    const draft = new Draft(stateReader(state));
    const result = await recipe(draft);
    applyChanges(state, await draft.finish());
    return result;
  };
  // A figure of a published report is restated, which amends nothing.
  for (const [id, source] of state.sources)
    state.sources.set(id, { ...(source as Source), kind: 'internal' });
  const [round, earlier] = plainState(state).rounds;
  if (!round || !earlier) throw new Error('the sample has no rounds');
  await edit((draft) => moveToStage(draft, round.id, 'closed', CLOSING));
  const decisions = plainState(state).decisions.filter(({ roundId }) => roundId === round.id);
  const measured = decisions.find(({ indicatorIds }) => indicatorIds.length > 0);
  const [decision] = decisions;
  if (!decision || !measured) throw new Error('the sample decides nothing');
  const fields: DecisionFields = { ...decision };
  return {
    state,
    edit,
    round,
    earlier,
    decision,
    measured,
    indicatorId: measured.indicatorIds[0] ?? '',
    fields,
  };
}

async function amendmentsOf(state: IndexedState, roundId: string, language: 'en' | 'ja' = 'en') {
  const { sections } = await buildReport(plainState(state), {
    kind: 'materiality',
    subjectId: roundId,
    language,
    creator: '',
    writtenAt: LATER.at,
    pictures: [],
  });
  return sections.find(({ id }) => id === 'amendments');
}

/** Every word of a section. */
function textOf(section: Section | undefined): string {
  return JSON.stringify(section?.blocks ?? []);
}

const SIGNED_OFF = { problem: { code: 'signed-off' } };

describe('what a round was signed off with', () => {
  it('is not changed without a reason, whatever the edit', async () => {
    const { edit, round, decision, measured, indicatorId, fields, state } = await signedOff();
    const edits: ((draft: Draft) => Promise<unknown>)[] = [
      (draft) => decide(draft, round.id, decision.subject, { ...fields, level: 'watch', why: 'Less' }, LATER),
      (draft) => decide(draft, round.id, decision.subject, { ...fields, owner: 'Legal' }, LATER),
      (draft) => removeDecision(draft, decision.id),
      (draft) =>
        addIndicator(draft, decision.id, { name: { en: 'Fees repaid' }, unit: '', target: '' }, LATER),
      (draft) => removeIndicator(draft, measured.id, indicatorId),
      (draft) => draft.patch('indicators', indicatorId, { target: 'none' }),
      (draft) =>
        setIndicatorValue(draft, indicatorId, { fiscalYear: round.fiscalYear, value: 7, note: '' }, LATER),
      (draft) => draft.patch('decisions', decision.id, { dissent: 'Another mind' }),
    ];
    const before = plainState(state);
    for (const one of edits) {
      await expect(edit(one)).rejects.toMatchObject(SIGNED_OFF);
      await expect(
        edit(async (draft) => {
          await one(draft);
          await amend(draft, ' ', LATER);
        }),
      ).rejects.toMatchObject({ problem: { code: 'amendment-needs-reason' } });
    }
    expect(plainState(state)).toEqual(before);
    for (const one of edits.slice(1)) {
      const { edit: apart, state: own } = await signedOff();
      await apart(async (draft) => {
        await one(draft);
        // One of each round that it concerns: an indicator may be in the decisions of two.
        const made = await amend(draft, 'Corrected', LATER);
        expect(made.filter(({ roundId }) => roundId === round.id)).toHaveLength(1);
      });
      expect(own.amendments.size).toBeGreaterThan(0);
    }
  });

  it('goes on being followed up: figures of later years, advice and next decisions amend nothing', async () => {
    const { state, edit, round, indicatorId } = await signedOff();
    const fiscalYear = round.fiscalYear + 1;
    await edit((draft) =>
      setIndicatorValue(draft, indicatorId, { fiscalYear, value: 12, note: 'Audited' }, LATER),
    );
    const next = await edit((draft) =>
      startFrom(
        draft,
        round.id,
        { fiscalYear, name: { en: 'Next' }, keepAssessors: true, stage: 'rating' },
        LATER,
      ),
    );
    await edit(async (draft) => {
      const subject = { kind: 'issue', id: next.issueIds[0] ?? '' } as const;
      await decide(
        draft,
        next.id,
        subject,
        { level: 'watch', suggested: null, why: '', owner: '', reviewDate: null, fiscalYear: fiscalYear + 1 },
        LATER,
      );
      expect(await amend(draft, '', LATER)).toEqual([]);
    });
    expect(state.amendments.size).toBe(0);
    expect(await amendmentsOf(state, round.id)).toBeUndefined();
  });

  it('has the figures that its report tells of the decisions before it, once its own year is over', async () => {
    const { state, edit, round, earlier } = await signedOff();
    const followed = plainState(state).decisions.find(
      ({ roundId, indicatorIds }) => roundId === earlier.id && indicatorIds.length > 0,
    );
    const indicatorId = followed?.indicatorIds[0] ?? '';
    const change = (draft: Draft) =>
      setIndicatorValue(draft, indicatorId, { fiscalYear: round.fiscalYear, value: 99, note: '' }, LATER);
    await expect(edit(change)).rejects.toMatchObject(SIGNED_OFF);
    const made = await edit(async (draft) => {
      await change(draft);
      return amend(draft, 'The audit found more', LATER);
    });
    // It was no figure of the year in which it was decided.
    expect(made.map(({ roundId }) => roundId)).toEqual([round.id]);
    expect(textOf(await amendmentsOf(state, round.id))).toContain('99');
  });

  it('of a version that signed nothing off is changed as before', async () => {
    const { state, edit, round, decision, fields } = await signedOff();
    for (const [id, record] of state.records)
      state.records.set(id, {
        ...record,
        ...{ decisions: null, indicators: null, earlier: null, fingerprint: null },
      } as never);
    await edit((draft) => decide(draft, round.id, decision.subject, { ...fields, owner: 'Legal' }, LATER));
    expect(state.amendments.size).toBe(0);
  });

  it('is told as it was, and what was amended before and after, with day, name and reason', async () => {
    const { state, edit, round, decision, measured, indicatorId, fields } = await signedOff();
    await edit(async (draft) => {
      await decide(draft, round.id, decision.subject, { ...fields, owner: 'Legal' }, LATER);
      await amend(draft, 'Purchasing was dissolved', LATER);
    });
    await edit(async (draft) => {
      await decide(draft, round.id, decision.subject, { ...fields, owner: 'The board' }, LATER);
      await setIndicatorValue(
        draft,
        indicatorId,
        { fiscalYear: round.fiscalYear, value: 41, note: '' },
        LATER,
      );
      await amend(draft, 'Asked by the auditors', { by: '', at: '2021-01-05T00:00:00.000Z' });
    });
    await edit(async (draft) => {
      await removeDecision(draft, measured.id);
      await amend(draft, 'Withdrawn', LATER);
    });
    const section = await amendmentsOf(state, round.id);
    const table = section?.blocks.find(({ kind }) => kind === 'table');
    const rows = table?.kind === 'table' ? table.rows.map((row) => JSON.stringify(row)) : [];
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatch(/14 September 2020.*Sol.*Owner: .* → Legal.*Purchasing was dissolved/);
    expect(rows[1]).toMatch(/5 January 2021.*someone not named.*Owner: Legal → The board/);
    expect(rows[1]).toMatch(/FY\d{4}: (.+ → )?41/);
    expect(rows[2]).toMatch(/withdrawn.*Withdrawn/);
    expect(textOf(await amendmentsOf(state, round.id, 'ja'))).toMatch(/2020年9月14日.*責任者|担当/);
  });

  it('has a fingerprint over reasons, decisions and what it is compared with', async () => {
    const { state, round } = await signedOff();
    const plain = plainState(state);
    const record = lastRecord(plain.records, round.id, 'closed');
    if (!record?.decisions || !record.earlier) throw new Error('not signed off');
    const earlier = plain.records.filter(({ id }) => id === record.earlier?.[0]?.recordId);
    expect(earlier).toHaveLength(1);
    expect(record.fingerprint).toBe(fingerprintOf(record, earlier));
    expect(methodNote(plain, round.id).data).toMatchObject({ fingerprint: record.fingerprint, intact: true });
    const changed = [
      { ...record, decisions: record.decisions.slice(1) },
      {
        ...record,
        ratings: record.ratings.map((one, index) => (index ? one : { ...one, rationale: 'No.' })),
      },
      { ...record, passages: record.passages.map((one, index) => (index ? one : { ...one, quote: 'No.' })) },
      {
        ...record,
        issues: record.issues.map((one, index) => (index ? one : { ...one, name: { en: 'No' } })),
      },
    ];
    for (const one of changed) {
      const records = plain.records.map((row) => (row.id === record.id ? one : row));
      expect(methodNote({ ...plain, records }, round.id).data.intact).toBe(false);
    }
    const records = plain.records.map((row) => (row === earlier[0] ? { ...row, by: 'Somebody' } : row));
    expect(methodNote({ ...plain, records }, round.id).data.intact).toBe(false);
  });

  it('is signed off anew when the round is reopened with a reason and closed again', async () => {
    const { state, edit, round, decision, fields } = await signedOff();
    const change = async (draft: Draft, owner: string) => {
      await decide(draft, round.id, decision.subject, { ...fields, owner }, LATER);
      return amend(draft, 'Corrected', LATER);
    };
    await edit((draft) => change(draft, 'Legal'));
    await edit((draft) => moveToStage(draft, round.id, 'discussion', LATER, 'Two ratings were swapped'));
    expect(await edit((draft) => change(draft, 'The board'))).toEqual([]);
    await edit((draft) =>
      moveToStage(draft, round.id, 'closed', { ...LATER, at: '2020-10-01T00:00:00.000Z' }),
    );
    expect(await amendmentsOf(state, round.id)).toBeUndefined();
    await edit((draft) => change(draft, 'Purchasing'));
    expect(textOf(await amendmentsOf(state, round.id))).toMatch(/The board → Purchasing/);
    expect([...state.amendments.values()].map((one) => 'number' in one && one.number)).toEqual([1, 1]);
  });
});
