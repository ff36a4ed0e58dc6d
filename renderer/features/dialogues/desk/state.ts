import { anchorAt } from '#shared/anchor/anchor.ts';
import type { TurnRange } from '#shared/anchor/text-range.ts';
import type { Step } from '#shared/anchor/units.ts';
import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Turn } from '#shared/model/turn.ts';
import { markKey, type OpenMark, type StoredMark } from './marks.ts';

/** The text of the dialogue that is open. */
export interface DeskText {
  readonly turns: readonly Turn[];
  readonly indexOf: ReadonlyMap<Id, number>;
  /** As a BCP 47 tag. */
  readonly language: string;
}

/** A position between two characters of a turn, in UTF-16 units. */
export interface Caret {
  readonly turnId: IdOf<'turns'>;
  readonly at: number;
}

/** The form that is open for the selected words. */
export type Form =
  | {
      readonly kind: 'code';
      /** Letters typed before the picker has the focus: someone who types fast loses none. */
      readonly typed: string;
      /** The issue that Enter would choose. */
      readonly highlighted: Id | null;
      readonly submitted: boolean;
    }
  | {
      readonly kind: 'advice';
      /** The issue that was chosen for it in the picker. */
      readonly issueId: IdOf<'issues'> | null;
      readonly submitted: boolean;
    }
  /** What the company promised in these words. */
  | { readonly kind: 'commitment'; readonly submitted: boolean };

/** What lies over the desk and has the keyboard to itself. */
export type Overlay =
  | { readonly kind: 'menu'; readonly turnId: IdOf<'turns'>; readonly x: number; readonly y: number }
  | { readonly kind: 'evidence' | 'told'; readonly words: TurnRange }
  | { readonly kind: 'recode'; readonly codingId: IdOf<'codings'> }
  | { readonly kind: 'details' };

/** The ends of a coding while they are moved: `range` is where they would be. */
export interface Borders {
  readonly codingId: IdOf<'codings'>;
  readonly range: TurnRange;
}

export type Tab = 'marks' | 'people';

/** Which form stored something, or a key without a form. */
export type SubmittedBy = Form['kind'] | 'key';

/** Everything about the desk that is not stored. */
export interface DeskState {
  readonly text: DeskText;
  /** The turn that the keys act on; it may be on its way while the rows of a change are read. */
  readonly activeId: Id | null;
  /** The exact range of a quote: within its turn, without blank space at either end. */
  readonly selection: TurnRange | null;
  /** From where the keys go on while nothing is selected. */
  readonly caret: Caret | null;
  /** Never open without a selection. */
  readonly form: Form | null;
  /** The issue that was coded to last. */
  readonly lastIssue: Id | null;
  /** The words that a link led to, until the find bar is closed. */
  readonly linked: TurnRange | null;
  readonly openMark: OpenMark | null;
  /** The memo that is being written; `typed` null = nothing was changed yet. */
  readonly memo: { readonly codingId: IdOf<'codings'>; readonly typed: string | null } | null;
  /** Nothing is selected while borders are moved. */
  readonly borders: Borders | null;
  readonly tab: Tab;
  readonly overlay: Overlay | null;
  readonly editing: Caret | null;
  /** The find bar; each new number of `focus` puts the cursor into its field, 0 leaves it where it is. */
  readonly find: { readonly query: string; readonly focus: number } | null;
}

/** Where in the dialogue a link leads; null = it does not say. */
export interface LinkTarget {
  readonly turnId: IdOf<'turns'> | null;
  readonly passageId: IdOf<'passages'> | null;
  readonly words: TurnRange | null;
}

export type DeskEvent =
  /** The rows of the dialogue were read, or are others now. */
  | { readonly type: 'text'; readonly text: DeskText }
  | { readonly type: 'activate'; readonly turnId: IdOf<'turns'> }
  | { readonly type: 'show'; readonly turnId: IdOf<'turns'>; readonly align: 'center' | 'auto' }
  /** A link leads to a turn, and to a passage or words of it; or to the dialogue as it is. */
  | ({ readonly type: 'follow' } & LinkTarget)
  | { readonly type: 'step'; readonly step: Step }
  /** Selects the next sentence where nothing is selected. */
  | { readonly type: 'ensure-selection' }
  | { readonly type: 'move'; readonly by: 1 | -1 }
  /** The mouse was released over the text. */
  | { readonly type: 'point'; readonly selection: TurnRange | null; readonly caret: Caret | null }
  | {
      readonly type: 'open-mark';
      readonly mark: OpenMark;
      readonly place: Caret;
      /** Walked to by key: what is selected is left, and the mark is scrolled to. */
      readonly walked: boolean;
    }
  | { readonly type: 'close-mark' }
  /** A menu of a turn; `at` is where its text was clicked, null = beside the words or by key. */
  | {
      readonly type: 'open-menu';
      readonly turnId: IdOf<'turns'>;
      readonly at: number | null;
      readonly x: number;
      readonly y: number;
    }
  | { readonly type: 'open-evidence' | 'open-told' }
  | { readonly type: 'open-details' }
  | { readonly type: 'open-overlay'; readonly overlay: Extract<Overlay, { kind: 'recode' }> }
  | ({ readonly type: 'open-borders' } & Borders)
  /** An end of the coding is moved: by a word, or to where it was dragged. */
  | { readonly type: 'step-border'; readonly step: BorderStep }
  | { readonly type: 'drag-border'; readonly edge: 'start' | 'end'; readonly at: number }
  | { readonly type: 'close-borders'; readonly store: boolean }
  /** Named, since choosing an entry of the menu opens the next overlay before the menu reports that it closed. */
  | { readonly type: 'close-overlay'; readonly kind: Overlay['kind'] }
  /** For the selected words, or the next sentence where none are. */
  | { readonly type: 'open-form'; readonly kind: Form['kind'] }
  | { readonly type: 'type-ahead'; readonly letters: string }
  | { readonly type: 'take-typed' }
  | { readonly type: 'highlight'; readonly issueId: IdOf<'issues'> | null }
  /** From the picker on to the advice form. */
  | { readonly type: 'advise'; readonly issueId: IdOf<'issues'> }
  /** Closes the form, where one is open, and drops the selection. */
  | { readonly type: 'cancel' }
  /** The selected words are being stored. */
  | { readonly type: 'submit'; readonly by: SubmittedBy; readonly issueId: IdOf<'issues'> | null }
  | { readonly type: 'submit-failed'; readonly words: TurnRange }
  | {
      readonly type: 'stored';
      readonly by: SubmittedBy;
      readonly words: TurnRange;
      /** What was made of them; null = nothing to open. */
      readonly mark: OpenMark | null;
      readonly issueId: IdOf<'issues'> | null;
    }
  | { readonly type: 'open-memo'; readonly codingId: IdOf<'codings'> }
  | { readonly type: 'type-memo'; readonly typed: string }
  | { readonly type: 'close-memo'; readonly memo: string }
  /** The desk is left for another view. */
  | { readonly type: 'leave' }
  | { readonly type: 'tab'; readonly tab: Tab }
  | { readonly type: 'edit'; readonly turnId: IdOf<'turns'>; readonly at: number }
  | { readonly type: 'edit-done'; readonly turnId: IdOf<'turns'> }
  /** `query` null = whatever was looked for last. */
  | { readonly type: 'open-find'; readonly query: string | null }
  | { readonly type: 'seek'; readonly query: string | null }
  | { readonly type: 'close-find' }
  | { readonly type: 'show-hit'; readonly hit: TurnRange }
  | { readonly type: 'escape' };

export type BorderStep = Extract<Step, 'grow' | 'shrink' | 'grow-start' | 'shrink-start'>;

/** What a change of state asks of the window and the store. */
export type Effect =
  | { readonly do: 'focus-text' }
  | { readonly do: 'clear-native-selection' }
  | { readonly do: 'scroll-to-turn'; readonly turnId: IdOf<'turns'>; readonly align: 'center' | 'auto' }
  | { readonly do: 'reveal-hit'; readonly turnId: IdOf<'turns'> }
  | { readonly do: 'reveal-card'; readonly mark: OpenMark }
  | { readonly do: 'reveal-open-mark' }
  | { readonly do: 'store-memo'; readonly codingId: IdOf<'codings'>; readonly memo: string }
  | ({ readonly do: 'store-borders' } & Borders);

/** The state before anything is done. @param query what the link looks for; null = nothing */
export function initialState(text: DeskText, link: LinkTarget, query: string | null): DeskState {
  return {
    text,
    activeId: link.turnId ?? text.turns[0]?.id ?? null,
    selection: null,
    caret: null,
    form: null,
    lastIssue: null,
    linked: link.words,
    openMark: markOfPassage(link.passageId),
    memo: null,
    borders: null,
    tab: 'marks',
    overlay: null,
    editing: null,
    find: query === null ? null : { query, focus: 0 },
  };
}

/** The mark that a link names by its passage. */
export function markOfPassage(passageId: IdOf<'passages'> | null): OpenMark | null {
  return passageId ? { passageId, key: null } : null;
}

export function turnOf({ turns, indexOf }: DeskText, id: Id | null): Turn | undefined {
  return id === null ? undefined : turns[indexOf.get(id) ?? -1];
}

/** Where the keys go on from, and a search begins: the selection, else the caret. */
export function placeOf({ selection, caret }: DeskState): Caret | null {
  return selection ? { turnId: selection.turnId, at: selection.start } : caret;
}

export function quoteOf({ text, selection }: DeskState): string {
  const turn = turnOf(text, selection?.turnId ?? null);
  return turn && selection ? turn.text.slice(selection.start, selection.end) : '';
}

export function rangeKey({ turnId, start, end }: TurnRange): string {
  return `${turnId} ${start} ${end}`;
}

/** The range of a turn that a quote would have; the same object where it is that already, null for no words. */
export function exactRange(text: DeskText, selection: TurnRange | null): TurnRange | null {
  const turn = turnOf(text, selection?.turnId ?? null);
  const anchor = turn && selection && anchorAt(turn.text, selection.start, selection.end);
  if (!anchor) return null;
  const { start, end } = anchor;
  return start === selection.start && end === selection.end
    ? selection
    : { turnId: selection.turnId, start, end };
}

/** The event that opens a mark. @param walked whether it was walked to by key */
export function openingOf(mark: StoredMark, walked = false): DeskEvent {
  const { id, turnId } = mark.passage;
  return {
    type: 'open-mark',
    mark: { passageId: id, key: markKey(mark) },
    place: { turnId, at: mark.start },
    walked,
  };
}

/** The event that begins to move the borders of a coding; of advice, those of nothing. */
export function bordersOf(mark: StoredMark): DeskEvent {
  if (mark.kind !== 'coding') return openingOf(mark);
  const { turnId, start, end } = mark.passage;
  return { type: 'open-borders', codingId: mark.coding.id, range: { turnId, start, end } };
}
