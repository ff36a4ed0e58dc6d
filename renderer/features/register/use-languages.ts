import { useRows } from '../../store/index.ts';
import { writtenIn } from '../../ui/language-fields.tsx';

/** Live: the languages in which names and texts are written. */
export function useLanguages(): readonly string[] {
  return (
    useRows(async (db) => writtenIn((await db.workspace.toCollection().first()) ?? { languages: [] }), []) ??
    []
  );
}
