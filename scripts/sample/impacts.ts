import { type ImpactFields, NO_IMPACT } from '#shared/edit/impact.ts';
import type { LocalText } from '#shared/model/basics.ts';

/**
 * Whose harm, and where, as far as the two published pages tell it, in our own words; what they do not say is left open,
 * and the report lists it as a gap. The place in the value chain is that of the group in which the page lists the issue.
 */
const PAGES: LocalText = {
  en: 'NEC’s sustainability pages on fiscal 2020',
  ja: 'NECサステナビリティ関連ページ（2019年度の活動）',
};
const DIALOGUE: LocalText = {
  en: 'Dialogue with three experts, February 2020',
  ja: '有識者3名とのダイアログ（2020年2月）',
};

export const IMPACTS: Readonly<Record<string, ImpactFields>> = {
  'cu-privacy': {
    ...NO_IMPACT,
    affected: {
      en: 'People whose data AI and biometrics make use of; what they expect of privacy differs with culture',
      ja: 'AIや生体認証などで利用されるデータの本人。プライバシーへの期待は文化により異なる',
    },
    site: { en: 'Business with AI, biometrics and other data', ja: 'AI・生体認証などのデータ利活用事業' },
    valueChain: ['downstream'],
    policy: {
      en: 'Privacy policy after the Japanese act on personal information and JIS Q 15001',
      ja: '個人情報保護法とJIS Q 15001に基づく個人情報保護方針',
    },
    remedy: {
      en: 'Customers and residents can turn to the Customer Communications Center',
      ja: '顧客・地域住民はお客様窓口に相談できる',
    },
    source: PAGES,
  },
  'cu-non-discrimination': {
    ...NO_IMPACT,
    affected: {
      en: 'People whom products and services may disadvantage',
      ja: '製品・サービスによって不利な扱いを受けるおそれのある人々',
    },
    site: { en: 'Business with AI, biometrics and other data', ja: 'AI・生体認証などのデータ利活用事業' },
    valueChain: ['downstream'],
    source: PAGES,
  },
  'sc-labour-standards': {
    ...NO_IMPACT,
    affected: {
      en: 'Workers of suppliers; crowdworkers, treated as self-employed, with long hours and little protection',
      ja: 'サプライヤーの労働者、および自営業者として扱われ長時間労働や保護の不足が懸念されるクラウドワーカー',
    },
    site: {
      en: 'Suppliers, about 200 major ones among them; crowdwork',
      ja: '主要約200社を含むサプライヤー、クラウドワーク',
    },
    country: { en: 'Japan; China, where visits are being tried', ja: '日本、訪問記録を試行中の中国' },
    valueChain: ['upstream'],
    leverage: {
      en: 'Business relations alone hardly give enough of it, as an ILO officer sees it: act together with the industry, governments and stakeholders',
      ja: 'ILO担当者の見方では取引関係だけでは不十分であり、業界・政府・ステークホルダーとの協働が必要',
    },
    source: DIALOGUE,
  },
  'sc-forced-labour': {
    ...NO_IMPACT,
    affected: {
      en: 'Workers within the group and in its supply chain; people who would pay to be recruited',
      ja: 'グループ内およびサプライチェーンの労働者、採用手数料を負担させられるおそれのある人々',
    },
    site: { en: 'NEC Corporation, NEC Europe and suppliers', ja: 'NEC、NECヨーロッパ、サプライヤー' },
    country: {
      en: 'Europe, the Middle East and Africa; other places are not named',
      ja: '欧州・中東・アフリカ（ほかの地域の記載なし）',
    },
    valueChain: ['upstream', 'own-operations'],
    policy: {
      en: 'NEC Europe bears recruitment fees, in line with law and ILO standards',
      ja: 'NECヨーロッパは法令とILO基準に沿って採用手数料を自ら負担',
    },
    remedy: {
      en: 'Suppliers reach the Compliance Hotline; in EMEA the procurement desk, an online desk and the legal division of NEC Europe',
      ja: 'サプライヤーはコンプライアンス・ホットラインを利用でき、欧州・中東・アフリカでは調達担当、オンライン窓口、NECヨーロッパ法務部門にも連絡できる',
    },
    source: PAGES,
  },
  'sc-conflict-areas': {
    ...NO_IMPACT,
    site: { en: 'Procurement of materials', ja: '原材料の調達' },
    country: {
      en: 'Areas of conflict or high risk, not named',
      ja: '紛争地域・高リスク地域（国名の記載なし）',
    },
    valueChain: ['upstream'],
    source: PAGES,
  },
  'em-working-environment': {
    ...NO_IMPACT,
    affected: {
      en: 'Employees, temporary workers included; 14 inquiries about harassment in fiscal 2020',
      ja: '派遣社員などを含む従業員（2019年度のハラスメントに関する相談は14件）',
    },
    site: {
      en: 'Sites and business units that the hotline covers',
      ja: 'ホットラインの対象となる拠点・事業部門',
    },
    country: { en: 'Japan', ja: '日本' },
    valueChain: ['own-operations'],
    remedy: {
      en: 'Human Rights Hotline; where a violation is found, Human Resources resolves it with the division concerned',
      ja: '人権ホットライン。人権侵害が認められた場合は人事部門が関係部門とともに解決にあたる',
    },
    source: PAGES,
  },
  'em-association': {
    ...NO_IMPACT,
    affected: {
      en: 'Crowdworkers and other self-employed people, who cannot organise',
      ja: '結社の自由が及ばないクラウドワーカーなどの個人事業主',
    },
    site: { en: 'Crowdwork', ja: 'クラウドワーク' },
    country: { en: 'Europe and the United States', ja: '欧州、米国' },
    source: DIALOGUE,
  },
};

/** Why the company looked where it looked. */
export const FOCUS: LocalText = {
  en: 'The list was drawn up for the ICT industry: from BSR’s data on human-rights risk, the latest cases, and what is expected of the industry. A year earlier the main businesses of the company and its consolidated subsidiaries had been evaluated. Its 327 sites lie in 160 countries; hardware is made mainly in Asia. (NEC’s sustainability pages; dialogue of February 2020.)',
  ja: '課題一覧は、BSRの人権リスクデータ、ICT業界の最新事例、今後想定される業界固有の課題をもとに作成された。前年度にはNECと連結子会社の主要事業の影響評価が行われている。グループの拠点は160か国327か所で、ハードウェアの生産拠点は主にアジアにある。（NECサステナビリティ関連ページ、2020年2月のダイアログ）',
};
