import { Badge, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { Id } from '#shared/model/basics.ts';
import type { Person } from '#shared/model/person.ts';
import { ActsHead } from '../../ui/acts-head.tsx';
import { type MenuPlace, placeOfMenu } from '../../ui/context-menu.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { isExternal, type KnownPerson } from './known.ts';
import classes from './people.module.css';
import { MergeDialog, SplitDialog } from './person-dialogs.tsx';
import { PersonMenu, PersonMenuAt } from './person-menu.tsx';
import type { PersonActs } from './use-person-acts.ts';

interface Asked {
  readonly what: 'merge' | 'split';
  readonly person: Person;
  readonly other: Id | null;
}

export interface PeopleTableProps {
  readonly people: readonly KnownPerson[];
  /** Everybody there is to merge with. */
  readonly persons: readonly Person[];
  readonly alike: ReadonlyMap<Id, readonly Person[]>;
  readonly acts: PersonActs;
}

/** People with what was heard of them; a row opens somebody, and its menu does the rest. */
export function PeopleTable({ people, persons, alike, acts }: PeopleTableProps) {
  const { t } = useSpeech();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      <Table highlightOnHover verticalSpacing="xs" data-testid="people">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('people.column.name')}</Table.Th>
            <Table.Th>{t('people.column.organisation')}</Table.Th>
            <Table.Th>{t('people.column.kind')}</Table.Th>
            <Table.Th ta="right">{t('people.column.dialogues')}</Table.Th>
            <Table.Th ta="right">{t('people.column.turns')}</Table.Th>
            <Table.Th>{t('people.column.latest')}</Table.Th>
            <ActsHead width={40} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.map((known) => (
            <PersonRow
              key={known.person.id}
              known={known}
              alike={alike.get(known.person.id) ?? []}
              acts={acts}
              onAsk={(what, other) => setAsked({ what, person: known.person, other })}
            />
          ))}
        </Table.Tbody>
      </Table>
      {asked?.what === 'merge' && (
        <MergeDialog {...asked} persons={persons} acts={acts} onClose={close} onMerged={close} />
      )}
      {asked?.what === 'split' && <SplitDialog person={asked.person} acts={acts} onClose={close} />}
    </>
  );
}

interface PersonRowProps {
  readonly known: KnownPerson;
  readonly alike: readonly Person[];
  readonly acts: PersonActs;
  readonly onAsk: (what: Asked['what'], other: Id | null) => void;
}

function PersonRow({ known, alike, acts, onAsk }: PersonRowProps) {
  const { t, local, day, language } = useSpeech();
  const [menuAt, setMenuAt] = useState<MenuPlace | null>(null);
  const { person, participants, dialogues, turns, latest } = known;
  const name = local(person.name);
  const others = Object.entries(person.name).filter(([tag, text]) => tag !== language && text !== name);
  const open = () => go(links.person(person.id));
  const menu = {
    person,
    acts,
    appearances: participants.length,
    onMerge: () => onAsk('merge', null),
    onSplit: () => onAsk('split', null),
  };
  return (
    <Table.Tr
      className={classes.row}
      data-testid="person-row"
      onClick={open}
      onContextMenu={(event) => setMenuAt(placeOfMenu(event))}
    >
      <Table.Td>
        <Group gap={8}>
          <a
            href={`#${links.person(person.id)}`}
            className={classes.name}
            aria-label={t('people.open', { name })}
            onClick={(event) => {
              event.preventDefault();
              event.stopPropagation();
              open();
            }}
          >
            {name}
          </a>
          <Text span size="xs" c="dimmed" lang={others[0]?.[0] ?? 'ja'}>
            {[...others.map(([, text]) => text), person.reading].filter(Boolean).join(' · ')}
          </Text>
        </Group>
        {alike.map((other) => (
          <Badge
            key={other.id}
            component="button"
            type="button"
            size="sm"
            variant="light"
            color="orange"
            tt="none"
            style={{ cursor: 'pointer' }}
            aria-label={t('people.maybeSame.merge', { name: local(other.name) })}
            onClick={(event: React.MouseEvent) => {
              event.stopPropagation();
              onAsk('merge', other.id);
            }}
          >
            {t('people.maybeSame')}: {local(other.name)}
          </Badge>
        ))}
      </Table.Td>
      <Table.Td>
        <Text size="sm">{local(person.organisation)}</Text>
        <Text size="xs" c="dimmed">
          {local(person.title)}
        </Text>
      </Table.Td>
      <Table.Td className={classes.fact}>
        {t(`personKind.${person.kind}`)}
        <Text size="xs" c="dimmed">
          {sideOf(known, t)}
        </Text>
      </Table.Td>
      <Table.Td ta="right">{dialogues}</Table.Td>
      <Table.Td ta="right">{turns}</Table.Td>
      <Table.Td className={classes.fact}>{day(latest)}</Table.Td>
      <Table.Td onClick={(event) => event.stopPropagation()}>
        <PersonMenu {...menu} />
        {menuAt && <PersonMenuAt {...menu} at={menuAt} onClose={() => setMenuAt(null)} />}
      </Table.Td>
    </Table.Tr>
  );
}

/** As what, and for which side, they took part last. */
function sideOf(known: KnownPerson, t: ReturnType<typeof useSpeech>['t']): string {
  const [latest] = known.participants;
  if (!latest) return t('people.nowhere');
  const side = t(`people.side.${isExternal(known) ? 'external' : 'company'}`);
  const voice = t(`voice.${latest.voice}`);
  return side === voice ? side : `${side} · ${voice}`;
}
