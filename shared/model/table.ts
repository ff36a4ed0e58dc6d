import { dequal } from 'dequal/lite';
import type { z } from 'zod';

type Fields = Readonly<Record<string, unknown>>;

/**
 * How a shape changed from one version of the model to the next. Stored rows do not say which version wrote them:
 * each step sees for itself whether a row has taken it.
 */
export type Step =
  /** Fields that came, with what their absence meant. */
  | { readonly since: number; readonly kind: 'added'; readonly fields: Fields }
  | { readonly since: number; readonly kind: 'renamed'; readonly from: string; readonly to: string }
  /** Fields that went; what they held is said elsewhere, or no longer. */
  | { readonly since: number; readonly kind: 'removed'; readonly fields: readonly string[] }
  /** Anything else, e.g. a field that was split. `up` gives back a row that has taken the step as it is. */
  | { readonly since: number; readonly kind: 'changed'; readonly up: (row: Fields) => Fields };

export function added(since: number, fields: Fields): Step {
  return { since, kind: 'added', fields };
}

export function renamed(since: number, from: string, to: string): Step {
  return { since, kind: 'renamed', from, to };
}

export function removed(since: number, ...fields: string[]): Step {
  return { since, kind: 'removed', fields };
}

export function changed(since: number, up: (row: Fields) => Fields): Step {
  return { since, kind: 'changed', up };
}

/**
 * What becomes of a field that two people changed apart, when their work is brought together:
 * `plain` – the later change stands, the other is shown for review; `group` – fields that only make sense together are one;
 * `set` – additions and removals both hold; `list` – the same, members known by a field of theirs; `grows` – only ever
 * added to, united in order; `prose` – both texts are joined word by word; `derived` – computed anew from the rest;
 * `fixed` – never changes once it is there.
 */
export type MergeKind =
  | 'plain'
  | 'set'
  | 'grows'
  | 'prose'
  | 'derived'
  | 'fixed'
  | { readonly group: string }
  | { readonly list: string };

/** What a row, or something inside a row, looks like, and how it came to look so. */
export interface Shape<S extends z.ZodType = z.ZodType> {
  readonly schema: S;
  /** Version of the model that brought it. */
  readonly since: number;
  /** Steps in the order of their versions. */
  readonly history: readonly Step[];
  /** Fields that hold things of another shape, singly or in a list. */
  readonly embeds: Readonly<Record<string, Shape>>;
  /** Fields, or several joined by `+`, by which rows are looked up, beside their ids and what they refer to. */
  readonly index: readonly string[];
  /** How changes made apart are merged, by field; a field without a kind does not compile. */
  readonly merge: Readonly<Record<string, MergeKind>>;
}

export interface ShapeDefinition<S extends z.ZodType> {
  readonly schema: S;
  readonly since?: number;
  readonly history?: readonly Step[];
  readonly embeds?: { readonly [K in keyof z.infer<S>]?: Shape };
  readonly index?: readonly string[];
  readonly merge: { readonly [K in Exclude<keyof z.infer<S>, 'id'>]: MergeKind };
}

/** Declares a shape: of a table's rows, or of something that rows hold. */
export function shape<S extends z.ZodType>(definition: ShapeDefinition<S>): Shape<S> {
  const { schema, merge, since = 1, history = [], embeds = {}, index = [] } = definition;
  return { schema, since, history, embeds: embeds as Shape['embeds'], index, merge };
}

/** The version of the model that last changed a shape, or anything inside it. */
export function versionOf({ since, history, embeds }: Shape): number {
  return Math.max(since, ...history.map((step) => step.since), ...Object.values(embeds).map(versionOf));
}

/**
 * A row of any earlier version as this version knows it; the row itself when it lacks nothing. Not yet checked: what is
 * no row is given back as it is, for the schema to refuse.
 */
export function upgraded<R>(of: Shape, row: R): R {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return row;
  let now = row as Fields;
  for (const step of of.history) now = taken(step, now);
  for (const [field, inner] of Object.entries(of.embeds)) {
    const before = now[field];
    const after = Array.isArray(before) ? upgradedList(inner, before) : upgraded(inner, before);
    if (after !== before) now = { ...now, [field]: after };
  }
  return now as R;
}

function upgradedList(of: Shape, list: readonly unknown[]): readonly unknown[] {
  const now = list.map((one) => upgraded(of, one));
  return now.some((one, index) => one !== list[index]) ? now : list;
}

function taken(step: Step, row: Fields): Fields {
  switch (step.kind) {
    case 'added': {
      const lacks = Object.entries(step.fields).filter(([field]) => !Object.hasOwn(row, field));
      return lacks.length === 0 ? row : { ...row, ...Object.fromEntries(lacks) };
    }
    case 'renamed': {
      if (!Object.hasOwn(row, step.from)) return row;
      const { [step.from]: value, ...rest } = row;
      return Object.hasOwn(row, step.to) ? rest : { ...rest, [step.to]: value };
    }
    case 'removed': {
      if (!step.fields.some((field) => Object.hasOwn(row, field))) return row;
      return Object.fromEntries(Object.entries(row).filter(([field]) => !step.fields.includes(field)));
    }
    case 'changed':
      return step.up(row);
  }
}

/**
 * A value as one that any version writes alike: keys in order, and without fields that came later and say what their
 * absence meant. Sums over it hold though the model goes on.
 */
export function canonical(of: Shape | undefined, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => canonical(of, one));
  if (typeof value !== 'object' || value === null) return value;
  const absent = new Map(
    of?.history.flatMap((step) => (step.kind === 'added' ? Object.entries(step.fields) : [])),
  );
  return Object.fromEntries(
    Object.entries(value)
      .filter(([field, inner]) => !(absent.has(field) && dequal(absent.get(field), inner)))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([field, inner]) => [field, canonical(of?.embeds[field], inner)]),
  );
}

/** Whether a row, or anything inside it, has fields that only a later version knows. */
export function isNewer(of: Shape, row: unknown): boolean {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return false;
  const { shape: known } = of.schema as { readonly shape?: Fields };
  if (known && Object.keys(row).some((field) => !Object.hasOwn(known, field))) return true;
  return Object.entries(of.embeds).some(([field, inner]) => {
    const held: unknown = (row as Fields)[field];
    return Array.isArray(held) ? held.some((one) => isNewer(inner, one)) : isNewer(inner, held);
  });
}
