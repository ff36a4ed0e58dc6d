import { Select } from '@mantine/core';
import { countThrough } from '#shared/edit/figure.ts';
import type { GridRow } from '#shared/figure-table/rows.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import type { Figures } from '../use-figures.ts';
import { stamp, useChange } from './use-change.ts';

/** The channel or programme through which a row is counted: of all its years, parts and targets. */
export function Through({ figures, row }: { readonly figures: Figures; readonly row: GridRow }) {
  const { t, local, language } = useSpeech();
  const change = useChange(row);
  const choices = figures.state.arrangements
    .map(({ id, name }) => ({ value: id, label: local(name) || '–' }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  return (
    <Select
      size="xs"
      label={t('figureDrawer.through')}
      description={t('figureDrawer.through.hint')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('register.choose.clear') }}
      nothingFoundMessage={t('register.choose.none')}
      data={choices}
      value={row.via}
      onChange={(via) =>
        void change('change.figures.through', (draft) =>
          countThrough(draft, row.indicatorId, row.via, via, stamp()),
        )
      }
    />
  );
}
