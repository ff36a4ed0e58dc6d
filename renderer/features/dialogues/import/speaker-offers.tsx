import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconInfoCircle, IconUsers } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { mergeParticipants } from '#shared/transcript/fixes.ts';
import { doubles, mergeDoubles } from '#shared/transcript/speakers.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import type { LookedOver } from './looked-over.ts';
import { fix } from './session.ts';

/** Offers shown at once. */
const SHOWN = 20;

/** What the labels of a text suggest: abbreviations that were explained, and people who may be there twice. */
export function SpeakerOffers({ read, explained }: Pick<LookedOver, 'read' | 'explained'>) {
  const { t } = useSpeech();
  const [apart, setApart] = useState<ReadonlySet<string>>(new Set());
  const offered = useMemo(() => doubles(read), [read]);
  const open = offered.filter((one) => !apart.has(keyOf(one)));
  const same = open.filter(({ why }) => why === 'same');
  const names = new Set(read.participants.flatMap(({ name, label }) => [name, label]));
  const inPlace = explained.filter(({ name }) => names.has(name));
  return (
    <>
      {inPlace.length > 0 && (
        <Alert
          color="blue"
          py="xs"
          icon={<IconInfoCircle />}
          title={t('import.explained')}
          data-testid="import-explained"
        >
          <Text size="sm">
            {t('import.explained.text', {
              list: inPlace.map(({ label, name }) => `${label} = ${name}`).join(', '),
            })}
          </Text>
        </Alert>
      )}
      {open.length > 0 && (
        <Alert
          color="yellow"
          py="xs"
          icon={<IconUsers />}
          title={t('import.doubles')}
          data-testid="import-doubles"
        >
          <Stack gap={6}>
            {open.slice(0, SHOWN).map((one) => (
              <Group key={keyOf(one)} justify="space-between" wrap="nowrap" gap="xs">
                <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
                  {t(`import.doubles.${one.why}`, { from: one.from, into: one.into })}
                </Text>
                <Group gap={4} wrap="nowrap" style={{ flex: 'none' }}>
                  <Button
                    size="compact-xs"
                    aria-label={t('import.doubles.merge.label', { from: one.from, into: one.into })}
                    onClick={() => fix((now) => mergeParticipants(now, one.from, one.into))}
                  >
                    {t('import.doubles.merge')}
                  </Button>
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    onClick={() => setApart(new Set([...apart, keyOf(one)]))}
                  >
                    {t('import.doubles.apart')}
                  </Button>
                </Group>
              </Group>
            ))}
            {same.length > 1 && (
              <Button size="compact-sm" variant="light" onClick={() => fix((now) => mergeDoubles(now, same))}>
                {t('import.doubles.mergeAll', { count: same.length })}
              </Button>
            )}
          </Stack>
        </Alert>
      )}
    </>
  );
}

function keyOf({ from, into }: { from: string; into: string }): string {
  return `${from}\0${into}`;
}
