/**
 * `npm test`: every check and every test, in the order in which a mistake is cheapest to see. Goes on after a
 * failure so that one run shows everything. The app is tried from the beginning on, beside the other checks: it waits for
 * itself most of the time; what it has to say is printed at its turn. The last line, alone on its line, is `N passed, N failed`: the unit
 * and end-to-end tests, and each failed check as one failure.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './electron-vite.ts';
import { prepare } from './prepare.ts';

interface Step {
  title: string;
  script: string;
  /** Where the step's runner leaves its counts, for steps that run tests. */
  results?: string;
}

const RESULTS = path.join(ROOT, 'out', 'test-results');

const STEPS: Step[] = [
  { title: 'Format and lint', script: 'lint' },
  { title: 'Types', script: 'typecheck' },
  { title: 'Dependency rules', script: 'deps' },
  { title: 'Dead code', script: 'dead' },
  { title: 'Unit tests', script: 'test:unit', results: path.join(RESULTS, 'unit.json') },
  { title: 'End-to-end tests', script: 'test:e2e', results: path.join(RESULTS, 'e2e.json') },
];

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** The counts a Vitest run left. A suite that could not be loaded counts as one failure. */
function counts(file: string): Counts | null {
  if (!existsSync(file)) return null;
  const report = JSON.parse(readFileSync(file, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
    testResults: { status: string; assertionResults: { status: string }[] }[];
  };
  const brokenSuites = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenSuites.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

await prepare();

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const verdicts: string[] = [];

/** A step under way: what it has said so far, and how it ended. */
interface Run {
  /** Prints what was held back, and from now on whatever comes. */
  readonly show: () => void;
  readonly ended: Promise<{ readonly status: number | null; readonly seconds: string }>;
}

function begin({ script, results }: Step): Run {
  const report = results
    ? ['--', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`]
    : [];
  const started = Date.now();
  const child = spawn('npm', ['run', '--silent', script, ...report], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const held: Buffer[] = [];
  let shown = false;
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (said: Buffer) => void (shown ? process.stdout.write(said) : held.push(said)));
  return {
    show: () => {
      shown = true;
      for (const said of held.splice(0)) process.stdout.write(said);
    },
    ended: new Promise((resolve) => {
      child.once('error', (error) => held.push(Buffer.from(`${error.message}\n`)));
      child.once('close', (status) =>
        resolve({ status, seconds: ((Date.now() - started) / 1000).toFixed(1) }),
      );
    }),
  };
}

const [app] = STEPS.slice(-1);
const running = new Map(app ? [[app, begin(app)]] : []);

for (const step of STEPS) {
  const { title, script, results } = step;
  console.log(`\n=== ${title} (npm run ${script})`);
  const run = running.get(step) ?? begin(step);
  run.show();
  const { status, seconds } = await run.ended;
  const found = results ? counts(results) : null;
  if (found) {
    total.passed += found.passed;
    total.skipped += found.skipped;
  }
  // A step that failed without a failed test to show for it (a check, a crash) is one failure.
  total.failed += status === 0 ? (found?.failed ?? 0) : Math.max(1, found?.failed ?? 0);
  verdicts.push(`${status === 0 ? 'ok    ' : 'FAILED'}  ${title} (${seconds} s)`);
}

console.log(`\n${verdicts.join('\n')}`);
if (total.skipped > 0) console.log(`\n${total.skipped} skipped (what they need is not on this machine)`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);
