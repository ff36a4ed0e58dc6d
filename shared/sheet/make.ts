import { zipSync } from 'fflate';
import { packArchive } from '../archive/archive.ts';
import { type Leak, type LeakChoices, undecided } from '../attribution/leak.ts';
import type { JournalEntry } from '../change/change-set.ts';
import { blindCopyContent } from '../coding/blind-copy.ts';
import { type Language, translator } from '../i18n/index.ts';
import { newId, textIn } from '../model/basics.ts';
import { nameable } from '../model/file-name.ts';
import type { IdOf } from '../model/id.ts';
import { ProblemError } from '../model/problem.ts';
import type { WorkspaceState } from '../model/tables.ts';
import { writeWorkbook } from '../ooxml/write.ts';
import type { Readers } from '../seal/names.ts';
import { withoutHiddenRatings } from '../seal/withhold.ts';
import type { SheetFormat } from './formats.ts';
import { ratingCopyState } from './rating-copy.ts';
import { ratingPlace, ratingSheet } from './rating-sheet.ts';
import { Redactor } from './redactor.ts';

/** What is to be sent to whom. */
export interface MakeRequest {
  readonly roundId: IdOf<'rounds'>;
  readonly assessorIds: readonly IdOf<'assessors'>[];
  readonly format: SheetFormat;
  readonly language: Language;
  readonly evidence: boolean;
  /** Assessors whose unfinished ratings the person who makes the files may see: no others are in them. */
  readonly readers: Readers;
  /** Version of the app. */
  readonly app: string;
  /** Number of the journal's last entry. */
  readonly seq: number;
  readonly stamp: Pick<JournalEntry, 'at' | 'actor' | 'device'>;
}

/** A file to be saved; or the names that somebody has to decide about first. */
export type Made =
  | { readonly leaks: readonly Leak[] }
  | { readonly name: string; readonly bytes: Uint8Array; readonly kind: SheetFormat | 'zip' };

/**
 * Makes what assessors elsewhere are sent: one file each, several as a zip. No file holds what another assessor said; what
 * its own assessor rated here is in it only where whoever makes it may see that.
 * @throws ProblemError `round-without-assessors`, and as `ratingSheet` and `ratingCopyState`
 */
export async function makeSheets(
  whole: WorkspaceState,
  request: MakeRequest,
  choices: LeakChoices = {},
): Promise<Made> {
  const { roundId, assessorIds, format, language } = request;
  const state = withoutHiddenRatings(whole, request.readers);
  if (assessorIds.length === 0) throw new ProblemError('round-without-assessors');
  if (state.workspace[0]?.copy) throw new ProblemError('rating-in-copy');
  const t = translator(language);
  const files = new Map<string, Uint8Array>();
  const leaks = new Map<string, Leak>();
  let roundName = '';
  for (const assessorId of assessorIds) {
    const redactor = new Redactor(state, t('report.withheldName'), language, choices);
    const { round, assessor } = ratingPlace(state, { roundId, assessorId });
    roundName = redactor.text(textIn(round.name, language), 'round.name', 'title');
    const bytes = await written(state, { ...request, assessorId }, redactor);
    for (const leak of redactor.leaks) leaks.set(leak.id, leak);
    const name = t('sheet.file.name', { assessor: part(assessor.name), round: part(roundName) });
    files.set(freeName(files, name, format), bytes);
  }
  const found = [...leaks.values()];
  if (undecided(found, choices).length > 0) return { leaks: found };
  const [first] = files;
  if (files.size === 1 && first) return { name: first[0], bytes: first[1], kind: format };
  return {
    name: `${t('sheet.file.bundle', { round: part(roundName) })}.zip`,
    bytes: zipSync(Object.fromEntries(files), { level: 0, mtime: new Date(request.stamp.at) }),
    kind: 'zip',
  };
}

async function written(
  state: WorkspaceState,
  request: MakeRequest & { readonly assessorId: IdOf<'assessors'> },
  redactor: Redactor,
): Promise<Uint8Array> {
  const { stamp, seq, app, language, format } = request;
  if (format === 'xlsx') return writeWorkbook(ratingSheet(state, { ...request, at: stamp.at }, redactor));
  const copy = ratingCopyState(state, { ...request, seq, at: stamp.at }, redactor);
  const name = textIn(copy.workspace[0]?.name, language);
  return packArchive(
    blindCopyContent(copy, { name, app, stamp: { id: newId(), ...stamp } }),
    new Date(stamp.at),
  );
}

/** Names that are cut may become alike. */
function freeName(taken: ReadonlyMap<string, unknown>, name: string, format: SheetFormat): string {
  let free = `${name}.${format}`;
  for (let number = 2; taken.has(free); number++) free = `${name} (${number}).${format}`;
  return free;
}

/** Longest part of a file's name, in UTF-16 units. */
const LONGEST = 40;

function part(text: string): string {
  return nameable(text, LONGEST) || '–';
}
