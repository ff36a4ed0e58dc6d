import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessRound } from '#shared/assessment/assess-round.ts';
import { boardPage, PAPERS } from '#shared/chart/board-page.ts';
import { groupMedians, groupRows } from '#shared/chart/group-medians.ts';
import { heatRows, heatStrip } from '#shared/chart/heat-strip.ts';
import { heatOf } from '#shared/chart/palette.ts';
import type { SecondaryChart } from '#shared/chart/picture.ts';
import { type RankLine, rankProfile } from '#shared/chart/rank-profile.ts';
import { SECONDARY_CHART_IDS, SECONDARY_CHARTS, secondaryChartOf } from '#shared/chart/secondary-charts.ts';
import { rankLabel } from '#shared/chart/signs.ts';
import { svgOf } from '#shared/chart/svg.ts';
import { issueTornado, themeTornado, tornado } from '#shared/chart/tornado.ts';
import { type Language, translator } from '#shared/i18n/index.ts';
import { newId } from '#shared/model/basics.ts';
import { CATEGORIES } from '#shared/model/issue.ts';
import { METHOD_ROUND, makePanel } from '../assessment/panel.ts';
import { crowd } from './many.ts';
import { expectSound, shapesOf, textsIn } from './pictures.ts';

const en = translator('en');
const OPTIONS = { language: 'en' } as const;

/** Everything a secondary chart owes: sound, described, and the same as a table. */
function expectSecondaryChart({ scene, table }: SecondaryChart, ids: readonly string[]): void {
  expectSound(scene);
  expect(scene.description).not.toBe('');
  expect([...scene.items.map(({ id }) => id)].sort()).toEqual([...ids].sort());
  expect(table.rows.map(({ id }) => id).sort()).toEqual([...ids].sort());
  for (const { cells } of table.rows) expect(cells).toHaveLength(table.columns.length);
  for (const { label, description } of scene.items) {
    expect(label).not.toBe('');
    expect(description).not.toBe('');
  }
}

describe.each([1, 20, 60])('secondary charts of %i issues', (count) => {
  const { assessment, nameOf } = crowd(count, 6);
  const voices = ['rightsholder', 'representative', 'expert', 'expert', 'company', 'company'] as const;
  const round = {
    ...assessment.round,
    assessors: assessment.round.assessors.map((one, index) => ({ ...one, voice: voices[index] ?? 'expert' })),
  };
  const mixed = { ...assessment, round };
  const ids = assessment.issues.map(({ issueId }) => issueId);
  it.each<Language>(['en', 'ja'])('are sound, described and told as tables (%s)', (language) => {
    const t = translator(language);
    const name = nameOf(language);
    const common = { title: t('chart.tornado.title'), note: '' };
    const options = { language };
    expectSecondaryChart(
      tornado({ ...common, ...issueTornado(mixed, name) }, t, options),
      ids.filter((id) => mixed.issues.find(({ issueId }) => issueId === id)?.rank != null),
    );
    expectSecondaryChart(
      heatStrip({ ...common, rows: heatRows(mixed.issues, name), size: 5 }, t, options),
      ids,
    );
    expectSecondaryChart(groupMedians({ ...common, rows: groupRows(mixed, name), size: 5 }, t, options), ids);
  });
});

describe('all pictures beside the matrix', () => {
  it('are drawn of a round by their ids, each with its title', () => {
    const { assessment, nameOf } = crowd(12);
    const earlier = crowd(12, 5, 12).assessment.issues;
    // The same issues, judged otherwise a year before; one of them was not on the list.
    const issues = assessment.issues.slice(1).map((issue, index) => ({
      ...issue,
      rank: earlier[index]?.rank ?? null,
    }));
    const input = {
      assessment,
      nameOf: nameOf('en'),
      themeName: () => 'Theme',
      note: '',
      rounds: [
        { label: 'FY2023', restated: true, assessment: { issues } },
        { label: 'FY2024', restated: false, assessment },
      ],
      otherScale: [],
    };
    for (const id of SECONDARY_CHART_IDS) {
      const { scene, table } = secondaryChartOf(id, input, en, OPTIONS);
      expectSound(scene);
      expect(scene.title).toBe(en(SECONDARY_CHARTS[id].title));
      expect(table.rows.length, id).toBe(id === 'themes' ? 0 : 12);
    }
  });
});

describe('rank profile', () => {
  const line = (name: string, places: readonly (number | null)[], tied = false): RankLine => ({
    id: name,
    name,
    category: 'employees',
    places: places.map((rank) => (rank === null ? null : { rank, tied })),
  });
  const rounds = ['FY2022', 'FY2023', 'FY2024'].map((label) => ({ label, restated: label === 'FY2022' }));

  it('lets nothing lie upon anything, whoever enters, leaves or shares a place', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.string({ minLength: 1, maxLength: 40 }),
            fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
          ),
          { maxLength: 25, size: 'max' },
        ),
        fc.integer({ min: 1, max: 3 }),
        (entries, columns) => {
          const lines = entries.map(([name, present], index) => ({
            ...line(
              `${index}`,
              present.slice(0, columns).map((on) => (on ? Math.ceil((index + 1) / 2) : null)),
              true,
            ),
            name: `${name} ${index}`,
            category: CATEGORIES[index % 4] ?? null,
          }));
          const { scene } = rankProfile(
            { title: 'T', note: '', rounds: rounds.slice(0, columns), lines },
            en,
            OPTIONS,
          );
          const marks = scene.items.map(({ x, y }) => `${x}/${y}`);
          expect(new Set(marks).size).toBe(marks.length);
          expect(scene.items).toHaveLength(lines.filter(({ places }) => places.some(Boolean)).length);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('says where each one was, which places are shared, and who was not there', () => {
    const lines = [
      line('Fees', [1, 1, 1], true),
      line('Privacy', [1, 1, null], true),
      line('Climate', [null, 3, 2]),
      line('Once', [null, 4, null]),
    ];
    const { scene, table } = rankProfile({ title: 'Places', note: '', rounds, lines }, en, OPTIONS);
    expectSound(scene);
    expect(table.columns).toEqual(['Issue', 'FY2022', 'FY2023', 'FY2024']);
    expect(table.rows.find(({ id }) => id === 'Fees')?.cells).toEqual(['Fees', '1=', '1=', '1=']);
    expect(scene.items.find(({ id }) => id === 'Privacy')?.description).toContain('FY2024: not on the list.');
    const texts = textsIn(shapesOf(scene)).map(({ text }) => text);
    for (const name of ['Fees', 'Privacy', 'Climate', 'Once']) expect(texts).toContain(name);
    expect(texts).toContain('restated');
    expect(texts.filter((text) => /^\d+=$/.test(text))).toHaveLength(5);
  });

  it('does not depend on the order of the lines', () => {
    const lines = [line('A', [1, 2, 2]), line('B', [2, 1, 1]), line('C', [3, 3, null])];
    const draw = (given: readonly RankLine[]) =>
      svgOf(rankProfile({ title: '', note: '', rounds, lines: given }, en, OPTIONS).scene);
    expect(draw([...lines].reverse())).toBe(draw(lines));
  });
});

describe('tornado', () => {
  const panel = makePanel(METHOD_ROUND);
  const assessment = assessRound(panel.state, panel.round.id);
  const codeOf = new Map([...panel.issues].map(([code, { id }]) => [id, code]));
  const nameOf = (id: string) => codeOf.get(id) ?? '';

  it('has the span of places and the one-step moves that METHOD’s robustness tells', () => {
    const { rows, k } = issueTornado(assessment, nameOf);
    expect(k).toBe(assessment.topIssues);
    expect(rows.map(({ name, best, worst }) => [name, best, worst])).toEqual(
      assessment.issues.map(({ issueId, robustness }) => [
        nameOf(issueId),
        robustness?.best,
        robustness?.worst,
      ]),
    );
    // A move is critical for an issue itself when it crosses the line with it; the assessment counts those and the
    // moves that push another across.
    const critical = new Set(
      assessment.oneStep.critical.map(
        ({ issueId, dimension, step }) => `${nameOf(issueId)} ${dimension} ${step}`,
      ),
    );
    const own = rows.flatMap(({ name, steps }) =>
      steps.map(({ dimension, step }) => `${name} ${dimension} ${step}`),
    );
    expect(own.length).toBeGreaterThan(0);
    for (const one of own) expect(critical).toContain(one);
  });

  it('tells of themes by their members', () => {
    const theme = {
      id: newId(),
      code: 'data',
      order: 0,
      name: { en: 'Data' },
      definition: {},
      issueIds: [panel.issues.get('privacy')?.id ?? '', panel.issues.get('youth employment')?.id ?? ''],
    };
    const other = { ...theme, id: newId(), order: 1, issueIds: [panel.issues.get('climate')?.id ?? ''] };
    const third = {
      ...theme,
      id: newId(),
      order: 2,
      issueIds: [panel.issues.get('working environment')?.id ?? ''],
    };
    const themed = assessRound({ ...panel.state, themes: [theme, other, third] }, panel.round.id);
    const input = themeTornado(
      themed,
      (id) => (id === theme.id ? 'Data' : id === other.id ? 'Earth' : 'Work'),
      nameOf,
    );
    expect(input.rows.map(({ name, rank }) => [name, rank])).toEqual([
      ['Earth', 1],
      ['Data', 2],
      ['Work', 3],
    ]);
    // Work comes in where one step makes it severe.
    const work = input.rows.find(({ name }) => name === 'Work');
    expect(work?.steps.every(({ step, member }) => step === 1 && member === 'working environment')).toBe(
      true,
    );
    expectSecondaryChart(
      tornado({ title: 'T', note: '', ...input }, en, OPTIONS),
      input.rows.map(({ id }) => id),
    );
  });
});

describe('heat strip', () => {
  it('writes every median on its shade, so that grey paper tells the same', () => {
    const panel = makePanel({
      fees: [
        [5, 1, 3, 2],
        [5, 4, 3, 2],
      ],
      water: [
        { scores: [2, 2, null, null], nature: 'actual' },
        { scores: [2, 2, null, null], nature: 'actual' },
      ],
    });
    const { issues } = assessRound(panel.state, panel.round.id);
    const names = new Map([...panel.issues].map(([code, { id }]) => [id, code]));
    const { scene, table } = heatStrip(
      { title: '', note: '', rows: heatRows(issues, (id) => names.get(id) ?? ''), size: 5 },
      en,
      OPTIONS,
    );
    const rowOf = (code: string) => table.rows.find(({ cells }) => cells[0] === code)?.cells.slice(3);
    expect(rowOf('fees')).toEqual(['5', '2.5 (divided)', '3', '2']);
    expect(rowOf('water')).toEqual(['2', '2', '–', 'now']);
    const shaded = scene.items.flatMap(({ shapes }) =>
      shapes.filter(({ kind, role }) => kind === 'rect' && role === 'mark').map(({ fill }) => fill),
    );
    expect(shaded).toEqual(['heat5', 'heat3', 'heat3', 'heat2', 'heat2', 'heat2']);
    expect([0, 1, 4.4, 9].map((value) => heatOf(value, 5).fill)).toEqual([
      'heat1',
      'heat1',
      'heat4',
      'heat5',
    ]);
  });
});

describe('groups side by side', () => {
  it('takes the median of each group, and marks where groups are far apart', () => {
    const panel = makePanel({
      fees: [
        [5, 2, 2, 2],
        [4, 2, 2, 2],
        [2, 2, 2, 2],
      ],
    });
    const assessors = panel.round.assessors.map((one, index) => ({
      ...one,
      voice: index === 2 ? ('company' as const) : ('rightsholder' as const),
    }));
    const state = { ...panel.state, rounds: [{ ...panel.round, assessors }] };
    const assessment = assessRound(state, panel.round.id);
    const rows = groupRows(assessment, () => 'fees');
    expect(rows[0]?.figures.scale).toEqual({
      rightsholder: { median: 4.5, n: 2 },
      company: { median: 2, n: 1 },
    });
    const { scene } = groupMedians({ title: '', note: '', rows, size: 5 }, en, OPTIONS);
    const apart = scene.items.flatMap(({ shapes }) => shapes.filter(({ stroke }) => stroke === 'caution'));
    expect(apart).toHaveLength(1);
    expect(scene.items[0]?.description).toContain('Rightsholder 4.5 (n = 2)');
  });
});

describe('board page', () => {
  const words = {
    title: 'Salient issues, FY2024',
    subtitle: 'Closed on 31 March 2025',
    note: 'Ratings are illustrative.',
    footer: ['UNGP 24', 'printed today'],
    changes: null,
    impacts: null,
    measures: null,
    decisionOf: () => 'Monitor closely',
  } as const;

  it.each([
    ['A4', 5, 'en'],
    ['A4', 20, 'ja'],
    ['A4', 60, 'en'],
    ['A4', 60, 'ja'],
    ['A3', 20, 'en'],
    ['A3', 60, 'ja'],
  ] as const)('%s: fits %i issues on its sheet (%s), each in its list', (paper, count, language) => {
    const { assessment, nameOf } = crowd(count, 5);
    const page = boardPage({ assessment, nameOf: nameOf(language) }, words, {
      t: translator(language),
      language,
      paper,
    });
    expect(page).toMatchObject(PAPERS[paper]);
    expectSound(page);
    const numbers = textsIn(page.front).map(({ text }) => text);
    for (const issue of assessment.issues) expect(numbers).toContain(rankLabel(issue));
  });

  it.each([
    ['A4', 'en'],
    ['A3', 'ja'],
  ] as const)('%s: says how what is monitored stands, within its sheet (%s)', (paper, language) => {
    const { assessment, nameOf } = crowd(20, 5);
    const names = Array.from({ length: 12 }, (_one, index) => nameOf(language)(`issue-${index}`));
    const measures = {
      head: 'Measures',
      lines: names.map(
        (name, index) => `${index}: ${name}: not met. ${'Suppliers that committed '.repeat(9)}`,
      ),
      moreOf: (count: number) => `more: ${count}`,
      trends: {
        years: ['FY2022', 'FY2023', 'FY2024'],
        lines: names.map((name, index) => ({
          ...{ id: String(index), name, aside: 'people, the whole group of companies', breaks: [1] },
          pieces: [
            [{ column: 0, value: 8026, text: '8,026 *1' }],
            [{ column: 1, value: 20936, text: '20,936' }],
          ],
          targets: [{ column: 2, value: 22000, text: '22,000' }],
        })),
        words: { target: 'target', broken: 'broken' },
      },
    };
    const page = boardPage(
      { assessment, nameOf: nameOf(language) },
      { ...words, measures },
      { t: translator(language), language, paper },
    );
    expectSound(page);
    const told = textsIn(page.front).map(({ text }) => text);
    const shown = told.filter((text) => /^\d+: /.test(text)).length;
    const more = Number(/more: (\d+)/.exec(told.join('\n'))?.[1] ?? 0);
    expect(shown + more).toBe(12);
    // The strip takes nothing from the list.
    for (const issue of assessment.issues) expect(told).toContain(rankLabel(issue));
    expect(page.description).toContain('broken FY2023 20,936');
  });

  it('counts what it has no room for', () => {
    const { assessment, nameOf } = crowd(150, 3);
    const page = boardPage({ assessment, nameOf: nameOf('en') }, words, { t: en, language: 'en' });
    const told = textsIn(page.front).map(({ text }) => text);
    const more = told.find((text) => text.includes('more issues'));
    const missing = Number(/\d+/.exec(more ?? '')?.[0]);
    expect(missing).toBeGreaterThan(0);
    const shown = new Set(assessment.issues.slice(0, 150 - missing).map(rankLabel));
    const hidden = assessment.issues.slice(150 - missing).map(rankLabel);
    for (const label of shown) expect(told).toContain(label);
    for (const label of hidden.filter((one) => !shown.has(one))) expect(told).not.toContain(label);
  });
});
