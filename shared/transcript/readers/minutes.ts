import { identify } from '../identity.ts';
import { listedLines } from '../layout.ts';
import type { Line, TextSource } from '../lines.ts';
import type { TurnStart } from '../page.ts';
import type { Detection, Reader } from '../reader.ts';
import { endsInRole, isRole, splitLabel } from '../roles.ts';
import { readTurns } from '../turns.ts';
import { japaneseName } from '../words.ts';

/**
 * Minutes of the Diet, of assemblies and of councils: a mark, a role and a name, a wide space, the words
 * (`○参考人（早瀬みちる君）　…`, `◆早瀬委員　…`, `○早瀬君　…`).
 */
export const minutes: Reader = {
  id: 'minutes',
  detect(source, options): Detection | null {
    const { openings, marked } = openingsOf(source);
    if (openings.size < 2) return null;
    const { speakers, titles, shared } = identify([...openings.values()].map(({ label }) => label));
    const starts = new Map<Line, TurnStart>();
    for (const [line, { label, rest }] of openings) {
      const speaker = speakers.get(label);
      if (speaker !== undefined) starts.set(line, { speaker, rest, start: null });
    }
    if (starts.size < 2 || starts.size < marked * 0.3) return null;
    return {
      confidence: 0.6 + 0.38 * Math.min(1, starts.size / marked),
      starts,
      read: () =>
        readTurns(source, options, {
          starts,
          captions: [],
          titles,
          outside: 'narration',
          warnings: [],
          shared,
        }),
    };
  },
};

interface Opening {
  readonly label: string;
  readonly rest: string;
}

const MARK = /^[○〇◯◎◆◇●△▲□■][ \u3000\t]*/u;
const LONGEST = 60;

function openingsOf({ lines }: TextSource): { openings: Map<Line, Opening>; marked: number } {
  const openings = new Map<Line, Opening>();
  const bare = new Map<string, Line[]>();
  let marked = 0;
  const listed = listedLines(lines);
  for (const line of lines) {
    if (listed.has(line)) continue;
    const mark = MARK.exec(line.text.slice(0, 8))?.[0];
    if (mark === undefined || line.level > 0) continue;
    marked++;
    const opening = openingAt(line.text.slice(mark.length), mark.length, line.text);
    if (!opening) continue;
    const { label } = opening;
    if (isSpeaker(label)) openings.set(line, opening);
    else if (japaneseName(label) && label.length <= 5) {
      const alike = bare.get(label);
      if (alike) alike.push(line);
      else bare.set(label, [line]);
    }
  }
  // A name without title and courtesy is a speaker's where several come again and again.
  const recurring = [...bare].filter(([, { length }]) => length > 1);
  if (openings.size > 0 || recurring.length > 1)
    for (const [label, where] of recurring)
      for (const line of where) {
        const mark = MARK.exec(line.text.slice(0, 8))?.[0] ?? '';
        const opening = openingAt(line.text.slice(mark.length), mark.length, line.text);
        if (opening) openings.set(line, { ...opening, label });
      }
  return { openings, marked };
}

/** The label, up to a blank outside brackets, and what follows. */
function openingAt(text: string, offset: number, whole: string): Opening | null {
  const head = text.slice(0, LONGEST);
  const bracketed = /^[^ \u3000\t()（）。、：:]{1,20}[(（][^()（）。]{1,40}[)）](?:君|氏|さん)?[：:]?/u.exec(
    head,
  )?.[0];
  if (bracketed !== undefined) {
    const rest = whole.slice(offset + bracketed.length);
    return { label: bracketed.replace(/[：:]$/u, ''), rest: rest.trim() };
  }
  const words = /^([^ \u3000\t。、「」：:]{1,20})(?:[ \u3000\t]+|[：:]|$)/u.exec(head);
  if (!words) return null;
  const [first, label = ''] = words;
  // `山田　太郎委員　…`: a blank inside the name.
  const second = /^([^ \u3000\t。、「」：:]{1,10})(?:[ \u3000\t]+|[：:]|$)/u.exec(head.slice(first.length));
  if (second && !isSpeaker(label) && japaneseName(label)) {
    const both = `${label}　${second[1]}`;
    if (isSpeaker(both) && splitLabel(both).name !== '')
      return { label: both, rest: whole.slice(offset + first.length + second[0].length).trim() };
  }
  return { label, rest: whole.slice(offset + first.length).trim() };
}

/** Words that a courtesy, a role or a name in brackets shows to be somebody's. */
function isSpeaker(label: string): boolean {
  if (/[(（]/u.test(label)) {
    const outer = label.replace(/[(（].*$/u, '');
    const inner = /[(（]([^()（）]*)[)）]/u.exec(label)?.[1] ?? '';
    return (
      isRole(outer) ||
      endsInRole(outer) ||
      /番$/u.test(outer) ||
      /(君|氏|さん)$/u.test(inner) ||
      (japaneseName(outer) !== null && outer.length <= 8)
    );
  }
  if (isRole(label)) return true;
  const bare = label.replace(/(君|氏|さん|様)$/u, '');
  if (bare !== label)
    return (
      /^[\u3005\u3041-\u9fff\u{20000}-\u{3ffff} \u3000]{2,10}$/u.test(bare) &&
      !/^(皆|お客|各|みな)/u.test(bare)
    );
  if (splitLabel(label).role !== '' && endsInRole(label)) return true;
  // `松原環境部長`: whose name it is, another label may tell.
  return endsInRole(label) && /^[\u3005\u3400-\u9fff\u30a1-\u30fc]{3,14}$/u.test(label);
}
