/**
 * Which labels of a text are people, which are the same one, and whom the office already knows. All of it is offered
 * to a person before anything is stored: words under the wrong name are worse than words under none.
 */
import { mergeParticipants, turnsByLabel } from './fixes.ts';
import { jointNames } from './joint.ts';
import { foldName, isLatin, isLetterAway, isWholeName, nameKey } from './names.ts';
import type { ReadParticipant, ReadResult } from './result.ts';
import { isRole } from './roles.ts';
import { withoutHonours } from './words.ts';

/**
 * Labels that stand once in a text where others recur, and that nothing else presents as a person: no title, no
 * organisation, no whole name, no role. `Note:` and `Example:` are such. Empty where no label recurs.
 */
export function oneOffs(result: ReadResult): string[] {
  const turns = turnsByLabel(result);
  if (![...turns.values()].some((count) => count > 1)) return [];
  return result.participants
    .filter((one) => turns.get(one.label) === 1 && !isPresented(one))
    .map(({ label }) => label);
}

function isPresented({ name, label, title, organisation }: ReadParticipant): boolean {
  const bare = label.normalize('NFKC').trim();
  return (
    title !== '' ||
    organisation !== '' ||
    name !== label ||
    isRole(bare) ||
    isWholeName(bare) ||
    withoutHonours(bare) !== bare ||
    /(氏|様|さん|先生)$/u.test(bare)
  );
}

/** Two labels that may be one person. `spelling`: only width, case, blanks or courtesies differ, or a letter. */
export interface Double {
  readonly from: string;
  /** The one that is kept: the fuller name, else the more frequent. */
  readonly into: string;
  readonly why: 'same' | 'part' | 'letter';
}

/** More candidates than this are not compared one by one. */
const MOST_COMPARED = 400;

/**
 * Labels that may be one person: written differently (`same`), a name and a part of it (`part`: `Ito`, `K. Ito`), or
 * apart by one letter where one is rare (`letter`). A part that fits two people is not offered, nor are numbers that
 * differ (`Researcher 1`, `Researcher 2`).
 */
export function doubles(result: ReadResult): Double[] {
  const turns = turnsByLabel(result);
  const count = ({ label }: ReadParticipant) => turns.get(label) ?? 0;
  const found: Double[] = [];
  const groups = new Map<string, ReadParticipant[]>();
  for (const one of result.participants) {
    const key = keyOf(one);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const kept: ReadParticipant[] = [];
  for (const group of groups.values()) {
    const [best, ...others] = [...group].sort((a, b) => count(b) - count(a));
    if (!best) continue;
    kept.push(best);
    // Labels alike, but presented as different people: two of one surname.
    for (const other of others) {
      if (!disagree(best, other)) found.push({ from: other.label, into: best.label, why: 'same' });
    }
  }
  if (kept.length > MOST_COMPARED) return found;
  for (const one of kept) {
    const fuller = kept.filter(
      (other) => other !== one && isPartOf(one, other) && !isRole(one.label) && !isRole(other.label),
    );
    const [only] = fuller;
    if (only && fuller.length === 1) {
      if (!disagree(one, only)) found.push({ from: one.label, into: only.label, why: 'part' });
      continue;
    }
    const [alike] = kept.filter((other) => other !== one && isLetterAway(one.label, other.label));
    if (alike && count(one) * 4 <= count(alike) && !disagree(one, alike))
      found.push({ from: one.label, into: alike.label, why: 'letter' });
  }
  return found;
}

/** What people who are one have alike: the whole name that the text gives, else the label. */
function keyOf({ name, label }: ReadParticipant): string {
  if (jointNames(label)) return label;
  return nameKey(isWholeName(name) && !isWholeName(label) && foldName(label).length < 2 ? name : label);
}

/** Merges what is offered, in any order: where a kept label goes into another one, both go there. */
export function mergeDoubles(result: ReadResult, offered: readonly Double[]): ReadResult {
  const into = new Map(offered.map((one) => [one.from, one.into]));
  return offered.reduce((merged, { from }) => {
    const seen = new Set([from]);
    let goal = into.get(from) ?? from;
    while (into.has(goal) && !seen.has(goal)) {
      seen.add(goal);
      goal = into.get(goal) ?? goal;
    }
    return mergeParticipants(merged, from, goal);
  }, result);
}

/** What the text itself says of two people that cannot be true of one. */
function disagree(one: ReadParticipant, other: ReadParticipant): boolean {
  const organisations = [one.organisation, other.organisation].map(foldName);
  if (organisations[0] !== '' && organisations[1] !== '' && organisations[0] !== organisations[1])
    return true;
  // Both have a whole name, and it is not the same one.
  if (!isWholeName(one.name) || !isWholeName(other.name)) return false;
  return nameKey(one.name) !== nameKey(other.name);
}

/** `Ito` or `K Ito` of `Kenji Ito`; 伊藤 of 伊藤健二. */
function isPartOf(short: ReadParticipant, long: ReadParticipant): boolean {
  if (jointNames(short.label) || jointNames(long.label)) return false;
  const a = foldName(short.label);
  const b = foldName(long.label);
  if (a === '' || a.length >= b.length) return false;
  if (isInitials(short.label, b)) return true;
  if (!isLatin(a)) {
    return (
      a.length >= 2 &&
      a.length < b.length &&
      b.startsWith(a) &&
      isWholeName(long.label) &&
      !/\d/u.test(b.slice(a.length))
    );
  }
  const few = a.split(' ');
  const many = b.split(' ');
  if (many.length < 2 || /\d/u.test(a + b) || !isLatin(b)) return false;
  if (few.length > many.length || a.length >= b.length) return false;
  // The surname stands first or last; a given name alone is what people are called in online meetings.
  if (few.length === 1) return (few[0] ?? '').length > 1 && (few[0] === many.at(-1) || few[0] === many[0]);
  return (
    few.length === many.length &&
    few.every(
      (word, index) => word === many[index] || (word.length === 1 && (many[index] ?? '').startsWith(word)),
    ) &&
    few.some((word, index) => word.length > 1 && word === many[index])
  );
}

/** `AR` of `Ana Reyes`. */
function isInitials(short: string, long: string): boolean {
  const words = long.split(' ');
  return (
    /^\p{Lu}{2,4}$/u.test(short) &&
    isLatin(long) &&
    words.length === short.length &&
    words.map((word) => word.charAt(0)).join('') === short.toLowerCase()
  );
}
