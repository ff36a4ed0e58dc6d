import { LEGACY_IN_REPORT, LENSES_IN_REPORT, type LegacyInReport, type LensInReport } from '../chart/lens.ts';
import type { Language, MessageKey } from '../i18n/index.ts';
import type { Instant } from '../model/basics.ts';

/**
 * A report as plain data, before it is a Word file (or any other): what is said, in which order, and nothing of how it
 * looks. Text is as people wrote it; the writer of a format cleans it for that format.
 */

/** A range of a line that stands out. */
export interface Span {
  readonly text: string;
  readonly strong?: true;
  /** Said aside: units, ranges, notes. */
  readonly quiet?: true;
  /** Stands for a source: a link to it in the list at the end. Its text, `[3]`, is given when the sources are numbered. */
  readonly cite?: SourceId;
}

export type Line = string | readonly (string | Span)[];

/** What a statement rests on; a report's sources are numbered in the order in which they are cited first. */
export type SourceId = string;

export interface Column {
  readonly head: string;
  /** Share of the table's width; the shares of a table are put in proportion. */
  readonly share: number;
  /** `end` for figures. */
  readonly align?: 'start' | 'center' | 'end';
}

/** A cell holds lines of its own; most hold one. `apart`: each is a statement, with a little air between. */
export type Cell = Line | { readonly lines: readonly Line[]; readonly apart?: true };

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  /** `before`: introduces what follows and stays on its page. */
  | {
      readonly kind: 'paragraph';
      readonly text: Line;
      readonly manner?: 'lead' | 'small';
      readonly before?: true;
    }
  /** "Label: value" lines, e.g. the date and the place of a dialogue. */
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | {
      readonly kind: 'quote';
      readonly text: string;
      readonly source: string;
      /** Where it stands in the record. */
      readonly cites?: readonly Citation[];
    }
  | { readonly kind: 'list'; readonly items: readonly Line[]; readonly numbered?: true }
  /** What a reader must not miss, set apart. `before`: stays on the page of what follows. */
  | {
      readonly kind: 'note';
      readonly title: string;
      readonly lines: readonly string[];
      readonly before?: true;
    }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly Cell[])[];
      /** Under the table, in small type. */
      readonly note?: string;
      readonly cites?: readonly Citation[];
      /** Its columns stay, even where one says the same of every row: e.g. a scale. */
      readonly whole?: true;
    }
  | {
      readonly kind: 'picture';
      readonly picture: PictureName;
      readonly caption: string;
      readonly alt: string;
      readonly cites?: readonly Citation[];
    }
  /** The list that citations lead to. */
  | {
      readonly kind: 'sources';
      readonly sources: readonly Source[];
      /** One behind the other, to save room. */
      readonly running?: true;
    };

/** A source as a caption or a quote cites it. */
export interface Citation {
  readonly cite: SourceId;
  /** `[3]`; empty until the sources are numbered. */
  readonly text: string;
}

export interface Source {
  readonly id: SourceId;
  /** `[3]`. */
  readonly label: string;
  readonly text: string;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** Pictures of a round that a caller may bring along, already drawn. */
export type RoundPicture = LensInReport | 'groups' | 'tornado' | LegacyInReport;
export const ROUND_PICTURES: readonly RoundPicture[] = [
  ...LENSES_IN_REPORT,
  'groups',
  'tornado',
  ...LEGACY_IN_REPORT,
];
/** Those of a round, and of a year's figures. */
export type PictureName = RoundPicture | 'trends' | 'supplierCoverage';

/** A drawn picture. Width and height in CSS pixels, as it is to be seen; `png` may hold more. */
export interface Picture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export type Pictures = Readonly<Partial<Record<PictureName, Picture>>>;

export interface Section {
  readonly id: string;
  readonly title: string;
  /** Statistics and detail, after everything else. */
  readonly appendix?: true;
  readonly blocks: readonly Block[];
}

/** Something that is not in the report although it is in the workspace, or that its reader should look at twice. */
export interface Omission {
  readonly reason: OmissionReason;
  readonly count: number;
}

export const OMISSION_REASONS = [
  'off-record-dialogue',
  'off-record-quote',
  'off-record-advice',
  'off-record-restatement',
  'withheld-name',
  'names-not-listed',
  'traceable',
  'off-record-row',
] as const;
export type OmissionReason = (typeof OMISSION_REASONS)[number];

/** The sentence for an omission: `reports.omission.<reason>`. */
export function omissionKey(reason: OmissionReason): MessageKey {
  return `reports.omission.${reason}`;
}

export interface ReportDocument {
  readonly kind: ReportKind;
  readonly language: Language;
  readonly title: string;
  readonly subtitle: string;
  /** In the running head: whose report it is. */
  readonly workspaceName: string;
  /** Who made the file; empty = not said. */
  readonly creator: string;
  readonly subject: string;
  readonly keywords: readonly string[];
  /** The date the document bears; given from outside, so that the same state gives the same bytes. */
  readonly writtenAt: Instant;
  readonly sections: readonly Section[];
  readonly omissions: readonly Omission[];
  /** Sections that the workspace holds nothing for, by title: told to whoever writes it, and not in the document. */
  readonly missing: readonly string[];
}

export const REPORT_KINDS = [
  'dialogue',
  'follow-up',
  'materiality',
  'year',
  'human-rights',
  'statement',
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** Whether a report is of a dialogue; else it is of a round, of a fiscal year, or of a statement. */
export function isOfDialogue(kind: ReportKind): boolean {
  return kind === 'dialogue' || kind === 'follow-up';
}
