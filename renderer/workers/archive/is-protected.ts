/** How every version of the age format begins. */
export const AGE = 'age-encryption.org/';
/** As far as the header of a file with a passphrase reaches. */
const HEADER = 1_024;

/** Whether a file is protected by a passphrase, by its beginning. */
export function isProtected(bytes: Uint8Array): boolean {
  return beginningOf(bytes).startsWith(AGE);
}

export function beginningOf(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes.subarray(0, HEADER));
}
