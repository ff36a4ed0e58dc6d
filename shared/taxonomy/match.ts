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

/** Under which tag an issue keeps its Japanese readings in Latin letters. */
const ROMAJI = 'ja-Latn';

/** Romaji with what its spellings differ in taken away: long vowels, blanks, hyphens, a few consonants. */
function sound(text: string): string {
  return text
    .replace(/[\s\-'’]/g, '')
    .replace(/si/g, 'shi')
    .replace(/ti/g, 'chi')
    .replace(/tu/g, 'tsu')
    .replace(/hu/g, 'fu')
    .replace(/zi/g, 'ji')
    .replace(/o[uo]/g, 'o')
    .replace(/uu/g, 'u')
    .replace(/([aei])\1/g, '$1');
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
  const heard = sound(query);
  const scored: { match: IssueMatch; score: number }[] = [];
  for (const issue of candidates) {
    let best: { matched: string; score: number } | null = null;
    const take = (text: string, score: number | null) => {
      if (score !== null && (best === null || score < best.score)) best = { matched: text, score };
    };
    const consider = (text: string, penalty: number) => {
      const score = fit(fold(text), query);
      take(text, score === null ? null : score + penalty);
    };
    /** Romaji has no one spelling: `kyōsei`, `kyousei` and `kyosei` are one word, with or without its spaces. */
    const considerSound = (text: string) => {
      if (heard !== '') take(text, sound(fold(text)).startsWith(heard) ? 2 : null);
    };
    for (const name of Object.values(issue.name)) consider(name, 0);
    for (const [tag, terms] of Object.entries(issue.synonyms)) {
      for (const term of terms) {
        consider(term, 1);
        if (tag === ROMAJI) considerSound(term);
      }
    }
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
