import type { Id } from '../model/basics.ts';
import { DECISION_LEVELS, type DecisionLevel } from '../model/decision.ts';
import type { IdOf } from '../model/id.ts';
import { DIMENSIONS, type Dimension } from '../model/round.ts';
import type { RoundAssessment } from './assess-round.ts';
import { midRanks } from './concordance.ts';
import type { VoiceGroup } from './group-views.ts';

/** In what external voices and assessors differ on an issue. */
export type DivergenceReason =
  /** Among the first k by how many raised it, and not among the first k by salience; or the other way round. */
  | {
      readonly kind: 'raised-more' | 'raised-less';
      /** Place by the share of people heard who raised it; equals share the middle. */
      readonly voiceRank: number;
      readonly rank: number;
      readonly raised: number;
      readonly heard: number;
      readonly k: number;
    }
  /** A group of external assessors is at least one step from the company's own. */
  | {
      readonly kind: 'groups';
      readonly group: Exclude<VoiceGroup, 'company'>;
      readonly dimension: Dimension;
      readonly external: number;
      readonly company: number;
      readonly n: { readonly external: number; readonly company: number };
    }
  /** People from outside urged the company to act, and less than `monitor` is suggested. */
  | { readonly kind: 'urged'; readonly urge: number; readonly suggested: DecisionLevel | null };

export interface Divergence {
  readonly issueId: IdOf<'issues'>;
  readonly reasons: readonly DivergenceReason[];
}

/** Steps between two groups' medians from which they are said to differ. */
const APART = 1;

/**
 * Where those outside and the assessors differ (METHOD-SOURCES 2.4, "divergence register"), in salience order. A
 * finding to look into, not a correction: voices never move a rank.
 */
export function divergences(
  assessment: Pick<RoundAssessment, 'issues' | 'topIssues' | 'hearing' | 'themes'>,
): Divergence[] {
  const ranked = assessment.issues.filter(({ rank }) => rank !== null);
  const voiceRanks = midRanks(ranked.map(({ voice }) => -(voice.share ?? 0)));
  const k = assessment.topIssues;
  // A theme's level is its members' too.
  const levels = new Map<Id, DecisionLevel>();
  for (const { memberIds, suggestion } of assessment.themes)
    for (const id of memberIds) {
      const standing = levels.get(id);
      if (suggestion.level && (!standing || attention(suggestion.level) < attention(standing)))
        levels.set(id, suggestion.level);
    }
  return ranked.flatMap((issue, index): Divergence[] => {
    const reasons: DivergenceReason[] = [];
    const { raised, heard, urge } = issue.voice;
    const [voiceRank, rank] = [voiceRanks[index] ?? 0, issue.rank ?? 0];
    const place = { voiceRank, rank, raised, heard, k };
    if (raised > 0 && voiceRank <= k && rank > k) reasons.push({ kind: 'raised-more', ...place });
    if (heard > 0 && rank <= k && (raised === 0 || voiceRank > k))
      reasons.push({ kind: 'raised-less', ...place });

    const company = issue.groups.find(({ group }) => group === 'company');
    for (const view of issue.groups) {
      if (view.group === 'company' || !company) continue;
      for (const dimension of DIMENSIONS) {
        const [theirs, own] = [view.dimensions[dimension], company.dimensions[dimension]];
        if (theirs.median === null || own.median === null) continue;
        if (Math.abs(theirs.median - own.median) < APART) continue;
        reasons.push({
          kind: 'groups',
          group: view.group,
          dimension,
          external: theirs.median,
          company: own.median,
          n: { external: theirs.n, company: own.n },
        });
      }
    }

    const suggested = [issue.suggestion.level, levels.get(issue.issueId) ?? null]
      .filter((level) => level !== null)
      .sort((a, b) => attention(a) - attention(b))[0];
    if (urge > 0 && (suggested === undefined || attention(suggested) > attention('monitor')))
      reasons.push({ kind: 'urged', urge, suggested: suggested ?? null });
    return reasons.length > 0 ? [{ issueId: issue.issueId, reasons }] : [];
  });
}

/** 0 = most attention. */
function attention(level: DecisionLevel): number {
  return DECISION_LEVELS.indexOf(level);
}
