import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { removeFigureLines } from '#shared/edit/figure-rows.ts';
import { isPublishedIn } from '#shared/figure-table/offers.ts';
import type { GridRow } from '#shared/figure-table/rows.ts';
import type { Figure } from '#shared/model/figure.ts';
import { commitAmending } from '../../dialogs/amend.tsx';
import { undo } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { notifyUndo } from '../../ui/notify-undo.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { rowWords } from './columns.tsx';
import type { Figures } from './use-figures.ts';

interface RemoveRowsDialogProps {
  readonly figures: Figures;
  readonly rows: readonly GridRow[];
  readonly onClose: () => void;
}

/** Says what goes with rows of the table, and what stays, before any of it does. */
export function RemoveRowsDialog({ figures, rows, onClose }: RemoveRowsDialogProps) {
  const speech = useSpeech();
  const { t } = speech;
  const attempt = useAttempt();
  useReturnFocus();
  const { sources } = figures.state;
  const lines = rows.map((row) => {
    const held = figuresIn(row);
    const { name, part } = rowWords(row, figures, speech);
    return {
      ...{ row, held, name: [name, part].filter(Boolean).join(', ') },
      published: held.filter((one) => isPublishedIn(one, sources)).length,
      earlier: held.filter(({ id }) => held.some(({ replaces }) => replaces === id)).length,
      // A row for a part is there to be typed into, as long as the whole has figures.
      isOpen:
        held.length === 0 && figures.state.figures.some(({ indicatorId }) => indicatorId === row.indicatorId),
    };
  });
  const going = lines.filter(({ published, isOpen }) => published === 0 && !isOpen);
  const count = going.reduce((sum, { held }) => sum + held.length, 0);
  const remove = () =>
    void attempt(async () => {
      let indicators = 0;
      const done = await commitAmending(
        { key: 'change.figures.removeRows', params: { count: going.length } },
        async (draft) => {
          indicators = await removeFigureLines(
            draft,
            going.map(({ row, held }) => ({
              indicatorId: row.indicatorId,
              figureIds: held.map(({ id }) => id),
            })),
          );
        },
      );
      if (!done) return;
      onClose();
      notifyUndo({
        message: t('figureGrid.removeRows.done', { count, indicators }),
        undoLabel: t('common.undo'),
        undo: () => attempt(undo),
      });
    });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('figureGrid.removeRows.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="md">
        <List size="sm" data-testid="remove-rows">
          {lines.map(({ row, name, held, published, earlier, isOpen }) => (
            <List.Item key={row.key}>
              {isOpen
                ? t('figureGrid.removeRows.open', { row: name })
                : published > 0
                  ? t('figureGrid.removeRows.kept', { row: name, count: published })
                  : t('figureGrid.removeRows.goes', { row: name, count: held.length, earlier })}
            </List.Item>
          ))}
        </List>
        {going.length > 0 && <Text size="sm">{t('figureGrid.removeRows.indicator')}</Text>}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t(going.length > 0 ? 'common.cancel' : 'common.close')}
          </Button>
          {going.length > 0 && (
            <Button color="red" onClick={remove} data-autofocus>
              {t('figureGrid.removeRows.remove', { count: going.length })}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

/** All that is stated in a row: what stands, what was set aside, what was restated. */
function figuresIn({ cells }: GridRow): Figure[] {
  const all = [...cells.values()].flatMap(({ standing, setAside, replaced }) => [
    ...standing,
    ...setAside,
    ...replaced,
  ]);
  return [...new Map(all.map((one) => [one.id, one])).values()];
}
