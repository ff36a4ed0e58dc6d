import { Button, Group, NativeSelect, SegmentedControl, Stack, Textarea } from '@mantine/core';
import { setBreak } from '#shared/edit/figure.ts';
import type { GridRow } from '#shared/figure-table/rows.ts';
import { BREAK_KINDS, type Break, type Figure } from '#shared/model/figure.ts';
import { DraftNote } from '../../../ui/form-buttons.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { useDraft } from '../../../ui/use-draft.ts';
import { stamp, useChange } from './use-change.ts';

/** Says what is counted otherwise from a figure on, and whether it may still be compared with those before. */
export function BreakForm({ row, figure }: { row: GridRow; figure: Figure }) {
  const { t, local, language } = useSpeech();
  const change = useChange(row);
  const { breakBefore } = figure;
  const draft = useDraft<{ kind: Break['kind'] | ''; effect: Break['effect']; note: string }>(
    `figures.break/${figure.id}`,
    {
      kind: breakBefore?.kind ?? '',
      effect: breakBefore?.effect ?? 'no',
      note: local(breakBefore?.note),
    },
  );
  const { kind, effect, note } = draft.value;
  const save = () =>
    change('change.figures.break', (edit) =>
      setBreak(
        edit,
        figure.id,
        kind === ''
          ? null
          : {
              kind,
              effect,
              note: note.trim() === '' ? {} : { ...breakBefore?.note, [language]: note.trim() },
            },
        stamp(),
      ),
    ).then((stored) => stored && draft.done());
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="xs">
        <NativeSelect
          size="xs"
          label={t('figureDrawer.break.kind')}
          data={[
            { value: '', label: t('figureDrawer.break.none') },
            ...BREAK_KINDS.map((value) => ({ value, label: t(`figureGrid.breakKind.${value}`) })),
          ]}
          value={kind}
          onChange={({ currentTarget }) => draft.change({ kind: currentTarget.value as Break['kind'] | '' })}
        />
        {kind !== '' && (
          <>
            <SegmentedControl
              size="xs"
              aria-label={t('figureDrawer.break.effect')}
              data={[
                { value: 'no', label: t('figureGrid.notComparable') },
                { value: 'care', label: t('figureGrid.sign.care') },
              ]}
              value={effect}
              onChange={(next) => draft.change({ effect: next as Break['effect'] })}
            />
            <Textarea
              size="xs"
              autosize
              maxRows={6}
              label={t('figureDrawer.break.note')}
              value={note}
              onChange={({ currentTarget }) => draft.change({ note: currentTarget.value })}
            />
          </>
        )}
        {draft.begun && (
          <Group gap="xs">
            <DraftNote draft={draft} />
            <Button size="compact-sm" type="submit">
              {t('common.save')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
