/**
 * 10,000 codings in the view of passages of the real app: how long the window stands still while the view is opened,
 * asked, scrolled and turned into a table, and how soon what was asked is there. A task is what the window's thread
 * does in one go (tasks under 50 ms are not told by the browser and count as 0); a frame is the gap between two
 * animation frames, 16.7 ms when it is on time.
 */
import type { Page } from 'playwright-core';
import type * as Store from '../../renderer/store/index.ts';
import { type Hearken, openSample, startApp } from '../e2e/harness.ts';
import { type Bench, type Figure, median } from './frame.ts';

type Door = Window & { hearkenStore: typeof Store };

const SHAPE = { dialogues: 40, turns: 100, codings: 10_000 };
const RUNS = 5;

/** Puts dialogues with codings into the open workspace, past the readers. */
function makeCodings(page: Page): Promise<void> {
  return page.evaluate(async ({ dialogues, turns, codings }) => {
    const { commit, readState } = (window as unknown as Door).hearkenStore;
    const { issues } = await readState();
    const id = () => crypto.randomUUID();
    const words = 'Crews pay brokers before they sail, and nobody asks how the fee was found. '.repeat(6);
    const each = codings / dialogues / turns;
    for (let at = 0; at < dialogues; at += 1) {
      await commit({ key: 'change.dialogue.import', params: { title: `Talk ${at}` } }, async (draft) => {
        const dialogueId = id();
        draft.add('dialogues', {
          id: dialogueId,
          title: `Talk ${at}`,
          date: `${1980 + at}-05-01`,
          place: '',
          form: 'online',
          fiscalYear: 1980 + at,
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
          name: `Speaker ${at}.${order}`,
          label: '',
          title: '',
          organisation: 'Harbour Forum',
          external: order < 4,
          voice: order < 2 ? ('expert' as const) : ('rightsholder' as const),
          kind: 'ngo' as const,
        }));
        for (const person of people) draft.add('participants', person);
        for (let order = 0; order < turns; order += 1) {
          const turnId = id();
          draft.add('turns', {
            id: turnId,
            dialogueId,
            order,
            kind: 'speech',
            participantId: people[order % people.length]?.id ?? null,
            text: words,
            heading: null,
            start: null,
            end: null,
            cues: [],
          });
          for (let coding = 0; coding < Math.floor(each + (order % 2)); coding += 1) {
            const start = (order * 31 + coding * 97) % 300;
            const passageId = id();
            const quote = words.slice(start, start + 60 + coding * 20);
            draft.add('passages', {
              id: passageId,
              dialogueId,
              turnId,
              start,
              end: start + quote.length,
              quote,
              before: '',
              after: '',
              attribution: null,
              state: 'anchored',
            });
            draft.add('codings', {
              id: id(),
              dialogueId,
              passageId,
              issueId: issues[(order * 7 + coding * 13 + at) % issues.length]?.id ?? '',
              coder: coding % 2 === 0 ? 'Ines' : 'Ren',
              at: '2024-05-02T00:00:00.000Z',
              memo: '',
              reconciled: null,
            });
          }
        }
      });
    }
  }, SHAPE);
}

interface Act {
  /** From the act until what was asked is shown. */
  readonly done: number;
  readonly longestTask: number;
  readonly longestFrame: number;
}

/** Does something to the address or the page, and watches the window until the answer is there. */
function watch(page: Page, act: { hash?: string; search?: string; scroll?: boolean }): Promise<Act> {
  return page.evaluate(async ({ hash, search, scroll }) => {
    const tasks: number[] = [];
    const frames: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    });
    observer.observe({ type: 'longtask' });
    let last = performance.now();
    let watching = true;
    const look = (now: number) => {
      frames.push(now - last);
      last = now;
      if (watching) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const began = performance.now();
    if (hash !== undefined) {
      const url = new URL(window.location.href);
      url.search = search ?? '';
      url.hash = hash;
      window.history.pushState(null, '', url.href);
      window.dispatchEvent(new HashChangeEvent('hashchange'));
    }
    await frame();
    const shown = () =>
      !document.querySelector('main .mantine-Loader-root, main [aria-busy="true"]') &&
      (hash !== '/passages' ||
        (document.querySelector('[data-testid="find-count"]')?.textContent !== '' &&
          document.querySelector(
            '[data-testid="find"], [data-testid="find-table"] tbody td, [data-testid="cross-table"], [data-testid="coverage"]',
          ) !== null));
    while (!shown()) await frame();
    await frame();
    const done = performance.now() - began;
    if (scroll) {
      const list = document.querySelector('[data-testid="find"]')?.closest('[tabindex="0"]');
      for (let step = 0; step < 60; step += 1) {
        await frame();
        list?.scrollBy(0, 400);
      }
      list?.scrollTo(0, list.scrollHeight);
    }
    // What is put off comes within this time.
    await new Promise((end) => setTimeout(end, 600));
    watching = false;
    observer.disconnect();
    return { done, longestTask: Math.max(0, ...tasks), longestFrame: Math.max(0, ...frames) };
  }, act);
}

export const bench: Bench = {
  title: 'Passages: 10,000 codings in the window',
  run: async (): Promise<Figure[]> => {
    let hearken: Hearken | null = null;
    try {
      hearken = await startApp({ env: { HEARKEN_E2E: '1' } });
      const { page } = hearken;
      await openSample(page);
      await page.evaluate('window.__name = (named) => named');
      await makeCodings(page);
      // What follows a commit (the search index) is not this view's.
      await page.waitForTimeout(15_000);
      const acts = [
        ['opening', { hash: '/passages' }],
        ['one speaker group', { hash: '/passages', search: 'side=external&text=brokers' }],
        ['the table', { hash: '/passages', search: 'as=table' }],
        ['issue by issue', { hash: '/passages', search: 'as=issues' }],
        ['voices heard', { hash: '/passages', search: 'as=coverage' }],
        ['scrolling the list', { hash: '/passages', scroll: true }],
      ] as const;
      const measured = new Map<string, Act[]>(acts.map(([what]) => [what, []]));
      for (let run = 0; run < RUNS; run += 1) {
        for (const [what, act] of acts) {
          await watch(page, { hash: '/settings' });
          measured.get(what)?.push(await watch(page, act));
        }
      }
      return [...measured].flatMap(([what, all]): Figure[] => {
        const [cold, ...warm] = all as [Act, ...Act[]];
        const longest = (of: (act: Act) => number) => Math.max(...warm.map(of));
        return [
          { what: `${what}: there, first time`, value: cold.done, unit: 'ms' },
          {
            what: `${what}: there, median afterwards`,
            value: median(warm.map(({ done }) => done)),
            unit: 'ms',
          },
          { what: `${what}: longest task, first time`, value: cold.longestTask, unit: 'ms' },
          { what: `${what}: longest task afterwards`, value: longest((act) => act.longestTask), unit: 'ms' },
          { what: `${what}: longest frame, first time`, value: cold.longestFrame, unit: 'ms' },
          {
            what: `${what}: longest frame afterwards`,
            value: longest((act) => act.longestFrame),
            unit: 'ms',
          },
        ];
      });
    } finally {
      await hearken?.close();
    }
  },
};
