import type { Disclosure, SpokenWords } from '../attribution/disclosure.ts';
import {
  type Leak,
  type LeakChoices,
  type LeakSource,
  leaksOfText,
  settledText,
} from '../attribution/leak.ts';
import { attributionText } from '../i18n/attribution.ts';
import { type Advice, adviceDue, isSettled } from '../model/advice.ts';
import type { Attribution } from '../model/attribution.ts';
import type { PartialDate } from '../model/basics.ts';
import { type Commitment, commitmentDue, isOpen } from '../model/commitment.ts';
import type { Dialogue } from '../model/dialogue.ts';
import { type DueState, lastDayOf } from '../model/due.ts';
import type { IdOf } from '../model/id.ts';
import type { Passage } from '../model/turn.ts';
import type { ToldLater } from './told-later.ts';
import type { RetrievalWords } from './words.ts';

/** What a register of advice can show of each, in the order of its columns. */
export const ADVICE_COLUMNS = [
  'advice',
  'who',
  'dialogue',
  'year',
  'issues',
  'kind',
  'status',
  'owner',
  'due',
  'addressee',
  'response',
  'commitment',
  'later',
] as const;
export type AdviceColumn = (typeof ADVICE_COLUMNS)[number];

/** Advice with the words it was heard in, and what the company said later. */
export interface AdviceRow {
  readonly advice: Advice;
  readonly quotes: readonly {
    readonly passage: Passage;
    readonly dialogue: Dialogue;
    readonly attribution: Attribution;
  }[];
  readonly later: ToldLater | null;
  /** What was promised in answer. */
  readonly commitments: readonly Commitment[];
}

export interface AdviceWords extends Pick<RetrievalWords, 't' | 'issue' | 'year'> {
  /** A date as it is written; empty for none. */
  readonly day: (date: string | null) => string;
}

/** Who is to do something about it: answer it, or keep what was promised; each once. */
export function ownersOf({ advice, commitments }: Pick<AdviceRow, 'advice' | 'commitments'>): string[] {
  return [
    ...new Set([advice.owner, ...commitments.map(({ owner }) => owner)].map((one) => one.trim())),
  ].filter(Boolean);
}

/** By when something is to be done about it next: the first date that is still open, else the last one there was. */
export function nextDue({
  advice,
  commitments,
}: Pick<AdviceRow, 'advice' | 'commitments'>): PartialDate | null {
  const dates = (of: readonly { readonly due: PartialDate | null }[]) =>
    of.flatMap(({ due }) => due ?? []).sort((a, b) => lastDayOf(a).localeCompare(lastDayOf(b)));
  const open = dates([...(isSettled(advice) ? [] : [advice]), ...commitments.filter(isOpen)]);
  return open[0] ?? dates([advice, ...commitments]).at(-1) ?? null;
}

/**
 * How the dates of advice and of what was promised in answer stand on a day, the most pressing first: what is settled is
 * never overdue, nor soon.
 */
export function dueOf(
  { advice, commitments }: Pick<AdviceRow, 'advice' | 'commitments'>,
  today: PartialDate,
): DueState {
  const states = [adviceDue(advice, today), ...commitments.map((one) => commitmentDue(one, today))];
  return (['overdue', 'soon', 'later'] as const).find((state) => states.includes(state)) ?? 'undated';
}

/** What a cell says, as text: within the office. What leaves it is written by `redactedAdvice`. */
export function adviceCell(row: AdviceRow, column: AdviceColumn, words: AdviceWords): string {
  const { advice, quotes, later, commitments } = row;
  const { t } = words;
  const dialogue = quotes[0]?.dialogue;
  switch (column) {
    case 'advice':
      return advice.restatement || (quotes[0]?.passage.quote ?? '');
    case 'who':
      return [...new Set(quotes.map(({ attribution }) => attributionText(t, attribution)))].join(' · ');
    case 'dialogue':
      return dialogue?.title ?? '';
    case 'year':
      return dialogue ? words.year(dialogue.fiscalYear) : '';
    case 'issues':
      return advice.issueIds.map(words.issue).join(t('retrieval.separator'));
    case 'kind':
      return t(`adviceKind.${advice.kind}`);
    case 'status':
      return t(`adviceStatus.${advice.status}`);
    case 'owner':
      return ownersOf(row).join(t('retrieval.separator'));
    case 'due':
      return words.day(nextDue(row));
    case 'commitment':
      return commitments.map((one) => one.text).join(t('retrieval.separator')) || advice.noCommitmentWhy;
    case 'later':
      return later
        ? `${later.dialogue.title}: ${later.words.map((one) => one.passage.quote).join(' … ')}`
        : '';
    default:
      return advice[column];
  }
}

/** A table of advice that may leave the office. */
export interface RedactedAdvice {
  /** The heads, then a row of cells for each piece of advice. */
  readonly cells: readonly (readonly string[])[];
  /** Names left in it that may not be told, or words that may be such names: to be settled before it is passed on. */
  readonly leaks: readonly Leak[];
  /** Pieces of advice of which nothing may be told. */
  readonly leftOut: number;
}

/**
 * Advice as a table that may leave the office: what is off the record is left out, nobody is named against a policy, and
 * the choices about doubtful words are carried out.
 */
export function redactedAdvice(
  rows: readonly AdviceRow[],
  columns: readonly AdviceColumn[],
  words: AdviceWords,
  disclosure: Disclosure,
  choices: LeakChoices = {},
): RedactedAdvice {
  const leaks = new Map<string, Leak>();
  const told = rows.flatMap((row) => {
    const redact = new Redaction(row, words, disclosure, choices, leaks);
    return redact.told ? [columns.map((column) => redact.cell(column))] : [];
  });
  return {
    cells: [columns.map((column) => words.t(`advice.column.${column}`)), ...told],
    leaks: [...leaks.values()],
    leftOut: rows.length - told.length,
  };
}

/** Writes the cells of one row as they may be told. */
class Redaction {
  readonly #row: AdviceRow;
  readonly #words: AdviceWords;
  readonly #disclosure: Disclosure;
  readonly #choices: LeakChoices;
  readonly #leaks: Map<string, Leak>;
  readonly #spoken: readonly SpokenWords[];

  constructor(
    row: AdviceRow,
    words: AdviceWords,
    disclosure: Disclosure,
    choices: LeakChoices,
    leaks: Map<string, Leak>,
  ) {
    this.#row = row;
    this.#words = words;
    this.#disclosure = disclosure;
    this.#choices = choices;
    this.#leaks = leaks;
    this.#spoken = this.#spokenOf(row.quotes.map(({ passage }) => passage.id));
  }

  get told(): boolean {
    return this.#spoken.length > 0;
  }

  cell(column: AdviceColumn): string {
    const { advice, quotes, later } = this.#row;
    switch (column) {
      case 'advice': {
        // Where some of the words are off the record, the office's words may hold them: the quotes speak alone.
        const whole = this.#spoken.length === quotes.length;
        return this.#tell(
          column,
          whole && advice.restatement ? advice.restatement : this.#quotes(this.#spoken),
        );
      }
      case 'who':
        return [...new Set(this.#spoken.map((one) => attributionText(this.#words.t, one.attribution)))].join(
          ' · ',
        );
      case 'dialogue':
        return this.#title(advice.dialogueId);
      case 'later': {
        if (!later) return '';
        const passageIds = later.words.map(({ passage }) => passage.id);
        const spoken = this.#spokenOf(passageIds);
        if (spoken.length === 0) return '';
        const { id } = later.dialogue;
        return `${this.#title(id)}: ${this.#tell(column, this.#quotes(spoken), id, passageIds)}`;
      }
      case 'addressee':
      case 'response':
      case 'commitment':
      case 'owner':
        return this.#tell(column, adviceCell(this.#row, column, this.#words));
      default:
        return adviceCell(this.#row, column, this.#words);
    }
  }

  #spokenOf(passageIds: readonly IdOf<'passages'>[]): SpokenWords[] {
    return passageIds.flatMap((id) => {
      const spoken = this.#disclosure.words(id);
      return spoken === 'off-record' ? [] : [spoken];
    });
  }

  #quotes(spoken: readonly SpokenWords[]): string {
    return spoken.map(({ text }) => text).join(' … ');
  }

  #title(dialogueId: IdOf<'dialogues'>): string {
    const title = this.#disclosure.title(dialogueId);
    if (title === null) return '';
    const source = { kind: 'dialogue', dialogueId } as const;
    return this.#settle(`${dialogueId}.title`, title, dialogueId, [], source);
  }

  #tell(
    column: string,
    text: string,
    dialogueId: IdOf<'dialogues'> = this.#row.advice.dialogueId,
    about: readonly IdOf<'passages'>[] = this.#row.advice.passageIds,
  ): string {
    const { id } = this.#row.advice;
    return this.#settle(`${id}.${column}`, text, dialogueId, about, { kind: 'advice', adviceId: id });
  }

  #settle(
    id: string,
    written: string,
    dialogueId: IdOf<'dialogues'>,
    about: readonly IdOf<'passages'>[],
    source: LeakSource,
  ): string {
    const text = this.#disclosure.text(written, dialogueId, about);
    const names = this.#disclosure.names(text, dialogueId, about);
    const leaks = leaksOfText(text, names, { id, place: 'table', part: '', source });
    for (const leak of leaks) this.#leaks.set(leak.id, leak);
    return settledText(text, names, leaks, this.#choices, this.#disclosure.placeholder) ?? '';
  }
}
