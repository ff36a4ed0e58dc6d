import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessRound, type RoundAssessment } from '#shared/assessment/assess-round.ts';
import { contains, overlaps } from '#shared/chart/geometry.ts';
import { LENS_IDS } from '#shared/chart/lens.ts';
import { labelBoxes, MAX_NAMED, type MatrixOptions, matrixLayout } from '#shared/chart/matrix.ts';
import type { Scene, Shape } from '#shared/chart/scene.ts';
import { rankLabel } from '#shared/chart/signs.ts';
import { svgOf } from '#shared/chart/svg.ts';
import { type Language, translator } from '#shared/i18n/index.ts';
import { CATEGORIES, type Issue } from '#shared/model/issue.ts';
import type { Rating } from '#shared/model/rating.ts';
import { METHOD_ROUND, makePanel, type Scores } from '../assessment/panel.ts';

const NAMES = [
  ['Forced labour', '強制労働'],
  ['Privacy of people who use the service', '利用者のプライバシー'],
  ['Climate', '気候変動'],
  ['Freedom to move, to speak, to gather and to be heard', '移動・発言・集会の自由と意見表明'],
  ['Child labour', '児童労働'],
  ['Minerals from regions at war', '紛争地域の鉱物調達'],
] as const;

function draw(
  table: Parameters<typeof makePanel>[0],
  { language = 'en', ...options }: { language?: Language } & Partial<MatrixOptions> = {},
): { scene: Scene; issues: ReadonlyMap<string, Issue>; assessment: RoundAssessment } {
  const panel = makePanel(table);
  const rows = [...panel.issues.values()];
  const issues = rows.map((issue, index) => ({ ...issue, category: CATEGORIES[index % 4] ?? 'general' }));
  const state = { ...panel.state, issues };
  const names = new Map(
    rows.map((issue, index) => [issue.id, NAMES[index % NAMES.length]?.[language === 'ja' ? 1 : 0] ?? '']),
  );
  const assessment = assessRound(state, panel.round.id);
  const scene = matrixLayout(
    {
      assessment,
      nameOf: (id) => names.get(id) ?? '',
      title: 'Round <of> “tests” & more',
      note: '',
    },
    { t: translator(language), language, ...options },
  );
  return { scene, issues: panel.issues, assessment };
}

const textsOf = (shapes: readonly Shape[]) =>
  shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));

describe('matrix', () => {
  it('reads in salience order and says what each point is', () => {
    const { scene, issues } = draw(METHOD_ROUND);
    const order = ['climate', 'forced labour', 'privacy', 'working environment', 'youth employment'];
    expect(scene.items.map(({ id }) => id)).toEqual(order.map((code) => issues.get(code)?.id));
    expect(scene.items[2]?.description).toBe(
      'Place 3 of 5, tier 1. Severity 4.5 (ranks as 5). Likelihood 4. Assessors range from 4 to 5. The suggestion “Monitor” holds in 87% of the readings, otherwise “Monitor closely”.',
    );
    expect(scene.description).toContain('5 issues');
  });

  it('draws severity upwards and likelihood to the right, each on its whole scale', () => {
    const { scene, issues } = draw(METHOD_ROUND);
    const at = (code: string) => {
      const item = scene.items.find(({ id }) => id === issues.get(code)?.id);
      if (!item) throw new Error(code);
      return item;
    };
    expect(at('climate').y).toBe(at('forced labour').y);
    expect(at('climate').x).toBeGreaterThan(at('forced labour').x);
    expect(at('youth employment').y).toBeGreaterThan(at('privacy').y);
    const ticks = textsOf(scene.backdrop.filter(({ role }) => role === 'axis'));
    expect(ticks.filter((text) => /^[1-5]$/.test(text))).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '1',
      '2',
      '3',
      '4',
      '5',
    ]);
  });

  it('gives what is happening a lane of its own, and what is not rated a list', () => {
    const { scene, issues } = draw({
      potential: [[4, 4, 4, 5]],
      actual: [{ scores: [3, 1, 1, null], nature: 'actual' }],
      unknown: [[2, 2, 2, null]],
      silent: [[null, null, null, null]],
    });
    const xOf = (code: string) => scene.items.find(({ id }) => id === issues.get(code)?.id)?.x ?? Number.NaN;
    expect(xOf('actual')).toBeGreaterThan(xOf('potential'));
    expect(xOf('unknown')).toBeLessThan(xOf('potential'));
    expect(scene.items).toHaveLength(3);
    expect(textsOf(scene.front).join(' ')).toContain('1 issue without severity yet');
  });

  it('never lets labels collide, for up to forty issues in either language and lens', () => {
    const point = fc.option(fc.integer({ min: 1, max: 5 }), { freq: 12 });
    const row = fc.array(fc.tuple(point, point, point, point), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 40, size: 'max' }),
        fc.constantFrom<Language>('en', 'ja'),
        fc.constantFrom(...LENS_IDS),
        fc.integer({ min: 640, max: 1400 }),
        (rows, language, lens, width) => {
          const table = Object.fromEntries(
            rows.map((ratings, index) => [`issue ${index}`, ratings as Scores[]]),
          );
          const { scene } = draw(table, { language, lens, width });
          const { labels, marks } = labelBoxes(scene);
          const whole = { x: 0, y: 0, width: scene.width, height: scene.height };
          for (const [index, { box }] of labels.entries()) {
            expect(contains(whole, box)).toBe(true);
            for (const other of labels.slice(0, index)) expect(overlaps(box, other.box)).toBe(false);
            for (const mark of marks) expect(overlaps(box, mark)).toBe(false);
          }
          for (const [index, mark] of marks.entries())
            for (const other of marks.slice(0, index))
              expect(Math.hypot(mark.x - other.x, mark.y - other.y)).toBeGreaterThan(mark.width);
          // Who has no label is in the list, by number.
          const listed = textsOf(scene.front);
          const named = new Set(labels.map(({ id }) => id));
          for (const item of scene.items) {
            if (named.has(item.id)) continue;
            const number = textsOf(item.shapes.filter(({ role }) => role === 'number'))[0];
            expect(listed.some((text) => text.startsWith(`${number} `))).toBe(true);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('names nearly all of a usual list: twenty issues spread as ratings are', () => {
    const table = Object.fromEntries(
      Array.from({ length: 20 }, (_unused, index) => {
        const at = (salt: number) => 1 + ((index * salt + 3) % 5);
        return [`issue ${index}`, [[at(7), at(3), at(11), at(13)]]];
      }),
    );
    const { scene } = draw(table);
    expect(labelBoxes(scene).labels.length).toBeGreaterThanOrEqual(19);
  });

  it('tells a hundred issues by number and list, and names beside the mark only among the first', () => {
    const table = Object.fromEntries(
      Array.from({ length: 100 }, (_unused, index) => {
        const at = (salt: number) => 1 + (Math.floor(index / salt) % 5);
        return [`issue ${index}`, [[at(1), at(5), at(7), at(25)]]];
      }),
    );
    const { scene } = draw(table);
    expect(scene.items).toHaveLength(100);
    const { labels, marks } = labelBoxes(scene);
    expect(labels.every(({ id }) => scene.items.findIndex((item) => item.id === id) < MAX_NAMED)).toBe(true);
    expect(labels.length).toBeGreaterThan(20);
    for (const [index, { box }] of labels.entries())
      for (const other of labels.slice(0, index)) expect(overlaps(box, other.box)).toBe(false);
    for (const [index, mark] of marks.entries())
      for (const other of marks.slice(0, index))
        expect(Math.hypot(mark.x - other.x, mark.y - other.y)).toBeGreaterThan(mark.width);
    const listed = textsOf(scene.front).filter((text) => /^\d+=? /.test(text));
    // What is cut short beside its mark is told whole in the list as well.
    const cut = scene.items.filter(({ shapes }) => textsOf(shapes).some((text) => text.endsWith('…')));
    expect(listed.length + labels.length - cut.length).toBe(100);
  });

  it('shows doubt by form: halo, hollow, broken outline, a sign where divided', () => {
    const three = (scores: Scores, more = {}) =>
      [0, 1, 2].map(() => ({ scores, confidence: 3 as const, ...more }));
    const { scene, issues } = draw({
      sure: three([5, 5, 5, 5]),
      missing: three([4, null, 2, 1]),
      divided: [...three([1, 2, 2, 2]).slice(1), { scores: [4, 2, 2, 2], confidence: 3 }],
      unsure: three([3, 1, 1, 1], { confidence: 1 }),
      happening: three([2, 1, 1, null], { nature: 'actual' }),
      low: three([1, 1, 1, 1]),
    });
    const marks = (code: string) => {
      const item = scene.items.find(({ id }) => id === issues.get(code)?.id);
      if (!item) throw new Error(code);
      return item.shapes.filter(({ role }) => role === 'mark');
    };
    const plain = marks('low');
    expect(plain).toHaveLength(1);
    expect(plain[0]?.fill).toMatch(/^category:/);
    expect(marks('missing').some(({ dash }) => dash)).toBe(true);
    expect(textsOf(marks('divided'))).toEqual(['!']);
    expect(marks('unsure')[0]).toMatchObject({ fill: 'ground' });
    expect(marks('unsure').some(({ dash }) => dash)).toBe(false);
    // A second outline: two paths of which the outer one is larger.
    expect(marks('happening')).toHaveLength(2);
    // The first of the order is starred.
    expect(marks('sure').length).toBe(2);
  });

  it('lays a halo under what has another tier or suggestion in some reading, and under nothing else', () => {
    const { scene, issues } = draw(METHOD_ROUND);
    const haloed = new Set(scene.backdrop.filter(({ role }) => role === 'halo').map(({ item }) => item));
    expect(haloed).toEqual(
      new Set(['privacy', 'forced labour', 'working environment'].map((code) => issues.get(code)?.id)),
    );
  });

  it('draws the assessors’ range thin and their middle half thick within it', () => {
    const { scene, issues } = draw({
      spread: [
        [1, 1, 1, 1],
        [2, 1, 1, 2],
        [3, 1, 1, 3],
        [4, 1, 1, 4],
        [5, 1, 1, 5],
      ],
      calm: [[1, 1, 1, 1]],
    });
    const lines = scene.backdrop.flatMap((shape) =>
      shape.role === 'whisker' && shape.kind === 'line' && shape.item === issues.get('spread')?.id
        ? [shape]
        : [],
    );
    const long = (thick: boolean) =>
      lines
        .filter((line) => (line.strokeWidth ?? 1) > 2 === thick)
        .map((line) => Math.hypot(line.x2 - line.x1, line.y2 - line.y1))
        .sort((a, b) => b - a);
    const [rangeAcross = 0, rangeUp = 0] = long(false);
    const [halfAcross = 0, halfUp = 0] = long(true);
    expect(halfAcross).toBeCloseTo(rangeAcross / 2);
    expect(halfUp).toBeCloseTo(rangeUp / 2);
  });

  it('draws an empty round without failing', () => {
    const { scene } = draw({});
    expect(scene.items).toEqual([]);
    expect(svgOf(scene)).toContain('</svg>');
  });

  it('draws the same picture twice, whatever order the rows are stored in', () => {
    const panel = makePanel(METHOD_ROUND);
    const print = (issues: Issue[], ratings: Rating[]) =>
      svgOf(
        matrixLayout(
          {
            assessment: assessRound({ ...panel.state, issues, ratings }, panel.round.id),
            nameOf: (id) => id,
            title: '',
            note: '',
          },
          { t: translator('en'), language: 'en' },
        ),
      );
    const { issues, ratings } = panel.state;
    expect(print([...issues].reverse(), [...ratings].reverse())).toBe(print(issues, ratings));
  });
});

describe('the picture and its words', () => {
  it('gives dots, labels and list the same number, and shares it where the place is shared', () => {
    const { scene, assessment } = draw({
      first: [[5, 5, 5, 5]],
      tied: [[3, 3, 3, 3]],
      'tied too': [[3, 3, 3, 3]],
      last: [[1, 1, 1, 1]],
    });
    const labels = assessment.issues.map(rankLabel);
    expect(labels).toEqual(['1', '2=', '2=', '4']);
    const onMarks = scene.items.map(({ shapes }) =>
      textsOf(shapes.filter(({ role }) => role === 'number')).join(),
    );
    expect(onMarks).toEqual(labels);
    for (const { shapes } of scene.items) {
      const [number = ''] = textsOf(shapes.filter(({ role }) => role === 'number'));
      const [line = ''] = textsOf(shapes.filter(({ role }) => role === 'label'));
      if (line !== '') expect(line.startsWith(`${number} `)).toBe(true);
    }
  });

  it('draws delay as a sign of its own, and explains it', () => {
    const clocks = (scene: Scene) => textsOf(scene.front).filter((text) => text.startsWith('Clock'));
    expect(clocks(draw({ calm: [[2, 2, 2, 2]] }).scene)).toEqual([]);
    const { scene } = draw({ urgent: [{ scores: [2, 2, 2, 2], delayMakesIrremediable: true }] });
    expect(clocks(scene)).toHaveLength(1);
  });

  it('draws whiskers of what is divided at once, of the others where they are looked at', () => {
    const { scene, assessment } = draw({
      divided: [
        [1, 1, 1, 3],
        [5, 1, 1, 3],
        [3, 1, 1, 3],
      ],
      near: [
        [2, 2, 2, 2],
        [3, 2, 2, 3],
      ],
    });
    const idOf = (divided: boolean) => assessment.issues.find((one) => one.divided === divided)?.issueId;
    const drawnFor = new Set(scene.backdrop.filter(({ role }) => role === 'whisker').map(({ item }) => item));
    expect(drawnFor).toEqual(new Set([idOf(true)]));
    expect(scene.items.find(({ id }) => id === idOf(false))?.detail?.length).toBeGreaterThan(0);
  });
});
