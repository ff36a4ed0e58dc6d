/**
 * Somebody who has only the published page and enters it by mouse and keyboard into an empty workspace. Whatever is missing
 * on the way is added where the app lets it be added; what has no place is noted, and left out.
 */
import type { Locator, Page } from 'playwright-core';
import { Hand } from '../e2e/counted.ts';
import { settled } from '../e2e/harness.ts';
import type { HandEntry, HandNumber, HandRow } from './company-rows.ts';

const TABS = {
  arrangements: 'Structures and programmes',
  organisations: 'Organisations',
  instruments: 'Policies and instruments',
  sources: 'Sources',
} as const;
const OF_LABEL = {
  arrangements: 'Whose it is',
  instruments: 'Whose text it is',
  sources: 'Publisher',
} as const;
const KIND_OF: Readonly<Record<string, string>> = {
  'NEC Corporation': 'Company of the group',
  'NEC Europe': 'Company of the group',
  'Business for Social Responsibility': 'NGO',
};

export class Newcomer {
  readonly hand: Hand;
  /** Detours and values without a place, in words. */
  readonly stuck: string[] = [];
  readonly #page: Page;
  readonly #organisations = new Set<string>();
  #here: HandRow['list'] | null = null;

  constructor(page: Page) {
    this.#page = page;
    this.hand = new Hand(page);
  }

  /** What cannot be done is told, and the rest goes on. */
  async attempt(name: string, act: () => Promise<void>): Promise<void> {
    this.#page.setDefaultTimeout(15_000);
    await act().catch(async (thrown: unknown) => {
      console.log(name, String(thrown).split('\n').slice(0, 6).join(' '));
      this.stuck.push(`${name}: given up – ${String(thrown).split('\n').slice(0, 4).join(' ')}`);
      await this.#page.screenshot({ path: `out/by-hand-${this.stuck.length}.png` });
      await this.#closeDialog();
    });
  }

  async row(row: HandRow): Promise<void> {
    // The key works on a row's page as in its list.
    if (row.list !== this.#here || process.env.HAND_BASE) await this.#toList(row.list);
    this.#here = row.list;
    await this.#openNew();
    const form = this.#page.getByRole('dialog');
    await this.hand.type(row.name);
    await this.#choose(form, 'Kind', row.kind);
    if (row.of && row.list !== 'organisations')
      await this.#pick(form, OF_LABEL[row.list], row.of, () => this.#organisation(row));
    const since = form.getByLabel('Since', { exact: true }).or(form.getByLabel('Published', { exact: true }));
    const asked = row.since !== undefined && (await since.count()) > 0;
    if (asked) await this.#write(since, row.since ?? '');
    await this.hand.press('Control+Enter');
    await this.#page.getByRole('heading', { level: 1, name: row.name }).waitFor();
    if (row.list === 'organisations') this.#organisations.add(row.name);
    if (row.since && !asked)
      await this.#write(
        this.#main.getByLabel(row.list === 'sources' ? 'Published' : 'Since', { exact: true }),
        row.since,
      );
    await this.#facts(row);
    for (const entry of row.entries ?? []) await this.#entry(entry);
  }

  async #facts({ name, texts = {}, audience = [], cadence, reportsTo }: HandRow): Promise<void> {
    for (const [label, text] of Object.entries(texts))
      await this.#write(this.#main.getByLabel(label, { exact: true }), text);
    for (const one of audience) {
      const field = this.#main.getByRole('combobox', { name: 'For whom', exact: true });
      // Words that were chosen stand over the field itself.
      await this.hand.click(field.locator('xpath=ancestor::*[contains(@class, "Input-input")][1]'));
      const option = this.#page.getByRole('option', { name: one });
      await this.#page.getByRole('option', { name: 'Rightsholder', exact: true }).waitFor();
      if ((await option.count()) === 0) this.stuck.push(`${name}: nobody called ${one} can be chosen`);
      else await this.hand.click(option);
      await this.hand.press('Escape');
    }
    if (audience.length > 0) await this.#leaveField();
    if (cadence) await this.#cadence('How often', cadence, 0);
    if (reportsTo) {
      await this.#pick(this.#main, 'Reports to', reportsTo[0]);
      await this.#cadence('Reports', [reportsTo[1], reportsTo[2]], -1);
    }
  }

  async #cadence(label: string, [often, from]: readonly [string, string], which: number): Promise<void> {
    await this.#choose(this.#main, label, often);
    await this.#write(this.#main.getByLabel('First in', { exact: true }).nth(which), from);
    const save = this.#main.getByRole('button', {
      name: /^(Save|Change from now on|Correct from the start)$/,
    });
    if (await save.count()) await this.hand.click(save.last());
    await save.first().waitFor({ state: 'detached' });
  }

  async #entry({ kind, when, text, status, about }: HandEntry): Promise<void> {
    await this.#leaveField();
    await this.hand.press('e');
    const form = this.#page.getByRole('dialog');
    await form.waitFor();
    const shown = await form.getByRole('combobox', { name: 'Kind', exact: true }).inputValue();
    if (shown !== kind) await this.#choose(form, 'Kind', kind);
    await this.#write(form.getByLabel('When', { exact: true }), when);
    await this.#write(form.getByLabel('What happened').first(), text);
    const phase = await form.getByRole('combobox', { name: 'Status', exact: true }).inputValue();
    if (status && phase !== status) await this.#choose(form, 'Status', status);
    if (about) await this.#pick(form, 'Also about', about);
    const source = form.getByRole('combobox', { name: 'Source', exact: true });
    if ((await source.inputValue()) === '')
      await this.#pick(form, 'Source', 'Respecting Human Rights, fiscal 2020');
    await this.hand.press('Control+Enter');
    await form.waitFor({ state: 'detached' });
  }

  /** A number that stands in a sentence. */
  async number({ name, unit, over, of, via, text, parts = [] }: HandNumber): Promise<void> {
    const page = this.#page;
    await this.#nav('Figures');
    await this.hand.click(page.getByRole('button', { name: 'New indicator…' }).first());
    const form = page.getByRole('dialog');
    await form.waitFor();
    await this.hand.type(name);
    if (unit !== 'people') await this.#choose(form, 'Unit', unit);
    if (over) await this.#choose(form, 'Kind of count', over);
    const asksWhose = (await form.getByRole('combobox', { name: 'Whose', exact: true }).count()) > 0;
    if (of && asksWhose) await this.#pick(form, 'Whose', of);
    if (via && (await form.getByRole('combobox', { name: 'Counted through', exact: true }).count()) > 0)
      await this.#pick(form, 'Counted through', via);
    await this.hand.press('Enter');
    await form.waitFor({ state: 'detached' });
    const column = await this.#column('FY2020');
    if (parts.length > 0) await this.#parts(name, parts);
    const cell = (row: string) =>
      page.getByRole('row').filter({ hasText: row }).first().locator(`[aria-colindex="${column}"]`);
    const type = async (row: string, number: string) => {
      await this.hand.click(cell(row));
      await this.hand.type(number);
      await this.hand.press('Enter');
      await page
        .getByRole('row')
        .filter({ hasText: row })
        .filter({ hasText: number.replace(/\D/g, '') })
        .first()
        .waitFor();
    };
    await type(name, text);
    for (const part of parts) await type(part.replace(/ \d+$/, ''), part.replace(/^.* /, ''));
    for (const row of [name, ...parts.map((part) => part.replace(/ \d+$/, ''))])
      await this.#whose(cell(row), name, asksWhose ? undefined : of, via);
  }

  /** Says in the details of a cell whose a figure is, and through what it was counted. */
  async #whose(cell: Locator, name: string, of: string | undefined, via: string | undefined): Promise<void> {
    const page = this.#page;
    if (!of && !via) return;
    await this.hand.click(cell, { button: 'right' });
    await this.hand.click(page.getByRole('menuitem', { name: 'Show details' }));
    const drawer = page.getByRole('dialog');
    await drawer.waitFor();
    const whose = drawer.getByRole('combobox', { name: 'Whose', exact: true });
    if (of && (await whose.inputValue()) !== of) await this.#pick(drawer, 'Whose', of);
    const through = drawer.getByRole('combobox', { name: 'Counted through', exact: true });
    if (via && (await through.count()) === 0)
      this.stuck.push(`${name}: no place for “counted through ${via}”`);
    else if (via && (await through.inputValue()) !== via) await this.#pick(drawer, 'Counted through', via);
    await this.#closeDialog();
  }

  /** The statement of s.54, in both languages, and the Word document of it. */
  async statement(texts: readonly (readonly [string, string, string])[]): Promise<void> {
    const page = this.#page;
    await this.#nav('Statements');
    for (const [number, english, japanese] of texts) {
      await this.hand.click(page.getByTestId('requirement').filter({ hasText: number }).first());
      const panel = page.getByTestId('requirement-panel');
      await panel.getByRole('heading', { name: number }).waitFor();
      await this.#write(page.getByLabel('Text (English)'), english);
      await this.hand.press('Tab');
      await this.hand.type(japanese);
      await this.hand.click(panel.getByText('Answered', { exact: true }));
      await page
        .locator('[data-testid="requirement"][data-state="answered"]')
        .filter({ hasText: number })
        .waitFor();
    }
    await this.hand.click(page.getByRole('button', { name: 'Approval and publication' }));
    await this.#write(page.getByLabel('Approved by'), 'Board of Directors');
    await this.hand.press('Enter');
    await page.getByRole('button', { name: 'Save', exact: true }).and(page.locator(':disabled')).waitFor();
    await this.hand.click(page.getByTestId('statement-create'));
  }

  async #parts(name: string, parts: readonly string[]): Promise<void> {
    const page = this.#page;
    await this.hand.click(
      page.getByRole('row').filter({ hasText: name }).first().getByRole('gridcell').first(),
      {
        button: 'right',
      },
    );
    await this.hand.click(page.getByRole('menuitem', { name: /indicator/i }).first());
    const form = page.getByRole('dialog');
    await this.hand.click(form.getByRole('button', { name: 'Add breakdown' }).first());
    await this.#write(form.getByLabel(/^Name of the breakdown.*English/).first(), 'Kind');
    for (const [at, part] of parts.entries()) {
      if (at > 0) await this.hand.click(form.getByRole('button', { name: 'Add part' }));
      await this.#write(
        form.getByLabel(new RegExp(`^Part ${at + 1}.*English`, 'i')),
        part.replace(/ \d+$/, ''),
      );
    }
    await this.hand.press('Enter');
    await form.waitFor({ state: 'detached' });
  }

  async #column(head: string): Promise<string> {
    const column = this.#page.getByRole('columnheader', { name: head, exact: true });
    await column.waitFor();
    return (await column.getAttribute('aria-colindex')) ?? '';
  }

  /** A word of a select that is no search: two clicks. */
  async #choose(within: Locator, label: string, option: string): Promise<void> {
    const field = within.getByRole('combobox', { name: label, exact: true });
    if ((await field.inputValue()) === option) return;
    await this.hand.click(field);
    await this.hand.click(this.#page.getByRole('option', { name: option, exact: true }));
  }

  /** A row by its name; one that is not there is added from here, or else by a detour. */
  async #pick(within: Locator, label: string, name: string, detour?: () => Promise<void>): Promise<void> {
    const field = within.getByRole('combobox', { name: label, exact: true });
    if ((await field.inputValue()) === name) return;
    const chosen = field.locator('xpath=ancestor::*[contains(@class, "MultiSelect-input")][1]');
    await this.hand.click((await chosen.count()) > 0 ? chosen : field);
    await this.hand.type(name);
    const option = this.#page.getByRole('option', { name, exact: true });
    const add = this.#page.getByRole('option', { name: `Add “${name}”` });
    const offered = option.or(add).first().waitFor({ timeout: 4000 });
    await offered.catch(() => undefined);
    if (await option.count())
      await this.hand.press('ArrowDown', 'Enter', ...((await chosen.count()) > 0 ? ['Tab'] : []));
    else if (await add.count()) {
      await this.hand.press('ArrowDown', 'Enter');
      this.#organisations.add(name);
    } else if (detour) {
      this.stuck.push(`${name}: not offered under ${label}, added in its own list first`);
      await detour();
      return;
    } else {
      this.stuck.push(`${name}: not offered under ${label}`);
      await this.hand.press('Escape');
      return;
    }
    await settled(this.#page);
  }

  /** Leaves the form of a row, adds the organisation that it is of, and begins the row's form again. */
  async #organisation(row: HandRow): Promise<void> {
    const name = row.of ?? '';
    await this.#closeDialog();
    await this.row({ list: 'organisations', name, kind: KIND_OF[name] ?? 'Several companies of the group' });
    await this.#toList(row.list);
    await this.#openNew();
    const form = this.#page.getByRole('dialog');
    if (
      (await form
        .getByLabel(/English/)
        .first()
        .inputValue()) === ''
    )
      await this.hand.type(row.name);
    await this.#choose(form, 'Kind', row.kind);
    await this.#pick(form, OF_LABEL[row.list as keyof typeof OF_LABEL], name);
  }

  async #openNew(): Promise<void> {
    await this.#leaveField();
    await this.hand.press('n');
    await this.#page.getByRole('dialog').waitFor();
    await this.#page.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
  }

  async #toList(list: HandRow['list']): Promise<void> {
    const tab = this.#page.getByRole('tab', { name: TABS[list], exact: true });
    const back = this.#page.locator('main').getByRole('link', { name: TABS[list], exact: true });
    if ((await tab.count()) > 0 && (await tab.getAttribute('aria-selected')) === 'true') return;
    if ((await tab.count()) === 0 && (await back.count()) > 0) await this.hand.click(back.first());
    else if ((await tab.count()) === 0)
      await this.hand.click(
        this.#page.locator('nav').getByRole('link', { name: 'Register', exact: true }).first(),
      );
    await tab.waitFor();
    if ((await tab.getAttribute('aria-selected')) !== 'true') await this.hand.click(tab);
    await settled(this.#page);
  }

  async #nav(name: string): Promise<void> {
    const link = this.#page.locator('nav').getByRole('link', { name, exact: true }).first();
    if ((await link.getAttribute('aria-current')) !== 'page') await this.hand.click(link);
    await settled(this.#page);
  }

  async #write(field: Locator, text: string): Promise<void> {
    await this.hand.click(field);
    await this.hand.type(text);
  }

  /** Keys of the page act outside of fields. */
  async #leaveField(): Promise<void> {
    const isTyping = () =>
      this.#page.evaluate(() => /INPUT|TEXTAREA/.test(document.activeElement?.tagName ?? ''));
    for (let tries = 0; tries < 3 && (await isTyping()); tries++) await this.hand.press('Escape');
    if (!(await isTyping())) return;
    this.stuck.push('Escape does not leave the field: a click beside it is needed');
    await this.hand.click(this.#page.getByRole('heading', { level: 1 }));
  }

  async #closeDialog(): Promise<void> {
    const dialog = this.#page.getByRole('dialog');
    while ((await dialog.count()) > 0 && (await dialog.first().isVisible())) {
      await this.hand.press('Escape');
      await settled(this.#page);
    }
  }

  get #main(): Locator {
    return this.#page.locator('main');
  }
}
