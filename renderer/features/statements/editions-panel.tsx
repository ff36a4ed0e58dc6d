import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { dayOf } from '#shared/i18n/dates.ts';
import { isLanguage, type Language } from '#shared/i18n/languages.ts';
import type { Edition } from '#shared/model/edition.ts';
import { editionSubject, editionsOf } from '#shared/statement/editions.ts';
import { Blocks } from '../../dialogs/report/blocks.tsx';
import { useRows } from '../../store/index.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { languageNameIn } from '../../ui/language-fields.tsx';
import { SubmitForm } from '../../ui/submit-form.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import type { Editions } from './use-editions.ts';
import { useSinceEdition } from './use-since-edition.ts';
import type { Statement } from './use-statement.ts';

interface EditionsPanelProps {
  readonly statement: Statement;
  readonly editions: Editions;
  readonly onWord: (subjectId: string, language: Language) => void;
}

/** What a statement said when it was published, each edition to be read and printed again. */
export function EditionsPanel({ statement, editions, onWord }: EditionsPanelProps) {
  const { t } = useSpeech();
  const { checklist, scope } = statement;
  const read = useRows((db) => db.editions.toArray(), []);
  if (!read) return null;
  const own = editionsOf(read, checklist.id, scope);
  return (
    <Stack gap="sm" maw="46rem">
      <Title order={2} size="h4">
        {t('statement.editions')}
      </Title>
      <Text size="sm" c="dimmed">
        {own.length === 0 ? t('statement.editions.none.text') : t('statement.editions.text')}
      </Text>
      {own.length === 0 ? (
        <Group>
          <Button loading={editions.isKeeping} onClick={() => void editions.keep('')}>
            {t('statement.editions.keep')}
          </Button>
        </Group>
      ) : (
        <Anew statement={statement} editions={editions} latest={own[0]} />
      )}
      {own.map((edition) => (
        <OneEdition key={edition.id} edition={edition} onWord={onWord} />
      ))}
    </Stack>
  );
}

/** What would read otherwise today, and the form that keeps a new edition. */
function Anew({
  statement,
  editions,
  latest,
}: Omit<EditionsPanelProps, 'onWord'> & { readonly latest: Edition | undefined }) {
  const { t } = useSpeech();
  const { checklist, scope } = statement;
  const since = useSinceEdition(statement, latest);
  const draft = useDraft(`statement.edition/${checklist.id}/${scope.fiscalYear}/${scope.of ?? ''}`, {
    why: '',
  });
  const { why } = draft.value;
  if (since === null)
    return (
      <Text size="sm" c="dimmed" role="status">
        {t('statement.editions.comparing')}
      </Text>
    );
  if (since.length === 0) return <Text size="sm">{t('statement.editions.same')}</Text>;
  return (
    <Stack gap="xs" data-testid="since-edition">
      <Text size="sm">{t('statement.editions.since')}</Text>
      <ul>
        {since.map((title) => (
          <li key={title}>
            <Text size="sm">{title}</Text>
          </li>
        ))}
      </ul>
      <SubmitForm
        label={t('statement.editions.keepAnew')}
        draft={draft}
        ready={why.trim() !== '' && !editions.isKeeping}
        onSubmit={(stored) => void editions.keep(why).then((kept) => kept && stored())}
        onClose={() => draft.discard()}
      >
        <TextInput
          label={t('statement.editions.anew')}
          value={why}
          onChange={({ currentTarget }) => draft.change({ why: currentTarget.value })}
        />
      </SubmitForm>
    </Stack>
  );
}

function OneEdition({ edition, onWord }: Pick<EditionsPanelProps, 'onWord'> & { readonly edition: Edition }) {
  const { t, day, language: spoken } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const { id, number, why, documents, by, at } = edition;
  const languages = Object.keys(documents).filter(isLanguage);
  const shown = documents[spoken] ?? Object.values(documents)[0];
  return (
    <Paper withBorder p="sm" data-testid="edition">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Text fw={600}>{t('statement.editions.one', { number })}</Text>
          <Text size="xs" c="dimmed">
            {by === ''
              ? t('statement.editions.kept', { date: day(dayOf(at)) })
              : t('statement.editions.keptBy', { date: day(dayOf(at)), name: by })}
          </Text>
          {why !== '' && <Text size="sm">{t('statement.editions.why', { why })}</Text>}
        </div>
        <Group gap="xs">
          {languages.map((language) => (
            <Button
              key={language}
              size="compact-sm"
              variant="default"
              onClick={() => onWord(editionSubject(id), language)}
            >
              {t('statement.editions.word', { language: languageNameIn(language, spoken) })}
            </Button>
          ))}
          <Button size="compact-sm" variant="subtle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t(isOpen ? 'statement.editions.hide' : 'statement.editions.read')}
          </Button>
        </Group>
      </Group>
      {isOpen && shown?.sections.map((section) => <Blocks key={section.id} section={section} />)}
    </Paper>
  );
}
