/** Labels inside somebody's words that no reader took for a speaker. */
import { cuesWithin } from './cues.ts';
import { isFieldName, parseLabel } from './labels.ts';
import type { ReadBlock, ReadParticipant, ReadResult } from './result.ts';
import { isOpener } from './words.ts';

/** A label inside somebody's words that the reader did not take for a speaker, and how often it stands there. */
export interface Latent {
  readonly label: string;
  readonly count: number;
  /** What follows it first. */
  readonly words: string;
}

/** More of them are offered by no text that is a dialogue. */
const MOST_LATENT = 200;

/** Labels that begin a line inside a turn, `Kubo: …`: readers leave one that occurs once in the text; a person decides. */
export function latentLabels({ blocks, participants }: ReadResult): Latent[] {
  const taken = new Set(participants.map(({ label }) => label));
  const found = new Map<string, { label: string; count: number; words: string }>();
  for (const { text } of blocks) {
    for (const { label, rest } of latentLines(text)) {
      if (taken.has(label)) continue;
      const known = found.get(label);
      if (known) known.count++;
      else if (found.size < MOST_LATENT) found.set(label, { label, count: 1, words: rest });
    }
  }
  return [...found.values()];
}

/** A label inside the words is a speaker: turns are cut where it stands, and what follows is theirs. */
export function takeLatent(result: ReadResult, label: string): ReadResult {
  const blocks = result.blocks.flatMap((block): ReadBlock[] => {
    const starts = [...latentLines(block.text)].filter((line) => line.label === label);
    if (starts.length === 0) return [block];
    const pieces: ReadBlock[] = [];
    const add = (speaker: string | null, kind: ReadBlock['kind'], from: number, to: number) => {
      const text = block.text.slice(from, to).trimEnd();
      if (text === '') return;
      const cues = cuesWithin(block.cues, from, from + text.length);
      const start = pieces.length === 0 ? block.start : (cues[0]?.start ?? null);
      pieces.push({ ...block, kind, speaker, text, cues, start, end: cues.at(-1)?.end ?? null });
    };
    add(block.speaker, block.kind, 0, starts[0]?.at ?? 0);
    for (const [index, { at, rest, length }] of starts.entries())
      add(label, 'speech', at + length - rest.length, starts[index + 1]?.at ?? block.text.length);
    const last = pieces.at(-1);
    if (last) pieces[pieces.length - 1] = { ...last, end: block.end };
    return pieces;
  });
  if (blocks.length === result.blocks.length && !blocks.some(({ speaker }) => speaker === label))
    return result;
  const added: ReadParticipant = {
    name: label,
    label,
    title: '',
    organisation: '',
    external: true,
    voice: 'expert',
    kind: 'other',
  };
  return { ...result, blocks, participants: [...result.participants, added] };
}

/** The lines of a text that begin like a turn. */
function* latentLines(text: string): Generator<{ label: string; rest: string; at: number; length: number }> {
  if (!/[:：]/u.test(text)) return;
  let at = 0;
  for (const line of text.split('\n')) {
    const parsed = /^[\p{Lu}\p{Lo}]/u.test(line) ? parseLabel(line) : null;
    if (parsed && parsed.rest !== '' && mayBeName(parsed.label) && line.endsWith(parsed.rest))
      yield { label: parsed.label, rest: parsed.rest, at, length: line.length };
    at += line.length + 1;
  }
}

function mayBeName(label: string): boolean {
  const words = label.split(/\s+/u);
  return (
    label.length <= 30 &&
    words.length <= 4 &&
    !/[.,;、。「」!?！？/]/u.test(label.replaceAll(/\b\p{L}{1,3}\./gu, '')) &&
    !isFieldName(label) &&
    !isOpener(words[0] ?? '')
  );
}
