import { Badge, Group, Stack, Table, Text } from '@mantine/core';
import { asksWhy } from '#shared/model/commitment.ts';
import { HappenedList } from '../../dialogs/commitments/happened.tsx';
import type { Followed } from '../../dialogs/commitments/use-commitments.ts';
import { DueDate } from '../../ui/due-date.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { links } from '../../ui/links.ts';
import { PlaceLink } from '../../ui/place-link.tsx';
import classes from './follow-up.module.css';
import type { Became, BecameOf } from './use-became.ts';

/** Each piece of advice with the answer, what was promised, and what became of it. */
export function BecameTable({ became: { advice, promised } }: { became: Became }) {
  const { t } = useSpeech();
  return (
    <div className={classes.frame}>
      <Table aria-label={t('followUp.tab.next')} layout="fixed" verticalSpacing="sm" miw={680}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="28%">{t('followUp.next.advice')}</Table.Th>
            <Table.Th w="30%">{t('followUp.next.answered')}</Table.Th>
            <Table.Th>{t('followUp.next.promised')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {advice.map((one) => (
            <AdviceRow key={one.advice.id} of={one} />
          ))}
          {promised.map((one) => (
            <Table.Tr key={one.commitment.id} className={classes.became} data-testid="became">
              <Table.Td fz="sm" c="dimmed" colSpan={2}>
                {t('followUp.next.inDialogue')}
              </Table.Td>
              <Table.Td>
                <Outcome {...one} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function AdviceRow({ of: { advice, text, commitments, happened } }: { of: BecameOf }) {
  const { t } = useSpeech();
  return (
    <Table.Tr className={classes.became} data-testid="became">
      <Table.Td>
        <PlaceLink to={links.advice(advice.id)} fz="sm" fw={500}>
          {text}
        </PlaceLink>
        <div>
          <Badge size="sm" variant="default" mt={6}>
            {t(`adviceStatus.${advice.status}`)}
          </Badge>
        </div>
      </Table.Td>
      <Table.Td fz="sm" {...(advice.response ? {} : { c: 'dimmed' })}>
        {advice.response || t('followUp.next.unanswered')}
      </Table.Td>
      <Table.Td>
        <Stack gap="sm">
          {commitments.map((one) => (
            <Outcome key={one.commitment.id} {...one} />
          ))}
          {commitments.length === 0 && (
            <Text size="sm" c="dimmed">
              {[t('followUp.next.notPromised'), advice.noCommitmentWhy].filter(Boolean).join(' – ')}
            </Text>
          )}
          <HappenedList happened={happened} />
        </Stack>
      </Table.Td>
    </Table.Tr>
  );
}

/** How far a commitment is, and what happened since. */
function Outcome({ commitment, due, happened }: Followed) {
  const { t } = useSpeech();
  const told = happened.some(({ entry }) => entry.kind === 'told');
  return (
    <Stack gap={4}>
      <PlaceLink to={links.commitment(commitment.id)} fz="sm">
        {commitment.text}
      </PlaceLink>
      <Group gap={6}>
        <Badge size="sm" variant={commitment.status === 'kept' ? 'filled' : 'light'}>
          {t(`commitmentStatus.${commitment.status}`)}
        </Badge>
        {commitment.owner && (
          <Text span size="xs" c="dimmed">
            {commitment.owner}
          </Text>
        )}
        <DueDate due={commitment.due} state={due} />
        {!told && (
          <Text span size="xs" c="dimmed">
            {t('followUp.told.no')}
          </Text>
        )}
      </Group>
      {asksWhy(commitment.status) && <Text size="sm">{commitment.why}</Text>}
      <HappenedList happened={happened} />
    </Stack>
  );
}
