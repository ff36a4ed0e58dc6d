import { Button, Group, Modal, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { fiscalYearLabel } from '#shared/i18n/dates.ts';
import type { FiscalYear, Id, LocalText } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import { CATEGORIES, type Category, type Issue, isActive } from '#shared/model/issue.ts';
import type { Workspace } from '#shared/model/workspace.ts';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { languageName } from './language-name.ts';

/** What a person says of a new issue. */
export type IssueRequest = {
  readonly category: Category;
  readonly name: LocalText;
  readonly definition: LocalText;
  readonly activeFrom: FiscalYear;
};

export function NewIssueDialog({
  workspace,
  initialName,
  year,
  onAdd,
  onClose,
}: {
  workspace: Workspace;
  initialName: string;
  /** The fiscal year that is offered first. */
  year: FiscalYear;
  /** Gives what was added; nothing where that failed. */
  onAdd: (request: IssueRequest) => Promise<unknown>;
  onClose: () => void;
}) {
  useReturnFocus();
  const { t, language } = useSpeech();
  const draft = useDraft<IssueRequest>('issue-new', {
    category: 'general',
    name: { [workspace.languages[0] ?? 'en']: initialName },
    definition: {},
    activeFrom: year,
  });
  const { category, name, definition, activeFrom } = draft.value;
  const named = Object.values(name).some((text) => text.trim() !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (named) void onAdd(draft.value).then((added) => added && draft.done());
  };
  return (
    <Modal opened onClose={onClose} title={t('issues.form.title')} size="lg">
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Group grow>
            <Select
              label={t('issues.form.category')}
              allowDeselect={false}
              data={CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
              value={category}
              onChange={(value) => value && draft.change({ category: value as Category })}
            />
            <Select
              label={t('issues.form.since')}
              allowDeselect={false}
              data={[-2, -1, 0, 1].map((step) => ({
                value: String(year + step),
                label: fiscalYearLabel(year + step, workspace.fiscalYear, language),
              }))}
              value={String(activeFrom)}
              onChange={(value) => value && draft.change({ activeFrom: Number(value) })}
            />
          </Group>
          {workspace.languages.map((tag, index) => (
            <TextInput
              key={tag}
              label={t('issues.form.name', { language: languageName(tag, language) })}
              lang={tag}
              data-autofocus={index === 0 || undefined}
              value={name[tag] ?? ''}
              onChange={(event) => draft.change({ name: { ...name, [tag]: event.currentTarget.value } })}
            />
          ))}
          {workspace.languages.map((tag) => (
            <Textarea
              key={tag}
              label={t('issues.form.definition', { language: languageName(tag, language) })}
              lang={tag}
              autosize
              minRows={2}
              value={definition[tag] ?? ''}
              onChange={(event) =>
                draft.change({ definition: { ...definition, [tag]: event.currentTarget.value } })
              }
            />
          ))}
          <FormButtons draft={draft} onClose={onClose}>
            <Button type="submit" disabled={!named}>
              {t('issues.form.add')}
            </Button>
          </FormButtons>
        </Stack>
      </form>
    </Modal>
  );
}

export function RenameDialog({
  issue,
  languages,
  onRename,
  onClose,
}: {
  issue: Issue;
  languages: readonly string[];
  /** Gives true; nothing where it failed. */
  onRename: (name: LocalText) => Promise<true | undefined>;
  onClose: () => void;
}) {
  useReturnFocus();
  const { t, local, language } = useSpeech();
  const draft = useDraft<{ readonly name: LocalText }>(`issue-rename/${issue.id}`, { name: issue.name });
  const { name } = draft.value;
  const tags = [...new Set([...languages, ...Object.keys(issue.name)])];
  const named = Object.values(name).some((text) => text.trim() !== '');
  return (
    <Modal opened onClose={onClose} title={t('issues.rename.title', { name: local(issue.name) })}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (named) void onRename(name).then((renamed) => renamed && draft.done());
        }}
      >
        <Stack gap="sm">
          {tags.map((tag, index) => (
            <TextInput
              key={tag}
              label={languageName(tag, language)}
              lang={tag}
              data-autofocus={index === 0 || undefined}
              value={name[tag] ?? ''}
              onChange={(event) => draft.change({ name: { ...name, [tag]: event.currentTarget.value } })}
            />
          ))}
          <Text size="xs" c="dimmed">
            {t('issues.rename.hint')}
          </Text>
          <FormButtons draft={draft} onClose={onClose}>
            <Button type="submit" disabled={!named}>
              {t('common.save')}
            </Button>
          </FormButtons>
        </Stack>
      </form>
    </Modal>
  );
}

export function MergeDialog({
  issue,
  issues,
  passages,
  advice,
  onMerge,
  onClose,
}: {
  issue: Issue;
  issues: readonly Issue[];
  passages: number;
  advice: number;
  onMerge: (intoId: IdOf<'issues'>) => void;
  onClose: () => void;
}) {
  useReturnFocus();
  const { t, local } = useSpeech();
  const [intoId, setIntoId] = useState<Id | null>(null);
  return (
    <Modal opened onClose={onClose} title={t('issues.merge.title', { name: local(issue.name) })}>
      <Stack gap="sm">
        <Select
          label={t('issues.merge.into')}
          placeholder={t('issues.merge.choose')}
          searchable
          openOnFocus={false}
          data-autofocus
          data={CATEGORIES.map((category) => ({
            group: t(`category.${category}`),
            items: issues
              .filter((one) => one.category === category && one.id !== issue.id && isActive(one))
              .map((one) => ({ value: one.id, label: local(one.name) })),
          })).filter(({ items }) => items.length > 0)}
          value={intoId}
          onChange={setIntoId}
        />
        <Text size="sm">{t('issues.merge.text', { passages, advice })}</Text>
        <Group justify="flex-end">
          <Button variant="subtle" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button disabled={intoId === null} onClick={() => intoId && onMerge(intoId)}>
            {t('issues.merge.do')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
