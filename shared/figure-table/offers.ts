import { placeKey } from '../figures/series.ts';
import type { TypedFigure } from '../figures/typed-figure.ts';
import type { Id, LocalText } from '../model/basics.ts';
import type { Cited } from '../model/cited.ts';
import type { Break, Figure, Period } from '../model/figure.ts';
import type { Source } from '../model/source.ts';
import type { LinePlace } from './rows.ts';

/** What a text says of one figure. */
export type Said = Pick<Figure, 'value' | 'most' | 'outOf' | 'precision' | 'status' | 'marks' | 'compare'>;

/** What a text that was read says; null = it says nothing that can be stored as it is. */
export function saidBy(typed: TypedFigure): Said | null {
  const blank = { value: null, most: null, outOf: null, precision: 'exact', compare: '=' } as const;
  switch (typed.kind) {
    case 'value': {
      const { value, most, outOf, precision, marks } = typed;
      return { ...blank, value, most, outOf, precision, status: 'stated', marks: [...marks] };
    }
    case 'none':
      return { ...blank, status: typed.status, marks: [...typed.marks] };
    case 'blank':
    case 'ask':
    case 'refused':
      return null;
  }
}

/** What a text says as a target, `>= 85`: there the sign says how the value is to stand to it. */
export function targetSaidBy(typed: TypedFigure): Said | null {
  const said = saidBy(typed);
  if (said === null || said.value === null) return null;
  const compare = said.precision === 'at-least' ? '>=' : said.precision === 'at-most' ? '<=' : '=';
  return { ...said, precision: 'exact', compare };
}

/** A figure to be: where it belongs, and what is said of it. */
export interface Wanted {
  readonly place: LinePlace & Pick<Figure, 'of' | 'ofBasis'>;
  readonly period: Period;
  readonly said: Said;
  readonly cited: Cited | null;
  readonly breakBefore: Break | null;
  readonly note: LocalText;
}

/** What taking it in would do. */
export type Verdict =
  | { readonly kind: 'new' }
  /** It is there already, by this or another source. */
  | { readonly kind: 'same'; readonly existing: Figure }
  /** The same source said something else before: it restates that figure. */
  | { readonly kind: 'changed'; readonly existing: Figure }
  /** Another source says something else: both are kept. */
  | { readonly kind: 'disputed'; readonly existing: Figure };

/** Figures by the place that there is one number for, those that were replaced left out. */
export class Standing {
  readonly #byPlace = new Map<string, Figure[]>();

  constructor(figures: readonly Figure[]) {
    const replaced = new Set<Id>(figures.flatMap(({ replaces }) => replaces ?? []));
    for (const figure of figures.filter(({ id }) => !replaced.has(id))) {
      const key = placeKey(figure);
      const same = this.#byPlace.get(key);
      if (same) same.push(figure);
      else this.#byPlace.set(key, [figure]);
    }
  }

  at({ place, period }: Pick<Wanted, 'place' | 'period'>): readonly Figure[] {
    return this.#byPlace.get(placeKey({ ...place, period })) ?? [];
  }
}

/** What taking a figure in would do to what is there. Nothing is overwritten. */
export function verdictOf(
  wanted: Pick<Wanted, 'place' | 'period' | 'said' | 'cited'>,
  there: Standing,
): Verdict {
  const figures = there.at(wanted);
  const same = figures.find((figure) => saysTheSame(figure, wanted.said));
  if (same) return { kind: 'same', existing: same };
  const own = figures.find(({ cited }) => isSameSource(cited, wanted.cited));
  if (own) return { kind: 'changed', existing: own };
  const [other] = figures;
  return other ? { kind: 'disputed', existing: other } : { kind: 'new' };
}

export function saysTheSame(figure: Figure, said: Said): boolean {
  return (
    figure.value === said.value &&
    figure.most === said.most &&
    figure.outOf === said.outOf &&
    figure.precision === said.precision &&
    (figure.value !== null || figure.status === said.status)
  );
}

function isSameSource(one: Cited | null, other: Cited | null): boolean {
  return one?.sourceId === other?.sourceId && one?.passageId === other?.passageId;
}

/** Whether a figure stands in a report of the company: then it is restated with a reason, and never overwritten. */
export function isPublishedIn({ cited, value }: Figure, sources: readonly Source[]): boolean {
  return value !== null && sources.some(({ id, kind }) => id === cited?.sourceId && kind === 'own-report');
}
