import type { IssueAssessment, RoundAssessment } from '../assessment/assess-round.ts';
import type { MessageKey, Translate } from '../i18n/index.ts';
import type { IdOf } from '../model/id.ts';
import type { InstrumentReference } from '../model/instrument.ts';
import type { Dimension } from '../model/round.ts';
import { TOPIC_STANDARDS, topicText } from '../taxonomy/topics.ts';
import type { PictureTable } from './picture.ts';

/** A cell, and what it is sorted by; null = nothing, which stands last either way. */
export interface MatrixCell {
  readonly text: string;
  readonly sort: number | string | null;
}

export interface MatrixRow {
  readonly issue: IssueAssessment;
  readonly cells: Readonly<Record<MatrixColumnId, MatrixCell>>;
}

interface Column {
  readonly label: MessageKey;
  readonly cell: (
    t: Translate,
    issue: IssueAssessment,
    nameOf: (issueId: IdOf<'issues'>) => string,
  ) => MatrixCell;
}

const NOTHING: MatrixCell = { text: '–', sort: null };
const figure = (t: Translate, value: number | null): MatrixCell =>
  value === null ? NOTHING : { text: t('result.value', { value }), sort: value };

function dimension(of: Dimension): Column {
  return {
    label: `dimension.${of}`,
    cell: (t, { dimensions, nature, rank }) => {
      if (of === 'likelihood' && nature === 'actual' && rank !== null)
        return { text: t('result.happening'), sort: 6 };
      const { median, upper } = dimensions[of];
      return both(t, median, upper);
    },
  };
}

function both(t: Translate, shown: number | null, ranking: number | null): MatrixCell {
  if (shown === null || ranking === null) return NOTHING;
  return {
    text:
      shown === ranking
        ? t('result.value', { value: shown })
        : t('result.value.both', { value: shown, ranking }),
    sort: ranking,
  };
}

/** From here to there, sorted by how far that is. */
function fromTo(t: Translate, min: number, max: number): MatrixCell {
  return {
    text: min === max ? t('result.value', { value: min }) : t('result.range', { min, max }),
    sort: max - min,
  };
}

/** The registry of columns: everything that the pictures of a round say of an issue, one entry a column. */
const COLUMNS = {
  rank: {
    label: 'result.column.rank',
    cell: (t, { rank, tied, position }) =>
      rank === null
        ? { text: '–', sort: null }
        : { text: t(tied ? 'result.rank.tied' : 'result.rank', { rank }), sort: position },
  },
  issue: {
    label: 'result.column.issue',
    cell: (_t, { issueId }, nameOf) => ({ text: nameOf(issueId), sort: nameOf(issueId) }),
  },
  category: {
    label: 'chart.column.category',
    cell: (t, { category }) => ({ text: t(`category.${category}`), sort: t(`category.${category}`) }),
  },
  tier: {
    label: 'result.column.tier',
    cell: (_t, { tier }) => (tier === null ? NOTHING : { text: String(tier), sort: tier }),
  },
  severity: {
    label: 'dimension.severity',
    cell: (t, { severity, severityFloor }) =>
      severity
        ? both(t, severity.shown, severity.ranking)
        : severityFloor
          ? { text: t('result.floor', { value: severityFloor.shown }), sort: severityFloor.ranking }
          : NOTHING,
  },
  scale: dimension('scale'),
  scope: dimension('scope'),
  irremediability: dimension('irremediability'),
  likelihood: dimension('likelihood'),
  range: {
    label: 'matrix.column.range',
    cell: (t, { severityRange: range }) => (range === null ? NOTHING : fromTo(t, range.min, range.max)),
  },
  places: {
    label: 'matrix.column.places',
    cell: (t, { robustness }) =>
      robustness === null ? NOTHING : fromTo(t, robustness.best, robustness.worst),
  },
  voice: {
    label: 'result.column.voice',
    cell: (t, { voice }) =>
      voice.share === null
        ? NOTHING
        : { text: t('result.voice', { raised: voice.raised, heard: voice.heard }), sort: voice.share },
  },
  effect: {
    label: 'matrix.column.effect',
    cell: (t, { businessEffect }) => figure(t, businessEffect),
  },
  leverage: { label: 'matrix.column.leverage', cell: (t, { leverage }) => figure(t, leverage) },
  confidence: { label: 'rating.confidence', cell: (t, { confidence }) => figure(t, confidence) },
  raters: {
    label: 'matrix.column.raters',
    cell: (_t, { raters }) => ({ text: String(raters), sort: raters }),
  },
  suggestion: {
    label: 'matrix.column.suggestion',
    cell: (t, { suggestion: { level } }) =>
      level === null ? NOTHING : { text: t(`level.${level}`), sort: t(`level.${level}`) },
  },
  badges: {
    label: 'result.column.flags',
    cell: (t, { badges }) => ({
      text: badges.map((badge) => t(`badge.${badge}`)).join(t('chart.list.and')),
      sort: badges.length,
    }),
  },
} as const satisfies Record<string, Column>;

export type MatrixColumnId = keyof typeof COLUMNS;
export const MATRIX_COLUMNS = Object.keys(COLUMNS) as MatrixColumnId[];

export function columnLabel(t: Translate, id: MatrixColumnId): string {
  return t(COLUMNS[id].label);
}

/** A round's matrix as a table, in salience order: the same figures for those whom a picture does not serve. */
export function matrixRows(
  { issues }: Pick<RoundAssessment, 'issues'>,
  nameOf: (issueId: IdOf<'issues'>) => string,
  t: Translate,
): MatrixRow[] {
  return issues.map((issue) => ({
    issue,
    cells: Object.fromEntries(MATRIX_COLUMNS.map((id) => [id, COLUMNS[id].cell(t, issue, nameOf)])) as Record<
      MatrixColumnId,
      MatrixCell
    >,
  }));
}

/** The same as plain text, for a file or the clipboard; with the topics of reporting standards that each issue names. */
export function matrixTable(
  assessment: Pick<RoundAssessment, 'issues'>,
  nameOf: (issueId: IdOf<'issues'>) => string,
  instrumentsOf: (issueId: IdOf<'issues'>) => readonly InstrumentReference[],
  t: Translate,
): PictureTable {
  return {
    columns: [
      ...MATRIX_COLUMNS.map((id) => columnLabel(t, id)),
      ...TOPIC_STANDARDS.map((standard) => t(`topic.column.${standard}`)),
    ],
    rows: matrixRows(assessment, nameOf, t).map(({ issue, cells }) => ({
      id: issue.issueId,
      cells: [
        ...MATRIX_COLUMNS.map((id) => cells[id].text),
        ...TOPIC_STANDARDS.map((standard) => topicText(standard, instrumentsOf(issue.issueId), t)),
      ],
    })),
  };
}

/** Rows by a column; what has nothing there stands last, equals keep the salience order. */
export function sortRows(
  rows: readonly MatrixRow[],
  { column, down }: { readonly column: MatrixColumnId; readonly down: boolean },
  language: string,
): MatrixRow[] {
  const order = new Intl.Collator(language);
  return [...rows].sort((a, b) => {
    const [one, other] = [a.cells[column].sort, b.cells[column].sort];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    const way =
      typeof one === 'number' && typeof other === 'number'
        ? one - other
        : order.compare(String(one), String(other));
    return (down ? -way : way) || a.issue.position - b.issue.position;
  });
}
