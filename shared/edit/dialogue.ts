import type { Draft } from '../change/draft.ts';
import { type Id, type LocalText, newId } from '../model/basics.ts';
import type { Dialogue, SourceFile } from '../model/dialogue.ts';
import type { Person } from '../model/person.ts';
import { ProblemError } from '../model/problem.ts';
import type { ReadParticipant, ReadResult } from '../transcript/result.ts';

/** What a person says of a dialogue as a whole. */
export type DialogueDetails = Pick<
  Dialogue,
  'title' | 'date' | 'place' | 'form' | 'fiscalYear' | 'attribution' | 'language'
> &
  Partial<Pick<Dialogue, 'sourceNote' | 'summary'>>;

export interface DialogueImport {
  /** What the reader made of the file, as a person has mended it. */
  readonly result: ReadResult;
  readonly details: DialogueDetails;
  /** The file whose bytes are kept; null where there was none. */
  readonly source: Pick<SourceFile, 'name' | 'sha256' | 'size'> | null;
}

/** Between the order of one row and the next: room for rows that are put in between later. */
export const ORDER_STEP = 1024;

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
  odt: 'application/vnd.oasis.opendocument.text',
  pdf: 'application/pdf',
  rtf: 'application/rtf',
  webvtt: 'text/vtt',
};

/** A dialogue without participants or turns. @returns its id */
export function newDialogue(draft: Draft, details: DialogueDetails, source: SourceFile | null = null): Id {
  const id = newId();
  const title = details.title.trim();
  draft.add('dialogues', { sourceNote: '', summary: '', ...details, id, title, source });
  return id;
}

/** Changes what is said of a dialogue as a whole. */
export async function updateDialogue(
  draft: Draft,
  dialogueId: Id,
  fields: Partial<DialogueDetails>,
): Promise<void> {
  await draft.patch('dialogues', dialogueId, fields);
}

/**
 * Stores what was read: the dialogue, its participants in the order of the result, its turns in the order of the file,
 * and the persons behind the participants. Somebody already known under exactly this name and organisation is not
 * added again.
 * @returns the id of the dialogue
 * @throws ProblemError `import-empty` when there is not a single block
 */
export async function importDialogue(draft: Draft, { result, details, source }: DialogueImport): Promise<Id> {
  if (result.blocks.length === 0) throw new ProblemError('import-empty', { title: details.title });
  const dialogueId = newDialogue(draft, details, source && sourceFile(source, result));
  const known = await draft.all('persons');
  const byLabel = new Map<string, Id>();
  for (const [index, participant] of result.participants.entries()) {
    const order = (index + 1) * ORDER_STEP;
    const id = addParticipant(draft, known, participant, { dialogueId, order, language: details.language });
    byLabel.set(participant.label, id);
  }
  for (const [index, { kind, speaker, heading, start, end, cues, text }] of result.blocks.entries()) {
    draft.add('turns', {
      id: newId(),
      dialogueId,
      order: (index + 1) * ORDER_STEP,
      kind,
      participantId: kind === 'speech' && speaker !== null ? (byLabel.get(speaker) ?? null) : null,
      text,
      heading,
      start,
      end,
      cues,
    });
  }
  return dialogueId;
}

/** The file a dialogue is read from, as it is stored with it. */
export function sourceFile(
  source: Pick<SourceFile, 'name' | 'sha256' | 'size'>,
  { format, encoding }: Pick<ReadResult, 'format' | 'encoding'>,
): SourceFile {
  return { ...source, format, encoding, mediaType: MEDIA_TYPES[format] ?? 'text/plain' };
}

/** Adds a participant, and the person behind them unless they are among `known`. @returns the participant's id */
export function addParticipant(
  draft: Draft,
  known: Person[],
  participant: ReadParticipant,
  { dialogueId, order, language, id = newId() }: { dialogueId: Id; order: number; language: string; id?: Id },
): Id {
  let person = known.find((one) => isSamePerson(one, participant));
  if (!person) {
    person = personOf(participant, language);
    known.push(person);
    draft.add('persons', person);
  }
  draft.add('participants', { ...participant, id, dialogueId, order, personId: person.id });
  return id;
}

function isSamePerson(person: Person, { name, organisation }: ReadParticipant): boolean {
  const named = Object.values(person.name).includes(name) || person.aliases.includes(name);
  if (!named) return false;
  const organisations = Object.values(person.organisation).filter((one) => one !== '');
  return organisation === '' ? organisations.length === 0 : organisations.includes(organisation);
}

function personOf({ name, organisation, kind }: ReadParticipant, language: string): Person {
  const inLanguage = (text: string): LocalText => (text === '' ? {} : { [language]: text });
  return {
    id: newId(),
    name: inLanguage(name),
    aliases: [],
    organisation: inLanguage(organisation),
    kind,
  };
}
