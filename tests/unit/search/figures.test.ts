import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { WorkspaceSearch } from '#shared/search/workspace-search.ts';

const sample = JSON.parse(
  readFileSync(new URL('../../../resources/sample/sample.json', import.meta.url), 'utf8'),
) as WorkspaceState;

function searching(state: WorkspaceState) {
  const search = new WorkspaceSearch(state);
  for (const _share of search.build());
  return search;
}
const asked = (search: WorkspaceSearch, query: string, language = 'en') =>
  search.search({ query, chosen: {}, sort: 'relevance', synonyms: true, typing: false, language, limit: 20 });
const namesOf = (search: WorkspaceSearch, query: string, language = 'en') =>
  asked(search, query, language)
    .hits.filter(({ kind }) => kind === 'indicator')
    .map(({ title }) => title?.text);

describe('figures', () => {
  const search = searching(sample);

  it.each([
    ['560', 'Recruitment interviewers'],
    ['8,026', 'People who completed the online training'],
    ['8026', 'People who completed the online training'],
    ['人権ホットライン', 'Human Rights Hotline'],
    ['power harassment', 'Human Rights Hotline'],
  ])('are found by number, channel and part: %s', (query, name) => {
    expect(namesOf(search, query).join('\n')).toContain(name);
  });

  it('are named in the language of who asks', () => {
    expect(namesOf(search, '8,026', 'ja').join()).toMatch(/人権啓発オンライン研修/);
  });

  it('are asked for alone', () => {
    const { hits } = asked(search, 'kind:figure training');
    expect(hits.length).toBeGreaterThan(0);
    expect(new Set(hits.map(({ kind }) => kind))).toEqual(new Set(['indicator']));
  });

  it('are followed as they change: figure, channel, removal', () => {
    const own = searching(sample);
    const figure = sample.figures.find(({ value }) => value === 560);
    const channel = sample.arrangements.find(({ id }) => id === figure?.via);
    if (!figure || !channel) throw new Error('the sample has no such figure');
    const follow = (...changes: Parameters<WorkspaceSearch['follow']>[0]) => {
      for (const _share of own.follow(changes));
    };
    follow({ table: 'figures', id: figure.id, before: figure, after: { ...figure, value: 77_123 } });
    expect(namesOf(own, '560')).toEqual([]);
    expect(namesOf(own, '77,123')).toHaveLength(1);
    const renamed = { ...channel, name: { en: 'Quokkas' } };
    follow({ table: 'arrangements', id: channel.id, before: channel, after: renamed });
    expect(namesOf(own, 'quokkas')).toHaveLength(1);
    const indicator = sample.indicators.find(({ id }) => id === figure.indicatorId);
    if (!indicator) throw new Error('no indicator');
    follow({ table: 'indicators', id: indicator.id, before: indicator, after: null });
    expect(namesOf(own, '77,123')).toEqual([]);
  });
});
