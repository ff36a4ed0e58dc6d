import type { ColumnUse, ListMapping } from '#shared/suppliers/list/mapping.ts';
import { recalled, signatureOf } from '#shared/suppliers/list/recalled.ts';
import { draftOf, keepDraft } from '../../../platform/drafts.ts';

/** In the folder of the workspace, since the heads of a list are its own. */
const KEY = 'suppliers.mappings';

type Remembered = Readonly<Record<string, readonly ColumnUse[]>>;

/** A mapping as a person corrected it for a list with the same heads. */
export function withRemembered(mapping: ListMapping): ListMapping {
  return recalled(mapping, draftOf<Remembered>(KEY)?.[signatureOf(mapping)]);
}

export function rememberColumns(mapping: ListMapping): void {
  keepDraft(KEY, { ...draftOf<Remembered>(KEY), [signatureOf(mapping)]: mapping.columns });
}
