/**
 * Home in the real app over 300 dialogues with 12,000 turns and 2,400 pieces of advice: from asking for it to the year's
 * figures, to the changes and the matrix that a worker reads, and the longest frame of the window meanwhile.
 */
import type { Page } from 'playwright-core';
import { newId } from '#shared/model/basics.ts';
import { goTo, openSample, startApp, workspaceState } from '../e2e/harness.ts';
import { type Bench, type Figure, median } from './frame.ts';
import { type Door, watchFrames } from './window.ts';

const DIALOGUES = 300;
/** Put in at once: what the debugger's line carries with ease. */
const PART = 30;
const TURNS = 40;
const ADVICE = 8;
const RUNS = 7;

/** Adds dialogues of the sample's fiscal year, each with turns, passages and advice, which its round considers. */
async function fillDialogues(page: Page): Promise<void> {
  const { dialogues, turns, passages, advice } = await workspaceState(page);
  const [dialogue, turn, passage, piece] = [dialogues[0], turns[1], passages[0], advice[0]];
  if (!dialogue || !turn || !passage || !piece) throw new Error('the sample lacks rows');
  for (let from = 0; from < DIALOGUES; from += PART) {
    const made = Array.from({ length: PART }, (_unused, index) => {
      const dialogueId = newId();
      const rows = { dialogueId, participantId: null };
      const ownTurns = Array.from({ length: TURNS }, (_none, order) => ({
        ...turn,
        ...rows,
        id: newId(),
        order,
      }));
      const ownPassages = ownTurns.slice(0, ADVICE).map(({ id }) => ({
        ...passage,
        id: newId(),
        dialogueId,
        turnId: id,
        ...{ start: 0, end: 5, quote: turn.text.slice(0, 5), before: '', after: turn.text.slice(5, 37) },
      }));
      return {
        dialogue: { ...dialogue, id: dialogueId, title: `Talk ${from + index}`, openDoubts: [] },
        turns: ownTurns,
        passages: ownPassages,
        advice: ownPassages.map(({ id }) => ({ ...piece, id: newId(), dialogueId, passageIds: [id] })),
      };
    });
    await page.evaluate(async (parts) => {
      const { commit } = (window as unknown as Door).hearkenStore;
      await commit({ key: 'change.dialogue.importAll', params: { count: parts.length } }, async (draft) => {
        for (const part of parts) {
          draft.add('dialogues', part.dialogue);
          for (const one of part.turns) draft.add('turns', one);
          for (const one of part.passages) draft.add('passages', one);
          for (const one of part.advice) draft.add('advice', one);
        }
        const rounds = await draft.all('rounds');
        for (const round of rounds.filter(({ stage }) => stage !== 'closed'))
          await draft.patch('rounds', round.id, {
            dialogueIds: [...round.dialogueIds, ...parts.map(({ dialogue: { id } }) => id)],
          });
      });
    }, made);
  }
}

async function run(): Promise<readonly Figure[]> {
  const { page, close } = await startApp({ env: { HEARKEN_E2E: '1' } });
  try {
    await openSample(page, '/home');
    // What compiles this file marks functions by a helper that the window does not have.
    await page.evaluate('window.__name = (named) => named');
    await fillDialogues(page);
    const take = await watchFrames(page);
    const figures: number[] = [];
    const pictures: number[] = [];
    const frames: number[] = [];
    for (let turn = 0; turn <= RUNS; turn += 1) {
      await goTo(page, '/settings');
      await take();
      const began = performance.now();
      await page.locator('nav a[href="#/home"]').click();
      await page.getByTestId('home-chain').waitFor();
      figures.push(performance.now() - began);
      await page.getByTestId('home-matrix').getByTestId('scene').waitFor();
      pictures.push(performance.now() - began);
      frames.push(await take());
    }
    return [
      { what: 'to the year’s figures and what is due, median', value: median(figures.slice(1)), unit: 'ms' },
      { what: 'to changes and matrix, median', value: median(pictures.slice(1)), unit: 'ms' },
      { what: 'longest frame meanwhile, median', value: median(frames.slice(1)), unit: 'ms' },
    ];
  } finally {
    await close();
  }
}

export const bench: Bench = { title: `Home (${DIALOGUES} dialogues)`, run };
