import { UnstyledButton } from '@mantine/core';
import type { LocalText } from '#shared/model/basics.ts';
import type { Category } from '#shared/model/issue.ts';
import { CategoryMark } from './category-mark.tsx';
import { useSpeech } from './i18n.tsx';
import classes from './issue-badge.module.css';

export interface IssueBadgeProps {
  readonly issue: { readonly category: Category; readonly name: LocalText };
  readonly onClick?: (() => void) | undefined;
  /** A number beside the name, e.g. how many passages. */
  readonly count?: number | undefined;
}

/** An issue by name, with its category's colour and shape; leads somewhere where `onClick` is given. */
export function IssueBadge({ issue, onClick, count }: IssueBadgeProps) {
  const { local } = useSpeech();
  const content = (
    <>
      <CategoryMark category={issue.category} />
      <span className={classes.name}>{local(issue.name)}</span>
      {count !== undefined && <span className={classes.count}>{count}</span>}
    </>
  );
  return onClick ? (
    <UnstyledButton className={classes.badge} data-clickable onClick={onClick}>
      {content}
    </UnstyledButton>
  ) : (
    <span className={classes.badge}>{content}</span>
  );
}
