import { Stack, Text } from '@mantine/core';
import type { RoundAssessment } from '#shared/assessment/assess-round.ts';
import { conclusionsText, levelText, robustnessSentences } from '#shared/assessment/depends-words.ts';
import { robustnessCard } from '#shared/assessment/robustness-card.ts';
import type { IdOf } from '#shared/model/id.ts';
import { useSpeech } from '../../ui/i18n.tsx';

/** The robustness card of an issue: what its place would be by other readings, without somebody, or one step on. */
export function Sureness({ assessment, issueId }: { assessment: RoundAssessment; issueId: IdOf<'issues'> }) {
  const { t } = useSpeech();
  const card = robustnessCard(assessment, { kind: 'issue', id: issueId });
  if (!card) return null;
  const { rank, k, readings, leaveOneOut, critical, severeBy, weightings } = card;
  const { best, worst } = readings;
  const share = Math.round(readings.topShare * 100);
  const names = new Map(assessment.round.assessors.map(({ id, name }) => [id, name]));
  const lines = [
    ...robustnessSentences(t, card.readings, card.given),
    ...(leaveOneOut.changed.length === 0
      ? [t('matrix.sure.otherwise.none')]
      : leaveOneOut.changed.map(({ assessorId, tier, level }) =>
          t('matrix.sure.otherwise', {
            name: names.get(assessorId) ?? '',
            tier,
            level: levelText(t, level),
          }),
        )),
    t(best === worst ? 'matrix.sure.same' : 'matrix.sure.readings', { rank, best, worst, k, share }),
    ...(leaveOneOut.moved.length === 0
      ? [t('matrix.sure.without.none')]
      : leaveOneOut.moved.map((one) =>
          t('matrix.sure.without', { name: names.get(one.assessorId) ?? '', rank: one.rank }),
        )),
    ...(leaveOneOut.byUpperMedian || leaveOneOut.changed.some(({ byUpperMedian }) => byUpperMedian)
      ? [t('matrix.sure.precaution')]
      : []),
    ...(critical.length === 0
      ? [t('matrix.sure.step.none', { k })]
      : critical.map(({ dimension, step, changes }) =>
          t('matrix.sure.step.changes', {
            dimension: t(`dimension.${dimension}`),
            step: step > 0 ? 'up' : 'down',
            what: conclusionsText(t, changes, k),
          }),
        )),
    ...(severeBy === null ? [] : [t('matrix.sure.severeBy', { dimension: t(`dimension.${severeBy}`) })]),
    ...(weightings === null ? [] : [t('matrix.sure.weights', { ...weightings, k })]),
  ];
  return (
    <Stack gap={2} data-testid="sureness">
      {lines.map((line) => (
        <Text key={line} size="sm">
          {line}
        </Text>
      ))}
    </Stack>
  );
}
