import { Disclosure } from '../../attribution/disclosure.ts';
import type { GridRow } from '../../figure-table/rows.ts';
import { MARK_OF, marksOf, SIGN_OF } from '../../figures/signs.ts';
import { withheldFigure, withheldIn } from '../../figures/small-counts.ts';
import { cellText, valueText } from '../../figures/value-text.ts';
import { fiscalYearLabel } from '../../i18n/dates.ts';
import { type Language, type Translate, translator } from '../../i18n/index.ts';
import { type FiscalYear, type Id, type LocalText, textIn } from '../../model/basics.ts';
import type { Figure } from '../../model/figure.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { WorkspaceState } from '../../model/tables.ts';
import type { SourceId } from '../document.ts';
import { type FigureSources, figureSources } from './figure-sources.ts';

/** Rows that the figures of a year are told from. */
export type YearTables = WorkspaceState;

/** Years that stand beside one another. */
const YEARS = 3;

/** What all parts of the summary need to tell a figure. */
export class YearWords {
  readonly year: FiscalYear;
  readonly language: Language;
  readonly t: Translate;
  readonly years: readonly FiscalYear[];
  readonly yearOf: (year: FiscalYear) => string;
  readonly organisations: ReadonlyMap<Id, Organisation>;
  readonly sources: FigureSources;
  /** Figures that are printed as withheld. */
  readonly hidden: ReadonlySet<Id>;
  readonly disclosure: Disclosure;

  constructor(state: YearTables, year: FiscalYear, language: Language) {
    this.year = year;
    this.language = language;
    const workspace = state.workspace[0];
    this.t = translator(language);
    this.years = Array.from({ length: YEARS }, (_one, index) => year - YEARS + 1 + index);
    this.yearOf = (one) => (workspace ? fiscalYearLabel(one, workspace.fiscalYear, language) : String(one));
    this.organisations = new Map(state.organisations.map((one) => [one.id, one]));
    this.disclosure = new Disclosure(state, this.t('report.withheldName'), language);
    this.sources = figureSources(state, { t: this.t, language, disclosure: this.disclosure });
    this.hidden = new Set([
      ...withheldIn(state),
      ...state.figures.filter((one) => this.sources.isOffRecord(one)).map(({ id }) => id),
    ]);
  }

  /** The tables as they are told: of what is withheld nothing is left but that, so that nothing follows from it. */
  told(state: YearTables): YearTables {
    return { ...state, figures: this.toldFigures(state.figures) };
  }

  toldFigures(figures: readonly Figure[]): Figure[] {
    return figures.map((one) => (this.hidden.has(one.id) ? withheldFigure(one) : one));
  }

  tell(text: LocalText | string): string {
    return this.disclosure.anywhere((typeof text === 'string' ? text : textIn(text, this.language)).trim());
  }

  /** A figure as it may be printed, with its marks. */
  value(figure: Figure): string {
    if (this.hidden.has(figure.id)) return SIGN_OF.withheld;
    const marks = [
      ...figure.marks.map((one) => this.tell(one)),
      ...marksOf(figure).map((mark) => MARK_OF[mark]),
    ];
    return [valueText(figure, this.t), ...marks].filter(Boolean).join(' ');
  }

  source(figure: Figure): SourceId | null {
    return this.hidden.has(figure.id) ? null : this.sources.idOf(figure);
  }

  whose(figure: Pick<Figure, 'of' | 'ofBasis'>): string {
    const name = this.tell(this.organisations.get(figure.of ?? '')?.name ?? {});
    if (name === '') return this.t('report.year.unstated');
    return figure.ofBasis === 'inferred' ? this.t('report.year.inferred', { name }) : name;
  }

  /** A row by name: what is counted, of which part, through what. */
  row({ indicator, cell, arrangement }: GridRow): string {
    return [
      this.tell(indicator.name),
      this.tell(cellText(indicator, cell, this.language)),
      this.tell(arrangement?.name ?? {}),
    ]
      .filter(Boolean)
      .join(this.t('report.board.separator'));
  }
}
