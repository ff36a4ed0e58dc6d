import { describe, expect, it } from 'vitest';
import { svgOf } from '#shared/chart/svg.ts';
import { blankArrangement } from '#shared/model/arrangement.ts';
import { newId } from '#shared/model/basics.ts';
import { blankFigure } from '#shared/model/figure.ts';
import { blankIndicator } from '#shared/model/indicator.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { buildReport, type ReportRequest } from '#shared/report/build.ts';
import { writeDocx } from '#shared/report/docx/write.ts';
import { pictureOf, picturesFor } from '#shared/report/pictures.ts';
import { contactWith, supplierCalled } from '../suppliers/suppliers.ts';
import { AT, workspaceOf } from './workspace.ts';

const NAMES = Array.from({ length: 1_000 }, (_none, at) => `Zyxomma works ${at}`);

function workspace() {
  const programme = blankArrangement({
    id: newId(),
    name: { en: 'Visit record' },
    kind: 'supplier-programme',
  });
  const indicator = blankIndicator({ id: newId(), name: { en: 'People trained' }, unit: 'people' });
  const suppliers = NAMES.map((name, at) =>
    supplierCalled(name, {
      factors: at % 2 === 0 ? [{ factor: 'region', level: 'raised', cited: null }] : [],
    }),
  );
  const [first, second, third] = suppliers;
  if (!first || !second || !third) throw new Error('no suppliers');
  const inProgramme = { arrangementId: programme.id, when: '2019-06-01' };
  const { dialogue: _dialogue, ...base } = workspaceOf({}, [], [], []);
  const state: WorkspaceState = {
    ...base,
    workspace: base.workspace.map((one) => ({ ...one, fiscalYear: { firstMonth: 4, namedBy: {} } })),
    organisations: suppliers,
    arrangements: [programme],
    indicators: [indicator],
    figures: [
      blankFigure({ id: newId(), at: AT, indicatorId: indicator.id, period: { fiscalYear: 2019 }, value: 9 }),
    ],
    entries: [
      contactWith(first, 'visit', { ...inProgramme, text: `Dormitories of ${NAMES[0]}` }),
      contactWith(first, 'visit', { ...inProgramme, when: '2019-09' }),
      contactWith(second, 'visit', inProgramme),
      contactWith(third, 'audit', { when: '2018-01-01' }),
      contactWith(third, 'survey', { when: '2021-05-01' }),
      contactWith(first, 'finding', inProgramme),
    ],
  };
  return state;
}

const request = (fields: Partial<ReportRequest> = {}): ReportRequest => ({
  kind: 'year',
  subjectId: '2019',
  language: 'en',
  creator: '',
  writtenAt: AT,
  pictures: ['supplierCoverage'],
  ...fields,
});

describe('suppliers in the report on a year', () => {
  it('counts each supplier once a kind and programme, in the year alone; few findings are withheld', async () => {
    const report = await buildReport(workspace(), request());
    const section = report.sections.find(({ id }) => id === 'supplierCoverage');
    const table = section?.blocks.find(({ kind }) => kind === 'table');
    expect(table).toMatchObject({ rows: [['Visit record', '2', '0', '0', '0', 'x']] });
    expect(JSON.stringify(section)).toContain('1,000 suppliers are in the register');
  });

  it('draws coverage up to the end of the year, each number with its whole', () => {
    const state = workspace();
    expect(picturesFor(state, '2019', { kind: 'year', language: 'en' })).toEqual(['supplierCoverage']);
    for (const language of ['en', 'ja'] as const) {
      const scene = pictureOf(state, '2019', language, 'supplierCoverage');
      const svg = svgOf(scene);
      expect(svg).toContain(language === 'en' ? '1 of 500' : '500社のうち1社');
      expect(scene.description).not.toMatch(/[%％]/);
      expect(NAMES.some((name) => svg.includes(name))).toBe(false);
    }
  });

  it('names no supplier unless asked for, and all of them then', async () => {
    const state = workspace();
    const all = JSON.stringify(await buildReport(state, request()));
    expect(NAMES.filter((name) => all.includes(name))).toEqual([]);
    const asked = await buildReport(state, request({ sections: { supplierNames: true } }));
    const section = JSON.stringify(asked.sections.find(({ id }) => id === 'supplierNames'));
    expect(NAMES.filter((name) => section.includes(`"${name}"`))).toHaveLength(NAMES.length);
  });

  it('is a document that can be written, in both languages', async () => {
    const state = workspace();
    for (const language of ['en', 'ja'] as const) {
      const report = await buildReport(
        state,
        request({ language, pictures: [], sections: { supplierNames: true } }),
      );
      expect((await writeDocx(report, {})).length).toBeGreaterThan(5_000);
    }
  });
});
