import { Button, Group, Modal, NativeSelect, Stack } from '@mantine/core';
import { changeIndicator, type IndicatorFields } from '#shared/edit/indicator.ts';
import { type LocalText, tidy } from '#shared/model/basics.ts';
import { GOODS, type Indicator, OVERS, type Over, UNITS, unitOf } from '#shared/model/indicator.ts';
import { commitAmending } from '../../dialogs/amend.tsx';
import { useAttempt } from '../../ui/attempt.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { LanguageFields, writtenIn } from '../../ui/language-fields.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { Breakdowns } from './breakdowns.tsx';
import { unitName } from './unit-name.ts';
import type { Figures } from './use-figures.ts';

interface IndicatorDialogProps {
  readonly figures: Figures;
  readonly indicator: Indicator;
  readonly onClose: () => void;
}

const TEXTS = ['name', 'definition', 'noTargetWhy'] as const;

/** Says what an indicator counts and how, and in which parts. */
export function IndicatorDialog({ figures, indicator, onClose }: IndicatorDialogProps) {
  const { t, local } = useSpeech();
  const attempt = useAttempt();
  useReturnFocus();
  const { name, definition, unitName: called, over, good, base, breakdowns, noTargetWhy } = indicator;
  const draft = useDraft<IndicatorFields>(`figures.indicator/${indicator.id}`, {
    ...{ name, definition, over, good, base, breakdowns, noTargetWhy },
    ...{ unit: unitOf(indicator), unitName: called },
  });
  const { value, change } = draft;
  const isNamed = Object.keys(tidy(value.name)).length > 0;
  const languages = writtenIn(figures.workspace);
  const text = (key: 'unitName' | 'base' | (typeof TEXTS)[number]) => (
    <LanguageFields
      label={t(`figureIndicator.${key}`)}
      languages={languages}
      value={value[key]}
      onChange={(next: LocalText) => change({ [key]: next })}
      autoFocus={key === 'name'}
    />
  );
  const save = () =>
    attempt(async () => {
      const label = { key: 'change.figures.indicatorEdit', params: { indicator: local(name) } } as const;
      const tidied = { ...value, name: tidy(value.name) };
      await commitAmending(label, (edit) => changeIndicator(edit, indicator.id, tidied));
      draft.done();
      onClose();
    });
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('figureIndicator.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isNamed) void save();
        }}
      >
        <Stack gap="md">
          {text('name')}
          {text('definition')}
          <Group grow align="flex-start">
            <NativeSelect
              label={t('figureGrid.new.unit')}
              data={UNITS.map((unit) => ({ value: unit, label: unitName(t, unit) }))}
              value={value.unit}
              onChange={({ currentTarget }) => change({ unit: currentTarget.value })}
            />
            <NativeSelect
              label={t('figureGrid.new.over')}
              data={OVERS.map((one) => ({ value: one, label: t(`figureGrid.over.${one}`) }))}
              value={value.over}
              onChange={({ currentTarget }) => change({ over: currentTarget.value as Over })}
            />
            <NativeSelect
              label={t('figureIndicator.good')}
              data={GOODS.map((one) => ({ value: one, label: t(`figureIndicator.good.${one}`) }))}
              value={value.good}
              onChange={({ currentTarget }) => change({ good: currentTarget.value as Indicator['good'] })}
            />
          </Group>
          {text('unitName')}
          {value.over === 'ratio' && text('base')}
          {text('noTargetWhy')}
          <Breakdowns
            value={value.breakdowns}
            languages={languages}
            onChange={(next) => change({ breakdowns: next })}
          />
          <FormButtons draft={draft} onClose={onClose}>
            <Button type="submit" disabled={!isNamed || !draft.begun}>
              {t('common.save')}
            </Button>
          </FormButtons>
        </Stack>
      </form>
    </Modal>
  );
}
