import { useRef, useState } from 'react';
import { draftOf, keepDraft } from '../../platform/drafts.ts';
import { type Entry, WAITING } from './entry.tsx';

/** A cell by the key of its row and of its column. */
export interface CellKey {
  readonly row: string;
  readonly column: string;
}

export interface EntryOptions {
  /** Under it is kept on disk what was typed and is not taken yet, by cell. */
  readonly draftKey: string;
  /** What stands in a cell, as it is typed. */
  readonly textOf: (cell: CellKey) => string;
  /** Why a text cannot be taken, in words; null = it can. */
  readonly refusalOf: (cell: CellKey, text: string) => string | null;
  /** Takes a text; resolves to false where it could not be stored, and is kept. */
  readonly onTake: (cell: CellKey, text: string) => Promise<boolean>;
}

export interface EntryState {
  /** What is typed in a cell; of one that has not the focus, what was left there without being taken. */
  readonly of: (cell: CellKey) => Entry;
  readonly isTyping: () => boolean;
  /** Begins with what stands in the cell, with the caret behind it. */
  readonly begin: (cell: CellKey) => void;
  readonly type: (cell: CellKey, text: string) => void;
  /** Takes what was typed. @returns whether the cell may be left: nothing was typed, or it was not refused */
  readonly take: (cell: CellKey) => boolean;
  /** The cell is left: what was typed is taken, or kept as it stands with the reason. */
  readonly leave: (cell: CellKey) => void;
  /** Gives up what was typed, because the person asked for it. */
  readonly giveUp: (cell: CellKey) => void;
}

/** A text that is being stored, and what stood in the cell when it was taken. */
interface Taken {
  readonly text: string;
  readonly before: string;
}

/** How long after a text was stored its row is sure to be read, in ms. */
const READ = 500;

type Kept = Readonly<Record<string, { readonly text: string; readonly inText: boolean }>>;

const nameOf = ({ row, column }: CellKey) => `${row}|${column}`;

/** What is typed into the cells of a grid. It is on disk from the first sign on, until it is taken or given up. */
export function useEntry({ draftKey, textOf, refusalOf, onTake }: EntryOptions): EntryState {
  const [kept, setKept] = useState<Kept>(() => draftOf<Kept>(draftKey) ?? {});
  const [refused, setRefused] = useState<string | null>(null);
  const [taken, setTaken] = useState<Readonly<Record<string, Taken>>>({});
  // Several events of one key press read and write it before the next drawing.
  const latest = useRef(kept);
  const put = (cell: CellKey, typed: Kept[string] | null) => {
    const { [nameOf(cell)]: _before, ...others } = latest.current;
    latest.current = typed === null ? others : { ...others, [nameOf(cell)]: typed };
    setKept(latest.current);
    keepDraft(draftKey, Object.keys(latest.current).length === 0 ? null : latest.current);
  };
  const typedIn = (cell: CellKey) => latest.current[nameOf(cell)];
  const take = (cell: CellKey): boolean => {
    const typed = typedIn(cell);
    if (!typed) return true;
    const { text } = typed;
    if (text === textOf(cell)) {
      put(cell, null);
      return true;
    }
    if (refusalOf(cell, text) !== null) {
      setRefused(nameOf(cell));
      return false;
    }
    put(cell, null);
    setRefused(null);
    setTaken((now) => ({ ...now, [nameOf(cell)]: { text, before: textOf(cell) } }));
    const forget = () => setTaken(({ [nameOf(cell)]: _stored, ...others }) => others);
    void onTake(cell, text).then((stored) => {
      if (stored) setTimeout(forget, READ);
      else forget();
      if (!stored && !typedIn(cell)) put(cell, { text, inText: true });
    });
    return true;
  };
  return {
    of: (cell) => {
      const typed = kept[nameOf(cell)];
      const storing = taken[nameOf(cell)];
      if (!typed)
        return storing && storing.before === textOf(cell) ? { ...WAITING, taken: storing.text } : WAITING;
      const refusal = refused === nameOf(cell) ? refusalOf(cell, typed.text) : null;
      return { ...WAITING, typed: typed.text, inText: typed.inText, refusal };
    },
    isTyping: () => Object.keys(latest.current).length > 0,
    begin: (cell) => {
      if (!typedIn(cell)) put(cell, { text: textOf(cell), inText: true });
      else put(cell, { text: typedIn(cell)?.text ?? '', inText: true });
    },
    type: (cell, text) => {
      setRefused(null);
      put(cell, { text, inText: typedIn(cell)?.inText ?? false });
    },
    take,
    leave: (cell) => {
      if (!take(cell)) setRefused(null);
    },
    giveUp: (cell) => {
      setRefused(null);
      put(cell, null);
    },
  };
}
