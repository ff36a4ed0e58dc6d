import { describe, expect, it } from 'vitest';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges } from '#shared/change/state.ts';
import { putAnswer, putApproval, removeAnswer, takeOverAnswer } from '#shared/edit/answer.ts';
import { removeAdvice, takeAdvice } from '#shared/edit/coding.ts';
import { putEntry } from '#shared/edit/entry.ts';
import { addTheme, removeTheme } from '#shared/edit/theme.ts';
import { newId } from '#shared/model/basics.ts';
import type { Rows, TableName } from '#shared/model/tables.ts';
import { approvalOf } from '#shared/statement/approval.ts';
import { checklistOf } from '#shared/statement/checklists.ts';
import { smallWorkspace } from '../../fixtures/state.ts';

const AUTHOR = { by: 'Ren', at: '2024-06-02T00:00:00.000Z' };
const MSA = checklistOf('uk-msa-54');
const PLACE = { checklist: MSA.id, requirement: '54(5)(a)', of: null, subject: null, fiscalYear: 2019 };
const code = (wanted: string) => ({ problem: { code: wanted } });

function setUp() {
  const workspace = smallWorkspace();
  const { state } = workspace;
  const edit = async <R>(recipe: (draft: Draft) => Promise<R>): Promise<R> => {
    const draft = new Draft(stateReader(state));
    const result = await recipe(draft);
    applyChanges(state, await draft.finish());
    return result;
  };
  const rows = <T extends TableName>(table: T) => [...state[table].values()] as Rows[T][];
  return { ...workspace, edit, rows };
}

describe('an answer', () => {
  it('is in part once words are written, and as far as people say from then on', async () => {
    const { edit, rows } = setUp();
    await edit((draft) => putAnswer(draft, PLACE, MSA.version, { text: { en: ' Ferries. ' } }, AUTHOR));
    expect(rows('answers')).toMatchObject([{ state: 'partly', text: { en: 'Ferries.' } }]);
    await edit((draft) => putAnswer(draft, PLACE, MSA.version, { state: 'answered' }, AUTHOR));
    await edit((draft) => putAnswer(draft, PLACE, MSA.version, { text: { ja: '船です。' } }, AUTHOR));
    expect(rows('answers')).toMatchObject([{ state: 'answered', text: { ja: '船です。' } }]);
  });

  it('stays a gap while nothing is written', async () => {
    const { edit, rows } = setUp();
    await edit((draft) => putAnswer(draft, PLACE, MSA.version, { why: 'Not yet known' }, AUTHOR));
    expect(rows('answers')).toMatchObject([{ state: 'missing', why: 'Not yet known' }]);
  });

  it('has the id of its place: two machines make the same one', async () => {
    const [one, other] = [setUp(), setUp()];
    for (const { edit } of [one, other])
      await edit((draft) => putAnswer(draft, PLACE, MSA.version, { text: { en: 'A' } }, AUTHOR));
    expect(one.rows('answers')[0]?.id).toBe(other.rows('answers')[0]?.id);
    const { id } = await one.edit((draft) =>
      putAnswer(draft, { ...PLACE, fiscalYear: 2020 }, MSA.version, {}, AUTHOR),
    );
    expect(id).not.toBe(one.rows('answers')[0]?.id);
  });

  it('takes over an earlier one only where nothing is written', async () => {
    const { edit, rows } = setUp();
    const earlier = await edit((draft) =>
      putAnswer(
        draft,
        { ...PLACE, fiscalYear: 2018 },
        MSA.version,
        { text: { en: 'Old', ja: '旧' } },
        AUTHOR,
      ),
    );
    await edit((draft) => putAnswer(draft, PLACE, MSA.version, { text: { en: 'New' } }, AUTHOR));
    await edit((draft) => takeOverAnswer(draft, PLACE, MSA.version, earlier.id, AUTHOR));
    expect(rows('answers').find(({ fiscalYear }) => fiscalYear === 2019)?.text).toEqual({
      en: 'New',
      ja: '旧',
    });
    await expect(
      edit((draft) => takeOverAnswer(draft, PLACE, MSA.version, earlier.id, AUTHOR)),
    ).rejects.toMatchObject(code('answer-nothing-to-take'));
  });

  it('keeps what it rests on from being deleted; what it leaves out may be gone', async () => {
    const { edit, rows, turn, forcedLabour } = setUp();
    const advice = await edit((draft) =>
      takeAdvice(
        draft,
        { turnId: turn.id, start: 36, end: 53 },
        { kind: 'urge', issueIds: [forcedLabour.id], restatement: 'Repay', addressee: '' },
        AUTHOR,
      ),
    );
    const refs = [{ to: 'advice' as const, id: advice.id }];
    const put = (fields: Parameters<typeof putAnswer>[3]) =>
      edit((draft) => putAnswer(draft, PLACE, MSA.version, fields, AUTHOR));
    await put({ text: { en: 'We repay.' }, uses: refs, leftOut: refs });
    await expect(edit((draft) => removeAdvice(draft, advice.id))).rejects.toMatchObject(
      code('still-referred-to'),
    );
    await put({ uses: [] });
    await edit((draft) => removeAdvice(draft, advice.id));
    expect(rows('answers')).toMatchObject([{ text: { en: 'We repay.' }, uses: [], leftOut: refs }]);
  });

  it('keeps the theme that it is about from being deleted', async () => {
    const { edit, forcedLabour, rows } = setUp();
    const theme = await edit((draft) =>
      addTheme(draft, { name: { en: 'Labour' }, issueIds: [forcedLabour.id] }),
    );
    const about = {
      ...PLACE,
      checklist: 'ungp-rf',
      requirement: 'C1',
      subject: { to: 'theme' as const, id: theme.id },
    };
    await edit((draft) => putAnswer(draft, about, '2015', { text: { en: 'A policy.' } }, AUTHOR));
    await expect(edit((draft) => removeTheme(draft, theme.id))).rejects.toMatchObject(
      code('still-referred-to'),
    );
    await edit(async (draft) => {
      await removeAnswer(draft, rows('answers')[0]?.id ?? '');
      await removeTheme(draft, theme.id);
    });
    expect(rows('themes')).toEqual([]);
  });

  it('of an organisation that is gone is refused', async () => {
    const { edit } = setUp();
    await expect(
      edit((draft) => putAnswer(draft, { ...PLACE, of: newId() }, MSA.version, {}, AUTHOR)),
    ).rejects.toMatchObject(code('row-missing'));
  });
});

describe('the approval of a statement', () => {
  const none = { text: '', when: null };
  const fields = {
    approval: { text: 'Board of Directors', when: '2020-09-30' },
    signature: none,
    publication: { text: 'https://example.com/statement', when: null },
  };

  it('makes the statement in the register once, and entries of it by year; what is emptied goes', async () => {
    const { edit, rows } = setUp();
    const approve = (year: number, given = fields as Parameters<typeof putApproval>[3]) =>
      edit((draft) => putApproval(draft, MSA, { of: null, fiscalYear: year }, given, AUTHOR));
    await approve(2019);
    await approve(2020);
    expect(rows('arrangements')).toMatchObject([{ kind: 'statement', instruments: [{ code: MSA.law }] }]);
    expect(rows('entries')).toHaveLength(4);
    await approve(2019, { ...fields, publication: none, signature: { text: 'A. Director', when: null } });
    const state = {
      arrangements: rows('arrangements'),
      entries: rows('entries'),
      organisations: [],
      workspace: [],
    };
    const { entries } = approvalOf(MSA, state, { of: null, fiscalYear: 2019 });
    expect(entries).toMatchObject({
      approval: { text: 'Board of Directors', when: '2020-09-30' },
      signature: { text: 'A. Director' },
      publication: null,
    });
    expect(approvalOf(MSA, state, { of: null, fiscalYear: 2020 }).entries.publication?.text).toContain(
      'https',
    );
  });

  it('stays that of its year, whatever is corrected of it, and wherever', async () => {
    const { edit, rows } = setUp();
    const approve = (when: string) =>
      edit((draft) =>
        putApproval(
          draft,
          MSA,
          { of: null, fiscalYear: 2019 },
          { ...fields, approval: { ...fields.approval, when } },
          AUTHOR,
        ),
      );
    const found = (fiscalYear: number) =>
      approvalOf(
        MSA,
        { arrangements: rows('arrangements'), entries: rows('entries'), organisations: [], workspace: [] },
        { of: null, fiscalYear },
      ).entries.approval;
    await approve('2019-12-01');
    const [entry] = rows('entries').filter(({ kind }) => kind === 'approval');
    if (!entry) throw new Error('no approval');
    // As the register writes it, which knows a day or a year.
    await edit((draft) =>
      putEntry(
        draft,
        { kind: 'approval', text: 'The board', when: '2020-09-30', fiscalYear: null },
        AUTHOR,
        entry.id,
      ),
    );
    expect(found(2019)).toMatchObject({ text: 'The board', when: '2020-09-30' });
    expect(found(2020)).toBeNull();
    await edit((draft) => draft.patch('entries', entry.id, { when: '2019-06', fiscalYear: null }));
    await approve('2020-10-01');
    expect(found(2019)).toMatchObject({ id: entry.id, when: '2020-10-01' });
  });
});
