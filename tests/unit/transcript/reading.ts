import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readTranscript } from '#shared/transcript/registry.ts';
import type { ReadOptions, ReadResult } from '#shared/transcript/result.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** Material that lies beside the project on some machines; null where it is absent. */
export function sharedMaterial(...parts: string[]): string | null {
  const found = path.resolve(ROOT, '../shared', ...parts);
  return existsSync(found) ? found : null;
}

export function fixture(name: string): string {
  return path.join(ROOT, 'tests/fixtures/transcripts', name);
}

/** Reads a text as if it came in a file. */
export function readText(text: string, name = 'talk.txt', options: ReadOptions = {}): Promise<ReadResult> {
  return readTranscript({ name, bytes: new TextEncoder().encode(text) }, options);
}

export function readFile(file: string, options: ReadOptions = {}): Promise<ReadResult> {
  return readTranscript({ name: path.basename(file), bytes: new Uint8Array(readFileSync(file)) }, options);
}

/** `speaker: text` a turn, for short comparisons. */
export function spoken({ blocks }: ReadResult): string[] {
  return blocks.map(({ kind, speaker, text }) =>
    kind === 'narration' ? `(${text})` : `${speaker}: ${text}`,
  );
}

/** How often each character that is no blank occurs. */
export function characters(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of text) {
    if (!/\s/u.test(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return counts;
}

/** All that a result holds of the words of its file: blocks with their labels, headings, people. */
export function wordsOf({ title, headings, blocks, participants }: ReadResult): string {
  // A label may say the post in front of every turn; it is kept once, with the person.
  const posts = new Map(participants.map((one) => [one.label, `${one.title} ${one.organisation}`]));
  return [
    title ?? '',
    ...headings,
    ...blocks.flatMap(({ speaker, text }) => [speaker ?? '', posts.get(speaker ?? '') ?? '', text]),
    ...participants.flatMap((one) => [one.name, one.title, one.organisation]),
  ].join('\n');
}

/** Characters of the input that the result has fewer of; those of `marks` are layout and not counted. */
export function lost(input: string, result: ReadResult, marks = ''): string[] {
  const kept = characters(wordsOf(result));
  return [...characters(input)]
    .filter(([character, count]) => !marks.includes(character) && (kept.get(character) ?? 0) < count)
    .map(([character]) => character);
}
