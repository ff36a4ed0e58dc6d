import type { Answer } from '#shared/model/answer.ts';
import { derivedId, type Instant, type LocalText } from '#shared/model/basics.ts';
import { placeWords } from '#shared/statement/place.ts';

interface SampleAnswer {
  readonly requirement: string;
  readonly fiscalYear: number;
  readonly state: Answer['state'];
  readonly text: LocalText;
  readonly why?: string;
}

/** What the company's page says of s.54, in our own words: some areas are answered, some in part, and some are open. */
const ANSWERS: readonly SampleAnswer[] = [
  {
    requirement: '54(4)',
    fiscalYear: 2019,
    state: 'partly',
    text: {
      en: 'In the year the supplier guidelines were renewed with items on human rights, visits to suppliers went on being recorded, and the training of all employees was about human rights in artificial intelligence and biometrics.',
      ja: '年度中に、人権に関する項目を含む取引先向けガイドラインを改定し、取引先訪問の記録を継続しました。全従業員向けの研修では、AIと生体認証における人権を取り上げました。',
    },
  },
  {
    requirement: '54(5)(b)',
    fiscalYear: 2019,
    state: 'answered',
    text: {
      en: 'The group’s human rights policy dates from 2015; principles on AI and human rights followed in April 2019. Suppliers are asked to act by guidelines for responsible business conduct.',
      ja: 'グループの人権方針は2015年に、AIと人権に関する原則は2019年4月に定めました。取引先には、責任ある企業行動に関するガイドラインに沿った行動を求めています。',
    },
  },
  {
    requirement: '54(5)(c)',
    fiscalYear: 2019,
    state: 'partly',
    text: {
      en: 'Subsidiaries in Europe, the Middle East and Africa review human rights, health and safety every quarter, for their own people and for business partners, and report to the board of the European company once a year.',
      ja: '欧州・中東・アフリカ地域の子会社では、役員・従業員と取引先について、人権と安全衛生の状況を四半期ごとに点検し、年1回、欧州法人の取締役会に報告しています。',
    },
  },
  {
    requirement: '54(5)(f)',
    fiscalYear: 2018,
    state: 'answered',
    text: {
      en: 'The online training that managers had taken the year before was held for all employees.',
      ja: '前年度に管理職向けに実施したオンライン研修を、全従業員に広げて実施しました。',
    },
  },
  {
    requirement: '54(6)',
    fiscalYear: 2019,
    state: 'missing',
    text: {},
    why: 'The statement of the year is planned; approval and signature follow.',
  },
];

export function sampleAnswers({ by, at }: { readonly by: string; readonly at: Instant }): Answer[] {
  return ANSWERS.map(({ requirement, fiscalYear, state, text, why = '' }) => {
    const place = { checklist: 'uk-msa-54', requirement, of: null, subject: null, fiscalYear };
    return {
      id: derivedId(['answers', ...placeWords(place)]),
      ...place,
      version: '2015',
      ...{ state, text, why, uses: [], leftOut: [], by, at },
    };
  });
}
