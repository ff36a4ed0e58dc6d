import { SegmentedControl, Select, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconChartDots, IconTable, type Icon as TablerIcon } from '@tabler/icons-react';
import { LEGACY_IDS, LENS_IDS, lensOf, type PictureId } from '#shared/chart/lens.ts';
import type { SecondaryChartId } from '#shared/chart/secondary-charts.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { isSecondaryChart, type MatrixPlace } from './address.ts';
import classes from './matrix.module.css';

/** Pictures beside the matrix, as they are chosen; `themes` is a side of `tornado`. */
const BESIDE = ['profile', 'tornado', 'heat', 'groups'] as const satisfies readonly SecondaryChartId[];

interface PictureSwitchProps {
  readonly place: MatrixPlace;
  readonly show: (change: Partial<MatrixPlace>) => void;
  /** Whether there is an earlier round to compare with. */
  readonly comparable: boolean;
  readonly hasThemes: boolean;
}

/** The four lenses, behind them the legacy pictures that rank nothing, the pictures beside the matrix, and the form. */
export function PictureSwitch({ place, show, comparable, hasThemes }: PictureSwitchProps) {
  const { t } = useSpeech();
  const { picture, table } = place;
  const legacy = LEGACY_IDS.find((id) => id === picture) ?? null;
  const beside = picture === 'themes' ? 'tornado' : isSecondaryChart(picture) ? picture : '';
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('matrix.lens')}
        data={LENS_IDS.map((id) => ({
          value: id as string,
          label: t(lensOf(id).label),
          disabled: lensOf(id).compares && !comparable,
        }))}
        value={legacy === null && beside === '' ? picture : ''}
        onChange={(value) => show({ picture: value as PictureId })}
      />
      <Select
        size="xs"
        w={142}
        aria-label={t('matrix.classics')}
        placeholder={t('matrix.classics')}
        clearable
        data={LEGACY_IDS.map((id) => ({ value: id, label: t(lensOf(id).label) }))}
        value={legacy}
        onChange={(value) => show({ picture: (value as PictureId | null) ?? 'salience' })}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('matrix.pictures')}
        data={BESIDE.map((id) => ({ value: id as string, label: t(`matrix.picture.${id}`) }))}
        value={beside}
        onChange={(value) => show({ picture: value as SecondaryChartId })}
      />
      {beside === 'tornado' && hasThemes && (
        <SegmentedControl
          size="xs"
          aria-label={t('matrix.of')}
          data={[
            { value: 'tornado', label: t('matrix.of.issues') },
            { value: 'themes', label: t('matrix.picture.themes') },
          ]}
          value={picture}
          onChange={(value) => show({ picture: value as SecondaryChartId })}
        />
      )}
      <SegmentedControl
        size="xs"
        aria-label={t('matrix.form')}
        data={[
          { value: 'picture', label: <Form icon={IconChartDots} word={t('matrix.form.picture')} /> },
          { value: 'table', label: <Form icon={IconTable} word={t('matrix.form.table')} /> },
        ]}
        value={table ? 'table' : 'picture'}
        onChange={(value) => show({ table: value === 'table' })}
      />
    </>
  );
}

function Form({ icon: Icon, word }: { icon: TablerIcon; word: string }) {
  return (
    <Tooltip label={word} withinPortal>
      <span className={classes.form}>
        <Icon size={15} aria-hidden />
        <VisuallyHidden>{word}</VisuallyHidden>
      </span>
    </Tooltip>
  );
}
