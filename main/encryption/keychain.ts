/** What the system's keychain does for the app; without Electron there is none. */
export interface Keychain {
  /** Whether it can be relied upon: a back end that keeps keys in the clear is none. */
  available(): boolean;
  /** Both throw where the keychain refuses. */
  seal(bytes: Uint8Array): Uint8Array;
  open(bytes: Uint8Array): Uint8Array;
}
