/**
 * What is said of a language of the app beside its catalogs. One file `<id>/language.ts` and one line in `languages.ts`.
 */
export interface LanguageDefinition {
  /** In its own words. */
  readonly name: string;
  /** BCP 47 tag that documents in it bear. */
  readonly tag: string;
  /** What its words are written in: sizes and spaces of documents follow from it. */
  readonly script: 'latin' | 'eastAsian';
  /** The font of tables, on the computers where it is written. */
  readonly officeFont: string;
  /** What people call a fiscal year. */
  fiscalYear(year: number): string;
  /**
   * A date as it is printed, as far as it is known. Not by Intl: its spelling changes with the runtime, and the same
   * state must give the same file.
   * @param month 1 to 12; null = nobody knows, nor the day
   */
  date(year: number, month: number | null, day: number | null): string;
}
