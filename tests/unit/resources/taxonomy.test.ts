import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { validateChanges } from '#shared/change/change-set.ts';
import { isMessageKey } from '#shared/i18n/index.ts';
import { CATEGORIES } from '#shared/model/issue.ts';
import { TABLE_NAMES, type TableName, type WorkspaceState } from '#shared/model/tables.ts';
import { matchIssues } from '#shared/taxonomy/match.ts';
import { newWorkspaceState } from '#shared/taxonomy/new-workspace.ts';
import { readTaxonomy, type Taxonomy } from '#shared/taxonomy/schema.ts';

const file = new URL('../../../resources/taxonomy/taxonomy.json', import.meta.url);
const json = readFileSync(file, 'utf8');
const taxonomy = readTaxonomy(json);

function refusal(change: (taxonomy: Taxonomy) => void): unknown {
  const copy = structuredClone(taxonomy);
  change(copy);
  try {
    readTaxonomy(JSON.stringify(copy));
  } catch (thrown) {
    return thrown;
  }
  return null;
}

describe('the taxonomy that ships', () => {
  it('lists the fiscal-2020 issues: 2 general, 5 of customers and communities, 6 of the chain, 6 of employees', () => {
    const counts = CATEGORIES.map(
      (category) => taxonomy.issues.filter((issue) => issue.category === category).length,
    );
    expect(counts).toEqual([2, 5, 6, 6]);
    expect(taxonomy.categories.map(({ id }) => id)).toEqual([...CATEGORIES]);
  });

  it('gives every record an id of its own, UUID version 7', () => {
    const ids = [...taxonomy.instruments, ...taxonomy.issues].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab]/);
  });

  it.each(taxonomy.issues.map((issue) => [issue.code, issue] as const))(
    '%s is written in every language',
    (_, issue) => {
      for (const language of taxonomy.languages) {
        for (const field of ['name', 'definition', 'include', 'exclude', 'example'] as const)
          expect(issue[field][language]?.trim(), `${field} ${language}`).toBeTruthy();
        expect(issue.synonyms[language]?.length, `synonyms ${language}`).toBeGreaterThan(0);
        for (const source of issue.riskSources) expect(source[language]?.trim()).toBeTruthy();
      }
    },
  );

  it('names categories and instruments in every language', () => {
    for (const { name } of [...taxonomy.categories, ...taxonomy.instruments])
      for (const language of taxonomy.languages) expect(name[language]?.trim()).toBeTruthy();
    for (const { definition } of taxonomy.categories)
      for (const language of taxonomy.languages) expect(definition[language]?.trim()).toBeTruthy();
  });

  it('rests every issue on the Universal Declaration, and uses every instrument it lists', () => {
    const used = new Set(taxonomy.issues.flatMap((issue) => issue.instruments.map(({ code }) => code)));
    expect(taxonomy.instruments.map(({ code }) => code).filter((code) => !used.has(code))).toEqual([]);
    for (const issue of taxonomy.issues) {
      expect(
        issue.instruments.some(({ code, provision }) => code === 'UDHR' && provision !== ''),
        issue.code,
      ).toBe(true);
      const places = issue.instruments.map(({ code, provision }) => `${code} ${provision}`);
      expect(new Set(places).size, issue.code).toBe(places.length);
    }
  });

  it('carries the provisions that lawyers would look for', () => {
    const places = (code: string) =>
      taxonomy.issues
        .find((issue) => issue.code === code)
        ?.instruments.map((one) => `${one.code} ${one.provision}`.trim());
    expect(places('sc-forced-labour')).toEqual(
      expect.arrayContaining(['UDHR 4', 'ICCPR 8', 'ILO C29', 'ILO P29', 'ILO C105', 'SDG 8.7']),
    );
    expect(places('sc-child-labour')).toEqual(expect.arrayContaining(['ILO C138', 'ILO C182', 'CRC 32']));
    expect(places('em-association')).toEqual(
      expect.arrayContaining(['UDHR 23(4)', 'ICCPR 22', 'ICESCR 8', 'ILO C87', 'ILO C98']),
    );
    expect(places('cu-privacy')).toEqual(expect.arrayContaining(['UDHR 12', 'ICCPR 17', 'SDG 16.10']));
  });

  it('has words in every language for every topic of a reporting standard that an issue names', () => {
    const known = taxonomy.issues.flatMap(({ instruments }) =>
      instruments.filter(({ code }) => code === 'ESRS' || code === 'GRI'),
    );
    expect(known.length).toBeGreaterThan(20);
    for (const { code, provision } of known)
      expect(isMessageKey(`topic.${code}.${provision}`), provision).toBe(true);
  });

  it('keeps the wording of its source where the preferred name departs from it', () => {
    expect(taxonomy.issues.find(({ code }) => code === 'ge-remedy')?.sourceWording).toEqual({
      en: 'Access to aid',
    });
  });

  it.each([
    ['slavery', 'sc-forced-labour'],
    ['強制', 'sc-forced-labour'],
    ['きょうせい', 'sc-forced-labour'],
    ['kyousei', 'sc-forced-labour'],
    ['紛争鉱物', 'sc-conflict-areas'],
    ['facial', 'cu-privacy'],
    ['パワハラ', 'em-working-environment'],
    ['crowd', 'sc-labour-standards'],
  ])('finds by a few letters: %s', (typed, code) => {
    const issues = newWorkspaceState(
      {
        name: { en: 'A' },
        company: { en: 'B' },
        languages: ['en'],
        fiscalYear: { firstMonth: 4, namedBy: {} },
        activeFrom: 2019,
      },
      taxonomy,
    ).issues;
    expect(matchIssues(issues, typed)[0]?.issue.code).toBe(code);
  });
});

describe('newWorkspaceState', () => {
  it('makes a workspace of valid rows that hold all of the taxonomy, and no decision of anybody’s', () => {
    const state: WorkspaceState = newWorkspaceState(
      {
        name: { en: 'Human rights' },
        company: { en: 'Example' },
        languages: ['en', 'ja'],
        fiscalYear: { firstMonth: 4, namedBy: { en: 'end', ja: 'start' } },
        activeFrom: 2019,
      },
      taxonomy,
    );
    for (const table of TABLE_NAMES) {
      validateChanges(
        state[table].map((row) => ({ table: table as TableName, id: row.id, before: null, after: row })),
      );
    }
    expect(state.issues).toHaveLength(taxonomy.issues.length);
    const filled = TABLE_NAMES.filter((table) => state[table].length > 0);
    expect(filled.sort()).toEqual(['instruments', 'issues', 'workspace']);
    expect(state.workspace[0]?.taxonomyVersion).toBe(taxonomy.version);
  });
});

describe('readTaxonomy', () => {
  it('refuses what is no JSON', () => {
    expect(() => readTaxonomy('{')).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code: 'taxonomy-invalid' }) }),
    );
  });

  it('refuses an issue that rests on an unknown instrument, and says which', () => {
    const thrown = refusal((copy) => copy.issues[3]?.instruments.push({ code: 'ILO C999', provision: '' }));
    expect(thrown).toMatchObject({
      problem: { code: 'taxonomy-invalid', params: { reason: 'unknown instrument: ILO C999' } },
    });
  });

  it('refuses codes that stand twice', () => {
    const twice = refusal((copy) => {
      const [first, second] = copy.issues;
      if (first && second) second.code = first.code;
    });
    expect(twice).toMatchObject({ problem: { params: { reason: 'code stands twice: ge-remedy' } } });
  });

  it('refuses fields it does not know, and a version that is not a year and a revision', () => {
    expect(refusal((copy) => Object.assign(copy.issues[0] ?? {}, { colour: 'red' }))).not.toBeNull();
    expect(
      refusal((copy) => {
        copy.version = '1';
      }),
    ).toMatchObject({ problem: { params: { field: 'version' } } });
  });
});
