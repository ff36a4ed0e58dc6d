import { identify } from '../identity.ts';
import { isFieldName, labelKey } from '../labels.ts';
import type { Line } from '../lines.ts';
import type { TurnStart } from '../page.ts';
import type { Detection, Reader } from '../reader.ts';
import { endsInRole, isRole, splitLabel } from '../roles.ts';
import { readLabelledTurns } from '../turns.ts';
import { HONORIFIC, japaneseName, latinName } from '../words.ts';

/** The speaker in brackets in front of the words or on the line above: `【早瀬氏】…`, `［司会］…`, `[Ana Diallo] …`. */
export const bracketed: Reader = {
  id: 'bracketed',
  detect(source, options): Detection | null {
    const found = new Map<Line, Found>();
    let places = 0;
    for (const line of source.lines) {
      if (line.level > 0) continue;
      if (line.start) places++;
      const label = labelIn(line.text);
      if (label) found.set(line, label);
    }
    const speakers = speakersAmong([...found.values()]);
    const turns = [...found].filter(([, { label }]) => speakers.has(labelKey(label)));
    if (turns.length < 2 || speakers.size < 2) return null;
    const identities = identify(turns.map(([, { label }]) => label));
    const starts = new Map<Line, TurnStart>();
    for (const [line, { label, rest }] of turns)
      starts.set(line, { speaker: identities.speakers.get(label) ?? label, rest, start: null });
    return {
      starts,
      confidence: 0.4 + 0.5 * Math.min(1, turns.length / Math.max(1, places)),
      read: () => readLabelledTurns(source, options, starts, identities),
    };
  },
};

interface Found {
  readonly label: string;
  readonly rest: string;
}

const BRACKETS =
  /^(?:【([^【】]{1,40})】|［([^［］]{1,40})］|〔([^〔〕]{1,40})〕|＜([^＜＞]{1,40})＞|〈([^〈〉]{1,40})〉|《([^《》]{1,40})》|（([^（）]{1,40})）|<([^<>]{1,40})>|\[([^[\]]{1,40})\])[ \t\u3000]*[:：]?[ \t\u3000]*/u;

function labelIn(text: string): Found | null {
  const match = BRACKETS.exec(text.slice(0, 60));
  const label = match
    ?.slice(1)
    .find((one) => one !== undefined)
    ?.trim();
  if (!match || !label || !/\p{L}/u.test(label) || isFieldName(label)) return null;
  const rest = text.slice(match[0].length);
  if (HAPPENED.test(label)) return null;
  // On a line of its own, round and square brackets hold what happened rather than who speaks.
  if (rest === '' && !/^[【《]/u.test(text) && !isTold(label)) return null;
  return { label, rest };
}

/** What happens in a meeting, in brackets wherever it stands. */
const HAPPENED =
  /^(大?拍手|一同笑い?|笑い?|沈黙|[前中後以]略|下略|略|休憩|暫時休憩|再開|発言する者あり|資料映写|映像|音楽|写真|図|表|動画|applause|laughter|laughs|pause|music|silence|inaudible|crosstalk|video|break|photo)$/iu;

/** Labels that are somebody's: names and roles; any other word in brackets is a heading or a stage direction. */
function speakersAmong(found: readonly Found[]): Set<string> {
  const uses = new Map<string, { label: string; count: number; said: number }>();
  for (const { label, rest } of found) {
    const key = labelKey(label);
    const use = uses.get(key) ?? { label, count: 0, said: 0 };
    use.count++;
    if (rest.length > 3) use.said++;
    uses.set(key, use);
  }
  const people = [...uses].filter(([, { label, count }]) => isPerson(label, count));
  // Two nouns in brackets again and again are headings; one name that a courtesy shows makes names of the others.
  const names = people.filter(
    ([, { label }]) => isTold(label) || latinName(label) !== null || japaneseName(label)?.given,
  );
  if (names.length === 0 && !people.every(([, { label }]) => ASKING.test(label))) return new Set();
  const recurring = people.filter(([, { count }]) => count > 1);
  // One who comes back, or several who are told by courtesy or role: else it is a page of headings.
  if (recurring.length === 0 && people.filter(([, { label }]) => isTold(label)).length < 2) return new Set();
  return new Set(people.map(([key]) => key));
}

const ASKING = /^(Q|A|Ｑ|Ａ|問|答|質問|回答|話者|発言者|speaker|interviewer)\s?[\p{L}\d]{0,3}$/iu;

/** A courtesy or a role says so. */
function isTold(label: string): boolean {
  const { name, role } = splitLabel(label);
  if (HONORIFIC.test(label)) return japaneseName(label) !== null;
  return isRole(label) || (name !== '' && role !== '' && (endsInRole(label) || japaneseName(name) !== null));
}

function isPerson(label: string, count: number): boolean {
  if (isTold(label)) return true;
  if (/^(Q|A|Ｑ|Ａ|問|答|質問|回答|話者|発言者|speaker|interviewer)\s?[\p{L}\d]{0,3}$/iu.test(label))
    return count > 1;
  const { name } = splitLabel(label);
  if (latinName(name) !== null) return true;
  const japanese = japaneseName(name);
  if (japanese) return japanese.given !== '' || (count > 1 && name.length <= 5);
  return count > 2 && /^\p{Lu}[\p{Ll}’'-]+$/u.test(name) && latinName(`${name} ${name}`) !== null;
}
