import path from 'node:path';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { chooseInMenu, goTo, openSample, replacingWindow, resize, setColorScheme, setLanguage, startApp, type Hearken } from './tests/e2e/harness.ts';
const OUT = '/tmp/shots-lockscreen';
const SIZES = [[1024, 700], [1280, 800], [1920, 1080]] as const;
const profile = await mkdtemp(path.join(tmpdir(), 'shots-'));
const h: Hearken = await startApp({ userDataDir: profile, env: { HEARKEN_E2E: '1' } });
const P = 'four walls of banana paper';
async function shot(name: string, looks: readonly (readonly ['en' | 'ja', 'light' | 'dark', number])[]) {
  for (const [lang, scheme, size] of looks) {
    await setLanguage(h, lang); await setColorScheme(h, scheme);
    await resize(h, SIZES[size]![0], SIZES[size]![1]);
    await h.page.mouse.move(0, 0);
    await h.page.screenshot({ path: `${OUT}/${name}-${lang}-${scheme}-${SIZES[size]![0]}.png`, caret: 'hide', animations: 'disabled' });
  }
  await setLanguage(h, 'en');
}
const SOME = [['en', 'light', 0], ['ja', 'dark', 1]] as const;
const MORE = [...SOME, ['ja', 'light', 0], ['en', 'dark', 2]] as const;
const step = async (name: string, act: () => Promise<unknown>) => { try { await act(); } catch (e) { console.log('FAILED', name, String(e).slice(0, 400)); await h.page.screenshot({ path: `${OUT}/failed-${name}.png` }).catch(() => {}); } };
await step('all', async () => {
  await openSample(h.page);
  await goTo(h.page, '/settings');
  await h.page.getByRole('heading', { name: 'Encryption' }).scrollIntoViewIfNeeded();
  await shot('settings-off', SOME);
  await h.page.getByRole('button', { name: 'Encrypt this workspace…' }).click();
  const d = () => h.page.getByRole('dialog').last();
  await d().getByRole('button', { name: 'Continue' }).waitFor();
  await shot('about', MORE);
  await d().getByRole('button', { name: 'Continue' }).click();
  await d().getByLabel('Passphrase', { exact: true }).fill('short');
  await d().getByRole('button', { name: 'Continue' }).click();
  await shot('passphrase', MORE);
  await d().getByLabel('Passphrase', { exact: true }).fill(P);
  await d().getByLabel('Passphrase again').fill(P);
  await d().getByRole('button', { name: 'Continue' }).click();
  await d().getByTestId('recovery-group').first().waitFor();
  await shot('recovery', MORE);
  const groups = (await d().getByTestId('recovery-group').allTextContents()).map((t) => t.slice(1));
  await h.page.emulateMedia({ media: 'print' });
  await h.page.screenshot({ path: `${OUT}/recovery-print.png` });
  await h.page.emulateMedia({ media: 'screen' });
  await d().getByRole('button', { name: 'Continue' }).click();
  await d().getByLabel(/^Group \d$/).first().waitFor();
  await shot('check', SOME);
  for (const f of await d().getByLabel(/^Group \d$/).all()) {
    const n = Number((await f.evaluate((i: HTMLInputElement) => i.labels?.[0]?.textContent))?.at(-1));
    await f.fill(groups[n - 1]!);
  }
  await replacingWindow(h, () => d().getByRole('button', { name: 'Encrypt', exact: true }).click());
  await h.page.locator('nav a[href^="#/"]').first().waitFor();
  await goTo(h.page, '/settings');
  await h.page.getByRole('heading', { name: 'Encryption' }).scrollIntoViewIfNeeded();
  await shot('settings-on', MORE);
  for (const [button, name] of [['Change passphrase…', 'change'], ['New recovery key…', 'renew'], ['Remove encryption…', 'remove'], ['Save a copy…', 'copy'], ['Save a copy with a passphrase…', 'protect']] as const) {
    await h.page.getByRole('button', { name: button, exact: true }).click();
    await d().waitFor();
    await shot(name, SOME);
    await d().getByRole('button', { name: 'Close' }).first().click();
    await d().waitFor({ state: 'detached' });
  }
  await replacingWindow(h, () => chooseInMenu(h.app, 'app.lock'));
  await h.page.getByText('Locked workspace').waitFor();
  await h.page.getByLabel('Passphrase', { exact: true }).fill('wrong wrong wrong');
  await shot('lock', MORE);
  await h.page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await h.page.getByRole('alert').waitFor();
  await shot('lock-wrong', SOME);
  await h.page.getByRole('button', { name: /Use the recovery key/ }).click();
  await h.page.getByLabel('Recovery key').fill('123456 123457');
  await h.page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await h.page.getByRole('alert').waitFor();
  await shot('lock-recovery', SOME);
  await h.page.getByRole('button', { name: 'Other workspaces' }).click();
  await h.page.getByRole('button', { name: /New workspace/ }).waitFor();
  await shot('welcome', SOME);
  await h.page.getByRole('button', { name: /New workspace/ }).click();
  await h.page.getByLabel('Encrypt this workspace').scrollIntoViewIfNeeded();
  await shot('new', SOME);
});
console.log(h.pageErrors.join('\n'), h.output());
await h.close();
