/**
 * What a person does to a reader's result before it is stored: each fix is a function from one result to the next,
 * and none of them loses a word of the text but the one that is asked to (`leaveOut`).
 */
import { shiftCues } from './cues.ts';
import type { ReadBlock, ReadParticipant, ReadResult } from './result.ts';

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。「」（）]/u;
const SENTENCE_END = /[.!?。！？…」』）)"”]\s*$/u;

/** Changes what is known of a participant. The label stays: it is the text's own. */
export function patchParticipant(
  result: ReadResult,
  label: string,
  fields: Partial<Omit<ReadParticipant, 'label'>>,
): ReadResult {
  return {
    ...result,
    participants: result.participants.map((one) => (one.label === label ? { ...one, ...fields } : one)),
  };
}

/** Adds someone the text does not name. @returns the result and the new participant's label */
export function addParticipant(result: ReadResult, name: string): { result: ReadResult; label: string } {
  const taken = new Set(result.participants.map((one) => one.label));
  let label = name;
  for (let number = 2; taken.has(label); number += 1) label = `${name} (${number})`;
  const added: ReadParticipant = {
    name,
    label,
    title: '',
    organisation: '',
    external: true,
    voice: 'expert',
    kind: 'other',
  };
  return { result: { ...result, participants: [...result.participants, added] }, label };
}

/** Two labels are one person: turns of `from` become turns of `into`, and what `into` lacked is taken over. */
export function mergeParticipants(result: ReadResult, from: string, into: string): ReadResult {
  const gone = result.participants.find((one) => one.label === from);
  const kept = result.participants.find((one) => one.label === into);
  if (!gone || !kept || from === into) return result;
  return {
    ...result,
    participants: result.participants
      .filter((one) => one.label !== from)
      .map((one) =>
        one.label === into
          ? { ...one, title: one.title || gone.title, organisation: one.organisation || gone.organisation }
          : one,
      ),
    blocks: result.blocks.map((block) => (block.speaker === from ? { ...block, speaker: into } : block)),
  };
}

/**
 * A label was no person (`Note:`): it goes back into the text in front of its turns, which then have no speaker.
 * A participant without turns is only taken off the list.
 */
export function dropParticipant(result: ReadResult, label: string): ReadResult {
  return withoutSpeakers(result, new Set([label]));
}

/** Drops several labels at once, as `dropParticipant` does one. Blocks keep their places. */
export function withoutSpeakers(result: ReadResult, labels: ReadonlySet<string>): ReadResult {
  if (labels.size === 0) return result;
  return {
    ...result,
    participants: result.participants.filter(({ label }) => !labels.has(label)),
    blocks: result.blocks.map((block) =>
      block.speaker !== null && labels.has(block.speaker) ? withLabelInText(block, block.speaker) : block,
    ),
  };
}

/**
 * Makes the dropping of labels final for some blocks, or all: their words hold the label now. Fixes that look at the
 * text of a block need it first. Labels that are left without a turn by it are no candidates any more.
 */
export function settleDropped(
  result: ReadResult,
  labels: ReadonlySet<string>,
  at: readonly number[] | 'all',
): ReadResult {
  const chosen = at === 'all' ? null : new Set(at);
  const touched = new Set<string>();
  const blocks = result.blocks.map((block, index) => {
    if (block.speaker === null || !labels.has(block.speaker) || (chosen && !chosen.has(index))) return block;
    touched.add(block.speaker);
    return withLabelInText(block, block.speaker);
  });
  if (touched.size === 0) return result;
  const speaking = new Set(blocks.map(({ speaker }) => speaker));
  const participants = result.participants.filter(({ label }) => !touched.has(label) || speaking.has(label));
  return { ...result, blocks, participants };
}

function withLabelInText(block: ReadBlock, label: string): ReadBlock {
  const separator = CJK.test(label) ? '：' : ': ';
  return {
    ...block,
    speaker: null,
    text: `${label}${separator}${block.text}`,
    cues: shiftCues(block.cues, label.length + separator.length),
  };
}

/** Gives a block to a speaker; null = speech whose speaker is unknown; `narration` = nobody speaks. */
export function setSpeaker(
  result: ReadResult,
  index: number,
  speaker: string | null | { readonly narration: true },
): ReadResult {
  return patchBlock(
    result,
    index,
    speaker === null || typeof speaker === 'string'
      ? { kind: 'speech', speaker }
      : { kind: 'narration', speaker: null },
  );
}

/** Everything that is said by an unknown speaker is said by this one. */
export function giveUnknown(result: ReadResult, label: string): ReadResult {
  return {
    ...result,
    blocks: result.blocks.map((block) =>
      block.kind === 'speech' && block.speaker === null ? { ...block, speaker: label } : block,
    ),
  };
}

/**
 * Leaves a block out, and a heading that stood over it alone: the menu of a page, a page number. The original file
 * keeps it. The last one stays.
 */
export function leaveOut(result: ReadResult, index: number): ReadResult {
  if (result.blocks.length < 2 || !result.blocks[index]) return result;
  return withBlocks(
    result,
    result.blocks.filter((_, at) => at !== index),
  );
}

/** Changes the words of the heading under which a block stands, for every block under that same heading. */
export function renameHeading(result: ReadResult, index: number, heading: string): ReadResult {
  const { first, last } = sectionAround(result, index);
  return withBlocks(
    result,
    result.blocks.map((block, at) => (at >= first && at <= last ? { ...block, heading } : block)),
  );
}

/** The heading above a block was none: its words go back into the text, as narration, where it stood. */
export function headingToText(result: ReadResult, index: number): ReadResult {
  const { first, last } = sectionAround(result, index);
  const heading = result.blocks[first]?.heading;
  if (!heading) return result;
  const above = result.blocks[first - 1]?.heading ?? null;
  const words: ReadBlock = {
    kind: 'narration',
    speaker: null,
    heading: above,
    start: null,
    end: null,
    cues: [],
    lines: null,
    text: heading,
  };
  const freed = result.blocks.slice(first, last + 1).map((block) => ({ ...block, heading: above }));
  return withBlocks(result, [
    ...result.blocks.slice(0, first),
    words,
    ...freed,
    ...result.blocks.slice(last + 1),
  ]);
}

/**
 * A block's words are a heading: it stands above what follows, down to the next heading. Directly under another
 * heading it becomes the second half of that one.
 */
export function textToHeading(result: ReadResult, index: number): ReadResult {
  const block = result.blocks[index];
  const { first, last } = sectionAround(result, index);
  if (!block || index === last) return result;
  const words = block.text.replaceAll(/\s*\n\s*/g, ' ').trim();
  const heading = index === first && block.heading !== null ? `${block.heading} – ${words}` : words;
  return withBlocks(
    result,
    result.blocks
      .map((one, at) => (at > index && at <= last ? { ...one, heading } : one))
      .filter((_, at) => at !== index),
  );
}

/**
 * A block goes on where the one above it stopped: they become one, of the upper one's speaker. A sentence that was
 * cut is closed up as its script wants (no space in Japanese); a finished one is followed by a new paragraph.
 * The first block under a heading is joined to nothing: the heading stands between.
 * @param between what stands between the two, where that is known
 */
export function joinAbove(result: ReadResult, index: number, between?: string): ReadResult {
  const above = result.blocks[index - 1];
  const block = result.blocks[index];
  if (!above || !block || above.heading !== block.heading) return result;
  const seam = between ?? seamBetween(above.text, block.text);
  const joined: ReadBlock = {
    ...above,
    text: `${above.text}${seam}${block.text}`,
    end: block.end ?? above.end,
    lines: linesOfBoth(above, block),
    cues: [...above.cues, ...shiftCues(block.cues, above.text.length + seam.length)],
  };
  return withBlocks(result, [
    ...result.blocks.slice(0, index - 1),
    joined,
    ...result.blocks.slice(index + 1),
  ]);
}

function linesOfBoth({ lines: above }: ReadBlock, { lines: below }: ReadBlock): ReadBlock['lines'] {
  if (!above || !below) return above ?? below;
  return { from: Math.min(above.from, below.from), to: Math.max(above.to, below.to) };
}

/** Number of blocks of each label. */
export function turnsByLabel(result: ReadResult): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { speaker } of result.blocks) {
    if (speaker !== null) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  }
  return counts;
}

/** What is between two texts that become one: nothing, a space, or the blank line before a new paragraph. */
export function seamBetween(above: string, below: string): string {
  if (SENTENCE_END.test(above)) return '\n\n';
  return CJK.test(above.slice(-1)) || CJK.test(below.slice(0, 1)) ? '' : ' ';
}

function patchBlock(result: ReadResult, index: number, fields: Partial<ReadBlock>): ReadResult {
  return {
    ...result,
    blocks: result.blocks.map((block, at) => (at === index ? { ...block, ...fields } : block)),
  };
}

/** First and last block that stand under the same heading as the block at `index`, without a break. */
export function sectionAround(
  result: ReadResult,
  index: number,
): { readonly first: number; readonly last: number } {
  const heading = result.blocks[index]?.heading ?? null;
  let first = index;
  let last = index;
  while (first > 0 && result.blocks[first - 1]?.heading === heading) first -= 1;
  while (last < result.blocks.length - 1 && result.blocks[last + 1]?.heading === heading) last += 1;
  return { first, last };
}

/** Other blocks; the list of headings follows them, and keeps those that nothing stands under. */
export function withBlocks(result: ReadResult, blocks: readonly ReadBlock[]): ReadResult {
  const above = headingsAbove(result);
  const headings: string[] = [];
  for (const heading of sectionsOf(blocks)) {
    headings.push(...(above.get(heading) ?? []), heading);
    above.delete(heading);
  }
  return { ...result, blocks: [...blocks], headings: [...headings, ...[...above.values()].flat()] };
}

/** The headings that blocks stand under, each as often as a section begins with it. */
function sectionsOf(blocks: readonly ReadBlock[]): string[] {
  return blocks.flatMap(({ heading }, at) =>
    heading !== null && heading !== blocks[at - 1]?.heading ? [heading] : [],
  );
}

/** Headings that stand right above another, the same one again among them, by the one below. */
function headingsAbove({ headings, blocks }: ReadResult): Map<string, string[]> {
  const sections = sectionsOf(blocks);
  const above = new Map<string, string[]>();
  let below = '';
  for (const heading of headings.toReversed()) {
    if (heading === sections.at(-1)) {
      below = heading;
      sections.pop();
    } else above.set(below, [heading, ...(above.get(below) ?? [])]);
  }
  return above;
}
