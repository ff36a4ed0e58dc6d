import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconArrowBackUp, IconCheck, IconInfoCircle } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { isMessageKey } from '#shared/i18n/index.ts';
import { useObservable } from '../../../platform/observable.ts';
import { undo, useRows } from '../../../store/index.ts';
import { useAttempt } from '../../../ui/attempt.tsx';
import { BackLink } from '../../../ui/back-link.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { go, links } from '../../../ui/links.ts';
import { notifyUndo } from '../../../ui/notify-undo.tsx';
import { Page } from '../../../ui/page.tsx';
import { SplitPane } from '../../../ui/split-pane.tsx';
import { EncodingChooser } from './encoding-chooser.tsx';
import { PreviewBlocks } from './preview-blocks.tsx';
import { PreviewDetails } from './preview-details.tsx';
import { PreviewPeople } from './preview-people.tsx';
import { corrected, giveUp, importQueue, isDate, type Preview, storeDialogue, undoMend } from './session.ts';

/** What a reader made of a file, to be looked over and mended before it is stored. */
export function PreviewDesk({ preview }: { preview: Preview }) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const waiting = useObservable(importQueue).length;
  const [storing, setStoring] = useState(false);
  const over = useObservable(corrected);
  const overTitle = useRows(async (db) => (over ? (await db.dialogues.get(over))?.title : undefined), [over]);
  const { result, details, file, past } = preview;
  const speech = result.blocks.filter(({ kind }) => kind === 'speech').length;
  const ready = details.title.trim() !== '' && isDate(details.date) && result.blocks.length > 0;

  // Here mod+Z takes a mend back; the workspace behind must not change unseen.
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea');
      if (typing || event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!event.shiftKey) undoMend();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);

  const store = () => {
    if (!ready || storing) return;
    setStoring(true);
    void attempt(async () => {
      const title = details.title.trim();
      await storeDialogue();
      notifyUndo({
        message: t('import.stored', { title }),
        undoLabel: t('common.undo'),
        undo: () => attempt(undo),
      });
    }).finally(() => setStoring(false));
  };

  return (
    <Page
      fill
      title={t('import.title')}
      above={<BackLink to={links.dialogues()}>{t('dialogues.title')}</BackLink>}
      description={
        <Text span size="sm" data-testid="import-summary">
          {file.name} ·{' '}
          {t('import.summary', {
            format: formatName(t, result.format),
            turns: speech,
            people: result.participants.length,
            headings: result.headings.length,
          })}
          {waiting > 0 && ` · ${t('import.queue', { count: waiting })}`}
          {result.encoding !== '' && <EncodingChooser file={file} encoding={result.encoding} />}
        </Text>
      }
      actions={
        <>
          <Button
            leftSection={<IconCheck size={16} />}
            disabled={!ready}
            loading={storing}
            onClick={over ? () => go(links.compare(over)) : store}
            data-testid="import-store"
          >
            {over ? t('correct.import.compare') : t('import.store')}
          </Button>
          <Button variant="default" onClick={giveUp}>
            {t('import.cancel')}
          </Button>
        </>
      }
    >
      <SplitPane
        sideLabel={t('import.participants')}
        sideWidth={420}
        side={
          <Stack gap="lg" pb="lg">
            {!over && <PreviewDetails details={details} />}
            <PreviewPeople result={result} />
          </Stack>
        }
      >
        <Stack h="100%" gap="sm" pr="xs">
          {over && overTitle && (
            <Alert color="blue" icon={<IconInfoCircle />} py="xs">
              {t('correct.import.banner', { title: overTitle })}
            </Alert>
          )}
          {result.warnings.length > 0 && (
            <Alert
              color="yellow"
              icon={<IconAlertTriangle />}
              title={t('import.warnings', { count: result.warnings.length })}
              py="xs"
            >
              <Stack gap={2} component="ul" m={0} pl="md" mah={120} style={{ overflow: 'auto' }}>
                {result.warnings.map(({ code, params }) => {
                  const key = `transcript.warning.${code}`;
                  return (
                    <Text component="li" size="sm" key={`${code}${JSON.stringify(params)}`}>
                      {isMessageKey(key) ? t(key, params) : code}
                    </Text>
                  );
                })}
              </Stack>
            </Alert>
          )}
          <Group justify="space-between">
            <Title order={2} size="h5">
              {t('import.text')}
            </Title>
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconArrowBackUp size={14} />}
              disabled={past.length === 0}
              onClick={undoMend}
            >
              {t('import.undoMend')}
            </Button>
          </Group>
          <PreviewBlocks result={result} />
        </Stack>
      </SplitPane>
    </Page>
  );
}

function formatName(t: ReturnType<typeof useSpeech>['t'], format: string): string {
  const key = `transcript.format.${format}`;
  return isMessageKey(key) ? t(key) : format;
}
