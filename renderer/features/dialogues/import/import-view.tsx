import { Alert, Button, Group, Loader, Progress, Stack, Text, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconClipboardText, IconFileImport } from '@tabler/icons-react';
import { describeProblem } from '#shared/i18n/index.ts';
import type { Problem } from '#shared/model/problem.ts';
import { useObservable } from '../../../platform/observable.ts';
import { useAttempt } from '../../../ui/attempt.tsx';
import { BackLink } from '../../../ui/back-link.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { DraftNote } from '../../../ui/form-buttons.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { links } from '../../../ui/links.ts';
import { Page } from '../../../ui/page.tsx';
import { useDraft } from '../../../ui/use-draft.ts';
import { EncodingChooser } from './encoding-chooser.tsx';
import { PreviewDesk } from './preview-desk.tsx';
import { QueuePanel } from './queue-panel.tsx';
import {
  chooseFiles,
  corrected,
  giveUp,
  importQueue,
  importState,
  pasteText,
  readPasted,
} from './session.ts';
import { ShowDesk } from './show-desk.tsx';
import { isShowing } from './show-marks.ts';

/** A dialogue on its way in: pasting, reading, looking over. Nothing is stored before a person says so. */
export function ImportView() {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const state = useObservable(importState);
  const queue = useObservable(importQueue);
  const over = useObservable(corrected);
  const showing = useObservable(isShowing);
  const panel = over === null && (
    <div style={{ width: '100%', maxWidth: '44rem', margin: '0 auto' }}>
      <QueuePanel />
    </div>
  );
  const frame = {
    title: t('import.title'),
    above: <BackLink to={links.dialogues()}>{t('dialogues.title')}</BackLink>,
  };

  if (state.step === 'preview')
    return showing ? <ShowDesk preview={state} /> : <PreviewDesk preview={state} />;
  if (state.step === 'pasting') return <PastePage />;
  if (state.step === 'reading') {
    return (
      <Page {...frame}>
        <Stack maw="32rem" mx="auto" mt="xl" align="center">
          <Loader aria-hidden />
          <Text role="status">{t('import.reading', { name: state.file.name })}</Text>
          <Progress value={state.done * 100} w="100%" aria-label={t('import.progress')} />
          <Button variant="default" onClick={() => void attempt(giveUp)}>
            {t('common.cancel')}
          </Button>
          {panel}
        </Stack>
      </Page>
    );
  }
  if (state.step === 'failed') {
    return (
      <Page {...frame}>
        <Stack maw="40rem" mx="auto" mt="xl">
          <Alert
            color="red"
            icon={<IconAlertTriangle />}
            title={t('import.failed', { name: state.file.name })}
            role="alert"
          >
            {describeProblem(t, state.problem)}
          </Alert>
          <Group>
            {mayBeText(state.problem) && <EncodingChooser file={state.file} encoding={null} />}
            <Button
              leftSection={<IconFileImport size={16} />}
              onClick={() => {
                void attempt(async () => {
                  await giveUp();
                  await chooseFiles();
                });
              }}
            >
              {t('import.failed.another')}
            </Button>
            <Button variant="default" onClick={() => void attempt(giveUp)}>
              {t('common.close')}
            </Button>
          </Group>
          {panel}
        </Stack>
      </Page>
    );
  }
  return (
    <Page {...frame}>
      {queue.length > 0 && panel}
      <EmptyState
        icon={IconFileImport}
        title={t('import.idle.title')}
        action={
          <Group mt="sm">
            <Button leftSection={<IconFileImport size={16} />} onClick={() => void attempt(chooseFiles)}>
              {t('dialogues.import')}
            </Button>
            <Button variant="default" leftSection={<IconClipboardText size={16} />} onClick={pasteText}>
              {t('dialogues.paste')}
            </Button>
          </Group>
        }
      >
        {t('dialogues.empty.text')}
      </EmptyState>
    </Page>
  );
}

/** Whether the bytes could be text after all, in an encoding that was not found out. */
function mayBeText({ code }: Problem): boolean {
  return code === 'file-encoding' || code === 'file-binary';
}

function PastePage() {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const draft = useDraft<{ readonly text: string }>('import-paste', { text: '' });
  const { text } = draft.value;
  return (
    <Page
      fill
      title={t('import.paste.title')}
      description={t('import.paste.hint')}
      above={<BackLink to={links.dialogues()}>{t('dialogues.title')}</BackLink>}
      actions={
        <>
          <DraftNote draft={draft} />
          <Button
            disabled={text.trim() === ''}
            onClick={() => void attempt(() => readPasted(`${t('import.paste.name')}.txt`, text))}
          >
            {t('import.paste.read')}
          </Button>
          <Button variant="default" onClick={() => void attempt(giveUp)}>
            {t(draft.begun ? 'common.close' : 'common.cancel')}
          </Button>
        </>
      }
    >
      <Textarea
        aria-label={t('import.paste.text')}
        placeholder={t('import.paste.placeholder')}
        autosize={false}
        value={text}
        onChange={(event) => draft.change({ text: event.currentTarget.value })}
        data-autofocus
        autoFocus
        styles={{
          root: { flex: 1, display: 'flex', flexDirection: 'column' },
          wrapper: { flex: 1 },
          input: { height: '100%' },
        }}
      />
    </Page>
  );
}
