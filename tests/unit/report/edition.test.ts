import { describe, expect, it } from 'vitest';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, indexState, plainState } from '#shared/change/state.ts';
import { keepEdition } from '#shared/edit/edition.ts';
import { Edition } from '#shared/model/edition.ts';
import { emptyState, type WorkspaceState } from '#shared/model/tables.ts';
import { buildReport } from '#shared/report/build.ts';
import { writeDocx } from '#shared/report/docx/write.ts';
import { checkedReport } from '#shared/report/leaks.ts';
import { publishedDocuments } from '#shared/report/published.ts';
import { changedSections } from '#shared/statement/changed-sections.ts';
import { editionSubject, editionsOf } from '#shared/statement/editions.ts';
import { statementId } from '#shared/statement/subject.ts';
import { makeAnswer } from '../../fixtures/answers.ts';
import { speaker, workspaceOf } from './workspace.ts';

const AT = '2021-03-01T09:00:00.000Z';
const SCOPE = { of: null, fiscalYear: 2019 };
const SUBJECT = statementId('uk-msa-54', SCOPE);

function workspace(): WorkspaceState {
  const { dialogue: _dialogue, ...base } = workspaceOf({}, [speaker({ name: 'Ana', label: 'Ana' })], [], []);
  return { ...emptyState(), ...base, answers: [makeAnswer(), makeAnswer({ requirement: '54(5)(b)' })] };
}

async function kept(state: WorkspaceState, why = '', at = AT): Promise<WorkspaceState> {
  const documents = await publishedDocuments(state, { subjectId: SUBJECT, creator: 'Ren', writtenAt: at });
  const rows = indexState(structuredClone(state));
  const draft = new Draft(stateReader(rows));
  await keepEdition(
    draft,
    { checklist: 'uk-msa-54', version: '2015', ...SCOPE, why, documents },
    { by: 'Ren', at },
  );
  applyChanges(rows, await draft.finish());
  return plainState(rows);
}

const printed = async (state: WorkspaceState, subjectId: string, language: 'en' | 'ja') =>
  writeDocx(
    await buildReport(state, {
      ...{ kind: 'statement', subjectId, language, creator: 'Somebody else' },
      ...{ writtenAt: language === 'en' ? AT : '2030-01-01T00:00:00.000Z', pictures: [] },
    }),
    {},
  );

describe('a statement that was published', () => {
  it.each(['en', 'ja'] as const)(
    'is printed again byte for byte, whatever became of its answers (%s)',
    async (language) => {
      const state = await kept(workspace());
      const [edition] = editionsOf(state.editions, 'uk-msa-54', SCOPE);
      const subject = editionSubject(edition?.id ?? '');
      const before = await printed(state, subject, language);
      const changed: WorkspaceState = {
        ...state,
        answers: [makeAnswer({ text: { en: 'Something else.' } })],
        workspace: state.workspace.map((one) => ({ ...one, name: { en: 'Another name' } })),
      };
      expect(await printed(changed, subject, language)).toEqual(before);
      expect(await printed(changed, SUBJECT, language)).not.toEqual(before);
    },
  );

  it('says the same as the statement did when it was kept', async () => {
    const state = await kept(workspace());
    const request = {
      kind: 'statement',
      language: 'en',
      creator: 'Ren',
      writtenAt: AT,
      pictures: [],
    } as const;
    const live = await buildReport(state, { ...request, subjectId: SUBJECT });
    const edition = editionSubject(state.editions[0]?.id ?? '');
    const { document, leaks } = await checkedReport(state, { ...request, subjectId: edition }, {});
    expect(leaks).toEqual([]);
    expect(document).toEqual({ ...live, omissions: [], missing: [] });
  });

  it('is counted on, the later edition with its reason', async () => {
    const first = await kept(workspace());
    await expect(kept(first)).rejects.toMatchObject({ problem: { code: 'edition-needs-reason' } });
    const second = await kept(first, 'A figure was restated', '2021-06-01T09:00:00.000Z');
    expect(editionsOf(second.editions, 'uk-msa-54', SCOPE).map(({ number, why }) => [number, why])).toEqual([
      [2, 'A figure was restated'],
      [1, ''],
    ]);
  });

  it('is never written anew', async () => {
    const rows = indexState(await kept(workspace()));
    const draft = new Draft(stateReader(rows));
    const [edition] = await draft.all('editions');
    await draft.patch('editions', edition?.id ?? '', { why: 'Another reason' });
    await expect(draft.finish()).rejects.toMatchObject({ problem: { code: 'edition-fixed' } });
  });

  it('tells by their titles which sections would read otherwise today', async () => {
    const state = await kept(workspace());
    const was = state.editions[0]?.documents.en;
    const now = await buildReport(
      {
        ...state,
        answers: [
          state.answers[0] ?? makeAnswer(),
          makeAnswer({ requirement: '54(5)(b)', text: { en: 'New.' } }),
        ],
      },
      { kind: 'statement', subjectId: SUBJECT, language: 'en', creator: 'Ren', writtenAt: AT, pictures: [] },
    );
    expect(was && changedSections(was, now)).toEqual([expect.stringMatching(/^54\(5\)\(b\)/)]);
  });

  it('is refused where a file brings what is no document', () => {
    const edition = {
      id: 'x',
      documents: { en: { title: 'A', sections: [{ id: '1', title: 'B', blocks: [{ kind: 'picture' }] }] } },
    };
    expect(Edition.safeParse(edition).success).toBe(false);
  });
});
