import type { Draft } from '../change/draft.ts';
import { foldWholeName } from '../fold/fold.ts';
import { type Id, type LocalText, newId, textIn } from '../model/basics.ts';
import type { Participant } from '../model/dialogue.ts';
import type { IdOf } from '../model/id.ts';
import { type Person, spellingsOf } from '../model/person.ts';
import { ProblemError } from '../model/problem.ts';
import { isLatin, isWholeName } from '../transcript/names.ts';
import { forgetRow, pointElsewhere } from './forget.ts';

/** What a person says of somebody known to the office. */
export type PersonFields = Omit<Person, 'id'>;

/** @throws ProblemError `person-unnamed` */
export function addPerson(draft: Draft, fields: PersonFields): Person {
  const person: Person = { id: newId(), ...fields };
  requireName(person);
  draft.add('persons', person);
  return person;
}

/**
 * Changes what is known of a person. A whole name that is corrected, and that some dialogue was printed with, stays among
 * the other spellings: the next text that prints it so is of the same person.
 * @throws ProblemError `person-unnamed`, `row-missing`
 */
export async function changePerson(
  draft: Draft,
  personId: IdOf<'persons'>,
  fields: Partial<PersonFields>,
): Promise<void> {
  const before = await draft.require('persons', personId);
  const after: Person = { ...before, ...fields };
  requireName(after);
  const known = new Set(spellingsOf(after));
  const printed = new Set((await participantsOf(draft, personId)).map(({ name }) => name));
  const corrected = Object.values(before.name).filter(
    (name) => !known.has(name) && printed.has(name) && isWholeName(name),
  );
  await draft.put('persons', { ...after, aliases: [...after.aliases, ...new Set(corrected)] });
}

/** Writes one of a person's texts in one language; an emptied one is "nobody wrote it". */
export async function writePersonText(
  draft: Draft,
  personId: IdOf<'persons'>,
  field: 'name' | 'title' | 'organisation',
  language: string,
  text: string,
): Promise<void> {
  const { [language]: _before, ...others } = (await draft.require('persons', personId))[field];
  const written = text === '' ? others : { ...others, [language]: text };
  await changePerson(draft, personId, { [field]: written });
}

/**
 * Two persons who are one: everything that refers to the first refers to the second from now on, which knows the first
 * one's names, and takes over what it lacks.
 * @throws ProblemError `person-in-closed-round` where a closed round, which never changes, names the first as assessor
 */
export async function mergePersons(
  draft: Draft,
  personId: IdOf<'persons'>,
  intoId: IdOf<'persons'>,
): Promise<void> {
  if (personId === intoId) return;
  const from = await draft.require('persons', personId);
  const into = await draft.require('persons', intoId);
  for (const one of await participantsOf(draft, personId))
    await draft.patch('participants', one.id, { personId: intoId });
  await relinkAssessors(draft, personId, intoId);
  await relinkQuestions(draft, personId, intoId);
  await pointElsewhere(draft, 'person', personId, intoId);
  const name = { ...from.name, ...into.name };
  const reading = into.reading || from.reading;
  const told = new Set([...Object.values(name), reading]);
  const aliases = [...new Set([...into.aliases, ...spellingsOf(from)])].filter((one) => !told.has(one));
  await draft.put('persons', {
    ...into,
    name,
    reading,
    aliases,
    title: { ...from.title, ...into.title },
    organisation: Object.keys(into.organisation).length > 0 ? into.organisation : from.organisation,
    organisationId: into.organisationId ?? from.organisationId,
  });
  await draft.remove('persons', personId);
}

async function relinkAssessors(draft: Draft, personId: Id, intoId: Id): Promise<void> {
  for (const round of await draft.all('rounds')) {
    if (!round.assessors.some((one) => one.personId === personId)) continue;
    if (round.stage === 'closed') throw new ProblemError('person-in-closed-round', { round: round.name });
    const assessors = round.assessors.map((one) =>
      one.personId === personId ? { ...one, personId: intoId } : one,
    );
    await draft.patch('rounds', round.id, { assessors });
  }
}

/** Questions that are kept ask for the one who is known from now on. */
async function relinkQuestions(draft: Draft, personId: Id, intoId: Id): Promise<void> {
  const relinked = (ids: readonly Id[]) => [...new Set(ids.map((id) => (id === personId ? intoId : id)))];
  for (const { id, query } of await draft.all('views'))
    if (query.speakerIds.includes(personId))
      await draft.patch('views', id, { query: { ...query, speakerIds: relinked(query.speakerIds) } });
  for (const { id, chosen } of await draft.all('searches'))
    if (chosen.speaker?.includes(personId))
      await draft.patch('searches', id, { chosen: { ...chosen, speaker: relinked(chosen.speaker) } });
}

/**
 * One person who is two: the chosen participants are somebody else, named as they were printed last. Spellings that only
 * they were printed with go along.
 * @throws ProblemError `person-split-nothing` where nobody is chosen, or nobody is left
 */
export async function splitPerson(
  draft: Draft,
  personId: IdOf<'persons'>,
  participantIds: readonly IdOf<'participants'>[],
): Promise<Person> {
  const person = await draft.require('persons', personId);
  const all = await participantsOf(draft, personId);
  const chosen = all.filter(({ id }) => participantIds.includes(id));
  const latest = chosen.at(-1);
  if (!latest || chosen.length === all.length) throw new ProblemError('person-split-nothing');
  const staying = new Set(all.filter((one) => !chosen.includes(one)).map(({ name }) => name));
  const going = new Set(chosen.map(({ name }) => name).filter((name) => !staying.has(name)));
  const { language } = await draft.require('dialogues', latest.dialogueId);
  const other: Person = {
    id: newId(),
    name: { [language]: latest.name },
    reading: '',
    aliases: [...going].filter((name) => name !== latest.name),
    title: inLanguage(latest.title, language),
    organisation: inLanguage(latest.organisation, language),
    organisationId: null,
    kind: latest.kind,
  };
  draft.add('persons', other);
  for (const one of chosen) await draft.patch('participants', one.id, { personId: other.id });
  const aliases = person.aliases.filter((one) => !going.has(one));
  if (aliases.length < person.aliases.length) await draft.patch('persons', personId, { aliases });
  return other;
}

/** @throws ProblemError `person-in-use` while a dialogue or a round refers to the person */
export async function removePerson(draft: Draft, personId: IdOf<'persons'>): Promise<void> {
  const dialogues = new Set((await participantsOf(draft, personId)).map(({ dialogueId }) => dialogueId));
  const rounds = (await draft.all('rounds')).filter(({ assessors }) =>
    assessors.some((one) => one.personId === personId),
  );
  if (dialogues.size + rounds.length > 0)
    throw new ProblemError('person-in-use', { dialogues: dialogues.size, rounds: rounds.length });
  await forgetRow(draft, 'person', personId);
  await draft.remove('persons', personId);
}

/**
 * Renames an organisation for all of its people.
 * @param printed also where dialogues print it as it was called before: a correction, and not a change of name
 */
export async function renameOrganisation(
  draft: Draft,
  personIds: readonly IdOf<'persons'>[],
  organisation: LocalText,
  printed: boolean,
): Promise<void> {
  const before = new Set<string>();
  for (const id of personIds) {
    const person = await draft.require('persons', id);
    for (const text of Object.values(person.organisation)) before.add(foldWholeName(text));
    await draft.patch('persons', id, { organisation });
  }
  if (!printed) return;
  const own = new Set<Id | null>(personIds);
  const languages = new Map((await draft.all('dialogues')).map(({ id, language }) => [id, language]));
  for (const one of await draft.all('participants')) {
    if (!own.has(one.personId) || !before.has(foldWholeName(one.organisation))) continue;
    const name = textIn(organisation, languages.get(one.dialogueId) ?? '');
    if (name !== '') await draft.patch('participants', one.id, { organisation: name });
  }
}

/** What is said of somebody in one dialogue, as it was on that day. */
export type ParticipantFields = Omit<Participant, 'id' | 'dialogueId' | 'order' | 'personId'>;

/** @throws ProblemError `person-unnamed`, `row-missing` */
export async function changeParticipant(
  draft: Draft,
  participantId: IdOf<'participants'>,
  fields: Partial<ParticipantFields>,
): Promise<void> {
  if (fields.name?.trim() === '') throw new ProblemError('person-unnamed');
  await draft.patch('participants', participantId, fields);
}

/**
 * Says who a participant is: somebody known, who is known by the name as printed too from now on, or somebody new.
 * @returns id of the person
 */
export async function linkParticipant(
  draft: Draft,
  participantId: IdOf<'participants'>,
  personId: IdOf<'persons'> | null,
): Promise<Id> {
  const participant = await draft.require('participants', participantId);
  const { name, title, organisation, kind } = participant;
  const { language } = await draft.require('dialogues', participant.dialogueId);
  if (personId === null) {
    const person = addPerson(draft, {
      name: { [language]: name },
      reading: '',
      aliases: [],
      title: inLanguage(title, language),
      organisation: inLanguage(organisation, language),
      organisationId: null,
      kind,
    });
    await draft.patch('participants', participantId, { personId: person.id });
    return person.id;
  }
  const person = await draft.require('persons', personId);
  await draft.put('persons', knownAlsoAs(person, name, language));
  await draft.patch('participants', participantId, { personId });
  return personId;
}

/**
 * A person who was met under a whole name in a text of a language: it is their name in that language where none is known
 * yet, else another spelling. A surname alone would fit others too.
 */
export function knownAlsoAs(person: Person, name: string, language: string): Person {
  if (!isWholeName(name) || spellingsOf(person).includes(name)) return person;
  const isOfLanguage = isLatin(name) !== (language === 'ja');
  return isOfLanguage && !person.name[language]
    ? { ...person, name: { ...person.name, [language]: name } }
    : { ...person, aliases: [...person.aliases, name] };
}

/** A participant who is nobody known. */
export async function unlinkParticipant(draft: Draft, participantId: IdOf<'participants'>): Promise<void> {
  await draft.patch('participants', participantId, { personId: null });
}

/** Everybody that a person was, by the date of the dialogue. */
async function participantsOf(draft: Draft, personId: IdOf<'persons'>): Promise<Participant[]> {
  const dated = await Promise.all(
    (await draft.find('participants', 'personId', personId)).map(async (one) => ({
      one,
      date: (await draft.get('dialogues', one.dialogueId))?.date ?? '',
    })),
  );
  return dated
    .sort((a, b) => (a.date === b.date ? (a.one.id < b.one.id ? -1 : 1) : a.date < b.date ? -1 : 1))
    .map(({ one }) => one);
}

function requireName({ name }: Pick<Person, 'name'>): void {
  if (!Object.values(name).some((text) => text.trim() !== '')) throw new ProblemError('person-unnamed');
}

function inLanguage(text: string, language: string): LocalText {
  return text === '' ? {} : { [language]: text };
}
