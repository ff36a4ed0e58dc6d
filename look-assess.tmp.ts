import { goTo, openSample, setLanguage, settled, startApp } from './tests/e2e/harness.ts';
const h = await startApp({ appDir: '/tmp/look-assess', saveDir: '/tmp/look-assess-save' });
const { page } = h;
try {
  await page.setViewportSize?.({ width: 1280, height: 800 }).catch(() => {});
  await h.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
  await setLanguage(h, 'en');
  await openSample(page);
  const shot = async (name: string) => { await settled(page); await page.screenshot({ path: `/tmp/look-${name}.png` }); };
  await goTo(page, '/matrix'); await shot('matrix');
  await page.locator('[data-item]').nth(2).focus(); await shot('matrix-focus');
  await page.keyboard.press('ArrowDown'); await page.keyboard.press('Enter'); await shot('matrix-panel');
  await goTo(page, '/assessment'); await shot('rounds');
  await page.getByTestId('round-list').getByRole('button').first().click(); await shot('rate');
  await page.getByRole('tab').nth(1).click(); await shot('results');
  await page.getByRole('tab').nth(2).click(); await shot('setup');
  await goTo(page, '/decisions'); await shot('decisions');
  await page.locator('[data-subject] button').first().click(); await page.waitForTimeout(600); await shot('decision-form');
  await page.keyboard.press('Escape');
  await goTo(page, '/assessment/new'); await shot('new');
} catch (e) { console.error(e); await page.screenshot({ path: '/tmp/look-fail.png' }); }
console.log('errors', h.pageErrors);
await h.close();
