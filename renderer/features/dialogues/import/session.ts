import { importDialogue } from '#shared/edit/dialogue.ts';
import { type Id, newId, PartialDate } from '#shared/model/basics.ts';
import type { AttributionPolicy, Dialogue } from '#shared/model/dialogue.ts';
import { type Problem, ProblemError, problemOf } from '#shared/model/problem.ts';
import { fiscalYearOf } from '#shared/model/workspace.ts';
import type { ReadResult, TranscriptFile } from '#shared/transcript/result.ts';
import { acquaintances, isWholeName } from '#shared/transcript/speakers.ts';
import { call } from '../../../platform/bridge.ts';
import { fileContent } from '../../../platform/file-content.ts';
import { observable } from '../../../platform/observable.ts';
import {
  type CommitLabel,
  commit,
  onWorkspaceStatus,
  readOnce,
  workspaceStatus,
} from '../../../store/index.ts';
import { go, links } from '../../../ui/links.ts';
import { readInWorker } from '../../../workers/import/client.ts';
import {
  firstLook,
  type LookedOver,
  mended,
  needsLook,
  nextStep,
  type Step,
  stepBack,
} from './looked-over.ts';

/** What a person says of the dialogue itself before it is stored. */
export interface Details {
  readonly title: string;
  /** A PartialDate, or what has been typed of one; empty = unknown. */
  readonly date: string;
  readonly place: string;
  readonly form: Dialogue['form'];
  readonly fiscalYear: number;
  readonly attribution: AttributionPolicy;
  readonly language: string;
  readonly sourceNote: string;
}

export interface Preview extends LookedOver {
  readonly step: 'preview';
  readonly file: TranscriptFile;
  readonly details: Details;
  /** Something in it should be looked at; as it was when it was read. */
  readonly needsLook: boolean;
}

/** Where a file stands on its way in. */
export type Stage =
  | { readonly step: 'waiting' }
  | { readonly step: 'reading'; readonly done: number }
  | { readonly step: 'failed'; readonly problem: Problem }
  | Preview
  /** Looked over, and to be stored with the other files of its batch. */
  | { readonly step: 'confirmed'; readonly preview: Preview }
  | { readonly step: 'imported'; readonly dialogueId: Id };

/** The same bytes are there already. */
export type Twin =
  | { readonly in: 'workspace'; readonly dialogueId: Id; readonly title: string }
  | { readonly in: 'queue'; readonly name: string };

/** A file that was chosen or dropped. Those that came at once are one batch, and one step of undo. */
export interface QueueItem {
  readonly id: Id;
  readonly batch: Id;
  readonly file: TranscriptFile;
  readonly stage: Stage;
  /** Null = none was found, or a person wants it nonetheless. */
  readonly twin: Twin | null;
}

/** What the import view shows; it lives beside the views, so that looking elsewhere loses nothing. */
export type ImportState =
  | { readonly step: 'idle' }
  | { readonly step: 'pasting' }
  | { readonly step: 'reading'; readonly file: TranscriptFile; readonly done: number }
  | { readonly step: 'failed'; readonly file: TranscriptFile; readonly problem: Problem }
  | Preview;

/** What was stored at once. */
export interface Stored {
  readonly titles: readonly string[];
}

const FILTERS = [
  { name: 'Transcripts', extensions: 'txt md markdown text vtt srt docx pdf odt rtf html htm'.split(' ') },
  { name: '*', extensions: ['*'] },
];
/** Larger than any transcript: a day of talk is under 2 MB. In bytes. */
const MAX_FILE_BYTES = 200 * 1024 * 1024;

export const importState = observable<ImportState>({ step: 'idle' });
export const importQueue = observable<readonly QueueItem[]>([]);
/** The file of the queue that is shown. */
export const atHand = observable<Id | null>(null);
/** The dialogue whose text the file at hand is to replace; null = it becomes a dialogue of its own. */
export const corrected = observable<Id | null>(null);
/** What was stored last and not told yet. */
export const justStored = observable<Stored | null>(null);

let pasting = false;
/** The corrected file on its way, beside the queue. */
let correction: Exclude<ImportState, { step: 'idle' | 'pasting' }> | null = null;
let correctionReading: AbortController | null = null;
/** The file of the queue that is being read: one at a time. */
let reading: { readonly id: Id; readonly abort: AbortController } | null = null;
const storing = new Set<Id>();
/** Encodings that a person chose for files that are to be read again. */
const encodings = new Map<Id, string>();

// What waits was meant for the workspace that was open: it does not follow into another one.
onWorkspaceStatus(() => {
  if (workspaceStatus().state === 'open') return;
  stopReading();
  pasting = false;
  endCorrected();
  justStored.set(null);
  atHand.set(null);
  importQueue.set([]);
  show();
});

/** Lets the person choose files in the system's dialog, and reads them. */
export async function chooseFiles(): Promise<void> {
  await enqueue(await call('dialog.open', { filters: FILTERS, multiple: true }));
}

/**
 * Lets the person choose a corrected file of a dialogue, and reads it. Files of the queue wait meanwhile.
 * @throws ProblemError `import-waiting` while another corrected file is being read
 */
export async function chooseCorrected(dialogueId: Id): Promise<void> {
  if (correction?.step === 'reading') throw new ProblemError('import-waiting');
  const [file] = await call('dialog.open', { filters: FILTERS, multiple: false });
  if (!file) return;
  corrected.set(dialogueId);
  go(links.importDialogue());
  void readCorrection(file);
}

/** Lays the file at hand over the stored dialogue that was read from the same bytes, instead of importing it. */
export function replaceTwin(): void {
  const item = itemAtHand();
  if (item?.stage.step !== 'preview' || item.twin?.in !== 'workspace') return;
  const { stage: preview } = item;
  corrected.set(item.twin.dialogueId);
  correction = preview;
  void leave(item.id);
  show();
}

/** The corrected text was taken, or is not wanted: the file that waits is shown. @returns whether there is one */
export function endCorrection(): boolean {
  endCorrected();
  show();
  return importState.get().step !== 'idle';
}

/**
 * Reads files that were dropped on the window. Those that can be read wait their turn, also when another cannot.
 * @throws ProblemError `file-too-large`, `file-unreadable` (also for a folder) of the first that cannot
 */
export async function receiveFiles(files: readonly File[]): Promise<void> {
  const read: TranscriptFile[] = [];
  let refused: ProblemError | null = null;
  for (const file of files) {
    try {
      read.push(await fileContent(file, MAX_FILE_BYTES));
    } catch (thrown) {
      const { code, params } = problemOf(thrown);
      refused ??= new ProblemError(code, params, { cause: thrown });
    }
  }
  await enqueue(read);
  if (refused) throw refused;
}

/** Shows the place to paste a dialogue's text. What waits to be looked over is kept. */
export function pasteText(): void {
  if (importState.get().step === 'idle') {
    pasting = true;
    show();
  }
  go(links.importDialogue());
}

/** Reads text that was pasted, as if it were a file of that name. */
export async function readPasted(name: string, text: string): Promise<void> {
  await enqueue([{ name, bytes: new TextEncoder().encode(text) }]);
}

/** Reads the file at hand once more, in an encoding that a person has chosen. Mends of the first reading are let go. */
export function readAgain(encoding: string): void {
  if (correction) {
    if (correction.step !== 'reading') void readCorrection(correction.file, encoding);
    return;
  }
  const item = itemAtHand();
  if (!item || (item.stage.step !== 'preview' && item.stage.step !== 'failed')) return;
  encodings.set(item.id, encoding);
  stopReading();
  setStage(item.id, { step: 'reading', done: 0 });
  void readNext(item.id);
}

/**
 * Gives up the file at hand (nothing of it is stored) and shows the next that waits.
 * @throws ProblemError where what was confirmed of its batch could not be stored; it is kept
 */
export async function giveUp(): Promise<void> {
  const dialogueId = corrected.get();
  if (dialogueId) {
    if (!endCorrection()) go(links.dialogue(dialogueId));
    return;
  }
  if (pasting) pasting = false;
  const id = atHand.get();
  if (id) await leave(id);
  show();
  if (importState.get().step === 'idle' && importQueue.get().length === 0) go(links.dialogues());
}

/**
 * Takes a file out of the queue; nothing of it is stored.
 * @throws ProblemError where what was confirmed of its batch could not be stored; it is kept
 */
export async function leave(id: Id): Promise<void> {
  const item = importQueue.get().find((one) => one.id === id);
  if (!item) return;
  const next = item.stage.step === 'failed' || item.stage.step === 'imported' ? null : item.batch;
  if (reading?.id === id) stopReading();
  encodings.delete(id);
  setQueue(importQueue.get().filter((one) => one.id !== id));
  void readNext();
  if (next) await storeDecided(next);
}

/** Takes everything out of the queue that is not stored yet. @returns a function that puts it back */
export function leaveAll(): () => void {
  stopReading();
  const before = importQueue.get();
  setQueue(before.filter(({ stage }) => stage.step === 'imported'));
  return () => {
    const here = new Set(importQueue.get().map(({ id }) => id));
    const back = before
      .filter(({ id }) => !here.has(id))
      .map(
        (item): QueueItem => (item.stage.step === 'reading' ? { ...item, stage: { step: 'waiting' } } : item),
      );
    setQueue([...back, ...importQueue.get()]);
    void readNext();
  };
}

/** Takes what is done with out of the list. */
export function clearDone(): void {
  setQueue(importQueue.get().filter(({ stage }) => stage.step !== 'imported' && stage.step !== 'failed'));
}

/** Shows a file of the queue; one that was confirmed is open for mends again. */
export function lookAt(id: Id): void {
  const item = importQueue.get().find((one) => one.id === id);
  if (!item || item.stage.step === 'imported' || storing.has(item.batch)) return;
  if (item.stage.step === 'confirmed') setStage(id, item.stage.preview);
  atHand.set(id);
  show();
}

/** The file at hand is to be imported though the same bytes are there. */
export function importTwin(): void {
  const item = itemAtHand();
  if (item) setQueue(importQueue.get().map((one) => (one.id === item.id ? { ...one, twin: null } : one)));
}

/** Makes one mend of what was read; it can be taken back. `touches`: the blocks whose words it looks at. */
export function mend(
  change: (result: ReadResult) => ReadResult,
  touches: readonly number[] | 'all' = [],
): void {
  patchPreview((preview) => ({ ...preview, ...mended(preview, change, touches) }));
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
export function identify(label: string, personId: Id | null): void {
  decide((step) => ({ ...step, persons: new Map([...step.persons, [label, personId]]) }));
}

function decide(change: (step: Step) => Step): void {
  patchPreview((preview) => ({ ...preview, ...nextStep(preview, change(preview)) }));
}

/** Takes the newest mend back. */
export function undoMend(): void {
  patchPreview((preview) => (preview.past.length > 0 ? { ...preview, ...stepBack(preview) } : preview));
}

export function describe(fields: Partial<Details>): void {
  patchPreview((preview) => ({ ...preview, details: { ...preview.details, ...fields } }));
}

/**
 * The dialogue is right as it stands in the preview. It is stored as soon as every file of its batch is confirmed or
 * left out, all of them in one step; until then the next one is shown.
 * @throws ProblemError; nothing was stored then, and the preview stands as it was
 */
export async function confirm(): Promise<void> {
  const item = itemAtHand();
  if (item?.stage.step !== 'preview') return;
  setStage(item.id, { step: 'confirmed', preview: item.stage });
  try {
    await storeDecided(item.batch);
  } catch (thrown) {
    lookAt(item.id);
    throw thrown;
  }
}

/**
 * Confirms every file that is read and has nothing to look at.
 * @throws ProblemError as `confirm`
 */
export async function confirmClear(): Promise<void> {
  const clear = importQueue.get().filter(isClear);
  const ids = new Set(clear.map(({ id }) => id));
  setQueue(
    importQueue
      .get()
      .map(
        (item): QueueItem =>
          ids.has(item.id) && item.stage.step === 'preview'
            ? { ...item, stage: { step: 'confirmed', preview: item.stage } }
            : item,
      ),
  );
  for (const batch of new Set(clear.map((item) => item.batch))) await storeDecided(batch);
}

/** Whether a file is read and has nothing that a person should look at. */
export function isClear({ stage, twin }: QueueItem): boolean {
  return stage.step === 'preview' && !stage.needsLook && twin === null && isComplete(stage.details);
}

/**
 * Stores what is confirmed now, without the rest of its batch: that will be a step of its own.
 * @throws ProblemError as `confirm`
 */
export async function storeConfirmed(): Promise<void> {
  const confirmed = importQueue.get().filter(({ stage }) => stage.step === 'confirmed');
  for (const batch of new Set(confirmed.map((item) => item.batch))) await store(batch);
}

/** Whether what has been typed is a date of the model, or empty for "unknown". */
export function isDate(typed: string): boolean {
  return typed === '' || PartialDate.safeParse(typed).success;
}

/** Whether a dialogue has what it needs to be stored. */
export function isComplete({ title, date }: Details): boolean {
  return title.trim() !== '' && isDate(date);
}

/** Files of a batch that nobody has decided on. One that cannot be read is decided. */
export function undecided(items: readonly QueueItem[], batch: Id): QueueItem[] {
  return items.filter(
    (item) => item.batch === batch && ['waiting', 'reading', 'preview'].includes(item.stage.step),
  );
}

async function storeDecided(batch: Id): Promise<void> {
  if (undecided(importQueue.get(), batch).length === 0) await store(batch);
}

async function store(batch: Id): Promise<void> {
  const ready = importQueue
    .get()
    .flatMap(({ id, batch: own, stage }) =>
      own === batch && stage.step === 'confirmed' ? [{ id, preview: stage.preview }] : [],
    );
  const [first] = ready;
  if (!first || storing.has(batch)) return;
  storing.add(batch);
  try {
    const sources: { name: string; sha256: string; size: number }[] = [];
    for (const { preview } of ready) {
      const { file } = preview;
      const { sha256 } = await call('file.put', { bytes: file.bytes });
      sources.push({ name: file.name, sha256, size: file.bytes.length });
    }
    const titles = ready.map(({ preview }) => preview.details.title.trim());
    const [title = ''] = titles;
    const label: CommitLabel =
      ready.length === 1
        ? { key: 'change.dialogue.import', params: { title } }
        : { key: 'change.dialogue.importAll', params: { count: ready.length } };
    const dialogueIds = await commit(label, async (draft) => {
      const ids: Id[] = [];
      for (const [index, { preview }] of ready.entries()) {
        const { result, details, persons } = preview;
        // Nothing said: one whole name in one organisation is one person, also within a batch; a surname alone is not.
        const chosen = new Map(
          result.participants.flatMap(({ label, name }): [string, Id | null][] => {
            const said = persons.get(label);
            if (said !== undefined) return [[label, said]];
            return isWholeName(name) ? [] : [[label, null]];
          }),
        );
        ids.push(
          await importDialogue(draft, {
            result,
            details: {
              ...details,
              title: details.title.trim(),
              date: details.date === '' ? null : details.date,
            },
            source: sources[index] ?? null,
            persons: chosen,
          }),
        );
      }
      return ids;
    });
    const byItem = new Map(ready.map(({ id }, index) => [id, dialogueIds[index]]));
    setQueue(
      importQueue.get().map((item): QueueItem => {
        const dialogueId = byItem.get(item.id);
        return dialogueId === undefined ? item : { ...item, stage: { step: 'imported', dialogueId } };
      }),
    );
    justStored.set({ titles });
    const [dialogueId] = dialogueIds;
    if (importState.get().step === 'idle' && ready.length === 1 && dialogueId) {
      if (importQueue.get().every(({ stage }) => stage.step === 'imported')) setQueue([]);
      go(links.dialogue(dialogueId));
    }
  } finally {
    storing.delete(batch);
  }
}

async function enqueue(files: readonly TranscriptFile[]): Promise<void> {
  if (files.length === 0) return;
  const batch = newId();
  const hashes = await Promise.all(files.map(({ bytes }) => sha256Of(bytes)));
  const stored = await readOnce((db) => db.dialogues.toArray());
  const before = importQueue.get().filter(({ stage }) => stage.step !== 'imported');
  const seen = new Map(before.map(({ id, file }) => [hashOfItem.get(id) ?? '', file.name]));
  const items = files.map((file, index): QueueItem => {
    const hash = hashes[index] ?? '';
    const known = stored.find(({ source }) => source?.sha256 === hash);
    const twin: Twin | null = known
      ? { in: 'workspace', dialogueId: known.id, title: known.title }
      : seen.has(hash)
        ? { in: 'queue', name: seen.get(hash) ?? '' }
        : null;
    if (!seen.has(hash)) seen.set(hash, file.name);
    const id = newId();
    hashOfItem.set(id, hash);
    return { id, batch, file, stage: { step: 'waiting' }, twin };
  });
  pasting = false;
  setQueue([...before, ...items]);
  void readNext();
  go(links.importDialogue());
}

const hashOfItem = new Map<Id, string>();

async function sha256Of(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function stopReading(): void {
  const stopped = reading;
  reading = null;
  stopped?.abort.abort();
  if (stopped) setStage(stopped.id, { step: 'waiting' });
}

/** Reads the files of the queue one after another, the wished one first. */
async function readNext(wished?: Id): Promise<void> {
  if (reading) return;
  const items = importQueue.get();
  const next =
    items.find(({ id }) => id === wished) ??
    items.find(({ id, stage }) => id === atHand.get() && stage.step === 'waiting') ??
    items.find(({ stage }) => stage.step === 'waiting');
  if (!next) return;
  const { id, file, batch } = next;
  const abort = new AbortController();
  const own = { id, abort };
  reading = own;
  setStage(id, { step: 'reading', done: 0 });
  try {
    const preview = await read(file, encodings.get(id), abort.signal, (done) => {
      if (reading === own) setStage(id, { step: 'reading', done });
    });
    if (reading === own) setStage(id, preview);
  } catch (thrown) {
    if (reading === own) {
      setStage(id, { step: 'failed', problem: problemOf(thrown) });
      // It was the last one that the rest of its batch waited for; where storing fails, it is offered again.
      await storeDecided(batch).catch(() => undefined);
    }
  }
  if (reading !== own) return;
  reading = null;
  void readNext();
}

async function readCorrection(file: TranscriptFile, encoding?: string): Promise<void> {
  correctionReading?.abort();
  const abort = new AbortController();
  correctionReading = abort;
  const set = (state: NonNullable<typeof correction>) => {
    if (correctionReading !== abort) return;
    correction = state;
    show();
  };
  set({ step: 'reading', file, done: 0 });
  try {
    set(await read(file, encoding, abort.signal, (done) => set({ step: 'reading', file, done })));
  } catch (thrown) {
    set({ step: 'failed', file, problem: problemOf(thrown) });
  } finally {
    if (correctionReading === abort) correctionReading = null;
  }
}

async function read(
  file: TranscriptFile,
  encoding: string | undefined,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<Preview> {
  const { workspace, persons } = await readOnce(async (db) => ({
    workspace: await db.workspace.toCollection().first(),
    persons: await db.persons.toArray(),
  }));
  const company = workspace ? [...Object.values(workspace.company), ...workspace.companyAliases] : [];
  const result = await readInWorker(
    file,
    { company: company.filter((name) => name !== ''), ...(encoding !== undefined && { encoding }) },
    { signal, onProgress },
  );
  const known = acquaintances(persons);
  const look = firstLook(result, known);
  const date = result.date ?? '';
  const convention = workspace?.fiscalYear ?? { firstMonth: 1, namedBy: {} };
  return {
    step: 'preview',
    file,
    ...look,
    needsLook: needsLook(look, known),
    details: {
      title: result.title ?? nameWithoutExtension(file.name),
      date,
      place: '',
      form: 'unknown',
      fiscalYear: fiscalYearOf(date || new Date().toISOString().slice(0, 10), convention),
      attribution: firstPolicy(look.result),
      language: result.language,
      sourceNote: '',
    },
  };
}

function itemAtHand(): QueueItem | undefined {
  if (correction || pasting) return undefined;
  return importQueue.get().find(({ id }) => id === atHand.get());
}

function patchPreview(change: (preview: Preview) => Preview): void {
  if (correction?.step === 'preview') {
    correction = change(correction);
    show();
    return;
  }
  const item = itemAtHand();
  if (item?.stage.step === 'preview') setStage(item.id, change(item.stage));
}

function setStage(id: Id, stage: Stage): void {
  setQueue(importQueue.get().map((item) => (item.id === id ? { ...item, stage } : item)));
}

function setQueue(items: readonly QueueItem[]): void {
  const here = new Set(items.map(({ id }) => id));
  for (const id of hashOfItem.keys()) if (!here.has(id)) hashOfItem.delete(id);
  importQueue.set(items);
  show();
}

function endCorrected(): void {
  correctionReading?.abort();
  correctionReading = null;
  correction = null;
  corrected.set(null);
}

/** Makes the state follow: the corrected file, the place to paste, or the file at hand, which is the next to decide. */
function show(): void {
  const items = importQueue.get();
  const open = ({ stage }: QueueItem) => stage.step !== 'confirmed' && stage.step !== 'imported';
  const now = items.find((item) => item.id === atHand.get() && open(item)) ?? items.find(open);
  atHand.set(now?.id ?? null);
  if (correction) importState.set(correction);
  else if (pasting) importState.set({ step: 'pasting' });
  else if (!now) importState.set({ step: 'idle' });
  else importState.set(stateOf(now));
}

function stateOf({ file, stage }: QueueItem): ImportState {
  switch (stage.step) {
    case 'preview':
      return stage;
    case 'failed':
      return { step: 'failed', file, problem: stage.problem };
    case 'reading':
      return { step: 'reading', file, done: stage.done };
    default:
      return { step: 'reading', file, done: 0 };
  }
}

/** People whom being named could harm are not named unless somebody decides so (UNGP 21). */
function firstPolicy({ participants }: ReadResult): AttributionPolicy {
  return participants.some(({ voice }) => voice === 'rightsholder') ? 'role' : 'named';
}

function nameWithoutExtension(name: string): string {
  return name.replace(/\.[^.]+$/, '');
}
