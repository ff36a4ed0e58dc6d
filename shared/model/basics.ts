import { v5, v7 } from 'uuid';
import { z } from 'zod';

/** Identity of any record: a UUID version 7, so that ids sort by time of creation and never clash between machines. */
export const Id = z.uuid();
export type Id = string;

/** A fresh UUIDv7. */
export function newId(): Id {
  return v7();
}

/** Of all ids that follow from what they must be unique by. Never changed: stored ids follow from it. */
const NAMESPACE = '5a0cbd3e-8f0b-4d5c-9a63-0e2d7f1c4b18';

/** The id that follows from what a row must be unique by: its table and place. Two machines make the same one. */
export function derivedId(place: readonly string[]): Id {
  return v5(JSON.stringify(place), NAMESPACE);
}

/**
 * Text a person wrote once per language, keyed by BCP 47 tag (`en`, `ja`, and any language a workspace adds).
 * A language that is absent is not the same as one that is empty: absent means "nobody wrote it yet".
 */
export const LocalText = z.record(z.string(), z.string());
export type LocalText = z.infer<typeof LocalText>;

/**
 * The text in the wished language; failing that in another one of the reader's languages, failing that in any.
 * @returns an empty string only when no language holds any text.
 */
export function textIn(text: LocalText | undefined, language: string): string {
  if (!text) return '';
  return text[language] || text.en || text.ja || Object.values(text).find((value) => value !== '') || '';
}

/** Texts without blank ends, and without those that hold nothing. */
export function tidy(text: LocalText): LocalText {
  return Object.fromEntries(
    Object.entries(text)
      .map(([language, words]) => [language, words.trim()] as const)
      .filter(([, words]) => words !== ''),
  );
}

/** Words of the same concept, by language. */
export const LocalTerms = z.record(z.string(), z.array(z.string().min(1)));
export type LocalTerms = z.infer<typeof LocalTerms>;

/** An instant, ISO 8601 in UTC with milliseconds. */
export const Instant = z.iso.datetime();
export type Instant = string;

/** A calendar date, or the part of it that is known: `2020`, `2020-02` or `2020-02-14`. */
export const PartialDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'error.date');
export type PartialDate = string;

/**
 * A fiscal year, named by the calendar year in which it BEGINS, whatever a company calls it.
 * The same twelve months are "FY2020" in one language and 2019年度 in another (see `fiscalYearLabel`).
 */
export const FiscalYear = z.int().min(1900).max(2200);
export type FiscalYear = number;

/** One step of a rating. */
export const Point = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);
export type Point = z.infer<typeof Point>;
