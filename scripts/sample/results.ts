import type { Arrangement } from '#shared/model/arrangement.ts';
import type { LocalText } from '#shared/model/basics.ts';
import type { Break, Figure } from '#shared/model/figure.ts';
import type { Indicator } from '#shared/model/indicator.ts';
import type { Organisation } from '#shared/model/organisation.ts';
import type { Source } from '#shared/model/source.ts';
import type { WordRange } from './marks.ts';

/** Fiscal years are named by the calendar year in which they begin: what the company calls FY2020 is 2019. */
const FY2018 = 2017;
const FY2019 = 2018;
const FY2020 = 2019;
const FY2021 = 2020;

const PAGE: LocalText = {
  en: 'Source: NEC’s sustainability pages on fiscal 2020.',
  ja: '出典：NEC サステナビリティ関連ページ（2019年度の活動）。',
};
const from = (en: string, ja: string): LocalText => ({ en: `${en} ${PAGE.en}`, ja: `${ja}${PAGE.ja}` });

type Keyed = { readonly key: string };

/** Whose the figures are; `partOf` by key. */
export const ORGANISATIONS: readonly (Pick<Organisation, 'name' | 'aliases' | 'kind'> &
  Keyed & { readonly partOf: readonly string[] })[] = [
  {
    key: 'group',
    name: { en: 'NEC Group', ja: 'NECグループ' },
    aliases: [],
    kind: 'own-set',
    partOf: [],
  },
  {
    key: 'nec-japan',
    name: { en: 'NEC Corporation and its affiliates in Japan', ja: 'NECおよび国内関係会社' },
    aliases: [],
    kind: 'own-set',
    partOf: ['group'],
  },
  {
    key: 'nec',
    name: { en: 'NEC Corporation', ja: '日本電気株式会社（NEC）' },
    aliases: ['NEC'],
    kind: 'own',
    partOf: ['nec-japan', 'group'],
  },
  {
    key: 'emea',
    name: {
      en: 'NEC Europe and subsidiaries in EMEA',
      ja: 'NECヨーロッパおよび欧州・中東・アフリカの子会社',
    },
    aliases: ['NEC Europe'],
    kind: 'own-set',
    partOf: ['group'],
  },
];

/** `publisher` by key. */
export const SOURCES: readonly (Pick<Source, 'title' | 'kind' | 'published'> &
  Keyed & { readonly publisher: string })[] = [
  {
    key: 'page',
    title: {
      en: 'NEC: Respecting Human Rights (sustainability pages, fiscal 2020)',
      ja: 'NEC：人権の尊重（サステナビリティ関連ページ、2019年度の活動）',
    },
    publisher: 'nec',
    kind: 'own-report',
    published: '2020',
  },
];

export type SampleArrangement = Pick<Arrangement, 'name' | 'kind' | 'remit'> &
  Keyed & { readonly of: string; readonly issues: readonly string[] };

export const ARRANGEMENTS: readonly SampleArrangement[] = [
  {
    key: 'online-training',
    of: 'nec',
    name: { en: 'Online training on human rights', ja: '人権啓発オンライン研修' },
    kind: 'training',
    issues: ['cu-privacy', 'cu-non-discrimination', 'em-working-environment'],
    remit: from(
      'NEC Corporation. In fiscal 2020 its subject was human rights in the business of AI and biometrics; in fiscal 2018 it was held for managers.',
      'NEC単体。2019年度のテーマはAI・生体認証事業における人権。2017年度は管理職対象。',
    ),
  },
  {
    key: 'group-training',
    of: 'nec',
    name: { en: 'Group training on human rights', ja: '人権啓発集合研修' },
    kind: 'training',
    issues: ['em-equality', 'em-working-environment'],
    remit: from(
      'NEC Corporation, by level and position; in fiscal 2020 on diversity.',
      'NEC単体、階層・職位別。2019年度のテーマはダイバーシティ。',
    ),
  },
  {
    key: 'interviewer-training',
    of: 'nec',
    name: { en: 'Training for recruitment interviewers', ja: '採用面接官研修' },
    kind: 'training',
    issues: ['em-equality', 'em-youth'],
    remit: from('Fair hiring and equal opportunity.', '公正な採用選考と機会均等。'),
  },
  {
    key: 'officer-training',
    of: 'nec-japan',
    name: { en: 'Training for newly appointed officers', ja: '新任役員研修' },
    kind: 'training',
    issues: [],
    remit: from(
      'Human rights in business, for officers of NEC Corporation and its affiliates in Japan.',
      'ビジネスと人権。NECおよび国内関係会社の新任役員が対象。',
    ),
  },
  {
    key: 'supplier-visits',
    of: 'nec',
    name: { en: 'Supplier Visit Record', ja: 'サプライヤー訪問記録（SVR）' },
    kind: 'supplier-programme',
    issues: ['sc-labour-standards', 'sc-forced-labour', 'sc-child-labour'],
    remit: from(
      'Since fiscal 2019 buyers check points of sustainable procurement, human rights among them, when they visit suppliers.',
      '2018年度から、バイヤーがサプライヤー訪問時に人権を含むサステナブル調達の項目を確認。',
    ),
  },
  {
    key: 'guidelines',
    of: 'nec',
    name: {
      en: 'Guidelines for Responsible Business Conduct in Supply Chains, renewed',
      ja: 'サプライチェーンにおける責任ある企業行動ガイドラインの改訂',
    },
    kind: 'policy',
    issues: [
      'sc-labour-standards',
      'sc-forced-labour',
      'sc-child-labour',
      'sc-environment',
      'sc-fair-business',
    ],
    remit: from(
      'Renewed in fiscal 2020; a declaration of business partners after it is planned for fiscal 2021.',
      '2019年度に改訂。これに基づく取引先の宣言を2020年度に予定。',
    ),
  },
  {
    key: 'modern-slavery-statement',
    of: 'nec',
    name: { en: 'Statement under the UK Modern Slavery Act', ja: '英国現代奴隷法に基づく声明' },
    kind: 'statement',
    issues: ['sc-forced-labour'],
    remit: from(
      'Published by NEC Corporation and NEC Europe since 2018 with the approval of their boards.',
      'NECおよびNECヨーロッパが2018年から取締役会の承認を得て公表。',
    ),
  },
  {
    key: 'ai-principles',
    of: 'group',
    name: { en: 'NEC Group AI and Human Rights Principles', ja: 'NECグループ AIと人権に関するポリシー' },
    kind: 'policy',
    issues: ['cu-privacy', 'cu-non-discrimination', 'cu-freedoms'],
    remit: from(
      'Announced in April 2019; a Digital Trust Advisory Council of outside experts meets on it.',
      '2019年4月公表。社外専門家によるデジタルトラスト諮問会議を開催。',
    ),
  },
  {
    key: 'bsr',
    of: 'nec',
    name: { en: 'Membership of BSR', ja: 'BSRへの加盟' },
    kind: 'membership',
    issues: [],
    remit: from(
      'Since fiscal 2020; also a due diligence working group of the UN Global Compact Network Japan.',
      '2019年度に加盟。グローバル・コンパクト・ネットワーク・ジャパンのヒューマンライツデューデリジェンス分科会にも参加。',
    ),
  },
  {
    key: 'hotline',
    of: 'nec',
    name: { en: 'Human Rights Hotline', ja: '人権ホットライン' },
    kind: 'channel',
    issues: ['em-working-environment', 'ge-remedy'],
    remit: from(
      'For employees in Japan, temporary workers included, by telephone or e-mail, in business sites and units.',
      '国内の従業員（派遣社員を含む）向け。拠点・事業部門ごとに電話・メールで受け付ける。',
    ),
  },
  {
    key: 'emea-mechanism',
    of: 'emea',
    name: {
      en: 'Grievance mechanism of NEC Europe (EMEA)',
      ja: 'NECヨーロッパの苦情処理メカニズム（欧州・中東・アフリカ）',
    },
    kind: 'channel',
    issues: ['ge-remedy'],
    remit: from(
      'Open to employees, suppliers and others; suppliers have several routes.',
      '従業員、サプライヤーなどが利用でき、サプライヤーには複数の経路がある。',
    ),
  },
];

export type SampleIndicator = Pick<Indicator, 'name' | 'unit'> & Partial<Omit<Indicator, 'id'>> & Keyed;

const COMPLETED: LocalText = { en: 'people who completed it', ja: '修了者数（人）' };
const ATTENDED: LocalText = { en: 'people who attended', ja: '受講者数（人）' };

export const INDICATORS: readonly SampleIndicator[] = [
  {
    key: 'ai-training',
    name: {
      en: 'People who completed the online training on human rights',
      ja: '人権啓発オンライン研修の修了者数',
    },
    definition: COMPLETED,
    unit: 'people',
    good: 'more',
  },
  {
    key: 'supplier-declaration',
    name: {
      en: 'Suppliers that committed to the declaration on responsible conduct',
      ja: '責任ある企業行動の宣言に賛同したサプライヤー数',
    },
    unit: 'companies',
    over: 'cumulative',
    good: 'more',
    aim: { en: 'All suppliers in Japan first', ja: 'まず国内の全サプライヤー' },
  },
  {
    key: 'hotline',
    name: {
      en: 'Inquiries and consultations received by the Human Rights Hotline',
      ja: '人権ホットラインへの問い合わせ・相談件数',
    },
    unit: 'cases',
    // The page does not say that nobody came with both.
    breakdowns: [
      {
        code: 'about',
        name: { en: 'What they were about', ja: '内容' },
        relation: 'of-which',
        members: [
          {
            code: 'power-harassment',
            name: { en: 'Power harassment', ja: 'パワーハラスメント' },
            retiredAfter: null,
          },
          {
            code: 'sexual-harassment',
            name: { en: 'Sexual harassment', ja: 'セクシュアルハラスメント' },
            retiredAfter: null,
          },
        ],
        rest: {},
      },
    ],
  },
  {
    key: 'group-training',
    name: {
      en: 'People who completed group training on human rights',
      ja: '人権啓発集合研修の修了者数',
    },
    definition: COMPLETED,
    unit: 'people',
    good: 'more',
  },
  {
    key: 'interviewers',
    name: { en: 'Recruitment interviewers who were trained', ja: '採用面接官研修の受講者数' },
    definition: ATTENDED,
    unit: 'people',
  },
  {
    key: 'officers',
    name: { en: 'Newly appointed officers who were trained', ja: '新任役員研修の受講者数' },
    definition: ATTENDED,
    unit: 'people',
  },
  {
    key: 'forced-labour-reports',
    name: { en: 'Reports of forced labour or human trafficking', ja: '強制労働・人身取引に関する通報件数' },
    unit: 'cases',
  },
  {
    key: 'emea-reports',
    name: {
      en: 'Reports on human rights, conflict minerals included',
      ja: '人権に関する通報件数（紛争鉱物を含む）',
    },
    unit: 'cases',
  },
  {
    key: 'sites',
    name: { en: 'Sites', ja: '拠点数' },
    unit: 'sites',
    over: 'stock',
  },
  {
    key: 'countries',
    name: { en: 'Countries with sites', ja: '拠点のある国・地域の数' },
    unit: 'countries',
    over: 'stock',
  },
  {
    key: 'exchange-meeting',
    name: {
      en: 'Major suppliers at the annual exchange meeting',
      ja: '年次の交流会に参加する主要サプライヤー数',
    },
    unit: 'companies',
  },
  {
    key: 'supplier-surveys',
    name: {
      en: 'Suppliers that answer surveys on human rights and the environment',
      ja: '人権・環境に関する調査に協力するサプライヤー数',
    },
    unit: 'companies',
  },
];

/** A figure by the keys of what it is of; from the page, unless a passage of the dialogue says it. */
export type SampleFigure = Partial<
  Omit<Figure, 'id' | 'indicatorId' | 'of' | 'via' | 'period' | 'cited' | 'value'>
> & {
  readonly indicator: string;
  readonly of: string | null;
  readonly via?: string;
  readonly year: number;
  readonly value: number | null;
  readonly said: string | WordRange | null;
};

const AWARENESS = 'Awareness raising of officers and employees';
const GRIEVANCES = 'Status of grievances';

const EVERYBODY: Break = {
  kind: 'population',
  effect: 'no',
  note: {
    en: 'held for managers before, for all employees from then on',
    ja: '前年度までは管理職対象、以後は全従業員対象',
  },
};
const ANOTHER_SUBJECT: Break = {
  kind: 'content',
  effect: 'care',
  note: { en: 'its subject was AI and biometrics', ja: 'テーマはAI・生体認証' },
};

const ONLINE = { indicator: 'ai-training', of: 'nec', via: 'online-training', said: AWARENESS };
const GROUP = { indicator: 'group-training', of: 'nec', via: 'group-training', said: AWARENESS };
const HOTLINE = { indicator: 'hotline', of: 'nec', ofBasis: 'inferred', via: 'hotline' } as const;

export const FIGURES: readonly SampleFigure[] = [
  { ...ONLINE, year: FY2018, value: 8026, marks: ['*1'] },
  { ...ONLINE, year: FY2019, value: 20936, marks: ['*1'], breakBefore: EVERYBODY },
  { ...ONLINE, year: FY2020, value: 21150, marks: ['*1', '*2'], breakBefore: ANOTHER_SUBJECT },
  { ...GROUP, year: FY2018, value: 586, marks: ['*2'] },
  { ...GROUP, year: FY2019, value: 441, marks: ['*2'] },
  { ...GROUP, year: FY2020, value: 537, marks: ['*2'] },
  {
    indicator: 'interviewers',
    of: 'nec',
    via: 'interviewer-training',
    year: FY2020,
    value: 560,
    said: AWARENESS,
  },
  {
    indicator: 'officers',
    of: 'nec-japan',
    via: 'officer-training',
    year: FY2020,
    value: 94,
    said: AWARENESS,
  },
  { ...HOTLINE, year: FY2020, value: 42, said: GRIEVANCES },
  { ...HOTLINE, year: FY2020, cell: { about: 'power-harassment' }, value: 12, said: GRIEVANCES },
  { ...HOTLINE, year: FY2020, cell: { about: 'sexual-harassment' }, value: 2, said: GRIEVANCES },
  // Said behind the hotline's figures, of whom it does not say; no channel is named.
  { indicator: 'forced-labour-reports', of: null, year: FY2020, value: 0, said: GRIEVANCES },
  // Said behind what EMEA does; the page does not repeat of whom.
  {
    indicator: 'emea-reports',
    of: 'emea',
    ofBasis: 'inferred',
    via: 'emea-mechanism',
    year: FY2020,
    value: 0,
    said: GRIEVANCES,
  },
  {
    indicator: 'sites',
    of: 'group',
    year: FY2020,
    value: 327,
    said: { turn: 1, from: 'The group works at 327 sites', to: 'in 160 countries.' },
  },
  {
    indicator: 'countries',
    of: 'group',
    year: FY2020,
    value: 160,
    said: { turn: 1, from: 'The group works at 327 sites', to: 'in 160 countries.' },
  },
  {
    indicator: 'exchange-meeting',
    of: null,
    year: FY2020,
    value: 200,
    precision: 'about',
    said: { turn: 2, from: 'Reports that about 200', to: 'once a year.' },
  },
  {
    indicator: 'supplier-surveys',
    of: null,
    year: FY2020,
    value: 200,
    precision: 'about',
    said: { turn: 2, from: 'The same 200 answer', to: 'the environment.' },
  },
  {
    indicator: 'supplier-declaration',
    of: 'nec',
    year: FY2021,
    value: null,
    note: { en: 'Planned', ja: '予定' },
    said: null,
  },
];
