import { Button, List, Modal, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import { restateFigure } from '#shared/edit/figure.ts';
import type { BareTable } from '#shared/figure-table/bare.ts';
import { isPublishedIn, type Said, saysTheSame } from '#shared/figure-table/offers.ts';
import { newId } from '#shared/model/basics.ts';
import type { Cited } from '#shared/model/cited.ts';
import type { Source } from '#shared/model/source.ts';
import { commitAmending } from '../../../dialogs/amend.tsx';
import { undo } from '../../../store/index.ts';
import { useAttempt } from '../../../ui/attempt.tsx';
import { FormButtons } from '../../../ui/form-buttons.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { notifyUndo } from '../../../ui/notify-undo.tsx';
import type { CellKey } from '../../../ui/sheet-grid/use-entry.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { useReturnFocus } from '../../../ui/use-return-focus.ts';
import { type Place, placeFinder, saidIn, stamp, written } from '../cell-edits.ts';
import type { FigureActs } from '../use-figure-acts.tsx';
import type { Figures } from '../use-figures.ts';
import { type NamedSource, newSource, SourceFields, sourceCalled } from './source-fields.tsx';

/** Numbers without heads that were pasted at a cell. */
export interface BarePaste {
  readonly table: BareTable;
  /** The cells that they would go into, as the table stands; null = there is none there. */
  readonly cellAt: (row: number, column: number) => CellKey | null;
}

interface BareDialogProps extends BarePaste {
  readonly figures: Figures;
  readonly acts: Pick<FigureActs, 'refusalOf'>;
  /** What the toolbar says that figures are typed from; null = nothing. */
  readonly typedFrom: Source | null;
  readonly onClose: () => void;
}

/** A number with the cell that it goes into. */
interface Incoming {
  readonly cell: CellKey;
  readonly said: Said;
}

/** Refused cells that are told one by one; the others are counted. */
const MOST_REFUSED = 5;

/** Asks once where pasted numbers are stated, and puts them into the cells: one step of undo. */
export function BareDialog({ table, cellAt, figures, acts, typedFrom, onClose }: BareDialogProps) {
  const { t, local } = useSpeech();
  const attempt = useAttempt();
  useReturnFocus();
  const [newSourceId] = useState(newId);
  const draft = useDraft<NamedSource & { readonly why: string }>('figures.bare', {
    source: local(typedFrom?.title),
    sourceKind: 'internal',
    why: '',
  });
  const form = draft.value;
  const { sources } = figures.state;
  const known = sourceCalled(sources, form.source);
  const isNamed = form.source.trim() !== '';
  const cited: Cited | null = isNamed
    ? { sourceId: known?.id ?? newSourceId, passageId: null, locator: '', asStated: '' }
    : null;
  const find = useMemo(() => placeFinder(figures), [figures]);
  const read = useMemo(() => readCells(table, cellAt, acts, find), [table, cellAt, acts, find]);
  const places = read.incoming.map((one) => ({ ...one, place: find(one.cell, cited) }));
  const todo = places.filter(
    ({ place, said }) => place && !(place.existing && saysTheSame(place.existing, said)),
  );
  const restated = todo.filter(({ place }) => place?.existing && isPublishedIn(place.existing, sources));
  const ready = isNamed && todo.length > 0 && (restated.length === 0 || form.why.trim() !== '');
  const bringIn = async () => {
    const label = { key: 'change.figures.paste', params: { count: todo.length } } as const;
    const done = await commitAmending(label, async (edit) => {
      if (!known) edit.add('sources', newSource(newSourceId, form));
      for (const { place, said } of todo) {
        if (!place) continue;
        const { existing } = place;
        if (existing && isPublishedIn(existing, sources))
          await restateFigure(edit, existing.id, said, form.why, stamp());
        else await written(edit, place, said, cited);
      }
      return true;
    });
    if (!done) return;
    draft.done();
    onClose();
    notifyUndo({
      message: t('figurePaste.done', { count: todo.length }),
      undoLabel: t('common.undo'),
      undo: () => attempt(undo),
    });
  };
  const left = read.refused.length - MOST_REFUSED;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('figurePaste.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void attempt(bringIn);
        }}
      >
        <Stack gap="md">
          <Text size="sm" role="status">
            {t('figurePaste.bareCells', {
              count: todo.length,
              same: places.length - todo.length,
              outside: read.outside,
            })}
          </Text>
          {read.refused.length > 0 && (
            <List size="sm" data-testid="bare-refused">
              {read.refused.slice(0, MOST_REFUSED).map(({ text, why, key }) => (
                <List.Item key={key}>{t('figurePaste.bareRefused', { text, why })}</List.Item>
              ))}
              {left > 0 && <List.Item>{t('figurePaste.bareRefused.more', { count: left })}</List.Item>}
            </List>
          )}
          <SimpleGrid cols={2} spacing="sm">
            <SourceFields sources={sources} value={form} onChange={draft.change} />
          </SimpleGrid>
          {restated.length > 0 && (
            <Textarea
              autosize
              label={t('figurePaste.why')}
              value={form.why}
              onChange={({ currentTarget }) => draft.change({ why: currentTarget.value })}
            />
          )}
          <FormButtons draft={draft} onClose={onClose}>
            <Button type="submit" disabled={!ready} data-testid="paste-bring-in">
              {t('figurePaste.bringIn', { count: todo.length })}
            </Button>
          </FormButtons>
        </Stack>
      </form>
    </Modal>
  );
}

/** What the pasted cells say, those that cannot be taken with the reason, and how many fall outside the table. */
function readCells(
  table: BareTable,
  cellAt: BarePaste['cellAt'],
  { refusalOf }: Pick<FigureActs, 'refusalOf'>,
  find: (cell: CellKey, cited: null) => Place | null,
) {
  const incoming: Incoming[] = [];
  const refused: { readonly key: string; readonly text: string; readonly why: string }[] = [];
  let outside = 0;
  table.forEach((texts, row) => {
    texts.forEach((text, column) => {
      if (text === '') return;
      const cell = cellAt(row, column);
      const place = cell && find(cell, null);
      if (!cell || !place) {
        outside += 1;
        return;
      }
      const why = refusalOf(cell, text);
      const said = why === null ? saidIn(place.row, text) : null;
      if (said) incoming.push({ cell, said });
      else refused.push({ key: `${row} ${column}`, text, why: why ?? '' });
    });
  });
  return { incoming, refused, outside };
}
