import { Table, Text } from '@mantine/core';
import type { GroupView } from '#shared/assessment/group-views.ts';
import { DIMENSIONS } from '#shared/model/round.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import classes from './results.module.css';

/** Medians of those affected, experts and the company's own people side by side: their difference is a finding. */
export function GroupMedians({ groups }: { groups: readonly GroupView[] }) {
  const { t } = useSpeech();
  return (
    <Table fz="sm" maw="44rem" verticalSpacing={4} data-testid="group-medians">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('agenda.group')}</Table.Th>
          <Table.Th ta="center">{t('agenda.group.n')}</Table.Th>
          {DIMENSIONS.map((dimension) => (
            <Table.Th key={dimension} ta="center">
              {t(`dimension.${dimension}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {groups.map(({ group, assessors, n, dimensions }) => (
          <Table.Tr key={group}>
            <Table.Td>{t(`agenda.group.${group}`)}</Table.Td>
            <Table.Td ta="center" className={classes.figure}>
              {t('result.raters', { raters: n, assessors })}
            </Table.Td>
            {DIMENSIONS.map((dimension) => {
              const { median, upper } = dimensions[dimension];
              return (
                <Table.Td key={dimension} ta="center" className={classes.figure}>
                  {median === null || upper === null ? (
                    <Text span c="dimmed">
                      –
                    </Text>
                  ) : median === upper ? (
                    t('result.value', { value: median })
                  ) : (
                    t('result.value.both', { value: median, ranking: upper })
                  )}
                </Table.Td>
              );
            })}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
