import type { Draft } from '../change/draft.ts';
import { type Id, newId } from '../model/basics.ts';
import { ProblemError } from '../model/problem.ts';
import type { KeptLayout, TaughtLayout } from '../model/taught-layout.ts';
import { withoutNames } from '../transcript/taught.ts';
import type { Authorship } from './coding.ts';

/**
 * Keeps layouts that were shown under a name, without the names of the people of the text. One of the same name is
 * replaced: it was shown again, better.
 * @throws ProblemError `layout-name-missing`
 */
export async function keepLayout(
  draft: Draft,
  wish: string,
  layouts: readonly TaughtLayout[],
  author: Authorship,
): Promise<KeptLayout> {
  const name = nameOf(wish);
  const same = (await draft.all('layouts')).find((one) => folded(one.name) === folded(name));
  const kept: KeptLayout = {
    id: same?.id ?? newId(),
    name,
    layouts: layouts.map(withoutNames),
    keptBy: author.by,
    at: author.at,
  };
  await draft.put('layouts', kept);
  return kept;
}

/** @throws ProblemError `layout-name-missing`, `layout-name-taken`, `row-missing` */
export async function renameLayout(draft: Draft, layoutId: Id, wish: string): Promise<void> {
  const name = nameOf(wish);
  for (const one of await draft.all('layouts'))
    if (one.id !== layoutId && folded(one.name) === folded(name))
      throw new ProblemError('layout-name-taken', { name });
  await draft.patch('layouts', layoutId, { name });
}

/** @throws ProblemError `row-missing` */
export async function removeLayout(draft: Draft, layoutId: Id): Promise<void> {
  await draft.require('layouts', layoutId);
  await draft.remove('layouts', layoutId);
}

function nameOf(wish: string): string {
  const name = wish.trim();
  if (name === '') throw new ProblemError('layout-name-missing');
  return name;
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
