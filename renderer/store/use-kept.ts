import { useCallback, useState } from 'react';
import type { ZodType } from 'zod';
import { readKept, writeKept } from '../platform/kept.ts';
import { currentStore } from './workspace.ts';

/**
 * State of a view, e.g. its filters, that stands as it was left when the view, or the app, is opened again.
 * @param schema what it must look like; what an earlier version kept and does not is forgotten
 */
export function useKept<T>(name: string, schema: ZodType<T>, usual: T): [T, (next: T) => void] {
  const storeId = currentStore()?.storeId ?? '';
  const [value, setValue] = useState(() => {
    const kept = schema.safeParse(readKept(storeId, name));
    return kept.success ? kept.data : usual;
  });
  const keep = useCallback(
    (next: T) => {
      setValue(next);
      writeKept(storeId, name, next);
    },
    [storeId, name],
  );
  return [value, keep];
}
