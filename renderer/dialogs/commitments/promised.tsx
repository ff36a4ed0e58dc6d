import { Badge, Group, Stack, Text } from '@mantine/core';
import type { Advice } from '#shared/model/advice.ts';
import { dueOf, nextDue } from '#shared/retrieval/advice-sheet.ts';
import { today } from '../../platform/today.ts';
import { DueDate } from '../../ui/due-date.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { links } from '../../ui/links.ts';
import { PlaceLink } from '../../ui/place-link.tsx';
import { useCommitments } from './use-commitments.ts';

/** By when something is to be done about advice: an answer, or what was promised. */
export function AdviceDue({ advice }: { advice: Advice }) {
  const own = useCommitments({ to: 'advice', id: advice.id }) ?? [];
  const row = { advice, commitments: own.map(({ commitment }) => commitment) };
  return <DueDate due={nextDue(row)} state={dueOf(row, today())} />;
}

/** What was promised in answer to advice, a line each with its status; nothing where nothing was. */
export function Promised({ adviceId }: { adviceId: string }) {
  const { t } = useSpeech();
  const own = useCommitments({ to: 'advice', id: adviceId }) ?? [];
  return (
    <Stack gap={4}>
      {own.map(({ commitment, due }) => (
        <Group key={commitment.id} gap={6} wrap="nowrap" align="flex-start">
          <Badge size="sm" variant="default" style={{ flexShrink: 0 }}>
            {t(`commitmentStatus.${commitment.status}`)}
          </Badge>
          <PlaceLink to={links.commitment(commitment.id)}>
            <Text span size="sm">
              {commitment.text}
            </Text>
          </PlaceLink>
          {due === 'overdue' && <DueDate due={commitment.due} state={due} />}
        </Group>
      ))}
    </Stack>
  );
}
