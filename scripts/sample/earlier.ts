import { DEFAULT_SCALE_TEXTS } from '#shared/assessment/scale-texts.ts';
import type { LocalText } from '#shared/model/basics.ts';
import type { Category } from '#shared/model/issue.ts';
import type { ScaleTexts } from '#shared/model/scale.ts';
import { EVALUATION, type SampleDecision, type SampleRating, VISITS } from './assessment.ts';

/**
 * The round of the year before. That impacts were evaluated in fiscal 2019 is published; neither the list of that year
 * nor any figure is, so both are made up, and the round's note says so.
 */
export const EARLIER_NAME = { en: 'Fiscal 2019 (illustrative)', ja: '2018年度人権課題評価（例示）' };
export const EARLIER_NOTE: LocalText = {
  en: 'Illustrative. The company published that it evaluated human-rights impacts in fiscal 2019 together with an audit firm, but neither its list of that year nor any figure. List, wording, ratings and reasons were made up to show how two rounds are compared. No dialogue was held for this round, and nobody who speaks for those affected took part.',
  ja: '例示です。2018年度に監査法人とともに人権影響評価を行ったことは公表されていますが、当時の課題一覧と数値は公表されていません。一覧・名称・評価・理由は、二つの評価の比較を示すためにすべて作成したものです。この評価ではダイアログを実施しておらず、影響を受ける人々の代弁者も加わっていません。',
};

/** Assessors who took part already; the workers’ representative came in the year after. */
export const EARLIER_ASSESSORS = ['A', 'B', 'C', 'D'] as const;

/** On the list only since fiscal 2020. */
export const ADDED_SINCE = ['ge-climate', 'cu-children', 'em-youth'] as const;

/** How an issue was called; its present name is the later wording. */
export const FORMER_NAMES: Readonly<Record<string, LocalText>> = {
  'em-working-environment': { en: 'Workplace environment', ja: '職場環境' },
};

/** On the list of its own then, and part of another issue since. */
export const MERGED_SINCE: {
  readonly code: string;
  readonly category: Category;
  readonly into: string;
  readonly name: LocalText;
  readonly definition: LocalText;
} = {
  code: 'sc-anti-corruption',
  category: 'supply-chain',
  into: 'sc-fair-business',
  name: { en: 'Anti-corruption', ja: '贈収賄の防止' },
  definition: {
    en: 'Bribes in business with authorities and suppliers that take fair treatment and public services from people.',
    ja: '官公庁や取引先との取引における贈収賄により、公正な扱いや公共サービスが損なわれること。',
  },
};

/** The widest level of scope was worded by a number alone. */
export const EARLIER_SCALE_TEXTS: ScaleTexts = {
  ...DEFAULT_SCALE_TEXTS,
  scope: DEFAULT_SCALE_TEXTS.scope.map((text, index) =>
    index === 4 ? { en: '10,000 people or more', ja: '1万人以上' } : text,
  ),
};

/** As `RATINGS` of the later round, by the four assessors of this one. */
export const EARLIER_RATINGS: Readonly<Record<string, SampleRating>> = {
  'ge-remedy': {
    scores: ['2233', '2222', '2233', '3344'],
    connection: 'contribute',
    valueChain: 'own-operations',
    leverage: '4445',
    business: '2223',
    confidence: '2222',
    why: 'Channels exist; whether they are known at suppliers was not asked.',
  },
  'cu-privacy': {
    scores: ['3433', '3332', '4433', '4434'],
    connection: 'contribute',
    valueChain: 'downstream',
    leverage: '4435',
    business: '4445',
    confidence: '2221',
    why: 'Many people’s data are held; joining them with faces is only beginning.',
    sources: [EVALUATION],
  },
  'cu-life-safety': {
    scores: ['5251', '5141', '4251', '5252'],
    connection: 'directly-linked',
    valueChain: 'downstream',
    leverage: '3324',
    business: '4444',
    confidence: '2222',
    why: 'A failure of public infrastructure can kill, though it hardly ever happens.',
  },
  'cu-non-discrimination': {
    scores: ['3323', '2222', '3323', '4434'],
    connection: 'contribute',
    valueChain: 'downstream',
    leverage: '4434',
    business: '3334',
    confidence: '2112',
    why: 'Errors that differ between groups are known from research, not yet from our products.',
  },
  'cu-freedoms': {
    scores: ['3332', '----', '3332', '4433'],
    connection: 'directly-linked',
    valueChain: 'downstream',
    leverage: '3323',
    business: '3323',
    confidence: '1112',
    why: 'End use in public places was not looked into.',
    otherwise: { B: 'Cannot be judged without knowing who uses the systems.' },
  },
  'sc-labour-standards': {
    scores: ['3323', '2322', '3323', '4424'],
    connection: 'contribute',
    valueChain: 'upstream',
    leverage: '3334',
    business: '3333',
    confidence: '2223',
    why: 'Hours and pay at suppliers are asked about; answers are not checked on site yet.',
    sources: [VISITS],
  },
  'sc-forced-labour': {
    scores: ['4242', '4141', '5242', '5353'],
    connection: 'directly-linked',
    valueChain: 'upstream',
    leverage: '3323',
    business: '4444',
    confidence: '1112',
    why: 'Grave wherever it happens; nothing is known beyond the first tier.',
    sources: [EVALUATION],
  },
  'sc-child-labour': {
    scores: ['5252', '5151', '4242', '5252'],
    connection: 'directly-linked',
    valueChain: 'upstream',
    leverage: '2223',
    business: '4434',
    confidence: '1112',
    why: 'Mines and small workshops are out of sight.',
  },
  'sc-conflict-areas': {
    scores: ['5342', '4232', '5342', '5343'],
    connection: 'directly-linked',
    valueChain: 'upstream',
    leverage: '2212',
    business: '3334',
    confidence: '2222',
    why: 'Smelters are surveyed every year; what lies behind them is not.',
  },
  'sc-environment': {
    scores: ['3333', '3233', '2323', '4443'],
    connection: 'contribute',
    valueChain: 'upstream',
    leverage: '3323',
    business: '3332',
    confidence: '2222',
    why: 'Waste water of suppliers may harm neighbours.',
  },
  'sc-fair-business': {
    scores: ['2222', '2212', '2222', '2323'],
    connection: 'cause',
    valueChain: 'upstream',
    leverage: '4454',
    business: '3343',
    confidence: '3322',
    why: 'Lead times and prices are agreed fairly in most cases.',
  },
  'sc-anti-corruption': {
    scores: ['3232', '3221', '3332', '3333'],
    connection: 'contribute',
    valueChain: 'upstream',
    leverage: '4444',
    business: '5545',
    confidence: '3232',
    why: 'Rules and training are in place; business with authorities in many countries remains a risk.',
  },
  'em-working-environment': {
    scores: ['2222', '2112', '2212', '3323'],
    connection: 'cause',
    valueChain: 'own-operations',
    leverage: '5555',
    business: '3334',
    confidence: '2222',
    why: 'Overwork and harassment are known risks; counts of cases were not at hand.',
  },
  'em-health-safety': {
    scores: ['3232', '3131', '3232', '4242'],
    connection: 'cause',
    valueChain: 'own-operations',
    leverage: '5555',
    business: '3323',
    confidence: '3333',
    why: 'Office work for the most part, with a safety management that is kept well.',
    sources: [EVALUATION],
  },
  'em-association': {
    scores: ['2212', '2112', '2212', '3423'],
    connection: 'contribute',
    valueChain: 'own-operations',
    leverage: '3323',
    business: '2222',
    confidence: '2222',
    why: 'Relations with the union are good; other countries were not looked at.',
    otherwise: { D: 'Nobody asked those who work for us abroad whether they can organise at all.' },
  },
  'em-equality': {
    scores: ['3323', '3223', '3323', '3433'],
    connection: 'cause',
    valueChain: 'own-operations',
    leverage: '5555',
    business: '3334',
    confidence: '3332',
    why: 'Hiring is fair; promotion is uneven.',
  },
  'em-privacy': {
    scores: ['2322', '2212', '2322', '2322'],
    connection: 'cause',
    valueChain: 'own-operations',
    leverage: '5555',
    business: '3343',
    confidence: '3333',
    why: 'Data of employees are governed well.',
  },
};

export const EARLIER_DECISIONS: readonly SampleDecision[] = [
  {
    subject: { kind: 'issue', code: 'sc-child-labour' },
    level: 'monitor-closely',
    why: 'Illustrative: as suggested; asked about at every visit to a supplier.',
    owner: 'Purchasing Division',
    indicators: [],
    reviewDate: '2020-03',
  },
  {
    subject: { kind: 'issue', code: 'cu-life-safety' },
    level: 'monitor',
    why: 'Illustrative: below the suggestion. Product safety is reviewed for each delivery, and nothing was found.',
    owner: 'Quality',
    indicators: [],
    reviewDate: '2020-03',
  },
  {
    subject: { kind: 'issue', code: 'sc-labour-standards' },
    level: 'monitor',
    why: 'Illustrative: above the suggestion. Buyers begin to keep visit records; the year shows what they find.',
    owner: 'Purchasing Division',
    indicators: [],
    reviewDate: '2020-03',
  },
  {
    subject: { kind: 'issue', code: 'sc-forced-labour' },
    level: 'watch',
    why: 'Illustrative: below the suggestion. Too little is known beyond the first tier to set a measure; risk data come first.',
    dissent:
      'Illustrative: the outside adviser held that what is not known is a reason to look, not to wait.',
    owner: 'Purchasing Division',
    indicators: [],
    reviewDate: '2019-12',
  },
  {
    subject: { kind: 'issue', code: 'cu-privacy' },
    level: 'monitor',
    why: 'Illustrative: principles on AI and human rights are being prepared; training follows.',
    owner: 'Sustainability Promotion Office',
    indicators: ['ai-training'],
    reviewDate: '2020-03',
  },
];
