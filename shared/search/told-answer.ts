import type { Discretion, ToldText } from '../attribution/discretion.ts';
import type { Range } from './highlight.ts';
import type { Answer, Facet, FacetValue, Hit } from './request.ts';

/** Results of a search as they may leave the office. */
export interface ToldAnswer extends Answer {
  /** Hits that may not be told: off the record, or people who may not be named everywhere they took part. */
  readonly leftOut: number;
}

/** What was found without what is off the record and without names that may not be told. */
export function toldAnswer(answer: Answer, discretion: Discretion): ToldAnswer {
  // A hit of a dialogue need not be among the first of all.
  const every = new Set([...answer.hits, ...answer.groups.flatMap((group) => group.hits)]);
  const told = new Map([...every].map((hit) => [hit, toldHit(hit, discretion)]));
  const those = (hits: readonly Hit[]) => hits.flatMap((hit) => told.get(hit) ?? []);
  const hits = those(answer.hits);
  const groups = answer.groups.flatMap((group) => {
    const own = those(group.hits);
    const [first] = own;
    return first ? [{ ...group, dialogue: first.dialogue, hits: own }] : [];
  });
  const facets = Object.fromEntries(
    Object.entries(answer.facets).map(([facet, values]) => [
      facet,
      values.flatMap((value) => toldValue(facet as Facet, value, discretion) ?? []),
    ]),
  ) as Record<Facet, FacetValue[]>;
  return {
    ...answer,
    hits,
    groups,
    facets,
    // A word that is looked for in place of another may be a name that only this workspace knows.
    corrected: answer.corrected.filter(({ to }) => discretion.namesAnywhere(capital(to)).length === 0),
    leftOut: answer.hits.length - hits.length,
  };
}

/** As a name is written: search folds it. */
function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A value to narrow by; null = it would tell who or what may not be told. */
function toldValue(facet: Facet, value: FacetValue, discretion: Discretion): FacetValue | null {
  if (facet === 'dialogue') {
    const title = discretion.title(value.value);
    return title === null ? null : { ...value, label: title };
  }
  if (facet !== 'speaker') return value;
  // Who is not known across dialogues goes by a name, which is told where no dialogue holds it back.
  const nameable = value.value.startsWith('name:')
    ? discretion.anywhere(value.label) === value.label && discretion.namesAnywhere(value.label).length === 0
    : discretion.mayBeNamed(value.value);
  return nameable ? value : null;
}

/** A hit as it may leave the office, `speaker` as it was: whoever prints it asks `attributionOf`. Null = not at all. */
function toldHit(hit: Hit, discretion: Discretion): Hit | null {
  if (hit.policy === 'off-record') return null;
  if (hit.kind === 'person' && !discretion.mayBeNamed(hit.id)) return null;
  const { dialogue, turnId, kind, snippet } = hit;
  const place = { turnId: turnId ?? '', start: snippet.start, end: snippet.start + snippet.text.length };
  const about = kind === 'turn' ? discretion.passagesAt(place) : hit.passageIds;
  const told = (text: string): ToldText =>
    dialogue ? discretion.told(text, dialogue.id, about) : discretion.toldAnywhere(text);
  return {
    ...hit,
    title: hit.title && marked(hit.title, told(hit.title.text)),
    alias: hit.alias && marked(hit.alias, told(hit.alias.text)),
    through: hit.through && marked(hit.through, told(hit.through.text)),
    snippet: { ...snippet, ...marked(snippet, told(snippet.text)) },
    heading: hit.heading === null ? null : told(hit.heading).text,
    dialogue: dialogue && { ...dialogue, title: discretion.text(dialogue.title, dialogue.id) },
  };
}

function marked(
  { marks }: { readonly marks: readonly Range[] },
  { text, placeOf }: ToldText,
): { text: string; marks: Range[] } {
  return {
    text,
    marks: marks
      .map(({ start, end }) => ({ start: placeOf(start), end: placeOf(end) }))
      .filter(({ start, end }) => end > start),
  };
}
