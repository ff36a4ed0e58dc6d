import { Button, Stack, Table, Text, Title } from '@mantine/core';
import { createContext, useContext, useEffect, useState } from 'react';
import type { CallResponse } from '#shared/bridge.ts';
import { call } from '../platform/bridge.ts';
import { ActsHead } from './acts-head.tsx';
import { useSpeech } from './i18n.tsx';
import { report } from './report-problem.ts';

type Snapshot = CallResponse<'snapshot.list'>[number];

/** Opens a copy as a workspace of its own, by the name given. The shell says how. */
export const OpenSnapshot = createContext<(storeId: string, id: string, name: string) => Promise<void>>(
  async () => {},
);

export interface SnapshotListProps {
  readonly storeId: string;
  /** Name of the workspace, from which a copy takes its own. */
  readonly name: string;
  /** Shows nothing where there is no copy, or none that can be listed. */
  readonly quiet?: boolean;
}

/** Copies of a workspace's past, the newest first; each can be opened as a workspace of its own. */
export function SnapshotList({ storeId, name, quiet = false }: SnapshotListProps) {
  const { t, language } = useSpeech();
  const openSnapshot = useContext(OpenSnapshot);
  const [snapshots, setSnapshots] = useState<readonly Snapshot[] | null>(null);
  useEffect(() => {
    let wanted = true;
    call('snapshot.list', { storeId })
      .then((list) => wanted && setSnapshots([...list].sort((a, b) => b.at.localeCompare(a.at))))
      // There is no list to show; the screen around says what is wrong.
      .catch(() => wanted && setSnapshots([]));
    return () => {
      wanted = false;
    };
  }, [storeId]);
  if (!snapshots || (quiet && snapshots.length === 0)) return null;
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const shown = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Stack gap="xs">
      <Title order={3}>{t('settings.snapshots')}</Title>
      <Text size="sm" c="dimmed">
        {t(snapshots.length > 0 ? 'settings.snapshots.hint' : 'settings.snapshots.none')}
      </Text>
      {snapshots.length > 0 && (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('settings.snapshots.at')}</Table.Th>
              <Table.Th>{t('settings.snapshots.kind')}</Table.Th>
              <ActsHead />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {snapshots.map(({ id, at, kind }) => {
              const when = shown.format(new Date(at));
              return (
                <Table.Tr key={id}>
                  <Table.Td>{when}</Table.Td>
                  <Table.Td>{t(`settings.snapshots.kind.${kind}`)}</Table.Td>
                  <Table.Td ta="right">
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={t('settings.snapshots.openOf', { when })}
                      onClick={() =>
                        void report(() =>
                          openSnapshot(
                            storeId,
                            id,
                            t('settings.snapshots.name', { name, when: day.format(new Date(at)) }),
                          ),
                        )
                      }
                    >
                      {t('settings.snapshots.open')}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}
