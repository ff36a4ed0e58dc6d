import { identify } from '../identity.ts';
import { likelyName } from '../likely-name.ts';
import type { Line } from '../lines.ts';
import type { TurnStart } from '../page.ts';
import type { Detection, Reader } from '../reader.ts';
import { isRole } from '../roles.ts';
import { startsBy, type TaughtStart } from '../taught.ts';
import { readLabelledTurns } from '../turns.ts';

/** What looks so much like a name is one. */
const NAME = 0.7;

/** A layout that a person showed. It is read by that and nothing else. */
export const taught: Reader = {
  id: 'taught',
  detect(source, options): Detection | null {
    if (!options.taught || options.taught.length === 0) return null;
    const found = startsBy(options.taught, source.lines);
    if (found.size === 0) return null;
    const identities = identify([...found.values()].map(printed));
    const starts = new Map<Line, TurnStart>();
    const lines = source.lines.map((line) => {
      const start = found.get(line);
      if (!start) return line;
      // A heading that is shown to be somebody is none.
      const now = line.level > 0 ? { ...line, gap: true, start: true, level: 0 } : line;
      const label = printed(start);
      starts.set(now, {
        speaker: identities.speakers.get(label) ?? label,
        rest: start.rest,
        start: start.start,
      });
      return now;
    });
    return {
      confidence: 1,
      starts,
      read: () => readLabelledTurns({ ...source, lines }, options, starts, identities),
    };
  },
};

/** `Moderator (Ana Reyes)` says a name, `Moderator (Institute)` none. */
function printed({ label, role }: TaughtStart): string {
  if (role === '' || (isRole(label) && likelyName(role) < NAME)) return label;
  return `${label}（${role}）`;
}
