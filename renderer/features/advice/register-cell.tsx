import { Badge, Text } from '@mantine/core';
import type { AdviceStatus } from '#shared/model/advice.ts';
import type { Id } from '#shared/model/basics.ts';
import type { Issue } from '#shared/model/issue.ts';
import {
  type AdviceColumn,
  type AdviceRow,
  type AdviceWords,
  adviceCell,
  dueOf,
  nextDue,
} from '#shared/retrieval/advice-sheet.ts';
import { today } from '../../platform/today.ts';
import { DueDate } from '../../ui/due-date.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { IssueBadge } from '../../ui/issue-badge.tsx';
import { go, links } from '../../ui/links.ts';
import classes from './register.module.css';

/** Issues shown in a row; the others are counted, and named in the panel. */
const ISSUES_SHOWN = 2;

export interface CellProps {
  readonly row: AdviceRow;
  readonly column: AdviceColumn;
  readonly words: AdviceWords;
  readonly issueOf: ReadonlyMap<Id, Issue>;
  /** Whether kind and response have columns of their own; else they stand with the advice. */
  readonly apart: { readonly kind: boolean; readonly response: boolean };
}

/** What one column shows of a piece of advice. */
export function Cell({ row, column, words, issueOf, apart }: CellProps) {
  const { advice } = row;
  const text = adviceCell(row, column, words);
  if (column === 'advice') return <Words row={row} text={text} apart={apart} />;
  if (column === 'status') return <StatusBadge status={advice.status} />;
  if (column === 'due') return <DueDate due={nextDue(row)} state={dueOf(row, today())} />;
  if (column === 'issues')
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: only keeps a click on an issue from opening the advice
      // biome-ignore lint/a11y/noStaticElementInteractions: as above
      <span className={classes.issues} onClick={(event) => event.stopPropagation()}>
        {advice.issueIds.slice(0, ISSUES_SHOWN).map((id) => {
          const issue = issueOf.get(id);
          return issue && <IssueBadge key={id} issue={issue} onClick={() => go(links.issue(id))} />;
        })}
        {advice.issueIds.length > ISSUES_SHOWN && (
          <Text span size="xs" c="dimmed" title={text}>
            +{advice.issueIds.length - ISSUES_SHOWN}
          </Text>
        )}
      </span>
    );
  return (
    <Text size="xs" lineClamp={4} title={text.length > 60 ? text : undefined}>
      {text}
    </Text>
  );
}

function Words({
  row: { advice },
  text,
  apart,
}: {
  row: AdviceRow;
  text: string;
  apart: CellProps['apart'];
}) {
  const { t } = useSpeech();
  return (
    <a
      href={`#${links.advice(advice.id)}`}
      className={classes.open}
      // The row has the keys: a stop at each would make the way through the register endless.
      tabIndex={-1}
      onClick={(event) => event.preventDefault()}
    >
      {!apart.kind && (
        <Badge component="span" size="sm" mr={8}>
          {t(`adviceKind.${advice.kind}`)}
        </Badge>
      )}
      <Text span size="sm" fw={500}>
        {text}
      </Text>
      {!apart.response && advice.response !== '' && (
        <Text size="xs" c="dimmed" lineClamp={1} mt={2}>
          {advice.response}
        </Text>
      )}
    </a>
  );
}

export function StatusBadge({ status }: { status: AdviceStatus }) {
  const { t } = useSpeech();
  return (
    <Badge size="sm" variant={status === 'done' ? 'filled' : status === 'accepted' ? 'light' : 'default'}>
      {t(`adviceStatus.${status}`)}
    </Badge>
  );
}
