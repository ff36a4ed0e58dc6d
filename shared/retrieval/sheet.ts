import { attributionText } from '../i18n/attribution.ts';
import { policyFor } from '../model/attribution.ts';
import type { Id } from '../model/basics.ts';
import type { PassageQuery } from '../model/view.ts';
import { type CrossTable, issuesBy, issuesByDialogue, issuesTogether } from './cross.ts';
import { attributionOfPlace, type Find } from './find.ts';
import { PassageIndex, type RetrievalTables } from './passage-index.ts';
import type { RetrievalWords } from './words.ts';

/** The columns of the table of passages, in their order. */
export const SHEET_COLUMNS = ['date', 'dialogue', 'who', 'quote', 'issues', 'advice', 'coders'] as const;
export type SheetColumn = (typeof SHEET_COLUMNS)[number];

/** What a cell of the table says, as text. `who` is as far as the policy lets it be told. */
export function sheetCell(find: Find, column: SheetColumn, { t, issue, year }: RetrievalWords): string {
  switch (column) {
    case 'date':
      return find.dialogue.date ?? year(find.dialogue.fiscalYear);
    case 'dialogue':
      return find.dialogue.title;
    case 'who':
      return attributionText(t, find.attribution);
    case 'quote':
      return find.quote;
    case 'issues':
      return find.issueIds.map(issue).join(t('retrieval.separator'));
    case 'advice':
      return find.advice
        .map(({ kind, status }) =>
          t('retrieval.adviceCell', { kind: t(`adviceKind.${kind}`), status: t(`adviceStatus.${status}`) }),
        )
        .join(t('retrieval.separator'));
    case 'coders':
      return find.coders.join(t('retrieval.separator'));
  }
}

/** Text for the clipboard, tab-separated, and how many finds it leaves out as off the record (UNGP 21). */
export interface ToldSheet {
  readonly text: string;
  readonly rows: number;
  readonly leftOut: number;
}

/** The table of passages as it may leave the office: nothing off the record, nobody named against the policy. */
export function toldSheet(finds: readonly Find[], words: RetrievalWords): ToldSheet {
  const told = finds.filter(({ attribution }) => attribution.policy !== 'off-record');
  const head = SHEET_COLUMNS.map((column) => words.t(`retrieval.column.${column}`));
  const rows = told.map((find) => SHEET_COLUMNS.map((column) => sheetCell(find, column, words)));
  return { text: separated([head, ...rows]), rows: rows.length, leftOut: finds.length - told.length };
}

/**
 * A table of counts as it may leave the office. Passages off the record are not counted, and speakers stand under what
 * may be told of them: those who may not be told apart share a column.
 */
export function toldCross(
  form: 'issues' | 'speakers' | 'dialogues',
  tables: RetrievalTables,
  query: PassageQuery,
  words: RetrievalWords,
): string {
  const dialogues = new Map(tables.dialogues.map((dialogue) => [dialogue.id, dialogue]));
  const index = new PassageIndex({
    ...tables,
    passages: tables.passages.filter((passage) => {
      const dialogue = dialogues.get(passage.dialogueId);
      return dialogue !== undefined && policyFor(dialogue, passage) !== 'off-record';
    }),
  });
  if (form === 'issues') return crossText(issuesTogether(index, query), words.issue, words);
  if (form === 'dialogues') return crossText(issuesByDialogue(index, query), words.dialogue, words);
  const labels = new Map(
    index.entries.map((entry) => [attributionText(words.t, attributionOfPlace([entry])), true]),
  );
  const table = issuesBy(index, query, (place) => attributionText(words.t, attributionOfPlace(place)), [
    ...labels.keys(),
  ]);
  return crossText(table, (label) => label, words);
}

function crossText(table: CrossTable, column: (id: Id) => string, { t, issue }: RetrievalWords): string {
  return separated([
    [t('retrieval.column.issues'), ...table.columns.map(column)],
    ...table.rows.map((row) => [issue(row), ...table.columns.map((one) => String(table.count(row, one)))]),
  ]);
}

/** A spreadsheet takes a cell that begins so for a formula. */
const FORMULA = /^[=+@-]/;

function separated(rows: readonly (readonly string[])[]): string {
  return rows
    .map((cells) =>
      cells
        .map((cell) => cell.replaceAll(/\s+/g, ' ').trim())
        .map((cell) => (FORMULA.test(cell) ? `'${cell}` : cell))
        .join('\t'),
    )
    .join('\n');
}
