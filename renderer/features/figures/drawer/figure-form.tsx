import { Group, NativeSelect, Text } from '@mantine/core';
import { changeFigure } from '#shared/edit/figure.ts';
import { isPublishedIn } from '#shared/figure-table/offers.ts';
import type { GridRow } from '#shared/figure-table/rows.ts';
import {
  FIGURE_STATUSES,
  type Figure,
  type FigureStatus,
  isValueless,
  PRECISIONS,
  type Precision,
} from '#shared/model/figure.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { SavedText } from '../../../ui/saved-text.tsx';
import type { Figures } from '../use-figures.ts';
import { stamp, useChange } from './use-change.ts';

interface FigureFormProps {
  readonly figures: Figures;
  readonly row: GridRow;
  readonly figure: Figure;
}

/** How sure a number is and how near, why there is none, and what is to be said of it. */
export function FigureForm({ figures, row, figure }: FigureFormProps) {
  const { t, local, language } = useSpeech();
  const change = useChange(row);
  const { value, status, precision, note } = figure;
  const isFixed = isPublishedIn(figure, figures.state.sources);
  const say = (fields: Partial<Figure>) =>
    void change('change.figures.describe', (draft) => changeFigure(draft, figure.id, fields, stamp()));
  const setStatus = (next: FigureStatus) =>
    say(isValueless(next) ? { ...NO_NUMBER, status: next } : { status: next });
  return (
    <>
      {row.role === 'actual' && (
        <Group grow gap="xs" align="flex-start">
          <NativeSelect
            size="xs"
            label={t('figureDrawer.status')}
            disabled={isFixed}
            // Where there is no number, one is typed into the cell.
            data={FIGURE_STATUSES.filter((one) => value !== null || isValueless(one)).map((one) => ({
              value: one,
              label: one === 'stated' ? t('figureDrawer.status.stated') : t(`figureGrid.sign.${one}`),
            }))}
            value={status}
            onChange={({ currentTarget }) => setStatus(currentTarget.value as FigureStatus)}
          />
          {value !== null && (
            <NativeSelect
              size="xs"
              label={t('figureDrawer.precision')}
              disabled={isFixed}
              data={PRECISIONS.map((one) => ({ value: one, label: t(`figureDrawer.precision.${one}`) }))}
              value={precision}
              onChange={({ currentTarget }) => say({ precision: currentTarget.value as Precision })}
            />
          )}
        </Group>
      )}
      {isFixed && (
        <Text size="xs" c="dimmed">
          {t('figureDrawer.fixed')}
        </Text>
      )}
      <SavedText
        size="xs"
        multiline
        minRows={1}
        maxRows={6}
        label={t('figureDrawer.note')}
        lang={language}
        value={local(note)}
        onSave={(typed) =>
          change('change.figures.describe', (draft) =>
            changeFigure(
              draft,
              figure.id,
              { note: typed.trim() === '' ? {} : { ...note, [language]: typed.trim() } },
              stamp(),
            ),
          )
        }
      />
    </>
  );
}

const NO_NUMBER = { value: null, most: null, outOf: null, precision: 'exact' } as const;
