import { type Issue, isActive } from '../model/issue.ts';

/** Folds what should not matter while typing: width, case, kana script, accents. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

/** An issue that fits what was typed, and the word of it that does (in any language). */
export interface IssueMatch {
  readonly issue: Issue;
  readonly matched: string;
}

/**
 * Issues that a few typed letters mean, best first: names before synonyms, beginnings before middles.
 * Every language of the taxonomy counts (English, kanji, kana and romaji readings among the synonyms).
 * Retired and merged issues are left out. Nothing typed = all, in the order of the list.
 */
export function matchIssues(issues: readonly Issue[], typed: string): IssueMatch[] {
  const query = fold(typed.trim());
  const candidates = issues.filter(isActive);
  if (query === '') return candidates.map((issue) => ({ issue, matched: '' }));
  const scored: { match: IssueMatch; score: number }[] = [];
  for (const issue of candidates) {
    let best: { matched: string; score: number } | null = null;
    const consider = (text: string, penalty: number) => {
      const score = fit(fold(text), query);
      if (score !== null && (best === null || score + penalty < best.score))
        best = { matched: text, score: score + penalty };
    };
    for (const name of Object.values(issue.name)) consider(name, 0);
    for (const terms of Object.values(issue.synonyms)) for (const term of terms) consider(term, 1);
    consider(issue.code, 3);
    const found = best as { matched: string; score: number } | null;
    if (found) scored.push({ match: { issue, matched: found.matched }, score: found.score });
  }
  return scored.sort((a, b) => a.score - b.score).map(({ match }) => match);
}

/** 0 = begins with it, 2 = a word begins with it, 4 = holds it, 6 = the first letters of its words; null = no fit. */
function fit(text: string, query: string): number | null {
  if (text.startsWith(query)) return 0;
  const at = text.indexOf(query);
  if (at > 0) return /[\s\-・/（(]/.test(text[at - 1] as string) ? 2 : 4;
  const initials = text
    .split(/[\s\-/]+/)
    .map((word) => word[0] ?? '')
    .join('');
  return query.length > 1 && initials.startsWith(query) ? 6 : null;
}
