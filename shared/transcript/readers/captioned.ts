import type { Caption } from '../captions.ts';
import { type Paragraph, paragraphsOf } from '../cards.ts';
import type { Line, TextSource } from '../lines.ts';
import type { TurnStart } from '../page.ts';
import type { Detection, Reader } from '../reader.ts';
import { readTurns } from '../turns.ts';

/**
 * Words above or below the name and post of whoever says them, as pages print comments beside photographs: name above
 * words throughout, or words above name. Where the page can be read both ways, it is not read so.
 */
export const captioned: Reader = {
  id: 'captioned',
  detect(source, options): Detection | null {
    const paragraphs = paragraphsOf(source.lines);
    const said = namesAbove(paragraphs) ?? namesBelow(paragraphs);
    if (!said || hasLabels(source.lines, said)) return null;
    const starts = startsOf(source, said);
    return {
      starts,
      confidence: 0.25,
      read: () =>
        readTurns(source, options, {
          starts,
          captions: said.map(({ caption }) => caption).sort((a, b) => a.from - b.from),
          titles: new Map(),
          outside: 'narration',
          warnings: [{ code: 'names-beside', params: {} }],
          ends: endsOf(source, said),
        }),
    };
  },
};

/** Where lines begin with the names of those whom captions present, these tell who speaks, and the captions only who that is. */
function hasLabels(lines: readonly Line[], said: readonly Said[]): boolean {
  const captioned = new Set(said.flatMap(({ caption: { from, to } }) => lines.slice(from, to)));
  const labels = new Set(said.flatMap(({ caption }) => caption.labels));
  const longest = Math.max(...[...labels].map((label) => label.length));
  return lines.some((line) => {
    if (captioned.has(line) || line.text.length <= longest) return false;
    for (let to = 1; to <= longest; to++)
      if (labels.has(line.text.slice(0, to)) && !/^[\p{Ll}'’]/u.test(line.text.slice(to))) return true;
    return false;
  });
}

/** Somebody's words: the paragraphs from one to another, `[from, to)` in lines. */
interface Said {
  readonly caption: Caption;
  readonly from: number;
  readonly to: number;
}

/** Fewer people are a page about somebody. */
const FEWEST = 2;

/** `name, words, name, words`: nobody's words stand before the first name, and somebody's behind each. */
function namesAbove(paragraphs: readonly Paragraph[]): Said[] | null {
  const said: Said[] = [];
  let cards = 0;
  let parted = false;
  for (const [at, { kind, caption }] of paragraphs.entries()) {
    if (kind === 'words' && cards === 0) return null;
    if (kind !== 'card' || !caption) continue;
    cards++;
    let until = at + 1;
    while (until < paragraphs.length && paragraphs[until]?.kind !== 'card') until++;
    const under = paragraphs.slice(at + 1, until);
    const begin = under.findIndex((one) => one.kind === 'words');
    const first = under[begin];
    if (!first) return null;
    // A heading inside somebody's words begins a part of them; behind the last, where the others have none, the page's.
    const inner = under.findIndex((one, place) => place > begin && one.kind !== 'words');
    const last = under.findLastIndex((one) => one.kind === 'words');
    const isParted = inner >= 0 && last > inner;
    const end =
      under[isParted && (until < paragraphs.length || parted) ? last : inner < 0 ? last : inner - 1];
    parted ||= isParted;
    said.push({ caption, from: first.from, to: end?.to ?? first.to });
  }
  return said.length >= FEWEST ? said : null;
}

/** `words, name, words, name`: the last of all is a name, and words stand right above each. */
function namesBelow(paragraphs: readonly Paragraph[]): Said[] | null {
  const telling = paragraphs.filter(({ kind }) => kind === 'words' || kind === 'card');
  if (telling.at(-1)?.kind !== 'card' || telling[0]?.kind !== 'words') return null;
  const said: Said[] = [];
  for (const [at, { kind, caption }] of paragraphs.entries()) {
    if (kind !== 'card' || !caption) continue;
    let from = at;
    while (paragraphs[from - 1]?.kind === 'words') from--;
    const [first, last] = [paragraphs[from], paragraphs[at - 1]];
    if (from === at || !first || !last) return null;
    said.push({ caption, from: first.from, to: last.to });
  }
  return said.length >= FEWEST ? said : null;
}

function startsOf({ lines }: TextSource, said: readonly Said[]): Map<Line, TurnStart> {
  return new Map(
    said.flatMap(({ caption, from }) => {
      const first = lines[from];
      return first ? [[first, { speaker: caption.name, rest: first.text, start: null }] as const] : [];
    }),
  );
}

/** What stands behind somebody's words is the page's, or the next person's. */
function endsOf({ lines }: TextSource, said: readonly Said[]): Set<Line> {
  return new Set(
    said.flatMap(({ caption, to }) => [lines[to], lines[caption.from]]).filter((line) => line !== undefined),
  );
}
