import { mapTexts, type Replacement, replaceAll } from '../anchor/text-map.ts';

/**
 * A text that two people changed apart, with the changes of both; null where they changed the same words, or words
 * side by side.
 */
export function joinProse(base: string, mine: string, theirs: string): string | null {
  const [here, there] = [replacements(base, mine), replacements(base, theirs)];
  const all = [...here, ...there.filter((one) => !here.some((other) => isSame(one, other)))].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
  for (const [index, { start }] of all.entries()) {
    const before = all[index - 1];
    if (before && start <= before.end) return null;
  }
  return replaceAll(base, all).text;
}

/** What was put in the place of what, so that one text became another. */
function replacements(before: string, after: string): Replacement[] {
  const { runs } = mapTexts(before, after);
  const found: Replacement[] = [];
  let [from, to] = [0, 0];
  for (const run of [...runs, { from: before.length, to: after.length, length: 0 }]) {
    if (run.from > from || run.to > to)
      found.push({ start: from, end: run.from, text: after.slice(to, run.to) });
    from = run.from + run.length;
    to = run.to + run.length;
  }
  return found;
}

function isSame(one: Replacement, other: Replacement): boolean {
  return one.start === other.start && one.end === other.end && one.text === other.text;
}
