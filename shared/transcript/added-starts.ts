/** Turns that a layout's reader passed over: slips of a name or a mark, and answers that a heading announces. */

import type { Caption } from './captions.ts';
import { creditedIn } from './credited.ts';
import { countBy } from './judge.ts';
import { knownNames, printedNames } from './known-names.ts';
import { labelKey } from './labels.ts';
import { isPartOfName } from './layout.ts';
import { TELLING } from './line-looks.ts';
import type { Line } from './lines.ts';
import { isLetterAway } from './names.ts';
import { leadShape, openingsAt } from './openings.ts';
import type { TurnStart } from './page.ts';
import { slipAt } from './slips.ts';

/** Where a reader found turns to begin, by line. */
export type Starts = ReadonlyMap<Line, TurnStart>;

/**
 * Paragraphs that begin with the name of somebody who speaks again and again: with a mark that is none elsewhere, behind
 * the number or mark that the others have, or alone above words.
 */
export function slipsIn(
  lines: readonly Line[],
  starts: Starts,
  captions: readonly Caption[],
): Map<Line, TurnStart> {
  const counts = countBy(starts.values(), ({ speaker }) => speaker ?? '');
  const again = [...counts]
    .filter(([label, count]) => count > 1 && /\p{L}/u.test(label))
    .map(([label]) => label);
  const slips = new Map<Line, TurnStart>();
  if (again.length === 0) return slips;
  const known = new Map([
    ...knownNames(again, []),
    ...[...printedNames(starts)].filter(([, speaker]) => again.includes(speaker)),
  ]);
  // A caption says more of somebody than the name.
  const inCaption = new Set(captions.flatMap(({ from, to }) => (to - from > 1 ? lines.slice(from, to) : [])));
  const leads = countBy(starts.keys(), ({ text }) => leadShape(text));
  const usual = [...leads].find(([lead, count]) => lead !== '' && count >= starts.size * USUAL)?.[0];
  // In a text without blank lines a turn may begin on any line.
  const anywhere = [...starts.keys()].filter(({ start }) => start).length < starts.size * USUAL;
  let begun = false;
  for (const [index, line] of lines.entries()) {
    if (starts.has(line)) begun = true;
    if (!begun || !(line.start || anywhere) || line.level > 0 || starts.has(line) || inCaption.has(line))
      continue;
    const next = lines[index + 1];
    const name = known.get(labelKey(line.text.replace(/[:：;；]$/u, '')));
    if (name !== undefined && next && !next.gap && !starts.has(next)) {
      slips.set(line, { speaker: name, rest: '', start: null });
      continue;
    }
    const opening = openingsAt(line).find(
      ({ separator, label, rest }) =>
        TELLING.has(separator) && rest !== '' && known.has(labelKey(label)) && !isPartOfName(line, separator),
    );
    if (opening) {
      const speaker = known.get(labelKey(opening.label)) ?? opening.label;
      slips.set(line, { speaker, rest: opening.rest, start: opening.start });
      continue;
    }
    const slip = slipAt(line.text, known, usual);
    if (slip?.sure) slips.set(line, { speaker: slip.label, rest: slip.rest, start: null });
  }
  return slips;
}

/** Between turns, what a heading says is the company's answer, or a speaker's: `当社の回答`, `早瀬氏のコメント`. */
export function answersIn(lines: readonly Line[], starts: Starts): Map<Line, TurnStart> {
  const found = new Map<Line, TurnStart>();
  const [first] = starts.keys();
  if (!first) return found;
  const known = knownNames(
    [...starts.values()].flatMap(({ speaker }) => (speaker === null ? [] : [speaker])),
    [],
  );
  const from = lines.indexOf(first);
  for (const [line, { label, isOwn, rest }] of creditedIn(lines.slice(from), true)) {
    const speaker = isOwn ? label : known.get(labelKey(label));
    const next = lines[lines.indexOf(line) + 1];
    if (speaker === undefined || starts.has(line) || line.level > 0 || (next && starts.has(next))) continue;
    found.set(line, { speaker, rest, start: null });
  }
  return found;
}

/** How often a name must stand for another to be a slip of it. */
const OFTEN = 2;

/** Labels that stand once and are a letter away from one that comes again and again: `Briigd`, `Filed`. */
export function misspelt(starts: Starts): Map<Line, TurnStart> {
  const counts = countBy(starts.values(), ({ speaker }) => speaker ?? '');
  const often = [...counts].filter(([, count]) => count >= OFTEN).map(([label]) => label);
  const found = new Map<Line, TurnStart>();
  if (often.length === 0 || often.length === counts.size || counts.size > MOST_COMPARED) return found;
  for (const [line, start] of starts) {
    if (start.speaker === null || counts.get(start.speaker) !== 1) continue;
    const meant = often.filter((label) => isLetterAway(start.speaker ?? '', label));
    if (meant.length === 1) found.set(line, { ...start, speaker: meant[0] ?? null });
  }
  return found;
}

/** More labels than this are not compared one by one. */
const MOST_COMPARED = 400;

/** The share of turns that makes what stands before their names usual. */
const USUAL = 0.8;
