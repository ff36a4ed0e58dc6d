import { Button, Group, TagsInput } from '@mantine/core';
import { dequal } from 'dequal/lite';
import { useState } from 'react';
import { tidy } from '#shared/model/basics.ts';
import type { Workspace } from '#shared/model/workspace.ts';
import { commit, undo } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { FiscalYearFields } from '../../ui/fiscal-year-fields.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { LanguageFields } from '../../ui/language-fields.tsx';
import { notifyUndo } from '../../ui/notify-undo.tsx';
import { Section } from './section.tsx';

type Details = Pick<Workspace, 'name' | 'company' | 'companyAliases' | 'fiscalYear'>;

/** What the workspace is called, whose it is, and how its years are counted. */
export function WorkspaceSettings({ workspace }: { workspace: Workspace }) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const kept: Details = {
    name: workspace.name,
    company: workspace.company,
    companyAliases: workspace.companyAliases,
    fiscalYear: workspace.fiscalYear,
  };
  const [details, setDetails] = useState(kept);
  const tidied: Details = {
    ...details,
    name: tidy(details.name),
    company: tidy(details.company),
    companyAliases: details.companyAliases.map((alias) => alias.trim()).filter(Boolean),
  };
  const first = workspace.languages[0] ?? 'en';
  const missing = { name: !tidied.name[first], company: !tidied.company[first] };
  const changed = !dequal(tidied, kept);

  const save = () =>
    void attempt(async () => {
      await commit({ key: 'change.workspace.edit' }, (draft) =>
        draft.patch('workspace', workspace.id, tidied),
      );
      notifyUndo({
        message: t('settings.saved'),
        undoLabel: t('common.undo'),
        undo: () => attempt(undo),
      });
    });

  return (
    <Section title={t('settings.workspace')}>
      <LanguageFields
        label={t('settings.workspaceName')}
        languages={workspace.languages}
        value={details.name}
        onChange={(name) => setDetails({ ...details, name })}
        required
        error={missing.name ? t('settings.missing') : undefined}
      />
      <LanguageFields
        label={t('settings.company')}
        languages={workspace.languages}
        value={details.company}
        onChange={(company) => setDetails({ ...details, company })}
        required
        error={missing.company ? t('settings.missing') : undefined}
      />
      <TagsInput
        label={t('settings.aliases')}
        description={t('settings.aliases.hint')}
        value={details.companyAliases}
        onChange={(companyAliases) => setDetails({ ...details, companyAliases })}
        acceptValueOnBlur
      />
      <FiscalYearFields
        languages={workspace.languages}
        value={details.fiscalYear}
        onChange={(fiscalYear) => setDetails({ ...details, fiscalYear })}
      />
      <Group gap="xs">
        <Button onClick={save} disabled={!changed || missing.name || missing.company}>
          {t('settings.save')}
        </Button>
        {changed && (
          <Button variant="subtle" onClick={() => setDetails(kept)}>
            {t('settings.discard')}
          </Button>
        )}
      </Group>
    </Section>
  );
}
