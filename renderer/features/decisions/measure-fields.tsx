import { Group, Stack, Textarea } from '@mantine/core';
import type { LocalText } from '#shared/model/basics.ts';
import { useRows } from '../../store/index.ts';
import { useOwners } from '../../store/owners.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { languageNameIn, writtenIn } from '../../ui/language-fields.tsx';
import { OwnerField } from '../../ui/owner-field.tsx';
import { PartialDateField } from '../../ui/partial-date-field.tsx';

interface MeasureFieldsProps {
  readonly measure: LocalText;
  readonly onChange: (measure: LocalText) => void;
}

/** What is done, in each of the workspace's languages. */
export function MeasureFields({ measure, onChange }: MeasureFieldsProps) {
  const { t, language: spoken } = useSpeech();
  const workspace = useRows(async (db) => (await db.workspace.toArray())[0], []);
  const languages = workspace ? writtenIn(workspace) : [];
  return languages.map((language, index) => (
    <Textarea
      key={language}
      autosize
      minRows={1}
      lang={language}
      label={
        languages.length > 1
          ? t('settings.inLanguage', {
              what: t('impact.measure'),
              language: languageNameIn(language, spoken),
            })
          : t('impact.measure')
      }
      {...(index === 0 ? { description: t('impact.measure.hint') } : {})}
      value={measure[language] ?? ''}
      onChange={(event) => onChange({ ...measure, [language]: event.currentTarget.value })}
    />
  ));
}

/** What is typed of it. */
interface Typed {
  readonly owner: string;
  readonly due: string;
  readonly review: string;
}

interface FollowUpProps extends Typed {
  readonly onChange: (fields: Partial<Typed>) => void;
}

/** Who answers for it, by when the measure is due, and when it is looked at again. */
export function FollowUp({ owner, due, review, onChange }: FollowUpProps) {
  const { t, language } = useSpeech();
  return (
    <Stack gap="md">
      <OwnerField
        label={t('decisions.form.owner')}
        description={t('decisions.form.owner.hint')}
        suggestions={useOwners(language)}
        value={owner}
        onChange={(name) => onChange({ owner: name })}
      />
      <Group grow align="flex-start">
        <PartialDateField
          label={t('impact.due')}
          value={due}
          onChange={(typed) => onChange({ due: typed })}
        />
        <PartialDateField
          label={t('decisions.form.review')}
          value={review}
          onChange={(typed) => onChange({ review: typed })}
        />
      </Group>
    </Stack>
  );
}
