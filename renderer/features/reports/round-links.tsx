import { Anchor, Group } from '@mantine/core';
import type { IdOf } from '#shared/model/id.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';

/** From one page of a round to the others: its decisions, the Word summary, the method page, the board page. */
export function RoundLinks({
  roundId,
  here,
}: {
  roundId: IdOf<'rounds'>;
  here: 'method' | 'board' | 'word';
}) {
  const { t } = useSpeech();
  const places = [
    { id: 'decisions', label: t('decisions.title'), to: links.decisions(roundId) },
    { id: 'method', label: t('reports.method'), to: links.method(roundId) },
    { id: 'board', label: t('reports.board'), to: links.board(roundId) },
    { id: 'word', label: t('reports.word'), to: links.report('materiality', roundId) },
  ];
  return (
    <Group component="nav" gap="md" aria-label={t('reports.also')}>
      {places
        .filter(({ id }) => id !== here)
        .map(({ id, label, to }) => (
          <Anchor key={id} component="button" type="button" size="sm" onClick={() => go(to)}>
            {label}
          </Anchor>
        ))}
    </Group>
  );
}
