import { Badge, Group, Tooltip } from '@mantine/core';
import type { IssueAssessment } from '#shared/assessment/assess-round.ts';
import { useSpeech } from '../../ui/i18n.tsx';

export interface FlagsProps {
  readonly issue: IssueAssessment;
  readonly assessors: number;
  /** The number of first issues that robustness speaks of. */
  readonly topIssues: number;
}

/** What to note of a result before it is relied on: each a word, with the sentence behind it. */
export function Flags({ issue, assessors, topIssues }: FlagsProps) {
  const { t } = useSpeech();
  const flags: { word: string; hint: string; color: string }[] = [];
  const names = (dimensions: IssueAssessment['dividedOn']) =>
    dimensions.map((one) => t(`dimension.${one}`)).join(t('chart.separator'));
  if (issue.divided)
    flags.push({
      word: t('result.flag.divided'),
      hint: t('result.flag.divided.hint', { dimensions: names(issue.dividedOn) }),
      color: 'red',
    });
  if (issue.uncertain && issue.robustness) {
    const { best, worst, topShare } = issue.robustness;
    flags.push({
      word: t('result.flag.uncertain', { best, worst }),
      hint: t('result.flag.uncertain.hint', {
        k: topIssues,
        share: Math.round(topShare * 100),
        readings: 3 * (1 + (assessors > 1 ? assessors : 0)),
      }),
      color: 'yellow',
    });
  }
  if (issue.rank !== null && !issue.complete)
    flags.push({
      word: t('result.flag.incomplete'),
      hint: t('result.flag.incomplete.hint', { missing: names(issue.missing) }),
      color: 'yellow',
    });
  if (issue.delayVotes > 0)
    flags.push({
      word: t('result.flag.delay'),
      hint: t('result.flag.delay.hint', { votes: issue.delayVotes, raters: issue.raters }),
      color: issue.delay ? 'ai' : 'gray',
    });
  const [only] = issue.deciding;
  if (issue.complete && issue.tierRule === 'severe' && issue.deciding.length === 1 && only)
    flags.push({
      word: t('result.flag.scopeOnly', { dimension: t(`dimension.${only}`) }),
      hint: t('result.flag.scopeOnly.hint'),
      color: 'gray',
    });
  if (issue.near !== null)
    flags.push({ word: t('result.flag.near'), hint: t('result.flag.near.hint'), color: 'gray' });
  return (
    <Group gap={4}>
      {flags.map(({ word, hint, color }) => (
        <Tooltip key={word} label={hint} multiline w={280}>
          <Badge size="sm" color={color} miw="max-content">
            {word}
          </Badge>
        </Tooltip>
      ))}
    </Group>
  );
}
