import { Table, Text, Title } from '@mantine/core';
import { loggedText } from '#shared/assessment/round-log-words.ts';
import { useRows } from '../../store/index.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import type { RoundRows } from './round-rows.ts';

/** What was changed after rating began, when, by whom and why. */
export function RoundLog({ rows: { round } }: { rows: RoundRows }) {
  const { t, local, day } = useSpeech();
  const issues = useRows((db) => db.issues.toArray(), []);
  const nameOf = new Map<string, string>((issues ?? []).map(({ id, name }) => [id, local(name)]));
  const naming = {
    t,
    issue: (id: string) => nameOf.get(id) ?? '–',
    assessor: (id: string) => round.assessors.find((one) => one.id === id)?.name ?? '–',
  };
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {t('course.log')}
      </Title>
      {!round.logWhole && round.stage !== 'open' && (
        <Text size="sm" c="dimmed" mb="xs">
          {t('course.log.partly')}
        </Text>
      )}
      {round.log.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('course.log.none')}
        </Text>
      ) : (
        <Table verticalSpacing={6} maw="60rem" data-testid="round-log">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={150}>{t('course.history.when')}</Table.Th>
              <Table.Th>{t('course.log.what')}</Table.Th>
              <Table.Th>{t('course.history.who')}</Table.Th>
              <Table.Th>{t('course.history.why')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {round.log.map((change, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the log only grows at its end
              <Table.Tr key={index}>
                <Table.Td>{day(change.at)}</Table.Td>
                <Table.Td>{loggedText(change, naming)}</Table.Td>
                <Table.Td>{change.by}</Table.Td>
                <Table.Td>{change.why}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}
