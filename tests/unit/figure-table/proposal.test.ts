import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessMapping, turned } from '#shared/figure-table/mapping.ts';
import { Standing } from '#shared/figure-table/offers.ts';
import type { PasteAnswers, RowTarget } from '#shared/figure-table/paste-context.ts';
import { labelOf, type Proposal, proposalOf, rowLabels } from '#shared/figure-table/proposal.ts';
import { newId } from '#shared/model/basics.ts';
import { blankFigure, type Figure } from '#shared/model/figure.ts';
import { blankIndicator } from '#shared/model/indicator.ts';
import { readClipboard } from '#shared/pasted/read.ts';

const NEC = { firstMonth: 4, namedBy: { en: 'end', ja: 'start' } } as const;
const PRINTED = `FY2018 FY2019 FY2020
Online training*1 8,026 20,936 21,150*2
Group training*2 586 441 537
*1
All employees take the e-learning each year. What only managers took in fiscal 2018 was taken by all employees in fiscal 2019.
*2
The subject of the online training in fiscal 2020 was AI in business.`;

const source = { sourceId: newId(), passageId: null, locator: '', asStated: '' };
const own = newId();
const ANSWERS: PasteAnswers = { cited: source, of: own, dash: null };

function propose(
  text: string,
  {
    figures = [] as Figure[],
    answers = ANSWERS,
    targets = undefined as RowTarget[] | undefined,
    unit = 'people',
  } = {},
) {
  const read = readClipboard({ text, html: '' });
  if (typeof read === 'string') throw new Error(read);
  const table = turned(read, NEC);
  const mapping = guessMapping(table, NEC);
  const ids = rowLabels(table, mapping).map(() => newId());
  const indicators = new Map(ids.map((id) => [id, blankIndicator({ id, name: {}, unit })]));
  const aims =
    targets ??
    ids.map((indicatorId) => ({
      place: { indicatorId, via: null, cell: {}, role: 'actual' as const },
      isNew: true,
    }));
  for (const aim of aims)
    if (aim)
      indicators.set(aim.place.indicatorId, blankIndicator({ id: aim.place.indicatorId, name: {}, unit }));
  const proposal = proposalOf(table, mapping, aims, answers, {
    convention: NEC,
    standing: new Standing(figures),
    indicators,
    organisations: new Map(),
  });
  return { table, mapping, proposal };
}
const cellsOf = ({ rows }: Proposal) => rows.flatMap(({ cells }) => cells);

describe('a pasted table (W1)', () => {
  const { proposal } = propose(PRINTED);

  it('is six figures of 2017–2019 with the marks that stand at them', () => {
    const said = cellsOf(proposal).map(({ fiscalYear, wanted }) => [
      fiscalYear,
      wanted?.said.value,
      wanted?.said.marks,
    ]);
    expect(said).toEqual([
      [2017, 8026, []],
      [2018, 20936, []],
      [2019, 21150, ['*2']],
      [2017, 586, []],
      [2018, 441, []],
      [2019, 537, []],
    ]);
    expect(proposal.rows.map(({ label, labelMarks }) => [label, labelMarks])).toEqual([
      ['Online training', ['*1']],
      ['Group training', ['*2']],
    ]);
    expect(cellsOf(proposal).every(({ verdict }) => verdict?.kind === 'new')).toBe(true);
  });

  it('offers the breaks that its notes speak of, and warns where a note speaks of another row (W3)', () => {
    const hints = proposal.hints.map((hint) =>
      hint.kind === 'break'
        ? [hint.row, hint.before, hint.break.kind, hint.break.effect]
        : [hint.row, hint.named],
    );
    expect(hints).toEqual([
      [0, 2018, 'population', 'no'],
      [0, 2019, 'content', 'care'],
      [1, 'Online training'],
    ]);
  });

  it('keeps what stood in a cell beside what was read', () => {
    expect(cellsOf(proposal)[2]?.wanted?.cited?.asStated).toBe('21,150*2');
  });
});

describe('what a cell would do', () => {
  const indicatorId = newId();
  const place = { indicatorId, via: null, cell: {}, role: 'actual' as const };
  const there = (value: number, sourceId = source.sourceId) =>
    blankFigure({
      id: newId(),
      indicatorId,
      of: own,
      period: { fiscalYear: 2019 },
      value,
      at: null,
      cited: { ...source, sourceId },
    });
  const verdict = (figures: Figure[]) =>
    cellsOf(propose('a\tFY2020\nx\t42', { figures, targets: [{ place, isNew: false }] }).proposal)[0]?.verdict
      ?.kind;

  it('is new, the same, a restatement of its own source, or a dispute with another', () => {
    expect(verdict([])).toBe('new');
    expect(verdict([there(42, newId())])).toBe('same');
    expect(verdict([there(41)])).toBe('changed');
    expect(verdict([there(41, newId())])).toBe('disputed');
  });

  it('does not see what was replaced', () => {
    const old = there(41);
    expect(verdict([old, { ...there(42), replaces: old.id }])).toBe('same');
  });

  it('is refused with its reason', () => {
    const row = ['1,5', '0x2A', '1e3', '12\n13', '85%', '-', '1.234,5', '7'];
    const heads = row.map((_, index) => `FY${2010 + index}`).join('\t');
    const text = `a\t${heads}\nx\t${row.map((cell) => `"${cell}"`).join('\t')}`;
    const problems = (answers: PasteAnswers) =>
      cellsOf(propose(text, { answers }).proposal).map(({ problem }) => problem);
    expect(problems(ANSWERS)).toEqual([
      'separators',
      'unclear',
      'unclear',
      'two-numbers',
      'percent',
      'dash',
      'separators',
      null,
    ]);
    expect(problems({ ...ANSWERS, dash: 'zero' })[5]).toBeNull();
  });

  it('asks about bare years, and reads years that stand one under the other', () => {
    const bare = readClipboard({ text: 'a\t2018\t2019\nx\t1\t2', html: '' });
    if (typeof bare === 'string') throw new Error(bare);
    expect(guessMapping(bare, NEC).unsure).toHaveLength(2);
    expect(guessMapping(bare, NEC, 'ends').columns[1]).toMatchObject({ use: 'year', fiscalYear: 2017 });
    const down = propose('\tOnline\tGroup\nFY2018\t1\t2\nFY2019\t3\t4');
    expect(cellsOf(down.proposal).map(({ fiscalYear, wanted }) => [fiscalYear, wanted?.said.value])).toEqual([
      [2017, 1],
      [2018, 3],
      [2017, 2],
      [2018, 4],
    ]);
  });

  it('takes figures of a row that is there to be of its organisation, where the table does not say whose they are', () => {
    const place = { indicatorId: newId(), via: null, cell: {}, role: 'actual' as const };
    const of = newId();
    const whose = (answers: PasteAnswers) =>
      cellsOf(propose('\tFY2019\nRate\t93', { answers, targets: [{ place, isNew: false, of }] }).proposal)[0]
        ?.wanted?.place;
    expect(whose({ ...ANSWERS, of: null })).toMatchObject({ of, ofBasis: 'inferred' });
    expect(whose(ANSWERS)).toMatchObject({ of: own, ofBasis: 'stated' });
  });

  it('tells targets from results where the heads have both', () => {
    const { proposal } = propose('\tFY2019\tFY2019\n\ttarget\tactual\nRate\t>= 95\t93', { unit: 'percent' });
    const [target, actual] = cellsOf(proposal);
    expect(target?.wanted).toMatchObject({
      place: { role: 'target' },
      said: { compare: '>=', value: 95, precision: 'exact' },
    });
    expect(actual?.wanted).toMatchObject({ place: { role: 'actual' }, said: { value: 93 } });
  });

  it('never ends in an error, whatever is pasted', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('FY2019', '2018', '12*1', '…', '△3', '1/2', '年度'));
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
        (rows) => {
          const text = rows.map((row) => row.join('\t')).join('\n');
          if (text.trim() === '') return;
          const read = readClipboard({ text, html: '' });
          if (typeof read === 'string') return;
          for (const one of cellsOf(propose(text).proposal))
            expect(one.problem === null ? 'ok' : one.wanted).toBe(one.problem === null ? 'ok' : null);
        },
      ),
    );
  });
});

it('takes marks off a name', () => {
  expect(labelOf('研修（注1）')).toEqual({ label: '研修', marks: ['注1'] });
  expect(labelOf('Online training *1, *2')).toEqual({ label: 'Online training', marks: ['*1', '*2'] });
});
