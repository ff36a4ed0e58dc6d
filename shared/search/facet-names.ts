import { foldText } from '../fold/fold.ts';
import { fiscalYearLabel } from '../i18n/dates.ts';
import { textIn } from '../model/basics.ts';
import type { Participant } from '../model/dialogue.ts';
import type { FiscalYearConvention } from '../model/workspace.ts';
import type { Facet } from './request.ts';
import type { SearchRows } from './rows.ts';

/** What the values of facets are called in a language, and in what order they are listed: looked up once. */
export class FacetNames {
  readonly #rows: SearchRows;
  readonly #language: string;
  readonly #labels = new Map<Facet, Map<string, string>>();
  readonly #places = new Map<Facet, Map<string, number>>();
  #unlinked: ReadonlyMap<string, string> | null = null;

  constructor(language: string, rows: SearchRows) {
    this.#language = language;
    this.#rows = rows;
  }

  labelOf(facet: Facet, value: string): string {
    const labels = this.#labels.get(facet) ?? new Map<string, string>();
    this.#labels.set(facet, labels);
    const label = labels.get(value) ?? this.#read(facet, value);
    labels.set(value, label);
    return label;
  }

  /** Where each of these values, and any asked about before, stands in the order of their labels. */
  placesOf(facet: Facet, values: Iterable<string>): ReadonlyMap<string, number> {
    const known = this.#places.get(facet) ?? new Map<string, number>();
    const fresh = [...values].filter((value) => !known.has(value));
    if (fresh.length === 0) return known;
    const { compare } = collator(this.#language);
    const order = [...known.keys(), ...fresh]
      .map((value) => ({ value, label: this.labelOf(facet, value) }))
      .sort((a, b) => compare(a.label, b.label) || (a.value < b.value ? -1 : 1));
    const places = new Map(order.map(({ value }, place) => [value, place]));
    this.#places.set(facet, places);
    return places;
  }

  #read(facet: Facet, value: string): string {
    const rows = this.#rows;
    switch (facet) {
      case 'kind':
        return value;
      case 'dialogue':
        return rows.get('dialogues', value)?.title ?? value;
      case 'issue':
        return textIn(rows.get('issues', value)?.name, this.#language) || value;
      case 'year':
        return fiscalYearLabel(Number(value), conventionOf(rows), this.#language);
      case 'lang':
        return languageName(value, this.#language);
      case 'speaker': {
        const person = rows.get('persons', value);
        if (person) return textIn(person.name, this.#language) || value;
        this.#unlinked ??= unlinkedIn(rows);
        return this.#unlinked.get(value) ?? value.replace(/^name:/, '');
      }
    }
  }
}

/** The names of participants who are linked to no person, by who they are. */
function unlinkedIn(rows: SearchRows): Map<string, string> {
  const names = new Map<string, string>();
  for (const one of rows.all('participants'))
    if (one.personId === null && !names.has(speakerOf(one))) names.set(speakerOf(one), one.name);
  return names;
}

const collators = new Map<string, Intl.Collator>();

function collator(language: string): Intl.Collator {
  let known = collators.get(language);
  if (!known) {
    known = new Intl.Collator(language, { numeric: true });
    collators.set(language, known);
  }
  return known;
}

/** Who a participant is across dialogues: the person, or whoever goes by the same name. */
export function speakerOf(participant: Participant | undefined): string {
  if (!participant) return '';
  return participant.personId ?? `name:${foldText(participant.name)}`;
}

/** `en` of `en-GB`. */
export function languageOf(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? '';
}

/** How the workspace calls its fiscal years; by the calendar where nobody has said. */
export function conventionOf(rows: SearchRows): FiscalYearConvention {
  return rows.all('workspace')[0]?.fiscalYear ?? { firstMonth: 1, namedBy: {} };
}

const names = new Map<string, Intl.DisplayNames>();

/** What a language is called in another; its code where nobody knows. */
export function languageName(code: string, language: string): string {
  try {
    let known = names.get(language);
    if (!known) {
      known = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' });
      names.set(language, known);
    }
    return known.of(code) ?? code;
  } catch {
    return code;
  }
}
