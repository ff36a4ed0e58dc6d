import { Group, Select, SimpleGrid, Stack, TextInput, Title } from '@mantine/core';
import { LANGUAGE_IDS } from '#shared/i18n/languages.ts';
import { ATTRIBUTION_POLICIES, type AttributionPolicy, type Dialogue } from '#shared/model/dialogue.ts';
import { fiscalYearOf } from '#shared/model/workspace.ts';
import { typedDate } from '#shared/transcript/typed-date.ts';
import { today } from '../../../platform/today.ts';
import { useRows } from '../../../store/index.ts';
import { FiscalYearSelect } from '../../../ui/fiscal-year-select.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { languageNameIn } from '../../../ui/language-fields.tsx';
import { PartialDateField } from '../../../ui/partial-date-field.tsx';
import { DIALOGUE_FORMS } from '../details-drawer.tsx';
import { FollowsField } from '../follows-field.tsx';
import type { Details } from './queue-state.ts';
import { describe } from './session.ts';

/** The facts of the dialogue that is being imported. */
export function PreviewDetails({ details }: { details: Details }) {
  const { t, language } = useSpeech();
  const workspace = useRows((db) => db.workspace.toCollection().first(), []);
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {t('dialogues.details')}
      </Title>
      <TextInput
        label={t('dialogues.field.title')}
        required
        value={details.title}
        error={details.title.trim() === '' ? t('import.needsTitle') : undefined}
        onChange={(event) => describe({ title: event.currentTarget.value })}
      />
      <SimpleGrid cols={2} spacing="xs">
        <PartialDateField
          label={t('dialogues.field.date')}
          value={details.date}
          onChange={(typed) => {
            const { date } = typedDate(typed);
            describe({
              date: typed,
              ...(workspace && date ? { fiscalYear: fiscalYearOf(date, workspace.fiscalYear) } : {}),
            });
          }}
        />
        {workspace && (
          <FiscalYearSelect
            label={t('dialogues.field.fiscalYear')}
            required
            testId="import-fiscal-year"
            placeholder={t('import.chooseFiscalYear')}
            error={details.fiscalYear === null ? t('import.needsFiscalYear') : undefined}
            convention={workspace.fiscalYear}
            last={fiscalYearOf(today(), workspace.fiscalYear) + 1}
            value={details.fiscalYear}
            onChange={(fiscalYear) => describe({ fiscalYear })}
          />
        )}
        <TextInput
          label={t('dialogues.field.place')}
          value={details.place}
          onChange={(event) => describe({ place: event.currentTarget.value })}
        />
        <Select
          label={t('dialogues.field.form')}
          allowDeselect={false}
          data={DIALOGUE_FORMS.map((value) => ({ value, label: t(`dialogues.form.${value}`) }))}
          value={details.form}
          onChange={(value) => value && describe({ form: value as Dialogue['form'] })}
        />
      </SimpleGrid>
      <FollowsField dialogueId={null} value={details.follows} onChange={(follows) => describe({ follows })} />
      <Group grow align="flex-end" gap="xs">
        <Select
          label={t('dialogues.field.attribution')}
          allowDeselect={false}
          data={ATTRIBUTION_POLICIES.map((value) => ({ value, label: t(`policy.${value}`) }))}
          value={details.attribution}
          onChange={(value) => value && describe({ attribution: value as AttributionPolicy })}
        />
        <Select
          label={t('dialogues.field.language')}
          allowDeselect={false}
          data={LANGUAGE_IDS.map((value) => ({ value, label: languageNameIn(value, language) }))}
          value={details.language}
          onChange={(value) => value && describe({ language: value })}
        />
      </Group>
      <TextInput
        label={t('dialogues.field.sourceNote')}
        placeholder={t('dialogues.field.sourceNote.hint')}
        value={details.sourceNote}
        onChange={(event) => describe({ sourceNote: event.currentTarget.value })}
      />
    </Stack>
  );
}
