/**
 * `npm run test:layouts -- [COUNT] [SEED] [--show KIND]`: COUNT dialogues are written in the layouts of real
 * documents and read; a table by style and language, then by every other trait of the texts, says how well.
 *
 * `--show KIND` (a style, a name of the tables such as `noise:bom`, or a way to fail such as `page`) prints the first text of the kind that is not
 * read rightly, with what was read beside what was meant. Files of real documents are read too, where they are there.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readTranscript } from '#shared/transcript/registry.ts';
import type { ReadResult } from '#shared/transcript/result.ts';
import { lost, sharedMaterial } from '../unit/transcript/reading.ts';
import { FAILURES, type Failure, type Measure } from './measure.ts';
import { type Sample, type Sums, sample, seedsOf, sum } from './survey.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { show: { type: 'string' } },
});
const [count = 500, seed = Date.now() % 10_000] = positionals.map(Number);

/** Documents that hold text as it is. */
const TEXT = /\.(txt|md|vtt|srt)$/;

if (values.show === undefined) await runAll();
else await show(values.show);

async function runAll(): Promise<void> {
  console.log(`seed ${seed}, ${count} texts`);
  const byKind = new Map<string, Measure[]>();
  const all: Measure[] = [];
  const examples = new Map<Failure, string[]>();
  const refusals = new Map<string, number>();
  for (const one of seedsOf(count, seed)) {
    const { made, measure, refused } = await sample(one);
    all.push(measure);
    const { failure } = measure;
    examples.set(failure, [...(examples.get(failure) ?? []), `${made.style}/${made.language}`]);
    if (refused !== null) refusals.set(refused, (refusals.get(refused) ?? 0) + 1);
    for (const kind of made.kinds) byKind.set(kind, [...(byKind.get(kind) ?? []), measure]);
  }
  const groups = [...new Set([...byKind.keys()].map((kind) => kind.split(':')[0] ?? ''))];
  groups.sort((a, b) => Number(b === 'style-language') - Number(a === 'style-language'));
  for (const group of groups) {
    const rows = [...byKind]
      .filter(([kind]) => kind.startsWith(`${group}:`))
      .map(([kind, measures]) => [kind.slice(group.length + 1), sum(measures)] as const)
      .sort(([a], [b]) => a.localeCompare(b, 'en'));
    table(group, rows);
  }
  table('all', [['all', sum(all)]]);
  console.log('\nhow texts fail');
  for (const [failure, sentence] of Object.entries(FAILURES)) {
    const found = examples.get(failure as Failure) ?? [];
    const styles = [...new Set(found)]
      .map((style) => ({ style, times: found.filter((one) => one === style).length }))
      .sort((a, b) => b.times - a.times);
    const most =
      failure === 'none'
        ? ''
        : styles
            .slice(0, 6)
            .map(({ style, times }) => `${style} ${times}`)
            .join(', ');
    console.log(`${String(found.length).padStart(6)}  ${sentence}${most === '' ? '' : `: ${most}`}`);
  }
  for (const [reason, times] of refusals) console.log(`refused ${times}: ${reason}`);
  await readDocuments();
}

function table(title: string, rows: readonly (readonly [string, Sums])[]): void {
  const head = [
    'texts',
    'right %',
    'wrong',
    'no alarm',
    'lost',
    'unattr.',
    'false p.',
    'split',
    'alarms/t',
    'needless/t',
  ];
  console.log(`\n${title.padEnd(28)}${head.map((name) => name.padStart(11)).join('')}`);
  for (const [name, sums] of rows) {
    const {
      texts,
      right,
      wrong,
      silent,
      lost: gone,
      unattributed,
      falsePeople,
      split,
      alarms,
      needless,
    } = sums;
    const cells = [
      texts,
      ((100 * right) / texts).toFixed(1),
      wrong,
      silent,
      gone,
      unattributed,
      falsePeople,
      split,
      (alarms / texts).toFixed(2),
      right > 0 ? (needless / right).toFixed(2) : '-',
    ];
    console.log(name.padEnd(28) + cells.map((cell) => String(cell).padStart(11)).join(''));
  }
}

async function show(kind: string): Promise<void> {
  for (const one of seedsOf(count, seed)) {
    const found = await sample(one);
    if (found.measure.isRight || !isOfKind(found, kind)) continue;
    return print(found);
  }
  console.log(`Of ${count} texts from seed ${seed}, none of the kind ${kind} is misread.`);
}

function isOfKind({ made, measure }: Sample, kind: string): boolean {
  return measure.failure === kind || made.kinds.some((name) => name === kind || name.split(':')[1] === kind);
}

function print({ made, result, measure, refused }: Sample): void {
  const alarms = new Map(result.alarms.map(({ line, code }) => [line, code]));
  console.log(`text ${made.seed}: ${made.kinds.join(' ')}\n`);
  for (const [index, line] of made.text.split(/\r?\n/).entries()) {
    const alarm = alarms.get(index + 1);
    console.log(`${String(index + 1).padStart(4)}  ${line}${alarm ? `   <- ${alarm}` : ''}`);
  }
  console.log(
    `\nread as ${result.format}${refused === null ? '' : ` (${refused})`}; title: ${result.title ?? '-'}`,
  );
  for (const { label, name, title, organisation } of result.participants)
    console.log(`  person ${[label, name, title, organisation].join(' | ')}`);
  console.log(`  meant  ${made.people.map(({ full, short }) => `${full} | ${short}`).join('; ')}\n`);
  for (const { kind, speaker, text } of result.blocks)
    console.log(
      `  ${(kind === 'narration' ? '(nobody)' : (speaker ?? '?')).padEnd(20)} ${text.replaceAll('\n', ' / ').slice(0, 150)}`,
    );
  console.log('');
  for (const { meant, fault, speaker, isAlarmed } of measure.misread) {
    const who = meant.person === null ? 'nobody' : (made.people[meant.person]?.full ?? '');
    const said =
      fault === 'wrong' ? ` in the mouth of ${speaker}${isAlarmed ? ', alarmed' : ', NO ALARM'}` : '';
    console.log(`  line ${String(meant.line).padStart(3)} ${fault}${said}; meant ${who}: ${meant.text}`);
  }
  if (measure.falsePeople.length > 0) console.log(`  false people: ${measure.falsePeople.join(' | ')}`);
}

/** Turns, speakers, lost characters and alarms of documents that lie beside the project on some machines. */
async function readDocuments(): Promise<void> {
  const folder = sharedMaterial('transcripts');
  if (folder === null) return console.log('\nNo documents lie beside the project; none were read.');
  const names = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => TEXT.test(name) && !name.includes('wpt-webvtt') && !/SOURCES|README|LICENSE/.test(name))
    .sort();
  console.log(
    `\n${'documents'.padEnd(62)}${['format', 'turns', 'unnamed', 'speakers', 'lost', 'alarms/100'].map((cell) => cell.padStart(12)).join('')}`,
  );
  for (const name of names) {
    const bytes = new Uint8Array(readFileSync(path.join(folder, name)));
    try {
      const result = await readTranscript({ name: path.basename(name), bytes });
      const cells = figuresOf(bytes, name, result);
      console.log(name.padEnd(62) + cells.map((cell) => String(cell).padStart(12)).join(''));
    } catch (thrown) {
      console.log(`${name.padEnd(62)}  refused: ${String(thrown)}`);
    }
  }
}

function figuresOf(bytes: Uint8Array, name: string, result: ReadResult): (string | number)[] {
  const turns = result.blocks.filter(({ kind }) => kind === 'speech');
  // What subtitles are marked with is no word of anybody.
  const isPlain = /\.(txt|md)$/.test(name) && result.encoding === 'utf-8';
  const gone = isPlain
    ? lost(new TextDecoder().decode(bytes), result, '-–—―・•○◯●*#_[]()（）【】<>:：.0123456789').length
    : '-';
  return [
    result.format,
    turns.length,
    turns.filter(({ speaker }) => speaker === null).length,
    result.participants.length,
    gone,
    turns.length === 0 ? '-' : ((100 * result.alarms.length) / turns.length).toFixed(1),
  ];
}
