import { Button, Group, List, Modal, ScrollArea, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { CallResponse, UpdateOffer } from '#shared/bridge.ts';
import { call } from '../platform/bridge.ts';
import { useObservable } from '../platform/observable.ts';
import { useSpeech } from '../ui/i18n.tsx';
import { report } from '../ui/report-problem.ts';
import { updateOffer } from './update.ts';

/** What a checked update is and changes, before it is handed to the system's installer. */
export function UpdateDialog() {
  const { t } = useSpeech();
  const offer = useObservable(updateOffer);
  return (
    <Modal
      opened={offer !== null}
      onClose={() => updateOffer.set(null)}
      title={offer && t('update.title', { version: offer.version })}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {offer && <Offer offer={offer} />}
    </Modal>
  );
}

function Offer({ offer: { own, name, changes } }: { offer: UpdateOffer }) {
  const { t } = useSpeech();
  const [outcome, setOutcome] = useState<CallResponse<'update.handOver'> | null>(null);
  const [busy, setBusy] = useState(false);
  const close = () => updateOffer.set(null);
  const handOver = async () => {
    setBusy(true);
    const done = await report(() => call('update.handOver', undefined));
    setBusy(false);
    // What was refused now is not what was offered.
    if (done === undefined) close();
    else setOutcome(done);
  };
  if (outcome !== null)
    return (
      <Stack gap="md">
        <Text size="sm" role="status">
          {t(`update.${outcome}`, { name })}
        </Text>
        <Group justify="flex-end">
          <Button onClick={close}>{t('common.close')}</Button>
        </Group>
      </Stack>
    );
  return (
    <Stack gap="md">
      <Text size="sm">{t('update.checked', { own })}</Text>
      <ScrollArea.Autosize mah="max(8rem, 100dvh - 26rem)" type="auto" offsetScrollbars>
        <Changes changes={changes} />
      </ScrollArea.Autosize>
      <Text size="sm">{t('update.next', { name })}</Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={close}>
          {t('common.cancel')}
        </Button>
        <Button loading={busy} onClick={() => void handOver()}>
          {t('update.handOver')}
        </Button>
      </Group>
    </Stack>
  );
}

function Changes({ changes }: Pick<UpdateOffer, 'changes'>) {
  const { t } = useSpeech();
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {t('update.changes')}
      </Title>
      {changes.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('update.changes.none')}
        </Text>
      )}
      {changes.map(({ version, points }) => (
        <section key={version}>
          <Text size="sm" fw={600} mb={4}>
            {t('update.changes.of', { version })}
          </Text>
          <List size="sm" spacing={4} lang="en">
            {points.map((point) => (
              <List.Item key={point}>{point}</List.Item>
            ))}
          </List>
        </section>
      ))}
    </Stack>
  );
}
