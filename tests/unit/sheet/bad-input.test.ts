import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { assessRound } from '#shared/assessment/assess-round.ts';
import { defaultScaleTexts } from '#shared/assessment/scale-texts.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, indexState, plainState } from '#shared/change/state.ts';
import { splitIssue } from '#shared/edit/issue-split.ts';
import { leftOpen } from '#shared/edit/rating.ts';
import { LANGUAGES, translator } from '#shared/i18n/index.ts';
import { defaultThresholds } from '#shared/model/round.ts';
import type { ScaleSize } from '#shared/model/scale.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { SHEET_PROBLEMS } from '#shared/sheet/problems.ts';
import { at, type Fill, fill, id, makeOffice, rating, read, rewrite, roundOf, sheetFor } from './office.ts';

const SHEET = 'xl/worksheets/sheet1.xml';

/** What a sheet says when some of its cells are filled in so. */
function filled(cells: Readonly<Record<string, Fill>>, state = makeOffice()) {
  return read(fill(sheetFor(state), cells), state);
}

function valuesOf(result: ReturnType<typeof read>, row = 0) {
  const issue = result.offer?.ratings.find(({ issueId }) => issueId === id(10 + row));
  return Object.fromEntries((issue?.fields ?? []).map(({ field, value }) => [field, value]));
}

describe('a cell that cannot be taken', () => {
  it.each<[code: string, field: Parameters<typeof at>[1], value: Fill, raw: string]>([
    ['out-of-range', 'scale', 6, '6'],
    ['out-of-range', 'scope', 0, '0'],
    ['out-of-range', 'leverage', -3, '-3'],
    ['out-of-range', 'confidence', 5, '5'],
    ['out-of-range', 'irremediability', 45_293, '45293'],
    ['not-whole', 'scale', 2.5, '2.5'],
    ['not-a-number', 'scale', 'high', 'high'],
    ['not-a-number', 'scale', '3-4', '3-4'],
    ['not-a-number', 'scale', true, '1'],
    ['not-a-number', 'businessEffect', "can't judge", "can't judge"],
    ['unknown-word', 'nature', 'perhaps', 'perhaps'],
    ['unknown-word', 'connection', 3, '3'],
    ['unknown-word', 'valueChain', '__proto__', '__proto__'],
    ['unknown-word', 'delay', 'constructor', 'constructor'],
    ['evidence-unknown', 'passages', '1, 99', '1, 99'],
    ['formula', 'scale', { formula: 'D7*1', cached: '5' }, '=D7*1'],
    [
      'formula',
      'rationale',
      { formula: 'HYPERLINK("http://x","y")', cached: 'y' },
      '=HYPERLINK("http://x","y")',
    ],
  ])('%s in “%s” is named with its cell, and the rest is offered', (code, field, value, raw) => {
    const other = field === 'scope' ? 'scale' : 'scope';
    const result = filled({ [at(0, field)]: value, [at(0, other)]: 4 });
    expect(result.problems).toEqual([
      expect.objectContaining({ level: 'error', code, cell: `Ratings!${at(0, field)}`, raw }),
    ]);
    expect(valuesOf(result)).toEqual({ [other]: 4 });
  });

  it.each(['N/A', 'n.a.', 'Don’t know', '判断不可', 'わからない', '？'])(
    '“%s” is an answer in other words: it is taken as one, and told',
    (words) => {
      const result = filled({ [at(0, 'scale')]: words, [at(0, 'scope')]: 4 });
      expect(result.problems).toMatchObject([
        { level: 'note', code: 'read-as-abstain', cell: `Ratings!${at(0, 'scale')}`, raw: words },
      ]);
      expect(valuesOf(result)).toEqual({ scale: 'abstain', scope: 4 });
    },
  );

  it('an error of the spreadsheet is none of its values', () => {
    const state = makeOffice();
    const cell = at(0, 'scale');
    const bytes = rewrite(sheetFor(state), SHEET, (xml) =>
      xml.replace(new RegExp(`<c r="${cell}"[^>]*/>`), `<c r="${cell}" t="e"><v>#REF!</v></c>`),
    );
    expect(read(bytes, state).problems).toEqual([
      expect.objectContaining({ code: 'error-value', cell: `Ratings!${cell}`, raw: '#REF!' }),
    ]);
  });

  it('a formula of a shared kind, which has no text of its own, is a formula too', () => {
    const state = makeOffice();
    const cell = at(0, 'scale');
    const bytes = rewrite(sheetFor(state), SHEET, (xml) =>
      xml.replace(new RegExp(`<c r="${cell}"[^>]*/>`), `<c r="${cell}"><f t="shared" si="0"/><v>5</v></c>`),
    );
    expect(read(bytes, state).problems).toMatchObject([
      { code: 'formula', cell: `Ratings!${cell}`, raw: '=' },
    ]);
  });

  it('merged cells are named one by one, with the range and what stands in it', () => {
    const state = makeOffice();
    const [from, to] = [at(0, 'scale'), at(0, 'scope')];
    const bytes = rewrite(fill(sheetFor(state), { [from]: 4, [at(0, 'leverage')]: 2 }), SHEET, (xml) =>
      xml.replace(
        '</sheetData>',
        `</sheetData><mergeCells count="1"><mergeCell ref="${from}:${to}"/></mergeCells>`,
      ),
    );
    const result = read(bytes, state);
    expect(result.problems).toMatchObject([
      { code: 'merged', cell: `Ratings!${from}`, raw: '4', params: { range: `${from}:${to}` } },
      { code: 'merged', cell: `Ratings!${to}`, raw: '4' },
    ]);
    expect(valuesOf(result)).toEqual({ leverage: 2 });
  });

  it('a likelihood beside “actual” is not counted: an error where it is new, a remark where it was left standing', () => {
    const result = filled({ [at(0, 'nature')]: 'Actual', [at(0, 'likelihood')]: 3 });
    expect(result.problems).toMatchObject([
      { level: 'error', code: 'likelihood-of-actual', cell: `Ratings!${at(0, 'likelihood')}`, raw: '3' },
    ]);
    const state = makeOffice();
    state.ratings.push(rating(state, { likelihood: 3 }));
    expect(filled({ [at(0, 'nature')]: 'Actual' }, state).problems).toMatchObject([
      { level: 'note', code: 'likelihood-of-actual' },
    ]);
  });

  it('an emptied cell takes no answer away, and is named', () => {
    const state = makeOffice();
    state.ratings.push(rating(state, { scale: 4, rationale: 'Told by crews' }));
    const result = filled({ [at(0, 'scale')]: null, [at(0, 'rationale')]: '  ' }, state);
    expect(result.problems).toMatchObject([
      { level: 'note', code: 'blank-kept', cell: `Ratings!${at(0, 'scale')}`, params: { before: '4' } },
      { level: 'note', code: 'blank-kept', cell: `Ratings!${at(0, 'rationale')}` },
    ]);
    expect(valuesOf(result)).toEqual({ nature: 'potential' });
  });
});

describe('rows', () => {
  /** The sheet with its rows of data changed: as XML, in order. */
  function withRows(
    state: WorkspaceState,
    change: (rows: readonly string[]) => readonly string[],
    cells = {},
  ) {
    const bytes = fill(sheetFor(state), cells);
    return rewrite(bytes, SHEET, (xml) => {
      const rows = xml.match(/<row r="(?:7|8|9)".*?<\/row>/gs) ?? [];
      const renumbered = change(rows).map((row, index) =>
        row.replaceAll(/(r="[A-Z]*)\d+"/g, `$1${7 + index}"`),
      );
      return xml.replace(rows.join(''), () => renumbered.join(''));
    });
  }

  it('in another order mean the same', () => {
    const state = makeOffice();
    const cells = { [at(0, 'scale')]: 5, [at(2, 'scale')]: 2 };
    const result = read(
      withRows(state, (rows) => rows.toReversed(), cells),
      state,
    );
    expect(result.problems).toEqual([]);
    expect(valuesOf(result, 0)).toEqual({ scale: 5 });
    expect(valuesOf(result, 2)).toEqual({ scale: 2 });
    expect(result.offer?.ratings[0]?.fields[0]?.cell).toBe('Ratings!E7');
  });

  it('that are missing are named, and their answers stay', () => {
    const state = makeOffice();
    const result = read(
      withRows(state, ([first = '']) => [first]),
      state,
    );
    expect(result.problems.map(({ level, code, params }) => [level, code, params.issue])).toEqual([
      ['note', 'row-missing', 'Kept papers'],
      ['note', 'row-missing', 'Long hours'],
    ]);
  });

  it('that stand there twice count once where they are alike, and not at all where they differ', () => {
    const state = makeOffice();
    const cells = { [at(0, 'scale')]: 5 };
    const alike = read(
      withRows(state, ([a = '', ...rest]) => [a, a, ...rest], cells),
      state,
    );
    expect(alike.problems).toMatchObject([{ level: 'note', code: 'row-repeated', cell: 'Ratings!B8' }]);
    expect(valuesOf(alike)).toEqual({ scale: 5 });
    const twice = withRows(state, ([a = '', ...rest]) => [a, a, ...rest], cells);
    const differ = read(fill(twice, { E8: 1 }), state);
    expect(differ.problems).toMatchObject([
      { level: 'error', code: 'row-twice', cell: 'Ratings!B7', raw: 'Recruitment fees | 5' },
      { level: 'error', code: 'row-twice', cell: 'Ratings!B8', raw: 'Recruitment fees | 1' },
    ]);
    expect(valuesOf(differ)).toEqual({});
  });

  it('whose mark was changed are known by their name; those that contradict themselves are not taken', () => {
    const byName = filled({ A7: 'changed', [at(0, 'scale')]: 5 });
    expect(byName.problems).toMatchObject([
      { level: 'note', code: 'issue-by-name', cell: 'Ratings!A7', raw: 'changed' },
    ]);
    expect(valuesOf(byName)).toEqual({ scale: 5 });
    const mismatch = filled({ B7: 'Long hours', [at(0, 'scale')]: 5 });
    expect(mismatch.problems).toMatchObject([
      { level: 'error', code: 'row-mismatch', cell: 'Ratings!B7', raw: 'Long hours | 5' },
      { level: 'note', code: 'row-missing' },
    ]);
    const renamed = filled({ B7: 'Fees, and what they cost', [at(0, 'scale')]: 5 });
    expect(renamed.problems).toMatchObject([{ level: 'note', code: 'issue-renamed', cell: 'Ratings!B7' }]);
    expect(valuesOf(renamed)).toEqual({ scale: 5 });
  });

  it('about no issue of the round are named with what they say', () => {
    const state = makeOffice();
    const bytes = fill(sheetFor(state), { B12: 'Something new', E12: 4 });
    expect(read(bytes, state).problems).toMatchObject([
      { level: 'error', code: 'row-unknown', cell: 'Ratings!B12', raw: 'Something new | 4' },
    ]);
    const later = makeOffice();
    roundOf(later).issueIds = [id(11), id(12)];
    expect(read(fill(sheetFor(state), { E7: 4 }), later).problems).toMatchObject([
      { level: 'error', code: 'issue-not-in-round', cell: 'Ratings!B7', raw: 'Recruitment fees | 4' },
    ]);
    expect(read(sheetFor(later), state).problems).toMatchObject([{ level: 'note', code: 'issue-added' }]);
  });
});

describe('an issue that was split since', () => {
  async function splitOffice() {
    const state = makeOffice();
    const bytes = fill(sheetFor(state), { [at(0, 'scale')]: 4 });
    const indexed = indexState(state);
    const draft = new Draft(stateReader(indexed));
    await splitIssue(draft, id(10), [{ name: { en: 'Deposits' } }, { name: { en: 'Fines' } }], 2025, {
      by: 'Ren',
      at: '2024-08-01T00:00:00.000Z',
    });
    applyChanges(indexed, await draft.finish());
    return { bytes, before: state, state: plainState(indexed) };
  }

  it('is named by its row, with its parts, and the answers are taken for what remains', async () => {
    const { bytes, state, before } = await splitOffice();
    expect(read(bytes, before).problems).toEqual([]);
    const result = read(bytes, state);
    expect(result.problems).toMatchObject([
      {
        level: 'note',
        code: 'issue-split',
        cell: 'Ratings!B7',
        params: { issue: 'Recruitment fees', parts: 'Deposits, Fines' },
      },
      { level: 'note', code: 'issue-added', params: { issue: 'Deposits' } },
      { level: 'note', code: 'issue-added', params: { issue: 'Fines' } },
    ]);
    expect(valuesOf(result)).toEqual({ scale: 4 });
    // A row that says nothing needs no second look, and a sheet that asked for the parts says nothing of it.
    expect(read(sheetFor(before), state).problems.map(({ code }) => code)).not.toContain('issue-split');
    expect(read(fill(sheetFor(state), { E7: 4 }), state).problems).toEqual([]);
  });

  it('is asked of everybody from then on, rated by nobody, and in the log of the round', async () => {
    const { state, before } = await splitOffice();
    const [round, was] = [roundOf(state), roundOf(before)];
    const parts = state.issues.filter(({ splitFrom }) => splitFrom === id(10)).map((one) => one.id);
    expect(round.issueIds).toEqual([...was.issueIds, ...parts]);
    expect(round.log.map((one) => [one.kind, 'otherId' in one && one.otherId])).toEqual([
      ['issue-split', id(10)],
      ['issue-split', id(10)],
    ]);
    const rated = {
      ...state,
      ratings: [rating(before, { scale: 4, scope: 4, irremediability: 4, likelihood: 4 })],
    };
    const { issues, counts } = assessRound(rated, round.id);
    expect(issues.filter(({ rank }) => rank !== null).map(({ issueId }) => issueId)).toEqual([id(10)]);
    expect(counts).toMatchObject({ complete: 1, unrated: 4 });
    expect(leftOpen(round, rated.ratings, id(31)).unanswered).toEqual([id(11), id(12), ...parts]);
  });
});

describe('columns', () => {
  it('are found wherever they were moved to, and by their headings where the keys are gone', () => {
    const state = makeOffice();
    const moved = { E1: 'hearken.leverage', E6: 'Leverage', K1: 'hearken.scale', K6: 'Scale', E7: 2, K7: 5 };
    const result = filled(moved, state);
    expect(result.problems).toEqual([]);
    expect(valuesOf(result)).toEqual({ scale: 5, leverage: 2 });
    const withoutKeys = rewrite(fill(sheetFor(state, 'ja'), { E7: 5 }), SHEET, (xml) =>
      xml.replace(/<row r="1".*?<\/row>/s, ''),
    );
    const known = read(withoutKeys, state);
    expect(known.problems).toEqual([]);
    expect(valuesOf(known)).toEqual({ scale: 5 });
  });

  it('that were added are passed over and named; those that are missing, too', () => {
    const added = filled({ R6: 'Comment', R7: 'by phone', E7: 3 });
    expect(added.problems).toMatchObject([
      { level: 'note', code: 'column-extra', cell: 'Ratings!R6', raw: 'Comment' },
    ]);
    expect(valuesOf(added)).toEqual({ scale: 3 });
    const gone = filled({ K1: null, K6: null, E7: 3 });
    expect(gone.problems).toMatchObject([{ code: 'column-missing', params: { column: 'Leverage' } }]);
  });

  it('under a changed heading are known by their key, under another column’s heading they are not taken', () => {
    const renamed = filled({ E6: 'How bad', E7: 3 });
    expect(renamed.problems).toMatchObject([{ level: 'note', code: 'heading-renamed', cell: 'Ratings!E6' }]);
    expect(valuesOf(renamed)).toEqual({ scale: 3 });
    const swapped = filled({ E6: 'Scope', E7: 3, F7: 4 });
    expect(swapped.problems).toMatchObject([
      { level: 'error', code: 'heading-mismatch', cell: 'Ratings!E6', raw: 'Scope | 3' },
    ]);
    expect(valuesOf(swapped)).toEqual({ scope: 4 });
  });

  it('that stand there twice are not taken', () => {
    const result = filled({ R1: 'hearken.scale', R6: 'Scale', R7: 1, E7: 3, F7: 2 });
    expect(result.problems).toMatchObject([
      { level: 'error', code: 'column-twice', cell: 'Ratings!E6', raw: 'Scale | 3' },
      { level: 'error', code: 'column-twice', cell: 'Ratings!R6', raw: 'Scale | 1' },
    ]);
    expect(valuesOf(result)).toEqual({ scope: 2 });
  });
});

describe('whose sheet it is', () => {
  const MARKS = 'xl/sharedStrings.xml';

  it('of another workspace, another round or a newer app it is not taken', () => {
    const state = makeOffice();
    const bytes = sheetFor(state);
    const [workspace] = state.workspace;
    if (!workspace) throw new Error('no workspace');
    const other = { ...state, workspace: [{ ...workspace, id: id(91) }] };
    expect(read(bytes, other).failure).toMatchObject({ code: 'sheet-of-other-workspace' });
    const nextYear = { ...state, rounds: [{ ...roundOf(state), id: id(21) }] };
    expect(read(bytes, nextYear).failure).toMatchObject({
      code: 'sheet-of-other-round',
      params: { round: 'Year of the tests' },
    });
  });

  it('of a round that was closed meanwhile it can be looked at, and is not taken', () => {
    const state = makeOffice();
    const bytes = fill(sheetFor(state), { E7: 4, F7: 'six' });
    roundOf(state).stage = 'closed';
    const result = read(bytes, state);
    expect(result.failure).toMatchObject({ code: 'round-closed' });
    expect(valuesOf(result)).toEqual({ scale: 4 });
    expect(result.problems).toMatchObject([{ code: 'not-a-number', cell: 'Ratings!F7', raw: 'six' }]);
  });

  it('an assessor who is gone, was named anew, or wrote another name into it', () => {
    const state = makeOffice();
    const bytes = sheetFor(state);
    const round = roundOf(state);
    const [noor, tomas] = round.assessors;
    if (!noor || !tomas) throw new Error('no assessors');
    round.assessors = [tomas];
    expect(read(bytes, state)).toMatchObject({
      failure: { code: 'sheet-of-unknown-assessor', params: { name: expect.any(String) } },
      offer: null,
    });
    round.assessors = [{ ...noor, id: id(33), name: 'noor  HADDAD' }];
    const again = read(bytes, state);
    expect(again.problems).toMatchObject([{ level: 'note', code: 'assessor-by-name' }]);
    expect(again.offer?.assessorId).toBe(id(33));
    const renamed = filled({ B3: 'Assessor: Tomás Vidal' });
    expect(renamed.problems).toMatchObject([
      { level: 'error', code: 'assessor-renamed', cell: 'Ratings!B3', raw: 'Assessor: Tomás Vidal' },
    ]);
  });

  it('an assessor who was withdrawn since: whose it is, is said, and nothing of it is offered', () => {
    const state = makeOffice();
    const bytes = fill(sheetFor(state), { E7: 4 });
    const [noor] = roundOf(state).assessors;
    if (noor) noor.withdrawn = true;
    expect(read(bytes, state)).toMatchObject({
      failure: { code: 'sheet-of-withdrawn-assessor' },
      assessor: { name: 'Noor Haddad' },
      offer: null,
    });
  });

  it.each<[sent: ScaleSize, now: ScaleSize]>([
    [5, 4],
    [4, 5],
  ])('of a scale of %i it is not taken into a round of %i, whatever figures stand in it', (sent, now) => {
    const state = makeOffice();
    const on = (size: ScaleSize) => ({
      ...state,
      rounds: [
        { ...roundOf(state), scaleTexts: defaultScaleTexts(size), thresholds: defaultThresholds(size) },
      ],
    });
    const bytes = fill(sheetFor(on(sent)), { [at(0, 'scale')]: 2, [at(0, 'scope')]: 4 });
    const other = { code: 'sheet-of-other-scale', params: { limit: sent, most: now } };
    expect(read(bytes, on(now))).toMatchObject({ failure: other, offer: null, problems: [] });
    expect(valuesOf(read(bytes, on(sent)))).toEqual({ scale: 2, scope: 4 });
    const unsaid = rewrite(bytes, 'xl/sharedStrings.xml', (xml) => xml.replace('>scale<', '>was<'));
    expect(read(unsaid, on(4)).failure).toMatchObject({ code: 'sheet-of-other-scale' });
  });

  it('of a scale of four it names its scale, asks for four levels and takes no fifth', () => {
    const state = makeOffice();
    Object.assign(roundOf(state), { scaleTexts: defaultScaleTexts(4), thresholds: defaultThresholds(4) });
    const bytes = fill(sheetFor(state), {
      [at(0, 'scale')]: 5,
      [at(0, 'leverage')]: '5',
      [at(0, 'scope')]: 4,
    });
    const result = read(bytes, state);
    expect(result.problems).toMatchObject([
      { level: 'error', code: 'out-of-range', params: { min: 1, max: 4 } },
      { level: 'error', code: 'out-of-range', params: { min: 1, max: 4 } },
    ]);
    expect(valuesOf(result)).toEqual({ scope: 4 });
    const words = strFromU8(unzipSync(bytes)['xl/sharedStrings.xml'] ?? new Uint8Array());
    expect(words).toContain('Scale: 1 to 4');
    expect(words).toContain('A 3 or 4 needs a reason.');
    expect(words).not.toMatch(/5 very|4 or 5/);
  });

  it('an assessor who is only called something else here by now is the same', () => {
    const state = makeOffice();
    const bytes = sheetFor(state);
    const [noor] = roundOf(state).assessors;
    if (noor) noor.name = 'N. Haddad-Lind';
    expect(read(bytes, state).problems).toEqual([]);
  });

  it('marks that were altered are not relied on: what stood in the sheet is not known any more', () => {
    const state = makeOffice();
    state.ratings.push(rating(state, { scale: 2 }));
    const bytes = rewrite(fill(sheetFor(state), { E7: 4 }), MARKS, (xml) => xml.replaceAll(id(31), id(32)));
    const result = read(bytes, state);
    expect(result.assessor?.name).toBe('Noor Haddad');
    expect(result.problems.map(({ code }) => code)).toEqual(['marks-changed', 'assessor-by-name']);
    expect(result.offer?.ratings[0]?.fields.every(({ base }) => base === undefined)).toBe(true);
  });

  it('a workbook without marks, or whose marks were thrown away, is none', () => {
    const state = makeOffice();
    const bytes = rewrite(sheetFor(state), 'xl/workbook.xml', (xml) =>
      xml.replace(/<sheet name="hearken".*?\/>/, ''),
    );
    expect(read(bytes, state).failure).toMatchObject({ code: 'sheet-unmarked' });
  });
});

it('every problem has its words in every language', () => {
  for (const language of Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[]) {
    const t = translator(language);
    for (const code of SHEET_PROBLEMS) {
      const params = {
        issue: 'I',
        column: 'C',
        assessor: 'A',
        count: 2,
        min: 1,
        max: 5,
        numbers: '9',
        before: 'x',
        range: 'A1',
        word: 'W',
        parts: 'P',
      };
      expect(t(`sheets.problem.${code}`, params)).not.toContain('sheets.problem');
    }
  }
});
