import { foldWholeName } from '#shared/fold/fold.ts';
import { type Id, textIn } from '#shared/model/basics.ts';
import type { Participant } from '#shared/model/dialogue.ts';
import { type Person, type PersonKind, spellingsOf } from '#shared/model/person.ts';

/** A person with what the list tells of them. */
export interface KnownPerson {
  readonly person: Person;
  /** What they were, the latest first. */
  readonly participants: readonly Participant[];
  readonly dialogues: number;
  readonly turns: number;
  /** When they were last heard; empty = in no dialogue, or in one without a date. */
  readonly latest: string;
}

/** As in the latest dialogue; null = in none. */
export function isExternal({ participants }: KnownPerson): boolean | null {
  return participants[0]?.external ?? null;
}

export const SORTS = ['name', 'organisation', 'turns', 'latest'] as const;
export type Sort = (typeof SORTS)[number];

/** What the list is narrowed to; null or empty = anybody. */
export interface PeopleFilter {
  readonly text: string;
  readonly kind: PersonKind | null;
  readonly side: 'external' | 'company' | null;
}

export const NO_FILTER: PeopleFilter = { text: '', kind: null, side: null };

/** Every word typed must stand in a name, a spelling, a title or an organisation, of today or of some day. */
export function passes(known: KnownPerson, { text, kind, side }: PeopleFilter): boolean {
  if (kind !== null && known.person.kind !== kind) return false;
  if (side !== null && isExternal(known) !== (side === 'external')) return false;
  const words = text.split(/\s+/).map(foldWholeName).filter(Boolean);
  if (words.length === 0) return true;
  const { person, participants } = known;
  const texts = [
    ...spellingsOf(person),
    ...Object.values(person.title),
    ...Object.values(person.organisation),
    ...participants.flatMap(({ name, organisation }) => [name, organisation]),
  ].map(foldWholeName);
  return words.every((word) => texts.some((one) => one.includes(word)));
}

/** In the order asked for; what is alike by name, Japanese names by their reading. */
export function sorted(known: readonly KnownPerson[], sort: Sort, language: string): KnownPerson[] {
  const { compare } = new Intl.Collator(language);
  const byName = (a: KnownPerson, b: KnownPerson) => compare(nameFor(a, language), nameFor(b, language));
  const organisation = ({ person }: KnownPerson) => textIn(person.organisation, language);
  const orders: Record<Sort, (a: KnownPerson, b: KnownPerson) => number> = {
    name: byName,
    // Who is of none stands last.
    organisation: (a, b) =>
      Number(organisation(a) === '') - Number(organisation(b) === '') ||
      compare(organisation(a), organisation(b)),
    turns: (a, b) => b.turns - a.turns,
    latest: (a, b) => (a.latest === b.latest ? 0 : a.latest < b.latest ? 1 : -1),
  };
  return known.toSorted((a, b) => orders[sort](a, b) || byName(a, b));
}

/** What a name is sorted by; only Japanese lists go by the reading. */
function nameFor({ person }: KnownPerson, language: string): string {
  return (language === 'ja' && person.reading) || textIn(person.name, language);
}

/** An organisation with its people. */
export interface Organisation {
  readonly key: string;
  /** The name in every language in which somebody has it; empty = people of no organisation. */
  readonly name: Readonly<Record<string, string>>;
  readonly people: readonly KnownPerson[];
}

/** People by organisation: who shares its name in any language is of the same; people of none stand last. */
export function organisationsOf(known: readonly KnownPerson[], language: string): Organisation[] {
  const groups = new Map<Id, { name: Record<string, string>; people: KnownPerson[] }>();
  const byText = new Map<string, Id>();
  for (const one of known) {
    const texts = Object.values(one.person.organisation).map(foldWholeName).filter(Boolean);
    const at = texts.map((text) => byText.get(text)).find((id) => id !== undefined);
    const id = at ?? (texts.length === 0 ? NONE : one.person.id);
    const group = groups.get(id) ?? { name: {}, people: [] };
    groups.set(id, {
      name: { ...one.person.organisation, ...group.name },
      people: [...group.people, one],
    });
    for (const text of texts) if (!byText.has(text)) byText.set(text, id);
  }
  const { compare } = new Intl.Collator(language);
  return [...groups]
    .map(([key, { name, people }]) => ({ key, name, people: sorted(people, 'name', language) }))
    .sort(
      (a, b) =>
        Number(a.key === NONE) - Number(b.key === NONE) ||
        compare(textIn(a.name, language), textIn(b.name, language)),
    );
}

const NONE = '';
