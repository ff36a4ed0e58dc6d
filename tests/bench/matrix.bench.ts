/**
 * The matrix of 200 issues by 30 assessors: what is computed between a rating and the picture, against the same of 60
 * issues and against writing the drawn picture to a file; what a trial ("what if") costs; and in the real app the time
 * to the first picture, and the frames while a point is dragged about, with 20, 60 and 200 issues. A frame that is on
 * time takes 16.7 ms.
 */
import type { Page } from 'playwright-core';
import { assessRound } from '#shared/assessment/assess-round.ts';
import { labelBoxes, matrixPicture, pageSize } from '#shared/chart/matrix.ts';
import { svgOf } from '#shared/chart/svg.ts';
import { whatIf } from '#shared/chart/what-if.ts';
import { translator } from '#shared/i18n/index.ts';
import { CATEGORIES } from '#shared/model/issue.ts';
import type * as Store from '../../renderer/store/index.ts';
import { type Hearken, openSample, resize, startApp } from '../e2e/harness.ts';
import { makePanel, type Scores } from '../unit/assessment/panel.ts';
import { type Bench, type Figure, median, percentile, timed } from './frame.ts';

const RUNS = 7;
const ASSESSORS = 30;
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
    matrixPicture(
      { assessment, nameOf: (id) => names.get(id) ?? '', title: 'Matrix', note: '' },
      { t: translator('en'), language: 'en', ...pageSize(issues) },
    ).scene;
  const last = assessment.issues.at(-1)?.issueId ?? '';
  let turn = 0;
  const tryOne = () => {
    turn += 1;
    return whatIf(assessment, last, { scale: 1 + (turn % 5), likelihood: 1 + (turn % 4) });
  };
  return { assess, draw, tryOne };
}

async function computed(): Promise<Figure[]> {
  const [twenty, sixty, many] = [round(20), round(60), round(200)];
  const spent = async (act: () => unknown) => median(await timed(RUNS, act));
  const scene = many.draw();
  const shapes =
    scene.backdrop.length +
    scene.front.length +
    scene.items.reduce((sum, { shapes: own }) => sum + own.length, 0);
  const [assess200, assess60] = [await spent(many.assess), await spent(sixty.assess)];
  const [draw200, draw60, draw20] = [
    await spent(many.draw),
    await spent(sixty.draw),
    await spent(twenty.draw),
  ];
  return [
    {
      what: 'assessment of 200 issues × 30 assessors, with robustness',
      value: assess200,
      unit: 'ms',
      against: { what: '60 issues', value: assess60 },
    },
    {
      what: 'layout of 200 issues',
      value: draw200,
      unit: 'ms',
      against: { what: 'writing the SVG file', value: await spent(() => svgOf(scene)) },
    },
    {
      what: 'layout of 60 issues at 1280 × 800',
      value: draw60,
      unit: 'ms',
      against: { what: '20 issues', value: draw20 },
    },
    { what: 'shapes of the scene of 200 issues', value: shapes, unit: 'count' },
    {
      what: 'names beside their marks, of 60 issues',
      value: labelBoxes(sixty.draw()).labels.length,
      unit: 'count',
    },
    { what: 'one trial ("what if") among 200 issues', value: await spent(many.tryOne), unit: 'ms' },
  ];
}

type Door = Window & { hearkenStore: typeof Store };

/** Puts a round into the open workspace, past the forms: what is measured is the picture. */
function makeRound(page: Page, count: number): Promise<string> {
  return page.evaluate(
    async ([issues, assessors]) => {
      const { commit, readState } = (window as unknown as Door).hearkenStore;
      const state = await readState();
      const [model, rating, issue] = [state.rounds[0], state.ratings[0], state.issues[0]];
      if (!model || !rating || !issue) throw new Error('no sample');
      const id = () => crypto.randomUUID();
      const roundId = id();
      const rows = Array.from({ length: issues }, (_unused, order) => ({
        ...issue,
        id: id(),
        code: `bench-${issues}-${order}`,
        order: 100 + order,
        category:
          (['general', 'customers-communities', 'supply-chain', 'employees'] as const)[order % 4] ??
          'general',
        name: { en: `Issue of a long list ${order}`, ja: `課題一覧の課題${order}` },
      }));
      const people = Array.from({ length: assessors }, (_unused, order) => ({
        id: id(),
        name: `Assessor ${order}`,
        voice: 'expert' as const,
        personId: null,
        conflict: '',
        withdrawn: false,
      }));
      await commit({ key: 'change.round.new', params: { round: `${issues}` } }, async (draft) => {
        for (const row of rows) draft.add('issues', row);
        draft.add('rounds', {
          ...model,
          id: roundId,
          name: { en: `${issues} issues` },
          fiscalYear: 2100 + (issues % 97),
          stage: 'discussion',
          issueIds: rows.map((row) => row.id),
          dialogueIds: [],
          assessors: people,
          basedOn: null,
          finished: [],
          history: [],
          closedAt: null,
        });
        const point = (value: number) => Math.min(5, Math.max(1, value)) as 1 | 2 | 3 | 4 | 5;
        for (const [order, row] of rows.entries())
          for (const [number, person] of people.entries()) {
            const at = (salt: number) =>
              point(1 + ((order * salt + (salt >> 1)) % 5) + (((order + number * salt) % 3) - 1));
            draft.add('ratings', {
              ...rating,
              id: id(),
              roundId,
              issueId: row.id,
              assessorId: person.id,
              scale: at(7),
              scope: at(11),
              irremediability: at(13),
              likelihood: at(17),
              nature: 'potential',
              abstained: [],
              delayMakesIrremediable: false,
              evidence: { passageIds: [], adviceIds: [], sources: [] },
            });
          }
      });
      return roundId;
    },
    [count, ASSESSORS] as const,
  );
}

interface Seen {
  readonly first: number;
  readonly frames: readonly number[];
}

async function see(page: Page, roundId: string): Promise<Seen> {
  await page.evaluate(() => {
    window.location.hash = '/reports';
  });
  await page.waitForTimeout(400);
  const first = await page.evaluate(async (id) => {
    const began = performance.now();
    window.location.hash = `/matrix/${id}`;
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    while (!document.querySelector('[data-testid="scene"] [data-item]')) await frame();
    await frame();
    return performance.now() - began;
  }, roundId);
  await page.waitForTimeout(600);
  const ring = await page.locator('[data-testid="scene"] [data-item] circle').nth(3).boundingBox();
  const scene = await page.getByTestId('scene').boundingBox();
  if (!ring || !scene) throw new Error('no picture');
  await page.mouse.move(ring.x + ring.width / 2, ring.y + ring.height / 2);
  await page.mouse.down();
  // Pointer events are made in the window itself, one a frame: a driver's own pace would be measured otherwise.
  const frames = await page.evaluate(async ({ x, y, width, height }) => {
    const svg = document.querySelector('[data-testid="scene"]');
    const kept: number[] = [];
    let last = performance.now();
    for (let step = 0; step < 240; step += 1) {
      const turn = (step / 240) * 6 * Math.PI;
      svg?.dispatchEvent(
        new PointerEvent('pointermove', {
          bubbles: true,
          pointerId: 1,
          clientX: x + width * (0.5 + 0.32 * Math.cos(turn)),
          clientY: y + height * (0.3 + 0.2 * Math.sin(turn * 1.3)),
        }),
      );
      const now = await new Promise<number>((done) => requestAnimationFrame(done));
      if (step > 5) kept.push(now - last);
      last = now;
    }
    return kept;
  }, scene);
  await page.mouse.up();
  await page.keyboard.press('Escape');
  return { first, frames };
}

async function seen(): Promise<Figure[]> {
  let hearken: Hearken | null = null;
  try {
    hearken = await startApp({ env: { HEARKEN_E2E: '1' } });
    const { page } = hearken;
    await resize(hearken, 1280, 800);
    await openSample(page);
    // What compiles this file marks functions by a helper that the window does not have.
    await page.evaluate('window.__name = (named) => named');
    const counts = [20, 60, 200];
    const ids: string[] = [];
    for (const count of counts) ids.push(await makeRound(page, count));
    // What follows a commit (the search index) is not the picture's.
    await page.waitForTimeout(4000);
    await see(page, ids[0] ?? '');
    const results: Seen[] = [];
    for (const id of ids) results.push(await see(page, id));
    const usual = results[0];
    return results.flatMap(({ first, frames }, index): Figure[] => {
      const what = `${counts[index]} issues`;
      const against = (value: number | undefined) =>
        index === 0 || value === undefined ? {} : { against: { what: '20 issues', value } };
      return [
        {
          what: `${what}: from the click to the picture`,
          value: first,
          unit: 'ms',
          ...against(usual?.first),
        },
        {
          what: `${what}: frame while dragging, median`,
          value: median(frames),
          unit: 'ms',
          ...against(usual && median(usual.frames)),
        },
        { what: `${what}: frame while dragging, 95 of 100`, value: percentile(frames, 0.95), unit: 'ms' },
        { what: `${what}: frame while dragging, longest`, value: Math.max(...frames), unit: 'ms' },
      ];
    });
  } finally {
    await hearken?.close();
  }
}

export const bench: Bench = {
  title: 'Matrix of up to 200 issues, 30 assessors',
  run: async () => [...(await computed()), ...(await seen())],
};
