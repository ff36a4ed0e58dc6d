import { Table } from '@mantine/core';
import type { IssueAssessment } from '#shared/assessment/assess-round.ts';
import { DIMENSIONS } from '#shared/model/round.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { DimensionHeads } from './dimension-heads.tsx';
import classes from './matrix.module.css';

/** Medians of those affected, experts and the company's own people: their difference is a finding. */
export function GroupTable({ groups }: Pick<IssueAssessment, 'groups'>) {
  const { t } = useSpeech();
  return (
    <Table verticalSpacing={3} horizontalSpacing={2} layout="fixed" fz="xs" data-testid="groups">
      <DimensionHeads first={t('matrix.panel.medians')} />
      <Table.Tbody>
        {groups.map(({ group, n, assessors, dimensions }) => (
          <Table.Tr key={group}>
            <Table.Th fw={400} style={{ whiteSpace: 'normal' }}>
              {t(`matrix.group.${group}`)}
              <span className={classes.below}>{t('matrix.panel.groups.n', { n, of: assessors })}</span>
            </Table.Th>
            {DIMENSIONS.map((dimension) => {
              const { median } = dimensions[dimension];
              return (
                <Table.Td key={dimension} ta="center">
                  {median === null ? '–' : t('result.value', { value: median })}
                </Table.Td>
              );
            })}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
