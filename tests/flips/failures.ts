/** The kinds of failure, each with what it says about the app. */
export const FAILURES = {
  lost: 'a change is lost that something whole still held',
  untrue: 'the app says that all is here, and a change is missing',
  miscounted: 'the app says how many changes are missing, and that is not right',
  unkept: 'a damaged file was not kept',
  unsound:
    'after opening, the log is no unbroken chain of what was acknowledged, or the app shows something else',
  unsteady: 'a second opening shows something else',
  later: 'what was shown after opening is lost later',
  snapshot: 'a snapshot was removed that held what nothing else does',
  original: 'an original is given out wrong, or is refused though it is whole',
  unlisted: 'the library does not list the store any more',
  unknown: 'an error that was not foreseen',
} as const;
export type Failure = keyof typeof FAILURES;
