/**
 * Whether an Electron asks about the spelling of words without harm. Electron 33.2 stands still for good over a text that
 * begins with a digit, a blank or a mark; it was mended before 34 (electron/electron#45001).
 * @param version of Electron, e.g. `34.0.0`
 */
export function checksSpelling(version: string): boolean {
  return Number.parseInt(version, 10) >= 34;
}
