/**
 * `npm run test:kill -- [N] [SEED] [--encrypted] [--mutate NAME]`: the real app writes through its real store, as fast as it can
 * and like a person, and is killed (SIGKILL to its whole process group) at random moments, N times.
 *
 * What was acknowledged is written down outside the app as its window says it. After each kill, before the app
 * starts again, the log is read with the tests' own reader: each acknowledged change must be in it as it was
 * acknowledged, in an unbroken chain. Then the database is taken away in half of the rounds, and files are damaged
 * now and then. After the start the app must show what the tests' own replay of the log gives. A round in which the
 * app acknowledges too little is a failure too: nothing can be lost where nothing is written.
 *
 * `--encrypted` does the same to encrypted workspaces, whose log the tests' own reader opens by the passphrase.
 *
 * `--mutate NAME` does the same to an app with a fault of tests/kill/faults built in, and succeeds only if the fault
 * is found where it must show (faulty-app.ts).
 *
 * A process that is killed loses nothing that the system had taken: what a power cut does to a disk is tested in
 * tests/unit/main/power-cut.test.ts.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { differing, entriesOf, type LogLine, plain, readLogLines, replay } from '../oracle/log.ts';
import { seededRandom } from '../oracle/random.ts';
import { type OpenContent, openedBy } from '../oracle/sealed-log.ts';
import { Acknowledged } from './acknowledged.ts';
import { type RunningApp, startApp } from './app.ts';
import { type Damage, doDamage, drawDamage, headerFile, logFile, NO_DAMAGE } from './damage.ts';
import { buildFaultyApp, FAULTS } from './faulty-app.ts';
import { ACKNOWLEDGED, makeEncrypted, makeWorkspace, readWorkspace, startWriting, unlock } from './writer.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { mutate: { type: 'string' }, encrypted: { type: 'boolean', default: false } },
});
const fault = values.mutate ?? null;
const passphrase = values.encrypted ? 'correct horse battery' : null;
if (fault !== null && !Object.hasOwn(FAULTS, fault))
  throw new Error(`No fault is called ${fault}; there are: ${Object.keys(FAULTS).join(', ')}.`);
const [kills = fault === null ? 20 : 8, seed = Date.now() % 1_000_000] = positionals.map(Number);
const random = seededRandom(seed);
/** A new workspace after so many kills, so that reading it does not take ever longer. */
const KILLS_A_WORKSPACE = 25;
/**
 * Changes that must have been acknowledged before the random moment of the kill begins: as many as a person makes
 * in a minute, and as many as a writer without pauses makes in far less than a second.
 */
const LEAST = { likeAPerson: 4, fast: 12 };
/** How long a slow, shared machine may take for them, in ms. */
const PATIENCE = 90_000;
/** Failures that are written out at the end. */
const SHOWN = 20;

const counts = {
  kills: 0,
  whileOpening: 0,
  closed: 0,
  lost: 0,
  wrong: 0,
  idle: 0,
  unsaid: 0,
  doubleFaults: 0,
};
const damages = new Map<string, number>();
const repairs = new Map<string, number>();
const failures: string[] = [];

const acknowledged = new Acknowledged();
let storeId = '';
/** What opens the lines of the log of this workspace; undefined = they are plain. */
let openLine: OpenContent | undefined;
let damage: Damage = NO_DAMAGE;
let story = 'first start';

const faultyApp = fault === null ? null : await buildFaultyApp(fault);
if (faultyApp) process.env.HEARKEN_APP_DIR = faultyApp;
const userData = await mkdtemp(path.join(tmpdir(), 'hearken-kill-'));
console.log(
  `seed ${seed}, ${kills} kills${passphrase ? ' of encrypted workspaces' : ''}${fault ? `, fault: ${fault}` : ''}, profile in ${userData}`,
);

for (let round = 1; round <= kills; round++) {
  await runRound(round);
  if (fault !== null && failures.length > 0) break;
}
if (fault === null) {
  const last = await start();
  await check(last, kills + 1);
  await last.close();
}
await report();

async function runRound(round: number): Promise<void> {
  let app = await start();
  if (storeId !== '' && random.chance(0.12)) {
    // While it opens, repairs or rebuilds. Nothing may get worse by that; the next round looks.
    if (passphrase) void unlock(app, storeId, passphrase).catch(() => undefined);
    await pause(random.between(0, 500));
    await kill(app);
    counts.whileOpening++;
    story = `${story}, killed while opening`;
    console.log(`${round}: ${story}`);
    return;
  }
  if (storeId !== '') await check(app, round);
  if (storeId === '' || round % KILLS_A_WORKSPACE === 0) {
    storeId = passphrase
      ? await makeEncrypted(app, `Round ${round}`, passphrase)
      : await makeWorkspace(app.page, `Round ${round}`);
    if (passphrase) openLine = openedBy(await readFile(headerFile(userData, storeId)), passphrase);
    acknowledged.forget();
    damage = NO_DAMAGE;
  }
  if (random.chance(0.15)) {
    // Closed as a person does, which writes a snapshot, and opened again.
    await app.close();
    counts.closed++;
    app = await start();
    await check(app, round);
  }
  const likeAPerson = round % 3 === 0;
  const least = likeAPerson ? LEAST.likeAPerson : LEAST.fast;
  const before = acknowledged.count;
  await startWriting(app.page, likeAPerson ? { pause: [10, 300], rows: 300 } : { pause: [0, 0], rows: 300 });
  const wrote = await acknowledged.reaches(before + least, PATIENCE, app.stopped);
  if (wrote) await pause(random.between(0, likeAPerson ? 3_000 : 1_500));
  await kill(app);
  if (!wrote) {
    counts.idle++;
    fail(
      round,
      `only ${acknowledged.count - before} of at least ${least} changes were acknowledged`,
      ...app.pageErrors,
    );
  }
  const lines = await readLog();
  compareWithLog(lines, `round ${round}, after the kill`);
  // An encrypted workspace has no database on the disk, which could still hold what the log loses.
  const databaseGone = passphrase !== null || round % 2 === 0;
  damage = fault === null ? drawDamage(databaseGone, random) : NO_DAMAGE;
  // What the log holds though the app did not come to say so is kept too, unless the damage takes it.
  if (damage.log !== 'last line cut') counts.unsaid += acknowledged.learn(lines);
  for (const [what, how] of Object.entries(damage)) if (how !== 'kept') count(damages, `${what} ${how}`);
  story = await doDamage(damage, userData, storeId, random);
}

function start(): Promise<RunningApp> {
  return startApp(userData, (line) => {
    if (line.startsWith(ACKNOWLEDGED)) acknowledged.hear(line.slice(ACKNOWLEDGED.length));
  });
}

async function kill(app: RunningApp): Promise<void> {
  await app.kill();
  counts.kills++;
}

async function readLog(): Promise<LogLine[]> {
  return readLogLines(await readFile(logFile(userData, storeId)), openLine);
}

function compareWithLog(lines: readonly LogLine[], when: string): void {
  const { lost, wrong } = acknowledged.compare(lines);
  counts.lost += lost.length;
  counts.wrong += wrong.length;
  if (lost.length > 0)
    failures.push(
      `${when} (${story}): ${lost.length} acknowledged changes are not in the log, the first is ${lost[0]}`,
    );
  for (const each of wrong) failures.push(`${when} (${story}): ${each}`);
  // Said once; what is gone is not missed again in every later round.
  acknowledged.giveUp(lost);
}

/** Compares log and picture with what was acknowledged, and with each other, after the app has opened. */
async function check(app: RunningApp, round: number): Promise<void> {
  if (passphrase) await unlock(app, storeId, passphrase);
  const opened = await readWorkspace(app.page);
  count(repairs, opened.repair.repaired);
  if (opened.repair.tornTail) count(repairs, 'torn line set aside');
  const before = failures.length;
  if (opened.storeId !== storeId) fail(round, `another workspace is open: ${opened.storeId}`);
  const lines = await readLog();
  const { lost } = acknowledged.compare(lines);
  const onlyTheCutOne = lost.length === 1 && lost[0] === lines.length + 1;
  if (damage.log === 'last line cut' && onlyTheCutOne && opened.repair.repaired === 'rebuilt') {
    // Chromium lost the database in the very round in which the log lost its end: two faults at once.
    counts.doubleFaults++;
    acknowledged.giveUp(lost);
  }
  compareWithLog(lines, `round ${round}, after the start`);
  counts.unsaid += acknowledged.learn(lines);
  const rows = differing(plain(opened.state), replay(entriesOf(lines)));
  if (rows.length > 0) {
    counts.wrong++;
    fail(round, `${rows.length} rows that the app shows are not what the log tells, among them ${rows[0]}`);
  }
  if (opened.repair.missing && lost.length === 0) {
    counts.wrong++;
    fail(round, `the app says that changes are missing: ${JSON.stringify(opened.repair.missing)}`);
  }
  if (app.pageErrors.length > 0) fail(round, `errors on the page: ${app.pageErrors.join(' | ')}`);
  damage = NO_DAMAGE;
  const summary = `${round}: ${lines.length} entries; ${story}; repaired: ${opened.repair.repaired}`;
  console.log([summary, ...failures.slice(before)].join('\n    '));
}

function fail(round: number, ...problems: readonly string[]): void {
  failures.push(`round ${round} (${story}): ${problems.join(' | ')}`);
}

async function report(): Promise<void> {
  console.log(
    `\nkills ${counts.kills} (${counts.whileOpening} while opening, closed in between ${counts.closed}), ` +
      `acknowledged ${acknowledged.count}, lost ${counts.lost}, wrong ${counts.wrong}, ` +
      `rounds with too little acknowledged ${counts.idle}, repaired: ${listOf(repairs)}`,
  );
  console.log(
    `damage done: ${listOf(damages)}; log cut and database lost by Chromium: ${counts.doubleFaults}`,
  );
  console.log(`kept, though it was not acknowledged any more: ${counts.unsaid}`);
  for (const failure of failures.slice(0, SHOWN)) console.error(failure);
  if (failures.length > SHOWN) console.error(`and ${failures.length - SHOWN} more`);
  const found = fault !== null && (FAULTS[fault] === 'lost' ? counts.lost > 0 : counts.idle > 0);
  const good = fault === null ? failures.length === 0 : found;
  if (good) await rm(userData, { recursive: true, force: true });
  if (faultyApp) await rm(faultyApp, { recursive: true, force: true });
  if (fault !== null) console.log(good ? `The fault was noticed: ${fault}.` : `NOT NOTICED: ${fault}.`);
  else console.log(good ? 'Every acknowledged change was there.' : 'FAILED.');
  if (!good) console.log(`The profile is kept in ${userData}`);
  process.exit(good ? 0 : 1);
}

function count(found: Map<string, number>, name: string): void {
  found.set(name, (found.get(name) ?? 0) + 1);
}

function listOf(found: ReadonlyMap<string, number>): string {
  return [...found].map(([name, times]) => `${name} ${times}`).join(', ') || 'nothing';
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
