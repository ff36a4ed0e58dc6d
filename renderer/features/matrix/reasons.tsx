import { Stack, Text } from '@mantine/core';
import type { Rating } from '#shared/model/rating.ts';
import type { Round } from '#shared/model/round.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import classes from './matrix.module.css';

/** The reasons that assessors wrote, each with its name: a minority view keeps its own. */
export function Reasons({ round, ratings }: { round: Round; ratings: readonly Rating[] }) {
  const { t } = useSpeech();
  const written = round.assessors.flatMap((assessor) => {
    const rating = ratings.find((one) => one.assessorId === assessor.id);
    const { rationale = '', evidence } = rating ?? {};
    const sources = evidence?.sources ?? [];
    return rationale.trim() || sources.length > 0 ? [{ assessor, rationale, sources }] : [];
  });
  if (written.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('matrix.panel.rationales.none')}
      </Text>
    );
  return (
    <Stack gap="xs">
      {written.map(({ assessor, rationale, sources }) => (
        <div key={assessor.id}>
          <Text size="xs" fw={600}>
            {assessor.name}
          </Text>
          <Text size="sm" className={classes.reason}>
            {rationale}
          </Text>
          {sources.map((source) => (
            <Text key={source} size="xs" c="dimmed">
              {t('rating.source.of', { source })}
            </Text>
          ))}
        </div>
      ))}
    </Stack>
  );
}
