import { Alert, Button, Loader, Stack } from '@mantine/core';
import { IconBuildingFactory2, IconCalendarPlus, IconListNumbers } from '@tabler/icons-react';
import { useState } from 'react';
import type { IdOf } from '#shared/model/id.ts';
import { standingText } from '#shared/suppliers/row-words.ts';
import { TimelinePanel } from '../../dialogs/register/timeline-panel.tsx';
import { BackLink } from '../../ui/back-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { links } from '../../ui/links.ts';
import { Page } from '../../ui/page.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { SupplierEntries } from './supplier-entries.tsx';
import { SupplierFacts } from './supplier-facts.tsx';
import { Factors, Stakes } from './supplier-risk.tsx';
import classes from './suppliers.module.css';
import { useLook } from './use-look.ts';
import { useSupplierRows } from './use-supplier.ts';
import { useSupplierActs } from './use-supplier-acts.ts';
import { useSuppliers } from './use-suppliers.ts';

/** One supplier: facts in place, what raises its risk, and all that was done and is planned. */
export function SupplierPage({ supplierId }: { readonly supplierId: IdOf<'organisations'> }) {
  const { t } = useSpeech();
  const [look] = useLook();
  const suppliers = useSuppliers(look.roundId);
  const at = suppliers?.rows.findIndex(({ id }) => id === supplierId) ?? -1;
  const row = suppliers?.rows[at];
  const rows = useSupplierRows(supplierId, row?.supplier.atStake.map(({ issueId }) => issueId) ?? []);
  const acts = useSupplierActs();
  const [planning, setPlanning] = useState(false);
  const above = <BackLink to={links.suppliers()}>{t('suppliers.back')}</BackLink>;
  if (!suppliers || !rows) return <Loader m="xl" aria-label={t('suppliers.title')} />;
  if (!row)
    return (
      <Page title={t('suppliers.title')} above={above}>
        <EmptyState icon={IconBuildingFactory2} title={t('suppliers.missing')} />
      </Page>
    );
  const { supplier } = row;
  const place = row.place === null ? t('suppliers.noPlace') : String(row.place);
  return (
    <Page
      title={row.name}
      above={above}
      description={[supplier.country, ...supplier.sectors, ...supplier.products].filter(Boolean).join(' · ')}
      actions={
        <Button leftSection={<IconCalendarPlus size={16} />} onClick={() => setPlanning(true)}>
          {t('suppliers.plan')}
        </Button>
      }
    >
      <Alert
        mb="md"
        color="gray"
        variant="light"
        icon={<IconListNumbers size={18} />}
        title={t('suppliers.standing.title', {
          place,
          total: suppliers.rows.filter(({ former }) => !former).length,
        })}
        data-testid="supplier-standing"
      >
        {standingText(row, suppliers.rows[at - 1] ?? null, suppliers.words)}
      </Alert>
      <div className={classes.sides}>
        <SupplierFacts supplier={supplier} languages={suppliers.languages} acts={acts} />
        <Stack gap="xl">
          <Stakes row={row} issues={suppliers.issues} rows={rows} acts={acts} />
          <Factors supplier={supplier} rows={rows} acts={acts} />
          <SupplierEntries supplier={supplier} entries={rows.planned} suppliers={suppliers} acts={acts} />
          <TimelinePanel
            targets={[{ table: 'organisations', id: supplierId }]}
            start={{ kind: 'visit', of: supplierId }}
            title={t('register.timeline')}
          />
        </Stack>
      </div>
      {planning && (
        <PlanDialog
          suppliers={suppliers}
          chosen={[supplierId]}
          acts={acts}
          onClose={() => setPlanning(false)}
        />
      )}
    </Page>
  );
}
