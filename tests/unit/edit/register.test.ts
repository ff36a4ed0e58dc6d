import { describe, expect, it } from 'vitest';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, plainState } from '#shared/change/state.ts';
import { codeSelection } from '#shared/edit/coding.ts';
import { putEntry, removeEntry, reopenEntries, settleEntries } from '#shared/edit/entry.ts';
import { mergeIssues } from '#shared/edit/issue-merge.ts';
import { splitIssue } from '#shared/edit/issue-split.ts';
import { addPerson, mergePersons, removePerson } from '#shared/edit/person.ts';
import { placesOf, removeUnreferred } from '#shared/edit/places.ts';
import {
  changeCadence,
  putArrangement,
  putInstrument,
  putOrganisation,
  putSource,
} from '#shared/edit/register.ts';
import { removePassage } from '#shared/edit/review.ts';
import { addTheme, removeTheme } from '#shared/edit/theme.ts';
import type { Answer } from '#shared/model/answer.ts';
import { newId } from '#shared/model/basics.ts';
import type { Entry } from '#shared/model/entry.ts';
import { dangling } from '#shared/model/references.ts';
import { makePerson } from '../../fixtures/person.ts';
import { smallWorkspace } from '../../fixtures/state.ts';

const AUTHOR = { by: 'Ren', at: '2024-06-02T00:00:00.000Z' };
const refused = (code: string) => ({ problem: { code } });

function setUp() {
  const workspace = smallWorkspace();
  const { state } = workspace;
  const edit = async <R>(recipe: (draft: Draft) => Promise<R> | R): Promise<R> => {
    const draft = new Draft(stateReader(state));
    const result = await recipe(draft);
    applyChanges(state, await draft.finish());
    expect([...dangling(plainState(state))]).toEqual([]);
    return result;
  };
  const note = (fields: Partial<Entry> = {}) =>
    edit((draft) => putEntry(draft, { kind: 'meeting', text: 'Held', ...fields }, AUTHOR));
  const answer = (fields: Partial<Answer>): Promise<Answer> =>
    edit((draft) => {
      const row: Answer = {
        id: newId(),
        checklist: 'ungp-rf',
        version: '1',
        requirement: 'C1',
        of: null,
        subject: null,
        fiscalYear: 2023,
        state: 'answered',
        text: {},
        why: '',
        uses: [],
        leftOut: [],
        ...AUTHOR,
        ...fields,
      };
      draft.add('answers', row);
      return row;
    });
  return { ...workspace, edit, note, answer };
}

describe('an entry', () => {
  it('needs words or a time; a day makes the year superfluous; what is dropped says why', async () => {
    const { state, edit, note } = setUp();
    await expect(note({ text: ' ' })).rejects.toMatchObject(refused('entry-unsaid'));
    await expect(note({ phase: 'dropped' })).rejects.toMatchObject(refused('entry-why'));
    const { id } = await note({ text: '', when: '2024-05', fiscalYear: 2023 });
    expect(state.entries.get(id)).toMatchObject({ when: '2024-05', fiscalYear: null });
    await edit((draft) =>
      putEntry(draft, { kind: 'visit', phase: 'dropped', why: 'Typhoon' }, { by: 'Aiko', at: AUTHOR.at }, id),
    );
    expect(state.entries.get(id)).toMatchObject({ kind: 'visit', when: '2024-05', by: 'Ren' });
  });

  it('of two that differ stands as somebody decides, and the decision can be taken back (W11)', async () => {
    const { state, edit, note } = setUp();
    const ids = [(await note()).id, (await note()).id];
    const [one = '', other = ''] = ids;
    await expect(edit((draft) => settleEntries(draft, ids, one, ' '))).rejects.toMatchObject(
      refused('entry-why'),
    );
    await edit((draft) => settleEntries(draft, ids, one, 'The page is of that year'));
    expect(state.entries.get(other)).toMatchObject({
      standing: 'set-aside',
      standingWhy: 'The page is of that year',
    });
    await edit((draft) => settleEntries(draft, ids, null, 'Revised twice'));
    expect(state.entries.get(other)).toMatchObject({ standing: 'stands', standingWhy: 'Revised twice' });
    await edit((draft) => reopenEntries(draft, ids));
    expect(state.entries.get(one)).toMatchObject({ standing: 'stands', standingWhy: '' });
  });

  it('stays while an answer to a checklist rests on it', async () => {
    const { state, edit, note, answer } = setUp();
    const { id } = await note();
    await answer({ uses: [{ to: 'entry', id }] });
    await expect(edit((draft) => removeEntry(draft, id))).rejects.toMatchObject(refused('still-referred-to'));
    expect(state.entries.has(id)).toBe(true);
  });
});

describe('what the register holds', () => {
  it('is not removed while an entry names it, whichever of its references does (I13)', async () => {
    const { state, edit, note, privacy } = setUp();
    const ngo = await edit((draft) => putOrganisation(draft, { name: { en: 'River Watch' }, kind: 'ngo' }));
    const { id } = await note({
      refs: [
        { to: 'issue', id: privacy.id },
        { to: 'organisation', id: ngo.id },
      ],
    });
    expect(await placesOf(stateReader(state), 'organisations', ngo.id)).toEqual([
      { table: 'entries', id, field: 'refs.id' },
    ]);
    await expect(edit((draft) => removeUnreferred(draft, 'organisations', ngo.id))).rejects.toMatchObject(
      refused('still-referred-to'),
    );
  });

  it('refuses reports, editions and parts in a circle', async () => {
    const { edit } = setUp();
    const name = { en: 'Board' };
    const board = await edit((draft) => putArrangement(draft, { name }));
    const to = ({ id }: { id: string }) => ({ arrangementId: id, cadence: null });
    const review = await edit((draft) =>
      putArrangement(draft, { name: { en: 'Review' }, reportsTo: to(board) }),
    );
    await expect(
      edit((draft) => putArrangement(draft, { name, reportsTo: to(review) }, board.id)),
    ).rejects.toMatchObject(refused('report-circle'));
    const first = await edit((draft) => putSource(draft, { title: { en: '2023' } }));
    const second = await edit((draft) => putSource(draft, { title: { en: '2024' }, replaces: first.id }));
    await expect(
      edit((draft) => putSource(draft, { title: first.title, replaces: second.id }, first.id)),
    ).rejects.toMatchObject(refused('source-circle'));
  });

  it('knows texts by a short name, which is theirs alone and is cited', async () => {
    const { state, edit, privacy } = setUp();
    const policy = await edit((draft) => putInstrument(draft, { name: { en: 'Human Rights Policy' } }));
    expect(policy).toMatchObject({ code: 'human-rights-policy', kind: 'policy' });
    await edit((draft) =>
      draft.patch('issues', privacy.id, { instruments: [{ code: policy.code, provision: '2' }] }),
    );
    await expect(edit((draft) => removeUnreferred(draft, 'instruments', policy.id))).rejects.toMatchObject(
      refused('still-referred-to'),
    );
    await edit((draft) => putInstrument(draft, { name: policy.name, code: 'HRP' }, policy.id));
    expect(state.issues.get(privacy.id)).toMatchObject({ instruments: [{ code: 'HRP', provision: '2' }] });
    await expect(
      edit((draft) => putInstrument(draft, { name: { en: 'Other' }, code: 'HRP' })),
    ).rejects.toMatchObject(refused('instrument-code-taken'));
    await expect(
      edit((draft) => putInstrument(draft, { name: policy.name, code: ' ' }, policy.id)),
    ).rejects.toMatchObject(refused('instrument-code-missing'));
  });

  it('keeps the past of a cadence, unless it was written down wrongly (I11)', async () => {
    const { state, edit } = setUp();
    const { id } = await edit((draft) => putArrangement(draft, { name: { en: 'Review' } }));
    const quarterly = { months: 3, anchor: '2023-04' } as const;
    await edit((draft) => changeCadence(draft, id, quarterly, '2023-04'));
    await edit((draft) => changeCadence(draft, id, { ...quarterly, months: 6 }, null));
    expect(state.arrangements.get(id)).toMatchObject({ formerCadences: [] });
    await edit((draft) => changeCadence(draft, id, null, '2024-06'));
    expect(state.arrangements.get(id)).toMatchObject({
      cadence: null,
      formerCadences: [{ cadence: { months: 6 }, until: '2024-06' }],
    });
  });
});

describe('what is merged, split or removed elsewhere', () => {
  it('moves sources, what is at stake, entries and answers along with an issue (I13)', async () => {
    const { state, edit, note, answer, privacy, forcedLabour } = setUp();
    const source = await edit((draft) =>
      putSource(draft, { title: { en: 'Index' }, issueIds: [privacy.id] }),
    );
    const supplier = await edit((draft) =>
      putOrganisation(draft, {
        name: { en: 'Quay' },
        atStake: [
          { issueId: forcedLabour.id, state: 'potential', cited: null },
          { issueId: privacy.id, state: 'actual', cited: null },
        ],
      }),
    );
    const { id } = await note({ refs: [privacy, forcedLabour].map((one) => ({ to: 'issue', id: one.id })) });
    const own = await answer({ subject: { to: 'issue', id: forcedLabour.id }, text: { en: 'Audits' } });
    const part = await answer({
      subject: { to: 'issue', id: privacy.id },
      state: 'missing',
      text: { en: 'Nothing yet' },
      uses: [{ to: 'issue', id: privacy.id }],
    });
    await edit((draft) => mergeIssues(draft, [privacy.id], forcedLabour.id, AUTHOR));
    expect(state.sources.get(source.id)).toMatchObject({ issueIds: [forcedLabour.id] });
    expect(state.organisations.get(supplier.id)).toMatchObject({
      atStake: [{ issueId: forcedLabour.id, state: 'actual', cited: null }],
    });
    expect(state.entries.get(id)).toMatchObject({ refs: [{ to: 'issue', id: forcedLabour.id }] });
    expect(state.answers.has(part.id)).toBe(false);
    expect(state.answers.get(own.id)).toMatchObject({
      state: 'partly',
      text: { en: 'Audits\nNothing yet' },
      uses: [{ to: 'issue', id: forcedLabour.id }],
    });
  });

  it('gives the parts of an issue its sources', async () => {
    const { state, edit, privacy } = setUp();
    const { id } = await edit((draft) =>
      putSource(draft, { title: { en: 'Index' }, issueIds: [privacy.id] }),
    );
    const [part] = await edit((draft) =>
      splitIssue(draft, privacy.id, [{ name: { en: 'Data' } }], 2024, AUTHOR),
    );
    expect(state.sources.get(id)).toMatchObject({ issueIds: [privacy.id, part?.id] });
  });

  it('moves entries to the person that somebody is, and takes those out who go', async () => {
    const { state, edit, note } = setUp();
    const [one, other] = await edit((draft) =>
      [makePerson(), makePerson()].map(({ id: _id, ...fields }) => addPerson(draft, fields)),
    );
    if (!one || !other) throw new Error('two persons');
    const { id } = await note({ refs: [{ to: 'person', id: one.id }], arrangementId: null });
    await edit((draft) => mergePersons(draft, one.id, other.id));
    expect(state.entries.get(id)).toMatchObject({ refs: [{ to: 'person', id: other.id }] });
    await edit((draft) => removePerson(draft, other.id));
    expect(state.entries.has(id)).toBe(false);
  });

  it('keeps entries of the register whose passage or theme goes', async () => {
    const { state, edit, note, turn, privacy } = setUp();
    const coding = await edit(async (draft) => {
      await codeSelection(draft, { turnId: turn.id, start: 0, end: 4 }, [privacy.id], AUTHOR);
      return (await draft.all('codings'))[0];
    });
    const passageId = coding?.passageId ?? '';
    const theme = await edit((draft) => addTheme(draft, { name: { en: 'Data' }, issueIds: [privacy.id] }));
    const council = await edit((draft) =>
      putArrangement(draft, { name: { en: 'Council' }, themeIds: [theme.id] }),
    );
    const { id } = await note({
      arrangementId: council.id,
      passageId,
      refs: [{ to: 'theme', id: theme.id }],
    });
    await edit((draft) => removePassage(draft, passageId));
    await edit((draft) => removeTheme(draft, theme.id));
    expect(state.entries.get(id)).toMatchObject({ passageId: null, refs: [] });
    expect(state.arrangements.get(council.id)).toMatchObject({ themeIds: [] });
  });
});
