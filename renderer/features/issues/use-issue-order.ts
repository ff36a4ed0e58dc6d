import { type DragEvent, useEffect, useRef, useState } from 'react';
import type { Id } from '#shared/model/basics.ts';
import { type Category, type Issue, isActive } from '#shared/model/issue.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import type { IssueMove } from './edits.ts';
import { type IssueRowProps, rowId } from './issue-row.tsx';
import type { IssueList } from './use-issue-list.ts';

export interface IssueOrder {
  /** What puts an issue's row in its place. */
  readonly row: (issue: Issue) => NonNullable<IssueRowProps['order']>;
  /** What drops an issue at the end of a category. */
  readonly end: (category: Category) => {
    readonly dropTarget: boolean;
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
}

/** Puts the issues of a list in order: by dragging a row, and by a step of the keyboard. */
export function useIssueOrder(
  { issues, byCategory }: Pick<IssueList, 'issues' | 'byCategory'>,
  move: (issue: Issue, to: IssueMove) => void,
): IssueOrder {
  const { local } = useSpeech();
  const [dragged, setDragged] = useState<Id | null>(null);
  const [drop, setDrop] = useState<IssueMove | null>(null);
  const focusLater = useRef<Id | null>(null);

  // A row that was moved by keyboard keeps the focus: the next step is the same key again.
  useEffect(() => {
    if (!focusLater.current || !issues) return;
    document.getElementById(rowId(focusLater.current))?.focus();
    focusLater.current = null;
  }, [issues]);

  const step = (issue: Issue, by: -1 | 1) => {
    const rows = (byCategory.get(issue.category) ?? []).filter(isActive);
    const at = rows.findIndex(({ id }) => id === issue.id);
    if (at + by < 0 || at + by >= rows.length) return;
    focusLater.current = issue.id;
    const before = rows[by < 0 ? at - 1 : at + 2];
    move(issue, { category: issue.category, beforeId: before?.id ?? null });
  };
  const endDrag = () => {
    setDragged(null);
    setDrop(null);
  };
  const dropAt = (place: IssueMove) => ({
    onDragOver: (event: DragEvent) => {
      if (dragged === null) return;
      event.preventDefault();
      setDrop(place);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      const issue = issues.find(({ id }) => id === dragged);
      endDrag();
      if (issue) move(issue, place);
    },
  });
  return {
    row: (issue) => ({
      onStep: (by) => step(issue, by),
      onMoveTo: (to) => move(issue, { category: to, beforeId: null }),
      dragging: dragged === issue.id,
      dropTarget: drop?.beforeId === issue.id && dragged !== issue.id,
      onDragStart: (event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', local(issue.name));
        setDragged(issue.id);
      },
      onDragEnd: endDrag,
      ...dropAt({ category: issue.category, beforeId: issue.id }),
    }),
    end: (category) => ({
      dropTarget: drop?.category === category && drop.beforeId === null,
      ...dropAt({ category, beforeId: null }),
    }),
  };
}
