import type { Theme } from '#shared/model/theme.ts';

/** The two themes that the company monitors; its own, and no part of the taxonomy that ships. */
export const THEMES: readonly (Omit<Theme, 'order' | 'issueIds'> & { readonly issues: readonly string[] })[] =
  [
    {
      id: '019438e9-483a-7b0b-b7b9-b57a5f64f693',
      code: 'ai-human-rights',
      name: {
        en: 'New technologies and human rights (AI and human rights)',
        ja: '新技術と人権（AIと人権）',
      },
      definition: {
        en: 'What AI, biometrics and other uses of data may do to privacy, equal treatment and freedom, watched together because one system touches them all.',
        ja: 'AIや生体認証をはじめとするデータ利活用が、プライバシー・平等・自由に及ぼしうる影響。一つのシステムがこれらすべてにかかわるため、まとめて注視する。',
      },
      issues: ['cu-privacy', 'cu-non-discrimination', 'cu-freedoms', 'cu-children', 'em-privacy'],
    },
    {
      id: '019438e9-483b-74d1-a74f-e671681a33d1',
      code: 'supply-chain-labour',
      name: {
        en: 'Labour in global supply chains',
        ja: 'グローバルサプライチェーンにおける労働',
      },
      definition: {
        en: 'Working conditions, forced and child labour at suppliers of every tier and where materials come from, watched together because they have common causes.',
        ja: '二次以降を含むサプライヤーおよび原材料の産地における労働条件、強制労働、児童労働。原因が共通するため、まとめて注視する。',
      },
      issues: ['sc-labour-standards', 'sc-forced-labour', 'sc-child-labour', 'sc-conflict-areas'],
    },
  ];
