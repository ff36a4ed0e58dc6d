import type { ColumnUse } from '#shared/figure-table/mapping.ts';
import { draftOf, keepDraft } from '../../../platform/drafts.ts';

/** What a person said of a table's columns (by place) and rows (by name). Years are read from the heads each time. */
export interface RememberedMapping {
  readonly columns: Readonly<Record<number, ColumnUse>>;
  readonly rows: Readonly<Record<string, string>>;
}

/** In the folder of the workspace, since names of rows are its own. */
const KEY = 'figures.mappings';

/** How a table with such heads was read the last time. */
export function rememberedMapping(signature: string): RememberedMapping {
  return draftOf<Record<string, RememberedMapping>>(KEY)?.[signature] ?? { columns: {}, rows: {} };
}

export function rememberMapping(signature: string, mapping: RememberedMapping): void {
  keepDraft(KEY, { ...draftOf<Record<string, RememberedMapping>>(KEY), [signature]: mapping });
}
