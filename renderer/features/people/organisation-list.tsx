import { Anchor, Button, Group, Stack, Switch, Text, Title } from '@mantine/core';
import { IconBuilding, IconPencil } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { tidy } from '#shared/model/basics.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { LanguageFields } from '../../ui/language-fields.tsx';
import { go, links } from '../../ui/links.ts';
import { type KnownPerson, type Organisation, organisationsOf } from './known.ts';
import classes from './people.module.css';
import { AskButtons, AskDialog } from './person-dialogs.tsx';
import type { PersonActs } from './use-person-acts.ts';

export interface OrganisationListProps {
  readonly people: readonly KnownPerson[];
  /** All of an organisation's people are renamed, those too that a filter hides. */
  readonly everybody: readonly KnownPerson[];
  readonly languages: readonly string[];
  readonly acts: PersonActs;
}

/** Organisations with their people; a name is corrected once for all of them. */
export function OrganisationList({ people, everybody, languages, acts }: OrganisationListProps) {
  const { t, local, language } = useSpeech();
  const [renamed, setRenamed] = useState<Organisation | null>(null);
  const shown = useMemo(() => organisationsOf(people, language), [people, language]);
  const all = useMemo(() => organisationsOf(everybody, language), [everybody, language]);
  const whole = (one: Organisation) =>
    all.find(({ people: members }) => members.some(({ person }) => person === one.people[0]?.person)) ?? one;
  return (
    <Stack gap={0} maw="60rem" data-testid="organisations">
      {shown.map((one) => {
        const name = local(one.name);
        const others = Object.values(one.name).filter((text) => text !== name);
        return (
          <section key={one.key} className={classes.appearance} data-testid="organisation">
            <Group justify="space-between" wrap="nowrap">
              <Group gap={8}>
                <IconBuilding size={16} aria-hidden />
                <Title order={2} size="h5">
                  {name || t('people.noOrganisation')}
                </Title>
                <Text size="xs" c="dimmed">
                  {[...others, t('people.organisation.people', { count: one.people.length })].join(' · ')}
                </Text>
              </Group>
              {name !== '' && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  leftSection={<IconPencil size={14} />}
                  onClick={() => setRenamed(whole(one))}
                >
                  {t('people.organisation.rename')}
                </Button>
              )}
            </Group>
            <Group gap="md" pl={24} mt={4}>
              {one.people.map(({ person }) => (
                <Anchor
                  key={person.id}
                  size="sm"
                  href={`#${links.person(person.id)}`}
                  onClick={(event) => {
                    event.preventDefault();
                    go(links.person(person.id));
                  }}
                >
                  {local(person.name)}
                </Anchor>
              ))}
            </Group>
          </section>
        );
      })}
      {renamed && (
        <RenameDialog
          organisation={renamed}
          languages={languages}
          acts={acts}
          onClose={() => setRenamed(null)}
        />
      )}
    </Stack>
  );
}

function RenameDialog({
  organisation,
  languages,
  acts,
  onClose,
}: {
  readonly organisation: Organisation;
  readonly languages: readonly string[];
  readonly acts: PersonActs;
  readonly onClose: () => void;
}) {
  const { t, local } = useSpeech();
  const [name, setName] = useState<Record<string, string>>({ ...organisation.name });
  const [printed, setPrinted] = useState(true);
  const persons = organisation.people.map(({ person }) => person);
  return (
    <AskDialog title={t('people.organisation.title')} onClose={onClose}>
      <LanguageFields
        label={t('people.organisation.name')}
        languages={languages}
        value={name}
        onChange={setName}
        autoFocus
      />
      <Text size="sm">
        {t('people.organisation.text', { names: persons.map((one) => local(one.name)).join(', ') })}
      </Text>
      <Switch
        label={t('people.organisation.printed')}
        description={t('people.organisation.printed.hint')}
        checked={printed}
        onChange={(event) => setPrinted(event.currentTarget.checked)}
      />
      <AskButtons
        onClose={onClose}
        onDo={() => void acts.renameOrganisation(persons, tidy(name), printed).then((ok) => ok && onClose())}
        label={t('common.save')}
        disabled={Object.keys(tidy(name)).length === 0}
      />
    </AskDialog>
  );
}
