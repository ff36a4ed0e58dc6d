/**
 * The matrix of 100 issues by 5 assessors: what is computed between a rating and the picture, against 20 issues,
 * against a usual list of 40 that is named throughout, and against writing the drawn picture to a file.
 */
import { assessRound } from '#shared/assessment/assess-round.ts';
import { labelBoxes, matrixLayout } from '#shared/chart/matrix.ts';
import { svgOf } from '#shared/chart/svg.ts';
import { translator } from '#shared/i18n/index.ts';
import { CATEGORIES } from '#shared/model/issue.ts';
import { makePanel, type Scores } from '../unit/assessment/panel.ts';
import { type Bench, type Figure, median, timed } from './frame.ts';

const RUNS = 15;
const ASSESSORS = 5;
const NAMES = [
  'Forced labour at sea',
  'Privacy of people who use the service',
  'Climate',
  'Freedom to gather and to be heard',
];

/** Ratings about a middle that differs by issue; the same on every run. */
function round(issues: number) {
  const at = (issue: number, salt: number, assessor: number) =>
    Math.min(5, Math.max(1, 1 + ((issue * salt + (salt >> 1)) % 5) + (((issue + assessor * salt) % 3) - 1)));
  const panel = makePanel(
    Object.fromEntries(
      Array.from({ length: issues }, (_unused, issue) => [
        `issue ${issue}`,
        Array.from(
          { length: ASSESSORS },
          (_nobody, assessor): Scores => [7, 11, 13, 17].map((salt) => at(issue, salt, assessor)),
        ),
      ]),
    ),
  );
  const rows = panel.state.issues.map((issue, index) => ({
    ...issue,
    category: CATEGORIES[index % CATEGORIES.length] ?? 'general',
  }));
  const names = new Map(rows.map((issue, index) => [issue.id, `${NAMES[index % NAMES.length]} ${index}`]));
  const assess = () => assessRound({ ...panel.state, issues: rows }, panel.round.id);
  const assessment = assess();
  const draw = () =>
    matrixLayout(
      { assessment, nameOf: (id) => names.get(id) ?? '', title: 'Matrix', note: '' },
      { t: translator('en'), language: 'en' },
    );
  return { assess, draw };
}

export const bench: Bench = {
  title: 'Matrix of 100 issues, 5 assessors',
  run: async (): Promise<Figure[]> => {
    const [twenty, forty, hundred] = [round(20), round(40), round(100)];
    const spent = async (act: () => unknown) => median(await timed(RUNS, act));
    const layout20 = await spent(twenty.draw);
    const layout40 = await spent(forty.draw);
    const layout100 = await spent(hundred.draw);
    const scene = hundred.draw();
    const written = await spent(() => svgOf(scene));
    const assess20 = await spent(twenty.assess);
    return [
      {
        what: 'assessment (order, robustness, agreement)',
        value: await spent(hundred.assess),
        unit: 'ms',
        against: { what: '20 issues', value: assess20 },
      },
      { what: 'layout', value: layout100, unit: 'ms', against: { what: '20 issues', value: layout20 } },
      {
        what: 'layout',
        value: layout100,
        unit: 'ms',
        against: { what: '40 issues, named', value: layout40 },
      },
      {
        what: 'layout',
        value: layout100,
        unit: 'ms',
        against: { what: 'writing the SVG file', value: written },
      },
      {
        what: 'names beside their marks, of 40 issues',
        value: labelBoxes(forty.draw()).labels.length,
        unit: 'count',
      },
      {
        what: 'names beside their marks, of 20 issues',
        value: labelBoxes(twenty.draw()).labels.length,
        unit: 'count',
      },
    ];
  },
};
