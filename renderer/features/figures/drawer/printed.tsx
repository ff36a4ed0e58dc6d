import { Anchor, Stack, Text } from '@mantine/core';
import type { IdOf } from '#shared/model/id.ts';
import { useRows } from '../../../store/index.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { go, links } from '../../../ui/links.ts';

interface PrintedProps {
  readonly indicatorId: IdOf<'indicators'>;
  readonly figureIds: readonly IdOf<'figures'>[];
}

/** Where a figure is printed: the decisions that its indicator follows, and the rounds that were closed with it. */
export function Printed({ indicatorId, figureIds }: PrintedProps) {
  const { t, local } = useSpeech();
  const places = useRows(
    async (db) => {
      const [decisions, rounds, records] = await Promise.all([
        db.decisions.where('indicatorIds').equals(indicatorId).toArray(),
        db.rounds.toArray(),
        db.records.toArray(),
      ]);
      const frozen = new Set(
        records
          .filter(({ figures }) => figures?.some(({ id }) => figureIds.includes(id)))
          .map(({ roundId }) => roundId),
      );
      return rounds.flatMap(({ id, name }) => [
        ...(decisions.some(({ roundId }) => roundId === id)
          ? [
              {
                key: `decision ${id}`,
                label: 'figureDrawer.printed.decision',
                name,
                to: links.decisions(id),
              } as const,
            ]
          : []),
        ...(frozen.has(id)
          ? [{ key: `board ${id}`, label: 'figureDrawer.printed.round', name, to: links.board(id) } as const]
          : []),
      ]);
    },
    [indicatorId, figureIds.join(' ')],
  );
  if (!places) return null;
  if (places.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('figureDrawer.printed.nowhere')}
      </Text>
    );
  return (
    <Stack gap={4}>
      {places.map(({ key, label, name, to }) => (
        <Anchor
          key={key}
          size="sm"
          href={`#${to}`}
          onClick={(event) => {
            event.preventDefault();
            go(to);
          }}
        >
          {t(label, { round: local(name) })}
        </Anchor>
      ))}
    </Stack>
  );
}
