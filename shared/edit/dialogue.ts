import type { Draft } from '../change/draft.ts';
import { type Id, type LocalText, newId } from '../model/basics.ts';
import type { Dialogue, OpenDoubt, SourceFile } from '../model/dialogue.ts';
import { chainOfDialogues } from '../model/follows.ts';
import type { IdOf } from '../model/id.ts';
import type { Person } from '../model/person.ts';
import { ProblemError } from '../model/problem.ts';
import { mediaTypeOf } from '../transcript/containers/registry.ts';
import { blockOfLine, placeOf } from '../transcript/line-places.ts';
import { openPlaces } from '../transcript/open-places.ts';
import type { ReadParticipant, ReadResult } from '../transcript/result.ts';
import { knownAlsoAs } from './person.ts';

/** What a person says of a dialogue as a whole. */
export type DialogueDetails = Pick<
  Dialogue,
  'title' | 'date' | 'place' | 'form' | 'fiscalYear' | 'attribution' | 'language'
> &
  Partial<Pick<Dialogue, 'sourceNote' | 'summary' | 'follows'>>;

export interface DialogueImport {
  /** What the reader made of the file, as a person has fixed it. */
  readonly result: ReadResult;
  readonly details: DialogueDetails;
  /** The file whose bytes are kept; null where there was none. */
  readonly source: Pick<SourceFile, 'name' | 'sha256' | 'size'> | null;
  /**
   * By label, who a person says a participant is: somebody known, or (null) somebody new. Of those it does not hold,
   * whoever is known under exactly the name and organisation is taken.
   */
  readonly persons?: ReadonlyMap<string, Id | null>;
}

/** Between the order of one row and the next: room for rows that are put in between later. */
export const ORDER_STEP = 1024;

/** A dialogue without participants or turns. @returns its id */
export function newDialogue(
  draft: Draft,
  details: DialogueDetails,
  source: SourceFile | null = null,
  openDoubts: readonly OpenDoubt[] = [],
): Id {
  const id = newId();
  const title = details.title.trim();
  const fields = { sourceNote: '', summary: '', follows: null, ...details };
  draft.add('dialogues', { ...fields, id, title, source, openDoubts: [...openDoubts] });
  return id;
}

/**
 * Changes what is said of a dialogue as a whole.
 * @throws ProblemError `follows-circle` where it would come to follow itself
 */
export async function updateDialogue(
  draft: Draft,
  dialogueId: IdOf<'dialogues'>,
  fields: Partial<DialogueDetails>,
): Promise<void> {
  if (fields.follows) {
    const before = chainOfDialogues(await draft.all('dialogues'), fields.follows);
    if (before.includes(dialogueId)) throw new ProblemError('follows-circle');
  }
  await draft.patch('dialogues', dialogueId, fields);
}

/**
 * Stores what was read: the dialogue, its participants in the order of the result, its turns in the order of the file,
 * and the persons behind the participants. Somebody already known under exactly this name and organisation is not
 * added again.
 * @returns the id of the dialogue
 * @throws ProblemError `import-empty` when there is not a single block
 */
export async function importDialogue(
  draft: Draft,
  { result, details, source, persons = new Map() }: DialogueImport,
): Promise<Id> {
  if (result.blocks.length === 0) throw new ProblemError('import-empty');
  const turnIds = result.blocks.map(() => newId());
  const doubts = doubtsLeft(result, turnIds);
  const dialogueId = newDialogue(draft, details, source && sourceFile(source, result), doubts);
  const known = await draft.all('persons');
  const byLabel = new Map<string, Id>();
  for (const [index, participant] of result.participants.entries()) {
    const order = (index + 1) * ORDER_STEP;
    const chosen = persons.get(participant.label);
    const place = { dialogueId, order, language: details.language };
    const id = addParticipant(
      draft,
      known,
      participant,
      chosen === undefined ? place : { ...place, personId: chosen },
    );
    if (chosen) await learnName(draft, known, chosen, participant.name, details.language);
    byLabel.set(participant.label, id);
  }
  for (const [index, { kind, speaker, heading, start, end, cues, text }] of result.blocks.entries()) {
    draft.add('turns', {
      id: turnIds[index] ?? newId(),
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

/** What of a reading is still open, each with the turn that it was read into. */
export function doubtsLeft(result: ReadResult, turnIds: readonly Id[]): OpenDoubt[] {
  const seen = new Set<string>();
  return openPlaces(result).flatMap(({ key, code, label, text, line, of }) => {
    if (seen.has(key)) return [];
    seen.add(key);
    const place = of.kind === 'alarm' ? placeOf(result, of.alarm) : null;
    const index = place?.index ?? (line === null ? -1 : blockOfLine(result.blocks, line));
    return [{ key, code, label, text, turnId: turnIds[index] ?? null }];
  });
}

/** Somebody has looked at what was in doubt: the dialogue is marked by it no longer. */
export async function closeDoubt(draft: Draft, dialogueId: IdOf<'dialogues'>, key: string): Promise<void> {
  const { openDoubts } = await draft.require('dialogues', dialogueId);
  await draft.patch('dialogues', dialogueId, { openDoubts: openDoubts.filter((one) => one.key !== key) });
}

/** The file a dialogue is read from, as it is stored with it. */
export function sourceFile(
  source: Pick<SourceFile, 'name' | 'sha256' | 'size'>,
  { format, encoding }: Pick<ReadResult, 'format' | 'encoding'>,
): SourceFile {
  return { ...source, format, encoding, mediaType: mediaTypeOf(format) };
}

/** Adds a participant, and the person behind them unless they are among `known`. @returns the participant's id */
export function addParticipant(
  draft: Draft,
  known: Person[],
  { reading, ...participant }: ReadParticipant,
  {
    dialogueId,
    order,
    language,
    personId,
    id = newId(),
  }: {
    dialogueId: IdOf<'dialogues'>;
    order: number;
    language: string;
    /** Who a person says they are; null = somebody new. */
    personId?: IdOf<'persons'> | null;
    id?: Id;
  },
): Id {
  let person =
    personId === null
      ? undefined
      : (known.find((one) => one.id === personId) ?? known.find((one) => isSamePerson(one, participant)));
  if (!person) {
    person = personOf(participant, language, reading);
    known.push(person);
    draft.add('persons', person);
  }
  draft.add('participants', { ...participant, id, dialogueId, order, personId: person.id });
  return id;
}

async function learnName(
  draft: Draft,
  known: Person[],
  personId: IdOf<'persons'>,
  name: string,
  language: string,
): Promise<void> {
  const at = known.findIndex((one) => one.id === personId);
  const person = known[at];
  if (!person) return;
  const learnt = knownAlsoAs(person, name, language);
  known[at] = learnt;
  await draft.put('persons', learnt);
}

function isSamePerson(person: Person, { name, organisation }: ReadParticipant): boolean {
  const named = Object.values(person.name).includes(name) || person.aliases.includes(name);
  if (!named) return false;
  const organisations = Object.values(person.organisation).filter((one) => one !== '');
  return organisation === '' ? organisations.length === 0 : organisations.includes(organisation);
}

/** Somebody new, as they appear in a dialogue of a language. */
export function personOf(
  { name, title, organisation, kind }: Pick<ReadParticipant, 'name' | 'title' | 'organisation' | 'kind'>,
  language: string,
  reading = '',
): Person {
  const inLanguage = (text: string): LocalText => (text === '' ? {} : { [language]: text });
  return {
    id: newId(),
    name: inLanguage(name),
    reading,
    aliases: [],
    title: inLanguage(title),
    organisation: inLanguage(organisation),
    organisationId: null,
    kind,
  };
}
