import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Result, RunOnly } from 'axe-core';
import type { Page } from 'playwright-core';

const SOURCE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Rules that do not hold somewhere, with the reason. */
const EXCEPTIONS: readonly { readonly rule: string; readonly where: RegExp }[] = [
  // A mark of a picture is named in full where the picture has room for two lines of the name and a number.
  { rule: 'label-content-name-mismatch', where: /^<g [^>]*role="button"/ },
];

/** Hands axe to the page, past its content policy, as a debugger would. Once a page. */
export async function prepareAxe(page: Page): Promise<void> {
  await page.evaluate(`${await readFile(SOURCE, 'utf8')}; undefined`);
}

/**
 * What axe finds wrong with what the window shows, one line each: WCAG 2.2 A and AA, and best practice.
 * @param only what to look at; absent = all
 */
export async function violations(page: Page, only?: RunOnly): Promise<string[]> {
  const found = await page.evaluate(async (rules) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    // What fades in is looked at once it is there.
    const passing = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(passing.map(({ finished }) => finished.catch(() => undefined)));
    const { violations: wrong } = await axe.run(document, {
      resultTypes: ['violations'],
      ...(rules ? { runOnly: rules } : {}),
    });
    return wrong;
  }, only);
  return found.flatMap(linesOf);
}

function linesOf({ id, nodes }: Result): string[] {
  return nodes
    .filter(({ html }) => !EXCEPTIONS.some(({ rule, where }) => rule === id && where.test(html)))
    .map(
      ({ html, failureSummary = '' }) =>
        `${id}: ${html.slice(0, 160)} – ${failureSummary.replace(/\s+/g, ' ')}`,
    );
}
