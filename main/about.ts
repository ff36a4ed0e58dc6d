import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { CallResponse } from '#shared/bridge.ts';
import { testBuild } from './build-note.ts';

/** What went into the app, as the builder writes it (`scripts/bundled.ts`). */
const BUNDLED = 'bundled.json';
const Bundled = z.array(
  z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() }),
);

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
  return {
    electron: electron ?? '',
    supportEnds: supportEnds(electron ?? ''),
    testBuild: testBuild(),
    licences: await licences(path.join(out, BUNDLED)),
  };
}

/** Of each library its name and its licence; '' where nothing was built, as while developing. */
async function licences(file: string): Promise<string> {
  const json = await readFile(file, 'utf8').catch(() => '[]');
  return Bundled.parse(JSON.parse(json))
    .map(({ name, version, licence, text }) => [`${name} ${version} (${licence})`, text].join('\n\n').trim())
    .join('\n\n\n');
}
