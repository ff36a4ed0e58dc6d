import { Button, Loader, SegmentedControl, Table, Text, useComputedColorScheme } from '@mantine/core';
import { IconBuildingFactory2, IconDownload } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { svgOf } from '#shared/chart/svg.ts';
import type { RiskFactor } from '#shared/model/organisation.ts';
import { type Coverage, coverageOf, KIND_COLUMNS } from '#shared/suppliers/coverage.ts';
import { type CoverWords, columnName, coveragePicture } from '#shared/suppliers/coverage-picture.ts';
import { NO_SUPPLIER_FILTER } from '#shared/suppliers/rows.ts';
import { SceneView } from '../../charts/scene-view.tsx';
import { call } from '../../platform/bridge.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { BackLink } from '../../ui/back-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { notifyDone } from '../../ui/notify-undo.tsx';
import { Page } from '../../ui/page.tsx';
import { useLook } from './use-look.ts';
import { type Suppliers, useSuppliers } from './use-suppliers.ts';

type Columns = 'kind' | 'programme';

/** Of suppliers with each factor raised, unknown or not raised: how many were visited, surveyed, audited, and by which programme. */
export function CoverageView() {
  const { t } = useSpeech();
  const suppliers = useSuppliers();
  const above = <BackLink to={links.suppliers()}>{t('suppliers.back')}</BackLink>;
  if (!suppliers) return <Loader m="xl" aria-label={t('suppliers.coverage')} />;
  if (suppliers.rows.length === 0)
    return (
      <Page title={t('suppliers.coverage')} above={above}>
        <EmptyState icon={IconBuildingFactory2} title={t('suppliers.empty.title')} />
      </Page>
    );
  return <Shown suppliers={suppliers} />;
}

function Shown({ suppliers }: { readonly suppliers: Suppliers }) {
  const { t, language, local } = useSpeech();
  const attempt = useAttempt();
  const scheme = useComputedColorScheme('light');
  const [by, setBy] = useState<Columns>('kind');
  const [look, setLook] = useLook();
  const { rows, contacts, programmes } = suppliers;
  const words = useMemo<CoverWords>(() => {
    const names = new Map(programmes.map(({ id, name }) => [id, local(name)]));
    return { t, language, programmeName: (id) => names.get(id) ?? '' };
  }, [t, language, local, programmes]);
  const coverage = useMemo(
    () =>
      coverageOf(
        rows.filter(({ former }) => !former).map(({ supplier }) => supplier),
        contacts,
        by === 'kind'
          ? KIND_COLUMNS
          : programmes.map(({ id }) => ({ by: 'programme', programmeId: id }) as const),
      ),
    [rows, contacts, by, programmes],
  );
  const scene = useMemo(
    () => coveragePicture(coverage, words, t('suppliers.coverage')),
    [coverage, words, t],
  );
  const save = () =>
    void attempt(async () => {
      const path = await call('dialog.save', {
        suggestedName: `${t('suppliers.coverage')}.svg`,
        filters: [{ name: t('suppliers.coverage.svg'), extensions: ['svg'] }],
        bytes: new TextEncoder().encode(svgOf(scene)),
      });
      if (path !== null) notifyDone(t('suppliers.coverage.saved'));
    });
  return (
    <Page
      title={t('suppliers.coverage')}
      description={t('suppliers.coverage.text', { count: coverage.suppliers })}
      above={<BackLink to={links.suppliers()}>{t('suppliers.back')}</BackLink>}
      actions={
        <Button variant="default" leftSection={<IconDownload size={16} />} onClick={save}>
          {t('suppliers.coverage.save')}
        </Button>
      }
      toolbar={
        programmes.length > 0 && (
          <SegmentedControl
            size="xs"
            aria-label={t('suppliers.coverage.by')}
            value={by}
            onChange={(value) => setBy(value as Columns)}
            data={(['kind', 'programme'] as const).map((value) => ({
              value,
              label: t(`suppliers.coverage.by.${value}`),
            }))}
          />
        )
      }
    >
      <div style={{ maxWidth: 900 }} data-testid="supplier-coverage">
        <SceneView
          scene={scene}
          scheme={scheme}
          selected={null}
          onOpen={(id) => {
            const [factor = 'region', level] = id.split('-');
            const only = level === 'raised' ? { factor: factor as RiskFactor } : {};
            setLook({ ...look, filter: { ...NO_SUPPLIER_FILTER, ...only } });
            go(links.suppliers());
          }}
          instructions={t('matrix.keys')}
          hint={t('suppliers.coverage.hint')}
        />
      </div>
      <CoverTable coverage={coverage} words={words} />
    </Page>
  );
}

/** The same numbers as a table. */
function CoverTable({
  coverage: { columns, rows },
  words,
}: {
  readonly coverage: Coverage;
  readonly words: CoverWords;
}) {
  const { t } = useSpeech();
  return (
    <details style={{ marginTop: 24, maxWidth: 900 }}>
      <summary>
        <Text span size="sm">
          {t('suppliers.coverage.table')}
        </Text>
      </summary>
      <Table mt="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('suppliers.column.factors')}</Table.Th>
            {columns.map((column) => (
              <Table.Th key={JSON.stringify(column)}>{columnName(column, words)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ factor, level, whole, had }) => (
            <Table.Tr key={`${factor}-${level}`}>
              <Table.Th>
                {t('suppliers.factor.level', {
                  factor: t(`suppliers.factor.${factor}`),
                  level: t(`suppliers.level.${level}`),
                })}
              </Table.Th>
              {had.map((count, at) => (
                <Table.Td key={JSON.stringify(columns[at])}>
                  {t('suppliers.coverage.of', { count, whole })}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </details>
  );
}
