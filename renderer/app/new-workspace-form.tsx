import { Button, Checkbox, Group, Modal, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { dayOf } from '#shared/i18n/dates.ts';
import { LANGUAGE_IDS } from '#shared/i18n/index.ts';
import { type LocalText, tidy } from '#shared/model/basics.ts';
import { type FiscalYearConvention, fiscalYearOf } from '#shared/model/workspace.ts';
import { useObservable } from '../platform/observable.ts';
import { profile, setPreferences } from '../platform/profile.ts';
import { setActor } from '../store/index.ts';
import { askForSealing } from '../ui/encryption.ts';
import { FiscalYearFields } from '../ui/fiscal-year-fields.tsx';
import { useSpeech } from '../ui/i18n.tsx';
import { LanguageFields, languageName } from '../ui/language-fields.tsx';
import { report } from '../ui/report-problem.ts';
import { newWorkspaceForm, useShown } from './overlays.ts';
import { createNew } from './workspace.ts';

/** Asks for what a workspace needs to know from its first day; everything can be changed later. */
export function NewWorkspaceForm() {
  const { t } = useSpeech();
  const opened = useShown(newWorkspaceForm);
  return (
    <Modal
      opened={opened}
      onClose={() => newWorkspaceForm.set(false)}
      title={t('welcome.new.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Form />
    </Modal>
  );
}

const ALL_LANGUAGES = LANGUAGE_IDS;

/** April to March, named as Japanese companies mostly do it: 年度 by its start, FY by its start too. */
const USUAL_YEAR: FiscalYearConvention = { firstMonth: 4, namedBy: { en: 'start', ja: 'start' } };

function Form() {
  const { t, language } = useSpeech();
  const [languages, setLanguages] = useState<readonly string[]>(ALL_LANGUAGES);
  const [name, setName] = useState<LocalText>({});
  const [company, setCompany] = useState<LocalText>({});
  const [aliases, setAliases] = useState<string[]>([]);
  const [fiscalYear, setFiscalYear] = useState(USUAL_YEAR);
  const actorBefore = useObservable(profile)?.preferences.actor ?? '';
  const [actor, setActorName] = useState(actorBefore);
  const [encrypts, setEncrypts] = useState(false);
  const [tried, setTried] = useState(false);
  // The language of the interface stands first: it is the one that must be filled.
  const ordered = [...languages].sort((a, b) => Number(b === language) - Number(a === language));
  const named = tidy(pick(name, ordered));
  const ofCompany = tidy(pick(company, ordered));
  const first = ordered[0] ?? language;
  const missing = { name: !named[first], company: !ofCompany[first], languages: ordered.length === 0 };

  const create = () => {
    setTried(true);
    if (missing.name || missing.company || missing.languages) return;
    const today = dayOf(new Date().toISOString());
    void report(async () => {
      if (actor.trim() !== actorBefore) {
        await setPreferences({ actor: actor.trim() });
        setActor(actor.trim());
      }
      const sealing = encrypts ? await askForSealing('new') : 'plain';
      // The form is still there, with what was typed.
      if (sealing === null) return;
      newWorkspaceForm.set(false);
      const request = {
        name: named,
        company: ofCompany,
        companyAliases: aliases.map((alias) => alias.trim()).filter(Boolean),
        languages: ordered,
        fiscalYear,
        activeFrom: fiscalYearOf(today, fiscalYear),
      };
      await createNew(request, sealing === 'plain' ? null : sealing);
    });
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        create();
      }}
      noValidate
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('welcome.new.hint')}
        </Text>
        <Checkbox.Group
          label={t('settings.languages')}
          description={t('settings.languages.hint')}
          value={[...languages]}
          onChange={setLanguages}
          {...(tried && missing.languages ? { error: t('settings.languages.missing') } : {})}
        >
          <Group mt={6} gap="lg">
            {ALL_LANGUAGES.map((id) => (
              <Checkbox key={id} value={id} label={languageName(id)} lang={id} />
            ))}
          </Group>
        </Checkbox.Group>
        <LanguageFields
          label={t('settings.workspaceName')}
          languages={ordered}
          value={name}
          onChange={setName}
          required
          autoFocus
          error={tried && missing.name ? t('settings.missing') : undefined}
        />
        <LanguageFields
          label={t('settings.company')}
          languages={ordered}
          value={company}
          onChange={setCompany}
          required
          error={tried && missing.company ? t('settings.missing') : undefined}
        />
        <TagsInput
          label={t('settings.aliases')}
          description={t('settings.aliases.hint')}
          value={aliases}
          onChange={setAliases}
          acceptValueOnBlur
        />
        <FiscalYearFields languages={ordered} value={fiscalYear} onChange={setFiscalYear} />
        <TextInput
          label={t('settings.actor')}
          description={t('settings.actor.hint')}
          value={actor}
          onChange={({ currentTarget }) => setActorName(currentTarget.value)}
        />
        <Checkbox
          label={t('encryption.new')}
          description={t('encryption.new.hint')}
          checked={encrypts}
          onChange={({ currentTarget }) => setEncrypts(currentTarget.checked)}
        />
        <Group justify="flex-end" gap="xs" mt="xs">
          <Button variant="default" onClick={() => newWorkspaceForm.set(false)}>
            {t('common.cancel')}
          </Button>
          <Button type="submit">{t('welcome.new.create')}</Button>
        </Group>
      </Stack>
    </form>
  );
}

function pick(text: LocalText, languages: readonly string[]): LocalText {
  return Object.fromEntries(Object.entries(text).filter(([language]) => languages.includes(language)));
}
