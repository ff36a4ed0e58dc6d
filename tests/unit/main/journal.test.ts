import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Journal } from '../../../main/journal.ts';
import { SEALERS } from '../../fixtures/sealers.ts';
import { makeEntries, makeEntry } from './entries.ts';

/** What tells the key of a sealed line: the 16 bytes before its box. */
function runOf(log: Buffer, seq: number): string {
  const { box } = JSON.parse(log.toString('utf8').split('\n')[seq - 1] ?? '{}') as { box?: string };
  if (box === undefined) throw new Error(`line ${seq} is not sealed`);
  return Buffer.from(box, 'base64').subarray(0, 16).toString('hex');
}

describe.each(SEALERS)('a journal, $how', ({ sealer }) => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'hearken-journal-'));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const file = () => path.join(folder, 'journal.jsonl');

  async function write(count: number) {
    const entries = makeEntries(count);
    const { journal } = await Journal.open(folder, sealer);
    for (const entry of entries) await journal.append(entry);
    const { head } = journal;
    await journal.close();
    return { entries, head };
  }

  async function reopen() {
    const found = await Journal.open(folder, sealer);
    const entries = await found.journal.read(1, 5_000);
    const { head } = found.journal;
    await found.journal.close();
    return { ...found, entries, head };
  }

  test('an empty folder is an empty journal', async () => {
    const { head, entries, tornTail, damaged } = await reopen();
    expect(head).toEqual({ seq: 0, sum: '' });
    expect(entries).toEqual([]);
    expect([tornTail, damaged]).toEqual([false, null]);
  });

  test('what was appended is read again, in order, with the same head', async () => {
    const written = await write(7);
    const found = await reopen();
    expect(found.entries).toEqual(written.entries);
    expect(found.head).toEqual(written.head);
    expect([found.tornTail, found.damaged]).toEqual([false, null]);
  });

  test('the log can be read with ordinary tools: a line is JSON with its entry in it', async () => {
    const { entries } = await write(3);
    const lines = (await readFile(file(), 'utf8')).trimEnd().split('\n');
    const sums = lines.map((line) => JSON.parse(line).sum);
    const opened = lines.map((line, index) => {
      const content = Buffer.from(JSON.stringify(JSON.parse(line)[sealer.field]), 'utf8');
      return JSON.parse(String(sealer.openLine(index + 1, sums[index - 1] ?? '', content)));
    });
    expect(opened).toEqual(entries);
    if (sealer.isSealed) expect(await readFile(file(), 'utf8')).not.toContain('Aiko');
  });

  test('a part of the journal is read by number', async () => {
    const { entries } = await write(10);
    const { journal } = await Journal.open(folder, sealer);
    expect(await journal.read(4, 3)).toEqual(entries.slice(3, 6));
    expect(await journal.read(9, 100)).toEqual(entries.slice(8));
    expect(await journal.read(11, 5)).toEqual([]);
    expect(journal.sumAt(0)).toBe('');
    expect(journal.sumAt(11)).toBeNull();
    await journal.close();
  });

  test('an entry that does not follow the head is refused, and nothing is written', async () => {
    await write(3);
    const { journal } = await Journal.open(folder, sealer);
    const before = await readFile(file());
    for (const seq of [1, 3, 5])
      await expect(journal.append(makeEntry(seq))).rejects.toMatchObject({
        problem: { code: 'journal-sequence' },
      });
    expect(await readFile(file())).toEqual(before);
    await journal.append(makeEntry(4));
    expect(journal.head.seq).toBe(4);
    await journal.close();
  });

  test('appends that are asked for at once are written one after another', async () => {
    const entries = makeEntries(40);
    const { journal } = await Journal.open(folder, sealer);
    await Promise.all(entries.map((entry) => journal.append(entry)));
    await journal.close();
    expect((await reopen()).entries).toEqual(entries);
  });

  test('a second program that writes to the file is noticed before anything is overwritten', async () => {
    await write(2);
    const { journal } = await Journal.open(folder, sealer);
    const other = (await Journal.open(folder, sealer)).journal;
    await other.append(makeEntry(3));
    const now = await readFile(file());
    await expect(journal.append(makeEntry(3))).rejects.toMatchObject({
      problem: { code: 'journal-foreign' },
    });
    await expect(journal.append(makeEntry(3))).rejects.toMatchObject({
      problem: { code: 'journal-foreign' },
    });
    expect(await readFile(file())).toEqual(now);
    await journal.close();
    await other.close();
  });

  describe('a journal that was cut off', () => {
    test('at any byte: every whole line is kept, what is left of the torn one is set aside', async () => {
      const { entries } = await write(5);
      const whole = await readFile(file());
      const ends = [0, ...[...whole.entries()].filter(([, byte]) => byte === 10).map(([at]) => at + 1)];
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 0, max: whole.length }), async (length) => {
          await writeFile(file(), whole.subarray(0, length));
          const lines = ends.filter((end) => end <= length).length - 1;
          const found = await reopen();
          expect(found.entries).toEqual(entries.slice(0, lines));
          // An entry that lacks only its line's end can be read again: it is not set aside as half written.
          const legible = ends.includes(length + 1) || ends.includes(length + 2);
          expect(found.tornTail).toBe(!ends.includes(length) && !legible);
          expect(found.damaged !== null).toBe(legible && !ends.includes(length));
          if (found.damaged) await rm(path.join(folder, found.damaged));
          // Repaired for good: the next look finds nothing wrong.
          expect((await reopen()).tornTail).toBe(false);
        }),
        { numRuns: 60 },
      );
      const torn = await readdir(path.join(folder, 'torn'));
      expect(torn.length).toBeGreaterThan(0);
    });

    test('and filled with zeros, as some file systems leave it: the same', async () => {
      const { entries } = await write(3);
      await appendFile(file(), Buffer.alloc(5000));
      const found = await reopen();
      expect(found.entries).toEqual(entries);
      expect(found.tornTail).toBe(true);
    });

    test('goes on where it ends', async () => {
      const { entries } = await write(3);
      const whole = await readFile(file());
      await writeFile(file(), whole.subarray(0, -20));
      const { journal } = await Journal.open(folder, sealer);
      await journal.append(entries[2] as (typeof entries)[number]);
      await journal.close();
      // The same number with other content under one key and nonce would give both away: the key is another one.
      if (!sealer.isSealed) expect(await readFile(file())).toEqual(whole);
      else expect(runOf(await readFile(file()), 3)).not.toEqual(runOf(whole, 3));
      expect((await reopen()).entries).toEqual(entries);
    });
  });

  describe('a journal with a damaged line', () => {
    test('any altered byte is noticed: what is read is the beginning of what was written, and nothing else', async () => {
      const { entries } = await write(6);
      const whole = await readFile(file());
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 0, max: whole.length - 1 }),
          fc.integer({ min: 1, max: 255 }),
          async (at, by) => {
            const altered = Buffer.from(whole);
            altered[at] = (altered[at] as number) ^ by;
            await writeFile(file(), altered);
            const found = await reopen();
            expect(found.entries.length).toBeLessThan(entries.length);
            expect(found.entries).toEqual(entries.slice(0, found.entries.length));
            expect(found.tornTail || found.damaged !== null).toBe(true);
            if (found.damaged === null) return;
            expect(await readFile(path.join(folder, found.damaged))).toEqual(altered);
            await rm(path.join(folder, found.damaged));
          },
        ),
        { numRuns: 100 },
      );
    });

    test('lines that were swapped, dropped or doubled are noticed', async () => {
      const { entries } = await write(4);
      const lines = (await readFile(file(), 'utf8')).split('\n');
      const [a, b, c, d] = lines as [string, string, string, string];
      for (const order of [
        [a, c, b, d],
        [a, c, d],
        [a, b, b, c, d],
      ]) {
        await writeFile(file(), `${order.join('\n')}\n`);
        const found = await reopen();
        expect(found.entries).toEqual(entries.slice(0, order[1] === b ? 2 : 1));
        expect(found.damaged).toMatch(/^journal-damaged-/);
      }
    });

    test('that changes while it is open is not handed out', async () => {
      await write(3);
      const { journal } = await Journal.open(folder, sealer);
      const altered = await readFile(file());
      altered[altered.length - 10] = 0x20;
      await writeFile(file(), altered);
      await expect(journal.read(1, 10)).rejects.toMatchObject({ problem: { code: 'journal-damaged' } });
      await journal.close();
    });
  });
});
