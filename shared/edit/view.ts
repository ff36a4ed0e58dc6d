import type { Draft } from '../change/draft.ts';
import { type Id, newId } from '../model/basics.ts';
import { ProblemError } from '../model/problem.ts';
import type { View } from '../model/view.ts';
import type { Authorship } from './coding.ts';

/**
 * Keeps a question under a name.
 * @throws ProblemError `view-name-missing`, `view-name-taken`
 */
export async function saveView(
  draft: Draft,
  { name, query, form }: Pick<View, 'name' | 'query' | 'form'>,
  author: Authorship,
): Promise<View> {
  const view: View = {
    id: newId(),
    name: await freeName(draft, name, null),
    query,
    form,
    savedBy: author.by,
    at: author.at,
  };
  await draft.put('views', view);
  return view;
}

/**
 * Gives a view another name, or another question; what is not given stays.
 * @throws ProblemError `view-name-missing`, `view-name-taken`, `row-missing`
 */
export async function updateView(
  draft: Draft,
  viewId: Id,
  fields: Partial<Pick<View, 'name' | 'query' | 'form'>>,
): Promise<void> {
  await draft.patch('views', viewId, {
    ...fields,
    ...(fields.name === undefined ? {} : { name: await freeName(draft, fields.name, viewId) }),
  });
}

/** @throws ProblemError `row-missing` */
export async function removeView(draft: Draft, viewId: Id): Promise<void> {
  await draft.require('views', viewId);
  await draft.remove('views', viewId);
}

/** Two views of one name could not be told apart. */
async function freeName(draft: Draft, wish: string, own: Id | null): Promise<string> {
  const name = wish.trim();
  if (name === '') throw new ProblemError('view-name-missing');
  const folded = (text: string) => text.normalize('NFKC').toLowerCase();
  for (const view of await draft.all('views'))
    if (view.id !== own && folded(view.name) === folded(name))
      throw new ProblemError('view-name-taken', { name });
  return name;
}
