/**
 * `npm run test:kill -- N`: the real app writes through its real store, as fast as it can and like a person, and is
 * killed (SIGKILL to its whole process group) at random moments, N times. Between a kill and the next start files
 * are damaged now and then. After each start every change that had been acknowledged must be in the log and in what
 * the app shows. What was acknowledged is known outside the app, from what its window said before it was killed.
 *
 * A process that is killed loses nothing that the system had taken: this is no test of what a power cut does to a
 * disk.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dequal } from 'dequal';
import type { JournalEntry } from '#shared/change/change-set.ts';
import { applyChanges, indexState, plainState } from '#shared/change/state.ts';
import { emptyState } from '#shared/model/tables.ts';
import { type RunningApp, startApp } from './app.ts';
import { DAMAGES, type Damage, doDamage, logFile } from './damage.ts';
import { seededRandom } from './random.ts';
import { ACKNOWLEDGED, makeWorkspace, readWorkspace, startWriting } from './writer.ts';

const [kills = 20, seed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number);
const random = seededRandom(seed);
/** A new workspace after so many kills, so that reading it does not take ever longer. */
const KILLS_A_WORKSPACE = 25;
/** Half of the rounds end without damage; the rest share it evenly. */
const UNDAMAGED = 0.5;

const counts = {
  kills: 0,
  whileOpening: 0,
  closed: 0,
  acknowledged: 0,
  lost: 0,
  unacknowledgedButKept: 0,
  wrongStates: 0,
  doubleFaults: 0,
};
const damages = new Map<Damage, number>();
const mendings = new Map<string, number>();
const failures: string[] = [];

/** What the app told of the open workspace, by number. */
let acknowledged = new Map<number, string>();
let storeId = '';
const userData = await mkdtemp(path.join(tmpdir(), 'hearken-kill-'));
console.log(`seed ${seed}, ${kills} kills, profile in ${userData}`);

let damage: Damage = 'none';
let story = 'first start';
for (let round = 1; round <= kills; round++) {
  let app = await start();
  if (storeId !== '' && random.chance(0.12)) {
    // While it opens, mends or rebuilds. Nothing may get worse by that; the next round looks.
    await pause(random.between(0, 500));
    await kill(app);
    counts.whileOpening++;
    console.log(`${round}: killed while opening after ${story}`);
    story = `${story}, killed while opening`;
    continue;
  }
  if (storeId !== '') await check(app, round);
  if (storeId === '' || round % KILLS_A_WORKSPACE === 0) {
    storeId = await makeWorkspace(app.page, `Round ${round}`);
    acknowledged = new Map();
  }
  if (random.chance(0.15)) {
    // Closed as a person does, which writes a snapshot, and opened again.
    await app.close();
    counts.closed++;
    app = await start();
    await check(app, round);
  }
  const likeAPerson = round % 3 === 0;
  await startWriting(app.page, likeAPerson ? { pause: [10, 300], rows: 300 } : { pause: [0, 0], rows: 300 });
  await pause(random.between(40, likeAPerson ? 4_000 : 1_800));
  await kill(app);
  damage = random.chance(UNDAMAGED) ? 'none' : random.pick(DAMAGES.slice(1));
  damages.set(damage, (damages.get(damage) ?? 0) + 1);
  story = await doDamage(damage, userData, storeId, random);
}
const last = await start();
await check(last, kills + 1);
await last.close();

console.log(
  `\nkills                          ${counts.kills} (${counts.whileOpening} of them while opening)`,
);
console.log(`closed in between              ${counts.closed}`);
console.log(`changes acknowledged           ${counts.acknowledged}`);
console.log(`acknowledged and lost          ${counts.lost}`);
console.log(`kept, though not acknowledged  ${counts.unacknowledgedButKept}`);
console.log(`wrong states shown             ${counts.wrongStates}`);
console.log(`log cut AND database lost      ${counts.doubleFaults}`);
console.log(`damage done                    ${listOf(damages)}`);
console.log(`mended by                      ${listOf(mendings)}`);
for (const failure of failures) console.error(failure);
const good = failures.length === 0 && counts.lost === 0 && counts.wrongStates === 0;
if (good) await rm(userData, { recursive: true, force: true });
console.log(good ? 'Every acknowledged change was there.' : `FAILED; the profile is kept in ${userData}`);
process.exit(good ? 0 : 1);

function start(): Promise<RunningApp> {
  return startApp(userData, (line) => {
    if (!line.startsWith(ACKNOWLEDGED)) return;
    const json = line.slice(ACKNOWLEDGED.length);
    acknowledged.set((JSON.parse(json) as JournalEntry).seq, json);
    counts.acknowledged++;
  });
}

async function kill(app: RunningApp): Promise<void> {
  await app.kill();
  counts.kills++;
}

/** Compares log and picture with what was acknowledged, and with each other. */
async function check(app: RunningApp, round: number): Promise<void> {
  const opened = await readWorkspace(app.page);
  mendings.set(opened.mending.mended, (mendings.get(opened.mending.mended) ?? 0) + 1);
  const entries = (await readFile(logFile(userData, storeId), 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { entry: JournalEntry }).entry);
  const problems: string[] = [];
  if (opened.storeId !== storeId) problems.push(`another workspace is open: ${opened.storeId}`);
  const missing = [...acknowledged].filter(([seq, json]) => !dequal(entries[seq - 1], JSON.parse(json)));
  if (missing.length > 0) {
    const onlyTheCutOne = missing.length === 1 && missing[0]?.[0] === entries.length + 1;
    if (damage === 'log-last-line-cut' && onlyTheCutOne && opened.mending.mended === 'rebuilt') {
      // Chromium lost the database in the very round in which the log lost its end: two faults at once.
      counts.doubleFaults++;
      for (const [seq] of missing) acknowledged.delete(seq);
    } else {
      counts.lost += missing.length;
      problems.push(`${missing.length} acknowledged changes are lost, the first is ${missing[0]?.[0]}`);
    }
  }
  counts.unacknowledgedButKept += entries.filter(({ seq }) => !acknowledged.has(seq)).length;
  for (const entry of entries) acknowledged.set(entry.seq, JSON.stringify(entry));
  const replayed = indexState(emptyState());
  for (const { changes } of entries) applyChanges(replayed, changes);
  if (!dequal(plainState(replayed), plainState(indexState(opened.state)))) {
    counts.wrongStates++;
    problems.push('what the app shows is not what the log tells');
  }
  if (app.pageErrors.length > 0) problems.push(`errors on the page: ${app.pageErrors.join(' | ')}`);
  const told = `${round}: ${entries.length} entries; ${story}; mended: ${opened.mending.mended}`;
  console.log(problems.length === 0 ? told : `${told}; ${problems.join('; ')}`);
  for (const problem of problems) failures.push(`round ${round} (${story}): ${problem}`);
}

function listOf(found: ReadonlyMap<string, number>): string {
  return [...found].map(([name, count]) => `${name} ${count}`).join(', ');
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
