import { ActionIcon, Popover, TextInput, type TextInputProps, Tooltip } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { PartialDate } from '#shared/model/basics.ts';
import { typedDate } from '#shared/transcript/typed-date.ts';
import { useSpeech } from './i18n.tsx';
import { useSavedField } from './use-saved-field.ts';

const DatePick = lazy(() => import('./date-pick.tsx'));

export interface PartialDateFieldProps
  extends Pick<TextInputProps, 'label' | 'size' | 'inputWrapperOrder' | 'onBlur' | 'onKeyDown'> {
  /** As it is typed: any text; `typedDate` reads it. */
  readonly value: string;
  readonly onChange: (typed: string) => void;
  /** A date was chosen in the calendar; absent = as if it had been typed. */
  readonly onPick?: ((typed: string) => void) | undefined;
  /** Shown while the field is empty; absent = how a date can be written. */
  readonly hint?: ReactNode;
}

/** A date as far as it is known: typed in any way of writing, or chosen. Says how it is understood, or that it is not. */
export function PartialDateField({
  value,
  onChange,
  onPick = onChange,
  hint,
  inputWrapperOrder = ['label', 'input', 'description', 'error'],
  ...field
}: PartialDateFieldProps) {
  const { t, day } = useSpeech();
  const [opened, setOpened] = useState(false);
  const { date, problem } = typedDate(value);
  const understood = date && day(date) !== value.trim() ? t('date.understood', { date: day(date) }) : null;
  return (
    <TextInput
      {...field}
      inputWrapperOrder={inputWrapperOrder}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      description={understood ?? (value.trim() === '' ? (hint ?? t('date.hint')) : undefined)}
      error={problem && t(`date.${problem}`)}
      rightSectionPointerEvents="all"
      rightSection={
        <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus withArrow>
          <Popover.Target>
            <Tooltip label={t('date.choose')}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('date.choose')}
                aria-expanded={opened}
                onClick={() => setOpened(!opened)}
              >
                <IconCalendar size={16} />
              </ActionIcon>
            </Tooltip>
          </Popover.Target>
          <Popover.Dropdown>
            <Suspense fallback={null}>
              <DatePick
                date={date}
                onPick={(picked) => {
                  setOpened(false);
                  onPick(day(picked));
                }}
              />
            </Suspense>
          </Popover.Dropdown>
        </Popover>
      }
    />
  );
}

export interface SavedDateProps extends Pick<PartialDateFieldProps, 'label' | 'hint'> {
  readonly value: PartialDate | null;
  readonly onSave: (date: PartialDate | null) => void;
  /** The field's name in the workspace: under it is kept what was typed and is no date. */
  readonly draftKey: string;
}

/** The same as a field that saves itself when it is left; what is no date stays in it, and is not saved. */
export function SavedDate({ value, onSave, draftKey, ...field }: SavedDateProps) {
  const { day } = useSpeech();
  const { typed, type, choose, save, saveOnEnter } = useSavedField({
    value: day(value),
    onSave: (text) => {
      const { date } = typedDate(text);
      if (date !== value) onSave(date);
      else type(day(date));
    },
    isValid: (text) => typedDate(text).problem === null,
    draftKey,
  });
  return (
    <PartialDateField
      {...field}
      value={typed}
      onChange={type}
      onPick={choose}
      onBlur={save}
      onKeyDown={saveOnEnter(false)}
    />
  );
}
