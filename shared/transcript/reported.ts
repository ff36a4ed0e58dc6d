/** Words that a page reports as somebody's without giving them a turn: `以下のご意見をいただきました。` above a list. */
import { alarmAt } from './alarms.ts';
import type { Paragraph } from './cards.ts';
import { creditIn, isColumnsHead } from './credits.ts';
import { isBullet } from './headings.ts';
import { knownNames } from './known-names.ts';
import { labelKey } from './labels.ts';
import type { Line } from './lines.ts';
import type { ReadAlarm, ReadParticipant } from './result.ts';
import { endsSentence, HONORIFIC } from './words.ts';

const LEADS_JA =
  /(?:以下|次|下記)の(?:よう|とおり|通り)?な?(?:[^。]{0,12})(?:意見|助言|提言|コメント|指摘|発言|要望|感想|評価)|(?:次|以下)のように(?:述べ|話|語|指摘|コメント|助言)|(?:意見|助言|提言|コメント|指摘|発言|要望|感想)(?:を|が)[^。]{0,12}(?:いただきました|頂きました|いただいた|寄せられました|出されました|ありました|述べられました|交わされました)[。：:]?$/u;
const LEADS_EN =
  /\bfollowing (?:[a-z]+ ){0,2}(?:opinions?|views?|comments?|remarks?|advice|recommendations?|suggestions?|points?|feedback)\b|\b(?:opinions?|views?|comments?|remarks?|advice|recommendations?|suggestions?|feedback)\b[^.]{0,60}(?:as follows|\bbelow\b)|\b(?:said|told us|advised|suggested|commented|recommended)(?: that)?:$/iu;
const NAMED_JA =
  /([^\s、。「」（）()]{1,8}(?:[ \u3000][^\s、。「」（）()]{1,8})?(?:氏|様|さん|先生|教授))(?:（[^（）]*）)?(?:と[^、。]{1,14}(?:氏|様|さん|先生|教授))?(?:から|より|は|が)/u;
const NAMED_EN = /\b((?:Mr|Ms|Mrs|Dr|Prof|Professor)\.? (?:\p{Lu}[\p{L}’'-]+ ?){1,3})/u;
/** No sentence above a list is longer. UTF-16 units. */
const LONGEST = 240;

/** The places of a text without turns where words are reported as somebody's, with whoever it probably was. */
export function reportedWords(
  lines: readonly Line[],
  paragraphs: readonly Paragraph[],
  participants: readonly ReadParticipant[],
): ReadAlarm[] {
  const guests = participants.filter(({ external }) => external);
  const known = knownNames([], participants);
  const found: ReadAlarm[] = [];
  let reported: Reported | null = null;
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const lead = leadAt(line);
    if (lead) {
      const named = lead.named?.replace(HONORIFIC, '').trim() ?? '';
      const only = guests.length === 1 && !lead.isColumns ? (guests[0]?.label ?? null) : null;
      const somebody = named === '' ? null : (known.get(labelKey(named)) ?? named);
      reported = { ...lead, label: somebody ?? only, items: 0 };
    } else if (reported && (line.gap || (before && leadAt(before) !== null))) {
      if (!saysMore(line, reported)) reported = null;
      else {
        reported.items++;
        found.push(alarmAt('reported-words', line.number, line.text, reported.label, line.text));
      }
    }
  }
  // Who stands beside the words is likelier than whom a sentence further above names.
  const beside = besideCards(lines, paragraphs, participants);
  const told = new Set(beside.flatMap(({ line, label }) => (label === null ? [] : [line])));
  const led = found.filter(({ line }) => !told.has(line));
  const places = new Set(led.map(({ line }) => line));
  return [...led, ...beside.filter(({ line }) => !places.has(line))].sort(
    (a, b) => (a.line ?? 0) - (b.line ?? 0),
  );
}

/** Words right above or below whoever a paragraph presents; between two, nothing tells whose they are. */
function besideCards(
  lines: readonly Line[],
  paragraphs: readonly Paragraph[],
  participants: readonly ReadParticipant[],
): ReadAlarm[] {
  let above: Paragraph | null = null;
  return paragraphs.flatMap((one, at) => {
    const last = above;
    if (one.kind === 'card' || one.kind === 'words') above = one;
    const first = lines[one.from];
    if (one.kind !== 'words' || !first) return [];
    const names = [last?.caption?.name, paragraphs[at + 1]?.caption?.name].filter(
      (name) => name !== undefined,
    );
    if (names.length === 0) return [];
    const label = names.length === 1 ? participants.find(({ name }) => name === names[0])?.label : undefined;
    return [alarmAt('reported-words', first.number, first.text, label ?? null, first.text)];
  });
}

interface Lead {
  /** Whom it names. */
  readonly named: string | null;
  /** It is the head of a column for opinions beside one for answers. */
  readonly isColumns: boolean;
}

interface Reported extends Lead {
  readonly label: string | null;
  items: number;
}

function leadAt({ text, level }: Line): Lead | null {
  if (text.length > LONGEST || isBullet(text)) return null;
  if (isColumnsHead(text)) return { named: null, isColumns: true };
  const credit = creditIn(text);
  if (credit && !credit.isOwn) return { named: credit.isGroup ? null : credit.label, isColumns: false };
  if (level > 0 || !(LEADS_JA.test(text) || LEADS_EN.test(text))) return null;
  return { named: (NAMED_JA.exec(text) ?? NAMED_EN.exec(text))?.[1]?.trim() ?? null, isColumns: false };
}

/** Items, quotations, and the first paragraph; beside columns, whatever stands there. */
function saysMore({ text, level }: Line, { items, isColumns }: Reported): boolean {
  if (level > 0 || creditIn(text)?.isOwn) return false;
  if (isBullet(text) || /^[「『“"]/u.test(text)) return true;
  return endsSentence(text) && (isColumns || items === 0);
}
