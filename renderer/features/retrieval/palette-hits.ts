import { foldText } from '#shared/fold/fold.ts';
import { readOnce } from '../../store/index.ts';
import type { PaletteHit } from '../../ui/feature.ts';
import { go } from '../../ui/links.ts';
import { linkTo } from './use-query.ts';

/** Below that many characters a palette is used for its commands. */
const LEAST = 2;
const LIMIT = 5;

/** What the palette shows while one types: saved views by their names. */
export async function paletteHits(query: string): Promise<readonly PaletteHit[]> {
  const wanted = foldText(query.trim());
  if (wanted.length < LEAST) return [];
  const views = await readOnce((db) => db.views.toArray());
  return views
    .filter(({ name }) => foldText(name).includes(wanted))
    .slice(0, LIMIT)
    .map((view) => ({
      id: `retrieval.view.${view.id}`,
      label: view.name,
      run: () => go(linkTo({ query: view.query, form: view.form, viewId: view.id })),
    }));
}
