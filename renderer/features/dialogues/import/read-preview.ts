import type { AttributionPolicy } from '#shared/model/dialogue.ts';
import type { TaughtLayout } from '#shared/model/taught-layout.ts';
import { type Acquaintances, acquaintances } from '#shared/transcript/acquaintances.ts';
import type { ReadResult, TranscriptFile } from '#shared/transcript/result.ts';
import { readOnce } from '../../../store/index.ts';
import { prepareReading, readInWorker } from '../../../workers/import/client.ts';
import { firstFiscalYear } from './first-fiscal-year.ts';
import { firstLook, needsLook } from './looked-over.ts';
import type { Preview } from './queue-state.ts';

/**
 * Reads a file, and makes of it what a person looks over first.
 * @param encoding what a person chose; undefined = it is found out
 * @throws ProblemError as `readInWorker`
 */
export async function readPreview(
  file: TranscriptFile,
  encoding: string | undefined,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<Preview> {
  prepareReading();
  const { workspace, persons, options } = await knownHere(encoding);
  const result = await readInWorker(file, options, { signal, onProgress });
  const known = acquaintances(persons);
  const look = firstLook(result, known);
  const convention = workspace?.fiscalYear ?? { firstMonth: 1, namedBy: {} };
  return {
    step: 'preview',
    file,
    ...look,
    needsLook: needsLook(look, known),
    details: {
      title: result.title ?? nameWithoutExtension(file.name),
      date: result.date ?? '',
      place: '',
      form: 'unknown',
      fiscalYear: firstFiscalYear(result, file.name, convention),
      attribution: firstPolicy(look.result),
      language: result.language,
      sourceNote: '',
      follows: null,
    },
  };
}

/** A file read by layouts that a person showed or by the reader that they chose, and whom the office knows. @throws ProblemError as `readInWorker` */
export async function readTaught(
  file: TranscriptFile,
  encoding: string | undefined,
  taught: readonly TaughtLayout[],
  { format, signal }: { readonly format?: string; readonly signal?: AbortSignal } = {},
): Promise<{ readonly result: ReadResult; readonly known: Acquaintances }> {
  prepareReading();
  const { persons, options } = await knownHere(encoding);
  const how = taught.length > 0 ? { taught } : { ...(format !== undefined && { format }) };
  const result = await readInWorker(file, { ...options, ...how }, signal ? { signal } : {});
  return { result, known: acquaintances(persons) };
}

/** What the workspace knows that reading needs. */
async function knownHere(encoding: string | undefined) {
  const { workspace, persons } = await readOnce(async (db) => ({
    workspace: await db.workspace.toCollection().first(),
    persons: await db.persons.toArray(),
  }));
  const company = workspace ? [...Object.values(workspace.company), ...workspace.companyAliases] : [];
  const named = company.filter((name) => name !== '');
  return { workspace, persons, options: { company: named, ...(encoding !== undefined && { encoding }) } };
}

/** People whom being named could harm are not named unless somebody decides so (UNGP 21). */
function firstPolicy({ participants }: ReadResult): AttributionPolicy {
  return participants.some(({ voice }) => voice === 'rightsholder') ? 'role' : 'named';
}

function nameWithoutExtension(name: string): string {
  return name.replace(/\.[^.]+$/, '');
}
