/** What the people of a text answer to, and whether a line begins with such a name, whatever sets it off. */
import { labelsOf } from './captions.ts';
import { labelKey } from './labels.ts';
import type { Line } from './lines.ts';
import { openingsAt } from './openings.ts';
import type { TurnStart } from './page.ts';
import type { ReadParticipant } from './result.ts';

/** Names that people of a text answer to, by `labelKey`. */
export type KnownNames = ReadonlyMap<string, string>;

/** What the speakers and participants of a text are called; a form that fits two of them is nobody's. */
export function knownNames(labels: Iterable<string>, participants: readonly ReadParticipant[]): KnownNames {
  const known = new Map<string, string | null>();
  const add = (name: string, label: string) => {
    const key = labelKey(name);
    if (key.length === 0) return;
    const before = known.get(key);
    known.set(key, before === undefined || before === label ? label : null);
  };
  const own = new Set<string>();
  for (const label of labels) own.add(label);
  for (const { label } of participants) own.add(label);
  for (const label of own) known.set(labelKey(label), label);
  const forms = [
    ...[...own].map((label) => [label, label] as const),
    ...participants.map(({ name, label }) => [name, label] as const),
  ];
  for (const [name, label] of forms)
    for (const form of [name, ...labelsOf(name)]) if (!own.has(form)) add(form, label);
  return new Map([...known].flatMap(([key, label]) => (label === null ? [] : [[key, label] as const])));
}

/** Speakers as their labels are printed: `早瀬弁護士`, `Prof. Wayan`. */
export function printedNames(starts: ReadonlyMap<Line, TurnStart>): Map<string, string> {
  const names = new Map<string, string>();
  for (const [line, { speaker, rest }] of starts) {
    const opening = speaker === null ? undefined : openingsAt(line).find((one) => one.rest === rest);
    if (opening) names.set(labelKey(opening.label), speaker ?? '');
  }
  return names;
}
