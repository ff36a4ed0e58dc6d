/** What a task costs a person who does it in the app: every click and every key is counted. */
import type { Locator, Page } from 'playwright-core';
import { dropFiles } from './drop.ts';

export interface Cost {
  /** Of the mouse; a drop of files counts as one. */
  readonly clicks: number;
  /** Presses, a chord as one; letters of a text aside. */
  readonly keys: number;
  /** Letters of texts that somebody has to write in any case: names, sentences, what is looked for. */
  readonly letters: number;
}

/** A person at mouse and keyboard. Everything that a task does to the window goes through here. */
export class Hand {
  private clicks = 0;
  private keys = 0;
  private letters = 0;

  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get cost(): Cost {
    const { clicks, keys, letters } = this;
    return { clicks, keys, letters };
  }

  async click(target: Locator, options: Parameters<Locator['click']>[0] = {}): Promise<void> {
    this.clicks += 1;
    await target.click(options);
  }

  /** Presses keys one after another. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.keys += 1;
      await this.page.keyboard.press(key);
    }
  }

  /** Writes a text into the field that has the focus. */
  async type(text: string): Promise<void> {
    this.letters += [...text].length;
    await this.page.keyboard.type(text);
  }

  /** Drags files from the disk onto the window. */
  async drop(files: readonly string[]): Promise<void> {
    this.clicks += 1;
    await dropFiles(this.page, files);
  }

  /** Opens a menu of the window's menu bar and chooses from it: two clicks. */
  async menu(choose: () => Promise<void>): Promise<void> {
    this.clicks += 2;
    await choose();
  }
}
