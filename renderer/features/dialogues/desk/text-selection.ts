/** Attribute of the element that holds a turn's text, and of each range of it: where it begins. */
export const TURN_ATTRIBUTE = 'data-turn';
export const START_ATTRIBUTE = 'data-start';

/** Position of a point of the page in the turn's text, in UTF-16 units. */
function offsetOf(node: Node, offset: number): { turnId: string; at: number } | null {
  const element = node instanceof Element ? node : node.parentElement;
  const turn = element?.closest(`[${TURN_ATTRIBUTE}]`);
  const turnId = turn?.getAttribute(TURN_ATTRIBUTE);
  if (!turn || !turnId) return null;
  const range = document.createRange();
  range.selectNodeContents(turn);
  range.setEnd(node, offset);
  return { turnId, at: range.toString().length };
}

/**
 * What the mouse selected, as a range of one turn. A selection that runs on into other turns is cut at the end of
 * the turn in which it began: a passage belongs to one speaker.
 */
export function readTextSelection(): { turnId: string; start: number; end: number } | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const from = offsetOf(range.startContainer, range.startOffset);
  if (!from) return null;
  const to = offsetOf(range.endContainer, range.endOffset);
  const end = to && to.turnId === from.turnId ? to.at : Number.MAX_SAFE_INTEGER;
  return { turnId: from.turnId, start: from.at, end };
}

/** The place in a turn's text that was clicked; null for a click beside the words. */
export function placeOfClick(
  target: EventTarget,
  x: number,
  y: number,
): { turnId: string; at: number } | null {
  if (!(target instanceof Element) || !target.closest(`[${TURN_ATTRIBUTE}]`)) return null;
  const range = document.caretRangeFromPoint(x, y);
  return range ? offsetOf(range.startContainer, range.startOffset) : null;
}
