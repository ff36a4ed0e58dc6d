/** A window with a large workspace in it, and how long its frames take. */
import type { Page } from 'playwright-core';
import type * as Store from '../../renderer/store/index.ts';
import { makeCorpus } from './search-corpus.ts';

export type Door = Window & { hearkenStore: typeof Store; takeFrames(): number[] };

/** Rows put in at once: what the debugger's line carries with ease. */
const PART = 2_500;

/** Adds made-up talk to the open workspace. @returns its words, by rank */
export async function fill(page: Page, size: number): Promise<string[]> {
  const { state, words } = makeCorpus(size);
  for (let from = 0; from < state.turns.length; from += PART) {
    const first = from === 0;
    await page.evaluate(
      async (rows) => {
        const { commit } = (window as unknown as Door).hearkenStore;
        await commit({ key: 'change.dialogue.import', params: { title: 'Talks' } }, async (draft) => {
          for (const dialogue of rows.dialogues) draft.add('dialogues', dialogue);
          for (const participant of rows.participants) draft.add('participants', participant);
          for (const turn of rows.turns) draft.add('turns', turn);
        });
      },
      {
        dialogues: first ? state.dialogues : [],
        participants: first ? state.participants : [],
        turns: state.turns.slice(from, from + PART),
      },
    );
  }
  return [...words];
}

/** Begins to keep the milliseconds of every frame; `take` gives the longest and begins anew. */
export async function watchFrames(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const kept: number[] = [];
    let last = performance.now();
    const look = (now: number) => {
      kept.push(now - last);
      last = now;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    Object.assign(window, { takeFrames: () => kept.splice(0) });
  });
  return async () => Math.max(...(await page.evaluate(() => (window as unknown as Door).takeFrames())));
}
