import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { built, followed } from './workspace.ts';

const sample = JSON.parse(
  readFileSync(new URL('../../../resources/sample/sample.json', import.meta.url), 'utf8'),
) as WorkspaceState;
const search = built(sample);

const hitsOf = (query: string, language: 'en' | 'ja' = 'en', own = search) =>
  own.search({ query, sort: 'relevance', synonyms: true, typing: false, language, limit: 20 }).hits;

describe('the register', () => {
  it.each([
    ['Supplier Visit Record', 'arrangement', 'Supplier Visit Record'],
    ['人権ホットライン', 'arrangement', 'Human Rights Hotline'],
    ['Human Rights Promotion Committee', 'arrangement', 'Corporate Human Rights Promotion Committee'],
    ['GCNJ', 'organisation', 'Global Compact Network Japan'],
    ['AI and Human Rights Principles', 'instrument', 'NEC Group AI and Human Rights Principles'],
    ['BSR risk data', 'source', 'BSR: human-rights risk data'],
    ['under trial in China', 'entry', 'Supplier Visit Record'],
  ])('is found by names, aliases and words: %s', (query, kind, title) => {
    const found = hitsOf(query).filter((hit) => hit.kind === kind);
    expect(found.map((hit) => hit.title?.text)).toContain(title);
  });

  it('is named and told in the language of who asks', () => {
    const [hit] = hitsOf('サプライヤー訪問 kind:programme', 'ja');
    expect(hit?.title?.text).toBe('サプライヤー訪問記録（SVR）');
    expect(hit?.snippet.text).toMatch(/サプライヤー訪問時/);
  });

  it('has entries under the policy of the words that they rest on', () => {
    const drafted = hitsOf('drafted kind:entry').find(
      ({ title }) => title?.text === 'Declaration of business partners',
    );
    expect(drafted).toMatchObject({ policy: 'named', dialogue: { id: sample.dialogues[0]?.id } });
    expect(drafted?.entry?.arrangementId).toBeTruthy();
  });

  it('is followed as names change', () => {
    const own = built(sample);
    const hotline = sample.arrangements.find(({ name }) => name.en === 'Supplier Visit Record');
    if (!hotline) throw new Error('no such programme');
    const renamed = { ...hotline, name: { en: 'Quokka book' } };
    followed(own, [{ table: 'arrangements', id: hotline.id, before: hotline, after: renamed }]);
    expect(hitsOf('quokka', 'en', own).map(({ kind }) => kind)).toContain('entry');
    followed(own, [{ table: 'arrangements', id: hotline.id, before: renamed, after: null }]);
    expect(hitsOf('quokka kind:programme', 'en', own)).toEqual([]);
  });
});
