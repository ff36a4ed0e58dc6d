import { foldText } from '../fold/fold.ts';
import type { Approval } from './approval.ts';
import type { Checklist } from './checklist.ts';
import type { Covered } from './coverage.ts';

/** What readers of modern slavery statements ask. */
export const HINT_IDS = [
  'board',
  'signed',
  'link',
  'structure',
  'chain',
  'policy',
  'beyond',
  'fees',
  'assessment',
  'where',
  'diligence',
  'channel',
  'remedy',
  'incidents',
  'measured',
  'training',
] as const;
export type HintId = (typeof HINT_IDS)[number];

/** A question with whether words that answer it were found, and the requirement under which they would stand. */
export interface Hint {
  readonly id: HintId;
  readonly number: string;
  readonly found: boolean;
}

/** Of which checklist the questions are asked. */
const ASKED_OF = 'uk-msa-54';

/** By which words a question is likely answered, in either language; none = by what is noted of the approval. */
const LOOKED_FOR: Readonly<Record<HintId, { readonly number: string; readonly words: readonly string[] }>> = {
  board: { number: '54(6)', words: [] },
  signed: { number: '54(6)', words: [] },
  link: { number: '54(7)', words: [] },
  structure: {
    number: '54(5)(a)',
    words: ['organis', 'organiz', 'subsidiar', 'group', 'business', '組織', '事業', '子会社', 'グループ'],
  },
  chain: {
    number: '54(5)(a)',
    words: ['supplier', 'tier', 'procure', 'サプライヤー', '取引先', '調達', '次請'],
  },
  policy: {
    number: '54(5)(b)',
    words: ['policy', 'policies', 'code of conduct', 'principle', '方針', '行動規範', '原則'],
  },
  beyond: {
    number: '54(5)(b)',
    words: [
      'tier 2',
      'tier-2',
      'second tier',
      'sub-contract',
      'subcontract',
      'their suppliers',
      'own suppliers',
      '二次',
      '再委託',
      '取引先の取引先',
    ],
  },
  fees: {
    number: '54(5)(b)',
    words: [
      'recruitment fee',
      'recruiting fee',
      '採用手数料',
      '斡旋手数料',
      'あっせん手数料',
      '募集費用',
      '手数料',
    ],
  },
  assessment: {
    number: '54(5)(d)',
    words: ['risk assess', 'assessed', 'impact assess', 'リスク評価', '影響評価', '評価し'],
  },
  where: {
    number: '54(5)(d)',
    words: ['countr', 'region', 'sector', 'product', 'mineral', '国', '地域', '業種', '製品', '鉱物'],
  },
  diligence: {
    number: '54(5)(c)',
    words: ['audit', 'visit', 'survey', 'questionnaire', 'inspection', '監査', '訪問', '調査', '点検'],
  },
  channel: {
    number: '54(5)(c)',
    words: [
      'hotline',
      'grievance',
      'whistle',
      'complaint',
      'speak up',
      'ホットライン',
      '窓口',
      '通報',
      '苦情',
    ],
  },
  remedy: { number: '54(5)(c)', words: ['remed', 'corrective', 'compensat', '是正', '救済', '補償'] },
  incidents: {
    number: '54(5)(d)',
    words: ['incident', 'case', 'no report', '0 report', 'no instance', '事例', '0件', '0 件', '報告はな'],
  },
  measured: { number: '54(5)(e)', words: ['indicator', 'kpi', 'target', 'measure', '指標', '目標'] },
  training: { number: '54(5)(f)', words: ['train', 'e-learning', 'course', '研修', '教育', 'eラーニング'] },
};

/**
 * The questions that readers ask of a modern slavery statement. Words are looked for in all that is said; whether they
 * answer the question is for people to judge.
 * @returns nothing for another checklist
 */
export function hintsOf(
  { id }: Pick<Checklist, 'id'>,
  places: readonly Covered[],
  { entries }: Pick<Approval, 'entries'>,
): Hint[] {
  if (id !== ASKED_OF) return [];
  const noted: Partial<Record<HintId, boolean>> = {
    board: entries.approval !== null,
    signed: entries.signature !== null,
    link: entries.publication !== null,
  };
  const said = foldText(
    places
      .filter(({ state }) => state === 'answered' || state === 'partly')
      .flatMap(({ answer }) => Object.values(answer?.text ?? {}))
      .join('\n'),
  );
  return HINT_IDS.map((hint) => {
    const { number, words } = LOOKED_FOR[hint];
    return { id: hint, number, found: noted[hint] ?? words.some((word) => said.includes(foldText(word))) };
  });
}
