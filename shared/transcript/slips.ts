/** The name of somebody who speaks elsewhere at the start of a line: with another mark, glued to the words, misspelt. */
import type { KnownNames } from './known-names.ts';
import { labelKey } from './labels.ts';
import { isRound } from './line-looks.ts';
import type { Line } from './lines.ts';
import { leadLength, leadShape, openingsAt } from './openings.ts';
import { hasJapanese } from './scripts.ts';
import { type Manner, misspeltAt, type Spellings } from './suspects.ts';
import { withoutHonours } from './words.ts';

/** A line that begins with a name that speaks elsewhere, and goes on as if it were a label with another mark. */
export interface Slip {
  readonly label: string;
  readonly rest: string;
  /** The mark is one that follows names by a slip of the hand, and no comma or blank of prose. */
  readonly sure: boolean;
}

const SLIP_MARK =
  /^[\s\u3000]*([;；=~〜|｜>＞/／\\*#_]|[-–—―](?=[\s\u3000])|::|[,.，．、。·](?=[\s\u3000]*\S)|(?=[「『“"]))[\s\u3000]*/u;

/**
 * A slip at the start of a line; null where there is none.
 * @param usualLead what stands before most names of the text, as `leadShape` has it: behind it any name is one
 */
export function slipAt(whole: string, known: KnownNames, usualLead?: string): Slip | null {
  const lead = leadLength(whole);
  const led = usualLead !== undefined && leadShape(whole) === usualLead;
  const text = whole.slice(lead);
  const head = text.slice(0, 90);
  // The longest name first: `Ana Reyes` before `Ana`.
  for (let to = Math.min(60, head.length); to > 0; to--) {
    const next = head[to] ?? '';
    if (/[\p{L}\p{M}\p{N}]/u.test(next) && /[\p{L}\p{M}\p{N}]$/u.test(head.slice(0, to))) continue;
    const label = known.get(labelKey(head.slice(0, to)));
    if (label === undefined) continue;
    const post = BEHIND_NAME.exec(text.slice(to))?.[0] ?? '';
    const behind = text.slice(to + post.length, to + post.length + 20);
    const mark = SLIP_MARK.exec(behind)?.[0] ?? (/^[ \u3000\t]+/u.exec(behind)?.[0] || null);
    if (mark === null) continue;
    const rest = text.slice(to + post.length + mark.length);
    // What goes on in a small letter, or in a particle, is prose about somebody.
    const opens = /^[\p{Lu}\p{Lo}\p{N}“"'‘「『（(¿¡]/u.test(rest) || beginsWithName(rest, known);
    if (!opens || (!hasJapanese(head[to - 1] ?? '') && PARTICLE_BEHIND.test(rest))) continue;
    const weak = /^[\s\u3000]*[,.，．、。·]?[\s\u3000]*$/u.test(mark);
    return { label, rest, sure: led || post !== '' || !weak };
  }
  return null;
}

/** What goes on behind a Latin name in a Japanese sentence: `Google は前年…`; `はい` and `ですから` open one. */
const PARTICLE_BEHIND = /^(?:[はがのをにへとでも]|には|では|とは)[^\u3041-\u3096、。]/u;

/** Whether a text begins with the name of a speaker, also one in small letters: `van der Meer`. */
function beginsWithName(text: string, known: KnownNames): boolean {
  for (const word of text.slice(0, 60).matchAll(/(?<=^.{1,40})(?=[\s,.:;!?])/gu))
    if (known.has(labelKey(text.slice(0, word.index)))) return true;
  return false;
}

/** A post in brackets or a time behind a name. */
const BEHIND_NAME = /^(?:[ \u3000]?[(（][^()（）]{1,60}[)）]|[ \u3000]?[[［][\d:.,：時間分秒]{4,12}[\]］])/u;

/** The name of somebody who speaks elsewhere at the start of a line, set off in whatever way. */
export function nameAt(
  line: Line,
  known: KnownNames,
  names: Spellings,
  manner: Manner,
  isBriefLine: boolean,
): { label: string; rest: string } | null {
  for (const { separator, label, rest, shape } of openingsAt(line)) {
    if (separator === 'blank' || (isRound({ shape }) && rest === '')) continue;
    const own = known.get(labelKey(label));
    if (own !== undefined) return { label: own, rest };
  }
  const slip = slipAt(line.text, known);
  if (slip) return { label: slip.label, rest: slip.rest };
  const told = line.gap && (manner.labelled || isBriefLine) ? toldOf(line.text, known) : null;
  if (told !== null) return { label: told, rest: line.text };
  if (!line.start && manner.paragraphs) return null;
  return gluedAt(line.text, known) ?? misspeltAt(line.text, names);
}

/** Whose name a paragraph begins with, a courtesy aside: `Ms. Ito asked …` may tell of a turn that nobody's words are. */
function toldOf(text: string, known: KnownNames): string | null {
  const bare = withoutHonours(text.replace(/^The /u, '').slice(0, 60));
  for (let to = Math.min(40, bare.length - 1); to > 0; to--) {
    if (/[\p{L}\p{N}]/u.test(bare[to] ?? '') && !hasJapanese(bare[to] ?? '')) continue;
    const label = known.get(labelKey(bare.slice(0, to)));
    if (label !== undefined && to > 1) return label;
  }
  return null;
}

/** A speaker's name with the words glued to it: `BANKSThe …`, `Reyesvan der Meer …`. */
function gluedAt(text: string, known: KnownNames): { label: string; rest: string } | null {
  for (let to = Math.min(40, text.length - 1); to > 1; to--) {
    if (!/^\p{L}/u.test(text[to] ?? '') || hasJapanese(text.slice(0, to))) continue;
    const label = known.get(labelKey(text.slice(0, to)));
    if (label === undefined) continue;
    const rest = text.slice(to);
    if (/^\p{Lu}/u.test(rest) || beginsWithName(rest, known)) return { label, rest };
  }
  return null;
}
