/** What a source of the sample names. @throws Error where there is no such thing */
export function found<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`sample: no ${what}`);
  return value;
}
