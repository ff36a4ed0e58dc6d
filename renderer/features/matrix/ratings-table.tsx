import { Table } from '@mantine/core';
import type { IssueAssessment } from '#shared/assessment/assess-round.ts';
import { panelOf } from '#shared/assessment/panel.ts';
import type { Rating } from '#shared/model/rating.ts';
import { DIMENSIONS, type Dimension, type Round } from '#shared/model/round.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { DimensionHeads } from './dimension-heads.tsx';
import classes from './matrix.module.css';

export interface RatingsTableProps {
  readonly result: IssueAssessment;
  readonly round: Round;
  readonly ratings: readonly Rating[];
}

/** Who gave what, and the median of each dimension; who is far from it stands out. */
export function RatingsTable({ result, round, ratings }: RatingsTableProps) {
  const { t } = useSpeech();
  const byAssessor = new Map(ratings.map((rating) => [rating.assessorId, rating]));
  return (
    <Table verticalSpacing={3} horizontalSpacing={2} layout="fixed" fz="xs" data-testid="ratings">
      <DimensionHeads first={t('result.assessor')} />
      <Table.Tbody>
        {panelOf(round).map((assessor) => {
          const rating = byAssessor.get(assessor.id);
          return (
            <Table.Tr key={assessor.id}>
              <Table.Th fw={400} style={{ whiteSpace: 'normal' }}>
                {assessor.name}
                <span className={classes.below}>{t(`voice.${assessor.voice}`)}</span>
              </Table.Th>
              {DIMENSIONS.map((dimension) => {
                const far = result.dimensions[dimension].farOff.includes(assessor.id);
                return (
                  <Table.Td key={dimension} ta="center" className={far ? classes.far : undefined}>
                    <Answer rating={rating} dimension={dimension} />
                  </Table.Td>
                );
              })}
            </Table.Tr>
          );
        })}
        <Table.Tr className={classes.median}>
          <Table.Th>{t('result.median')}</Table.Th>
          {DIMENSIONS.map((dimension) => {
            const { median, upper } = result.dimensions[dimension];
            return (
              <Table.Td key={dimension} ta="center">
                {median === null || upper === null
                  ? '–'
                  : median === upper
                    ? t('result.value', { value: median })
                    : t('result.value.both', { value: median, ranking: upper })}
              </Table.Td>
            );
          })}
        </Table.Tr>
      </Table.Tbody>
    </Table>
  );
}

function Answer({ rating, dimension }: { rating: Rating | undefined; dimension: Dimension }) {
  const { t } = useSpeech();
  if (dimension === 'likelihood' && rating?.nature === 'actual') return <>{t('matrix.happening')}</>;
  if (rating?.abstained.includes(dimension)) return <>{t('matrix.abstained')}</>;
  const value = rating?.[dimension] ?? null;
  return <>{value ?? '–'}</>;
}
