/**
 * What a person decides about places in doubt: each decision is a function from one result to the next, as fixes are, and
 * none of them loses a word. What cannot be done at a place is not offered there.
 */

import { cuesWithin, shiftCues } from './cues.ts';
import {
  addParticipant,
  headingToText,
  joinAbove,
  patchParticipant,
  seamBetween,
  sectionAround,
  setSpeaker,
  withBlocks,
} from './fixes.ts';
import { knownNames } from './known-names.ts';
import { labelKey } from './labels.ts';
import { type LinePlace, lineOf, placeOf } from './line-places.ts';
import { timeBefore } from './openings.ts';
import type { AlarmCode, ReadAlarm, ReadBlock, ReadResult } from './result.ts';

/**
 * `speaker`: a turn begins here, of whom the label names, or of a participant with this label;
 * `same`: nobody new: whoever spoke goes on, or (with a label) it is this participant under another name;
 * `notLabel`: the words are no label, and belong to what is said; `heading`: the line is one; `narration`: nobody says it;
 * `leave`: it was looked at, and stays as it is.
 */
export type Decision =
  | { readonly kind: 'speaker' | 'same'; readonly label: string | null }
  | { readonly kind: 'notLabel' | 'heading' | 'narration' | 'leave' };

export const DECISIONS = ['speaker', 'same', 'notLabel', 'heading', 'narration', 'leave'] as const;

/** Alarms about lines that were taken for the start of a turn. */
const STARTS: ReadonlySet<AlarmCode> = new Set(['label-slip', 'label-once', 'label-inside', 'label-shared']);

/** Whether the line was taken for the start of a turn; else its words were given to who spoke before, or to nobody. */
export function isStart({ code }: ReadAlarm): boolean {
  return STARTS.has(code);
}

/** Two alarms about the same thing; alarms have no ids. */
export function sameAlarm(a: ReadAlarm, b: ReadAlarm): boolean {
  return a.code === b.code && a.line === b.line && a.label === b.label && a.rest === b.rest;
}

/** Decides about several places alike. Those at which it cannot be done stay open. */
export function decide(result: ReadResult, alarms: readonly ReadAlarm[], decision: Decision): ReadResult {
  let now = result;
  const settled = new Set<ReadAlarm>();
  for (const alarm of alarms) {
    const next = decided(now, alarm, decision);
    if (next === null) continue;
    now = next;
    settled.add(alarm);
  }
  if (settled.size === 0) return result;
  const open = now.alarms.filter((one) => ![...settled].some((alarm) => sameAlarm(alarm, one)));
  return { ...now, alarms: open };
}

/** Whether something can be decided at a place. */
export function canDecide(result: ReadResult, alarm: ReadAlarm, decision: Decision): boolean {
  return decided(result, alarm, decision) !== null;
}

/** The participant that a label means: by the label itself, else by a form of the name. */
export function participantOf({ participants }: ReadResult, label: string): string | null {
  if (participants.some((one) => one.label === label)) return label;
  return knownNames([], participants).get(labelKey(label)) ?? null;
}

function decided(result: ReadResult, alarm: ReadAlarm, decision: Decision): ReadResult | null {
  if (decision.kind === 'leave') return result;
  const line = lineOf(result, alarm);
  if (!line) return null;
  if (line.role === 'heading' && !isStart(alarm)) return atHeading(result, alarm, line, decision);
  const place = placeOf(result, alarm);
  if (!place) return null;
  switch (decision.kind) {
    case 'speaker':
      return isStart(alarm)
        ? startOf(result, alarm, place, decision.label ?? alarm.label)
        : cutSpeaker(result, alarm, place, decision.label);
    case 'same':
      return goesOn(result, alarm, place, decision.label);
    case 'notLabel':
      if (alarm.label === null) return null;
      return isStart(alarm) ? joinUp(...labelBack(result, alarm, place)) : result;
    case 'heading':
    case 'narration': {
      const [words, at] = isStart(alarm) ? labelBack(result, alarm, place) : [result, place];
      return decision.kind === 'heading'
        ? toHeading(words, at, line.number)
        : toNarration(words, at, line.number);
    }
  }
}

/** The line was taken for a heading: it is put back into the text first. */
function atHeading(
  result: ReadResult,
  alarm: ReadAlarm,
  { number, text }: { readonly number: number; readonly text: string },
  decision: Decision,
): ReadResult | null {
  if (decision.kind === 'heading' || decision.kind === 'notLabel') return result;
  const index = result.blocks.findIndex(
    ({ heading, lines }) => heading === text && (lines === null || lines.from > number),
  );
  if (index < 0 || (index > 0 && result.blocks[index - 1]?.heading === text)) return null;
  const { blocks, ...rest } = headingToText(result, index);
  const lines = { from: number, to: number };
  const freed = { ...rest, blocks: blocks.map((block, at) => (at === index ? { ...block, lines } : block)) };
  if (decision.kind === 'narration') return freed;
  const place = placeOf(freed, alarm);
  if (!place || !('label' in decision)) return null;
  return decision.kind === 'speaker'
    ? cutSpeaker(freed, alarm, place, decision.label)
    : goesOn(freed, alarm, place, decision.label);
}

/** A line that was taken for a start is one, of whom it was taken for or of somebody else. */
function startOf(
  result: ReadResult,
  { label }: ReadAlarm,
  { index }: LinePlace,
  chosen: string | null,
): ReadResult | null {
  const block = result.blocks[index];
  if (!block || chosen === null || block.speaker === null) return null;
  const known = participantOf(result, chosen);
  if (known === null) return null;
  if (known === block.speaker) return result;
  const given = setSpeaker(result, index, known);
  return label === null ? given : withoutSilent(given, block.speaker);
}

/** A turn begins inside somebody's words: they are cut there, and what is behind the label is the new speaker's. */
function cutSpeaker(
  result: ReadResult,
  { label: printed, line }: ReadAlarm,
  { index, at, end, bodyAt, prefix }: LinePlace,
  chosen: string | null,
): ReadResult | null {
  const block = result.blocks[index];
  const wanted = chosen ?? printed;
  if (!block || wanted === null || line === null) return null;
  const known = participantOf(result, wanted);
  const { result: peopled, label } =
    known === null ? addParticipant(result, wanted) : { result, label: known };
  const more = beside(prefix, [printed, wanted, label], saidOf(peopled, label));
  const isTitle = more !== '' && known === null;
  const titled = isTitle ? patchParticipant(peopled, label, { title: more }) : peopled;
  const { before } = around(result, block, at, end, line);
  const lines = { from: line, to: Math.max(line, block.lines?.to ?? line) };
  const said = pieceOf(block, bodyAt, block.text.length, lines);
  const led = said && more !== '' && !isTitle ? behind(said, `(${more}) `) : said;
  const start = timeBefore(prefix)?.start ?? led?.start ?? null;
  const above = before ?? (block.speaker === null ? null : silent(block));
  const rest = titled.blocks.slice(index + 1);
  const head = [...titled.blocks.slice(0, index), ...(above ? [above] : [])];
  if (led) return withBlocks(titled, [...head, { ...led, kind: 'speech', speaker: label, start }, ...rest]);
  // A name alone: what stands below it is theirs, if it is nobody else's.
  const [below, ...others] = rest;
  if (!below || below.speaker !== null || below.heading !== block.heading || (more !== '' && !isTitle))
    return null;
  return withBlocks(titled, [...head, { ...below, kind: 'speech', speaker: label }, ...others]);
}

/** Nobody new speaks. */
function goesOn(
  result: ReadResult,
  alarm: ReadAlarm,
  place: LinePlace,
  label: string | null,
): ReadResult | null {
  if (label !== null)
    return isStart(alarm) ? startOf(result, alarm, place, label) : cutSpeaker(result, alarm, place, label);
  const block = result.blocks[place.index];
  if (!block) return null;
  if (isStart(alarm)) return alarm.code === 'label-slip' ? result : null;
  if (block.kind === 'speech' && block.speaker !== null) return result;
  const speaker = speakerBefore(result, place.index);
  return speaker === null ? null : setSpeaker(result, place.index, speaker);
}

/** What was taken for the label of a turn goes back into its words, which are for now whoever's spoke before. */
function labelBack(result: ReadResult, { label }: ReadAlarm, place: LinePlace): [ReadResult, LinePlace] {
  const { index, at, bodyAt, end, prefix } = place;
  const block = result.blocks[index];
  // The label is in the words already, or somebody has joined the turn to the one above.
  if (!block || at !== 0 || bodyAt !== 0) return [result, place];
  const speaker = speakerBefore(result, index);
  const words: ReadBlock = { ...behind(block, prefix), kind: 'speech', speaker };
  const blocks = result.blocks.map((one, each) => (each === index ? words : one));
  const next = { ...result, blocks };
  const silenced = block.speaker === null ? next : withoutSilent(next, block.speaker);
  return [label === null ? next : silenced, { ...place, bodyAt: prefix.length, end: end + prefix.length }];
}

/** A turn goes on with the one above, where that is a turn. */
function joinUp(result: ReadResult, { index }: LinePlace): ReadResult {
  const above = result.blocks[index - 1];
  const block = result.blocks[index];
  if (!above || !block || above.kind !== 'speech') return result;
  return joinAbove(result, index, seamBetween(above.text, block.text) === '\n\n' ? '\n\n' : '\n');
}

/** The line stands above what follows as a heading; null where nothing follows it. */
function toHeading(result: ReadResult, { index, at, end }: LinePlace, number: number): ReadResult | null {
  const block = result.blocks[index];
  if (!block) return null;
  const { before, after } = around(result, block, at, end, number);
  const words = block.text.slice(at, end).replaceAll(/\s+/gu, ' ').trim();
  const { first, last } = sectionAround(result, index);
  const opens = before === null && index === first && block.heading !== null;
  const heading = opens ? `${block.heading} – ${words}` : words;
  const under = [...(after ? [after] : []), ...result.blocks.slice(index + 1, last + 1)];
  const next = result.blocks[last + 1]?.heading ?? null;
  if (words === '' || heading === block.heading || heading === next || (under.length === 0 && next === null))
    return null;
  const above = [...result.blocks.slice(0, index), ...(before ? [before] : [])];
  if (under.length > 0)
    return withBlocks(result, [
      ...above,
      ...under.map((one) => ({ ...one, heading })),
      ...result.blocks.slice(last + 1),
    ]);
  // Two headings, one directly under the other, are one.
  const to = sectionAround(result, last + 1).last;
  const both = `${heading} – ${next}`;
  const renamed = result.blocks.slice(last + 1, to + 1).map((one) => ({ ...one, heading: both }));
  return withBlocks(result, [...above, ...renamed, ...result.blocks.slice(to + 1)]);
}

/** The line is nobody's words; what follows it is still said by who spoke. */
function toNarration(result: ReadResult, { index, at, end }: LinePlace, number: number): ReadResult | null {
  const block = result.blocks[index];
  if (!block) return null;
  if (block.kind === 'narration') return result;
  const { before, after } = around(result, block, at, end, number);
  const line = pieceOf(block, at, end, { from: number, to: number });
  if (!line) return null;
  const told: ReadBlock = { ...line, kind: 'narration', speaker: null };
  const pieces = [before, told, after].filter((one) => one !== null);
  return withBlocks(result, [...result.blocks.slice(0, index), ...pieces, ...result.blocks.slice(index + 1)]);
}

/** What of a block stands before a line, and what behind it. */
function around(
  result: ReadResult,
  block: ReadBlock,
  at: number,
  end: number,
  number: number,
): { readonly before: ReadBlock | null; readonly after: ReadBlock | null } {
  const numbers = result.source.map((one) => one.number);
  const last = numbers.filter((one) => one < number).at(-1) ?? number;
  const next = numbers.find((one) => one > number) ?? number;
  const { from, to } = block.lines ?? { from: number, to: number };
  return {
    before: pieceOf(block, 0, at, { from, to: Math.max(from, last) }),
    after: pieceOf(block, end, block.text.length, { from: Math.min(next, to), to }),
  };
}

/** A piece of a block; null where it has no words. */
function pieceOf(block: ReadBlock, from: number, to: number, lines: ReadBlock['lines']): ReadBlock | null {
  const raw = block.text.slice(from, to);
  const begin = from + raw.length - raw.trimStart().length;
  const text = raw.trim();
  if (text === '') return null;
  const cues = cuesWithin(block.cues, begin, begin + text.length);
  const start = from === 0 ? block.start : (cues[0]?.start ?? null);
  const end = to === block.text.length ? block.end : (cues.at(-1)?.end ?? null);
  return { ...block, text, cues, start, end, lines };
}

/** Words put in front of a block. */
function behind(block: ReadBlock, words: string): ReadBlock {
  return { ...block, text: `${words}${block.text}`, cues: shiftCues(block.cues, words.length) };
}

/** A name with nothing said behind it is no turn; it stays as text. */
function silent(block: ReadBlock): ReadBlock {
  return { ...block, kind: 'narration', speaker: null, cues: [], text: block.speaker ?? '' };
}

/** Who spoke last before a block, under the same heading; null where nobody did. */
function speakerBefore({ blocks }: ReadResult, index: number): string | null {
  const heading = blocks[index]?.heading ?? null;
  for (let at = index - 1; at >= 0 && blocks[at]?.heading === heading; at--) {
    const { kind = 'narration', speaker = null } = blocks[at] ?? {};
    if (kind === 'speech') return speaker;
  }
  return null;
}

/** Takes somebody off the list who has no turn any more, and of whom nothing is known but the label. */
function withoutSilent(result: ReadResult, label: string): ReadResult {
  if (result.blocks.some(({ speaker }) => speaker === label)) return result;
  const participants = result.participants.filter(
    (one) => one.label !== label || one.name !== label || one.title !== '' || one.organisation !== '',
  );
  return { ...result, participants };
}

/** What is known of a participant in words. */
function saidOf({ participants }: ReadResult, label: string): string[] {
  const { name = '', title = '', organisation = '' } = participants.find((one) => one.label === label) ?? {};
  return [name, title, organisation];
}

/** What stands in a printed label beside the name, a time and a courtesy, and is not known: a post, an organisation. */
function beside(prefix: string, names: readonly (string | null)[], known: readonly string[]): string {
  const time = timeBefore(prefix);
  let left = time ? prefix.slice(time.length) : prefix;
  const longestFirst = [...names, known[0] ?? ''].sort((a, b) => (b?.length ?? 0) - (a?.length ?? 0));
  const name = longestFirst.find((one) => one && left.includes(one));
  // Another spelling of the name, or a slip: whose it is has been decided.
  if (!name) return '';
  left = left.replace(name, ' ');
  for (const one of known.slice(1)) if (one !== '') left = left.replace(one, ' ');
  const bare = left.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  return COURTESIES.test(bare) ? '' : bare;
}

const COURTESIES = /^(さん|様|氏|君|先生|教授|san|sama|mr|mrs|ms|dr|prof|professor)$/iu;
