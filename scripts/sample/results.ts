import type { Activity } from '#shared/model/activity.ts';
import type { LocalText } from '#shared/model/basics.ts';
import type { Grievance } from '#shared/model/grievance.ts';
import type { Indicator } from '#shared/model/indicator.ts';

/** Fiscal years are named by the calendar year in which they begin: what the company calls FY2020 is 2019. */
const FY2018 = 2017;
const FY2019 = 2018;
const FY2020 = 2019;
const FY2021 = 2020;

const PAGE: LocalText = {
  en: 'Source: NEC’s sustainability pages on fiscal 2020.',
  ja: '出典：NEC サステナビリティ関連ページ（2019年度の活動）。',
};
const note = (en: string, ja: string): LocalText => ({ en: `${en} ${PAGE.en}`, ja: `${ja}${PAGE.ja}` });

const PEOPLE: LocalText = { en: 'people who completed it', ja: '修了者数（人）' };
const ATTENDED: LocalText = { en: 'people who attended', ja: '受講者数（人）' };

export type SampleActivity = Omit<Activity, 'id' | 'issueIds'> & { readonly issues: readonly string[] };

export const ACTIVITIES: readonly SampleActivity[] = [
  {
    name: { en: 'Online training on human rights', ja: '人権啓発オンライン研修' },
    kind: 'training',
    issues: ['cu-privacy', 'cu-non-discrimination', 'em-working-environment'],
    figures: [
      { fiscalYear: FY2018, label: PEOPLE, value: 8026 },
      { fiscalYear: FY2019, label: PEOPLE, value: 20936 },
      { fiscalYear: FY2020, label: PEOPLE, value: 21150 },
    ],
    note: note(
      'NEC Corporation. In fiscal 2020 its subject was human rights in the business of AI and biometrics; in fiscal 2018 it was held for managers.',
      'NEC単体。2019年度のテーマはAI・生体認証事業における人権。2017年度は管理職対象。',
    ),
  },
  {
    name: { en: 'Group training on human rights', ja: '人権啓発集合研修' },
    kind: 'training',
    issues: ['em-equality', 'em-working-environment'],
    figures: [
      { fiscalYear: FY2018, label: PEOPLE, value: 586 },
      { fiscalYear: FY2019, label: PEOPLE, value: 441 },
      { fiscalYear: FY2020, label: PEOPLE, value: 537 },
    ],
    note: note(
      'NEC Corporation, by level and position; in fiscal 2020 on diversity.',
      'NEC単体、階層・職位別。2019年度のテーマはダイバーシティ。',
    ),
  },
  {
    name: { en: 'Training for recruitment interviewers', ja: '採用面接官研修' },
    kind: 'training',
    issues: ['em-equality', 'em-youth'],
    figures: [{ fiscalYear: FY2020, label: ATTENDED, value: 560 }],
    note: note('Fair hiring and equal opportunity.', '公正な採用選考と機会均等。'),
  },
  {
    name: { en: 'Training for newly appointed officers', ja: '新任役員研修' },
    kind: 'training',
    issues: [],
    figures: [{ fiscalYear: FY2020, label: ATTENDED, value: 94 }],
    note: note(
      'Human rights in business, for officers of NEC Corporation and its affiliates in Japan.',
      'ビジネスと人権。NECおよび国内関係会社の新任役員が対象。',
    ),
  },
  {
    name: { en: 'Supplier Visit Record', ja: 'サプライヤー訪問記録（SVR）' },
    kind: 'supplier-engagement',
    issues: ['sc-labour-standards', 'sc-forced-labour', 'sc-child-labour'],
    figures: [],
    note: note(
      'Since fiscal 2019 buyers check points of sustainable procurement, human rights among them, when they visit suppliers.',
      '2018年度から、バイヤーがサプライヤー訪問時に人権を含むサステナブル調達の項目を確認。',
    ),
  },
  {
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
    figures: [],
    note: note(
      'Renewed in fiscal 2020; a declaration of business partners after it is planned for fiscal 2021.',
      '2019年度に改訂。これに基づく取引先の宣言を2020年度に予定。',
    ),
  },
  {
    name: { en: 'Statement under the UK Modern Slavery Act', ja: '英国現代奴隷法に基づく声明' },
    kind: 'statement',
    issues: ['sc-forced-labour'],
    figures: [],
    note: note(
      'Published by NEC Corporation and NEC Europe since 2018 with the approval of their boards.',
      'NECおよびNECヨーロッパが2018年から取締役会の承認を得て公表。',
    ),
  },
  {
    name: { en: 'NEC Group AI and Human Rights Principles', ja: 'NECグループ AIと人権に関するポリシー' },
    kind: 'policy',
    issues: ['cu-privacy', 'cu-non-discrimination', 'cu-freedoms'],
    figures: [],
    note: note(
      'Announced in April 2019; a Digital Trust Advisory Council of outside experts meets on it.',
      '2019年4月公表。社外専門家によるデジタルトラスト諮問会議を開催。',
    ),
  },
  {
    name: { en: 'Membership of BSR', ja: 'BSRへの加盟' },
    kind: 'membership',
    issues: [],
    figures: [],
    note: note(
      'Since fiscal 2020; also a due diligence working group of the UN Global Compact Network Japan.',
      '2019年度に加盟。グローバル・コンパクト・ネットワーク・ジャパンのヒューマンライツデューデリジェンス分科会にも参加。',
    ),
  },
];

export const GRIEVANCES: readonly Omit<Grievance, 'id'>[] = [
  {
    channel: { en: 'Human Rights Hotline (employees)', ja: '人権ホットライン（従業員）' },
    fiscalYear: FY2020,
    counts: [
      { type: { en: 'Power harassment', ja: 'パワーハラスメント' }, count: 12 },
      { type: { en: 'Sexual harassment', ja: 'セクシュアルハラスメント' }, count: 2 },
      { type: { en: 'Other inquiries and consultations', ja: 'その他の問い合わせ・相談' }, count: 28 },
      { type: { en: 'Forced labour or human trafficking', ja: '強制労働・人身取引' }, count: 0 },
    ],
    note: note('42 inquiries and consultations in all.', '問い合わせ・相談の合計は42件。'),
  },
  {
    channel: {
      en: 'Grievance mechanism of NEC Europe (EMEA)',
      ja: 'NECヨーロッパの苦情処理メカニズム（欧州・中東・アフリカ）',
    },
    fiscalYear: FY2020,
    counts: [
      {
        type: { en: 'Human rights, conflict minerals included', ja: '人権（紛争鉱物を含む）' },
        count: 0,
      },
    ],
    note: note(
      'Open to employees, suppliers and others; suppliers have several routes.',
      '従業員、サプライヤーなどが利用でき、サプライヤーには複数の経路がある。',
    ),
  },
];

export type SampleIndicator = Pick<Indicator, 'name' | 'unit' | 'target' | 'values'> & {
  readonly key: string;
};

export const INDICATORS: readonly SampleIndicator[] = [
  {
    key: 'ai-training',
    name: {
      en: 'People who completed the online training on human rights',
      ja: '人権啓発オンライン研修の修了者数',
    },
    unit: 'people',
    target: '',
    values: [
      { fiscalYear: FY2018, value: 8026, note: '' },
      { fiscalYear: FY2019, value: 20936, note: '' },
      { fiscalYear: FY2020, value: 21150, note: 'Subject: AI and biometrics' },
      { fiscalYear: FY2021, value: null, note: '' },
    ],
  },
  {
    key: 'supplier-declaration',
    name: {
      en: 'Suppliers that committed to the declaration on responsible conduct',
      ja: '責任ある企業行動の宣言に賛同したサプライヤー数',
    },
    unit: 'suppliers',
    target: 'All suppliers in Japan first',
    values: [{ fiscalYear: FY2021, value: null, note: 'Planned' }],
  },
  {
    key: 'hotline',
    name: {
      en: 'Inquiries and consultations received by the Human Rights Hotline',
      ja: '人権ホットラインへの問い合わせ・相談件数',
    },
    unit: 'cases',
    target: '',
    values: [
      { fiscalYear: FY2020, value: 42, note: '14 of them about harassment' },
      { fiscalYear: FY2021, value: null, note: '' },
    ],
  },
];
