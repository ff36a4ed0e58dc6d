import { Button, Fieldset, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import type { IssuePart } from '#shared/edit/issue-split.ts';
import type { LocalText } from '#shared/model/basics.ts';
import type { Issue } from '#shared/model/issue.ts';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { useDraft } from '../../ui/use-draft.ts';
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
  /** Gives true; nothing where it failed. */
  onSplit: (parts: readonly IssuePart[]) => Promise<true | undefined>;
  onClose: () => void;
}) {
  useReturnFocus();
  const { t, local, language } = useSpeech();
  const draft = useDraft<{ readonly names: readonly LocalText[] }>(`issue-split/${issue.id}`, {
    names: [{}],
  });
  const { names } = draft.value;
  const written = names.filter((name) => Object.values(name).some((text) => text.trim() !== ''));
  return (
    <Modal opened onClose={onClose} title={t('issues.split.title', { name: local(issue.name) })} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (written.length > 0)
            void onSplit(written.map((name) => ({ name }))).then((split) => split && draft.done());
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
                      draft.change({
                        names: names.map((one, place) => (place === part ? { ...one, [tag]: text } : one)),
                      });
                    }}
                  />
                ))}
              </Group>
            </Fieldset>
          ))}
          <Button variant="subtle" mr="auto" onClick={() => draft.change({ names: [...names, {}] })}>
            {t('issues.split.another')}
          </Button>
          <FormButtons draft={draft} onClose={onClose}>
            <Button type="submit" disabled={written.length === 0}>
              {t('issues.split.do')}
            </Button>
          </FormButtons>
        </Stack>
      </form>
    </Modal>
  );
}
