import type { Instrument } from '#shared/model/instrument.ts';
import type { Organisation } from '#shared/model/organisation.ts';
import type { Source } from '#shared/model/source.ts';
import type { Keyed } from './years.ts';

/** The companies of the group and sets of them, and those it works with; `partOf` by key. */
export const ORGANISATIONS: readonly (Pick<Organisation, 'name' | 'kind'> &
  Partial<Pick<Organisation, 'aliases' | 'country' | 'note'>> &
  Keyed & { readonly partOf?: readonly string[] })[] = [
  { key: 'group', name: { en: 'NEC Group', ja: 'NECグループ' }, kind: 'own-set' },
  {
    key: 'nec-japan',
    name: { en: 'NEC Corporation and its affiliates in Japan', ja: 'NECおよび国内関係会社' },
    kind: 'own-set',
    partOf: ['group'],
  },
  {
    key: 'nec',
    name: { en: 'NEC Corporation', ja: '日本電気株式会社（NEC）' },
    aliases: ['NEC'],
    kind: 'own',
    partOf: ['nec-japan', 'group'],
    country: 'Japan',
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
  {
    key: 'suppliers',
    name: { en: 'Suppliers of NEC', ja: 'NECのサプライヤー' },
    kind: 'supplier-set',
  },
  {
    key: 'bsr',
    name: { en: 'BSR (Business for Social Responsibility)', ja: 'BSR（Business for Social Responsibility）' },
    aliases: ['BSR'],
    kind: 'ngo',
  },
  {
    key: 'ungc',
    name: { en: 'UN Global Compact', ja: '国連グローバル・コンパクト' },
    aliases: ['UNGC'],
    kind: 'initiative',
  },
  {
    key: 'gcnj',
    name: {
      en: 'Global Compact Network Japan',
      ja: 'グローバル・コンパクト・ネットワーク・ジャパン',
    },
    aliases: ['GCNJ'],
    kind: 'initiative',
    country: 'Japan',
    partOf: ['ungc'],
  },
  {
    key: 'ilo-japan',
    name: { en: 'ILO Office for Japan', ja: 'ILO駐日事務所' },
    kind: 'international-organisation',
    country: 'Japan',
  },
  {
    key: 'shinwa-sohgo',
    name: { en: 'Shinwa Sohgo Law Offices', ja: '真和総合法律事務所' },
    kind: 'other',
    country: 'Japan',
  },
  {
    key: 'ey',
    name: { en: 'Ernst & Young ShinNihon LLC', ja: 'EY新日本有限責任監査法人' },
    kind: 'other',
    country: 'Japan',
  },
];

/** Of which organisation of the register the people of the dialogue are, by how they give it. */
export const EMPLOYERS: Readonly<Record<string, string>> = {
  'NEC Corporation': 'nec',
  'Shinwa Sohgo Law Offices': 'shinwa-sohgo',
  'BSR (Business for Social Responsibility)': 'bsr',
  'ILO Office for Japan': 'ilo-japan',
};

/** `publisher` and `replaces` by key; the first is the page that the figures are from. */
export const SOURCES: readonly (Pick<Source, 'title' | 'kind' | 'published'> &
  Partial<Pick<Source, 'note'>> &
  Keyed & { readonly publisher: string; readonly issues?: readonly string[] })[] = [
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
  {
    key: 'later-dialogue',
    title: {
      en: 'NEC: a later dialogue on human rights in the supply chain',
      ja: 'NEC：サプライチェーンの人権に関するその後のダイアログ',
    },
    publisher: 'nec',
    kind: 'own-report',
    published: null,
    note: {
      en: 'Only two dates of it are used here, which differ from those of the sustainability pages.',
      ja: 'ここではサステナビリティ関連ページと異なる2つの時期だけを使っています。',
    },
  },
  {
    key: 'bsr-data',
    title: { en: 'BSR: human-rights risk data', ja: 'BSR：人権リスクデータ' },
    publisher: 'bsr',
    kind: 'risk-data',
    published: null,
    note: {
      en: 'Referred to when the list of human-rights issues was made in fiscal 2020, beside recent cases in the ICT industry.',
      ja: '2019年度の人権課題一覧の作成時に、ICT業界の最新事例とあわせて参照。',
    },
  },
];

/** The company's own texts; `of` by key. */
export const INSTRUMENTS: readonly (Pick<Instrument, 'code' | 'name' | 'kind' | 'summary'> &
  Partial<Pick<Instrument, 'since'>> &
  Keyed & { readonly of: string })[] = [
  {
    key: 'human-rights-policy',
    code: 'NEC Human Rights Policy',
    of: 'group',
    name: { en: 'NEC Group Human Rights Policy', ja: 'NECグループ人権方針' },
    kind: 'policy',
    since: '2015',
    summary: {
      en: 'Respect for human rights throughout the value chain, by dialogue with stakeholders and due diligence.',
      ja: 'ステークホルダーとの対話・協議と人権デューデリジェンスを通じ、バリューチェーン全体で人権を尊重する。',
    },
  },
  {
    key: 'ai-principles',
    code: 'NEC AI Principles',
    of: 'group',
    name: { en: 'NEC Group AI and Human Rights Principles', ja: 'NECグループ AIと人権に関するポリシー' },
    kind: 'principles',
    since: '2019-04',
    summary: {
      en: 'Officers and employees put respect for human rights first wherever AI and biometric data are used.',
      ja: 'AIの社会実装や生体情報などの利活用において、役員・従業員が人権の尊重を最優先する。',
    },
  },
  {
    key: 'privacy-policy',
    code: 'NEC Privacy Policy',
    of: 'nec',
    name: { en: 'NEC Privacy Policy', ja: 'NEC個人情報保護方針' },
    kind: 'policy',
    summary: {
      en: 'Personal information is handled by Japanese law on its protection and by JIS Q 15001.',
      ja: '個人情報保護法とJIS Q 15001に沿って個人情報を取り扱う。',
    },
  },
  {
    key: 'code-of-conduct',
    code: 'NEC Code of Conduct',
    of: 'group',
    name: { en: 'NEC Group Code of Conduct', ja: 'NECグループ行動規範' },
    kind: 'code',
    summary: {
      en: 'Asks everyone, from executives to employees, to respect human rights in every situation.',
      ja: '役員から従業員まで全員に、あらゆる場面での人権の尊重を求める。',
    },
  },
  {
    key: 'guidelines',
    code: 'NEC Supply Chain Guidelines',
    of: 'nec',
    name: {
      en: 'Guidelines for Responsible Business Conduct in Supply Chains',
      ja: 'サプライチェーンにおける責任ある企業行動ガイドライン',
    },
    kind: 'guideline',
    summary: {
      en: 'What suppliers are asked to keep to, human rights among it.',
      ja: '人権を含め、サプライヤーに遵守を求める事項。',
    },
  },
];
