import { Button, Group, Loader } from '@mantine/core';
import { IconBuildingFactory2, IconFileImport, IconFilterOff, IconPlus } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import type { Id } from '#shared/model/basics.ts';
import { filteredRows, NO_SUPPLIER_FILTER, SUPPLIER_COLUMNS, sortedRows } from '#shared/suppliers/rows.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { NameModal } from '../../ui/name-modal.tsx';
import { Page } from '../../ui/page.tsx';
import { FilterBar } from './filters.tsx';
import { ImportDialog } from './import/import-dialog.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { SupplierTable, type TableHandle } from './table.tsx';
import { ChosenBar, RowMenu, Standing } from './table-parts.tsx';
import { type Look, useLook } from './use-look.ts';
import { useOutputs } from './use-outputs.ts';
import { type SupplierActs, useSupplierActs } from './use-supplier-acts.ts';
import { type Suppliers, useSuppliers } from './use-suppliers.ts';
import { useTableActs } from './use-table-acts.ts';

/** All suppliers, whom to look at first on top. */
export function SuppliersView() {
  const { t } = useSpeech();
  const [look, setLook] = useLook();
  const suppliers = useSuppliers(look.roundId);
  const [params] = useSearchParams();
  const acts = useSupplierActs();
  const close = () => go(links.suppliers());
  if (!suppliers) return <Loader m="xl" aria-label={t('suppliers.title')} />;
  return (
    <>
      {suppliers.rows.length === 0 ? (
        <NoSuppliers />
      ) : (
        <OpenTable suppliers={suppliers} look={look} setLook={setLook} acts={acts} />
      )}
      {params.has('import') && <ImportDialog suppliers={suppliers} onClose={close} />}
      <NameModal
        title={t('suppliers.new')}
        name={params.has('new') ? '' : null}
        field={{ label: t('suppliers.column.name'), maxLength: 300 }}
        onClose={close}
        onSave={async (name) => {
          const supplier = await acts.add(name);
          if (supplier) go(links.supplier(supplier.id));
        }}
      />
    </>
  );
}

function NoSuppliers() {
  const { t } = useSpeech();
  return (
    <Page title={t('suppliers.title')}>
      <EmptyState icon={IconBuildingFactory2} title={t('suppliers.empty.title')} action={<Beginnings />}>
        {t('suppliers.empty.text')}
      </EmptyState>
    </Page>
  );
}

function Beginnings() {
  const { t } = useSpeech();
  return (
    <Group gap="xs" wrap="nowrap">
      <Button leftSection={<IconFileImport size={16} />} onClick={() => go(links.suppliers('import'))}>
        {t('suppliers.import')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconPlus size={16} />}
        onClick={() => go(links.suppliers('new'))}
      >
        {t('suppliers.new')}
      </Button>
    </Group>
  );
}

interface OpenTableProps {
  readonly suppliers: Suppliers;
  readonly look: Look;
  readonly setLook: (change: Partial<Look>) => void;
  readonly acts: SupplierActs;
}

function OpenTable({ suppliers, look, setLook, acts }: OpenTableProps) {
  const { t, language } = useSpeech();
  const handle = useRef<TableHandle>(null);
  const [planned, setPlanned] = useState<readonly Id[] | null>(null);
  // Typing goes on while twenty thousand rows are looked through.
  const filter = useDeferredValue(look.filter);
  const all = suppliers.rows;
  const narrowed = useMemo(() => filteredRows(all, filter), [all, filter]);
  const rows = useMemo(() => sortedRows(narrowed, look.sort, language), [narrowed, look.sort, language]);
  const columns = SUPPLIER_COLUMNS.filter((column) => !look.hidden.includes(column));
  const outputs = useOutputs(columns, suppliers.words);
  const rowsOf = (ids: readonly Id[]) => {
    const wanted = new Set(ids);
    return rows.filter(({ id }) => wanted.has(id));
  };
  const copy = () => outputs.copy(table.chosen.length > 0 ? rowsOf(table.chosen) : rows);
  const table = useTableActs(rows, handle, { plan: setPlanned, copy: () => copy() });
  return (
    <Page
      fill
      title={t('suppliers.title')}
      description={suppliers.round ? t('suppliers.description') : t('suppliers.noRound')}
      actions={
        <>
          <Button variant="default" onClick={() => go(links.supplierCoverage())}>
            {t('suppliers.coverage')}
          </Button>
          <Beginnings />
        </>
      }
      toolbar={
        <FilterBar
          suppliers={suppliers}
          look={look}
          onLook={setLook}
          shown={rows.length}
          onCopy={copy}
          onSave={() => outputs.save(table.chosen.length > 0 ? rowsOf(table.chosen) : rows)}
        />
      }
    >
      {rows.length === 0 ? (
        <EmptyState
          icon={IconFilterOff}
          title={t('suppliers.noneFound')}
          action={
            <Button variant="default" onClick={() => setLook({ filter: NO_SUPPLIER_FILTER })}>
              {t('suppliers.filter.clear')}
            </Button>
          }
        />
      ) : (
        <>
          {table.chosen.length > 0 && <ChosenBar table={table} onPlan={setPlanned} onCopy={copy} />}
          <SupplierTable
            rows={rows}
            columns={columns}
            sort={look.sort}
            onSort={(sort) => setLook({ sort })}
            words={suppliers.words}
            active={table.active}
            chosen={table.ticked}
            ticked={table.chosen.length === 0 ? 'none' : table.chosen.length === rows.length ? 'all' : 'some'}
            onClick={table.onClick}
            onTick={table.onTick}
            onAll={table.onAll}
            onMenu={table.openMenu}
            onKeyDown={table.onKeyDown}
            handle={handle}
          />
          <Standing suppliers={suppliers} id={table.active} />
        </>
      )}
      {table.menu && (
        <RowMenu
          table={table}
          menu={table.menu}
          onPlan={setPlanned}
          onCopy={(id) => outputs.copy(rowsOf([id]))}
        />
      )}
      {planned && planned.length > 0 && (
        <PlanDialog suppliers={suppliers} chosen={planned} acts={acts} onClose={() => setPlanned(null)} />
      )}
    </Page>
  );
}
