import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { countVoices } from '#shared/assessment/voice.ts';
import { plainState } from '#shared/change/state.ts';
import { activeCodings } from '#shared/model/coding.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { EMPTY_QUERY } from '#shared/model/view.ts';
import { dialogueSummary } from '#shared/report/model/dialogue.ts';
import { findPassages } from '#shared/retrieval/find.ts';
import { PassageIndex } from '#shared/retrieval/passage-index.ts';
import { WorkspaceSearch } from '#shared/search/workspace-search.ts';
import { codeAs, makeOffice } from './workspace.ts';

/** Two turns coded to two issues; the second coding was rejected when two coders' work was settled. */
async function settled() {
  const office = makeOffice();
  await codeAs(office.state, office, 'Ren', [
    { turn: 0, start: 0, end: 29, issue: 0 },
    { turn: 1, start: 0, end: 29, issue: 1 },
  ]);
  const state = plainState(office.state);
  const [kept, rejected] = office.issueIds as [string, string, string];
  const after: WorkspaceState = {
    ...state,
    codings: state.codings.map((one) =>
      one.issueId === rejected ? { ...one, reconciled: 'rejected' } : { ...one, reconciled: 'accepted' },
    ),
  };
  return { before: state, after, kept, rejected, dialogueIds: office.dialogueIds };
}

describe('a rejected coding', () => {
  it('is told by one function', async () => {
    const { before, after, kept } = await settled();
    expect(activeCodings(before.codings)).toEqual(before.codings);
    expect(activeCodings(after.codings).map(({ issueId }) => issueId)).toEqual([kept]);
  });

  it('is no stakeholder’s voice', async () => {
    const { before, after, kept, rejected, dialogueIds } = await settled();
    expect(countVoices(before, dialogueIds).of(rejected)).toMatchObject({ raised: 1, passages: 1 });
    expect(countVoices(after, dialogueIds).of(rejected)).toMatchObject({ raised: 0, passages: 0 });
    expect(countVoices(after, dialogueIds).of(kept)).toMatchObject({ raised: 1, passages: 1 });
  });

  it('raises no issue in a report', async () => {
    const { before, after, kept, dialogueIds } = await settled();
    const raised = (state: WorkspaceState) =>
      dialogueSummary(state, dialogueIds[0] as string, 'en').issues.map(({ issueId }) => issueId);
    expect(raised(before)).toHaveLength(2);
    expect(raised(after)).toEqual([kept]);
  });

  it('is not found by its issue', async () => {
    const { before, after } = await settled();
    const turns = (state: WorkspaceState, query: string) => {
      const search = new WorkspaceSearch(state);
      for (const _ of search.build());
      const { hits } = search.search({
        query,
        typing: false,
        language: 'en',
        limit: 20,
        sort: 'relevance',
        synonyms: true,
      });
      return hits.filter(({ kind }) => kind === 'turn').length;
    };
    expect(turns(before, 'issue:papers')).toBe(1);
    expect(turns(after, 'issue:papers')).toBe(0);
    expect(turns(after, 'issue:fees')).toBe(1);
  });

  it('is not listed among the passages', async () => {
    const { before, after, kept } = await settled();
    const found = (state: WorkspaceState) => findPassages(new PassageIndex(state), EMPTY_QUERY);
    expect(found(before)).toHaveLength(2);
    expect(found(after).flatMap(({ issueIds }) => issueIds)).toEqual([kept]);
  });
});

/**
 * Readers of the table of codings that ask `activeCodings` no question, and why that is right. Whoever counts, lists or
 * tells codings does not belong here.
 */
const SEES_ALL: Readonly<Record<string, string>> = {
  'main/cli/agreement.ts': 'compares what both coded, before it was settled',
  'renderer/dialogs/use-quoted-ranges.ts': 'hands the table to `isCoded`, which asks',
  'renderer/features/coders/in-copy.tsx': 'nothing is settled in a copy',
  'renderer/features/coders/use-comparison.ts': 'shows what was rejected, too',
  'renderer/features/dialogues/correct/review-view.tsx': 'all wait with their passage',
  'renderer/features/dialogues/desk/use-desk-commands.ts': 'finds the issue that was coded to last',
  'renderer/features/dialogues/desk/follow-dialogue.ts': 'hands the table to the desk’s rows, which ask',
  'renderer/features/assessment/round-rows.ts': 'hands the table to the assessment, which asks',
  'renderer/store/read-round.ts': 'hands the table to the count of voices, which asks',
  'shared/assessment/assess-round.ts': 'hands the table to the count of voices, which asks',
  'shared/assessment/frozen.ts': 'puts the frozen table in place of the live one',
  'shared/coding/agreement.ts': 'agreement is that of the coding before it was settled',
  'shared/coding/differences.ts': 'shows what was rejected, too',
  'shared/edit/merge-coder.ts': 'a coding that was rejected does not come back with the next copy',
  'shared/edit/coding.ts': 'coding again brings one back',
  'shared/edit/derived-id.ts': 'an id is taken whatever became of its coding',
  'shared/edit/dialogue-removal.ts': 'all go with their dialogue',
  'shared/edit/issue-merge.ts': 'all move with their issue',
  'shared/edit/reconcile.ts': 'this is where they are rejected',
  'shared/edit/recode.ts': 'moves one coding, and what rests on its passage beside it, whatever became of it',
  'shared/merge/resolve.ts': 'all move with their issue',
  'shared/merge/value-text.ts': 'says in words what differs, whatever became of it',
  'shared/edit/round-record.ts': 'keeps the table as it stands, with what was rejected',
  'shared/edit/review.ts': 'all move with their passage',
  'shared/retrieval/retriever.ts': 'hands the table to the passage index, which asks',
  'shared/sheet/rating-copy.ts': 'makes the copy’s own, of evidence that asked',
  'shared/search/follow.ts': 'names the documents that a coding touches; what they say of it, they ask',
  'shared/search/rows.ts': 'keeps the table for the documents, which ask',
};

it('is left out by whoever reads the table of codings, except where it must be seen', () => {
  const root = path.resolve(import.meta.dirname, '..', '..', '..');
  const unasked = ['shared', 'renderer', 'main']
    .flatMap((room) =>
      readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' }).map(
        (name) => `${room}/${name.replaceAll(path.sep, '/')}`,
      ),
    )
    .filter((name) => /\.tsx?$/.test(name) && !/^shared\/(i18n|model)\//.test(name))
    .filter((name) => {
      // Whose id something is, is no reading of the table.
      const text = readFileSync(path.join(root, name), 'utf8').replaceAll("IdOf<'codings'>", '');
      return (
        /\b(db|state|rows|tables|base|plain|returned)\.codings\b|['"]codings['"]/.test(text) &&
        !text.includes('activeCodings(')
      );
    });
  expect(unasked.filter((name) => !(name in SEES_ALL))).toEqual([]);
  expect(Object.keys(SEES_ALL).filter((name) => !unasked.includes(name))).toEqual([]);
});
