import { Badge, Group, Tooltip } from '@mantine/core';
import type { IssueAssessment } from '#shared/assessment/assess-round.ts';
import type { Rules } from '#shared/assessment/order.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { remarksOf } from './remarks.ts';

export interface FlagsProps {
  readonly issue: IssueAssessment;
  readonly assessors: number;
  /** The number of first issues that robustness speaks of. */
  readonly topIssues: number;
  readonly rules: Rules;
}

/** What to note of a result before it is relied on: each a word, with the sentence behind it. */
export function Flags({ issue, ...basis }: FlagsProps) {
  const { t } = useSpeech();
  return (
    <Group gap={4} data-testid="flags">
      {remarksOf(t, issue, basis).map(({ word, hint, color }) => (
        <Tooltip key={word} label={hint} multiline w={280} events={TOUCHED}>
          <Badge size="sm" color={color} tabIndex={0} aria-label={`${word}: ${hint}`}>
            {word}
          </Badge>
        </Tooltip>
      ))}
    </Group>
  );
}

const TOUCHED = { hover: true, focus: true, touch: true } as const;
