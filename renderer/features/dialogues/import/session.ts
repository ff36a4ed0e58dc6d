import { type Id, newId } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import { ProblemError, problemOf } from '#shared/model/problem.ts';
import type { TaughtLayout } from '#shared/model/taught-layout.ts';
import { TRANSCRIPT_ENDINGS } from '#shared/transcript/containers/registry.ts';
import type { Decision } from '#shared/transcript/decide.ts';
import { leavePlaces, type OpenPlace } from '#shared/transcript/open-places.ts';
import type { ReadResult, TranscriptFile } from '#shared/transcript/result.ts';
import { call } from '../../../platform/bridge.ts';
import { fileContent, sha256Of } from '../../../platform/file-content.ts';
import { observable } from '../../../platform/observable.ts';
import { onWorkspaceStatus, readOnce, workspaceStatus } from '../../../store/index.ts';
import { go, links } from '../../../ui/links.ts';
import { prepareReading } from '../../../workers/import/client.ts';
import { nextStep, type Step, stepBack, withDecision, withFix, withReading } from './looked-over.ts';
import { place } from './place.ts';
import { afterEvent } from './queue.ts';
import {
  type Details,
  EMPTY_QUEUE,
  type ImportState,
  type Preview,
  type QueueEffect,
  type QueueEvent,
  type QueueItem,
  type QueueState,
  shownOf,
} from './queue-state.ts';
import { readPreview, readTaught } from './read-preview.ts';
import { isShowing, marking, NO_MARKS } from './show-marks.ts';
import { storeConfirmed as storeInOneStep } from './store-confirmed.ts';

const FILTERS = [
  { name: 'Transcripts', extensions: [...TRANSCRIPT_ENDINGS] },
  { name: '*', extensions: ['*'] },
];
/** Larger than any transcript: a day of talk is under 2 MB. In bytes. */
const MAX_FILE_BYTES = 200 * 1024 * 1024;

/** Lives beside the views, so that looking elsewhere loses nothing. */
let queue: QueueState = EMPTY_QUEUE;
const readings = new Map<number, AbortController>();

export const importState = observable<ImportState>(shownOf(queue));
export const importQueue = observable<readonly QueueItem[]>(queue.items);
/** The file of the queue that is shown. */
export const atHand = observable<Id | null>(queue.atHand);
/** The dialogue whose text the file at hand is to replace; null = it becomes a dialogue of its own. */
export const corrected = observable<Id | null>(null);
/** Titles of what was stored last, at once, and not told yet. */
export const justStored = observable<readonly string[] | null>(null);

onWorkspaceStatus(() => {
  if (workspaceStatus().state === 'open') return;
  justStored.set(null);
  void dispatch({ type: 'workspaceClosed' });
});

/**
 * Tells the queue what happened, and does what follows from it.
 * @throws ProblemError of the first batch that could not be stored; it is kept, and the others are stored
 */
async function dispatch(event: QueueEvent): Promise<void> {
  const { state, effects } = afterEvent(queue, event);
  const shown = (of: QueueState) => of.correction?.dialogueId ?? of.atHand;
  // A place of another file means nothing in this one.
  if (shown(state) !== shown(queue)) {
    place.set(null);
    isShowing.set(false);
    marking.set(NO_MARKS);
  }
  queue = state;
  corrected.set(state.correction?.dialogueId ?? null);
  atHand.set(state.atHand);
  importQueue.set(state.items);
  importState.set(shownOf(state));
  const ends = await Promise.allSettled(effects.map(run));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

/** @returns what has to be waited for: reading is not */
function run(effect: QueueEffect): Promise<void> | void {
  switch (effect.do) {
    case 'read':
      void read(effect);
      return;
    case 'stopReading':
      return readings.get(effect.attempt)?.abort();
    case 'store':
      return store(effect);
    case 'tellStored':
      return justStored.set(effect.titles);
    case 'showImport':
      return go(links.importDialogue());
    case 'showDialogue':
      return go(links.dialogue(effect.dialogueId));
  }
}

/** Lets the person choose files in the system's dialog, and reads them. */
export async function chooseFiles(): Promise<void> {
  // While somebody looks for the file.
  prepareReading();
  await add(await call('dialog.open', { filters: FILTERS, multiple: true }));
}

/**
 * Lets the person choose a corrected file of a dialogue, and reads it. Files of the queue wait meanwhile.
 * @throws ProblemError `import-waiting` while another corrected file is being read
 */
export async function chooseCorrected(dialogueId: IdOf<'dialogues'>): Promise<void> {
  if (queue.correction?.shown.step === 'reading') throw new ProblemError('import-waiting');
  const [file] = await call('dialog.open', { filters: FILTERS, multiple: false });
  if (file) await dispatch({ type: 'correct', dialogueId, file });
}

/**
 * Compares the current file with the stored dialogue that was read from the same bytes, instead of importing it.
 * @throws ProblemError as `leave`
 */
export function replaceTwin(): Promise<void> {
  return dispatch({ type: 'correctTwin' });
}

/** The corrected text was taken, or is not wanted: the file that waits is shown. @returns whether there is one */
export function endCorrection(): boolean {
  void dispatch({ type: 'correctionEnded' });
  return importState.get().step !== 'idle';
}

/**
 * Reads files that were dropped on the window. Those that can be read wait their turn, also when another cannot.
 * @throws ProblemError `file-too-large`, `file-unreadable` (also for a folder) of the first that cannot
 */
export async function receiveFiles(files: readonly File[]): Promise<void> {
  const received: TranscriptFile[] = [];
  let refused: ProblemError | null = null;
  for (const file of files) {
    try {
      received.push(await fileContent(file, MAX_FILE_BYTES));
    } catch (thrown) {
      const { code, params } = problemOf(thrown);
      refused ??= new ProblemError(code, params, { cause: thrown });
    }
  }
  await add(received);
  if (refused) throw refused;
}

/** Shows the place to paste a dialogue's text. What waits to be looked over is kept. */
export function pasteText(): void {
  void dispatch({ type: 'paste' });
}

/** Reads text that was pasted, as if it were a file of that name. */
export async function readPasted(name: string, text: string): Promise<void> {
  await add([{ name, bytes: new TextEncoder().encode(text) }]);
}

/** Reads the file at hand once more, in an encoding that a person has chosen. Fixes of the first reading are let go. */
export function readAgain(encoding: string): void {
  void dispatch({ type: 'readAgain', encoding });
}

/**
 * Gives up the file at hand (nothing of it is stored) and shows the next that waits.
 * @throws ProblemError as `leave`
 */
export async function giveUp(): Promise<void> {
  const correcting = queue.correction !== null;
  await dispatch({ type: 'gaveUp' });
  if (!correcting && importState.get().step === 'idle' && queue.items.length === 0) go(links.dialogues());
}

/**
 * Takes a file out of the queue; nothing of it is stored.
 * @throws ProblemError where what was confirmed of its batch could not be stored; it is kept
 */
export function leave(id: Id): Promise<void> {
  return dispatch({ type: 'left', id });
}

/** Takes everything out of the queue that is not stored yet. @returns a function that puts it back */
export function leaveAll(): () => void {
  const { items, workspace } = queue;
  void dispatch({ type: 'allLeft' });
  const left = items.filter((item) => !queue.items.some(({ id }) => id === item.id));
  return () => void dispatch({ type: 'putBack', items: left, workspace });
}

/** Takes what is done with out of the list. */
export function clearDone(): void {
  void dispatch({ type: 'doneCleared' });
}

/** Shows a file of the queue; one that was confirmed is open for fixes again. */
export function lookAt(id: Id): void {
  void dispatch({ type: 'lookedAt', id });
}

/** The file at hand is to be imported though the same bytes are there. */
export function importTwin(): void {
  void dispatch({ type: 'twinWanted' });
}

/** Makes one fix of what was read; it can be taken back. `touches`: the blocks whose words it looks at. */
export function fix(
  change: (result: ReadResult) => ReadResult,
  touches: readonly number[] | 'all' = [],
): void {
  edit((preview) => ({ ...preview, ...withFix(preview, change, touches) }));
}

/** Says whether labels are people; it can be taken back. */
export function tick(labels: readonly string[], isPerson: boolean): void {
  decide((step) => {
    const dropped = new Set(step.dropped);
    for (const label of labels) isPerson ? dropped.delete(label) : dropped.add(label);
    return { ...step, dropped };
  });
}

/** Says who a participant is: somebody known, or (null) nobody known; it can be taken back. */
export function identify(label: string, personId: IdOf<'persons'> | null): void {
  decide((step) => ({ ...step, persons: new Map([...step.persons, [label, personId]]) }));
}

function decide(change: (step: Step) => Step): void {
  edit((preview) => ({ ...preview, ...nextStep(preview, change(preview)) }));
}

/**
 * What is shown, read by layouts that a person showed or by the reader of a format, and not taken yet.
 * @throws ProblemError as `readTaught`
 */
export function readBy(
  layouts: readonly TaughtLayout[],
  how: { readonly format?: string; readonly signal?: AbortSignal } = {},
): ReturnType<typeof readTaught> {
  const shown = importState.get();
  if (shown.step !== 'preview') throw new ProblemError('import-cancelled', { name: '' });
  const chosen = queue.correction ? undefined : queue.items.find(({ id }) => id === queue.atHand)?.encoding;
  return readTaught(shown.file, chosen, layouts, how);
}

/** Takes such a reading in place of the one that is looked over; it can be taken back. */
export function takeReading(
  { result, known }: Awaited<ReturnType<typeof readBy>>,
  layouts: readonly TaughtLayout[],
): void {
  edit((preview) => ({ ...preview, ...withReading(preview, result, layouts, known) }));
}

/** Decides about places in doubt, all alike; it can be taken back. Words left out and a date can only be left as they are. */
export function decidePlaces(places: readonly OpenPlace[], decision: Decision): void {
  const alarms = places.flatMap(({ of }) => (of.kind === 'alarm' ? [of.alarm] : []));
  if (decision.kind === 'leave') fix((now) => leavePlaces(now, places));
  else edit((preview) => ({ ...preview, ...withDecision(preview, alarms, decision) }));
}

/** Takes the newest fix back. */
export function undoFix(): void {
  edit((preview) => (preview.past.length > 0 ? { ...preview, ...stepBack(preview) } : preview));
}

export function describe(fields: Partial<Details>): void {
  edit((preview) => ({ ...preview, details: { ...preview.details, ...fields } }));
}

function edit(change: (preview: Preview) => Preview): void {
  void dispatch({ type: 'edited', change });
}

/**
 * The dialogue is right as it stands in the preview. It is stored as soon as every file of its batch is confirmed or
 * left out, all of them in one step; until then the next one is shown.
 * @throws ProblemError; nothing was stored then, and the preview stands as it was
 */
export async function confirm(): Promise<void> {
  const id = queue.atHand;
  try {
    await dispatch({ type: 'confirmed' });
  } catch (thrown) {
    if (id) lookAt(id);
    throw thrown;
  }
}

/**
 * Confirms every file that is read and has nothing to look at.
 * @throws ProblemError as `confirm`
 */
export function confirmClear(): Promise<void> {
  return dispatch({ type: 'clearConfirmed' });
}

/**
 * Stores what is confirmed now, without the rest of its batch: that will be a step of its own.
 * @throws ProblemError as `confirm`
 */
export function storeConfirmed(): Promise<void> {
  return dispatch({ type: 'storeNow' });
}

async function add(files: readonly TranscriptFile[]): Promise<void> {
  if (files.length === 0) return;
  const hashed = await Promise.all(
    files.map(async (file) => ({ id: newId(), file, hash: await sha256Of(file.bytes) })),
  );
  const stored = await readOnce((db) => db.dialogues.toArray());
  const known = stored.flatMap(({ id, title, source }) =>
    source ? [{ hash: source.sha256, dialogueId: id, title }] : [],
  );
  await dispatch({ type: 'added', batch: newId(), files: hashed, known });
}

async function read({ attempt, file, encoding }: Extract<QueueEffect, { do: 'read' }>): Promise<void> {
  const abort = new AbortController();
  readings.set(attempt, abort);
  const onProgress = (done: number) => void dispatch({ type: 'progress', attempt, done });
  let end: QueueEvent;
  try {
    end = { type: 'read', attempt, preview: await readPreview(file, encoding, abort.signal, onProgress) };
  } catch (thrown) {
    end = { type: 'unreadable', attempt, problem: problemOf(thrown) };
  } finally {
    readings.delete(attempt);
  }
  // Where the rest of its batch cannot be stored, it is offered again.
  await dispatch(end).catch(() => undefined);
}

async function store({ batch, ready }: Extract<QueueEffect, { do: 'store' }>): Promise<void> {
  let dialogues: Map<Id, Id>;
  try {
    dialogues = await storeInOneStep(ready);
  } catch (thrown) {
    await dispatch({ type: 'notStored', batch });
    throw thrown;
  }
  await dispatch({ type: 'stored', batch, dialogues });
}
