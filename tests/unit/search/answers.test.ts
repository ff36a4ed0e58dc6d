import { expect, it } from 'vitest';
import { emptyState } from '#shared/model/tables.ts';
import { WorkspaceSearch } from '#shared/search/workspace-search.ts';
import { makeAnswer } from '../../fixtures/answers.ts';

it('an answer is found by its words, its number and its checklist, and not once it is gone', () => {
  const answer = makeAnswer({ text: { en: 'We run ferries.', ja: '渡し船を運航しています。' } });
  const search = new WorkspaceSearch({ ...emptyState(), answers: [answer] });
  for (const _share of search.build());
  const asked = (query: string) =>
    search.search({
      ...{ query, chosen: {}, sort: 'relevance', synonyms: true, typing: false, language: 'en', limit: 20 },
    } as Parameters<typeof search.search>[0]).hits;
  for (const query of ['ferries', '渡し船', 'modern slavery', 'kind:statement structure'])
    expect(asked(query)).toMatchObject([{ kind: 'answer', id: answer.id }]);
  expect(asked('ferries')[0]?.title?.text).toBe(
    'UK Modern Slavery Act, section 54 54(5)(a) Structure, business and supply chains',
  );
  expect(asked('aeroplanes')).toEqual([]);
});
