/**
 * What encryption at rest costs: keeping a change, and opening a workspace of 10,000 and of 100,000 turns, each beside the
 * same without it, in turns in one process; and what a passphrase costs. Opening is measured in processor time, since the
 * machine may be busy, from asking for the workspace to its rows as text, as the window asks for them when its database is gone.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Change, JournalEntry } from '#shared/change/change-set.ts';
import { newId } from '#shared/model/basics.ts';
import { COST, passphraseKey } from '../../main/encryption/header.ts';
import { KeySealer, PLAIN } from '../../main/encryption/sealer.ts';
import { Journal } from '../../main/journal.ts';
import { Workspaces } from '../../main/workspaces.ts';
import { CHEAP, PASSPHRASE } from '../fixtures/encryption.ts';
import { makeEntry } from '../unit/main/entries.ts';
import { type Bench, type Figure, median, percentile } from './frame.ts';

const APPENDS = 400;
const OPENINGS = 5;
/** Turns in all, and how many came in with one change. */
const SIZES = [
  { turns: 10_000, atOnce: 500 },
  { turns: 100_000, atOnce: 500 },
  { turns: 100_000, atOnce: 1 },
] as const;
const WORDS =
  'They told us that the fees were taken from the first three wages, and that nobody had said so before they left home. ';

export const bench: Bench = {
  title: 'Encryption at rest, against the same in the clear',
  run: async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'hearken-bench-encryption-'));
    try {
      const figures = [...(await appending(folder)), await asking()];
      for (const size of SIZES) figures.push(...(await opening(path.join(folder, newId()), size)));
      return figures;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function appending(folder: string): Promise<Figure[]> {
  const sealer = new KeySealer(Buffer.alloc(32, 1), Buffer.alloc(16, 2));
  const plain = (await Journal.open(path.join(folder, 'plain'), PLAIN)).journal;
  const sealed = (await Journal.open(path.join(folder, 'sealed'), sealer)).journal;
  const taken = { plain: [] as number[], sealed: [] as number[] };
  for (let seq = 1; seq <= APPENDS; seq++) {
    const entry = makeEntry(seq);
    for (const [name, journal] of Object.entries({ plain, sealed })) {
      const started = performance.now();
      await journal.append(entry);
      taken[name as keyof typeof taken].push(performance.now() - started);
    }
  }
  await plain.close();
  await sealed.close();
  return [
    { what: 'median', of: median },
    { what: '95th percentile', of: (values: number[]) => percentile(values, 0.95) },
  ].map(({ what, of }) => ({
    what: `a change kept, with fsync, ${what}`,
    value: of(taken.sealed),
    unit: 'ms',
    against: { what: 'in the clear', value: of(taken.plain) },
  }));
}

async function asking(): Promise<Figure> {
  const taken: number[] = [];
  for (let run = 0; run < OPENINGS; run++)
    taken.push(await processorTime(() => passphraseKey(PASSPHRASE, COST, Buffer.alloc(16, run))));
  return { what: 'a passphrase, processor time', value: median(taken), unit: 'ms' };
}

async function opening(
  folder: string,
  { turns, atOnce }: { readonly turns: number; readonly atOnce: number },
): Promise<Figure[]> {
  const workspaces = new Workspaces(folder, { cost: CHEAP });
  const store = async (ticket: string | null) => {
    const content = { name: '', ticket, sample: false, snapshot: null, files: [] };
    return (await workspaces.create({ ...content, journal: [...logOf(turns, atOnce)] })).storeId;
  };
  const stores = {
    plain: await store(null),
    sealed: await store((await workspaces.keys.prepare(PASSPHRASE)).ticket),
  };
  const taken = {
    log: { plain: [] as number[], sealed: [] as number[] },
    snapshot: { plain: [] as number[], sealed: [] as number[] },
  };
  for (let run = 0; run <= OPENINGS; run++) {
    for (const name of ['plain', 'sealed'] as const) {
      const storeId = stores[name];
      // The first opening finds no snapshot, and leaves one.
      const from = run === 0 ? 'log' : 'snapshot';
      if (name === 'sealed')
        await workspaces.keys.unlock({ storeId, secret: { kind: 'passphrase', text: PASSPHRASE } });
      taken[from][name].push(
        await processorTime(async () => {
          await workspaces.open(storeId);
          await workspaces.recover();
        }),
      );
      await workspaces.lockOpen();
    }
  }
  const size = `${turns.toLocaleString('en')} turns, ${atOnce} a change`;
  return (['snapshot', 'log'] as const).map((from) => ({
    what: `opened from its ${from}, ${size}`,
    value: median(taken[from].sealed),
    unit: 'ms',
    against: { what: 'in the clear', value: median(taken[from].plain) },
  }));
}

function* logOf(turns: number, atOnce: number): Generator<JournalEntry> {
  for (let seq = 1; seq <= turns / atOnce; seq++) {
    const changes = Array.from({ length: atOnce }, (_, index): Change => {
      const row = {
        id: newId(),
        dialogueId: newId(),
        order: index,
        text: `${seq} ${index} ${WORDS.repeat(3)}`,
      };
      return { table: 'turns', id: row.id, before: null, after: row } as unknown as Change;
    });
    yield { ...makeEntry(seq), changes };
  }
}

async function processorTime(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
