import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '#shared/model/basics.ts';
import type { Person } from '#shared/model/person.ts';
import { emptyState } from '#shared/model/tables.ts';
import type { Workspace } from '#shared/model/workspace.ts';
import { type Answer, type Chosen, FACET_LIMIT, FACETS, type Facet } from '#shared/search/request.ts';
import { makeDialogue, makeParticipant, makeTurn } from '../../fixtures/state.ts';
import { ask, built, talks } from './workspace.ts';

/** Two more talks beside the first: one in Japanese with the same person, one of an earlier year with others. */
function threeTalks() {
  const { state, osei, forcedLabour, turns } = talks();
  const workspace: Workspace = {
    id: newId(),
    name: {},
    company: {},
    companyAliases: [],
    languages: ['en', 'ja'],
    fiscalYear: { firstMonth: 4, namedBy: { en: 'end', ja: 'start' } },
    taxonomyVersion: '1',
    notice: {},
    copy: null,
  };
  const second = makeDialogue({
    title: '二度目の対話',
    language: 'ja-JP',
    fiscalYear: 2024,
    date: '2025-02-03',
  });
  const third = makeDialogue({ title: 'By the quay', fiscalYear: 2019, date: '2020-02-10' });
  const again = makeParticipant(second.id, { personId: osei.personId, name: 'ミレラ・オセイ' });
  const [bo, sameBo] = [second, third].map(({ id }) => makeParticipant(id, { name: 'Bo Lind', order: 1 }));
  const more = [
    makeTurn(second.id, { order: 0, text: 'audit の結果を聞いた。', participantId: again.id }),
    makeTurn(second.id, { order: 1, text: 'The audit said nothing.', participantId: bo?.id ?? null }),
    makeTurn(third.id, { order: 0, text: 'An audit at the quay.', participantId: sameBo?.id ?? null }),
    makeTurn(third.id, { order: 1, text: 'Nothing else.', participantId: null }),
  ];
  const all = {
    ...state,
    workspace: [workspace],
    dialogues: [...state.dialogues, second, third],
    participants: [...state.participants, again, bo, sameBo].filter((one) => one !== undefined),
    turns: [...turns, ...more],
  };
  return { state: all, first: state.dialogues[0], second, third, osei, forcedLabour, turns, more };
}

const { state, first, second, third, osei, forcedLabour, turns, more } = threeTalks();
const search = built(state);
const counts = ({ facets }: Answer, facet: Facet) =>
  Object.fromEntries(facets[facet].map(({ label, count }) => [label, count]));

test('results are counted by who, where, when and in which language, with words in the reader’s language', () => {
  const answer = ask(search, 'audit kind:turn');
  expect(answer.total).toBe(5);
  expect(counts(answer, 'dialogue')).toEqual({
    [first?.title ?? '']: 2,
    [second.title]: 2,
    [third.title]: 1,
  });
  expect(counts(answer, 'speaker')).toEqual({ 'Mirela Osei': 2, 'Bo Lind': 2, 'Kei Tanaka': 1 });
  expect(counts(answer, 'year')).toEqual({ FY2025: 4, FY2020: 1 });
  expect(counts(answer, 'lang')).toEqual({ English: 3, Japanese: 2 });
  expect(counts(answer, 'kind')).toEqual({ turn: 5 });
  expect(counts(answer, 'issue')).toEqual({ 'Forced labour': 1 });
  const inJapanese = ask(search, 'audit kind:turn', { language: 'ja' });
  expect(counts(inJapanese, 'year')).toEqual({ '2024年度': 4, '2019年度': 1 });
  expect(counts(inJapanese, 'lang')).toEqual({ 英語: 3, 日本語: 2 });
  expect(counts(inJapanese, 'speaker')).toMatchObject({ 'ミレラ・オセイ': 2 });
});

test('the chosen come first, then the most frequent, then by name', () => {
  const labels = (chosen: Chosen = {}) =>
    ask(search, 'audit kind:turn', { chosen }).facets.dialogue.map(({ label }) => label);
  expect(labels()).toEqual([second.title, first?.title, third.title].sort((a, b) => order(a) - order(b)));
  expect(labels({ dialogue: [third.id] })[0]).toBe(third.title);
  function order(title: string | undefined): number {
    return [first?.title, second.title, third.title].indexOf(title);
  }
});

test('choices are any of them within a facet and all of them across, each facet counted with the others’ choices', () => {
  const answer = ask(search, 'audit kind:turn', {
    chosen: { dialogue: [second.id, third.id], lang: ['ja'] },
  });
  expect(answer.hits.map(({ id }) => id).sort()).toEqual([more[0]?.id, more[1]?.id].sort());
  expect(counts(answer, 'dialogue')).toEqual({ [second.title]: 2, [third.title]: 0 });
  expect(counts(answer, 'lang')).toEqual({ Japanese: 2, English: 1 });
  expect(counts(answer, 'speaker')).toEqual({ 'Mirela Osei': 1, 'Bo Lind': 1 });
});

test('kinds are counted whichever are listed', () => {
  const answer = ask(search, 'osei', { kinds: ['person'] });
  expect(answer.total).toBe(1);
  expect(answer.counts.turn).toBeGreaterThan(1);
});

test('fields find what facets count, years as they are called in either language', () => {
  const total = (query: string, language = 'en') => ask(search, query, { language }).total;
  expect(total('kind:turn audit year:FY2020')).toBe(1);
  expect(total('kind:turn audit year:2019年度')).toBe(1);
  expect(total('kind:turn audit year:2020年')).toBe(1);
  // In either sense: held in 2025, or of the fiscal year that English calls 2025 and Japanese 2024.
  expect(total('kind:turn audit year:2025')).toBe(4);
  expect(total('kind:turn audit year:2025', 'ja')).toBe(2);
  expect(total('kind:turn audit year:2019..2020')).toBe(1);
  expect(total('kind:turn audit -year:..2020')).toBe(4);
  expect(total('kind:turn lang:japanese')).toBe(2);
  expect(total('kind:turn 言語:日本語')).toBe(2);
  expect(total('kind:turn audit dialogue:quay')).toBe(1);
  expect(total('kind:turn audit speaker:lind OR speaker:tanaka')).toBe(3);
  expect(total('kind:turn audit issue:sc-forced-labour')).toBe(1);
});

test('what is chosen stays to be seen though nothing has it', () => {
  const answer = ask(search, 'audit', { chosen: { issue: [forcedLabour.id], lang: ['ja'] } });
  expect(answer.total).toBe(0);
  expect(answer.facets.issue).toEqual([
    { value: forcedLabour.id, label: 'Forced labour', count: 0, chosen: true },
  ]);
});

test('a count is what choosing the value lists', () => {
  const values = FACETS.flatMap((facet) =>
    ask(search, '-zzz').facets[facet].map(({ value }) => [facet, value] as const),
  );
  fc.assert(
    fc.property(
      fc.constantFrom('audit', 'kind:turn', 'osei', 'the audit', '-zzz'),
      fc.array(fc.constantFrom(...values), { maxLength: 3 }),
      (query, picked) => {
        const chosen: { [F in Facet]?: string[] } = {};
        for (const [facet, value] of picked) chosen[facet] = [...(chosen[facet] ?? []), value];
        const answer = ask(search, query, { chosen });
        for (const facet of FACETS) {
          for (const { value, count } of answer.facets[facet])
            expect(ask(search, query, { chosen: { ...chosen, [facet]: [value] } }).total).toBe(count);
        }
      },
    ),
    { numRuns: 40 },
  );
});

test('of many values the most frequent are listed, and how many there are is told', () => {
  const dialogues = Array.from({ length: FACET_LIMIT + 7 }, (_, at) => makeDialogue({ title: `Talk ${at}` }));
  const many = built({
    ...emptyState(),
    dialogues,
    turns: dialogues.flatMap(({ id }, at) =>
      Array.from({ length: 1 + Number(at === 30) }, (_, order) => makeTurn(id, { order, text: 'fees' })),
    ),
  });
  const { facets, facetTotals } = ask(many, 'fees');
  expect(facets.dialogue).toHaveLength(FACET_LIMIT);
  expect(facetTotals.dialogue).toBe(FACET_LIMIT + 7);
  expect(facets.dialogue[0]).toMatchObject({ label: 'Talk 30', count: 2 });
  expect(facets.dialogue[1]?.label).toBe('Talk 0');
});

test('a renamed person is counted under the new name', () => {
  const person = state.persons.find(({ id }) => id === osei.personId) as Person;
  const renamed = { ...person, name: { en: 'Mirela Osei-Lind' } };
  const changing = built(state);
  for (const _ of changing.follow([{ table: 'persons', id: person.id, before: person, after: renamed }]));
  expect(counts(ask(changing, 'audit kind:turn'), 'speaker')).toMatchObject({ 'Mirela Osei-Lind': 2 });
  expect(turns.length).toBeGreaterThan(0);
});

test('narrowed to an issue that was merged since, a search finds what it became', () => {
  const [into] = state.issues.filter(({ id }) => id !== forcedLabour.id);
  const merged = {
    ...state,
    issues: state.issues.map((one) =>
      one.id === forcedLabour.id ? { ...one, mergedInto: into?.id ?? null } : one,
    ),
    codings: state.codings.map((one) =>
      one.issueId === forcedLabour.id ? { ...one, issueId: into?.id ?? one.issueId } : one,
    ),
    advice: state.advice.map((one) => ({
      ...one,
      issueIds: one.issueIds.map((id) => (id === forcedLabour.id ? (into?.id ?? id) : id)),
    })),
  };
  const narrowed = (of: typeof state, issueId: string) =>
    ask(built(of), 'kind:turn OR kind:advice', { chosen: { issue: [issueId] } })
      .hits.map(({ id }) => id)
      .sort();
  const before = narrowed(state, forcedLabour.id);
  expect(before.length).toBeGreaterThan(0);
  const after = narrowed(merged, forcedLabour.id);
  expect(after).toEqual(expect.arrayContaining(before));
  expect(after).toEqual(narrowed(merged, into?.id ?? ''));
});
