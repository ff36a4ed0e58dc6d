import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCheck,
  IconFileText,
  IconInfoCircle,
} from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { isMessageKey } from '#shared/i18n/index.ts';
import { openPlaces } from '#shared/transcript/open-places.ts';
import { useObservable } from '../../../platform/observable.ts';
import { useRows } from '../../../store/index.ts';
import { useAttempt } from '../../../ui/attempt.tsx';
import { BackLink } from '../../../ui/back-link.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { go, links } from '../../../ui/links.ts';
import { Page } from '../../../ui/page.tsx';
import { SplitPane } from '../../../ui/split-pane.tsx';
import { EncodingChooser } from './encoding-chooser.tsx';
import { KeptLayouts } from './kept-layouts.tsx';
import { OpenPlaces } from './open-places.tsx';
import { OtherReadings } from './other-readings.tsx';
import { sourceShown } from './place.ts';
import classes from './preview.module.css';
import { PreviewBlocks } from './preview-blocks.tsx';
import { PreviewDetails } from './preview-details.tsx';
import { PreviewPeople } from './preview-people.tsx';
import { QueuePanel } from './queue-panel.tsx';
import { isComplete, type Preview, type QueueItem, undecided } from './queue-state.ts';
import { atHand, confirm, corrected, giveUp, importQueue, undoFix } from './session.ts';
import { ShowButton } from './show-button.tsx';
import { SideOrSource, SourceSide, useSourceShown } from './source-side.tsx';
import { TwinNotice } from './twin-notice.tsx';
import { Warnings } from './warnings.tsx';

/** What a reader made of a file, to be looked over and fixed before it is stored. */
export function PreviewDesk({ preview }: { preview: Preview }) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const queue = useObservable(importQueue);
  const current = useObservable(atHand);
  const [storing, setStoring] = useState(false);
  const over = useObservable(corrected);
  const overTitle = useRows(async (db) => (over ? (await db.dialogues.get(over))?.title : undefined), [over]);
  const { result, details, file, past } = preview;
  const { speech, unknown } = useMemo(() => {
    const spoken = result.blocks.filter(({ kind }) => kind === 'speech');
    return { speech: spoken.length, unknown: spoken.filter(({ speaker }) => speaker === null).length };
  }, [result]);
  // A corrected file takes the place of an old one: what is known of the dialogue stays.
  const ready = (Boolean(over) || isComplete(details)) && result.blocks.length > 0;
  const item = over ? undefined : queue.find(({ id }) => id === current);
  const waiting = item ? queue.filter((one) => one !== item && isOpen(one)).length : 0;
  const more = item ? undecided(queue, item.batch).length - 1 : 0;
  const confirmed = queue.filter(
    ({ batch, stage }) => batch === item?.batch && stage.step === 'confirmed',
  ).length;

  const open = useMemo(() => openPlaces(preview.read).length, [preview.read]);

  useUndoFixKey();
  const source = useSourceShown(result);

  const store = () => {
    if (!ready || storing) return;
    setStoring(true);
    void attempt(confirm).finally(() => setStoring(false));
  };

  const about = (
    <Stack gap="lg" pb="lg">
      {!over && <QueuePanel />}
      {!over && <PreviewDetails details={details} />}
      <PreviewPeople
        key={item?.id}
        read={preview.read}
        dropped={preview.dropped}
        persons={preview.persons}
        explained={preview.explained}
        guessed={preview.guessed}
        unknown={unknown}
      />
    </Stack>
  );

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
            leftSection={open > 0 && !over ? <IconAlertTriangle size={16} /> : <IconCheck size={16} />}
            disabled={!ready}
            loading={storing}
            onClick={over ? () => go(links.compare(over)) : store}
            data-testid="import-store"
          >
            {over ? t('correct.import.compare') : storeText(t, { more, confirmed, open })}
          </Button>
          <Button variant="default" onClick={() => void attempt(giveUp)}>
            {t('import.cancel')}
          </Button>
        </>
      }
    >
      <SplitPane
        sideLabel={t(source.shown && !source.wide ? 'import.source' : 'import.participants')}
        sideWidth={source.narrow ? 350 : 420}
        side={
          source.wide || result.source.length === 0 ? (
            about
          ) : (
            <SideOrSource read={result} shown={source.shown}>
              {about}
            </SideOrSource>
          )
        }
      >
        <Stack h="100%" gap="sm" pr="xs" className={classes.desk}>
          {over && overTitle && (
            <Alert color="blue" icon={<IconInfoCircle />} py="xs">
              {t('correct.import.banner', { title: overTitle })}
            </Alert>
          )}
          {item?.twin && <TwinNotice item={item} twin={item.twin} />}
          <OtherReadings others={preview.read.others} />
          <KeptLayouts key={`layouts ${item?.id}`} preview={preview} />
          <Warnings result={result} />
          <OpenPlaces key={item?.id} read={preview.read} dropped={preview.dropped} />
          <Group justify="space-between">
            <Title order={2} size="h5">
              {t('import.text')}
            </Title>
            <Group gap="xs">
              {source.wide && result.source.length > 0 && (
                <Button
                  size="compact-sm"
                  variant={source.shown ? 'light' : 'subtle'}
                  leftSection={<IconFileText size={14} />}
                  aria-pressed={source.shown}
                  onClick={() => sourceShown.set(!source.shown)}
                  data-testid="import-source-toggle"
                >
                  {t('import.source.show')}
                </Button>
              )}
              <ShowButton read={preview.read} />
              <Button
                size="compact-sm"
                variant="subtle"
                leftSection={<IconArrowBackUp size={14} />}
                disabled={past.length === 0}
                onClick={undoFix}
              >
                {t('import.undoMend')}
              </Button>
            </Group>
          </Group>
          <div className={classes.texts}>
            {source.shown && source.wide && <SourceSide read={result} />}
            <PreviewBlocks result={result} />
          </div>
        </Stack>
      </SplitPane>
    </Page>
  );
}

/** What storing does: more files of the batch wait, others are confirmed already, places are open. */
function storeText(
  t: ReturnType<typeof useSpeech>['t'],
  { more, confirmed, open }: { readonly more: number; readonly confirmed: number; readonly open: number },
): string {
  if (more > 0) return open > 0 ? t('import.confirm.open', { count: open }) : t('import.confirm');
  const count = confirmed + 1;
  if (confirmed > 0)
    return open > 0 ? t('import.confirm.last.open', { count, open }) : t('import.confirm.last', { count });
  return open > 0 ? t('import.store.open', { count: open }) : t('import.store');
}

/** Here mod+Z takes a fix back; the workspace behind must not change unseen. */
function useUndoFixKey(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea');
      if (typing || event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!event.shiftKey) undoFix();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
}

function isOpen({ stage }: QueueItem): boolean {
  return stage.step === 'waiting' || stage.step === 'reading' || stage.step === 'preview';
}

function formatName(t: ReturnType<typeof useSpeech>['t'], format: string): string {
  const key = `transcript.format.${format}`;
  return isMessageKey(key) ? t(key) : format;
}
