import { creditedIn } from '../credited.ts';
import { isBullet } from '../headings.ts';
import { identify } from '../identity.ts';
import type { Line } from '../lines.ts';
import type { TurnStart } from '../page.ts';
import type { Detection, Reader } from '../reader.ts';
import { readLabelledTurns } from '../turns.ts';

/** Words under headings that say whose they are: `早瀬氏のご意見`, `Comments by Rei Fujita`, and the company's own answers. */
export const headed: Reader = {
  id: 'headed',
  detect(source, options): Detection | null {
    const credited = creditedIn(source.lines);
    if (credited.size === 0) return null;
    const identities = identify([...credited.values()].map(({ label }) => label));
    const starts = new Map<Line, TurnStart>();
    for (const [line, { label, rest }] of credited)
      starts.set(line, { speaker: identities.speakers.get(label) ?? label, rest, start: null });
    return {
      starts,
      confidence: 0.4,
      read: () =>
        readLabelledTurns(source, options, starts, identities, [], endsOfLists(source.lines, starts)),
    };
  },
};

/** Where words that are given as a list end: behind its last item, what stands apart is the page's again. */
function endsOfLists(lines: readonly Line[], starts: ReadonlyMap<Line, TurnStart>): Set<Line> {
  const ends = new Set<Line>();
  let listed = false;
  for (const [index, line] of lines.entries()) {
    const start = starts.get(line);
    if (start) listed = isBullet(start.rest === '' ? (lines[index + 1]?.text ?? '') : start.rest);
    else if (listed && line.gap && !isBullet(line.text) && !starts.has(lines[index - 1] as Line)) {
      ends.add(line);
      listed = false;
    }
  }
  return ends;
}
