import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { newId } from '#shared/model/basics.ts';
import { blankEntry } from '#shared/model/entry.ts';
import { blankFigure, type Figure } from '#shared/model/figure.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { upgradeState } from '#shared/model/upgrade.ts';
import { writeDocx } from '#shared/report/docx/write.ts';
import { buildReport, checkedReport } from '#shared/report/index.ts';
import { commitmentsIn, followUpSummary } from '#shared/report/model/follow-up.ts';
import { makeDialogue, makeTurn } from '../../fixtures/state.ts';
import { lintDocx } from './docx-lint.ts';

const SAMPLE = path.join(import.meta.dirname, '..', '..', '..', 'resources', 'sample', 'sample.json');
const read = async () => upgradeState(JSON.parse(await readFile(SAMPLE, 'utf8')) as WorkspaceState);
const AT = '2021-04-01T09:00:00.000Z';

const request = (state: WorkspaceState, language: 'en' | 'ja' = 'en') => ({
  kind: 'follow-up' as const,
  subjectId: state.dialogues[0]?.id ?? '',
  language,
  creator: '',
  writtenAt: AT,
  pictures: [],
});

/** The sample with a later dialogue in which a commitment was told of. */
async function told(attribution: 'named' | 'off-record') {
  const state = await read();
  const [first] = state.dialogues;
  const next = makeDialogue({
    title: 'Second talks',
    date: '2021-02',
    follows: first?.id ?? null,
    attribution,
  });
  const turn = makeTurn(next.id, { text: 'Groups were ranked by risk.' });
  const commitment = state.commitments.find(({ text }) => text.startsWith('Rank supplier'));
  const passage = {
    id: newId(),
    dialogueId: next.id,
    turnId: turn.id,
    start: 0,
    end: turn.text.length,
    quote: turn.text,
    before: '',
    after: '',
    attribution: null,
    state: 'anchored' as const,
  };
  const entry = blankEntry({
    id: newId(),
    kind: 'told',
    when: '2021-02',
    refs: [{ to: 'commitment', id: commitment?.id ?? '' }],
    passageId: passage.id,
    by: '',
    at: AT,
  });
  return {
    ...state,
    dialogues: [...state.dialogues, next],
    turns: [...state.turns, turn],
    passages: [...state.passages, passage],
    entries: [entry],
  };
}

describe('what became of a dialogue', () => {
  it('tells of each piece of advice of the sample, with five commitments, four of them overdue', async () => {
    const state = await read();
    const summary = followUpSummary(state, state.dialogues[0]?.id ?? '', 'en', '2021-04-01');
    expect(summary.advice).toHaveLength(16);
    const commitments = commitmentsIn(summary);
    expect(commitments).toHaveLength(5);
    expect(commitments.filter(({ overdue }) => overdue)).toHaveLength(4);
    const before = followUpSummary(state, state.dialogues[0]?.id ?? '', 'en', '2021-03-31');
    expect(commitmentsIn(before).filter(({ overdue }) => overdue)).toHaveLength(2);
  });

  it('says where it was told, unless that is off the record', async () => {
    const words = async (attribution: 'named' | 'off-record') =>
      JSON.stringify(await buildReport(await told(attribution), request(await read())));
    expect(await words('named')).toMatch(/Told in [^"]*Second talks/);
    expect(await words('off-record')).not.toContain('Second talks');
  });

  it.each(['en', 'ja'] as const)(
    'is a sound Word document in %s, which asks about no name',
    async (language) => {
      const state = await told('named');
      const { document, leaks } = await checkedReport(state, request(state, language));
      expect(leaks).toEqual([]);
      const bytes = await writeDocx(document, {});
      expect(lintDocx(bytes)).toEqual([]);
      const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
      for (const { text } of state.commitments) expect(xml).toContain(text);
    },
  );
});

describe('the figures of a handout', () => {
  /** The sample with a commitment measured by an indicator that has nothing but these figures. */
  async function withFigures(rows: readonly (Partial<Figure> & { fiscalYear: number })[]) {
    const state = await read();
    const indicator = state.indicators.find(({ name }) => name.en?.startsWith('Reports of forced labour'));
    const [commitment] = state.commitments;
    const [source] = state.sources;
    const [own] = state.organisations;
    if (!indicator || !commitment || !source || !own) throw new Error('the sample lacks what is measured');
    const figures = rows.map(({ fiscalYear, ...fields }) =>
      blankFigure({
        id: newId(),
        indicatorId: indicator.id,
        of: own.id,
        cited: { sourceId: source.id, passageId: null, locator: '', asStated: '' },
        at: null,
        period: { fiscalYear },
        ...fields,
      }),
    );
    const changed: WorkspaceState = {
      ...state,
      decisions: [],
      sources: state.sources.map((one) => ({ ...one, kind: 'internal' as const })),
      figures: [...state.figures.filter(({ indicatorId }) => indicatorId !== indicator.id), ...figures],
      commitments: state.commitments.map((one) =>
        one.id === commitment.id ? { ...one, measuredBy: indicator.id } : one,
      ),
    };
    const summary = (today = '2021-04-01') =>
      followUpSummary(changed, state.dialogues[0]?.id ?? '', 'en', today);
    const { document } = await checkedReport(changed, request(changed));
    const section = JSON.stringify(document.sections.find(({ id }) => id === 'measured'));
    return { rows: summary().measured, section, commitment, summary };
  }
  const target = (fiscalYear: number, value: number) =>
    ({ fiscalYear, role: 'target', compare: '>=', value, cited: null }) as const;

  it('say the last number with unit, year and whose, the target, and whether it was met', async () => {
    const { rows, section } = await withFigures([
      { fiscalYear: 2018, value: 40 },
      { fiscalYear: 2019, value: 60 },
      { fiscalYear: 2020, status: 'awaited' },
      target(2019, 50),
    ]);
    expect(rows).toHaveLength(1);
    const [row] = rows;
    expect(row).toMatchObject({ period: 'FY2020', target: '≥ 50, FY2020', status: 'met', broken: '' });
    expect(row?.last.values.map(({ text }) => text)).toEqual(['60']);
    expect(row?.advice.length).toBeGreaterThan(0);
    expect(row?.whose).not.toBe('');
    for (const said of ['60', 'FY2020', '≥ 50', 'met']) expect(section).toContain(said);
  });

  it.each([
    ['not-met', [{ fiscalYear: 2019, value: 49 }, target(2019, 50)], ''],
    ['no-figure', [{ fiscalYear: 2018, value: 49 }, target(2019, 50)], ''],
    [
      'not-comparable',
      [
        { fiscalYear: 2018, value: 40 },
        {
          fiscalYear: 2019,
          value: 60,
          breakBefore: { kind: 'population', effect: 'no', note: { en: 'all sites' } },
          at: '2021-01-01T00:00:00.000Z',
        },
        { ...target(2019, 50), at: '2020-01-01T00:00:00.000Z' },
      ],
      'Not comparable with the period before: other people are counted (all sites).',
    ],
  ] as const)('stand as %s', async (status, figures, broken) => {
    const { rows, section } = await withFigures(figures);
    expect(rows[0]).toMatchObject({ status, broken });
    expect(section).not.toMatch(/\d %/);
  });

  it('do not tell a small count, nor by its target', async () => {
    const { rows, section } = await withFigures([{ fiscalYear: 2019, value: 3 }, target(2019, 2)]);
    expect(rows[0]?.last.values.map(({ text }) => text)).toEqual(['x']);
    expect(rows[0]?.status).toBe('not-comparable');
    expect(section).toContain('withheld');
  });

  it('say that there is none', async () => {
    const { rows, section } = await withFigures([]);
    expect(rows[0]).toMatchObject({ period: '', status: 'no-target' });
    expect(section).toContain('no figure');
  });
});
