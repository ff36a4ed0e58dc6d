/** Text fields: English words checked by dictionaries that ship with the app, and the menu of a field. */
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { goTo, type Hearken, openSample, setLanguage, settled, startApp, workspaceState } from './harness.ts';
import { onSample } from './on-sample.ts';

let hearken: Hearken;
onSample(
  'text-fields',
  (started) => {
    hearken = started;
  },
  undefined,
  // Whatever Electron this is: no text here begins with what holds an earlier one up.
  { env: { HEARKEN_E2E_SPELLING: '1' } },
);

interface Watched {
  shown: string[] | null;
  choose: (label: string) => void;
}

/** The menus of the system cannot be looked at: what they hold is kept instead of showing them. */
async function watchMenus(): Promise<void> {
  await hearken.app.evaluate(({ Menu }) => {
    const watched = globalThis as unknown as Watched;
    Menu.prototype.popup = function popup() {
      watched.shown = this.items.map(({ label, type }) => (type === 'separator' ? '-' : label));
      watched.choose = (label) => this.items.find((item) => item.label === label)?.click();
    };
  });
}

const shown = () => hearken.app.evaluate(() => (globalThis as unknown as Watched).shown);
const choose = (label: string) =>
  hearken.app.evaluate((_electron, name) => (globalThis as unknown as Watched).choose(name), label);

/** The menu of a field that is asked for over its first word; asked again until the words have been checked. */
async function menuOf(field: Locator, wanted: (labels: readonly string[]) => boolean): Promise<string[]> {
  await expect
    .poll(async () => {
      await hearken.app.evaluate(() => {
        (globalThis as unknown as Watched).shown = null;
      });
      await field.click({ button: 'right', position: { x: 24, y: 20 } });
      await expect.poll(shown).not.toBeNull();
      return wanted((await shown()) ?? []);
    })
    .toBe(true);
  return (await shown()) ?? [];
}

const EDITING = ['Cut', 'Copy', 'Paste', 'Paste without formatting', 'Select all'];

async function emptyField(): Promise<Locator> {
  const { page } = hearken;
  const [advice] = (await workspaceState(page)).advice;
  await goTo(page, `/advice/${advice?.id}`);
  const field = page.getByRole('dialog').locator('textarea').first();
  await field.fill('');
  return field;
}

test('a misspelt word is marked, with what it may have meant; choosing puts it in its place', async () => {
  await watchMenus();
  const field = await emptyField();
  await field.pressSequentially('Supliers of 人権 ');
  expect(await menuOf(field, (labels) => labels.includes('Suppliers'))).toEqual([
    'Suppliers',
    '-',
    'Add to dictionary',
    '-',
    ...EDITING,
  ]);
  await choose('Suppliers');
  await expect.poll(() => field.inputValue()).toBe('Suppliers of 人権 ');
});

test('British and American words, names of the workspace, words of the app and capitals are right', async () => {
  const field = await emptyField();
  for (const word of ['Labour', 'Labor', 'Takahashi', 'Irremediability', 'UNGP']) {
    await field.fill('');
    // The wrong word behind it shows that the field has been checked.
    await field.pressSequentially(`${word} teh `);
    expect(await menuOf(field, (labels) => labels.length > 0)).toEqual(EDITING);
  }
});

test('a word is learned for good, and forgotten in the settings; a switch ends it all', async () => {
  const { page } = hearken;
  const field = await emptyField();
  await field.pressSequentially('Kizunaish ');
  await menuOf(field, (labels) => labels.includes('Add to dictionary'));
  await choose('Add to dictionary');
  const words = () => page.evaluate(() => window.hearken.invoke('profile.read', undefined));
  await expect.poll(async () => JSON.stringify(await words())).toContain('Kizunaish');
  await menuOf(field, (labels) => !labels.includes('Add to dictionary'));

  await goTo(page, '/settings');
  await page.getByText('Kizunaish', { exact: true }).waitFor();
  await page.getByRole('switch', { name: /Check English spelling/ }).click();
  await settled(page);
  const again = await emptyField();
  await again.pressSequentially('Supliers teh ');
  expect(await menuOf(again, (labels) => labels.length > 0)).toEqual(EDITING);
});

test('where Electron would stand still, nothing is checked, the settings say why, and any text can be typed', async () => {
  const plain = await startApp({ env: { HEARKEN_E2E: '1' } });
  const { page } = plain;
  try {
    await setLanguage(plain, 'en');
    await openSample(page, '/settings');
    const version = await plain.app.evaluate(() => process.versions.electron);
    const checks = Number.parseInt(version, 10) >= 34;
    const control = page.getByRole('switch', { name: /Check English spelling/ });
    expect(await control.isEnabled()).toBe(checks);
    expect(await page.getByText('stops responding while it checks').count()).toBe(checks ? 0 : 1);
    const name = page.getByLabel('Your name');
    for (const text of ['12', '(Osei, 2020-02) ', '… and so on ', '人権 12']) {
      await name.fill('');
      await page.keyboard.insertText(text);
      expect(await name.inputValue()).toBe(text);
    }
  } finally {
    await plain.close();
  }
});

test('Edit has Paste without formatting, with its usual key', async () => {
  const items = await hearken.app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).flatMap(({ submenu }) =>
      (submenu?.items ?? []).map(({ label, role }) => [
        label,
        (role as string | undefined)?.toLowerCase() ?? '',
      ]),
    ),
  );
  expect(items).toContainEqual(['Paste without formatting', 'pasteandmatchstyle']);
});
