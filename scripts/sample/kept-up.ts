import type { Arrangement, Cadence } from '#shared/model/arrangement.ts';
import type { LocalText } from '#shared/model/basics.ts';
import type { Keyed } from './years.ts';

/** Something the company keeps up, by the keys of whose it is, who runs it and to what body it reports. */
export type SampleArrangement = Pick<Arrangement, 'name' | 'kind' | 'remit'> &
  Partial<Pick<Arrangement, 'since' | 'owner' | 'chair' | 'audience' | 'cadence' | 'instruments'>> &
  Keyed & {
    readonly of: string;
    readonly issues: readonly string[];
    readonly reportsTo?: { readonly key: string; readonly cadence: Cadence };
  };

const page = (section: string, sectionJa: string): LocalText => ({
  en: `Source: NEC’s sustainability pages on fiscal 2020, “${section}”.`,
  ja: `出典：NEC サステナビリティ関連ページ（2019年度の活動）「${sectionJa}」。`,
});
const FRAMEWORK = page('Promotion framework', '推進体制');
const COMPLAINTS = page('Complaints handling', '苦情処理');
const AWARENESS = page('Awareness raising', '啓発活動');
const SUPPLY_CHAIN = page('Supply chain', 'サプライチェーン');
const INITIATIVES = page('Participation in initiatives', 'イニシアチブへの参加');
const from = (source: LocalText, en: string, ja: string): LocalText => ({
  en: `${en} ${source.en}`,
  ja: `${ja}${source.ja}`,
});
const cites = (...codes: readonly string[]) => codes.map((code) => ({ code, provision: '' }));

/** The page names neither a first month: the year that it reports on is the first that is counted. */
const QUARTERLY: Cadence = { months: 3, anchor: '2019-04' };
const YEARLY: Cadence = { months: 12, anchor: '2019-04' };

const BODIES: readonly SampleArrangement[] = [
  {
    key: 'corporate-committee',
    of: 'nec',
    name: { en: 'Corporate Human Rights Promotion Committee', ja: '全社人権推進委員会' },
    kind: 'body',
    since: '1997',
    chair: 'Officer in charge of human resources',
    issues: ['em-equality', 'em-working-environment'],
    remit: from(
      FRAMEWORK,
      'Discusses and carries out the basic activities and the training against discrimination and harassment.',
      '差別の撤廃やハラスメント防止などの基本的な活動と社内研修を審議・推進。',
    ),
  },
  {
    key: 'unit-committee',
    of: 'nec',
    name: { en: 'Business Unit Human Rights Promotion Committee', ja: '事業部門人権推進委員会' },
    kind: 'body',
    since: '1997',
    chair: 'Officer in charge of human resources',
    issues: ['em-equality', 'em-working-environment'],
    remit: from(
      FRAMEWORK,
      'The same within the business units; consolidated subsidiaries in Japan have similar frameworks.',
      '事業部門における推進。国内連結子会社を中心に同様の体制を整備。',
    ),
  },
  {
    key: 'nec-board',
    of: 'nec',
    name: { en: 'Board of Directors of NEC Corporation', ja: 'NEC 取締役会' },
    kind: 'body',
    issues: [],
    remit: {},
  },
  {
    key: 'emea-board',
    of: 'emea',
    name: { en: 'Board of Directors of NEC Europe', ja: 'NECヨーロッパ 取締役会' },
    kind: 'body',
    issues: [],
    remit: {},
  },
  {
    key: 'emea-review',
    of: 'emea',
    name: {
      en: 'Quarterly review of human rights, health and safety in EMEA',
      ja: 'EMEAにおける人権・安全衛生の四半期レビュー',
    },
    kind: 'review',
    cadence: QUARTERLY,
    reportsTo: { key: 'emea-board', cadence: YEARLY },
    issues: ['em-working-environment', 'em-health-safety'],
    remit: from(
      FRAMEWORK,
      'How initiatives for directors and employees of the subsidiaries and their business partners progress; violations are considered and acted upon. The page does not say since when: counted here from the fiscal year it reports on.',
      '子会社の役員・従業員と取引先に関する取り組みの進捗を確認し、違反があれば検討・対応。開始時期の記載はなく、報告対象の年度から数える。',
    ),
  },
  {
    key: 'due-diligence',
    of: 'nec',
    name: { en: 'System for human rights due diligence', ja: '人権デューデリジェンスの推進体制' },
    kind: 'other',
    since: '2016',
    owner: 'Sustainability Promotion Office',
    instruments: cites('UNGP', 'UK MSA'),
    issues: [],
    remit: from(
      FRAMEWORK,
      'The Sustainability Promotion Office is its secretariat. Activities have targets and KPIs.',
      'サステナビリティ推進部門が事務局。活動に目標とKPIを設定。',
    ),
  },
  {
    key: 'digital-trust-council',
    of: 'nec',
    name: { en: 'Digital Trust Advisory Council', ja: 'デジタルトラスト諮問会議' },
    kind: 'council',
    instruments: cites('NEC AI Principles'),
    issues: ['cu-privacy', 'cu-non-discrimination'],
    remit: from(
      page('AI and human rights', 'AIと人権'),
      'Experts from outside advise on human rights where AI is put to use.',
      'AIの利活用における人権について、社外の有識者から意見を得る。',
    ),
  },
];

const CHANNELS: readonly SampleArrangement[] = [
  {
    key: 'hotline',
    of: 'nec',
    name: { en: 'Human Rights Hotline', ja: '人権ホットライン' },
    kind: 'channel',
    owner: 'Human Resources Division',
    audience: ['employee'],
    issues: ['em-working-environment', 'ge-remedy'],
    remit: from(
      COMPLAINTS,
      'For employees in Japan, temporary workers included, by telephone or e-mail, in business sites and units. Privacy is protected and nobody who uses it is put at a disadvantage.',
      '国内の従業員（派遣社員を含む）向け。拠点・事業部門ごとに電話・メールで受け付け、プライバシーを守り、利用者が不利益を受けないようにする。',
    ),
  },
  {
    key: 'compliance-hotline',
    of: 'nec',
    name: { en: 'Compliance Hotline', ja: 'コンプライアンス・ホットライン' },
    kind: 'channel',
    audience: ['supplier', 'employee'],
    issues: ['sc-labour-standards', 'ge-remedy'],
    remit: from(
      COMPLAINTS,
      'For business partners, and for employees outside Japan.',
      '取引先向け。海外では従業員の相談窓口も兼ねる。',
    ),
  },
  {
    key: 'customer-center',
    of: 'nec',
    name: { en: 'Customer Communications Center', ja: 'お客様相談窓口' },
    kind: 'channel',
    audience: ['community', 'other'],
    issues: ['cu-privacy', 'ge-remedy'],
    remit: from(
      COMPLAINTS,
      'Inquiries about human rights from customers and people who live near sites.',
      'お客様や地域住民からの人権に関する問い合わせを受け付ける。',
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
    audience: ['employee', 'supplier', 'other'],
    issues: ['ge-remedy'],
    remit: from(
      page('Status of grievances', '苦情の状況'),
      'Open from inside and outside for all subsidiaries of the region; suppliers have several routes: procurement, an online desk, or e-mail to the Legal Division.',
      '地域の全子会社について社内外から利用できる。サプライヤーには調達部門、オンライン窓口、法務部門へのメールなど複数の経路がある。',
    ),
  },
];

const TRAINING: readonly SampleArrangement[] = [
  {
    key: 'online-training',
    of: 'nec',
    name: { en: 'Online training on human rights', ja: '人権啓発オンライン研修' },
    kind: 'training',
    audience: ['employee', 'manager'],
    issues: ['cu-privacy', 'cu-non-discrimination', 'em-working-environment'],
    remit: from(
      AWARENESS,
      'Every year for all employees. In fiscal 2020 its subject was human rights in the business of AI and biometrics; in fiscal 2018 it was held for managers.',
      '原則毎年、全従業員対象。2019年度のテーマはAI・生体認証事業における人権。2017年度は管理職対象。',
    ),
  },
  {
    key: 'group-training',
    of: 'nec',
    name: { en: 'Group training on human rights', ja: '人権啓発集合研修' },
    kind: 'training',
    audience: ['employee', 'manager'],
    issues: ['em-equality', 'em-working-environment'],
    remit: from(
      AWARENESS,
      'By level and position; in fiscal 2020 on diversity.',
      '階層・職位別。2019年度のテーマはダイバーシティ。',
    ),
  },
  {
    key: 'interviewer-training',
    of: 'nec',
    name: { en: 'Training for recruitment interviewers', ja: '採用面接官研修' },
    kind: 'training',
    issues: ['em-equality', 'em-youth'],
    remit: from(AWARENESS, 'Fair hiring and equal opportunity.', '公正な採用選考と機会均等。'),
  },
  {
    key: 'officer-training',
    of: 'nec-japan',
    name: { en: 'Training for newly appointed officers', ja: '新任役員研修' },
    kind: 'training',
    audience: ['officer'],
    issues: [],
    remit: from(AWARENESS, 'Human rights in business.', 'ビジネスと人権。'),
  },
  {
    key: 'manager-training',
    of: 'nec',
    name: { en: 'Training for newly appointed department managers', ja: '新任部門長研修' },
    kind: 'training',
    audience: ['manager'],
    issues: ['em-working-environment'],
    remit: from(
      AWARENESS,
      'How to deal with bullying and harassment in the workplace.',
      '職場のいじめ・ハラスメントへの対応。',
    ),
  },
  {
    key: 'public-unit',
    of: 'nec',
    name: {
      en: 'Awareness raising in the Public Infrastructure Business Unit',
      ja: '社会公共ビジネスユニットでの啓発活動',
    },
    kind: 'training',
    audience: ['employee'],
    issues: ['em-equality'],
    remit: from(
      AWARENESS,
      'Inclusion of women, LGBT people, foreign nationals and people with disabilities.',
      '女性活躍、LGBT、外国籍社員、障がい者雇用などの多様性。',
    ),
  },
  {
    key: 'emea-training',
    of: 'emea',
    name: {
      en: 'Online training on the Code of Conduct in EMEA',
      ja: 'EMEAにおける行動規範のオンライン研修',
    },
    kind: 'training',
    audience: ['employee'],
    instruments: cites('NEC Code of Conduct', 'UK MSA', 'GDPR'),
    issues: ['sc-forced-labour', 'cu-privacy'],
    remit: from(
      AWARENESS,
      'For all employees of the region; revised from time to time as law and expectations change.',
      '地域の全従業員対象。法規制や世の中の動向に合わせて内容を見直す。',
    ),
  },
];

const OTHERS: readonly SampleArrangement[] = [
  {
    key: 'supplier-visits',
    of: 'nec',
    name: { en: 'Supplier Visit Record', ja: 'サプライヤー訪問記録（SVR）' },
    kind: 'supplier-programme',
    audience: ['supplier'],
    issues: ['sc-labour-standards', 'sc-forced-labour', 'sc-child-labour'],
    remit: from(
      SUPPLY_CHAIN,
      'Since fiscal 2019 buyers check points of sustainable procurement, human rights among them, when they visit suppliers.',
      '2018年度から、バイヤーがサプライヤー訪問時に人権を含むサステナブル調達の項目を確認。',
    ),
  },
  {
    key: 'supplier-declaration',
    of: 'nec',
    name: { en: 'Declaration of business partners', ja: '取引先による宣言' },
    kind: 'supplier-programme',
    audience: ['supplier'],
    instruments: cites('NEC Supply Chain Guidelines'),
    issues: ['sc-labour-standards', 'sc-forced-labour', 'sc-fair-business'],
    remit: from(
      SUPPLY_CHAIN,
      'Suppliers commit in writing to the guidelines: those in Japan first, then those abroad.',
      'サプライヤーがガイドラインの遵守を書面で約束する。まず国内、次に海外。',
    ),
  },
  {
    key: 'exchange-meeting',
    of: 'nec',
    name: { en: 'Annual exchange meeting with suppliers', ja: '取引先との年次交流会' },
    kind: 'supplier-programme',
    audience: ['supplier'],
    issues: ['sc-labour-standards'],
    remit: {
      en: 'The main suppliers from Japan and abroad, once a year. Said in the dialogue of February 2020.',
      ja: '国内外の主要サプライヤーと年1回。2020年2月のダイアログでの発言による。',
    },
  },
  {
    key: 'modern-slavery-statement',
    of: 'nec',
    name: { en: 'Statement under the UK Modern Slavery Act', ja: '英国現代奴隷法に基づく声明' },
    kind: 'statement',
    since: '2018',
    instruments: cites('UK MSA'),
    issues: ['sc-forced-labour'],
    remit: from(
      page('Responding to the Modern Slavery Act', '英国現代奴隷法への対応'),
      'Published by NEC Corporation and NEC Europe with the approval of the board.',
      'NECおよびNECヨーロッパが取締役会の承認を得て公表。',
    ),
  },
  {
    key: 'ungc',
    of: 'nec',
    name: { en: 'Membership of the UN Global Compact', ja: '国連グローバル・コンパクトへの参加' },
    kind: 'membership',
    since: '2005',
    instruments: cites('UNGC'),
    issues: [],
    remit: from(page('Respecting human rights', '人権の尊重'), 'Its ten principles.', '10原則の支持。'),
  },
  {
    key: 'gcnj',
    of: 'nec',
    name: {
      en: 'Working group on due diligence of the Global Compact Network Japan',
      ja: 'グローバル・コンパクト・ネットワーク・ジャパンの人権デューデリジェンス分科会',
    },
    kind: 'membership',
    issues: [],
    remit: from(INITIATIVES, 'NEC Corporation takes part.', 'NECが参加。'),
  },
  {
    key: 'bsr',
    of: 'nec',
    name: { en: 'Membership of BSR', ja: 'BSRへの加盟' },
    kind: 'membership',
    issues: [],
    remit: from(
      INITIATIVES,
      'Seminars and study sessions on trends in human rights in the ICT industry.',
      'ICT業界の人権の動向に関するセミナーや勉強会。',
    ),
  },
];

export const ARRANGEMENTS: readonly SampleArrangement[] = [...TRAINING, ...CHANNELS, ...BODIES, ...OTHERS];
