import type { CellPlace } from './address.ts';

/** How a cell looks; colours as RRGGBB, sizes in points. */
export interface CellStyle {
  readonly bold?: true;
  readonly italic?: true;
  readonly size?: number;
  readonly color?: string;
  readonly fill?: string;
  readonly border?: true;
  readonly wrap?: true;
  readonly across?: 'left' | 'center';
  readonly down?: 'top' | 'center';
  /** Whoever fills in the sheet may change it; everything else is locked while the sheet is protected. */
  readonly open?: true;
  /** Typed text stays text, whatever it looks like (number format `@`). */
  readonly text?: true;
}

export interface SheetCell {
  readonly value: string | number;
  readonly style?: CellStyle;
}

export interface SheetRow {
  /** Cells from column A on; null = nothing there. */
  readonly cells: readonly (SheetCell | null)[];
  /** Points; absent = as high as its text needs, and growing with it. */
  readonly height?: number;
  readonly hidden?: true;
}

export interface SheetColumn {
  /** Characters of the standard font. */
  readonly width: number;
  readonly hidden?: true;
}

/** What may be put into a range of cells, and what is said beside a chosen one. */
export interface Validation {
  readonly from: CellPlace;
  readonly to: CellPlace;
  /** Words or numbers to choose from; none = anything goes and only the message is shown. */
  readonly list?: readonly string[];
  readonly title: string;
  readonly message: string;
  /** Shown where something else was put in. */
  readonly error?: string;
}

export interface Sheet {
  readonly name: string;
  /** `sealed`: not shown, and no menu offers to show it (`veryHidden`). */
  readonly visibility: 'shown' | 'sealed';
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  /** Rows and columns that stay in view. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly validations?: readonly Validation[];
  /** Guards the structure against slips, without a password. */
  readonly protected: boolean;
  /** Row with the titles of a table that can be filtered; counts from 1. */
  readonly filterRow?: number;
  /** Cell that is chosen when the sheet is first opened. */
  readonly active?: CellPlace;
  readonly print?: {
    readonly paper: 'a3' | 'a4';
    readonly landscape: boolean;
    /** Rows, counted from 1, that head every page. */
    readonly titleRows?: readonly [from: number, to: number];
    /** What stands at the foot of a page, left; its number stands right. */
    readonly footer: string;
  };
}

export interface Workbook {
  readonly title: string;
  readonly creator: string;
  /** ISO 8601. */
  readonly at: string;
  readonly font: string;
  readonly language: string;
  readonly sheets: readonly Sheet[];
}
