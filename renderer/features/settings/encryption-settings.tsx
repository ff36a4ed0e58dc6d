import { Button, Group, Select, Switch, Text } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { type CallResponse, LOCK_AFTER, type Preferences } from '#shared/bridge.ts';
import { call } from '../../platform/bridge.ts';
import { useObservable } from '../../platform/observable.ts';
import { profile, setPreferences } from '../../platform/profile.ts';
import { type EncryptionTask, encryptionTask } from '../../ui/encryption.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { notifyProblem, report } from '../../ui/report-problem.ts';
import { Section } from './section.tsx';

export interface EncryptionSettingsProps {
  readonly storeId: string;
  readonly sealed: boolean;
}

/** Whether the open workspace is encrypted on disk, and what can be changed about it. */
export function EncryptionSettings({ storeId, sealed }: EncryptionSettingsProps) {
  const { t } = useSpeech();
  return (
    <Section title={t('encryption.title')}>
      <Text size="sm" c="dimmed">
        {t(sealed ? 'encryption.on' : 'encryption.off')}
      </Text>
      {sealed ? (
        <Sealed storeId={storeId} />
      ) : (
        <Group>
          <Ask task={{ kind: 'encrypt', storeId }} label={t('encryption.encrypt')} />
        </Group>
      )}
    </Section>
  );
}

function Ask({ task, label }: { task: EncryptionTask; label: string }) {
  return (
    <Button variant="default" onClick={() => encryptionTask.set(task)}>
      {label}
    </Button>
  );
}

function Sealed({ storeId }: { storeId: string }) {
  const { t } = useSpeech();
  return (
    <>
      <LockAfter />
      <Keychain storeId={storeId} />
      <Group gap="xs">
        <Ask task={{ kind: 'passphrase', storeId }} label={t('encryption.passphrase.change')} />
        <Ask task={{ kind: 'recovery', storeId }} label={t('encryption.recovery.renew')} />
        <Ask task={{ kind: 'decrypt', storeId }} label={t('encryption.remove')} />
      </Group>
    </>
  );
}

/** After how many minutes without anybody the workspace is locked. Never is no choice. */
function LockAfter() {
  const { t } = useSpeech();
  const lockAfter = useObservable(profile)?.preferences.lockAfter;
  return (
    <Select
      label={t('encryption.lockAfter')}
      maw={360}
      allowDeselect={false}
      value={String(lockAfter)}
      data={LOCK_AFTER.map((minutes) => ({
        value: String(minutes),
        label: t('encryption.lockAfter.minutes', { count: minutes }),
      }))}
      onChange={(value) =>
        void report(() => setPreferences({ lockAfter: Number(value) as Preferences['lockAfter'] }))
      }
    />
  );
}

/** Convenience only; not shown where the system has no keychain that deserves the name. */
function Keychain({ storeId }: { storeId: string }) {
  const { t } = useSpeech();
  const [keychain, setKeychain] = useState<CallResponse<'encryption.status'>['keychain']>('unavailable');
  const look = useCallback(
    () =>
      call('encryption.status', { storeId }).then((status) => setKeychain(status.keychain), notifyProblem),
    [storeId],
  );
  useEffect(() => void look(), [look]);
  if (keychain === 'unavailable') return null;
  return (
    <Switch
      label={t('encryption.keychain')}
      description={t('encryption.keychain.hint')}
      checked={keychain === 'kept'}
      onChange={({ currentTarget }) => {
        const { checked: keep } = currentTarget;
        void report(() => call('encryption.keychain', { storeId, keep })).then(look);
      }}
    />
  );
}
