import { describe, expect, it } from 'vitest';
import { assessRound } from '#shared/assessment/assess-round.ts';
import { defaultScaleTexts } from '#shared/assessment/scale-texts.ts';
import { LEGACY_IDS, LENS_IDS, lensOf } from '#shared/chart/lens.ts';
import { matrixPicture } from '#shared/chart/matrix.ts';
import { matrixOfRound } from '#shared/chart/matrix-of-round.ts';
import { heatOf } from '#shared/chart/palette.ts';
import { SECONDARY_CHART_IDS, secondaryChartOf } from '#shared/chart/secondary-charts.ts';
import { stepFrom, tryPosition } from '#shared/chart/try-position.ts';
import { translator } from '#shared/i18n/index.ts';
import { defaultThresholds } from '#shared/model/round.ts';
import { SCALE_SIZES, type ScaleSize } from '#shared/model/scale.ts';
import { makePanel } from '../assessment/panel.ts';
import { expectSound, textsIn } from './pictures.ts';

const en = translator('en');
const onScale = (size: ScaleSize) =>
  makePanel(
    {
      fees: [
        [4, 2, 3, 4],
        [4, 1, 3, 2],
      ],
      hours: [
        [1, 1, 2, 1],
        [2, 1, 1, 1],
      ],
      water: [{ scores: [2, 2, 2], nature: 'actual', businessEffect: 2 }, [3, 2, 2, 3]],
    },
    { scaleTexts: defaultScaleTexts(size), thresholds: defaultThresholds(size) },
  );
const pictureOf = (size: ScaleSize) => {
  const { state, round } = onScale(size);
  const assessment = assessRound(state, round.id);
  const input = { assessment, nameOf: (id: string) => id.slice(-4), title: 'Round', note: '' };
  return { assessment, input };
};

describe.each(SCALE_SIZES)('pictures of a round on a scale of %i', (size) => {
  const { assessment, input } = pictureOf(size);
  const other = SCALE_SIZES.filter((one) => one > size).map(String);

  it.each([...LENS_IDS, ...LEGACY_IDS])('%s has the axes of its scale, whole and no longer', (id) => {
    const { scene } = matrixPicture(input, { t: en, language: 'en', lens: id });
    expectSound(scene);
    const axis = textsIn(scene.backdrop)
      .filter(({ role }) => role === 'axis')
      .map(({ text }) => text);
    const lens = lensOf(id, size);
    for (const tick of lens.up.ticks) expect(axis).toContain(lens.up.tickText(tick));
    for (const tick of lens.ticks) expect(axis).toContain(lens.tickText(tick));
    for (const text of other) expect(axis).not.toContain(text);
    if (id !== 'opinion') expect(lens.up.ticks.at(-1)).toBe(size);
  });

  it.each(SECONDARY_CHART_IDS)('%s speaks of its scale alone', (id) => {
    const { scene } = secondaryChartOf(
      id,
      {
        ...input,
        themeName: () => '',
        rounds: [{ label: 'FY', restated: false, assessment }],
        otherScale: [],
      },
      en,
      { language: 'en', width: 900, heading: true },
    );
    expectSound(scene);
    if (id === 'groups')
      for (const text of other)
        expect(
          textsIn(scene.backdrop)
            .filter(({ role }) => role === 'axis')
            .map((one) => one.text),
        ).not.toContain(text);
    if (id === 'heat') expect(JSON.stringify(scene.front)).toContain(`1 to ${size}`);
  });

  it('are explored to its ends and no further', () => {
    const lens = lensOf('salience', size);
    const [issue] = assessment.issues;
    if (!issue) throw new Error('nothing is rated');
    expect(tryPosition(issue, lens, { severity: 9, across: 9 })?.position).toEqual({
      severity: size,
      across: size,
    });
    expect(stepFrom({ severity: size, across: size }, lens, 0, 1).severity).toBe(size);
    expect(stepFrom({ severity: size, across: 'after' }, lens, -1, 0).across).toBe(size);
    const { positionAt, scene } = matrixPicture(input, { t: en, language: 'en' });
    expect(positionAt({ x: scene.width / 2, y: -100 }).severity).toBe(size);
  });

  it('give the gravest the strongest shade', () => {
    expect(heatOf(size, size).fill).toBe('heat5');
    expect(heatOf(1, size).fill).toBe(size === 4 ? 'heat2' : 'heat1');
  });
});

it('the matrix of what changed draws no arrow between two scales, and says why', () => {
  const { state, round } = onScale(5);
  const earlier = {
    ...round,
    id: '00000000-0000-7000-8000-000000000001',
    fiscalYear: 2023,
    scaleTexts: defaultScaleTexts(4),
    thresholds: defaultThresholds(4),
  };
  const ratings = state.ratings.map((one, index) => ({
    ...one,
    id: `00000000-0000-7000-8000-00000000001${index}`,
    roundId: earlier.id,
    scale: 1 as const,
  }));
  const both = { ...state, ratings: [...state.ratings, ...ratings] };
  const drawn = (rounds: typeof state.rounds) => {
    const scene = matrixOfRound({ ...both, rounds }, round.id, 'en', { lens: 'change' });
    const shapes = [...scene.backdrop, ...scene.items.flatMap((one) => one.shapes), ...scene.front];
    return {
      arrows: shapes.filter(({ role }) => role === 'arrow').length,
      says: textsIn(shapes)
        .map(({ text }) => text)
        .join(' '),
    };
  };
  expect(drawn([round, { ...earlier, scaleTexts: round.scaleTexts }]).arrows).toBeGreaterThan(0);
  const two = drawn([round, earlier]);
  expect(two.arrows).toBe(0);
  expect(two.says).toContain('was rated on scales of 4 points');
});

it('a profile of ranks names the rounds that it leaves out', () => {
  const { assessment, input } = pictureOf(5);
  const { scene } = secondaryChartOf(
    'profile',
    {
      ...input,
      themeName: () => '',
      rounds: [{ label: 'FY2024', restated: false, assessment }],
      otherScale: ['FY2022', 'FY2023'],
    },
    en,
    { language: 'en', width: 900, heading: true },
  );
  expect(
    textsIn(scene.backdrop)
      .map(({ text }) => text)
      .join(' '),
  ).toContain('Not shown: FY2022, FY2023.');
});
