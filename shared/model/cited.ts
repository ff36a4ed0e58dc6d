import { z } from 'zod';
import { idOf } from './id.ts';

/** Where something is stated: a source or a passage of a dialogue, one of the two. */
export const Cited = z.strictObject({
  sourceId: idOf('sources').nullable(),
  passageId: idOf('passages').nullable(),
  /** Page, table or section of the source. */
  locator: z.string(),
  /** The words or the cell as printed there, where they differ from what is stored. */
  asStated: z.string(),
});
export type Cited = z.infer<typeof Cited>;

/** Whether it names where something is stated. */
export function isCited(cited: Cited | null): cited is Cited {
  return cited !== null && (cited.sourceId !== null || cited.passageId !== null);
}
