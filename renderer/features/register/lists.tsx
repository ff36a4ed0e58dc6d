import { IconBuilding, IconClipboardList, IconFileText, IconScale } from '@tabler/icons-react';
import { ARRANGEMENT_KINDS } from '#shared/model/arrangement.ts';
import type { Id } from '#shared/model/basics.ts';
import { INSTRUMENT_KINDS } from '#shared/model/instrument.ts';
import { ORGANISATION_KINDS } from '#shared/model/organisation.ts';
import { SOURCE_KINDS } from '#shared/model/source.ts';
import { today } from '../../platform/today.ts';
import { useRows } from '../../store/index.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { links } from '../../ui/links.ts';
import { PlaceLink } from '../../ui/place-link.tsx';
import { type Column, type Listed, ListPage } from './list-page.tsx';
import { NewRow } from './new-row.tsx';
import { useCadenceText } from './use-cadence-text.ts';
import { standingOf, useStandings } from './use-standings.ts';

const ARRANGEMENT_COLUMNS: readonly Column[] = [
  { id: 'kind', label: 'register.column.kind', width: 170 },
  { id: 'of', label: 'register.column.of', width: 190 },
  { id: 'since', label: 'register.column.since', width: 110, sortBy: ({ also }) => also[0] ?? '' },
  { id: 'cadence', label: 'register.column.cadence', width: 150 },
];

/** What is kept up: committees, reviews, channels, training, programmes, memberships, statements. */
export function ArrangementList() {
  const { t, local, day } = useSpeech();
  const cadenceText = useCadenceText();
  const standings = useStandings();
  const rows = useRows(
    async (db) => {
      const organisations = new Map<Id, string>(
        (await db.organisations.toArray()).map(({ id, name }) => [id, local(name)]),
      );
      return (await db.arrangements.toArray()).map(
        (one): Listed => ({
          id: one.id,
          name: one.name,
          kind: one.kind,
          cells: {
            kind: t(`arrangementKind.${one.kind}`),
            of: organisations.get(one.of ?? '') ?? '',
            since: [day(one.since), one.until && t('register.until', { date: day(one.until) })]
              .filter(Boolean)
              .join(' '),
            cadence: [cadenceText(one.cadence), standingOf(standings, one.id, t)].filter(Boolean).join(' · '),
          },
          also: [one.since ?? '', ...Object.values(one.remit), one.owner, one.chair],
        }),
      );
    },
    [standings, t],
  );
  return (
    <ListPage
      list="arrangements"
      rows={rows}
      columns={ARRANGEMENT_COLUMNS}
      kinds={ARRANGEMENT_KINDS.map((value) => ({ value, label: t(`arrangementKind.${value}`) }))}
      icon={IconClipboardList}
      form={(onClose) => <NewRow list="arrangements" onClose={onClose} />}
    />
  );
}

const ORGANISATION_COLUMNS: readonly Column[] = [
  { id: 'kind', label: 'register.column.kind', width: 190 },
  { id: 'partOf', label: 'register.column.partOf', width: 240 },
  { id: 'country', label: 'register.column.country', width: 140 },
  { id: 'people', label: 'register.column.people', width: 110 },
];

/** Kinds that have a list of their own. */
const SUPPLIERS: readonly string[] = ['supplier', 'supplier-set'];

/** Own companies and sets of them, NGOs, authorities and others; suppliers have a list of their own. */
export function OrganisationList() {
  const { t, local } = useSpeech();
  const read = useRows(
    async (db) => {
      const suppliers = await db.organisations.where('kind').anyOf(SUPPLIERS).count();
      const all = await db.organisations.where('kind').noneOf(SUPPLIERS).toArray();
      const names = new Map<Id, string>(all.map(({ id, name }) => [id, local(name)]));
      const people = new Map<Id, number>();
      for (const { organisationId } of await db.persons.toArray())
        if (organisationId) people.set(organisationId, (people.get(organisationId) ?? 0) + 1);
      const rows = all.map(
        (one): Listed => ({
          id: one.id,
          name: one.name,
          kind: one.kind,
          cells: {
            kind: t(`organisationKind.${one.kind}`),
            partOf: one.partOf.map((id) => names.get(id) ?? '').join(t('register.separator')),
            country: one.country,
            people: people.has(one.id) ? String(people.get(one.id)) : '',
          },
          also: [...one.aliases, ...Object.values(one.note)],
        }),
      );
      return { rows, suppliers };
    },
    [t],
  );
  return (
    <ListPage
      list="organisations"
      rows={read?.rows}
      columns={ORGANISATION_COLUMNS}
      kinds={ORGANISATION_KINDS.filter((kind) => !SUPPLIERS.includes(kind)).map((value) => ({
        value,
        label: t(`organisationKind.${value}`),
      }))}
      icon={IconBuilding}
      form={(onClose) => <NewRow list="organisations" onClose={onClose} />}
      aside={
        read &&
        read.suppliers > 0 && (
          <>
            {' · '}
            <PlaceLink to={links.suppliers()} fz="sm" td="underline">
              {t('register.suppliers', { count: read.suppliers })}
            </PlaceLink>
          </>
        )
      }
    />
  );
}

const INSTRUMENT_COLUMNS: readonly Column[] = [
  { id: 'code', label: 'register.column.code', width: 170 },
  { id: 'kind', label: 'register.column.kind', width: 150 },
  { id: 'of', label: 'register.column.textOf', width: 200 },
  { id: 'since', label: 'register.column.since', width: 140, sortBy: ({ also }) => also[0] ?? '' },
];

/** The company's own policies, and the laws, standards and instruments that bind or guide it. */
export function InstrumentList() {
  const { t, local, day } = useSpeech();
  const rows = useRows(
    async (db) => {
      const organisations = new Map<Id, string>(
        (await db.organisations.toArray()).map(({ id, name }) => [id, local(name)]),
      );
      return (await db.instruments.toArray()).map(
        (one): Listed => ({
          id: one.id,
          code: one.code,
          name: one.name,
          kind: one.kind,
          cells: {
            code: one.code,
            kind: t(`instrumentKind.${one.kind}`),
            of: organisations.get(one.of ?? '') ?? '',
            since: [day(one.since), one.until && t('register.until', { date: day(one.until) })]
              .filter(Boolean)
              .join(' '),
          },
          also: [one.since ?? '', ...Object.values(one.summary)],
        }),
      );
    },
    [t],
  );
  return (
    <ListPage
      list="instruments"
      rows={rows}
      columns={INSTRUMENT_COLUMNS}
      kinds={INSTRUMENT_KINDS.map((value) => ({ value, label: t(`instrumentKind.${value}`) }))}
      icon={IconScale}
      form={(onClose) => <NewRow list="instruments" onClose={onClose} />}
    />
  );
}

const SOURCE_COLUMNS: readonly Column[] = [
  { id: 'kind', label: 'register.column.kind', width: 160 },
  { id: 'publisher', label: 'register.column.publisher', width: 180 },
  { id: 'published', label: 'register.column.published', width: 140, sortBy: ({ also }) => also[0] ?? '' },
  { id: 'nextLook', label: 'register.column.nextLook', width: 150, sortBy: ({ also }) => also[1] ?? '' },
];

/** Where figures and risk information come from, with when each is to be looked at again. */
export function SourceList() {
  const { t, local, day } = useSpeech();
  const rows = useRows(
    async (db) => {
      const organisations = new Map<Id, string>(
        (await db.organisations.toArray()).map(({ id, name }) => [id, local(name)]),
      );
      const on = today();
      return (await db.sources.toArray()).map(
        (one): Listed => ({
          id: one.id,
          name: one.title,
          kind: one.kind,
          cells: {
            kind: t(`sourceKind.${one.kind}`),
            publisher: organisations.get(one.publisher ?? '') ?? '',
            published: day(one.published),
            nextLook:
              one.nextLook !== null && one.nextLook < on
                ? t('register.overdue', { date: day(one.nextLook) })
                : day(one.nextLook),
          },
          also: [one.published ?? '', one.nextLook ?? '', one.place, ...Object.values(one.note)],
        }),
      );
    },
    [t],
  );
  return (
    <ListPage
      list="sources"
      rows={rows}
      columns={SOURCE_COLUMNS}
      kinds={SOURCE_KINDS.map((value) => ({ value, label: t(`sourceKind.${value}`) }))}
      icon={IconFileText}
      form={(onClose) => <NewRow list="sources" onClose={onClose} />}
    />
  );
}
