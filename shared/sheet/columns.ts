import type { RatingField, RatingFields } from '../edit/merge-ratings.ts';
import type { MessageKey, Translate } from '../i18n/index.ts';
import { DEFAULT_SIZE, pointsOf, type ScaleSize, scaleGaps } from '../model/scale.ts';

/** Fields that a sheet asks for, in the order of their columns. */
export const ASKED = [
  'nature',
  'scale',
  'scope',
  'irremediability',
  'likelihood',
  'delay',
  'connection',
  'leverage',
  'businessEffect',
  'valueChain',
  'confidence',
  'rationale',
  'passages',
] as const satisfies readonly RatingField[];
export type Asked = (typeof ASKED)[number];

/** Every column: what a row is about, then what is asked of it. */
export const COLUMNS = ['id', 'issue', 'definition', ...ASKED] as const;
export type Column = (typeof COLUMNS)[number];

/** Stands in the hidden first row above each column, so that columns are found wherever they were moved to. */
export function keyOf(column: Column): string {
  return `hearken.${column}`;
}

export const COLUMN_OF_KEY: ReadonlyMap<string, Column> = new Map(
  COLUMNS.map((column) => [keyOf(column), column]),
);

/** The word that heads a column; the column of ids is hidden and has none. */
export const HEADING: Readonly<Record<Exclude<Column, 'id'>, MessageKey>> = {
  issue: 'sheet.column.issue',
  definition: 'sheet.column.definition',
  nature: 'sheet.column.nature',
  scale: 'dimension.scale',
  scope: 'dimension.scope',
  irremediability: 'dimension.irremediability',
  likelihood: 'dimension.likelihood',
  delay: 'sheet.column.delay',
  connection: 'sheet.column.connection',
  leverage: 'sheet.column.leverage',
  businessEffect: 'sheet.column.businessEffect',
  valueChain: 'sheet.column.valueChain',
  confidence: 'sheet.column.confidence',
  rationale: 'sheet.column.rationale',
  passages: 'sheet.column.passages',
};

/** What is asked in a column. */
export const QUESTION: Readonly<Record<Asked, MessageKey>> = {
  nature: 'sheet.ask.nature',
  scale: 'rating.ask.scale',
  scope: 'rating.ask.scope',
  irremediability: 'rating.ask.irremediability',
  likelihood: 'rating.ask.likelihood',
  delay: 'sheet.ask.delay',
  connection: 'sheet.ask.connection',
  leverage: 'sheet.ask.leverage',
  businessEffect: 'sheet.ask.businessEffect',
  valueChain: 'sheet.ask.valueChain',
  confidence: 'sheet.ask.confidence',
  rationale: 'sheet.ask.rationale',
  passages: 'sheet.ask.passages',
};

/** What fills the gaps of questions: the sheet with the quotes, and the points of the scale. */
export function questionGaps(t: Translate, size: ScaleSize) {
  return { tab: t('sheet.tab.evidence'), ...scaleGaps(size) };
}

interface Choice {
  readonly value: Exclude<RatingFields[Asked], null | readonly string[]>;
  /** Null = the number itself. */
  readonly word: MessageKey | null;
}

const points: readonly Choice[] = pointsOf(DEFAULT_SIZE).map((value) => ({ value, word: null }));
const answers: readonly Choice[] = [...points, { value: 'abstain', word: 'rating.abstain' }];

/** Columns with a list to choose from; `rationale` and `passages` are written freely. */
export type Chosen = Exclude<Asked, 'rationale' | 'passages'>;
export const CHOICES: Readonly<Record<Chosen, readonly Choice[]>> = {
  nature: [
    { value: 'actual', word: 'nature.actual' },
    { value: 'potential', word: 'nature.potential' },
  ],
  scale: answers,
  scope: answers,
  irremediability: answers,
  likelihood: answers,
  delay: [
    { value: true, word: 'sheet.word.yes' },
    { value: false, word: 'sheet.word.no' },
  ],
  connection: [
    { value: 'cause', word: 'rating.connection.cause' },
    { value: 'contribute', word: 'rating.connection.contribute' },
    { value: 'directly-linked', word: 'rating.connection.directly-linked' },
  ],
  leverage: points,
  businessEffect: points,
  valueChain: [
    { value: 'upstream', word: 'rating.valueChain.upstream' },
    { value: 'own-operations', word: 'rating.valueChain.own-operations' },
    { value: 'downstream', word: 'rating.valueChain.downstream' },
  ],
  confidence: [
    { value: 1, word: 'rating.confidence.1' },
    { value: 2, word: 'rating.confidence.2' },
    { value: 3, word: 'rating.confidence.3' },
  ],
};

/** What a column lets choose in a round whose scale has so many points. */
export function choicesOn(field: Chosen, size: ScaleSize): readonly Choice[] {
  return CHOICES[field].filter(({ value }) => typeof value !== 'number' || value <= size);
}

/** What any field of a rating is called. */
export const FIELD_LABEL: Readonly<Record<RatingField, MessageKey>> = {
  ...HEADING,
  advice: 'sheets.field.advice',
  sources: 'rating.sources',
};
