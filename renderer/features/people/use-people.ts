import type { Advice } from '#shared/model/advice.ts';
import type { Id } from '#shared/model/basics.ts';
import { activeCodings, type Coding } from '#shared/model/coding.ts';
import type { Dialogue, Participant } from '#shared/model/dialogue.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Person } from '#shared/model/person.ts';
import type { Turn } from '#shared/model/turn.ts';
import { useRows } from '../../store/index.ts';
import { type Quote, quotesOf } from '../../store/quotes.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import type { KnownPerson } from './known.ts';

/** Live: everybody known to the office; undefined while it is read for the first time. */
export function usePeople(): readonly KnownPerson[] | undefined {
  return useRows(async (db) => {
    const persons = await db.persons.toArray();
    const participants = await db.participants.toArray();
    const dateOf = new Map((await db.dialogues.toArray()).map(({ id, date }) => [id as Id, date ?? '']));
    const turns = new Map<Id, number>();
    // By the index alone: the words of ten thousand turns are not read for a number.
    for (const key of await db.turns.orderBy('participantId').keys())
      turns.set(String(key), (turns.get(String(key)) ?? 0) + 1);
    const own = new Map<Id, Participant[]>();
    for (const one of participants)
      if (one.personId) own.set(one.personId, [...(own.get(one.personId) ?? []), one]);
    const date = ({ dialogueId }: Participant) => dateOf.get(dialogueId) ?? '';
    return persons.map((person) => {
      const days = (own.get(person.id) ?? []).sort((a, b) => (date(a) < date(b) ? 1 : -1));
      return {
        person,
        participants: days,
        dialogues: new Set(days.map(({ dialogueId }) => dialogueId)).size,
        turns: days.reduce((sum, { id }) => sum + (turns.get(id) ?? 0), 0),
        latest: days[0] ? date(days[0]) : '',
      };
    });
  }, []);
}

/** Somebody in one dialogue. */
export interface Appearance {
  readonly participant: Participant;
  readonly dialogue: Dialogue;
  readonly turns: readonly Turn[];
}

/** All that is known of a person. */
export interface PersonRows {
  readonly person: Person;
  readonly persons: readonly Person[];
  /** The latest first. */
  readonly appearances: readonly Appearance[];
  readonly coded: readonly (Quote & { readonly codings: readonly Coding[] })[];
  readonly advice: readonly { readonly advice: Advice; readonly quotes: readonly Quote[] }[];
  readonly languages: readonly string[];
}

/** Live; undefined while it is read for the first time, null where there is no such person. */
export function usePerson(personId: IdOf<'persons'>): PersonRows | null | undefined {
  const { language } = useSpeech();
  return useRows(
    async (db): Promise<PersonRows | null> => {
      const persons = await db.persons.toArray();
      const person = persons.find(({ id }) => id === personId);
      if (!person) return null;
      const participants = await db.participants.where('personId').equals(personId).toArray();
      const dialogues = await db.dialogues.bulkGet(participants.map(({ dialogueId }) => dialogueId));
      const turns = await db.turns
        .where('participantId')
        .anyOf(participants.map(({ id }) => id))
        .sortBy('order');
      const passages = await db.passages
        .where('turnId')
        .anyOf(turns.map(({ id }) => id))
        .toArray();
      const passageIds = passages.map(({ id }) => id);
      const quotes = await quotesOf(db, passageIds, language);
      const codings = activeCodings(await db.codings.where('passageId').anyOf(passageIds).toArray());
      const advice = await db.advice.where('passageIds').anyOf(passageIds).distinct().toArray();
      const [workspace] = await db.workspace.toArray();
      const inOrder = [...quotes.values()].sort(inOrderHeard);
      return {
        person,
        persons,
        appearances: participants
          .flatMap((participant, at): Appearance[] => {
            const dialogue = dialogues[at];
            const own = turns.filter((turn) => turn.participantId === participant.id);
            return dialogue ? [{ participant, dialogue, turns: own }] : [];
          })
          .sort((a, b) => ((a.dialogue.date ?? '') < (b.dialogue.date ?? '') ? 1 : -1)),
        coded: inOrder.flatMap((quote) => {
          const own = codings.filter(({ passageId }) => passageId === quote.passage.id);
          return own.length === 0 ? [] : [{ ...quote, codings: own }];
        }),
        advice: advice.map((one) => ({
          advice: one,
          quotes: inOrder.filter(({ passage }) => one.passageIds.includes(passage.id)),
        })),
        languages: workspace?.languages ?? [],
      };
    },
    [personId, language],
  );
}

/** Newest dialogue first, within it in the order of the text. */
function inOrderHeard(a: Quote, b: Quote): number {
  return (
    (b.dialogue.date ?? '').localeCompare(a.dialogue.date ?? '') ||
    a.dialogue.id.localeCompare(b.dialogue.id) ||
    a.turn.order - b.turn.order ||
    a.passage.start - b.passage.start
  );
}
