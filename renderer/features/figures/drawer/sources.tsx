import { Anchor, Button, Group, Paper, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { changeFigure, reopenDispute, settleDispute } from '#shared/edit/figure.ts';
import { type GridCell, type GridRow, isDisputed } from '#shared/figure-table/rows.ts';
import { valueText } from '#shared/figures/value-text.ts';
import type { Figure } from '#shared/model/figure.ts';
import { useRows } from '../../../store/index.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { go, links } from '../../../ui/links.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import type { Figures } from '../use-figures.ts';
import { FigureForm } from './figure-form.tsx';
import { stamp, useChange } from './use-change.ts';

interface SourcesProps {
  readonly figures: Figures;
  readonly row: GridRow;
  readonly cell: GridCell;
}

/** What each source says, the way to where it says so, and which one stands where they differ. */
export function Sources({ figures, row, cell }: SourcesProps) {
  const { t } = useSpeech();
  const change = useChange(row);
  const all = [...cell.standing, ...cell.setAside];
  const disputed = isDisputed(cell);
  return (
    <Stack gap="sm">
      {all.map((figure) => (
        <Statement key={figure.id} figures={figures} row={row} figure={figure} shown={all.length > 1}>
          {disputed && (
            <LetStand
              figure={figure}
              onStand={(why) =>
                change('change.figures.stand', (draft) =>
                  settleDispute(
                    draft,
                    figure.id,
                    all.filter(({ id }) => id !== figure.id).map(({ id }) => id),
                    why,
                    stamp(),
                  ),
                )
              }
            />
          )}
        </Statement>
      ))}
      {cell.setAside.length > 0 && (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() =>
            change('change.figures.stand', (draft) =>
              reopenDispute(
                draft,
                all.map(({ id }) => id),
                stamp(),
              ),
            )
          }
        >
          {t('figureDrawer.reopen')}
        </Button>
      )}
    </Stack>
  );
}

interface StatementProps {
  readonly figures: Figures;
  readonly row: GridRow;
  readonly figure: Figure;
  /** The number stands beside its source, since there are several. */
  readonly shown: boolean;
  readonly children: React.ReactNode;
}

function Statement({ figures, row, figure, shown, children }: StatementProps) {
  const { t, local, day } = useSpeech();
  const change = useChange(row);
  const { cited, marks, standing, standingWhy, by, at } = figure;
  return (
    <Paper withBorder p="sm" data-testid="figure-source">
      <Stack gap={6}>
        {shown && (
          <Group justify="space-between">
            <Text fw={600}>{valueText(figure, t)}</Text>
            {standing === 'set-aside' && <Text size="xs">{t('figureDrawer.setAside')}</Text>}
          </Group>
        )}
        <SourceLine figures={figures} figure={figure} />
        {cited?.asStated && <Text size="sm">{t('figureDrawer.asStated', { words: cited.asStated })}</Text>}
        {marks.length > 0 && <Text size="sm">{t('figureDrawer.marks', { marks: marks.join(' ') })}</Text>}
        {standingWhy && <Text size="sm">{t('figureDrawer.standingWhy', { why: standingWhy })}</Text>}
        <Select
          size="xs"
          label={t('figureGrid.column.whose')}
          data={figures.state.organisations.map(({ id, name }) => ({ value: id, label: local(name) || '–' }))}
          placeholder={t('figureGrid.unstated')}
          clearable
          value={figure.of}
          onChange={(of) =>
            change('change.figures.whose', (draft) =>
              changeFigure(draft, figure.id, { of, ofBasis: of === null ? 'unstated' : 'stated' }, stamp()),
            )
          }
        />
        <FigureForm figures={figures} row={row} figure={figure} />
        <Text size="xs" c="dimmed">
          {[by, at && day(at)].filter(Boolean).join(' · ')}
        </Text>
        {children}
      </Stack>
    </Paper>
  );
}

/** Where a figure is stated: the way to the words of a dialogue, or the name and place of a source. */
function SourceLine({ figures, figure }: { figures: Figures; figure: Figure }) {
  const { t, local } = useSpeech();
  const passageId = figure.cited?.passageId ?? null;
  const passage = useRows(async (db) => (passageId ? db.passages.get(passageId) : undefined), [passageId]);
  const source = figures.state.sources.find(({ id }) => id === figure.cited?.sourceId);
  if (passage) {
    const place = links.passage(passage.dialogueId, passage.turnId, passage.id);
    return (
      <Anchor
        size="sm"
        href={`#${place}`}
        onClick={(event) => {
          event.preventDefault();
          go(place);
        }}
      >
        “{passage.quote}”
      </Anchor>
    );
  }
  if (!source)
    return (
      <Text size="sm" c="dimmed">
        {t('figureDrawer.noSource')}
      </Text>
    );
  const { locator = '' } = figure.cited ?? {};
  return (
    <div>
      <Text size="sm" fw={500}>
        {local(source.title)}
      </Text>
      <Text size="sm" c="dimmed">
        {[t(`sourceKind.${source.kind}`), source.published, locator, source.place]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </div>
  );
}

/** Lets one source's figure stand, with the reason. */
function LetStand({ figure, onStand }: { figure: Figure; onStand: (why: string) => Promise<boolean> }) {
  const { t } = useSpeech();
  const [open, setOpen] = useState(false);
  const draft = useDraft(`figures.stand/${figure.id}`, { why: '' });
  const { why } = draft.value;
  if (!open && !draft.begun)
    return (
      <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
        {t('figureDrawer.stand')}
      </Button>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (why.trim() !== '') void onStand(why).then((stored) => stored && draft.done());
      }}
    >
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <TextInput
          flex={1}
          size="xs"
          label={t('figureDrawer.standWhy')}
          value={why}
          onChange={({ currentTarget }) => draft.change({ why: currentTarget.value })}
        />
        <Button size="xs" type="submit" disabled={why.trim() === ''}>
          {t('figureDrawer.stand')}
        </Button>
      </Group>
    </form>
  );
}
