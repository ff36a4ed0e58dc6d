import { type Caption, labelsOf } from './captions.ts';
import { labelKey } from './labels.ts';
import type { Named } from './people.ts';
import type { Titled } from './roles.ts';
import type { Roster } from './roster.ts';

/** Adds what the lists of a page say: whose side somebody is on, and people who are listed and nothing else. */
export function withRoster(people: readonly Named[], { people: listed, sides }: Roster): Named[] {
  const key = (name: string) => name.replaceAll(/\s+/gu, '');
  const result = people.map((person): Named => {
    const side = sides.get(person.name);
    return side ? { ...person, side } : person;
  });
  const places = new Map(result.map(({ name }, index) => [key(name), index]));
  const labels = new Map(result.map(({ label }, index) => [key(label), index]));
  // Who has the surname of another cannot be told by it.
  const families = new Map<string, Set<string>>();
  for (const { name } of listed) {
    const family = key(name.split(/[ \u3000]/u)[0] ?? '');
    families.set(family, (families.get(family) ?? new Set()).add(key(name)));
  }
  const answering = new Map<string, Set<string>>();
  for (const { name } of listed)
    for (const label of labelsOf(name))
      answering.set(key(label), (answering.get(key(label)) ?? new Set()).add(key(name)));
  for (const one of listed) {
    const name = key(one.name);
    const family = key(one.name.split(/[ \u3000]/u)[0] ?? '');
    const last = key(one.name.split(' ').at(-1) ?? '');
    const at =
      places.get(name) ??
      (families.get(family)?.size === 1 ? (labels.get(family) ?? labels.get(last)) : undefined) ??
      labels.get(
        labelsOf(one.name)
          .map(key)
          .find((label) => labels.has(label) && answering.get(label)?.size === 1) ?? '',
      );
    const known = at === undefined ? undefined : result[at];
    if (at !== undefined && known) {
      const { side } = one;
      result[at] = {
        ...known,
        name: known.name === known.label || known.name.length < one.name.length ? one.name : known.name,
        title: known.title || one.title,
        organisation: known.organisation || one.organisation,
        ...(side && !known.side ? { side } : {}),
      };
      places.set(name, at);
    } else if (!labels.has(name)) {
      labels.set(name, result.length);
      places.set(name, result.length);
      result.push(one);
    }
  }
  return result;
}

/** Who answers to a label; null where several do. */
export function captionsByLabel(captions: readonly Caption[]): Map<string, Caption | null> {
  const answering = new Map<string, Caption | null>();
  for (const caption of captions) {
    for (const key of new Set(caption.labels.map(labelKey)))
      answering.set(key, answering.has(key) && answering.get(key)?.name !== caption.name ? null : caption);
  }
  return answering;
}

/** Adds what a label says: a caption that names a post knows it better. */
export function withTitle(person: Named, titled: Titled | undefined): Named {
  if (!titled) return person;
  const { name, role, organisation, reading } = titled;
  const bare = person.name === person.label && name !== '' ? name : person.name;
  const title = person.title || (name === '' ? '' : role);
  return {
    ...person,
    name: bare,
    title,
    organisation: person.organisation || organisation,
    ...(reading !== undefined && { reading }),
  };
}
