import { ActionIcon, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { useSpeech } from '../../ui/i18n.tsx';

export interface QueryFieldProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly query: string;
  readonly listId: string;
  /** Id of the row that the arrow keys stand on. */
  readonly activeId: string | undefined;
  readonly help: ReactNode;
  readonly onQuery: (query: string) => void;
  readonly onClear: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Where the question is typed; the arrow keys walk through the results meanwhile. */
export function QueryField({
  ref,
  query,
  listId,
  activeId,
  help,
  onQuery,
  onClear,
  onKeyDown,
}: QueryFieldProps) {
  const { t } = useSpeech();
  return (
    <TextInput
      ref={ref}
      data-own-escape
      value={query}
      size="md"
      role="combobox"
      aria-label={t('search.placeholder')}
      aria-haspopup="grid"
      aria-expanded={activeId !== undefined}
      aria-controls={listId}
      aria-activedescendant={activeId}
      placeholder={t('search.placeholder')}
      spellCheck={false}
      autoComplete="off"
      leftSection={<IconSearch size={18} stroke={1.5} />}
      rightSectionWidth={query === '' ? 42 : 72}
      rightSection={
        <>
          {query !== '' && (
            <ActionIcon size={30} aria-label={t('search.clear')} onClick={onClear}>
              <IconX size={16} />
            </ActionIcon>
          )}
          {help}
        </>
      }
      onChange={(event) => onQuery(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}
