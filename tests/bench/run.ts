/** `npm run bench`: runs every tests/bench/*.bench.ts, or those that are named, and prints one table. */
import { readdirSync } from 'node:fs';
import { cpus, platform, release, totalmem } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Bench, Figure } from './frame.ts';

const ENDING = '.bench.ts';
const wanted = process.argv.slice(2);
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(ENDING))
  .map((file) => file.slice(0, -ENDING.length))
  .filter((name) => wanted.length === 0 || wanted.includes(name));

console.log(
  `Node ${process.versions.node}, ${platform()} ${release()}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'CPU'}, ${Math.round(totalmem() / 1024 ** 3)} GB\n`,
);

/** Three significant digits, or all that stand before the point. */
function written(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return value.toLocaleString(
    'en',
    value >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 },
  );
}

function row({ what, value, unit, against }: Figure): string[] {
  return [
    what,
    unit === 'count' ? written(value) : `${written(value)} ${unit}`,
    against ? `${written(value / against.value)} × ${against.what} (${written(against.value)} ${unit})` : '',
  ];
}

let failures = 0;
for (const name of names) {
  const { bench } = (await import(pathToFileURL(path.join(import.meta.dirname, name + ENDING)).href)) as {
    bench: Bench;
  };
  console.log(bench.title);
  try {
    const rows = (await bench.run()).map(row);
    const widths = [0, 1].map((column) => Math.max(0, ...rows.map((cells) => (cells[column] ?? '').length)));
    for (const [what = '', value = '', ratio = ''] of rows) {
      console.log(`  ${what.padEnd(widths[0] ?? 0)}  ${value.padStart(widths[1] ?? 0)}  ${ratio}`.trimEnd());
    }
  } catch (error) {
    failures += 1;
    console.error(error);
  }
  console.log();
}
if (names.length === 0) console.error(`No measurement is called ${wanted.join(' or ') || 'anything yet'}.`);
process.exit(failures > 0 || names.length === 0 ? 1 : 0);
