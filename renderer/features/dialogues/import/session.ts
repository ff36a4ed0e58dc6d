import { importDialogue } from '#shared/edit/dialogue.ts';
import { type Id, PartialDate } from '#shared/model/basics.ts';
import type { AttributionPolicy, Dialogue } from '#shared/model/dialogue.ts';
import { type Problem, ProblemError, problemOf } from '#shared/model/problem.ts';
import { fiscalYearOf } from '#shared/model/workspace.ts';
import type { ReadResult, TranscriptFile } from '#shared/transcript/result.ts';
import { call } from '../../../platform/bridge.ts';
import { fileContent } from '../../../platform/file-content.ts';
import { observable } from '../../../platform/observable.ts';
import { commit, onWorkspaceStatus, readOnce, workspaceStatus } from '../../../store/index.ts';
import { go, links } from '../../../ui/links.ts';
import { readInWorker } from '../../../workers/import/client.ts';

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

export interface Preview {
  readonly step: 'preview';
  readonly file: TranscriptFile;
  readonly result: ReadResult;
  /** Earlier results, for taking mends back; the last one is the newest. */
  readonly past: readonly ReadResult[];
  readonly details: Details;
}

/** An import on its way; it lives beside the views, so that looking elsewhere loses nothing. */
export type ImportState =
  | { readonly step: 'idle' }
  | { readonly step: 'pasting' }
  | { readonly step: 'reading'; readonly file: TranscriptFile; readonly done: number }
  | { readonly step: 'failed'; readonly file: TranscriptFile; readonly problem: Problem }
  | Preview;

const FILTERS = [
  { name: 'Transcripts', extensions: 'txt md markdown text vtt srt docx pdf odt rtf html htm'.split(' ') },
  { name: '*', extensions: ['*'] },
];
/** Larger than any transcript: a day of talk is under 2 MB. In bytes. */
const MAX_FILE_BYTES = 200 * 1024 * 1024;
/** Mends that can be taken back one by one. */
const MAX_PAST = 200;

export const importState = observable<ImportState>({ step: 'idle' });
export const importQueue = observable<readonly TranscriptFile[]>([]);
/** The dialogue whose text the file at hand is to replace; null = it becomes a dialogue of its own. */
export const corrected = observable<Id | null>(null);
let reading: AbortController | null = null;

// What waits was meant for the workspace that was open: it does not follow into another one.
onWorkspaceStatus(() => {
  if (workspaceStatus().state === 'open') return;
  reading?.abort();
  reading = null;
  importQueue.set([]);
  corrected.set(null);
  importState.set({ step: 'idle' });
});

/** Lets the person choose files in the system's dialogue, and reads the first. */
export async function chooseFiles(): Promise<void> {
  const files = await call('dialog.open', { filters: FILTERS, multiple: true });
  enqueue(files);
}

/**
 * Lets the person choose a corrected file of a dialogue, and reads it.
 * @throws ProblemError `import-waiting` while another file is being looked over: its mends must not be lost
 */
export async function chooseCorrected(dialogueId: Id): Promise<void> {
  const { step } = importState.get();
  if ((step === 'preview' && corrected.get() === null) || step === 'reading')
    throw new ProblemError('import-waiting');
  const [file] = await call('dialog.open', { filters: FILTERS, multiple: false });
  if (!file) return;
  corrected.set(dialogueId);
  go(links.importDialogue());
  void read(file);
}

/** The corrected text was taken, or is not wanted: the next file that waits is read. @returns whether there was one */
export function endCorrection(): boolean {
  corrected.set(null);
  importState.set({ step: 'idle' });
  return readNext();
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
  enqueue(read);
  if (refused) throw refused;
}

/** Shows the place to paste a dialogue's text. What waits to be looked over is kept. */
export function pasteText(): void {
  if (importState.get().step === 'idle') importState.set({ step: 'pasting' });
  go(links.importDialogue());
}

/** Reads text that was pasted, as if it were a file of that name. */
export function readPasted(name: string, text: string): void {
  importState.set({ step: 'idle' });
  enqueue([{ name, bytes: new TextEncoder().encode(text) }]);
}

/** Reads the file at hand once more, in an encoding that a person has chosen. Mends of the first reading are let go. */
export function readAgain(encoding: string): void {
  const state = importState.get();
  if (state.step === 'preview' || state.step === 'failed') void read(state.file, encoding);
}

/** Gives up the file at hand (nothing of it is stored) and goes on to the next that waits. */
export function giveUp(): void {
  reading?.abort();
  reading = null;
  const dialogueId = corrected.get();
  if (!endCorrection()) go(dialogueId ? links.dialogue(dialogueId) : links.dialogues());
}

/** Makes one mend of what was read; it can be taken back. */
export function mend(change: (result: ReadResult) => ReadResult): void {
  const state = importState.get();
  if (state.step !== 'preview') return;
  const result = change(state.result);
  if (result === state.result) return;
  importState.set({ ...state, result, past: [...state.past, state.result].slice(-MAX_PAST) });
}

/** Takes the newest mend back. */
export function undoMend(): void {
  const state = importState.get();
  if (state.step !== 'preview') return;
  const result = state.past.at(-1);
  if (result) importState.set({ ...state, result, past: state.past.slice(0, -1) });
}

export function describe(fields: Partial<Details>): void {
  const state = importState.get();
  if (state.step === 'preview') importState.set({ ...state, details: { ...state.details, ...fields } });
}

/**
 * Stores the dialogue as it stands in the preview, with the bytes it was read from.
 * @returns its id
 * @throws ProblemError; the preview stands as it was then
 */
export async function storeDialogue(): Promise<Id | null> {
  const state = importState.get();
  if (state.step !== 'preview') return null;
  const { file, result, details } = state;
  const title = details.title.trim();
  const { sha256 } = await call('file.put', { bytes: file.bytes });
  const dialogueId = await commit({ key: 'change.dialogue.import', params: { title } }, (draft) =>
    importDialogue(draft, {
      result,
      details: { ...details, title, date: details.date === '' ? null : details.date },
      source: { name: file.name, sha256, size: file.bytes.length },
    }),
  );
  importState.set({ step: 'idle' });
  if (!readNext()) go(links.dialogue(dialogueId));
  return dialogueId;
}

/** Whether what has been typed is a date of the model, or empty for "unknown". */
export function isDate(typed: string): boolean {
  return typed === '' || PartialDate.safeParse(typed).success;
}

function enqueue(files: readonly TranscriptFile[]): void {
  if (files.length === 0) return;
  importQueue.set([...importQueue.get(), ...files]);
  const { step } = importState.get();
  if (step === 'idle' || step === 'failed' || step === 'pasting') readNext();
  go(links.importDialogue());
}

/** @returns whether there was a file to read */
function readNext(): boolean {
  const [file, ...rest] = importQueue.get();
  if (!file) return false;
  importQueue.set(rest);
  void read(file);
  return true;
}

async function read(file: TranscriptFile, encoding?: string): Promise<void> {
  const abort = new AbortController();
  reading = abort;
  importState.set({ step: 'reading', file, done: 0 });
  try {
    const workspace = await readOnce((db) => db.workspace.toCollection().first());
    const company = workspace ? [...Object.values(workspace.company), ...workspace.companyAliases] : [];
    const result = await readInWorker(
      file,
      { company: company.filter((name) => name !== ''), ...(encoding !== undefined && { encoding }) },
      {
        signal: abort.signal,
        onProgress: (done) => {
          if (reading === abort) importState.set({ step: 'reading', file, done });
        },
      },
    );
    if (reading !== abort) return;
    const date = result.date ?? '';
    const convention = workspace?.fiscalYear ?? { firstMonth: 1, namedBy: {} };
    importState.set({
      step: 'preview',
      file,
      result,
      past: [],
      details: {
        title: result.title ?? nameWithoutExtension(file.name),
        date,
        place: '',
        form: 'unknown',
        fiscalYear: fiscalYearOf(date || new Date().toISOString().slice(0, 10), convention),
        attribution: firstPolicy(result),
        language: result.language,
        sourceNote: '',
      },
    });
  } catch (thrown) {
    if (reading === abort) importState.set({ step: 'failed', file, problem: problemOf(thrown) });
  } finally {
    if (reading === abort) reading = null;
  }
}

/** People whom being named could harm are not named unless somebody decides so (UNGP 21). */
function firstPolicy({ participants }: ReadResult): AttributionPolicy {
  return participants.some(({ voice }) => voice === 'rightsholder') ? 'role' : 'named';
}

function nameWithoutExtension(name: string): string {
  return name.replace(/\.[^.]+$/, '');
}
