import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JournalEntry } from '#shared/change/change-set.ts';
import { Journal } from '../../../main/journal.ts';
import { salvage } from '../../../main/salvage.ts';
import { SEALERS } from '../../fixtures/sealers.ts';
import { makeEntries } from './entries.ts';

describe.each(SEALERS)('a damaged log, $how', ({ sealer }) => {
  const COUNT = 12;

  let folder: string;
  let file: string;
  let entries: JournalEntry[];
  /** Lines without their LF. */
  let lines: string[];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'hearken-salvage-'));
    file = path.join(folder, 'journal.jsonl');
    entries = makeEntries(COUNT);
    const { journal } = await Journal.open(folder, sealer);
    await journal.appendAll(entries);
    await journal.close();
    lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function read(content: Uint8Array | string, sums: ReadonlyMap<number, string> = new Map()) {
    await writeFile(file, content);
    const found = await salvage(file, sealer, sums);
    // Whatever befell the file, no entry is other than it was written.
    for (const [seq, entry] of found.entries) expect(entry).toEqual(entries[seq - 1]);
    return { ...found, seqs: [...found.entries.keys()] };
  }

  const all = Array.from({ length: COUNT }, (_, index) => index + 1);
  const contentAt = (line: Buffer) => line.indexOf(`"${sealer.field}":`) + sealer.field.length + 3;
  /** With one character of its content another one. */
  const altered = (line: string) => `${line.slice(0, 300)}${line[300] === 'B' ? 'C' : 'B'}${line.slice(301)}`;
  const without = (...lost: number[]) => all.filter((seq) => !lost.includes(seq));
  const whole = () => `${lines.join('\n')}\n`;
  const sumIn = (seq: number) => /"sum":"([0-9a-f]{64})"/.exec(lines[seq - 1] ?? '')?.[1] ?? '';

  test('a sound log is read as a whole', async () => {
    const { seqs, reach, openEnd } = await read(whole());
    expect([seqs, reach, openEnd]).toEqual([all, COUNT, false]);
  });

  test('one altered byte costs at most the line it stands in; none where it stands outside of the entry', async () => {
    const bytes = Buffer.from(whole());
    const starts = [0];
    for (const line of lines) starts.push((starts.at(-1) ?? 0) + Buffer.byteLength(line) + 1);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const flipped = Buffer.from(bytes);
          flipped[at] = (flipped[at] as number) ^ by;
          const seq = starts.filter((start) => start <= at).length;
          const line = Buffer.from(lines[seq - 1] ?? '');
          const offset = at - (starts[seq - 1] ?? 0);
          const inEntry = offset >= contentAt(line) && offset < line.length - 1;
          const { seqs } = await read(flipped);
          // The last line has no successor that could vouch for it where its own sum is damaged.
          const checked = seq < COUNT || offset >= line.length - 1;
          expect(seqs).toEqual(inEntry || !checked ? without(seq) : all);
        },
      ),
      { numRuns: 400, examples: [[11, 127]] },
    );
  });

  test('lines that are lost, doubled, or in another order do not matter to the others', async () => {
    const order = fc.shuffledSubarray(all, { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(order, fc.array(fc.nat(COUNT - 1), { maxLength: 3 }), async (kept, doubled) => {
        const there = [...kept, ...doubled.map((index) => kept[index % kept.length] as number)];
        const { seqs, reach } = await read(`${there.map((seq) => lines[seq - 1]).join('\n')}\n`);
        // A line can be checked where the sum before it is known: its predecessor is there, or it is the first.
        expect(seqs).toEqual(
          [...kept].sort((a, b) => a - b).filter((seq) => seq === 1 || kept.includes(seq - 1)),
        );
        expect(reach).toBeLessThanOrEqual(COUNT);
      }),
    );
  });

  test('a snapshot tells the sum that a lost line took with it', async () => {
    const there = without(4, 5).map((seq) => lines[seq - 1]);
    const content = `${there.join('\n')}\n`;
    expect((await read(content)).seqs).toEqual(without(4, 5, 6));
    expect((await read(content, new Map([[5, sumIn(5)]]))).seqs).toEqual(without(4, 5));
  });

  test('a line that was altered together with its own sum is not believed', async () => {
    const forged = [...lines];
    forged[3] = altered(forged[3] ?? '');
    expect((await read(`${forged.join('\n')}\n`)).seqs).toEqual(without(4));
  });

  test('what is behind the last sound line is counted, and said to be open', async () => {
    const cut = [...lines];
    for (const seq of [10, 11, 12]) cut[seq - 1] = altered(cut[seq - 1] ?? '');
    const { seqs, reach, openEnd } = await read(`${cut.join('\n')}\n`);
    expect(seqs).toEqual(without(10, 11, 12));
    expect([reach, openEnd]).toEqual([COUNT, true]);
  });

  test('anything at all is read without an error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect((await read(bytes)).seqs).toEqual([]);
      }),
    );
    expect(await salvage(path.join(folder, 'nowhere'), sealer, new Map())).toEqual({
      entries: new Map(),
      reach: 0,
      openEnd: true,
    });
  });
});
