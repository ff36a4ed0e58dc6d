import { Table, Tooltip } from '@mantine/core';
import { DIMENSIONS } from '#shared/model/round.ts';
import { useSpeech } from '../../ui/i18n.tsx';

/** Head of a narrow table by dimension: short words, the whole ones on asking. */
export function DimensionHeads({ first }: { first: string }) {
  const { t } = useSpeech();
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th>{first}</Table.Th>
        {DIMENSIONS.map((dimension) => (
          <Table.Th key={dimension} ta="center" w={43} aria-label={t(`dimension.${dimension}`)}>
            <Tooltip label={t(`dimension.${dimension}`)}>
              <span>{t(`dimension.${dimension}.short`)}</span>
            </Tooltip>
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
  );
}
