import type { ClipboardEvent } from 'react';
import type { SheetGridProps } from './sheet.ts';
import type { Sheet } from './use-sheet.ts';

/** Copying, cutting and pasting of chosen cells. */
export function useClipboard<Row>(
  { rectangle, keyAt, isEditable, chosen }: Sheet,
  props: SheetGridProps<Row>,
) {
  const { rows, columns } = props;
  const copy = (event: ClipboardEvent) => {
    if (!rectangle || isTypingIn(event)) return;
    const { top, left, bottom, right } = rectangle;
    event.preventDefault();
    props.onCopy(
      rows.slice(top, bottom + 1).map((row) => columns.slice(left, right + 1).map((one) => one.text(row))),
      event,
    );
  };
  const cut = (event: ClipboardEvent) => {
    if (!rectangle || isTypingIn(event)) return;
    copy(event);
    props.onClear(chosen().filter(isEditable));
  };
  const paste = (event: ClipboardEvent) => {
    const at = rectangle && keyAt({ row: rectangle.top, column: rectangle.left });
    if (!at || isTypingIn(event)) return;
    event.preventDefault();
    event.stopPropagation();
    const { clipboardData } = event;
    props.onPaste(at, {
      text: clipboardData.getData('text/plain'),
      html: clipboardData.getData('text/html'),
    });
  };
  return { onCopy: copy, onCut: cut, onPaste: paste };
}

/** Whether a text is being typed where something is copied or pasted: then it is the text's. */
function isTypingIn({ target }: ClipboardEvent): boolean {
  return target instanceof HTMLInputElement && target.dataset.waiting === undefined;
}
