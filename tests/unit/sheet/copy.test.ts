import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type OpenedArchive, packArchive, unpackArchive } from '#shared/archive/archive.ts';
import { defaultScaleTexts } from '#shared/assessment/scale-texts.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { editEntry } from '#shared/change/history.ts';
import { applyChanges, indexState, plainState } from '#shared/change/state.ts';
import { splitIssue } from '#shared/edit/issue-split.ts';
import { mergeRatings, planMerge } from '#shared/edit/merge-ratings.ts';
import { answer, cite, remark, setNature } from '#shared/edit/rating.ts';
import type { AttributionPolicy } from '#shared/model/dialogue.ts';
import { defaultThresholds } from '#shared/model/round.ts';
import { TABLE_NAMES, type WorkspaceState } from '#shared/model/tables.ts';
import { makeSheets } from '#shared/sheet/make.ts';
import { readReturned } from '#shared/sheet/read-returned.ts';
import { AT, id, makeOffice, rating, roundOf, sheetFor } from './office.ts';

const LATER = '2024-08-01T00:00:00.000Z';
const request = {
  roundId: id(20),
  assessorIds: [id(31)],
  format: 'hearken' as const,
  language: 'en' as const,
  evidence: true,
  readers: { own: [id(31)], opened: [] },
  app: '0.1.0',
  seq: 7,
  stamp: { at: AT, actor: 'Ren', device: id(99) },
};

async function bytesOf(state: WorkspaceState, changes: Partial<typeof request> = {}): Promise<Uint8Array> {
  const made = await makeSheets(state, { ...request, ...changes });
  if (!('bytes' in made)) throw new Error(`names are left: ${JSON.stringify(made.leaks)}`);
  return made.bytes;
}

/** Every byte that a reader of the file could come by, as text. */
function contents(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes))
    .map(([name, member]) => `${name}\n${strFromU8(member)}`)
    .join('\n');
}

/** As the assessor works in the copy, and sends it back. */
async function workedOn(
  copy: Uint8Array,
  work: (draft: Draft) => Promise<unknown>,
): Promise<{ bytes: Uint8Array; opened: OpenedArchive }> {
  const opened = await unpackArchive(copy);
  const state = indexState(opened.state);
  const draft = new Draft(stateReader(state));
  await work(draft);
  const changes = await draft.finish();
  applyChanges(state, changes);
  const [first] = opened.journal;
  if (!first) throw new Error('no beginning');
  const stamp = { id: id(98), at: AT, actor: 'Noor Haddad', device: id(97) };
  const entry = editEntry(first, stamp, { key: 'change.rating.answer', params: {} }, changes);
  const content = { app: '', name: '', sample: false, state: plainState(state), files: [] };
  return { opened, bytes: await packArchive({ ...content, journal: [first, entry] }) };
}

const place = { roundId: id(20), issueId: id(10), assessorId: id(31) };

describe('a small copy for an assessor', () => {
  it('holds the round with this assessor alone, its issues, and what was heard; and nothing else', async () => {
    const state = makeOffice();
    state.ratings.push(
      rating(state, { scale: 4, rationale: 'Mine' }),
      rating(state, { assessorId: id(32), scale: 1, rationale: 'SECRET of the other' }),
    );
    state.dialogues = state.dialogues.map((one) => ({
      ...one,
      summary: 'SECRET summary',
      place: 'SECRET place',
    }));
    const bytes = await bytesOf(state);
    const { state: copy, journal } = await unpackArchive(bytes);
    expect(contents(bytes)).not.toContain('SECRET');
    expect(contents(bytes)).not.toContain('Tomás');
    expect(copy.rounds[0]?.assessors).toEqual([{ ...roundOf(state).assessors[0], personId: null }]);
    expect(copy.ratings).toMatchObject([{ scale: 4, rationale: 'Mine' }]);
    expect(copy.workspace[0]?.copy).toMatchObject({ assessor: 'Noor Haddad', roundId: id(20), seq: 7 });
    expect(copy.passages.map(({ quote }) => quote)).toEqual(state.passages.map(({ quote }) => quote));
    expect(journal).toHaveLength(1);
    const filled = TABLE_NAMES.filter((table) => copy[table].length > 0);
    expect(filled).toEqual([
      'workspace',
      'issues',
      'dialogues',
      'participants',
      'turns',
      'passages',
      'codings',
      'rounds',
      'ratings',
    ]);
  });

  it('passes the guards and schemas of a workspace: each passage stands in its turn', async () => {
    const { state } = await unpackArchive(await bytesOf(makeOffice()));
    for (const passage of state.passages) {
      const turn = state.turns.find(({ id: turnId }) => turnId === passage.turnId);
      expect(turn?.text.slice(passage.start, passage.end)).toBe(passage.quote);
    }
  });

  it.each<[AttributionPolicy, readonly (string | null)[]]>([
    ['named', ['Mirela Osei']],
    ['affiliation', ['–']],
    ['role', ['–']],
    ['unattributed', []],
  ])('under “%s” tells of speakers what may be told', async (policy, names) => {
    const bytes = await bytesOf(makeOffice(policy));
    const { state } = await unpackArchive(bytes);
    expect(state.participants.map(({ name }) => name)).toEqual(names);
    if (policy !== 'named') expect(contents(bytes)).not.toMatch(/Osei|Mirela/);
    if (policy === 'role' || policy === 'unattributed')
      expect(contents(bytes)).not.toContain('Harbour Workers');
  });

  it('tells nothing of what is off the record, and no quotes where none are wanted', async () => {
    for (const copy of [
      await unpackArchive(await bytesOf(makeOffice('off-record'))),
      await unpackArchive(await bytesOf(makeOffice(), { evidence: false })),
    ]) {
      expect(copy.state.turns).toEqual([]);
      expect(copy.state.dialogues).toEqual([]);
    }
  });

  it('is not made of a copy, nor of a closed round', async () => {
    const state = makeOffice();
    const copy = await unpackArchive(await bytesOf(state));
    await expect(bytesOf(copy.state)).rejects.toMatchObject({ problem: { code: 'rating-in-copy' } });
    roundOf(state).stage = 'closed';
    await expect(bytesOf(state)).rejects.toMatchObject({ problem: { code: 'round-closed' } });
  });
});

describe('a small copy of a round whose issues were merged since', () => {
  it('names no issue that is left out of it', async () => {
    const state = makeOffice();
    const [kept, gone] = [id(10), id(77)];
    const merged = state.issues.map((one) => (one.id === kept ? { ...one, mergedInto: gone } : one));
    const [issue] = state.issues;
    if (!issue) throw new Error('no issue');
    const away = rating(state, { id: id(78), roundId: id(20), issueId: gone, assessorId: id(31) });
    const office = {
      ...state,
      issues: [...merged, { ...issue, id: gone, code: 'gone', mergedInto: null }],
      ratings: [...state.ratings, away],
    };
    const opened = await unpackArchive(await bytesOf(office));
    expect(opened.state.issues.map(({ mergedInto }) => mergedInto)).not.toContain(gone);
    expect(opened.state.ratings.some(({ issueId }) => issueId === gone)).toBe(false);
  });
});

describe('a small copy that comes back', () => {
  it('is compared with what it went out with, and merged by the same path as a sheet', async () => {
    const state = makeOffice();
    const mine = rating(state, { scale: 2, scope: 2, rationale: 'Before' });
    state.ratings.push(mine);
    const { bytes } = await workedOn(await bytesOf(state), async (draft) => {
      await answer(draft, place, 'scale', 5, LATER);
      await answer(draft, place, 'scope', null, LATER);
      await remark(draft, place, { rationale: 'Theirs' }, LATER);
      await cite(draft, place, { passageId: id(51), adviceIds: [] }, true, LATER);
      await cite(draft, place, { source: 'A visit' }, true, LATER);
      await setNature(draft, { ...place, issueId: id(12) }, 'actual', LATER);
    });
    const now = { ...state, ratings: [{ ...mine, rationale: 'Ours' }] };
    const result = await readReturned({ name: 'copy.hearken', bytes }, now, {
      language: 'en',
      roundId: id(20),
    });
    expect(result).toMatchObject({ failure: null, assessor: { name: 'Noor Haddad' } });
    expect(result.problems).toMatchObject([
      { level: 'note', code: 'blank-kept', params: { column: 'Scope', before: '2' } },
    ]);
    if (!result.offer) throw new Error('nothing offered');
    const plan = planMerge(now.ratings, result.offer);
    expect(plan.conflicts).toMatchObject([
      { field: 'rationale', base: 'Before', here: 'Ours', brought: 'Theirs' },
    ]);
    const indexed = indexState(now);
    const draft = new Draft(stateReader(indexed));
    await mergeRatings(draft, result.offer, {}, LATER);
    applyChanges(indexed, await draft.finish());
    expect(plainState(indexed).ratings).toMatchObject([
      {
        id: mine.id,
        scale: 5,
        scope: 2,
        rationale: 'Ours',
        evidence: { passageIds: [id(51)], sources: ['A visit'] },
      },
      { issueId: id(12), nature: 'actual' },
    ]);
  });

  it('unchanged changes nothing', async () => {
    const state = makeOffice();
    state.ratings.push(
      rating(state, { scale: 2, evidence: { passageIds: [id(50)], adviceIds: [], sources: ['A report'] } }),
    );
    const result = await readReturned({ name: 'x', bytes: await bytesOf(state) }, state, { language: 'en' });
    expect(result.problems).toEqual([]);
    expect(result.offer && planMerge(state.ratings, result.offer)).toMatchObject({
      changes: [],
      conflicts: [],
    });
  });

  it('names an issue that was split since, and takes what was said of the whole for what remains', async () => {
    const state = makeOffice();
    const { bytes } = await workedOn(await bytesOf(state), (draft) =>
      answer(draft, place, 'scale', 4, LATER),
    );
    const indexed = indexState(state);
    const draft = new Draft(stateReader(indexed));
    const by = { by: 'Ren', at: LATER };
    await splitIssue(draft, id(10), [{ name: { en: 'Deposits' } }], 2025, by);
    applyChanges(indexed, await draft.finish());
    const result = await readReturned({ name: 'copy.hearken', bytes }, plainState(indexed), {
      language: 'en',
    });
    expect(result.problems).toMatchObject([
      { level: 'note', code: 'issue-split', params: { issue: 'Recruitment fees', parts: 'Deposits' } },
    ]);
    expect(result.offer && planMerge([], result.offer).changes).toMatchObject([
      { issueId: id(10), field: 'nature' },
      { issueId: id(10), field: 'scale', brought: 4 },
    ]);
  });

  it('of another round, of nobody here, or no copy at all is refused with a word', async () => {
    const state = makeOffice();
    const bytes = await bytesOf(state);
    const read = (there: WorkspaceState, file = bytes) =>
      readReturned({ name: 'copy.hearken', bytes: file }, there, { language: 'en' });
    const other = makeOffice();
    other.rounds = [];
    expect((await read(other)).failure?.code).toBe('sheet-of-other-round');
    const nobody = makeOffice();
    roundOf(nobody).assessors = [];
    expect((await read(nobody)).failure?.code).toBe('sheet-of-unknown-assessor');
    const withdrawn = makeOffice();
    for (const one of roundOf(withdrawn).assessors) one.withdrawn = true;
    expect(await read(withdrawn)).toMatchObject({
      failure: { code: 'sheet-of-withdrawn-assessor' },
      offer: null,
    });
    const ofFour = makeOffice();
    Object.assign(roundOf(ofFour), { scaleTexts: defaultScaleTexts(4), thresholds: defaultThresholds(4) });
    expect(await read(ofFour)).toMatchObject({
      failure: { code: 'sheet-of-other-scale', params: { limit: 5, most: 4 } },
      offer: null,
    });
    const whole = await packArchive({ app: '', name: '', sample: false, state, journal: [], files: [] });
    expect((await read(state, whole)).failure?.code).toBe('sheet-not-a-copy');
    expect((await read(state, bytes.subarray(0, 900))).failure?.code).toBe('archive-damaged');
    const closed = makeOffice();
    roundOf(closed).stage = 'closed';
    expect((await read(closed)).failure?.code).toBe('round-closed');
    expect((await read(state, sheetFor(state))).failure?.code).toBe('archive-foreign');
  });
});

describe('several at once', () => {
  it('come as a zip, a file each, with nothing of one in another', async () => {
    const state = makeOffice();
    state.ratings.push(
      rating(state, { rationale: 'Said by the first' }),
      rating(state, { assessorId: id(32), rationale: 'Said by the second' }),
    );
    const made = await makeSheets(state, {
      ...request,
      format: 'xlsx' as never,
      assessorIds: [id(31), id(32)],
    });
    if (!('bytes' in made)) throw new Error('names are left');
    expect(made.name).toBe('Rating sheets – Year of the tests.zip');
    const files = unzipSync(made.bytes);
    expect(Object.keys(files)).toEqual([
      'Rating sheet – Noor Haddad – Year of the tests.xlsx',
      'Rating sheet – Tomás Vidal – Year of the tests.xlsx',
    ]);
    const [first = '', second = ''] = Object.values(files).map(contents);
    expect(first).toContain('Said by the first');
    expect(first).not.toContain('Said by the second');
    expect(second).not.toContain('Said by the first');
  });

  it('ask once about a name that is left in all of them', async () => {
    const state = makeOffice('role');
    roundOf(state).note = { en: 'After the talk with Mirela Osei' };
    const wish = { ...request, format: 'xlsx' as never, assessorIds: [id(31), id(32)] };
    const asked = await makeSheets(state, wish);
    if (!('leaks' in asked)) throw new Error('nothing asked');
    expect(asked.leaks.map(({ name, sure }) => [name, sure])).toEqual([['Mirela Osei', true]]);
    const made = await makeSheets(state, wish, { [asked.leaks[0]?.id ?? '']: 'withhold' });
    if (!('bytes' in made)) throw new Error('still asked');
    for (const file of Object.values(unzipSync(made.bytes))) expect(contents(file)).not.toContain('Osei');
  });
});
