import type { IdOf } from '#shared/model/id.ts';
import { useRows } from '../../store/index.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { ArrangementFacts } from './arrangement-facts.tsx';
import { ChannelCounts } from './channel-counts.tsx';
import { ChannelCriteria } from './channel-criteria.tsx';
import { InstrumentFacts } from './instrument-facts.tsx';
import { Occurrences } from './occurrences.tsx';
import { OrganisationFacts } from './organisation-facts.tsx';
import { NoRow, RowPage } from './row-page.tsx';
import { SourceFacts } from './source-facts.tsx';

/** Something that is kept up. */
export function ArrangementPage({ id }: { readonly id: IdOf<'arrangements'> }) {
  const { t } = useSpeech();
  const row = useRows(async (db) => (await db.arrangements.get(id)) ?? null, [id]);
  if (!row) return <NoRow list="arrangements" gone={row === null} />;
  return (
    <RowPage
      list="arrangements"
      row={{ id }}
      name={row.name}
      kind={t(`arrangementKind.${row.kind}`)}
      facts={<ArrangementFacts arrangement={row} />}
      start={{ arrangementId: id, of: row.of }}
      above={(record) => (
        <>
          <Occurrences arrangement={row} onRecord={record} />
          {row.kind === 'channel' && (
            <>
              <ChannelCriteria arrangement={row} />
              <ChannelCounts arrangement={row} />
            </>
          )}
        </>
      )}
    />
  );
}

/** An organisation, or several counted as one. */
export function OrganisationPage({ id }: { readonly id: IdOf<'organisations'> }) {
  const { t } = useSpeech();
  const row = useRows(async (db) => (await db.organisations.get(id)) ?? null, [id]);
  if (!row) return <NoRow list="organisations" gone={row === null} />;
  return (
    <RowPage
      list="organisations"
      row={{ id }}
      name={row.name}
      kind={t(`organisationKind.${row.kind}`)}
      facts={<OrganisationFacts organisation={row} />}
      start={{ of: id }}
    />
  );
}

/** A policy of the company, or a text that binds or guides it. */
export function InstrumentPage({ id }: { readonly id: IdOf<'instruments'> }) {
  const { t } = useSpeech();
  const row = useRows(async (db) => (await db.instruments.get(id)) ?? null, [id]);
  if (!row) return <NoRow list="instruments" gone={row === null} />;
  return (
    <RowPage
      list="instruments"
      row={{ id, code: row.code }}
      name={row.name}
      kind={t(`instrumentKind.${row.kind}`)}
      facts={<InstrumentFacts instrument={row} />}
      start={{
        kind: row.of === null ? 'publication' : 'adoption',
        of: row.of,
        refs: [{ to: 'instrument', id }],
      }}
    />
  );
}

/** Where figures and risk information come from. */
export function SourcePage({ id }: { readonly id: IdOf<'sources'> }) {
  const { t } = useSpeech();
  const row = useRows(async (db) => (await db.sources.get(id)) ?? null, [id]);
  if (!row) return <NoRow list="sources" gone={row === null} />;
  return (
    <RowPage
      list="sources"
      row={{ id }}
      name={row.title}
      kind={t(`sourceKind.${row.kind}`)}
      facts={<SourceFacts source={row} />}
      start={{ kind: 'finding', sourceId: id, refs: [{ to: 'source', id }] }}
    />
  );
}
