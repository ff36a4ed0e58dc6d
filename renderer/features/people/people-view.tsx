import { Button, Loader, SegmentedControl, Text } from '@mantine/core';
import { IconAddressBook, IconFilterOff, IconUserPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useSearchParams } from 'wouter';
import { z } from 'zod';
import { PERSON_KINDS } from '#shared/model/person.ts';
import { maybeSame } from '#shared/transcript/same-person.ts';
import { useKept, useRows } from '../../store/index.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { Page } from '../../ui/page.tsx';
import { NEW_PERSON } from './commands.ts';
import { type KnownPerson, NO_FILTER, type PeopleFilter, passes, SORTS, type Sort, sorted } from './known.ts';
import { NewPerson } from './new-person.tsx';
import { OrganisationList } from './organisation-list.tsx';
import { Filters } from './people-filters.tsx';
import { PeopleTable } from './people-table.tsx';
import { usePeople } from './use-people.ts';
import { usePersonActs } from './use-person-acts.ts';

const VIEWS = ['persons', 'organisations'] as const;
type View = (typeof VIEWS)[number];

const KeptFilter: z.ZodType<PeopleFilter> = z.object({
  text: z.string(),
  kind: z.enum(PERSON_KINDS).nullable(),
  side: z.enum(['external', 'company']).nullable(),
});

/** Everybody known to the office, one by one or by organisation. */
export function PeopleView() {
  const { t } = useSpeech();
  const people = usePeople();
  const languages = useRows(async (db) => (await db.workspace.toArray())[0]?.languages ?? [], []);
  if (!people || !languages) return <Loader m="xl" aria-label={t('people.title')} />;
  return <Listed people={people} languages={languages} />;
}

function Listed({
  people,
  languages,
}: {
  readonly people: readonly KnownPerson[];
  readonly languages: readonly string[];
}) {
  const { t, language } = useSpeech();
  const acts = usePersonActs();
  const [params] = useSearchParams();
  const [filter, setFilter] = useKept('people.filter', KeptFilter, NO_FILTER);
  const [sort, setSort] = useKept<Sort>('people.sort', z.enum(SORTS), 'name');
  const [view, setView] = useKept<View>('people.view', z.enum(VIEWS), 'persons');
  const alike = useMemo(() => maybeSame(people.map(({ person }) => person)), [people]);
  const shown = useMemo(
    () =>
      sorted(
        people.filter((one) => passes(one, filter)),
        sort,
        language,
      ),
    [people, filter, sort, language],
  );
  const empty = people.length === 0;
  return (
    <Page
      title={t('people.title')}
      description={t('people.description')}
      actions={
        !empty && (
          <Button leftSection={<IconUserPlus size={16} />} onClick={() => go(NEW_PERSON)}>
            {t('people.add')}
          </Button>
        )
      }
      toolbar={
        !empty && (
          <Filters
            filter={filter}
            onFilter={setFilter}
            sort={view === 'persons' ? sort : null}
            onSort={setSort}
            view={
              <SegmentedControl
                size="sm"
                aria-label={t('people.view')}
                data={VIEWS.map((value) => ({ value, label: t(`people.view.${value}`) }))}
                value={view}
                onChange={(next) => setView(next as View)}
              />
            }
            count={
              <Text size="sm" c="dimmed" role="status">
                {shown.length === people.length
                  ? t('people.count', { count: shown.length })
                  : t('people.countOf', { shown: shown.length, total: people.length })}
              </Text>
            }
          />
        )
      }
    >
      {empty && <NobodyYet />}
      {!empty && shown.length === 0 && (
        <EmptyState
          icon={IconFilterOff}
          title={t('people.none')}
          action={
            <Button variant="default" onClick={() => setFilter(NO_FILTER)}>
              {t('people.clearFilters')}
            </Button>
          }
        >
          {t('people.none.hint')}
        </EmptyState>
      )}
      {shown.length > 0 &&
        (view === 'persons' ? (
          <PeopleTable
            people={shown}
            persons={people.map(({ person }) => person)}
            alike={alike}
            acts={acts}
          />
        ) : (
          <OrganisationList people={shown} everybody={people} languages={languages} acts={acts} />
        ))}
      {params.get('new') && (
        <NewPerson
          languages={languages}
          acts={acts}
          onClose={() => go(links.people())}
          onAdded={({ id }) => go(links.person(id))}
        />
      )}
    </Page>
  );
}

/** How the first people come to be here. */
function NobodyYet() {
  const { t } = useSpeech();
  return (
    <EmptyState
      icon={IconAddressBook}
      title={t('people.empty.title')}
      action={<Button onClick={() => go(links.dialogues())}>{t('people.empty.toDialogues')}</Button>}
    >
      {t('people.empty.text')}
    </EmptyState>
  );
}
