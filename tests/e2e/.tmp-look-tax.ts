import { startApp, openSample, goTo, setLanguage, setColorScheme, resize, settled } from './harness.ts';
const h = await startApp({ appDir: '/tmp/look-taxonomy', userDataDir: '/tmp/tax/profile-' + Date.now() });
const { page } = h;
page.setDefaultTimeout(8000);
const shot = (n: string) => page.screenshot({ path: `/tmp/tax/act-${n}.png` });
const names = async (section: number) => page.locator('main section').nth(section).locator('[data-testid=issue-row] a').evaluateAll((els) => els.map((e) => e.getAttribute('aria-label')));
const log = (...a: unknown[]) => console.log(...a);
async function part(name: string, work: () => Promise<void>) { try { await work(); log('ok', name); } catch (e) { await page.keyboard.press('Escape'); log('FAIL', name, String(e).slice(0, 500)); await shot('fail-' + name); } }
try {
  await openSample(page); await resize(h, 1280, 800); await goTo(page, '/issues'); await shot('list');
  await part('keyboard', async () => {
    log(await names(2));
    const row = page.locator('[data-testid=issue-row] a', { hasText: 'Child labour' }).first();
    await row.focus(); await page.keyboard.press('Alt+ArrowUp'); await page.waitForTimeout(300); await page.keyboard.press('Alt+ArrowUp'); await page.waitForTimeout(300);
    log(await names(2), 'focus', await page.evaluate(() => document.activeElement?.getAttribute('aria-label')));
    await page.keyboard.press('Alt+ArrowDown'); await page.waitForTimeout(300); log(await names(2));
  });
  await part('drag', async () => {
    const from = page.locator('[data-testid=issue-row]', { hasText: 'Climate change' });
    const to = page.locator('[data-testid=issue-row]', { hasText: 'Access to remedy' });
    await from.dragTo(to); await page.waitForTimeout(400); log(await names(0));
  });
  await part('search', async () => {
    await page.getByPlaceholder('Find an issue').fill('slav'); await page.waitForTimeout(200);
    log(await page.locator('[data-testid=issue-row] a').count(), 'rows'); await shot('search');
    await page.getByPlaceholder('Find an issue').fill('きょうせい'); await page.waitForTimeout(200); log(await page.locator('[data-testid=issue-row] a').count(), 'rows');
    await page.getByPlaceholder('Find an issue').fill('zzzz'); await page.waitForTimeout(200); await shot('none');
    await page.getByPlaceholder('Find an issue').fill('');
  });
  await part('add', async () => {
    await page.getByRole('button', { name: 'New issue…' }).click(); await page.waitForTimeout(400);
    await page.getByLabel('Name (English)').fill('Water and land'); await page.getByLabel('Name (Japanese)').fill('水と土地'); await shot('add');
    await page.getByRole('button', { name: 'Add to the list' }).click(); await page.waitForTimeout(600); log(await names(0)); await shot('added');
    log('hash', await page.evaluate(() => location.href.slice(-30)));
  });
  await part('merge', async () => {
    await page.getByRole('button', { name: /What to do with “Forced labour/ }).click(); await page.waitForTimeout(250); await shot('menu');
    await page.getByRole('menuitem', { name: 'Merge into another issue…' }).click(); await page.waitForTimeout(400);
    await page.getByRole('combobox', { name: 'Merge into' }).click(); await page.getByRole('option', { name: 'Supplier labour standards' }).click(); await shot('merge');
    await page.getByRole('button', { name: 'Merge', exact: true }).click(); await page.waitForTimeout(800); await shot('merged');
    log(await page.locator('[data-testid=issue-row]', { hasText: 'Supplier labour standards' }).innerText());
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click(); await page.waitForTimeout(800);
    log(await page.locator('[data-testid=issue-row]', { hasText: 'Supplier labour standards' }).innerText(), await names(2)); await shot('unmerged');
  });
  await part('retire', async () => {
    await page.getByRole('button', { name: /What to do with “Youth/ }).click(); await page.getByRole('menuitem', { name: 'Take off the list' }).click(); await page.waitForTimeout(500);
    await page.getByText('Show retired and merged').click(); await page.waitForTimeout(300); await page.mouse.wheel(0, 3000); await page.waitForTimeout(300); await shot('retired');
    log(await page.locator('[data-testid=issue-row]', { hasText: 'Youth' }).innerText());
  });
  await part('define', async () => {
    await page.locator('[data-testid=issue-row] a', { hasText: 'Health and safety' }).first().click(); await page.waitForTimeout(400);
    await page.getByRole('tab', { name: 'Definition' }).click(); await page.waitForTimeout(300);
    await page.getByLabel('Definition').nth(1).fill('Injury and illness'); await page.getByRole('tab', { name: /Evidence/ }).click(); await page.waitForTimeout(500); await shot('defined');
    await page.getByRole('tab', { name: 'Definition' }).click(); await page.waitForTimeout(300); await page.mouse.wheel(0, 3000); await page.waitForTimeout(300); await shot('definition-bottom');
  });
  await part('passage', async () => {
    await goTo(page, '/issues'); await page.locator('[data-testid=issue-row] a', { hasText: 'Access to remedy' }).first().click(); await page.waitForTimeout(400);
    await page.locator('[data-testid=evidence] button').first().click(); await page.waitForTimeout(900); log(await page.evaluate(() => location.href)); await shot('passage');
  });
  await part('advice', async () => {
    await goTo(page, '/advice'); await page.getByRole('combobox', { name: 'Issue' }).click(); await page.getByRole('option', { name: 'Child labour' }).click(); await page.waitForTimeout(300);
    log(await page.locator('[data-testid=advice-row]').count()); await shot('advice-filtered');
    await page.locator('[data-testid=advice-row] a').first().click(); await page.waitForTimeout(500);
    await page.getByRole('button', { name: 'Mark as done' }).click(); await page.waitForTimeout(400);
    await page.getByLabel('The company’s response').fill('Answered in the plan.'); await page.keyboard.press('Escape'); await page.waitForTimeout(300);
    await page.getByLabel('The company’s response').fill('Answered in the plan.'); await page.getByRole('button', { name: 'Close' }).click(); await page.waitForTimeout(700);
    log(await page.locator('[data-testid=advice-row]').first().innerText()); await shot('advice-after');
    await page.locator('[data-testid=advice-row] a').first().click(); await page.waitForTimeout(500); await page.getByRole('button', { name: 'Remove this advice' }).scrollIntoViewIfNeeded(); await shot('drawer-bottom'); await page.getByRole('button', { name: 'Remove this advice' }).click(); await page.waitForTimeout(600);
    log(await page.locator('[data-testid=advice-row]').count()); await page.getByRole('button', { name: 'Undo', exact: true }).last().click(); await page.waitForTimeout(500); log(await page.locator('[data-testid=advice-row]').count());
  });
} finally { console.log('ERR', h.pageErrors.join('\n')); await h.close(); }
process.exit(0);
