import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CallResponse } from '#shared/bridge.ts';
import { testBuild } from './build-note.ts';

/** Where the builder writes the licences of what it bundled. */
const LICENCES = ['main', 'renderer'].map((part) => path.join(part, 'licences.md'));

/** When the majors of Electron that the app is built and tried with came out, as the npm registry dates them. */
const RELEASED: Readonly<Record<string, string>> = { 33: '2024-12-12', 45: '2026-10-21' };
/** The newest three majors have security fixes, and one comes out every eight weeks. */
const SUPPORTED_WEEKS = 24;
const WEEK = 7 * 24 * 60 * 60 * 1000;

/**
 * The day from which a runtime has no security fixes any more, as far as can be told without a network.
 * @returns `2027-04-07`; null of a major whose release this version does not know
 */
export function supportEnds(electron: string): string | null {
  const released = RELEASED[electron.split('.')[0] ?? ''];
  if (released === undefined) return null;
  return new Date(Date.parse(released) + SUPPORTED_WEEKS * WEEK).toISOString().slice(0, 10);
}

/**
 * What the app says of itself.
 * @param out folder of the built app
 */
export async function aboutApp(out: string): Promise<CallResponse<'app.about'>> {
  const { electron } = process.versions;
  const texts = await Promise.all(
    LICENCES.map((file) => readFile(path.join(out, file), 'utf8').catch(() => '')),
  );
  return {
    electron: electron ?? '',
    supportEnds: supportEnds(electron ?? ''),
    testBuild: testBuild(),
    licences: texts.filter(Boolean).join('\n\n'),
  };
}
