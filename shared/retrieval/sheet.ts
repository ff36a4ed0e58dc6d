import type { Disclosure } from '../attribution/disclosure.ts';
import {
  type Leak,
  type LeakChoices,
  type LeakPlace,
  type LeakSource,
  leaksOfText,
  settledText,
} from '../attribution/leak.ts';
import { tabSeparated } from '../delimited.ts';
import { attributionText } from '../i18n/attribution.ts';
import { attributionOf, strictest } from '../model/attribution.ts';
import type { Id } from '../model/basics.ts';
import type { PassageQuery } from '../model/view.ts';
import { type CrossTable, issuesBy, issuesByDialogue, issuesTogether } from './cross.ts';
import type { Find, Place } from './find.ts';
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
export interface RedactedSheet {
  readonly text: string;
  /** Names left in it that may not be told, or words that may be such names; nothing is copied until they are settled. */
  readonly leaks: readonly Leak[];
  readonly rows: number;
  readonly leftOut: number;
}

/**
 * The table of passages as it may leave the office: nothing off the record, nobody named against the policy, and with
 * the choices about doubtful words carried out.
 */
export function redactedSheet(
  finds: readonly Find[],
  words: RetrievalWords,
  disclosure: Disclosure,
  choices: LeakChoices = {},
): RedactedSheet {
  const leaks: Leak[] = [];
  const head = SHEET_COLUMNS.map((column) => words.t(`retrieval.column.${column}`));
  const rows = finds.flatMap((find) => {
    const redacted = redactedFind(find, disclosure, choices);
    if (redacted === null) return [];
    leaks.push(...redacted.leaks);
    return redacted.find === null
      ? []
      : [SHEET_COLUMNS.map((column) => sheetCell(redacted.find ?? find, column, words))];
  });
  return {
    text: tabSeparated([head, ...rows]),
    rows: rows.length,
    leftOut: finds.length - rows.length,
    // The title of a dialogue stands in many rows and is asked about once.
    leaks: [...new Map(leaks.map((leak) => [leak.id, leak])).values()],
  };
}

/** A find as it may leave the office; null = off the record. `find` is null where somebody chose to leave it out. */
export function redactedFind(
  find: Find,
  disclosure: Disclosure,
  choices: LeakChoices = {},
): { readonly find: Find | null; readonly leaks: readonly Leak[] } | null {
  const { dialogue, participant, passageIds, turn } = find;
  const attribution = attributionOf(dialogue, participant, {
    attribution: strictest([dialogue.attribution, disclosure.policyOfAll(passageIds)]),
  });
  if (attribution.policy === 'off-record') return null;
  const leaks: Leak[] = [];
  const tell = (id: string, written: string, about: readonly Id[], place: LeakPlace, source: LeakSource) => {
    const text = disclosure.text(written, dialogue.id, about);
    const names = disclosure.names(text, dialogue.id, about);
    const own = leaksOfText(text, names, { id, place, part: '', source });
    leaks.push(...own);
    return settledText(text, names, own, choices, disclosure.placeholder);
  };
  const passage = { kind: 'passage' as const, dialogueId: dialogue.id, turnId: turn.id, passageId: find.id };
  const quote = tell(`${find.id}.quote`, find.quote, passageIds, 'quote', passage);
  const title = tell(`${dialogue.id}.title`, dialogue.title, [], 'heading', {
    kind: 'dialogue',
    dialogueId: dialogue.id,
  });
  const advice = find.advice.map((one) => ({
    ...one,
    // Where some of its words are off the record, the office's words may hold them.
    restatement: one.passageIds.some((id) => disclosure.policyOf(id) === 'off-record')
      ? ''
      : disclosure.text(one.restatement, dialogue.id, one.passageIds),
  }));
  return {
    find:
      quote === null
        ? null
        : {
            ...find,
            quote,
            attribution,
            advice,
            dialogue: { ...dialogue, title: title ?? disclosure.placeholder },
          },
    leaks,
  };
}

/**
 * A table of counts as it may leave the office. Passages off the record are not counted, and speakers stand under what
 * may be told of them: those who may not be told apart share a column.
 */
export function redactedCross(
  form: 'issues' | 'speakers' | 'dialogues',
  tables: RetrievalTables,
  query: PassageQuery,
  words: RetrievalWords,
  disclosure: Disclosure,
): string {
  const index = new PassageIndex({
    ...tables,
    passages: tables.passages.filter(({ id }) => disclosure.policyOf(id) !== 'off-record'),
  });
  if (form === 'issues') return crossText(issuesTogether(index, query), words.issue, words);
  if (form === 'dialogues')
    return crossText(issuesByDialogue(index, query), (id) => disclosure.text(words.dialogue(id), id), words);
  const who = ([first, ...others]: Place) =>
    attributionText(
      words.t,
      attributionOf(first.dialogue, first.participant, {
        attribution: disclosure.policyOfAll([first, ...others].map(({ passage }) => passage.id)),
      }),
    );
  const labels = new Set(index.entries.map((entry) => who([entry])));
  const table = issuesBy(index, query, who, [...labels]);
  return crossText(table, (label) => label, words);
}

function crossText(table: CrossTable, column: (id: Id) => string, { t, issue }: RetrievalWords): string {
  return tabSeparated([
    [t('retrieval.column.issues'), ...table.columns.map(column)],
    ...table.rows.map((row) => [issue(row), ...table.columns.map((one) => String(table.count(row, one)))]),
  ]);
}
