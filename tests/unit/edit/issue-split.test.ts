import { expect, test } from 'vitest';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, indexState, plainState } from '#shared/change/state.ts';
import { splitIssue } from '#shared/edit/issue-split.ts';
import { newId } from '#shared/model/basics.ts';
import { emptyState, type WorkspaceState } from '#shared/model/tables.ts';
import { EMPTY_QUERY, type PassageQuery } from '#shared/model/view.ts';
import { makeIssue } from '../../fixtures/state.ts';

const first = makeIssue({ order: 1, name: { en: 'Children’s rights' }, riskSources: [{ en: 'Survey' }] });
const second = makeIssue({ order: 2, name: { en: 'Privacy' }, category: first.category });

async function split(state: WorkspaceState, ...names: string[]): Promise<WorkspaceState> {
  const indexed = indexState(state);
  const draft = new Draft(stateReader(indexed));
  await splitIssue(
    draft,
    first.id,
    names.map((en) => ({ name: { en } })),
    2026,
    { by: 'Ren', at: '2024-06-02T00:00:00.000Z' },
  );
  applyChanges(indexed, await draft.finish());
  return plainState(indexed);
}

const list: WorkspaceState = { ...emptyState(), issues: [first, second] };

test('the parts stand right behind the issue, in order, and know where they come from', async () => {
  const { issues } = await split(list, 'Child labour', 'Children online');
  const inOrder = [...issues].sort((a, b) => a.order - b.order);
  expect(inOrder.map(({ name }) => name.en)).toEqual([
    'Children’s rights',
    'Child labour',
    'Children online',
    'Privacy',
  ]);
  for (const part of inOrder.slice(1, 3))
    expect(part).toMatchObject({ splitFrom: first.id, riskSources: first.riskSources, mergedInto: null });
  expect(issues.find(({ id }) => id === first.id)).toEqual(first);
});

test('they join the themes of the issue', async () => {
  const theme = {
    id: second.id.replace(/^./, '7'),
    code: 't',
    order: 1,
    name: {},
    definition: {},
    issueIds: [first.id],
  };
  const { themes, issues } = await split({ ...list, themes: [theme] }, 'Child labour');
  const part = issues.find(({ splitFrom }) => splitFrom === first.id);
  expect(themes[0]?.issueIds).toEqual([first.id, part?.id]);
});

test('what was kept to be asked again asks for the parts too, and nothing else changes in it', async () => {
  const kept = { savedBy: '', at: '2026-01-01T00:00:00.000Z' };
  const view = (query: Partial<PassageQuery>) => ({
    id: '',
    name: 'View',
    query: { ...EMPTY_QUERY, ...query },
    form: 'list' as const,
    ...kept,
  });
  const views = [
    { ...view({ about: [[first.id, second.id], [second.id]], text: 'mines' }), id: newId() },
    { ...view({ notAbout: [first.id] }), id: newId() },
    { ...view({ about: [[second.id]] }), id: newId() },
  ];
  const search = {
    id: newId(),
    name: 'Search',
    query: 'mines',
    chosen: { issue: [first.id], year: ['2024'] },
    sort: 'date' as const,
    synonyms: true,
    ...kept,
  };
  const after = await split({ ...list, views, searches: [search] }, 'Child labour');
  const part = after.issues.find(({ splitFrom }) => splitFrom === first.id)?.id;
  expect(after.views).toEqual([
    { ...views[0], query: { ...views[0]?.query, about: [[first.id, second.id, part], [second.id]] } },
    { ...views[1], query: { ...views[1]?.query, notAbout: [first.id, part] } },
    views[2],
  ]);
  expect(after.searches).toEqual([{ ...search, chosen: { issue: [first.id, part], year: ['2024'] } }]);
});

test('nothing is split off what is off the list, nor nothing at all, nor under a name that is taken', async () => {
  const problem = (code: string) => ({ problem: { code } });
  const off = { ...list, issues: [{ ...first, retiredAfter: 2024 }, second] };
  await expect(split(off, 'Child labour')).rejects.toMatchObject(problem('issue-off-list'));
  await expect(split(list)).rejects.toMatchObject(problem('issue-split-nothing'));
  await expect(split(list, 'Privacy')).rejects.toMatchObject(problem('issue-name-taken'));
});
