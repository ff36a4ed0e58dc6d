import { identify } from '../identity.ts';
import { labelKey } from '../labels.ts';
import { allOpenings, COMMON, type Layout, layoutsOf } from '../layout.ts';
import type { Line, Opening } from '../lines.ts';
import type { TurnStart } from '../page.ts';
import type { Detection, Reader } from '../reader.ts';
import { readLabelledTurns } from '../turns.ts';

/**
 * Any layout in which turns begin alike, found from the text itself: a name set off by a mark, by brackets, by a tab, on
 * a line of its own, behind a number or a time.
 */
export const shaped: Reader = {
  id: 'shaped',
  detect(source, options): Detection | null {
    const openings = allOpenings(source.lines);
    const layouts = layoutsOf(source.lines, openings);
    const found = startsOf(layouts);
    if (found.size < 2) return null;
    const identities = identify([...found.values()].map(printed));
    const starts = new Map<Line, TurnStart>();
    for (const line of source.lines) {
      const opening = found.get(line);
      if (!opening) continue;
      const label = printed(opening);
      starts.set(line, {
        speaker: identities.speakers.get(label) ?? label,
        rest: opening.rest,
        start: opening.start,
      });
    }
    return {
      confidence: 0.1,
      starts,
      read: () => readLabelledTurns(source, options, starts, identities),
    };
  },
};

/** The weightiest layout, and those beside it in which the same people speak or nobody unlikely does. */
function startsOf(layouts: readonly Layout[]): Map<Line, Opening> {
  const found = new Map<Line, Opening>();
  const [main, ...others] = layouts;
  if (!main || main.weight <= 0) return found;
  const people = new Set<string>();
  const take = (line: Line, opening: Opening) => {
    if (found.has(line)) return;
    found.set(line, opening);
    people.add(labelKey(opening.label));
  };
  for (const [line, opening] of main.openings) take(line, opening);
  for (const { openings, separator } of others) {
    // Prose has these on every line.
    if (COMMON.has(separator)) continue;
    const fresh = [...openings].filter(([line]) => !found.has(line));
    const known = fresh.filter(([, { label }]) => people.has(labelKey(label)));
    // A layout beside the main one has the same people, or as many turns of its own.
    const own = fresh.length >= main.openings.size * 0.3 && fresh.length >= 3;
    for (const [line, opening] of own ? fresh : known) take(line, opening);
  }
  return found;
}

function printed({ label, role }: Opening): string {
  return role === '' ? label : `${label}（${role}）`;
}
