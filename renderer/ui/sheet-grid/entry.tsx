import { Popover, Text } from '@mantine/core';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import classes from './sheet-grid.module.css';

/** What is being typed into the cell that has the focus. */
export interface Entry {
  /** Null = nothing is: the next key begins anew. */
  readonly typed: string | null;
  /** Whether arrows move within the text (begun with F2 or a double click), or to another cell. */
  readonly inText: boolean;
  /** What was taken and is being stored: shown until the row says it. */
  readonly taken: string | null;
  /** Why it was not taken, in words. */
  readonly refusal: string | null;
}

export const WAITING: Entry = { typed: null, inText: false, taken: null, refusal: null };

export interface EntryFieldProps {
  readonly entry: Entry;
  /** Says which cell it is and what stands in it, to who does not see it. */
  readonly label: string;
  readonly tabIndex: number;
  readonly onType: (text: string) => void;
  /** The cell is left, by a click elsewhere or with the view: what was typed is taken, or kept as it stands. */
  readonly onLeave: () => void;
}

/**
 * The text field of the focused cell. It is there before anything is typed, so that an input method composes from the
 * first key on, and it lies transparent over the cell until then.
 */
export function EntryField({ entry, label, tabIndex, onType, onLeave }: EntryFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [composing, setComposing] = useState(false);
  const { typed, inText, refusal } = entry;
  useLayoutEffect(() => {
    if (inText) input.current?.setSelectionRange(-1, -1);
  }, [inText]);
  const leave = useRef(onLeave);
  leave.current = onLeave;
  // Scrolled out of sight or closed under the cursor, a field has no blur.
  useEffect(() => () => leave.current(), []);
  return (
    <Popover
      withRoles={false}
      opened={refusal !== null}
      position="bottom-start"
      withArrow
      trapFocus={false}
      returnFocus={false}
    >
      <Popover.Target>
        <input
          ref={input}
          className={classes.entry}
          // A waiting field leaves the keys that edit text to the app: there is no text to be edited.
          data-waiting={typed === null && !composing ? '' : undefined}
          data-own-escape=""
          aria-label={label}
          aria-invalid={refusal !== null || undefined}
          aria-errormessage={refusal === null ? undefined : 'sheet-grid-refusal'}
          autoComplete="off"
          spellCheck={false}
          tabIndex={tabIndex}
          value={typed ?? ''}
          onChange={({ currentTarget }) => onType(currentTarget.value)}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={() => setComposing(false)}
          onBlur={onLeave}
          data-testid="cell-entry"
        />
      </Popover.Target>
      <Popover.Dropdown p="xs" maw={340}>
        <Text size="sm" id="sheet-grid-refusal" role="alert">
          {refusal}
        </Text>
      </Popover.Dropdown>
    </Popover>
  );
}
