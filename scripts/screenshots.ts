/**
 * `npm run screenshots`: every view of the sample workspace in both languages, light and dark, at three sizes, as PNGs
 * in `out/screenshots/`; and the few that the README shows, in `resources/screenshots/`. `-- matrix` takes the views
 * whose name contains "matrix" alone; `-- en-light` likewise a language and a scheme.
 */

import { copyFile, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { LANGUAGE_IDS, type Language } from '#shared/i18n/languages.ts';
import {
  goTo,
  type Hearken,
  openSample,
  resize,
  setColorScheme,
  setLanguage,
  settled,
  startApp,
} from '../tests/e2e/harness.ts';
import { ROOT } from './electron-vite.ts';

const OUT = path.join(ROOT, 'out', 'screenshots');
const SHOWN = path.join(ROOT, 'resources', 'screenshots');

const SCHEMES = ['light', 'dark'] as const;
const SIZES = [
  [1024, 700],
  [1280, 800],
  [1920, 1080],
] as const;

/** A word that the sample's dialogue has, in each language. */
const QUERY: Readonly<Record<Language, string>> = { en: 'suppliers', ja: '人権' };

/** A view: its route, or how to reach it from a list. */
interface View {
  name: string;
  reach: (page: Page, language: Language) => Promise<void>;
}

const at =
  (route: string): View['reach'] =>
  (page) =>
    goTo(page, route);

/** Opens the first thing that a list leads to. */
const firstOf =
  (route: string): View['reach'] =>
  async (page) => {
    await goTo(page, route);
    const link = page.locator(`main a[href*="#${route}/"]`).filter({ visible: true });
    const opener = page.locator('main tbody tr').locator('a, button');
    await link.or(opener).first().click();
    await page.waitForFunction((list) => window.location.hash.startsWith(`#${list}/`), route);
    await settled(page);
  };

/** A page of the first round that the list shows. */
const ofRound =
  (route: string): View['reach'] =>
  async (page, language) => {
    await firstOf('/assessment')(page, language);
    const id = await page.evaluate(() => /^#\/assessment\/([^/?]+)/.exec(window.location.hash)?.[1] ?? '');
    await goTo(page, `${route}/${id}`);
  };

const VIEWS: readonly View[] = [
  { name: 'home', reach: at('/home') },
  { name: 'dialogues', reach: at('/dialogues') },
  { name: 'dialogue', reach: firstOf('/dialogues') },
  { name: 'import', reach: at('/dialogues/import') },
  { name: 'passages', reach: at('/passages') },
  { name: 'people', reach: at('/people') },
  { name: 'person', reach: firstOf('/people') },
  { name: 'coders', reach: at('/coders') },
  { name: 'issues', reach: at('/issues') },
  { name: 'issue', reach: firstOf('/issues') },
  { name: 'advice', reach: at('/advice') },
  { name: 'figures', reach: at('/figures') },
  { name: 'follow-up', reach: at('/follow-up') },
  { name: 'follow-up-commitments', reach: at('/follow-up/commitments') },
  { name: 'follow-up-commitment', reach: firstOf('/follow-up/commitments') },
  { name: 'follow-up-next', reach: at('/follow-up/next') },
  { name: 'assessment', reach: at('/assessment') },
  { name: 'round', reach: firstOf('/assessment') },
  { name: 'matrix', reach: at('/matrix') },
  { name: 'decisions', reach: at('/decisions') },
  { name: 'statements', reach: at('/statements?checklist=uk-msa-54&year=2019&at=54(5)(f)') },
  { name: 'suppliers', reach: at('/suppliers') },
  { name: 'reports', reach: at('/reports') },
  { name: 'board', reach: ofRound('/reports/board') },
  { name: 'method', reach: ofRound('/reports/method') },
  {
    name: 'search',
    reach: (page, language) => goTo(page, `/search?q=${encodeURIComponent(QUERY[language])}`),
  },
  { name: 'settings', reach: at('/settings') },
];

/** What the README shows. */
const CHOSEN = ['dialogue-en-light-1280x800', 'matrix-en-light-1280x800', 'matrix-ja-dark-1280x800'];

const wanted = process.argv.slice(2);
const failures: string[] = [];

/** Whether every word of the command line is part of the name. */
function isWanted(name: string): boolean {
  return wanted.every((part) => name.includes(part));
}

async function picture(page: Page, name: string): Promise<void> {
  // Neither a blinking caret nor a tooltip belongs in a picture.
  await page.mouse.move(0, 0);
  await page.screenshot({ path: path.join(OUT, `${name}.png`), caret: 'hide', animations: 'disabled' });
  console.log(`out/screenshots/${name}.png`);
}

/** Goes through languages, schemes and sizes, leaving out those in which no view is wanted. */
async function everyLook(
  hearken: Hearken,
  names: readonly string[],
  take: (look: string, language: Language) => Promise<void>,
): Promise<void> {
  for (const language of LANGUAGE_IDS) {
    for (const scheme of SCHEMES) {
      for (const [width, height] of SIZES) {
        const look = `${language}-${scheme}-${width}x${height}`;
        if (!names.some((name) => isWanted(`${name}-${look}`))) continue;
        await setLanguage(hearken, language);
        await setColorScheme(hearken, scheme);
        await resize(hearken, width, height);
        await take(look, language);
      }
    }
  }
}

if (wanted.length === 0) await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });

const hearken = await startApp();
const { page } = hearken;
// A view that is not there is told soon; the others are worth waiting for.
page.setDefaultTimeout(15_000);
try {
  await everyLook(hearken, ['welcome'], (look) => picture(page, `welcome-${look}`));
  await openSample(page);
  const names = VIEWS.map(({ name }) => name);
  await everyLook(hearken, names, async (look, language) => {
    for (const { name, reach } of VIEWS) {
      if (!isWanted(`${name}-${look}`)) continue;
      try {
        await reach(page, language);
        await picture(page, `${name}-${look}`);
      } catch (error) {
        failures.push(`${name}-${look}: ${String(error).split('\n')[0]}`);
      }
    }
  });
} finally {
  await hearken.close();
}

if (wanted.length === 0) {
  await mkdir(SHOWN, { recursive: true });
  for (const name of CHOSEN) {
    if (failures.some((failure) => failure.startsWith(name))) continue;
    await copyFile(path.join(OUT, `${name}.png`), path.join(SHOWN, `${name}.png`));
  }
}
for (const line of [...failures, ...hearken.pageErrors.map((error) => `console: ${error}`)])
  console.error(line);
process.exit(failures.length > 0 ? 1 : 0);
