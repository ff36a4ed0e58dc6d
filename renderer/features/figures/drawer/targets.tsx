import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { addFigure } from '#shared/edit/figure.ts';
import type { GridRow } from '#shared/figure-table/rows.ts';
import { cellKey } from '#shared/figures/series.ts';
import { targetLines } from '#shared/figures/target.ts';
import { typedTarget } from '#shared/figures/typed-target.ts';
import { valueText } from '#shared/figures/value-text.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { useDraft } from '../../../ui/use-draft.ts';
import { type Figures, presentYear } from '../use-figures.ts';
import { stamp, useChange } from './use-change.ts';

/** The targets of a row with how they stand, and a field in which one is set. */
export function Targets({ figures, row }: { figures: Figures; row: GridRow }) {
  const { t } = useSpeech();
  const change = useChange(row);
  const own = figures.state.figures.filter(
    (one) =>
      one.indicatorId === row.indicatorId && one.via === row.via && cellKey(one.cell) === cellKey(row.cell),
  );
  const lines = targetLines(own, presentYear(figures.workspace));
  const draft = useDraft(`figures.target/${row.key}`, { typed: '' });
  const { typed } = draft.value;
  const said = typedTarget(typed, figures.workspace.fiscalYear);
  const fiscalYear = said?.fiscalYear ?? null;
  const add = () => {
    if (!said || fiscalYear === null) return;
    const { compare, value } = said;
    const of = row.of ?? own.at(-1)?.of ?? null;
    void change('change.figures.target', (edit) =>
      addFigure(
        edit,
        {
          ...{ indicatorId: row.indicatorId, via: row.via, cell: row.cell },
          ...{ of, ofBasis: of === null ? 'unstated' : 'stated', role: 'target' },
          ...{ period: { fiscalYear }, compare: compare ?? '>=', value },
        },
        stamp(),
      ),
    ).then((stored) => stored && draft.discard());
  };
  return (
    <Stack gap="xs">
      {lines.map(({ target, actual, status }) => (
        <Text key={target.id} size="sm" data-testid="figure-target">
          {t('figureDrawer.target', {
            period: figures.periodName(target.period),
            target: valueText(target, t),
            actual: actual ? valueText(actual, t) : '–',
            status: t(`figure.status.${status}`),
          })}
        </Text>
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <Group align="flex-end" gap="xs" wrap="nowrap">
          <TextInput
            flex={1}
            size="xs"
            label={t('figureDrawer.newTarget')}
            placeholder={t('figureDrawer.newTarget.placeholder')}
            error={typed.trim() !== '' && fiscalYear === null && t('figureDrawer.newTarget.unclear')}
            value={typed}
            onChange={({ currentTarget }) => draft.change({ typed: currentTarget.value })}
          />
          <Button size="xs" type="submit" disabled={fiscalYear === null}>
            {t('figureDrawer.addTarget')}
          </Button>
        </Group>
      </form>
    </Stack>
  );
}
