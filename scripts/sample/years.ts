/** Fiscal years are named by the calendar year in which they begin: what the company calls FY2020 is 2019. */
export const FY2018 = 2017;
export const FY2019 = 2018;
export const FY2020 = 2019;
export const FY2021 = 2020;

/** Something that others name by a key. */
export interface Keyed {
  readonly key: string;
}
