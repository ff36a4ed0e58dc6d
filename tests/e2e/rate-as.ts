import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Chooses whose ratings are made, and gives the passphrase where the name has one or is to get one. */
export async function rateAs(page: Page, assessor: string): Promise<void> {
  await chooseName(page, assessor);
  await openGate(page);
}

export async function chooseName(page: Page, assessor: string): Promise<void> {
  const select = page.getByRole('combobox', { name: 'Rating as' });
  if ((await select.inputValue()) === assessor) return;
  await select.click();
  await page.getByRole('option', { name: assessor }).click();
  await expect.poll(() => select.inputValue()).toContain(assessor);
}

/** As people do who share a computer: each types their own passphrase. Nothing where no name is kept by one. */
export async function openGate(page: Page): Promise<void> {
  const gate = page.getByTestId('gate');
  const desk = page.getByTestId('rating-form').or(page.getByRole('grid')).or(gate);
  await desk.first().waitFor();
  if ((await gate.count()) === 0) return;
  for (const field of await gate.locator('input[type="password"]').all())
    await field.fill(await ownOf(field));
  await gate.getByRole('button', { name: /^(Open|Set and start rating)$/ }).click();
  await gate.waitFor({ state: 'detached' });
}

/** Each person's passphrase is another one: here it says whose it is. */
function ownOf(field: { evaluate<R>(work: (input: Element) => R): Promise<R> }): Promise<string> {
  return field.evaluate((input) => (input as HTMLInputElement).labels?.[0]?.textContent ?? '');
}
