/** The sample's window in a newer engine: every view in both languages, search, a reload, and what the browser says of it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goTo, openSample, workspaceState } from '../e2e/harness.ts';
import { walkViews } from '../e2e/views.ts';
import { type InBrowser, startInChromium } from './start.ts';

let hearken: InBrowser;

beforeAll(async () => {
  hearken = await startInChromium(process.env.HEARKEN_CHROMIUM ?? 'chromium', { env: { HEARKEN_E2E: '1' } });
  console.log(`Chromium ${hearken.version}`);
  await openSample(hearken.page);
});

afterAll(async () => {
  await hearken?.close();
});

/** What of a kind the browser said by itself. */
const said = (code: string) =>
  hearken.issues.filter((issue) => issue.code === code).map(({ details }) => details);

test('the engine is newer than that of the oldest runtime', () => {
  expect(Number.parseInt(hearken.version, 10)).toBeGreaterThan(130);
});

test('every view opens in both languages, light and dark, and speaks the language', async () => {
  await walkViews(hearken, [
    ['ja', 'dark'],
    ['en', 'light'],
  ]);
});

test.each(['労働組合', 'grievance'])('search finds %s', async (words) => {
  await goTo(hearken.page, `/search?q=${encodeURIComponent(words)}`);
  await hearken.page.locator('mark').first().waitFor();
});

test('a reload finds the database as it was: nothing is built anew from the log', async () => {
  const { page, main } = hearken;
  await goTo(page, '/issues');
  const before = await workspaceState(page);
  const databases = await page.evaluate(() => indexedDB.databases());
  expect(databases.length).toBeGreaterThan(0);
  const calls = main.calls.length;
  await page.reload();
  await page.getByTestId('issue-row').first().waitFor();
  expect(await workspaceState(page)).toEqual(before);
  const since = main.calls.slice(calls);
  expect(since).toContain('workspace.open');
  expect(since).not.toContain('workspace.recover');
});

test('the page asked for its own files alone, and nothing unforeseen was noted', () => {
  const own = new URL(hearken.page.url()).origin;
  expect(hearken.requests.length).toBeGreaterThan(0);
  expect(hearken.requests.filter((url) => !url.startsWith(own) && !/^(blob|data):/.test(url))).toEqual([]);
  expect(hearken.main.noted).toEqual([]);
  expect(hearken.pageErrors).toEqual([]);
});

test('the browser reports nothing that its policy refused, and nothing that will be gone', () => {
  expect(said('ContentSecurityPolicyIssue')).toEqual([]);
  expect(said('DeprecationIssue')).toEqual([]);
});

// Last: it makes what the tests before it find nothing of.
test('the policy is in force, and what breaks it would have been seen', async () => {
  const outcome = await hearken.page.evaluate(async () => {
    const fetched = await fetch('https://example.org/').then(
      () => 'allowed',
      () => 'refused',
    );
    const script = document.createElement('script');
    script.textContent = 'window.inlineRan = true';
    document.body.append(script);
    const obsolete = document.createElement('div');
    obsolete.addEventListener('DOMNodeInserted', () => undefined);
    return { fetched, inline: 'inlineRan' in window };
  });
  expect(outcome).toEqual({ fetched: 'refused', inline: false });
  await expect.poll(() => said('ContentSecurityPolicyIssue').length).toBeGreaterThanOrEqual(2);
  expect(hearken.pageErrors.length).toBeGreaterThan(0);
});
