import type { ScaleTexts } from '../model/round.ts';

/**
 * What a 1, … a 5 means until a round says otherwise: a round copies these when it is made and may then be given its
 * own. Scale, scope and irremediability follow UNGP 14 (commentary); each level is something that can be observed.
 */
export const DEFAULT_SCALE_TEXTS: ScaleTexts = {
  scale: [
    {
      en: 'A nuisance; no right is impaired.',
      ja: '不便や不快はあるが、権利の侵害には至らない。',
    },
    {
      en: 'A right is limited slightly and for a short time.',
      ja: '権利が軽度に、短期間制約される。',
    },
    {
      en: 'Something basic is lost – pay, schooling, free movement – or an injury that heals.',
      ja: '賃金・教育・移動の自由など生活の基本が現に損なわれる、または回復可能な負傷が生じる。',
    },
    {
      en: 'Grave and lasting harm, or one of the ILO’s fundamental rights at work is denied.',
      ja: '重大かつ長期に及ぶ被害が生じる、またはILOの中核的な労働者の権利が否定される。',
    },
    {
      en: 'Death, slavery, torture, permanent disability, or the worst forms of child labour.',
      ja: '死亡、奴隷状態、拷問、恒久的な障がい、または最悪の形態の児童労働。',
    },
  ],
  scope: [
    {
      en: 'Single people: fewer than 10, or under 5 % of the group (the higher of the two counts, here and below).',
      ja: '個別の事例（10人未満、または集団の5％未満。以下、人数と割合の高い方による）。',
    },
    { en: 'Fewer than 100 people, or 5 to 10 % of the group.', ja: '100人未満、または集団の5～10％。' },
    { en: 'Fewer than 1,000 people, or 10 to 20 % of the group.', ja: '1,000人未満、または集団の10～20％。' },
    { en: 'Fewer than 10,000 people, or 20 to 50 % of the group.', ja: '1万人未満、または集団の20～50％。' },
    {
      en: 'More than that, or the whole of a group that is especially vulnerable.',
      ja: 'それを超える、または特に弱い立場にある集団の全体。',
    },
  ],
  irremediability: [
    {
      en: 'People can be put back where they were within weeks.',
      ja: '数週間以内に元の状態に戻すことができる。',
    },
    { en: 'They can be put back within a year.', ja: '1年以内に元の状態に戻すことができる。' },
    { en: 'Only in part, or it takes one to five years.', ja: '一部しか戻せない、または1～5年を要する。' },
    {
      en: 'They cannot be put back; only money or the like can answer the harm.',
      ja: '元の状態には戻せず、金銭などで償うほかない。',
    },
    {
      en: 'Nothing can restore or make up for what was lost.',
      ja: '失われたものを回復することも償うこともできない。',
    },
  ],
  likelihood: [
    { en: 'Not known in the sector.', ja: '業界での事例が知られていない。' },
    {
      en: 'Known in the sector, though not under conditions like ours.',
      ja: '業界での事例はあるが、自社と同様の状況では知られていない。',
    },
    {
      en: 'Happened in the sector where we operate, within the last three years.',
      ja: '過去3年以内に、自社の事業地域において業界で発生した。',
    },
    {
      en: 'There are signs of it in our own operations or chain.',
      ja: '自社の事業またはサプライチェーンに兆候がある。',
    },
    { en: 'To be expected, or it keeps coming back.', ja: '発生が見込まれる、または繰り返し発生している。' },
  ],
};
