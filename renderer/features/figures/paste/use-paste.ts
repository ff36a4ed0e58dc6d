import { useMemo, useState } from 'react';
import type { AcceptedFigure, AcceptedOffers } from '#shared/edit/figure-offers.ts';
import { type Hint, markKey } from '#shared/figure-table/hints.ts';
import {
  type BareYear,
  type ColumnUse,
  guessMapping,
  signatureOf,
  type TableMapping,
  turned,
} from '#shared/figure-table/mapping.ts';
import { Standing } from '#shared/figure-table/offers.ts';
import type { PasteAnswers, RowTarget } from '#shared/figure-table/paste-context.ts';
import { type Proposal, proposalOf, rowLabels } from '#shared/figure-table/proposal.ts';
import { rowFinder } from '#shared/figure-table/row-finder.ts';
import { unitOfNew } from '#shared/figure-table/stated-unit.ts';
import { foldText } from '#shared/fold/fold.ts';
import { newId } from '#shared/model/basics.ts';
import type { Unit } from '#shared/model/indicator.ts';
import { blankOrganisation } from '#shared/model/organisation.ts';
import type { PastedTable } from '#shared/pasted/table.ts';
import { textByScript } from '#shared/pasted/text-by-script.ts';
import type { DraftForm } from '../../../ui/use-draft.ts';
import type { Figures } from '../use-figures.ts';
import { rememberedMapping, rememberMapping } from './remembered.ts';
import { isCalled, type NamedSource, newSource, sourceCalled } from './source-fields.tsx';

/** What a person says of a table, once for all of it. */
export type PasteForm = NamedSource & {
  readonly whose: string;
  readonly unit: Unit;
  readonly bare: BareYear | null;
  readonly dash: PasteAnswers['dash'];
  readonly why: string;
  /** What was said of the columns and rows of the table; null = nothing. */
  readonly mapped: Mapped | null;
};

/** What a person says of one table, known again by its heads. */
type Mapped = {
  readonly signature: string;
  /** By place. */
  readonly columns: Readonly<Record<string, ColumnUse>>;
  /** By place and name: another table with such heads has other rows. */
  readonly rows: Readonly<Record<string, RowChoice>>;
  /** Hints that were agreed to, by their place in the proposal. */
  readonly agreed: readonly number[];
};

export const BLANK_FORM: PasteForm = {
  source: '',
  sourceKind: 'own-report',
  whose: '',
  unit: 'people',
  bare: null,
  dash: null,
  why: '',
  mapped: null,
};

/** What a row is to be: a line that is there (its key), a new indicator, or nothing. */
export type RowChoice = string | 'new' | 'none';

export interface Paste {
  readonly table: PastedTable;
  readonly mapping: TableMapping;
  readonly isUnsure: boolean;
  readonly hasDashes: boolean;
  readonly choices: readonly RowChoice[];
  readonly proposal: Proposal;
  /** Hints that were agreed to, by their place in the proposal. */
  readonly agreed: ReadonlySet<number>;
  readonly setColumn: (column: number, use: ColumnUse) => void;
  readonly setRow: (row: number, choice: RowChoice) => void;
  readonly agree: (hint: number, on: boolean) => void;
  /** Keeps what its rows and columns are for the next table with such heads. */
  readonly remember: () => void;
  readonly accepted: AcceptedOffers;
  /** Some figures restate what their own source said before, and nobody has said why. */
  readonly needsWhy: boolean;
  readonly counts: Readonly<Record<'incoming' | 'same' | 'refused' | 'left', number>>;
}

/** What a pasted table would bring in, as far as a person has said what its rows and columns are. */
export function usePaste(
  pasted: PastedTable,
  figures: Figures,
  { value: form, change }: Pick<DraftForm<PasteForm>, 'value' | 'change'>,
): Paste {
  const convention = figures.workspace.fiscalYear;
  const table = useMemo(() => turned(pasted, convention), [pasted, convention]);
  const guess = useMemo(() => guessMapping(table, convention, form.bare), [table, convention, form.bare]);
  const signature = useMemo(() => signatureOf(table, guess), [table, guess]);
  const known = useMemo(() => rememberedMapping(signature), [signature]);
  const mapped = useMemo<Mapped>(
    () =>
      form.mapped?.signature === signature ? form.mapped : { signature, columns: {}, rows: {}, agreed: [] },
    [form.mapped, signature],
  );
  const say = (fields: Partial<Mapped>) => change({ mapped: { ...mapped, ...fields } });
  const agreed = useMemo(() => new Set(mapped.agreed), [mapped]);
  // New rows keep their ids while the rest of the form is filled in.
  const [ids] = useState(() => ({ source: newId(), organisation: newId(), rows: table.rows.map(newId) }));

  const mapping = useMemo<TableMapping>(
    () => ({
      ...guess,
      columns: guess.columns.map((use, column) => mapped.columns[column] ?? known.columns[column] ?? use),
    }),
    [guess, mapped, known],
  );
  const labels = useMemo(() => rowLabels(table, mapping), [table, mapping]);
  const find = useMemo(() => rowFinder(figures.rows), [figures.rows]);
  const choices = useMemo(() => {
    const keys = new Set(figures.rows.map(({ key }) => key));
    return labels.map((label, index): RowChoice => {
      const before = known.rows[label];
      const isThere = before === 'none' || (before !== undefined && keys.has(before));
      const usual = find(label)?.key ?? (label === '' ? 'none' : 'new');
      return mapped.rows[rowKey(index, label)] ?? (isThere ? before : usual);
    });
  }, [labels, figures.rows, mapped, known, find]);

  const context = useMemo(
    () => ({
      convention,
      standing: new Standing(figures.state.figures),
      indicators: new Map(figures.state.indicators.map((one) => [one.id, one])),
      organisations: new Map(
        figures.state.organisations.flatMap((one) =>
          [...Object.values(one.name), ...one.aliases].map((name) => [foldText(name), one.id] as const),
        ),
      ),
    }),
    [convention, figures.state],
  );
  const source = sourceCalled(figures.state.sources, form.source);
  const organisation = figures.state.organisations.find((one) => isCalled(one.name, form.whose));
  const sourceId = source?.id ?? (form.source.trim() === '' ? null : ids.source);
  const of = organisation?.id ?? (form.whose.trim() === '' ? null : ids.organisation);
  const proposal = useMemo(() => {
    const byKey = new Map(figures.rows.map((row) => [row.key, row]));
    const targets = choices.map((choice, index): RowTarget => {
      if (choice === 'none') return null;
      const row = byKey.get(choice);
      const { indicatorId, via, cell } = row ?? { indicatorId: ids.rows[index] ?? '', via: null, cell: {} };
      return { place: { indicatorId, via, cell, role: 'actual' }, isNew: !row, of: row?.of ?? null };
    });
    const cited = sourceId === null ? null : { sourceId, passageId: null, locator: '', asStated: '' };
    return proposalOf(table, mapping, targets, { cited, of, dash: form.dash }, context);
  }, [table, mapping, choices, figures.rows, ids, sourceId, of, form.dash, context]);

  const cells = proposal.rows.flatMap((row) => row.cells.map((cell) => ({ row, cell })));
  const incoming = cells.flatMap(({ row, cell }): AcceptedFigure[] => {
    if (!cell.wanted || !cell.verdict || cell.verdict.kind === 'same') return [];
    const { marks } = cell.wanted.said;
    return [
      {
        wanted: cell.wanted,
        verdict: cell.verdict,
        ...told(proposal.hints, agreed, row.index, cell.fiscalYear),
        note: textByScript(notesOf(table, marks).join(' ')),
      },
    ];
  });
  const isDash = ({ problem }: { readonly problem: string | null }) => problem === 'dash';
  return {
    table,
    mapping,
    isUnsure: guess.unsure.length > 0,
    hasDashes: form.dash !== null || cells.some(({ cell }) => isDash(cell)),
    choices,
    proposal,
    agreed,
    setColumn: (column, use) => say({ columns: { ...mapped.columns, [column]: use } }),
    setRow: (row, choice) => say({ rows: { ...mapped.rows, [rowKey(row, labels[row] ?? '')]: choice } }),
    remember: () =>
      rememberMapping(signature, {
        columns: Object.fromEntries(
          Object.entries<ColumnUse>({ ...known.columns, ...mapped.columns }).filter(
            ([, { use }]) => use !== 'year',
          ),
        ),
        rows: Object.fromEntries(labels.map((label, index) => [label, choices[index] ?? 'none'])),
      }),
    agree: (hint, on) =>
      say({ agreed: on ? [...mapped.agreed, hint] : mapped.agreed.filter((one) => one !== hint) }),
    accepted: {
      figures: incoming,
      indicators: proposal.rows.flatMap(({ target, label, labelMarks, unit, percent, cells: own }) =>
        target?.isNew && own.some(({ wanted }) => wanted)
          ? [
              {
                id: target.place.indicatorId,
                name: textByScript(label),
                ...unitOfNew(unit, percent ? 'percent' : form.unit),
                over: percent ? ('ratio' as const) : ('flow' as const),
                definition: textByScript([...table.above, ...notesOf(table, labelMarks)].join(' ')),
              },
            ]
          : [],
      ),
      source: source || sourceId === null ? null : newSource(sourceId, form),
      organisation:
        organisation || of === null
          ? null
          : blankOrganisation({ id: of, name: textByScript(form.whose.trim()), kind: 'own-set' }),
      why: form.why,
    },
    needsWhy: form.why.trim() === '' && incoming.some(({ verdict }) => verdict.kind === 'changed'),
    counts: {
      incoming: incoming.length,
      same: cells.filter(({ cell }) => cell.verdict?.kind === 'same').length,
      refused: cells.filter(({ cell }) => cell.problem !== null).length,
      left:
        proposal.unused + cells.filter(({ cell }) => cell.problem === null && cell.wanted === null).length,
    },
  };
}

const rowKey = (row: number, label: string) => `${row} ${label}`;

/** The break that was agreed to before a figure. */
function told(hints: readonly Hint[], agreed: ReadonlySet<number>, row: number, year: number) {
  const hint = hints.find(
    (one, index) => agreed.has(index) && one.kind === 'break' && one.row === row && one.before === year,
  );
  return {
    breakBefore: hint?.kind === 'break' ? { ...hint.break, note: textByScript(hint.note.text) } : null,
  };
}

/** The notes whose marks stand at a figure or at the name of a row. */
function notesOf({ notes }: PastedTable, marks: readonly string[]): string[] {
  const keys = new Set(marks.map(markKey));
  return notes.filter(({ mark }) => keys.has(markKey(mark))).map(({ mark, text }) => `${mark} ${text}`);
}
