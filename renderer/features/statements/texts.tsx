import { Button, Group, Paper, Text, Textarea } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import type { Answer } from '#shared/model/answer.ts';
import type { LocalText } from '#shared/model/basics.ts';
import { keepDraft } from '../../platform/drafts.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { languageNameIn, writtenIn } from '../../ui/language-fields.tsx';
import { useSavedField } from '../../ui/use-saved-field.ts';
import type { PanelProps } from './panel-props.ts';
import classes from './statements.module.css';
import { answerPlace, draftKeyOf } from './use-statement.ts';

/** The words of an answer in each language of the workspace. */
export function Texts({ statement, state, place, acts }: PanelProps) {
  const { t, language: spoken } = useSpeech();
  const [workspace] = state.workspace;
  const text = place.answer?.text ?? {};
  return (
    <div className={classes.texts}>
      <div className={classes.textGrid}>
        {writtenIn(workspace ?? { languages: [] }).map((language) => (
          <TextField
            key={language}
            lang={language}
            label={t('settings.inLanguage', {
              what: t('statement.text'),
              language: languageNameIn(language, spoken),
            })}
            placeholder={t('statement.text.placeholder')}
            value={text[language] ?? ''}
            draftKey={draftKeyOf(answerPlace(statement, place), language)}
            onSave={(typed) =>
              acts.put(
                place,
                { text: { ...text, [language]: typed } satisfies LocalText },
                'change.answer.text',
              )
            }
          />
        ))}
      </div>
    </div>
  );
}

/** Why nothing is said, or the requirement does not apply. */
export function Why({ statement, place, acts }: PanelProps) {
  const { t } = useSpeech();
  return (
    <TextField
      label={t(place.answer?.state === 'not-applicable' ? 'statement.why.na' : 'statement.why')}
      value={place.answer?.why ?? ''}
      draftKey={draftKeyOf(answerPlace(statement, place), 'why')}
      minRows={1}
      onSave={(why) => acts.put(place, { why }, 'change.answer.text')}
    />
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  /** What is typed is kept under it with every letter, until it is saved: a long text is written over hours. */
  readonly draftKey: string;
  readonly onSave: (text: string) => unknown;
  readonly lang?: string;
  readonly placeholder?: string;
  readonly minRows?: number;
}

function TextField({ label, value, draftKey, onSave, lang, placeholder, minRows = 4 }: TextFieldProps) {
  const { typed, type, save, saveOnEnter } = useSavedField({ value, onSave, draftKey });
  return (
    <Textarea
      autosize
      minRows={minRows}
      maxRows={18}
      label={label}
      {...(lang ? { lang } : {})}
      {...(placeholder ? { placeholder } : {})}
      value={typed}
      onChange={({ currentTarget }) => {
        type(currentTarget.value);
        keepDraft(draftKey, currentTarget.value);
      }}
      onBlur={save}
      onKeyDown={saveOnEnter(true)}
    />
  );
}

/** What was said in an earlier year, to be read beside, and taken over where nothing is written yet. */
export function Before({ statement, state, place, acts, before }: PanelProps & { before: Answer }) {
  const { t } = useSpeech();
  const own = place.answer?.text ?? {};
  const languages = writtenIn(state.workspace[0] ?? { languages: [] }).filter((one) => before.text[one]);
  const isAllWritten = languages.every((one) => (own[one] ?? '').trim() !== '');
  return (
    <Paper
      withBorder
      p="sm"
      component="section"
      aria-label={t('statement.before', { year: statement.naming.year(before.fiscalYear) })}
    >
      <Group justify="space-between" mb="xs">
        <Text size="sm" fw={600}>
          {t('statement.before', { year: statement.naming.year(before.fiscalYear) })}
        </Text>
        {!isAllWritten && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconArrowDown size={14} />}
            onClick={() => void acts.takeOver(place)}
            data-testid="take-over"
          >
            {t('statement.takeOver')}
          </Button>
        )}
      </Group>
      {languages.map((language) => (
        <Text key={language} size="sm" lang={language} className={classes.before} mb={4}>
          {before.text[language]}
        </Text>
      ))}
    </Paper>
  );
}
