import { assessRound, type RoundAssessment } from '#shared/assessment/assess-round.ts';
import type { Change } from '#shared/chart/lens.ts';
import type { Language } from '#shared/i18n/index.ts';
import type { Point } from '#shared/model/basics.ts';
import { CATEGORIES } from '#shared/model/issue.ts';
import { makePanel } from '../assessment/panel.ts';

/** Names as long as offices write them. */
const LONG = {
  en: [
    'Freedom of movement, speech, expression and assembly',
    'Procurement of materials from conflict zones and high-risk areas',
    'Collective bargaining and freedom of association',
    'Recruitment fees and debts of migrant workers in the supply chain',
    'Non-discrimination',
    'Privacy',
  ],
  ja: [
    '移動・言論・表現・集会の自由に対する制約',
    '紛争地域・高リスク地域からの原材料調達における人権侵害',
    '団体交渉権・結社の自由',
    'サプライチェーンにおける移住労働者の採用手数料と債務',
    '差別の禁止',
    'プライバシー',
  ],
} as const;

export interface Crowd {
  readonly assessment: RoundAssessment;
  readonly nameOf: (language: Language) => (issueId: string) => string;
  readonly change: (language: Language) => Change;
}

/** A repeatable source of chance (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A round of so many issues as rounds are: ratings about a middle, some happening, some not answered in full. */
export function crowd(count: number, assessors = 5, seed = 11): Crowd {
  const next = chance(seed);
  const point = (value: number) => Math.min(5, Math.max(1, Math.round(value))) as Point;
  const panel = makePanel(
    Object.fromEntries(
      Array.from({ length: count }, (_unused, index) => {
        const middle = [0, 0, 0, 0].map(() => 1 + next() * 4);
        const actual = next() < 0.2;
        const missing = next() < 0.1;
        const effect = 1 + next() * 4;
        return [
          `issue ${index}`,
          Array.from({ length: assessors }, () => ({
            scores: middle.map((value, at) =>
              (missing && at === 1) || (actual && at === 3) ? null : point(value + (next() - 0.5) * 2.4),
            ),
            nature: actual ? ('actual' as const) : ('potential' as const),
            businessEffect: next() < 0.1 ? null : point(effect),
            confidence: Math.min(3, point(1 + next() * 2)) as 1 | 2 | 3,
          })),
        ];
      }),
    ),
  );
  const issues = panel.state.issues.map((issue, index) => ({
    ...issue,
    category: CATEGORIES[index % CATEGORIES.length] ?? ('general' as const),
  }));
  const numbers = new Map(issues.map((issue, index) => [issue.id, index]));
  const assessed = assessRound({ ...panel.state, issues }, panel.round.id);
  // Voices without dialogues: shares that coincide as shares of few people do.
  const assessment = {
    ...assessed,
    issues: assessed.issues.map((issue, index) => {
      const raised = (index * 7) % 9;
      return {
        ...issue,
        voice: { ...issue.voice, raised, heard: 8, share: Math.min(1, raised / 8), passages: 3 },
      };
    }),
  };
  const nameOf = (language: Language) => (id: string) => {
    const number = numbers.get(id) ?? 0;
    return `${LONG[language][number % 6]} ${number}`;
  };
  return {
    assessment,
    nameOf,
    change: (language) => ({
      earlier: language === 'ja' ? '2023年度' : 'FY2023',
      later: language === 'ja' ? '2024年度' : 'FY2024',
      moves: assessment.issues.map((issue, index) => ({
        issueId: issue.issueId,
        from:
          index % 5 === 0 || !issue.severityFloor
            ? null
            : {
                severity: point(issue.severityFloor.shown + (index % 3) - 1),
                across: index % 7 === 0 ? ('after' as const) : 1 + (index % 5),
              },
        entered: index % 10 === 0,
        restated: index % 4 === 0,
      })),
      left: [
        {
          issueId: 'gone',
          name: LONG[language][3],
          category: 'supply-chain',
          from: { severity: 4, across: 3 },
        },
      ],
    }),
  };
}
