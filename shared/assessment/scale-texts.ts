import type { LocalText } from '../model/basics.ts';
import type { Round } from '../model/round.ts';
import { type ScaleSize, type ScaleTexts, scaleSize } from '../model/scale.ts';

const texts = (...levels: readonly (readonly [en: string, ja: string])[]): LocalText[] =>
  levels.map(([en, ja]) => ({ en, ja }));

/**
 * What a 1, … a 5 means, as a round begins with it; people edit it for each round. Gravity, breadth and irremediable
 * character are those of UNGP 14 and its commentary; likelihood is asked of potential impacts alone.
 */
export const DEFAULT_SCALE_TEXTS = {
  scale: texts(
    ['An annoyance; no right is impaired', '不便にとどまり、権利は損なわれない'],
    ['A right is limited slightly and for a short time', '権利が軽度かつ一時的に制約される'],
    [
      'A basic need or freedom is really lost for a while (pay, schooling, movement), or an injury that heals',
      '賃金・教育・移動など、基本的な必要や自由が一定期間失われる、または治癒可能な傷病',
    ],
    [
      'Serious harm that lasts, or a fundamental right at work is denied',
      '深刻で長期に及ぶ被害、または労働における基本的権利の否定',
    ],
    [
      'Death, slavery, torture, lasting disability, or the worst forms of child labour',
      '死亡、奴隷状態、拷問、恒久的な障がい、最悪の形態の児童労働',
    ],
  ),
  scope: texts(
    ['Fewer than 10 people, or under 5 % of the group', '10人未満、または対象集団の5％未満'],
    ['Fewer than 100 people, or 5–10 % of the group', '100人未満、または対象集団の5～10％'],
    ['Fewer than 1,000 people, or 10–20 % of the group', '1,000人未満、または対象集団の10～20％'],
    ['Fewer than 10,000 people, or 20–50 % of the group', '1万人未満、または対象集団の20～50％'],
    [
      '10,000 people or more, over half of the group, or the whole of a vulnerable group',
      '1万人以上、対象集団の過半、または脆弱な立場の集団全体',
    ],
  ),
  irremediability: texts(
    ['Can be put right within weeks', '数週間で元の状態に戻せる'],
    ['Can be put right within a year', '1年以内に元の状態に戻せる'],
    ['Can be put right in part, or in one to five years', '一部のみ、または1～5年かけて回復できる'],
    ['Can be answered with money alone', '金銭による補償しかできない'],
    ['Cannot be put right', '元の状態に戻せない'],
  ),
  likelihood: texts(
    ['Not known in the sector', '業界で事例が知られていない'],
    [
      'Known in the sector, but not where and how we work',
      '業界では知られているが、当社の事業地域・事業形態では知られていない',
    ],
    [
      'Happened in the sector where we operate in the last three years',
      '過去3年間に、当社の事業地域の同業他社で発生した',
    ],
    ['There are signs of it in our own chain', '当社のバリューチェーンに兆候がある'],
    ['Expected, or known to recur', '発生が見込まれる、または繰り返し起きている'],
  ),
} satisfies ScaleTexts;

/** Levels that scales of every size have, from the highest down. */
const UPPER = 3;

/** The two lowest levels of five in one: no tier, no suggestion and no reason asks which of them it is. */
const LOWEST_OF_FOUR: Readonly<Record<keyof ScaleTexts, LocalText[]>> = {
  scale: texts([
    'An annoyance, or a right limited slightly and for a short time',
    '不便にとどまる、または権利が軽度かつ一時的に制約される',
  ]),
  scope: texts(['Fewer than 100 people, or under 10 % of the group', '100人未満、または対象集団の10％未満']),
  irremediability: texts(['Can be put right within a year', '1年以内に元の状態に戻せる']),
  likelihood: texts([
    'Not known in the sector, or not where and how we work',
    '業界で事例が知られていない、または当社の事業地域・事業形態では知られていない',
  ]),
};

const ofFour = (dimension: keyof ScaleTexts) => [
  ...LOWEST_OF_FOUR[dimension],
  ...DEFAULT_SCALE_TEXTS[dimension].slice(-UPPER),
];

/** What of a round depends on how many points its scales have. */
export type ScaleSetUp = Pick<Round, 'scaleTexts' | 'thresholds'>;

/**
 * Levels and lines on a scale of another size: the three upper levels keep their words, the ones below get the usual, and
 * lines stay with the words at which they were drawn.
 */
export function rescaled({ scaleTexts, thresholds }: ScaleSetUp, size: ScaleSize): ScaleSetUp {
  const was = scaleSize({ scaleTexts });
  if (was === size) return { scaleTexts, thresholds };
  const usual = defaultScaleTexts(size);
  const levels = (dimension: keyof ScaleTexts) => [
    ...usual[dimension].slice(0, -UPPER),
    ...scaleTexts[dimension].slice(-UPPER),
  ];
  const line = (value: number) => Math.min(size, Math.max(1, value + size - was));
  const { severe, likely, floor } = thresholds;
  return {
    scaleTexts: {
      scale: levels('scale'),
      scope: levels('scope'),
      irremediability: levels('irremediability'),
      likelihood: levels('likelihood'),
    },
    thresholds: { ...thresholds, severe: line(severe), likely: line(likely), floor: line(floor) },
  };
}

/** What the levels of a scale mean, as a round begins with it. Those of four are worded like the upper ones of five. */
export function defaultScaleTexts(size: ScaleSize): ScaleTexts {
  if (size === 5) return DEFAULT_SCALE_TEXTS;
  return {
    scale: ofFour('scale'),
    scope: ofFour('scope'),
    irremediability: ofFour('irremediability'),
    likelihood: ofFour('likelihood'),
  };
}
