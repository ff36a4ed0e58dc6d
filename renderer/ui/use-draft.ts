import { dequal } from 'dequal';
import { useRef, useState } from 'react';
import { draftOf, draftsOnDisk, keepDraft } from '../platform/drafts.ts';
import { useObservable } from '../platform/observable.ts';

/** What can be kept as a draft: plain data, no dates or classes. */
type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** What is typed into a form that is submitted as a whole. */
export interface DraftForm<T> {
  readonly value: T;
  readonly change: (fields: Partial<T>) => void;
  /** Something was typed that is not submitted yet. */
  readonly begun: boolean;
  /** All of it is on disk: only then may a form say so. */
  readonly kept: boolean;
  /** Gives up what was typed, because the person asked for that by name. */
  readonly discard: () => void;
  /** What was typed has been submitted: there is no draft any more. */
  readonly done: () => void;
}

/**
 * The fields of a form. What differs from how it began is kept, whatever closes the form (a key, a click elsewhere,
 * another view, the end of the app), and is there again when it is opened; until it is submitted or discarded.
 * @param key names the form in the workspace, with the row that it is about
 * @param initial the fields as they are when nothing has been typed
 */
export function useDraft<T extends { readonly [K in keyof T]: Plain }>(
  key: string,
  initial: T,
): DraftForm<T> {
  const [first] = useState(initial);
  const [value, setValue] = useState<T>(() => ({ ...initial, ...draftOf<Partial<T>>(key) }));
  const latest = useRef(value);
  const onDisk = useObservable(draftsOnDisk)[key];
  const begun = !dequal(value, first);
  const put = (next: T) => {
    latest.current = next;
    setValue(next);
    keepDraft(key, dequal(next, first) ? null : next);
  };
  return {
    value,
    change: (fields) => put({ ...latest.current, ...fields }),
    begun,
    kept: begun && dequal(onDisk, value),
    discard: () => put(first),
    done: () => keepDraft(key, null),
  };
}
