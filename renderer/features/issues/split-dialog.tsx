import { Button, Fieldset, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { IssuePart } from '#shared/edit/issue-split.ts';
import type { LocalText } from '#shared/model/basics.ts';
import type { Issue } from '#shared/model/issue.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { languageName } from './language-name.ts';

/** Asks for the names of the issues that are split off; a further one can always be added. */
export function SplitDialog({
  issue,
  languages,
  onSplit,
  onClose,
}: {
  issue: Issue;
  languages: readonly string[];
  onSplit: (parts: readonly IssuePart[]) => void;
  onClose: () => void;
}) {
  useReturnFocus();
  const { t, local, language } = useSpeech();
  const [names, setNames] = useState<readonly LocalText[]>([{}]);
  const written = names.filter((name) => Object.values(name).some((text) => text.trim() !== ''));
  return (
    <Modal opened onClose={onClose} title={t('issues.split.title', { name: local(issue.name) })} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (written.length > 0) onSplit(written.map((name) => ({ name })));
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{t('issues.split.text')}</Text>
          {names.map((name, part) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts are never reordered or taken away
            <Fieldset key={part} legend={t('issues.split.part', { number: part + 1 })} variant="filled">
              <Group grow>
                {languages.map((tag, index) => (
                  <TextInput
                    key={tag}
                    label={languageName(tag, language)}
                    lang={tag}
                    data-autofocus={(part === 0 && index === 0) || undefined}
                    value={name[tag] ?? ''}
                    onChange={(event) => {
                      const text = event.currentTarget.value;
                      setNames(names.map((one, place) => (place === part ? { ...one, [tag]: text } : one)));
                    }}
                  />
                ))}
              </Group>
            </Fieldset>
          ))}
          <Group justify="space-between">
            <Button variant="subtle" onClick={() => setNames([...names, {}])}>
              {t('issues.split.another')}
            </Button>
            <Group gap="xs">
              <Button variant="subtle" onClick={onClose}>
                {t('common.cancel')}
              </Button>
              <Button type="submit" disabled={written.length === 0}>
                {t('issues.split.do')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
