/**
 * A transcript of 10,000 turns, from bytes to turns, and in the real app from choosing the file to the reading desk:
 * read in the worker and looked over, then stored (rows, journal file and index of the search), with the time that
 * main and Chromium need for it.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { indexState } from '#shared/change/state.ts';
import { importDialogue } from '#shared/edit/dialogue.ts';
import { emptyState } from '#shared/model/tables.ts';
import { readTranscript } from '#shared/transcript/registry.ts';
import { chooseFiscalYear, openSample, startApp } from '../e2e/harness.ts';
import { type Bench, type Figure, median, timed } from './frame.ts';

const TURNS = 10_000;
const FEW = 1_000;
const RUNS = 5;

const SPEAKERS = ['Aoki', 'Bauer', 'Castro', 'Diallo', 'Eriksen', 'Fofana'];
const WORDS =
  'suppliers audit wages water union housing training agreement delay remedy region product voice risk year workers'.split(
    ' ',
  );

/** About forty words, the same in every run. */
function sentences(turn: number): string {
  const words = Array.from(
    { length: 40 },
    (_, place) => WORDS[(turn * 7 + place * place) % WORDS.length] ?? '',
  );
  return `We ${words.slice(0, 20).join(' ')}. They ${words.slice(20).join(' ')} in ${1900 + (turn % 120)}.`;
}

function speakerOf(turn: number): string {
  return SPEAKERS[turn % SPEAKERS.length] ?? '';
}

function labelledText(turns: number): string {
  return Array.from({ length: turns }, (_, turn) => `${speakerOf(turn)}: ${sentences(turn)}`).join('\n\n');
}

function captions(turns: number): string {
  const time = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 23);
  const cues = Array.from(
    { length: turns },
    (_, turn) => `${time(turn * 5)} --> ${time(turn * 5 + 4)}\n<v ${speakerOf(turn)}>${sentences(turn)}</v>`,
  );
  return `WEBVTT\n\n${cues.join('\n\n')}\n`;
}

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

async function inNode(): Promise<Figure[]> {
  const long = file('long.txt', labelledText(TURNS));
  const reading = median(await timed(RUNS, () => readTranscript(long)));
  const few = file('few.txt', labelledText(FEW));
  const readingFew = median(await timed(RUNS, () => readTranscript(few)));
  const vtt = file('long.vtt', captions(TURNS));
  const readingCaptions = median(await timed(RUNS, () => readTranscript(vtt)));

  const equal = (lines: number) => file('equal.txt', '○田中　はい。\n'.repeat(lines));
  const [few20, all20] = [equal(2 * FEW), equal(2 * TURNS)];
  const equalFew = median(await timed(RUNS, () => readTranscript(few20)));
  const equalAll = median(await timed(RUNS, () => readTranscript(all20)));

  const result = await readTranscript(long);
  const details = {
    title: 'Long',
    date: '2020-02-01',
    place: '',
    form: 'online',
    fiscalYear: 2019,
    attribution: 'named',
    language: 'en',
  } as const;
  const drafting = median(
    await timed(RUNS, async () => {
      const draft = new Draft(stateReader(indexState(emptyState())));
      await importDialogue(draft, { result, details, source: null });
      return draft.finish();
    }),
  );
  const size = long.bytes.length / 1e6;
  return [
    {
      what: `reading ${TURNS} turns of "Name:" (${size.toFixed(1)} MB)`,
      value: reading,
      unit: 'ms',
      against: { what: `${FEW} turns`, value: readingFew },
    },
    { what: `reading ${TURNS} turns of WebVTT`, value: readingCaptions, unit: 'ms' },
    {
      what: `reading ${2 * TURNS} equal lines of minutes`,
      value: equalAll,
      unit: 'ms',
      against: { what: `${2 * FEW} lines`, value: equalFew },
    },
    {
      what: 'making and checking the change set',
      value: drafting,
      unit: 'ms',
      against: { what: 'reading', value: reading },
    },
  ];
}

async function inTheApp(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hearken-bench-'));
  const long = path.join(folder, 'long.txt');
  writeFileSync(long, labelledText(TURNS));
  const hearken = await startApp({ openFiles: [long] });
  try {
    const { page } = hearken;
    await openSample(page);
    const began = performance.now();
    await page.keyboard.press('Control+I');
    await page.getByTestId('import-blocks').waitFor();
    await chooseFiscalYear(page);
    const read = performance.now();
    await page.getByTestId('import-store').click();
    await page.locator('[data-turn-row]').first().waitFor();
    const stored = performance.now();
    return [
      { what: 'in the app: choosing the file to the preview', value: read - began, unit: 'ms' },
      { what: 'in the app: storing to the reading desk', value: stored - read, unit: 'ms' },
    ];
  } finally {
    await hearken.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export const bench: Bench = {
  title: `Import of ${TURNS} turns`,
  run: async () => [...(await inNode()), ...(await inTheApp())],
};
