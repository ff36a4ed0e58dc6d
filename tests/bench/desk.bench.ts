/**
 * A dialogue of 1,500,000 characters at the desk of the real app – in 20,000 turns, and in 200 – against a usual one
 * of 200 turns: how soon its first words are on the screen, and the longest frame while it is opened, scrolled,
 * coded, and searched for a word of every turn. Frames are the gaps between animation frames in the window; one that
 * is on time takes 16.7 ms.
 */
import type { Page } from 'playwright-core';
import type * as Store from '../../renderer/store/index.ts';
import { type Hearken, openSample, startApp } from '../e2e/harness.ts';
import { type Bench, type Figure, median, percentile } from './frame.ts';

type Door = Window & { hearkenStore: typeof Store };

const CODINGS = 12;
const SHAPES = [
  { what: '200 turns', turns: 200, letters: 75, coded: 20 },
  { what: '20,000 turns', turns: 20_000, letters: 75, coded: 2000 },
  { what: '200 long turns', turns: 200, letters: 7500, coded: 200 },
] as const;
type Shape = (typeof SHAPES)[number];

interface Measured {
  readonly firstWords: number;
  readonly whole: number;
  readonly opening: readonly number[];
  readonly scrolling: readonly number[];
  readonly jumping: readonly number[];
  readonly coding: readonly number[];
  /** While a word that stands in every turn is looked for, and its hits are walked through. */
  readonly finding: readonly number[];
  /** From the word in the field to its hits on the screen. */
  readonly found: number;
  /** From the key to the mark on the screen. */
  readonly marked: readonly number[];
}

/** Puts a dialogue into the open workspace, past the readers: what is measured is the desk. */
function makeDialogue(page: Page, shape: Shape): Promise<string> {
  return page.evaluate(async ({ what, turns, letters, coded }) => {
    const { commit, readState } = (window as unknown as Door).hearkenStore;
    const { issues } = await readState();
    const id = () => crypto.randomUUID();
    const sentence = (n: number) => `Crews of boat ${n} pay brokers before they ever sail out. `;
    const text = (n: number) => {
      let words = '';
      for (let part = 0; words.length < letters; part += 1) words += sentence(n * 7 + part);
      return words.slice(0, letters).trim();
    };
    const dialogueId = id();
    await commit({ key: 'change.dialogue.import', params: { title: what } }, async (draft) => {
      draft.add('dialogues', {
        id: dialogueId,
        title: what,
        date: '2024-05-01',
        place: '',
        form: 'online',
        fiscalYear: 2024,
        language: 'en',
        attribution: 'named',
        source: null,
        sourceNote: '',
        summary: '',
        openDoubts: [],
        follows: null,
      });
      const people = Array.from({ length: 6 }, (_unused, order) => ({
        id: id(),
        dialogueId,
        order,
        personId: null,
        name: `Speaker ${order + 1}`,
        label: `Speaker ${order + 1}`,
        title: '',
        organisation: 'Harbour Forum',
        external: order > 2,
        voice: 'expert' as const,
        kind: 'ngo' as const,
      }));
      for (const person of people) draft.add('participants', person);
      for (let order = 0; order < turns; order += 1) {
        const words = text(order);
        const turnId = id();
        draft.add('turns', {
          id: turnId,
          dialogueId,
          order,
          kind: 'speech',
          participantId: people[order % people.length]?.id ?? null,
          text: words,
          heading: `Part ${Math.floor(order / 100)}`,
          start: order * 5,
          end: order * 5 + 5,
          cues: [],
        });
        if (order % Math.ceil(turns / coded) !== 0) continue;
        const passageId = id();
        draft.add('passages', {
          id: passageId,
          dialogueId,
          turnId,
          start: 0,
          end: 20,
          quote: words.slice(0, 20),
          before: '',
          after: words.slice(20, 52),
          attribution: null,
          state: 'anchored',
        });
        draft.add('codings', {
          id: id(),
          dialogueId,
          passageId,
          issueId: issues[(order / Math.ceil(turns / coded)) % 5]?.id ?? '',
          coder: 'Ines',
          at: '2024-05-02T00:00:00.000Z',
          memo: '',
          reconciled: null,
        });
      }
    });
    return dialogueId;
  }, shape);
}

/** Begins to keep the milliseconds of every frame; `take` gives them and begins anew. */
async function watchFrames(page: Page): Promise<() => Promise<number[]>> {
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
  return () => page.evaluate(() => (window as unknown as { takeFrames: () => number[] }).takeFrames());
}

async function measure(page: Page, dialogueId: string, take: () => Promise<number[]>): Promise<Measured> {
  await page.evaluate(() => {
    window.location.hash = '/dialogues';
  });
  await page.locator('main').getByText('200 turns', { exact: true }).first().waitFor();
  await page.waitForTimeout(500);
  await take();
  const { firstWords, whole } = await page.evaluate(async (id) => {
    const began = performance.now();
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    window.location.hash = `/dialogues/${id}`;
    while (!document.querySelector('[data-testid="desk"] [data-turn] span')) await frame();
    await frame();
    const words = performance.now() - began;
    while (document.querySelector('[data-testid="desk"][aria-busy]')) await frame();
    return { firstWords: words, whole: performance.now() - began };
  }, dialogueId);
  await page.waitForTimeout(500);
  const opening = await take();

  await page.evaluate(async () => {
    const desk = document.querySelector('[data-testid="desk"]');
    for (let step = 0; step < 150; step += 1) {
      await new Promise((done) => requestAnimationFrame(done));
      desk?.scrollBy(0, 120);
    }
  });
  const scrolling = await take();
  await page.evaluate(async () => {
    const desk = document.querySelector('[data-testid="desk"]');
    for (const share of [0.5, 1, 0.25, 0.75, 0]) {
      desk?.scrollTo(0, share * desk.scrollHeight);
      await new Promise((done) => setTimeout(done, 150));
    }
  });
  const jumping = await take();

  await page.getByTestId('desk').focus();
  const marked: number[] = [];
  for (let coding = 0; coding < CODINGS; coding += 1) {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.locator('[data-kind~="selection"]').first().waitFor();
    // Rows that came into view are settled before the key is pressed.
    await page.waitForTimeout(120);
    const shown = page.evaluate(async () => {
      const open = () => document.querySelector('[data-card][data-open="true"]')?.getAttribute('data-card');
      const card = open();
      const began = await new Promise<number>((done) =>
        window.addEventListener('keydown', () => done(performance.now()), { once: true, capture: true }),
      );
      while (open() === card && performance.now() - began < 5000)
        await new Promise((done) => requestAnimationFrame(done));
      return performance.now() - began;
    });
    await page.waitForTimeout(30);
    await page.keyboard.press('1');
    marked.push(await shown);
  }
  const coding = await take();

  await page.keyboard.press('Control+f');
  await page.waitForTimeout(200);
  const field = page.getByTestId('find-bar').getByRole('textbox');
  const shown = page.evaluate(async () => {
    const began = await new Promise<number>((done) =>
      window.addEventListener('input', () => done(performance.now()), { once: true, capture: true }),
    );
    while (!document.querySelector('[data-turn] [data-current]'))
      await new Promise((done) => requestAnimationFrame(done));
    return performance.now() - began;
  });
  await page.waitForTimeout(30);
  await field.fill('brokers');
  const found = await shown;
  for (let hit = 0; hit < 20; hit += 1) {
    await page.keyboard.press('Enter');
    await page.waitForTimeout(60);
  }
  await page.waitForTimeout(500);
  const finding = await take();
  await page.keyboard.press('Escape');
  return { firstWords, whole, opening, scrolling, jumping, coding, finding, found, marked };
}

export const bench: Bench = {
  title: 'The desk: 1,500,000 characters against a usual dialogue of 200 turns',
  run: async (): Promise<Figure[]> => {
    let hearken: Hearken | null = null;
    try {
      hearken = await startApp({ env: { HEARKEN_E2E: '1' } });
      const { page } = hearken;
      await openSample(page);
      // What compiles this file marks functions by a helper that the window does not have.
      await page.evaluate('window.__name = (named) => named');
      const ids: string[] = [];
      for (const shape of SHAPES) ids.push(await makeDialogue(page, shape));
      // What follows a commit (the search index) is not the desk's.
      await page.waitForTimeout(8000);
      const take = await watchFrames(page);
      // Once over the usual one, so that nothing is compiled while it is measured.
      await measure(page, ids[0] ?? '', take);
      const measured: Measured[] = [];
      for (const id of ids) measured.push(await measure(page, id, take));
      const [usual, ...large] = measured as [Measured, ...Measured[]];
      return [usual, ...large].flatMap((one, index) => figures(SHAPES[index]?.what ?? '', one, usual));
    } finally {
      await hearken?.close();
    }
  },
};

function figures(what: string, one: Measured, usual: Measured): Figure[] {
  const against = (value: number) => (one === usual ? {} : { against: { what: '200 turns', value } });
  const longest = (frames: readonly number[]) => Math.max(...frames);
  const over = (frames: readonly number[]) => frames.filter((frame) => frame > 50).length;
  const acts = ['opening', 'scrolling', 'jumping', 'coding', 'finding'] as const;
  return [
    { what: `${what}: first words`, value: one.firstWords, unit: 'ms', ...against(usual.firstWords) },
    { what: `${what}: all of it there`, value: one.whole, unit: 'ms', ...against(usual.whole) },
    {
      what: `${what}: from the key to the mark, median`,
      value: median(one.marked),
      unit: 'ms',
      ...against(median(usual.marked)),
    },
    {
      what: `${what}: from the word to its hits`,
      value: one.found,
      unit: 'ms',
      ...against(usual.found),
    },
    ...acts.flatMap((act): Figure[] => [
      {
        what: `${what}: longest frame while ${act}`,
        value: longest(one[act]),
        unit: 'ms',
        ...against(longest(usual[act])),
      },
      {
        what: `${what}: 95th frame of 100 while ${act}`,
        value: percentile(one[act], 0.95),
        unit: 'ms',
        ...against(percentile(usual[act], 0.95)),
      },
      { what: `${what}: frames over 50 ms while ${act}`, value: over(one[act]), unit: 'count' },
    ]),
  ];
}
