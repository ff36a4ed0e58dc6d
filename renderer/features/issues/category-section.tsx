import { Group, Text, Title } from '@mantine/core';
import type { Category, Issue } from '#shared/model/issue.ts';
import { CategoryMark } from '../../ui/category-mark.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import classes from './issue-list.module.css';
import { IssueRow } from './issue-row.tsx';
import type { IssueList } from './use-issue-list.ts';
import type { IssueOrder } from './use-issue-order.ts';

export interface CategorySectionProps {
  readonly category: Category;
  /** The issues of it that are shown. */
  readonly issues: readonly Issue[];
  readonly list: Pick<IssueList, 'passages' | 'advice' | 'standings' | 'round'>;
  /** Null while the list is filtered: places cannot be told then. */
  readonly order: IssueOrder | null;
  /** What became of an issue that is off the list; null = it is on it. */
  readonly outcomeOf: (issue: Issue) => string | null;
  readonly onCopy: (issue: Issue) => void;
  readonly onRename: (issue: Issue) => void;
  readonly onMerge: (issue: Issue) => void;
  readonly onRetire: (issue: Issue) => void;
  readonly onRevive: (issue: Issue) => void;
}

/** The issues of a category under its name; an empty one only where an issue can be dropped on it. */
export function CategorySection(props: CategorySectionProps) {
  const { category, issues, list, order } = props;
  const { t } = useSpeech();
  if (issues.length === 0 && !order) return null;
  const end = order?.end(category);
  return (
    <section className={classes.section} aria-labelledby={`category-${category}`}>
      <Group gap={8} className={classes.category}>
        <CategoryMark category={category} size={12} />
        <Title order={2} size="h4" id={`category-${category}`}>
          {t(`category.${category}`)}
        </Title>
        <Text span size="sm" c="dimmed">
          {issues.length}
        </Text>
      </Group>
      {issues.map((issue) => (
        <IssueRow
          key={issue.id}
          issue={issue}
          passages={list.passages.get(issue.id) ?? 0}
          advice={list.advice.get(issue.id) ?? 0}
          standing={list.standings.get(issue.id)}
          round={list.round}
          outcome={props.outcomeOf(issue)}
          order={order?.row(issue) ?? null}
          onCopy={() => props.onCopy(issue)}
          onRename={() => props.onRename(issue)}
          onMerge={() => props.onMerge(issue)}
          onRetire={() => props.onRetire(issue)}
          onRevive={() => props.onRevive(issue)}
        />
      ))}
      {end && (
        // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop on; the keyboard has its own way
        <div
          className={classes.end}
          data-drop={end.dropTarget || undefined}
          onDragOver={end.onDragOver}
          onDrop={end.onDrop}
        >
          {issues.length === 0 && (
            <Text size="sm" c="dimmed" py="xs">
              {t('issues.category.empty')}
            </Text>
          )}
        </div>
      )}
    </section>
  );
}
