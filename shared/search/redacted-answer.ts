import type { TextRange } from '../anchor/text-range.ts';
import type { Disclosure, RedactedText } from '../attribution/disclosure.ts';
import type { Answer, Facet, FacetValue, Hit } from './request.ts';

/** Results of a search as they may leave the office. */
export interface RedactedAnswer extends Answer {
  /** Hits that may not be told: off the record, or people who may not be named everywhere they took part. */
  readonly leftOut: number;
}

/** What was found without what is off the record and without names that may not be told. */
export function redactedAnswer(answer: Answer, disclosure: Disclosure): RedactedAnswer {
  // A hit of a dialogue need not be among the first of all.
  const every = new Set([...answer.hits, ...answer.groups.flatMap((group) => group.hits)]);
  const redacted = new Map([...every].map((hit) => [hit, redactedHit(hit, disclosure)]));
  const those = (hits: readonly Hit[]) => hits.flatMap((hit) => redacted.get(hit) ?? []);
  const hits = those(answer.hits);
  const groups = answer.groups.flatMap((group) => {
    const own = those(group.hits);
    const [first] = own;
    return first ? [{ ...group, dialogue: first.dialogue, hits: own }] : [];
  });
  const facets = Object.fromEntries(
    Object.entries(answer.facets).map(([facet, values]) => [
      facet,
      values.flatMap((value) => redactedValue(facet as Facet, value, disclosure) ?? []),
    ]),
  ) as Record<Facet, FacetValue[]>;
  return {
    ...answer,
    hits,
    groups,
    facets,
    // A word that is looked for in place of another may be a name that only this workspace knows.
    corrected: answer.corrected.filter(({ to }) => disclosure.namesAnywhere(capital(to)).length === 0),
    // So are the other names of a person who was asked for.
    also: answer.also.filter(({ name, terms }) =>
      [...Object.values(name), ...terms].every((text) => isNameless(text, disclosure)),
    ),
    leftOut: answer.hits.length - hits.length,
  };
}

/** Whether a text holds no name that may not be told somewhere. */
function isNameless(text: string, disclosure: Disclosure): boolean {
  return disclosure.anywhere(text) === text && disclosure.namesAnywhere(capital(text)).length === 0;
}

/** As a name is written: search folds it. */
function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A value to narrow by; null = it would tell who or what may not be told. */
function redactedValue(facet: Facet, value: FacetValue, disclosure: Disclosure): FacetValue | null {
  if (facet === 'dialogue') {
    const title = disclosure.title(value.value);
    return title === null ? null : { ...value, label: title };
  }
  if (facet !== 'speaker') return value;
  // Who is not known across dialogues goes by a name, which is told where no dialogue holds it back.
  const nameable = value.value.startsWith('name:')
    ? isNameless(value.label, disclosure)
    : disclosure.mayBeNamed(value.value);
  return nameable ? value : null;
}

/** A hit as it may leave the office, `speaker` as it was: whoever prints it asks `attributionOf`. Null = not at all. */
function redactedHit(hit: Hit, disclosure: Disclosure): Hit | null {
  if (hit.policy === 'off-record') return null;
  if (hit.kind === 'person' && !disclosure.mayBeNamed(hit.id)) return null;
  const { dialogue, turnId, kind, snippet } = hit;
  const place = { turnId: turnId ?? '', start: snippet.start, end: snippet.start + snippet.text.length };
  const about = kind === 'turn' ? disclosure.passagesAt(place) : hit.passageIds;
  const redacted = (text: string): RedactedText =>
    dialogue ? disclosure.redacted(text, dialogue.id, about) : disclosure.redactedAnywhere(text);
  // A number may be of few people, or said off the record: figures leave by ways of their own.
  const shown = kind === 'indicator' ? { ...snippet, text: '', marks: [] } : snippet;
  return {
    ...hit,
    title: hit.title && marked(hit.title, redacted(hit.title.text)),
    alias: hit.alias && marked(hit.alias, redacted(hit.alias.text)),
    through: hit.through && marked(hit.through, redacted(hit.through.text)),
    snippet: { ...shown, ...marked(shown, redacted(shown.text)) },
    heading: hit.heading === null ? null : redacted(hit.heading).text,
    dialogue: dialogue && { ...dialogue, title: disclosure.text(dialogue.title, dialogue.id) },
  };
}

function marked(
  { marks }: { readonly marks: readonly TextRange[] },
  { text, placeOf }: RedactedText,
): { text: string; marks: TextRange[] } {
  return {
    text,
    marks: marks
      .map(({ start, end }) => ({ start: placeOf(start), end: placeOf(end) }))
      .filter(({ start, end }) => end > start),
  };
}
