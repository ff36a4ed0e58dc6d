import { Alert, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { RoundRecord } from '#shared/model/record.ts';
import { isSignedOff } from '#shared/model/signed-off.ts';
import { useSpeech } from './i18n.tsx';

/** Digits of the fingerprint that are shown: enough to tell two apart; the method page has all. */
const SHOWN = 16;

export interface SignedOffNoteProps {
  /** What a closed round is read from; null = it was closed without a record. */
  readonly record: RoundRecord | null;
  /** Of its closing, where there is no record. */
  readonly at: string | undefined;
  readonly by: string;
  /** What follows from it, in a sentence. */
  readonly text: string;
  readonly children?: ReactNode;
}

/** Since when and by whom a closed round stands still, what is signed off, and the fingerprint of it. */
export function SignedOffNote({ record, at, by, text, children }: SignedOffNoteProps) {
  const { t, day } = useSpeech();
  const signedOff = isSignedOff(record ?? undefined);
  const fingerprint = signedOff ? record?.fingerprint : null;
  const [named, unnamed] = signedOff
    ? (['round.signedOff.by', 'round.signedOff'] as const)
    : (['round.closed.asOf.by', 'round.closed.asOf'] as const);
  return (
    <Alert color="gray" py={6} mb="sm" icon={<IconLock size={16} />} data-testid="signed-off">
      <Text size="sm">
        {t('chart.sentences', { before: t(by ? named : unnamed, { day: day(at), by }), after: text })}
        {children}
      </Text>
      {fingerprint && (
        <Text size="xs" c="dimmed" title={fingerprint}>
          {t('round.signedOff.fingerprint', {
            fingerprint: (fingerprint.slice(0, SHOWN).match(/.{1,8}/g) ?? []).join(' '),
          })}
        </Text>
      )}
    </Alert>
  );
}
