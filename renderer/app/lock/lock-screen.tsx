import { Anchor, Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { CallRequest } from '#shared/bridge.ts';
import { call } from '../../platform/bridge.ts';
import { useObservable } from '../../platform/observable.ts';
import { profile } from '../../platform/profile.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { useDocumentTitle } from '../../ui/page.tsx';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { report } from '../../ui/report-problem.ts';
import { CornerMenus } from '../corner-menus.tsx';
import { AttemptForm } from '../encryption/attempt-form.tsx';
import { leaveLocked, unlock } from '../workspace.ts';
import classes from './lock-screen.module.css';

/** An encrypted workspace before it is opened: its label, and the ways to unlock it. */
export default function LockScreen({ storeId }: { storeId: string }) {
  const { t } = useSpeech();
  const label = useObservable(profile)?.library.find((entry) => entry.storeId === storeId)?.name ?? '';
  const [by, setBy] = useState<'passphrase' | 'recovery'>('passphrase');
  useDocumentTitle(t('lock.title'));
  return (
    <div className={classes.screen}>
      <CornerMenus />
      <Paper component="main" withBorder shadow="sm" p="xl" radius="md" className={classes.card ?? ''}>
        <Stack gap="md">
          <Group gap="sm" wrap="nowrap" align="flex-start">
            <IconLock size={28} stroke={1.6} />
            <div>
              <Title order={1} size="h3">
                {t('lock.title')}
              </Title>
              <Text size="sm">{label}</Text>
            </div>
          </Group>
          <Text size="sm" c="dimmed">
            {t('lock.kept')}
          </Text>
          <Unlock key={by} by={by} storeId={storeId} />
          <Anchor
            component="button"
            type="button"
            size="sm"
            ta="start"
            onClick={() => setBy(by === 'passphrase' ? 'recovery' : 'passphrase')}
          >
            {t(by === 'passphrase' ? 'lock.useRecovery' : 'lock.usePassphrase')}
          </Anchor>
        </Stack>
      </Paper>
    </div>
  );
}

interface UnlockProps {
  readonly by: 'passphrase' | 'recovery';
  readonly storeId: string;
}

/** What is typed stays where it did not open the workspace. */
function Unlock({ by, storeId }: UnlockProps) {
  const { t } = useSpeech();
  const [text, setText] = useState('');
  const withKeychain = useKeychain(storeId);
  const open = (secret: CallRequest<'encryption.unlock'>['secret']) => unlock(storeId, secret);
  return (
    <AttemptForm
      label={t('lock.unlock')}
      cancelLabel={t('lock.others')}
      onCancel={leaveLocked}
      beside={
        withKeychain && (
          <Button variant="default" onClick={() => void report(() => open({ kind: 'keychain' }))}>
            {t('lock.keychain')}
          </Button>
        )
      }
      attempt={() => open({ kind: by, text })}
    >
      {by === 'passphrase' ? (
        <PassphraseField label={t('encryption.passphrase')} value={text} onChange={setText} autoFocus />
      ) : (
        <TextInput
          label={t('encryption.recovery.key')}
          description={t('lock.recovery.hint')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          autoComplete="off"
          autoFocus
          ff="monospace"
        />
      )}
    </AttemptForm>
  );
}

/** Whether this computer's keychain keeps the key. */
function useKeychain(storeId: string): boolean {
  const [kept, setKept] = useState(false);
  useEffect(() => {
    let wanted = true;
    void report(() => call('encryption.status', { storeId })).then(
      (status) => wanted && setKept(status?.keychain === 'kept'),
    );
    return () => {
      wanted = false;
    };
  }, [storeId]);
  return kept;
}
