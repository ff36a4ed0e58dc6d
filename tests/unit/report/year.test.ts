import { describe, expect, it } from 'vitest';
import { svgOf } from '#shared/chart/svg.ts';
import { translator } from '#shared/i18n/index.ts';
import { type Arrangement, blankArrangement } from '#shared/model/arrangement.ts';
import { newId } from '#shared/model/basics.ts';
import { blankFigure, type Figure } from '#shared/model/figure.ts';
import { blankIndicator } from '#shared/model/indicator.ts';
import type { Organisation } from '#shared/model/organisation.ts';
import { blankOrganisation } from '#shared/model/organisation.ts';
import type { Source } from '#shared/model/source.ts';
import { blankSource } from '#shared/model/source.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { buildReport, type ReportRequest } from '#shared/report/build.ts';
import type { Cell, Line } from '#shared/report/document.ts';
import { writeDocx } from '#shared/report/docx/write.ts';
import { pictureOf } from '#shared/report/pictures.ts';
import { makeDialogue, makeParticipant, makeTurn } from '../../fixtures/state.ts';
import { AT, workspaceOf } from './workspace.ts';

const organisation = (name: string, kind: Organisation['kind'] = 'own'): Organisation =>
  blankOrganisation({ id: newId(), name: { en: name }, kind });
const source = (title: string, kind: Source['kind'] = 'own-report'): Source =>
  blankSource({ id: newId(), title: { en: title }, kind, published: '2020-07' });
const arrangement = (name: string, kind: Arrangement['kind']) =>
  blankArrangement({ id: newId(), name: { en: name }, kind });

/** Training of three years with a break, a hotline of one year, a target; all stated in one report. */
function workspace() {
  const company = organisation('Company');
  const page = source('Page on human rights');
  const list = source('List of the hotline', 'internal');
  const online = arrangement('Online training', 'training');
  const hotline = arrangement('Hotline', 'channel');
  const trained = blankIndicator({ id: newId(), name: { en: 'People trained' }, unit: 'people' });
  const reports = blankIndicator({
    id: newId(),
    name: { en: 'Reports' },
    unit: 'cases',
    breakdowns: [
      {
        code: 'type',
        name: { en: 'Type' },
        relation: 'of-which',
        rest: {},
        members: [
          { code: 'power', name: { en: 'Power harassment' }, retiredAfter: null },
          { code: 'sexual', name: { en: 'Sexual harassment' }, retiredAfter: null },
        ],
      },
    ],
  });
  const at = (of: Source) => ({ sourceId: of.id, passageId: null, locator: 'p. 4', asStated: '' });
  const figure = (fields: Omit<Parameters<typeof blankFigure>[0], 'id' | 'at'>) =>
    blankFigure({ id: newId(), at: AT, of: company.id, cited: at(page), ...fields });
  const training = [8026, 20936, 21150].map((value, index) =>
    figure({
      indicatorId: trained.id,
      via: online.id,
      period: { fiscalYear: 2017 + index },
      value,
      ...(index === 1
        ? { breakBefore: { kind: 'population', effect: 'no', note: { en: 'Affiliates came in.' } } }
        : index === 2
          ? { marks: ['*2'], breakBefore: { kind: 'content', effect: 'care', note: {} } }
          : {}),
    }),
  );
  const { dialogue: _dialogue, ...base } = workspaceOf({}, [], [], []);
  const state: WorkspaceState = {
    ...base,
    workspace: base.workspace.map((one) => ({
      ...one,
      fiscalYear: { firstMonth: 4, namedBy: { en: 'end' as const, ja: 'start' as const } },
    })),
    organisations: [company],
    sources: [page, list],
    arrangements: [online, hotline],
    indicators: [trained, reports],
    figures: [
      ...training,
      figure({ indicatorId: reports.id, via: hotline.id, period: { fiscalYear: 2019 }, value: 42 }),
      figure({
        indicatorId: reports.id,
        via: hotline.id,
        cell: { type: 'power' },
        period: { fiscalYear: 2019 },
        value: 12,
      }),
      figure({
        indicatorId: reports.id,
        via: hotline.id,
        cell: { type: 'sexual' },
        period: { fiscalYear: 2019 },
        value: 2,
      }),
    ],
  };
  return { state, company, page, list, trained, reports, hotline, figure, training };
}

const request = (fields: Partial<ReportRequest> = {}): ReportRequest => ({
  kind: 'year',
  subjectId: '2019',
  language: 'en',
  creator: '',
  writtenAt: AT,
  pictures: ['trends'],
  ...fields,
});
const replaced = (state: WorkspaceState, id: string, fields: Partial<Figure>): WorkspaceState => ({
  ...state,
  figures: state.figures.map((one) => (one.id === id ? { ...one, ...fields } : one)),
});
const wordsOf = (line: Line): string =>
  typeof line === 'string'
    ? line
    : line.map((span) => (typeof span === 'string' ? span : span.text)).join('');
const cellWords = (cell: Cell): string =>
  typeof cell === 'string' || !('lines' in cell) ? wordsOf(cell) : cell.lines.map(wordsOf).join(' / ');

async function tableOf(state: WorkspaceState, id: string, fields: Partial<ReportRequest> = {}) {
  const report = await buildReport(state, request(fields));
  const table = report.sections.find((one) => one.id === id)?.blocks.find(({ kind }) => kind === 'table');
  if (table?.kind !== 'table') throw new Error(`no table in ${id}`);
  return {
    heads: table.columns.map(({ head }) => head),
    // Numbers hold together with their signs by blanks at which no line breaks.
    rows: table.rows.map((row) => row.map((cell) => cellWords(cell).replaceAll('\u00a0', ' '))),
    note: table.note ?? '',
  };
}

describe('the report on the figures of a year', () => {
  it('prints years as the language calls them, with whose each figure is and where it is stated (W5)', async () => {
    const { state } = workspace();
    const { heads, rows } = await tableOf(state, 'training');
    expect(heads).toEqual(['What is counted', 'Whose', 'Unit', 'FY2018', 'FY2019', 'FY2020']);
    expect(rows[0]?.slice(1, 3)).toEqual(['Company', 'people']);
    expect((await tableOf(state, 'training', { language: 'ja' })).heads.slice(3)).toEqual([
      '2017年度',
      '2018年度',
      '2019年度',
    ]);
    const report = await buildReport(state, request());
    expect(JSON.stringify(report.sections.at(-1))).toContain('Page on human rights, July 2020, p. 4');
  });

  it('puts a bar before what is not comparable, says why, and prints no change across it (W1, W2)', async () => {
    const { state } = workspace();
    for (const language of ['en', 'ja'] as const) {
      const { rows, note } = await tableOf(state, 'training', { language });
      expect(rows[0]?.slice(3)).toEqual(['8,026 [1]', '‖ 20,936 [1]', '¦ 21,150 *2 [1]']);
      expect(note).toContain('‖');
      expect(note).toContain('¦');
      const all = JSON.stringify(await buildReport(state, request({ language })));
      expect(all).not.toMatch(/160\.8|161|%/);
      expect(all).not.toMatch(/undefined|NaN|\{[a-zA-Z]+\}/);
    }
    const counting = JSON.stringify(
      (await buildReport(state, request())).sections.find(({ id }) => id === 'counting'),
    );
    expect(counting).toContain(
      'other people are counted. Not comparable with the figure before (‖). Affiliates came in.',
    );
    expect(counting).toContain('its content is another one. To be compared with care.');
  });

  it('tells what is not broken down as a range, where parts may overlap (W7)', async () => {
    const { state } = workspace();
    const { note } = await tableOf(state, 'grievances');
    expect(note).toContain('Reports, FY2020: Not broken down 28–30.');
    expect(note).not.toContain('withheld');
  });

  it('withholds few cases that nobody outside can read, and says that it did (I14)', async () => {
    const { state, list } = workspace();
    const small = state.figures.find(({ value }) => value === 2);
    const inside = replaced(state, small?.id ?? '', {
      cited: { sourceId: list.id, passageId: null, locator: '', asStated: '2' },
    });
    const { rows, note } = await tableOf(inside, 'grievances');
    expect(rows.flat()).toContain('x');
    expect(rows.flat().filter((cell) => /^2 /.test(cell))).toEqual([]);
    // What is withheld is in the rest, and cannot be told from it (W9).
    expect(note).toContain('withheld or not broken down 30.');
    expect(note).not.toContain('28');
    expect(note).toContain('x withheld');
    const report = JSON.stringify(await buildReport(inside, request()));
    expect(report).toContain('One figure is withheld');
    expect(report).not.toContain('List of the hotline');
  });

  it('does not tell what was said off the record', async () => {
    const { state } = workspace();
    const dialogue = makeDialogue({ attribution: 'off-record' });
    const speaker = makeParticipant(dialogue.id);
    const turn = makeTurn(dialogue.id, { text: 'We have 327 sites.', participantId: speaker.id });
    const passage = {
      ...{ id: newId(), dialogueId: dialogue.id, turnId: turn.id, start: 0, end: 18, quote: turn.text },
      ...{ before: '', after: '', attribution: null, state: 'anchored' as const },
    };
    const first = state.figures[0];
    const said = replaced(state, first?.id ?? '', {
      cited: { sourceId: null, passageId: passage.id, locator: '', asStated: '' },
    });
    const held = {
      ...said,
      dialogues: [dialogue],
      participants: [speaker],
      turns: [turn],
      passages: [passage],
    };
    const { rows } = await tableOf(held, 'training');
    expect(rows[0]?.[3]).toBe('x');
    const open = { ...held, dialogues: [{ ...dialogue, attribution: 'named' as const }] };
    expect((await tableOf(open, 'training')).rows[0]?.[3]).toBe('8,026 [1]');
  });

  it('keeps both values of a restatement, and prints the new one with its sign (I7)', async () => {
    const { state, reports, hotline, figure } = workspace();
    const whole = state.figures.find(({ value }) => value === 42);
    const corrected = {
      ...state,
      figures: [
        ...state.figures,
        figure({
          ...{ indicatorId: reports.id, via: hotline.id, period: { fiscalYear: 2019 }, value: 43 },
          ...{ replaces: whole?.id ?? null, why: 'One report came by letter.' },
        }),
      ],
    };
    const { rows, note } = await tableOf(corrected, 'grievances');
    expect(rows.flat()).toContain('43 r [1]');
    expect(note).toContain('r restated');
    expect(JSON.stringify(await buildReport(corrected, request()))).toContain(
      'restated from 42 to 43 r. Reason: One report came by letter.',
    );
  });

  it('shows what each source says where sources differ, and that nobody decided (I8)', async () => {
    const { state, list, reports, hotline, figure } = workspace();
    const other = figure({
      ...{ indicatorId: reports.id, via: hotline.id, period: { fiscalYear: 2019 }, value: 44 },
      cited: { sourceId: list.id, passageId: null, locator: '', asStated: '' },
    });
    const differing = { ...state, figures: [...state.figures, other] };
    const { rows, note } = await tableOf(differing, 'grievances');
    expect(rows.flat().some((cell) => cell.includes('42') && cell.includes('44'))).toBe(true);
    expect(note).toContain('≠ sources differ');
    expect(JSON.stringify(await buildReport(differing, request()))).toContain('. Not decided.');
  });

  it('holds a target against what came of it, never across a break (W14, I9)', async () => {
    const { state, trained, figure } = workspace();
    const target = (value: number, fields: Partial<Figure> = {}) =>
      figure({
        ...{ indicatorId: trained.id, via: state.arrangements[0]?.id ?? null, period: { fiscalYear: 2019 } },
        ...{ role: 'target', compare: '>=', value, cited: null, ...fields },
      });
    const rowsWith = async (...figures: Figure[]) =>
      (await tableOf({ ...state, figures: [...state.figures, ...figures] }, 'targets', { sections: 'all' }))
        .rows;
    const met = await rowsWith(target(20_000));
    expect(JSON.stringify(met)).toContain('≥ 20,000');
    const statuses = async (one: Figure) => {
      const report = await buildReport(
        { ...state, figures: [...state.figures, one] },
        request({ sections: 'all' }),
      );
      return JSON.stringify(report.sections.find(({ id }) => id === 'targets'));
    };
    const t = translator('en');
    expect(await statuses(target(20_000))).toContain(`"${t('figure.status.met')}"`);
    expect(await statuses(target(30_000))).toContain(`"${t('figure.status.not-met')}"`);
    expect(await statuses(target(20_000, { of: null, ofBasis: 'unstated' }))).toContain(
      `"${t('figure.status.not-comparable')}"`,
    );
  });

  it('draws a line that stops at a break, and says so to those who do not see it', () => {
    const { state, trained } = workspace();
    const aimed = { ...state, decisions: [] };
    const scene = pictureOf(
      {
        ...aimed,
        figures: [
          ...state.figures,
          blankFigure({
            ...{ id: newId(), at: AT, indicatorId: trained.id, via: state.figures[0]?.via ?? null },
            ...{ role: 'target', value: 25_000, compare: '>=', period: { fiscalYear: 2019 } },
          }),
        ],
      },
      '2019',
      'en',
      'trends',
    );
    const marks = scene.items.flatMap(({ shapes }) => shapes).filter(({ role }) => role === 'mark');
    expect(marks.filter(({ kind }) => kind === 'path')).toHaveLength(3);
    // Of the two steps one is across a break.
    expect(marks.filter(({ kind }) => kind === 'line')).toHaveLength(1);
    expect(scene.description).toContain('not comparable with what is left of it: FY2019 20,936');
    expect(scene.description).toContain('target FY2020 ≥ 25,000');
    expect(svgOf(scene)).not.toMatch(/NaN|undefined/);
  });

  it('is a Word file, and refuses a year without figures', async () => {
    const { state } = workspace();
    const bytes = await writeDocx(await buildReport(state, request({ pictures: [] })), {});
    expect(bytes.length).toBeGreaterThan(1000);
    await expect(buildReport(state, request({ subjectId: '2001' }))).rejects.toMatchObject({
      problem: { code: 'figures-none' },
    });
  });
});
