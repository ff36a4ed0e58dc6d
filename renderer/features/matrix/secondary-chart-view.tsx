import { Text, useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import {
  otherScaleText,
  type SecondaryChartId,
  type SecondaryChartInput,
  secondaryChartOf,
} from '#shared/chart/secondary-charts.ts';
import type { Id } from '#shared/model/basics.ts';
import { SceneView } from '../../charts/scene-view.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import classes from './matrix.module.css';
import { PlainTable } from './plain-table.tsx';

interface SecondaryChartViewProps {
  readonly id: SecondaryChartId;
  readonly input: SecondaryChartInput;
  readonly table: boolean;
  readonly selected: Id | null;
  readonly visible: ReadonlySet<string> | null;
  readonly onOpen: (id: Id) => void;
}

/** A picture beside the matrix, or the same as a table. */
export function SecondaryChartView({ id, input, table, selected, visible, onOpen }: SecondaryChartViewProps) {
  const { t, language } = useSpeech();
  const scheme = useComputedColorScheme('light');
  const { ref, width } = useElementSize();
  const drawn = Math.min(1200, Math.max(560, Math.floor(width / 20) * 20));
  const secondaryChart = useMemo(
    () => secondaryChartOf(id, input, t, { language, width: drawn, heading: false }),
    [id, input, t, language, drawn],
  );
  const told = [
    otherScaleText(t, input.otherScale),
    input.rounds.length < 2 && input.otherScale.length === 0 && t('matrix.profile.alone'),
  ].filter(Boolean);
  return (
    <div ref={ref} className={classes.room}>
      {id === 'profile' && told.length > 0 && (
        <Text size="sm" c="dimmed" mb="xs">
          {told[0]}
        </Text>
      )}
      {table ? (
        <PlainTable
          table={secondaryChart.table}
          label={secondaryChart.scene.title}
          selected={selected}
          onOpen={onOpen}
        />
      ) : (
        width > 0 && (
          <SceneView
            scene={secondaryChart.scene}
            scheme={scheme}
            selected={selected}
            onOpen={onOpen}
            instructions={t('matrix.keys')}
            hint={t('matrix.tooltip.hint')}
            visible={visible}
          />
        )
      )}
    </div>
  );
}
