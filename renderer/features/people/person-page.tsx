import { Alert, Anchor, Button, Loader, Tabs, Text } from '@mantine/core';
import { IconAddressBook, IconArrowFork, IconArrowMerge, IconSearch, IconUsers } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'wouter';
import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import { filterText } from '#shared/search/fields.ts';
import { maybeSame } from '#shared/transcript/same-person.ts';
import { TimelinePanel } from '../../dialogs/register/timeline-panel.tsx';
import { BackLink } from '../../ui/back-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { Page } from '../../ui/page.tsx';
import { Appearances, Coded, GivenAdvice, Said } from './heard.tsx';
import classes from './people.module.css';
import { MergeDialog, SplitDialog } from './person-dialogs.tsx';
import { PersonFields } from './person-fields.tsx';
import { PersonMenu } from './person-menu.tsx';
import { type PersonRows, usePerson } from './use-people.ts';
import { usePersonActs } from './use-person-acts.ts';

/** One person: what is known of them, and all that they said, each a way to the sentence. */
export function PersonPage({ personId }: { readonly personId: IdOf<'persons'> }) {
  const { t } = useSpeech();
  const rows = usePerson(personId);
  if (rows === undefined) return <Loader m="xl" aria-label={t('people.title')} />;
  if (rows === null)
    return (
      <Page title={t('people.title')} above={<BackLink to={links.people()}>{t('people.back')}</BackLink>}>
        <EmptyState icon={IconAddressBook} title={t('people.missing')} />
      </Page>
    );
  return <OpenPerson rows={rows} />;
}

function OpenPerson({ rows }: { readonly rows: PersonRows }) {
  const { person, persons, appearances, languages } = rows;
  const { t, local, language } = useSpeech();
  const acts = usePersonActs();
  const [asked, setAsked] = useState<{ what: 'merge' | 'split'; other: Id | null } | null>(null);
  const alike = useMemo(() => maybeSame(persons).get(person.id) ?? [], [persons, person.id]);
  const name = local(person.name);
  const others = Object.entries(person.name).filter(([tag, text]) => tag !== language && text !== name);
  const merge = (other: Id | null = null) => setAsked({ what: 'merge', other });
  const split = () => setAsked({ what: 'split', other: null });
  const close = () => setAsked(null);
  return (
    <Page
      title={name}
      above={<BackLink to={links.people()}>{t('people.back')}</BackLink>}
      description={[
        ...others.map(([, text]) => text),
        person.reading,
        local(person.title),
        local(person.organisation),
      ]
        .filter(Boolean)
        .join(' · ')}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconSearch size={16} />}
            onClick={() => go(links.search(`${filterText('speaker', name, language)} `))}
          >
            {t('people.act.said')}
          </Button>
          <Button variant="default" leftSection={<IconArrowMerge size={16} />} onClick={() => merge()}>
            {t('people.act.merge')}
          </Button>
          {appearances.length > 1 && (
            <Button variant="default" leftSection={<IconArrowFork size={16} />} onClick={split}>
              {t('people.act.split')}
            </Button>
          )}
          <PersonMenu
            person={person}
            acts={acts}
            appearances={appearances.length}
            onMerge={merge}
            onSplit={split}
            onDeleted={() => go(links.people())}
          />
        </>
      }
    >
      {alike.length > 0 && (
        <Alert mb="md" color="orange" variant="light" icon={<IconUsers size={18} />}>
          {t('people.maybeSame')}:{' '}
          {alike.map((other) => (
            <Anchor
              key={other.id}
              size="sm"
              mr="sm"
              component="button"
              type="button"
              aria-label={t('people.maybeSame.merge', { name: local(other.name) })}
              onClick={() => merge(other.id)}
            >
              {local(other.name)}
            </Anchor>
          ))}
        </Alert>
      )}
      <div className={classes.sides}>
        <PersonFields person={person} languages={languages} acts={acts} />
        <Heard rows={rows} />
      </div>
      {asked?.what === 'merge' && (
        <MergeDialog
          person={person}
          persons={persons}
          other={asked.other}
          acts={acts}
          onClose={close}
          onMerged={(into) => {
            close();
            go(links.person(into.id));
          }}
        />
      )}
      {asked?.what === 'split' && <SplitDialog person={person} acts={acts} onClose={close} />}
    </Page>
  );
}

/** What was heard of them, in four ways. */
function Heard({ rows }: { readonly rows: PersonRows }) {
  const { t } = useSpeech();
  const { appearances, coded, advice } = rows;
  const [params] = useSearchParams();
  const said = appearances.reduce((sum, { turns }) => sum + turns.length, 0);
  return (
    <Tabs defaultValue={params.get('tab') === 'register' ? 'register' : 'dialogues'} keepMounted={false}>
      <Tabs.List mb="md">
        <Tabs.Tab value="dialogues" rightSection={<Count value={appearances.length} />}>
          {t('people.tab.dialogues')}
        </Tabs.Tab>
        <Tabs.Tab value="said" rightSection={<Count value={said} />}>
          {t('people.tab.said')}
        </Tabs.Tab>
        <Tabs.Tab value="coded" rightSection={<Count value={coded.length} />}>
          {t('people.tab.coded')}
        </Tabs.Tab>
        <Tabs.Tab value="advice" rightSection={<Count value={advice.length} />}>
          {t('people.tab.advice')}
        </Tabs.Tab>
        <Tabs.Tab value="register">{t('people.tab.register')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="dialogues">
        <Appearances rows={rows} />
      </Tabs.Panel>
      <Tabs.Panel value="said">
        <Said rows={rows} />
      </Tabs.Panel>
      <Tabs.Panel value="coded">
        <Coded rows={rows} />
      </Tabs.Panel>
      <Tabs.Panel value="advice">
        <GivenAdvice rows={rows} />
      </Tabs.Panel>
      <Tabs.Panel value="register">
        <TimelinePanel
          targets={[{ table: 'persons', id: rows.person.id }]}
          start={{ refs: [{ to: 'person', id: rows.person.id }] }}
        />
      </Tabs.Panel>
    </Tabs>
  );
}

function Count({ value }: { readonly value: number }) {
  return (
    <Text span size="xs" c="dimmed">
      {value}
    </Text>
  );
}
