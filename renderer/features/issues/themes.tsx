import {
  ActionIcon,
  Button,
  Group,
  Modal,
  MultiSelect,
  Stack,
  Text,
  TextInput,
  Title,
  Tooltip,
} from '@mantine/core';
import { IconLayersIntersect, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { addTheme, removeTheme, updateTheme } from '#shared/edit/theme.ts';
import { CATEGORIES, type Issue, isActive } from '#shared/model/issue.ts';
import type { Theme } from '#shared/model/theme.ts';
import { commit, undo, useRows } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { IssueBadge } from '../../ui/issue-badge.tsx';
import { go, links } from '../../ui/links.ts';
import { notifyUndo } from '../../ui/notify-undo.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import classes from './issue-list.module.css';
import { languageName } from './language-name.ts';

/** Themes: issues that are monitored as one. */
export function Themes({ themes, issues }: { themes: readonly Theme[]; issues: readonly Issue[] }) {
  const { t, local } = useSpeech();
  const attempt = useAttempt();
  const [editing, setEditing] = useState<Theme | 'new' | null>(null);
  const byId = new Map(issues.map((issue) => [issue.id, issue]));

  const save = (fields: ThemeFields): Promise<true | undefined> => {
    const name = local(fields.name);
    const theme = editing;
    setEditing(null);
    return attempt(async () => {
      if (theme === 'new' || theme === null)
        await commit({ key: 'change.theme.add', params: { name } }, (draft) => addTheme(draft, fields));
      else
        await commit({ key: 'change.theme.edit', params: { name } }, (draft) =>
          updateTheme(draft, theme.id, fields),
        );
      return true as const;
    });
  };
  const remove = (theme: Theme) => {
    const name = local(theme.name);
    setEditing(null);
    void attempt(async () => {
      await commit({ key: 'change.theme.remove', params: { name } }, (draft) => removeTheme(draft, theme.id));
      notifyUndo({
        message: t('issues.themes.removed', { name }),
        undoLabel: t('common.undo'),
        undo: () => attempt(undo),
      });
    });
  };

  return (
    <section className={classes.section} aria-labelledby="themes">
      <Group justify="space-between" className={classes.category}>
        <Group gap={8}>
          <IconLayersIntersect size={16} />
          <Title order={2} size="h4" id="themes">
            {t('issues.themes')}
          </Title>
          <Text span size="xs" c="dimmed">
            {t('issues.themes.hint')}
          </Text>
        </Group>
        <Button size="compact-sm" variant="default" onClick={() => setEditing('new')}>
          {t('issues.themes.add')}
        </Button>
      </Group>
      {themes.length === 0 && (
        <Text size="sm" c="dimmed" py="sm">
          {t('issues.themes.none')}
        </Text>
      )}
      {themes.map((theme) => (
        <Group key={theme.id} justify="space-between" wrap="nowrap" py={8} px={4} align="flex-start">
          <div>
            <Text size="sm" fw={500}>
              {local(theme.name)}
            </Text>
            <Text size="xs" c="dimmed" maw="46rem">
              {local(theme.definition)}
            </Text>
            <Group gap={6} mt={6}>
              {theme.issueIds.map((id) => {
                const issue = byId.get(id);
                return issue && <IssueBadge key={id} issue={issue} onClick={() => go(links.issue(id))} />;
              })}
            </Group>
          </div>
          <Tooltip label={t('issues.themes.edit', { name: local(theme.name) })}>
            <ActionIcon
              aria-label={t('issues.themes.edit', { name: local(theme.name) })}
              onClick={() => setEditing(theme)}
            >
              <IconPencil size={16} />
            </ActionIcon>
          </Tooltip>
        </Group>
      ))}
      {editing && (
        <ThemeDialog
          theme={editing === 'new' ? null : editing}
          issues={issues}
          onSave={save}
          onRemove={editing === 'new' ? undefined : () => remove(editing)}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  );
}

type ThemeFields = Pick<Theme, 'name' | 'definition' | 'issueIds'>;

function ThemeDialog({
  theme,
  issues,
  onSave,
  onRemove,
  onClose,
}: {
  theme: Theme | null;
  issues: readonly Issue[];
  /** Gives true; nothing where it failed. */
  onSave: (fields: ThemeFields) => Promise<true | undefined>;
  onRemove: (() => void) | undefined;
  onClose: () => void;
}) {
  useReturnFocus();
  const { t, local, language } = useSpeech();
  const workspace = useRows((db) => db.workspace.toCollection().first(), []);
  const draft = useDraft<ThemeFields>(`theme/${theme?.id ?? 'new'}`, {
    name: theme?.name ?? {},
    definition: theme?.definition ?? {},
    issueIds: theme?.issueIds ?? [],
  });
  const { name, definition, issueIds } = draft.value;
  const complete = issueIds.length > 0 && Object.values(name).some((text) => text.trim() !== '');
  const tags = [...new Set([...(workspace?.languages ?? []), ...Object.keys(name)])];
  return (
    <Modal opened onClose={onClose} title={t('issues.themes.form')} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (complete) void onSave({ ...draft.value }).then((saved) => saved && draft.done());
        }}
      >
        <Stack gap="sm">
          {tags.map((tag) => (
            <TextInput
              key={tag}
              label={t('issues.form.name', { language: languageName(tag, language) })}
              lang={tag}
              value={name[tag] ?? ''}
              onChange={(event) => draft.change({ name: { ...name, [tag]: event.currentTarget.value } })}
            />
          ))}
          {tags.map((tag) => (
            <TextInput
              key={tag}
              label={t('issues.form.definition', { language: languageName(tag, language) })}
              lang={tag}
              value={definition[tag] ?? ''}
              onChange={(event) =>
                draft.change({ definition: { ...definition, [tag]: event.currentTarget.value } })
              }
            />
          ))}
          <MultiSelect
            label={t('issues.themes.members')}
            searchable
            data={CATEGORIES.map((category) => ({
              group: t(`category.${category}`),
              items: issues
                .filter((one) => one.category === category && (isActive(one) || issueIds.includes(one.id)))
                .map((one) => ({ value: one.id, label: local(one.name) })),
            })).filter(({ items }) => items.length > 0)}
            value={[...issueIds]}
            onChange={(chosen) => draft.change({ issueIds: chosen })}
          />
          {onRemove && (
            <Button variant="subtle" color="gray" mr="auto" onClick={onRemove}>
              {t('issues.themes.remove')}
            </Button>
          )}
          <FormButtons draft={draft} onClose={onClose}>
            <Button type="submit" disabled={!complete}>
              {t('common.save')}
            </Button>
          </FormButtons>
        </Stack>
      </form>
    </Modal>
  );
}
