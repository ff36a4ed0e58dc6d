import type { LocalText } from '#shared/model/basics.ts';
import type { DecisionLevel } from '#shared/model/decision.ts';
import type { Rating } from '#shared/model/rating.ts';
import type { Assessor } from '#shared/model/round.ts';

/** Nobody real rated: the assessors are offices, and their numbers are illustrative (said in the round's note). */
export const ASSESSORS: readonly (Omit<Assessor, 'id' | 'personId'> & {
  readonly key: string;
})[] = [
  { key: 'A', name: 'A · Sustainability office', voice: 'company', conflict: '', withdrawn: false },
  {
    key: 'B',
    name: 'B · Business division',
    voice: 'company',
    conflict: 'Answers for sales of the products that four of the issues come from.',
    withdrawn: false,
  },
  { key: 'C', name: 'C · Legal and compliance', voice: 'company', conflict: '', withdrawn: false },
  { key: 'D', name: 'D · Outside adviser', voice: 'expert', conflict: '', withdrawn: false },
  { key: 'E', name: 'E · Workers’ representative', voice: 'representative', conflict: '', withdrawn: false },
];

export interface SampleRating {
  /**
   * One word an assessor, in the order of ASSESSORS: scale, scope, irremediability, likelihood.
   * `x` for likelihood = actual; `-` = can't judge; `.` = not rated yet.
   */
  readonly scores: readonly string[];
  /** What assessors had given before the ratings were discussed, where they thought again. */
  readonly before?: Readonly<Record<string, string>>;
  readonly connection: NonNullable<Rating['connection']>;
  readonly valueChain: NonNullable<Rating['valueChain']>;
  /** One word each: leverage, effect on the business, confidence (1–3), by assessor. */
  readonly leverage: string;
  readonly business: string;
  readonly confidence: string;
  /** Assessors who hold that delay would make it irremediable (UNGP 24). */
  readonly delay?: string;
  readonly why: string;
  /** Where an assessor gives another reason. */
  readonly otherwise?: Readonly<Record<string, string>>;
  readonly sources?: readonly string[];
}

const HOTLINE = 'Human Rights Hotline, fiscal 2020: 42 inquiries and consultations';
const BSR = 'BSR, human-rights risk data';
export const VISITS = 'Supplier Visit Record';
/** Cited in both rounds where nothing new was found. */
export const EVALUATION = 'Impact evaluation of fiscal 2019 (figures not published)';

export const RATINGS: Readonly<Record<string, SampleRating>> = {
  'ge-remedy': {
    scores: ['3333', '3323', '2233', '4343', '3334'],
    connection: 'contribute',
    valueChain: 'own-operations',
    leverage: '44454',
    business: '22232',
    confidence: '32322',
    delay: 'DE',
    why: 'Channels exist for each group, but workers far down the chain are unlikely to know of them.',
    otherwise: {
      D: 'A channel that nobody trusts leaves harm as it is; early complaints decide what can be repaired.',
    },
  },
  'ge-climate': {
    scores: ['454x', '344x', '455x', '554x', '454x'],
    connection: 'contribute',
    valueChain: 'own-operations',
    leverage: '22122',
    business: '44344',
    confidence: '33233',
    delay: 'ACDE',
    why: 'It is happening, it reaches very many people, and what is lost does not come back.',
  },
  'cu-privacy': {
    scores: ['4434', '3333', '4524', '4435', '5434'],
    connection: 'contribute',
    valueChain: 'downstream',
    leverage: '44354',
    business: '55455',
    confidence: '33322',
    why: 'Biometric data of very many people, joined and kept, can be turned against them for good.',
    otherwise: {
      B: 'Contracts and privacy by design limit what customers can do with the data; still, many are concerned.',
    },
    sources: [EVALUATION, 'Digital Trust Advisory Council, meetings of fiscal 2020'],
  },
  'cu-life-safety': {
    scores: ['5251', '5142', '4251', '5352', '5251'],
    connection: 'directly-linked',
    valueChain: 'downstream',
    leverage: '33243',
    business: '44444',
    confidence: '22221',
    why: 'Rare, but a failure of public infrastructure or use in conflict can kill.',
  },
  'cu-non-discrimination': {
    scores: ['4434', '33-3', '3424', '4444', '4534'],
    connection: 'contribute',
    valueChain: 'downstream',
    leverage: '44344',
    business: '44344',
    confidence: '32232',
    why: 'Recognition that errs more often for some groups shuts them out again and again.',
    sources: ['NEC Group AI and Human Rights Principles, April 2019'],
  },
  'cu-freedoms': {
    scores: ['4343', '----', '3432', '4434', '3444'],
    connection: 'directly-linked',
    valueChain: 'downstream',
    leverage: '33232',
    business: '33243',
    confidence: '21232',
    delay: 'D',
    why: 'Where authorities use recognition in public places, people may stay away from gatherings.',
    otherwise: { B: 'The business does not know enough about end use in each country to judge.' },
  },
  'cu-children': {
    scores: ['3232', '3132', '3222', '4352', '4243'],
    connection: 'directly-linked',
    valueChain: 'downstream',
    leverage: '33333',
    business: '32232',
    confidence: '22221',
    why: 'Few products are meant for children, but data taken in childhood follows them for life.',
    otherwise: { D: 'Faces and school records cannot be taken back; children cannot agree for themselves.' },
  },
  'sc-labour-standards': {
    scores: ['3424', '2323', '3424', '4435', '4435'],
    connection: 'contribute',
    valueChain: 'upstream',
    leverage: '33344',
    business: '33332',
    confidence: '32333',
    why: 'Long hours and low pay touch very many workers at suppliers; crowdworkers have little protection.',
    otherwise: {
      B: 'Main suppliers answer the questionnaires well; further down the chain little is known.',
    },
    sources: [VISITS],
  },
  'sc-forced-labour': {
    scores: ['5352', '4241', '5353', '5453', '5454'],
    before: { A: '5242' },
    connection: 'directly-linked',
    valueChain: 'upstream',
    leverage: '33233',
    business: '44444',
    confidence: '22132',
    delay: 'E',
    why: 'Years of a life in bondage cannot be given back; migrant workers in electronics are at risk.',
    otherwise: {
      B: 'No report reached us in fiscal 2020; grave if it happens.',
      E: 'No report is no proof: those affected do not reach a hotline in another country.',
    },
    sources: [BSR, 'Reports of forced labour or trafficking in fiscal 2020: 0'],
  },
  'sc-child-labour': {
    scores: ['5252', '5151', '4242', '5352', '5353'],
    connection: 'directly-linked',
    valueChain: 'upstream',
    leverage: '22232',
    business: '44343',
    confidence: '22122',
    delay: 'ADE',
    why: 'A childhood without schooling is not made good; mines and small workshops are far from view.',
    sources: [BSR],
  },
  'sc-conflict-areas': {
    scores: ['5342', '4232', '5342', '5453', '5343'],
    connection: 'directly-linked',
    valueChain: 'upstream',
    leverage: '22122',
    business: '33343',
    confidence: '32332',
    why: 'Minerals in electronics may pay for armed groups; smelters are surveyed, mines are not.',
    sources: ['Reports on conflict minerals in fiscal 2020: 0'],
  },
  'sc-environment': {
    scores: ['3333', '3233', '2323', '4443', '3333'],
    connection: 'contribute',
    valueChain: 'upstream',
    leverage: '33233',
    business: '33323',
    confidence: '22222',
    why: 'Chemicals and waste water at suppliers can harm neighbours; the questionnaires ask about both.',
    otherwise: { D: 'Water and soil that communities live on stay spoilt for years.' },
  },
  'sc-fair-business': {
    scores: ['2323', '2213', '3333', '2323', '3333'],
    connection: 'cause',
    valueChain: 'upstream',
    leverage: '44544',
    business: '44534',
    confidence: '33322',
    why: 'Prices and lead times that we set come down on suppliers’ workers.',
  },
  'em-working-environment': {
    scores: ['322x', '2112', '322x', '333x', '442x'],
    before: { A: '2222', C: '2222' },
    connection: 'cause',
    valueChain: 'own-operations',
    leverage: '55555',
    business: '33343',
    confidence: '33322',
    why: 'Harassment was reported to the hotline in fiscal 2020, so it is actual and not potential.',
    otherwise: {
      B: 'Single cases, dealt with when they came up.',
      E: 'Those who call are the few who dare; the harm goes wider than fourteen cases.',
    },
    sources: [HOTLINE, 'Of these, harassment: 12 by abuse of power, 2 sexual'],
  },
  'em-health-safety': {
    scores: ['3232', '3131', '3232', '4242', '3332'],
    connection: 'cause',
    valueChain: 'own-operations',
    leverage: '55555',
    business: '33233',
    confidence: '33332',
    why: 'Mostly office work with well-kept safety management; strain of mind is the greater risk.',
    otherwise: { D: 'Work on customers’ sites and overload can do lasting harm.' },
    sources: [EVALUATION],
  },
  'em-association': {
    scores: ['3323', '2112', '3323', '4434', '5545'],
    before: { C: '2213' },
    connection: 'contribute',
    valueChain: 'own-operations',
    leverage: '33233',
    business: '22222',
    confidence: '22223',
    why: 'Employees are organised; in some countries of the group and for the self-employed the right is thin.',
    otherwise: {
      B: 'Relations with the union are good.',
      E: 'For crowdworkers there is nobody to speak for them at all: a core right is missing.',
      D: 'Experts named the missing representation of crowdworkers themselves.',
    },
  },
  'em-equality': {
    scores: ['3323', '3223', '3323', '3433', '4424'],
    connection: 'cause',
    valueChain: 'own-operations',
    leverage: '55555',
    business: '33343',
    confidence: '33322',
    why: 'Fair hiring and inclusion are trained for; gaps in promotion remain.',
    otherwise: { E: 'Unequal careers last a working life and concern half of the staff.' },
    sources: ['Training for recruitment interviewers, fiscal 2020: 560 people attended'],
  },
  'em-privacy': {
    scores: ['2322', '2212', '3323', '2322', '3332'],
    connection: 'cause',
    valueChain: 'own-operations',
    leverage: '55555',
    business: '33433',
    confidence: '33332',
    why: 'Data of employees is well governed; monitoring of work by software grows.',
  },
  'em-youth': {
    scores: ['2123', '1112', '2122', '2221', '....'],
    connection: 'contribute',
    valueChain: 'own-operations',
    leverage: '44444',
    business: '22222',
    confidence: '22222',
    why: 'Young people are hired and trained regularly; little sign of harm.',
  },
};

export interface SampleDecision {
  readonly subject: { readonly kind: 'issue' | 'theme'; readonly code: string };
  readonly level: DecisionLevel;
  readonly why: string;
  /** What those of another mind said. */
  readonly dissent?: string;
  /** What is done about it, and by when: from the published pages alone. */
  readonly measure?: LocalText;
  readonly due?: string;
  readonly owner: string;
  readonly indicators: readonly string[];
  readonly reviewDate: string | null;
}

/** The two themes are what the company published; the rest shows how a decision is written, and says so. */
export const DECISIONS: readonly SampleDecision[] = [
  {
    subject: { kind: 'theme', code: 'ai-human-rights' },
    level: 'monitor-closely',
    why: 'Named by the company for careful monitoring in fiscal 2021, after its fiscal-2020 list was discussed with outside stakeholders, officers and managers. One system can touch privacy, equal treatment and freedom at once.',
    measure: {
      en: 'The principles on AI and human rights of April 2019 guide officers and employees through every stage of the business; the online training of fiscal 2020 was about AI and biometrics.',
      ja: '2019年4月公表の「AIと人権」に関するポリシーを事業の各段階で役員・従業員の指針とし、2019年度のオンライン研修ではAI・生体認証を取り上げた。',
    },
    owner: 'Sustainability Promotion Office',
    indicators: ['ai-training'],
    reviewDate: '2021-03',
  },
  {
    subject: { kind: 'theme', code: 'supply-chain-labour' },
    level: 'monitor-closely',
    why: 'Named by the company for careful monitoring in fiscal 2021. The experts of February 2020 urged it to begin with the gravity of harm, to hear workers, and to look at crowdworkers beyond the law.',
    measure: {
      en: 'A declaration on the renewed supplier guidelines, planned for fiscal 2021: asked first of all suppliers in Japan, then abroad. Buyers record what they see of labour conditions on visits, on trial in China.',
      ja: '改訂した調達ガイドラインに基づく宣言を2020年度に予定（国内の全サプライヤーから始め、海外へ広げる）。バイヤーが訪問時に労働環境などを確認して記録（中国で試行中）。',
    },
    due: '2021-03',
    owner: 'Purchasing Division',
    indicators: ['supplier-declaration'],
    reviewDate: '2021-03',
  },
  {
    subject: { kind: 'issue', code: 'ge-climate' },
    level: 'monitor',
    why: 'Illustrative: severe for very many people; followed within environmental management, its effect on people reported here.',
    owner: 'Environment',
    indicators: [],
    reviewDate: '2021-03',
  },
  {
    subject: { kind: 'issue', code: 'cu-life-safety' },
    level: 'monitor',
    why: 'Illustrative: rare, but a failure can kill; severity decides, not likelihood.',
    owner: 'Quality',
    indicators: [],
    reviewDate: '2021-03',
  },
  {
    subject: { kind: 'issue', code: 'em-association' },
    level: 'monitor',
    why: 'Illustrative: above the suggestion. The assessors are divided, and two experts spoke of people whom nobody represents.',
    owner: 'Human Resources',
    indicators: [],
    reviewDate: '2020-09',
  },
  {
    subject: { kind: 'issue', code: 'em-working-environment' },
    level: 'monitor',
    why: 'Illustrative: above the suggestion. Harassment is actual, and the hotline gives figures every year.',
    measure: {
      en: 'A hotline for employees in business sites and units; training for new department managers on how to deal with harassment.',
      ja: '各拠点・事業部門に従業員向けホットラインを設置。新任部門長にハラスメント対応の研修を実施。',
    },
    owner: 'Human Resources',
    indicators: ['hotline'],
    reviewDate: '2021-03',
  },
  {
    subject: { kind: 'issue', code: 'ge-remedy' },
    level: 'watch',
    why: 'Illustrative: channels are open to every group; whether they are known far down the chain is asked again next year.',
    dissent:
      'Illustrative: the outside adviser would have monitored it, since every other remedy rests on a channel that people trust.',
    owner: 'Sustainability Promotion Office',
    indicators: ['hotline'],
    reviewDate: '2021-03',
  },
  {
    subject: { kind: 'issue', code: 'em-youth' },
    level: 'none',
    why: 'Illustrative: little sign of harm; stays on the list.',
    owner: '',
    indicators: [],
    reviewDate: null,
  },
];
