/**
 * The matrix as a PNG, drawn by the command line: processor time of the first picture of a run (with finding and
 * reading the fonts) and of the next ones, against the same picture as an SVG file.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { matrixOfRound } from '#shared/chart/matrix-of-round.ts';
import { svgOf } from '#shared/chart/svg.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { pngOf } from '../../main/cli/raster.ts';
import { type Bench, type Figure, median } from './frame.ts';

const RUNS = 7;
const SAMPLE = path.join(import.meta.dirname, '..', '..', 'resources', 'sample', 'sample.json');

/** Milliseconds of processor time, of all threads. */
async function spent(act: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function run(): Promise<readonly Figure[]> {
  const state = JSON.parse(await readFile(SAMPLE, 'utf8')) as WorkspaceState;
  const draw = () => svgOf(matrixOfRound(state, state.rounds[0]?.id ?? '', 'ja', { lens: 'salience' }));
  const svg = draw();
  const first = await spent(() => pngOf(svg, 2));
  const [files, pictures]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < RUNS; turn += 1) {
    files.push(await spent(draw));
    pictures.push(await spent(() => pngOf(svg, 2)));
  }
  const against = { what: 'the same as an SVG file', value: median(files) };
  return [
    { what: 'first PNG of a run', value: first, unit: 'ms', against },
    { what: 'each further PNG, median', value: median(pictures), unit: 'ms', against },
  ];
}

export const bench: Bench = { title: 'Pictures from the command line, in processor time', run };
