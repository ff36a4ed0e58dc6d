/**
 * `npm run test:flips -- [N] [SEED] [--mutate NAME]`: stores of a few hundred acknowledged changes are damaged at random, N times,
 * with the window's database there and with it gone, and opened by the app's own code, twice; then they are worked
 * in, closed, and opened once more without a database. What must be true is worked out apart (oracle.ts).
 *
 * `--mutate NAME` does the same to a store with a fault of faults.ts, and succeeds only if the fault is noticed.
 */
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { differing, entriesOf, faultsOfLog, type PlainState, readLogLines, replay } from '../oracle/log.ts';
import { type Random, seededRandom } from '../oracle/random.ts';
import {
  createStore,
  type DatabaseContent,
  type OpenedStore,
  openStore,
  type Refusal,
  setUpDatabase,
  storeFolder,
} from './adapter.ts';
import { damageStore } from './damage.ts';
import { FAILURES, type Failure } from './failures.ts';
import { FAULTS } from './faults.ts';
import {
  altered,
  type Holding,
  holdingOf,
  lostRows,
  type Missing,
  missingAfter,
  notKept,
  type Truth,
  unviewableAfter,
} from './oracle.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { mutate: { type: 'string' } },
});
const fault = values.mutate === undefined ? null : (FAULTS[values.mutate] ?? null);
if (values.mutate !== undefined && !fault)
  throw new Error(`No fault is called ${values.mutate}; there are: ${Object.keys(FAULTS).join(', ')}.`);
const [rounds = 100, seed = Date.now() % 1_000_000] = positionals.map(Number);
const root = await mkdtemp(path.join(tmpdir(), 'hearken-flips-'));
const DAY = 24 * 3_600_000;

interface Base {
  readonly storeId: string;
  readonly folder: string;
  readonly truth: Truth;
  readonly database: DatabaseContent;
  readonly originals: ReadonlyMap<string, Buffer>;
}

const failures = new Map<Failure, string[]>();
const failedRounds = new Map<Failure, Set<number>>();
const refusals = new Map<string, number>();
const counts = { opened: 0, withDatabase: 0, logDamaged: 0, loss: 0, silentLoss: 0, unseen: 0 };
const errors: unknown[] = [];
// The app writes to the console what it repairs; here only what is wrong is of interest.
console.error = (...what: unknown[]) => errors.push(...what);

console.log(`seed ${seed}, ${rounds} rounds`);
const bases = [
  await buildBase(
    seed,
    200,
    new Map([
      [60, 3 * DAY],
      [110, DAY],
      [160, 0],
    ]),
  ),
  await buildBase(
    seed + 1,
    240,
    new Map([
      [120, 0.1],
      [240, 0],
    ]),
  ),
  await buildBase(seed + 2, 40, new Map()),
];

for (let round = 1; round <= rounds; round++) {
  const random = seededRandom(seed * 1_000 + round);
  const base = bases[round % bases.length] as Base;
  await runRound(round, base, random, round % 2 === 0);
}
await rm(root, { recursive: true, force: true });
report();

/** Makes a store by work, and leaves it as a kill does: open, with its lock. @param snapshots age in ms by number of changes */
async function buildBase(
  baseSeed: number,
  changes: number,
  snapshots: ReadonlyMap<number, number>,
): Promise<Base> {
  const random = seededRandom(baseSeed);
  const profile = path.join(root, `base-${baseSeed}-building`);
  const kept = path.join(root, `base-${baseSeed}`);
  const storeId = await createStore(profile);
  await setUpDatabase(storeId, null);
  const store = await openStore(profile, storeId);
  if ('refused' in store) throw new Error(`a new store was refused: ${store.refused}`);
  const folder = storeFolder(profile, storeId);
  const originals = new Map<string, Buffer>();
  for (let count = 0; count < 3; count++) {
    const bytes = Buffer.from(Array.from({ length: random.between(1, 6_000) }, () => random.between(0, 255)));
    originals.set(await store.putFile(bytes), bytes);
  }
  let written = 1;
  for (const upTo of new Set([...snapshots.keys(), changes])) {
    if (upTo > written) await store.change(random, upTo - written);
    const age = snapshots.get(upTo);
    if (age !== undefined) await store.writeSnapshot(folder, new Date(Date.now() - age));
    written = upTo;
  }
  const database = await store.dump();
  await cp(profile, kept, { recursive: true });
  await store.abandon();
  await rm(profile, { recursive: true, force: true });

  const files = await filesOf(storeFolder(kept, storeId));
  const log = readLogLines(files.get('journal.jsonl') ?? Buffer.alloc(0));
  const truth: Truth = {
    files,
    lines: log.map(({ bytes }) => Buffer.from(bytes)),
    entries: log.map(({ json }) => JSON.parse(json ?? '')),
    json: log.map(({ json }) => Buffer.from(json ?? '')),
    snapshots: new Map(
      [...files.keys()].flatMap((name) => {
        const match = /^snapshots\/0*(\d+)-/.exec(name);
        return match ? [[name, Number(match[1])] as const] : [];
      }),
    ),
  };
  if (truth.entries.length !== changes) throw new Error(`${truth.entries.length} changes were written`);
  if (truth.snapshots.size !== snapshots.size) throw new Error('not every snapshot is there');
  return { storeId, folder: kept, truth, database, originals };
}

async function runRound(round: number, base: Base, random: Random, databaseIsThere: boolean): Promise<void> {
  const { storeId, truth } = base;
  const profile = path.join(root, `round-${round}`);
  await cp(base.folder, profile, { recursive: true });
  const folder = storeFolder(profile, storeId);
  const { story, left } = await damageStore(folder, [...truth.files.keys()], random);
  const before = await filesOf(folder);
  const holding = holdingOf(truth, before, databaseIsThere);
  const description = `${story}; database ${databaseIsThere ? 'there' : 'gone'}`;
  const say = (failure: Failure, what: string) => {
    failures.set(failure, [...(failures.get(failure) ?? []), `round ${round} (${description}): ${what}`]);
    failedRounds.set(failure, (failedRounds.get(failure) ?? new Set()).add(round));
  };
  if (databaseIsThere) counts.withDatabase++;
  if (!before.get('journal.jsonl')?.equals(truth.files.get('journal.jsonl') as Buffer)) counts.logDamaged++;

  try {
    await setUpDatabase(storeId, databaseIsThere ? base.database : null);
    const first = await open(profile, base, holding.notice > 0, say);
    if (!first) {
      if (holding.notice > 0) say('lost', 'it was refused, and something whole holds changes');
      return;
    }
    counts.opened++;
    const shown = await first.readState();
    const after = await filesOf(folder);
    judge(base, holding, first, shown, after, say);
    for (const [sum, bytes] of base.originals) await judgeOriginal(first, before, sum, bytes, say);
    for (const name of notKept(truth, left, after)) say('unkept', `${name} as the damage left it is nowhere`);

    // Killed right after, and started again.
    const again = path.join(root, `round-${round}-again`);
    await cp(profile, again, { recursive: true });
    await first.abandon();
    const second = await open(again, base, true, say);
    if (!second) return say('unsteady', 'it was refused');
    const shownAgain = await second.readState();
    const changed = differing(shown, shownAgain);
    if (changed.length > 0) say('unsteady', `${changed.length} rows, among them ${changed[0]}`);
    if (second.said.missing > 0) say('unsteady', `${second.said.missing} are missing once more`);

    // Worked in and closed, which writes a snapshot and removes older ones; then the database is lost.
    const more = await second.change(random, 3);
    const then = await second.readState();
    if (differing(then, replay(more, new Map(shownAgain))).length > 0) say('later', 'changes go wrong');
    await second.close();
    const closed = await filesOf(storeFolder(again, storeId));
    await setUpDatabase(storeId, null);
    const third = await open(again, base, true, say);
    if (!third) return say('later', 'it was refused');
    const gone = differing(then, await third.readState());
    if (gone.length > 0) say('later', `${gone.length} rows, among them ${gone[0]}`);
    judgeSnapshots(base, before, closed, shown, say);
    await third.abandon();
    await rm(again, { recursive: true, force: true });
  } catch (thrown) {
    say('unknown', thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown));
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}

type Say = (failure: Failure, what: string) => void;

/** @param isHeld something whole holds changes: there is something to be listed */
async function open(
  profile: string,
  { storeId, truth }: Base,
  isHeld: boolean,
  say: Say,
): Promise<OpenedStore | null> {
  let opened: OpenedStore | Refusal = await openStore(profile, storeId);
  if ('refused' in opened && opened.refused === 'workspace-locked') {
    // A lock that was damaged may look like another machine's; it is believed for two minutes.
    count(refusals, opened.refused);
    await rm(path.join(storeFolder(profile, storeId), 'lock.json'));
    opened = await openStore(profile, storeId);
  }
  if (!('refused' in opened)) return fault ? fault.build(opened, storeFolder(profile, storeId)) : opened;
  count(refusals, opened.refused);
  if (opened.refused === 'unexpected') say('unknown', 'refused as unexpected');
  if (!opened.listed && isHeld) say('unlisted', opened.refused);
  const after = await filesOf(storeFolder(profile, storeId));
  if (after.size < truth.files.size - 1) say('unkept', 'files are missing after a refusal');
  return null;
}

/** Whether what is shown is all that is held, and what is said about it is true. */
function judge(
  { truth }: Base,
  holding: Holding,
  { said }: OpenedStore,
  shown: PlainState,
  after: ReadonlyMap<string, Buffer>,
  say: Say,
): void {
  const lines = readLogLines(after.get('journal.jsonl') ?? Buffer.alloc(0));
  const log = entriesOf(lines);
  const faults = faultsOfLog(lines);
  for (const { seq } of altered(truth, log)) faults.push(`change ${seq} is not what was acknowledged`);
  if (said.head !== lines.length) faults.push(`it has ${lines.length} lines, and ${said.head} are spoken of`);
  if (differing(shown, replay(log)).length > 0) faults.push('what is shown is not what it tells');
  if (faults[0]) say('unsound', faults[0]);

  const lost = lostRows(truth, holding, shown);
  if (lost.length > 0) say('lost', `${lost.length} rows, among them ${lost[0]}`);
  const isWhole = differing(shown, replay(truth.entries)).length === 0;
  const missing = missingAfter(truth, holding, log);
  const unviewable = unviewableAfter(truth, holding, log);
  const saysSo = said.missing > 0 || said.perhapsMore;
  const canBeKnown = lost.length > 0 || missing.least > 0 || holding.openEnd;
  if (!isWhole) {
    counts.loss++;
    if (!saysSo) counts.silentLoss++;
    if (said.complete || (!saysSo && canBeKnown))
      say(
        'untrue',
        `repaired: ${said.repaired}, damaged: ${said.damaged.join(', ') || 'none'}, complete: ${said.complete}`,
      );
    if (!saysSo && !canBeKnown) counts.unseen++;
  }
  const judgeCount = (what: string, count: number, { least, most }: Missing) => {
    if (count < least || count > most) say('miscounted', `${what}: said ${count}, it is ${least} to ${most}`);
    if (count < most && !said.perhapsMore && holding.openEnd)
      say('miscounted', `${what}: said ${count} and no more, it is ${most}`);
  };
  judgeCount('missing', said.missing, missing);
  judgeCount('not to be viewed', said.unviewable, unviewable);
}

async function judgeOriginal(
  store: OpenedStore,
  before: ReadonlyMap<string, Buffer>,
  sum: string,
  bytes: Buffer,
  say: Say,
): Promise<void> {
  const given = await store.getFile(sum);
  const isWhole = before.get(`files/${sum}`)?.equals(bytes) ?? false;
  if (typeof given !== 'string') {
    if (!bytes.equals(given)) say('original', 'wrong bytes are given out');
  } else if (isWhole) say('original', `${given}, and the file is whole`);
  else if (!['file-damaged', 'file-missing'].includes(given)) say('original', `refused as ${given}`);
}

/** A snapshot that was whole and reached further than what was shown must still be there. */
function judgeSnapshots(
  { truth }: Base,
  before: ReadonlyMap<string, Buffer>,
  after: ReadonlyMap<string, Buffer>,
  shown: PlainState,
  say: Say,
): void {
  for (const [name, seq] of truth.snapshots) {
    const bytes = before.get(name);
    if (!bytes?.equals(truth.files.get(name) as Buffer)) continue;
    if ([...after.values()].some((file) => file.equals(bytes))) continue;
    const held = replay(truth.entries.slice(0, seq));
    const later = truth.entries
      .slice(seq)
      .flatMap(({ changes }) => changes.map(({ table, id }) => `${table}/${id}`));
    const touched = new Set(later);
    const only = differing(held, shown).filter((row) => !touched.has(row));
    if (only.length > 0) say('snapshot', `${name} is gone, and with it ${only.length} rows`);
  }
}

async function filesOf(folder: string): Promise<Map<string, Buffer>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((name) => name.isFile()).map((name) => path.join(name.parentPath, name.name));
  return new Map(
    await Promise.all(
      files.map(async (file) => {
        const name = path.relative(folder, file).replaceAll(path.sep, '/');
        return [name, await readFile(file)] as [string, Buffer];
      }),
    ),
  );
}

function report(): void {
  console.log(
    `\nrounds ${rounds} (database there in ${counts.withDatabase}), opened ${counts.opened}, ` +
      `logs damaged ${counts.logDamaged}, rounds with rows missing ${counts.loss}, ` +
      `of these without a word of it ${counts.silentLoss} (${counts.unseen} of them not to be known)`,
  );
  console.log(`refused: ${[...refusals].map(([code, times]) => `${code} ${times}`).join(', ') || 'none'}`);
  for (const [failure, sentence] of Object.entries(FAILURES)) {
    const found = failures.get(failure as Failure) ?? [];
    console.log(`${String(failedRounds.get(failure as Failure)?.size ?? 0).padStart(5)}  ${sentence}`);
    for (const example of found.slice(0, 3)) console.log(`         ${example}`);
  }
  const bad = new Set([...failedRounds.values()].flatMap((found) => [...found])).size;
  if (fault) {
    const noticed = failedRounds.has(fault.noticedAs);
    console.log(`${noticed ? 'The fault was noticed' : 'NOT NOTICED'}: ${values.mutate}.`);
    process.exit(noticed ? 0 : 1);
  }
  console.log(bad === 0 ? 'Every round was good.' : `FAILED in ${bad} of ${rounds} rounds.`);
  process.exit(bad === 0 ? 0 : 1);
}

function count(found: Map<string, number>, name: string): void {
  found.set(name, (found.get(name) ?? 0) + 1);
}
