import { type Caption, labelsOf } from '../captions.ts';
import { countBy, likelySpeaker } from '../judge.ts';
import { labelKey } from '../labels.ts';
import { isBelowWords } from '../layout.ts';
import type { Line } from '../lines.ts';
import type { TurnStart } from '../page.ts';
import type { Detection, Reader } from '../reader.ts';
import { readTurns } from '../turns.ts';

/** What stands before a name below somebody's words. */
const SIGNATURE = /^[―—–-]{1,2}[ \u3000]?(\p{L}[^.。!?！？]{1,80}|\p{L}.{1,80}[^.。!?！？])$/u;
/** How likely a name must be to be one. */
const NAME = 0.5;
/** The share of paragraphs that end in a name where words stand above their speakers. */
const MOST = 0.6;

/** Words with their speaker below, as quotations and collections of opinions are printed: `— Ana Reyes, Harbour Trust`. */
export const signed: Reader = {
  id: 'signed',
  detect(source, options): Detection | null {
    const signatures = signaturesIn(source.lines);
    const ends = source.lines.filter((_, at) => source.lines[at + 1]?.gap ?? true);
    if (signatures.length < 3 || signatures.length < ends.length * MOST) return null;
    const starts = startsAbove(source.lines, signatures);
    return {
      starts,
      confidence: 0.6,
      read: () =>
        readTurns(source, options, {
          starts,
          captions: signatures,
          titles: new Map(),
          outside: 'narration',
          warnings: [],
        }),
    };
  },
};

/** The last lines of paragraphs that name somebody behind a dash. */
function signaturesIn(lines: readonly Line[]): Caption[] {
  const found = candidatesIn(lines);
  const counts = countBy(found, ({ name }) => labelKey(name));
  return found.filter(({ name }) => likelySpeaker(name, counts.get(labelKey(name)) ?? 1) >= NAME);
}

function candidatesIn(lines: readonly Line[]): Caption[] {
  return lines.flatMap((line, at) => {
    // Items of a list stand behind dashes too.
    if (!isBelowWords(lines, at) || SIGNATURE.test(lines[at - 1]?.text ?? '')) return [];
    const whole = SIGNATURE.exec(line.text)?.[1];
    if (whole === undefined) return [];
    const [name = '', ...rest] = whole.split(/[,、，]\s*|\s[|/–—]\s/u).map((piece) => piece.trim());
    const organisation = rest.at(-1) ?? '';
    const title = rest.slice(0, -1).join(', ');
    return [{ from: at, to: at + 1, name, title, organisation, labels: [name, ...labelsOf(name)] }];
  });
}

/** Each signature's words: the lines above it, up to the one before or to a blank line. */
function startsAbove(lines: readonly Line[], signatures: readonly Caption[]): Map<Line, TurnStart> {
  const starts = new Map<Line, TurnStart>();
  for (const { from, name } of signatures) {
    let at = from - 1;
    while (at > 0 && lines[at] && !lines[at]?.gap) at--;
    const first = lines[at];
    if (first) starts.set(first, { speaker: name, rest: first.text, start: null });
  }
  return starts;
}
