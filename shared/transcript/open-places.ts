/** What of a reading a person has not decided on yet: places in doubt, words left out, a date that is a guess. */
import { labelKey } from './labels.ts';
import type { AlarmCode, ReadAlarm, ReadLoss, ReadResult, ReadWarning } from './result.ts';

/** Something that is open. `loss`: words of the file that the reading does not hold. */
export interface OpenPlace {
  readonly code: AlarmCode | 'loss';
  /** Unique in a reading, and the same as long as it is open. */
  readonly key: string;
  /** Those with the same are alike. */
  readonly like: string;
  readonly line: number | null;
  /** The label it is about; of a loss the part of the file. */
  readonly label: string | null;
  /** The words it is about. */
  readonly text: string;
  /** How often; more than 1 for losses only. */
  readonly count: number;
  readonly of:
    | { readonly kind: 'alarm'; readonly alarm: ReadAlarm }
    | { readonly kind: 'loss'; readonly loss: ReadLoss }
    | { readonly kind: 'warning'; readonly warning: ReadWarning };
}

/** The warning that a date is a guess; it is decided upon like a place. */
export const DATE_GUESSED = 'date-guessed';

/** All that is open, those alike side by side, else in the order of the file. */
export function openPlaces({ alarms, ledger, warnings }: ReadResult): OpenPlace[] {
  const groups = new Map<string, OpenPlace[]>();
  const add = (place: OpenPlace) => {
    const alike = groups.get(place.like);
    if (alike) alike.push(place);
    else groups.set(place.like, [place]);
  };
  for (const warning of warnings)
    if (warning.code === DATE_GUESSED)
      add({
        code: 'date-guess',
        key: DATE_GUESSED,
        like: DATE_GUESSED,
        line: null,
        label: null,
        text: String(warning.params.date ?? ''),
        count: 1,
        of: { kind: 'warning', warning },
      });
  for (const alarm of alarms) {
    const { code, line, label, text, rest, like } = alarm;
    const key = `${code} ${line} ${label} ${rest}`;
    add({ code, key, like, line, label, text, count: 1, of: { kind: 'alarm', alarm } });
  }
  for (const loss of ledger) {
    const { part, words, count } = loss;
    const key = `loss ${labelKey(part)}`;
    add({
      code: 'loss',
      key,
      like: key,
      line: null,
      label: part,
      text: words,
      count,
      of: { kind: 'loss', loss },
    });
  }
  return [...groups.values()].flat();
}

/** Places that were looked at and stay as they are: they are open no longer. */
export function leavePlaces(result: ReadResult, places: readonly OpenPlace[]): ReadResult {
  const left = new Set<unknown>(
    places.map(({ of }) => (of.kind === 'alarm' ? of.alarm : of.kind === 'loss' ? of.loss : of.warning)),
  );
  const kept = <T>(all: readonly T[]) => all.filter((one) => !left.has(one));
  const next = {
    alarms: kept(result.alarms),
    ledger: kept(result.ledger),
    warnings: kept(result.warnings),
  };
  const same =
    next.alarms.length === result.alarms.length &&
    next.ledger.length === result.ledger.length &&
    next.warnings.length === result.warnings.length;
  return same ? result : { ...result, ...next };
}
