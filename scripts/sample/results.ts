import type { LocalText } from '#shared/model/basics.ts';
import type { Break, Figure } from '#shared/model/figure.ts';
import type { Indicator } from '#shared/model/indicator.ts';
import type { WordRange } from './marks.ts';
import { FY2018, FY2019, FY2020, FY2021, type Keyed } from './years.ts';

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
