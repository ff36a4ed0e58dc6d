import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { putIndicator } from '#shared/edit/register.ts';
import { type LocalText, tidy } from '#shared/model/basics.ts';
import { OVERS, type Over, UNITS, type Unit } from '#shared/model/indicator.ts';
import type { Workspace } from '#shared/model/workspace.ts';
import { commit } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { LanguageFields, writtenIn } from '../../ui/language-fields.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { unitName } from './unit-name.ts';

/** Asks what is to be counted: a row of the table in which the first figure can be typed. */
export function NewIndicator({ workspace, onClose }: { workspace: Workspace; onClose: () => void }) {
  const { t, local } = useSpeech();
  const attempt = useAttempt();
  useReturnFocus();
  const draft = useDraft<{ name: LocalText; unit: Unit; over: Over }>('figures.indicator', {
    name: {},
    unit: 'people',
    over: 'flow',
  });
  const { name, unit, over } = draft.value;
  const isNamed = Object.keys(tidy(name)).length > 0;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('figureGrid.new.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isNamed) return;
          void attempt(async () => {
            await commit({ key: 'change.figures.indicator', params: { indicator: local(name) } }, (edit) =>
              putIndicator(edit, { name, unit, over }),
            );
            draft.done();
            onClose();
          });
        }}
      >
        <Stack gap="md">
          <LanguageFields
            label={t('figureGrid.new.name')}
            languages={writtenIn(workspace)}
            value={name}
            onChange={(next) => draft.change({ name: next })}
            autoFocus
          />
          <Group grow align="flex-start">
            <Select
              label={t('figureGrid.new.unit')}
              data={UNITS.map((value) => ({ value, label: unitName(t, value) }))}
              value={unit}
              allowDeselect={false}
              onChange={(next) => next && draft.change({ unit: next as Unit })}
            />
            <Select
              label={t('figureGrid.new.over')}
              data={OVERS.map((value) => ({ value, label: t(`figureGrid.over.${value}`) }))}
              value={over}
              allowDeselect={false}
              onChange={(next) => next && draft.change({ over: next as Over })}
            />
          </Group>
          <FormButtons draft={draft} onClose={onClose}>
            <Button type="submit" disabled={!isNamed}>
              {t('figureGrid.new.create')}
            </Button>
          </FormButtons>
        </Stack>
      </form>
    </Modal>
  );
}
