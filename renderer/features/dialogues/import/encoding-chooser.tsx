import { Button, Group, Modal, Radio, ScrollArea, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconLanguage } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { isMessageKey, type Translate } from '#shared/i18n/index.ts';
import { ENCODINGS, firstLines } from '#shared/transcript/encodings.ts';
import type { TranscriptFile } from '#shared/transcript/result.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import classes from './preview.module.css';
import { readAgain } from './session.ts';

/** Lines of the file that each choice shows. */
const SHOWN = 10;

/** Says in which encoding the file was read, and lets a person choose another by its first lines. */
export function EncodingChooser({
  file,
  encoding,
}: {
  file: TranscriptFile;
  /** The one it was read in; null = none was found. */
  encoding: string | null;
}) {
  const { t } = useSpeech();
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button
        size={encoding === null ? 'sm' : 'compact-xs'}
        variant={encoding === null ? 'default' : 'light'}
        ml={encoding === null ? 0 : 'xs'}
        leftSection={<IconLanguage size={14} aria-hidden />}
        onClick={open}
        aria-label={
          encoding === null ? undefined : t('import.encoding.change', { name: nameOf(t, encoding) })
        }
        data-testid="import-encoding"
      >
        {encoding === null ? t('import.encoding.choose') : nameOf(t, encoding)}
      </Button>
      <Modal opened={opened} onClose={close} size="60rem" title={t('import.encoding.title')}>
        {opened && <Choices file={file} encoding={encoding} onDone={close} />}
      </Modal>
    </>
  );
}

function Choices({
  file,
  encoding,
  onDone,
}: {
  file: TranscriptFile;
  encoding: string | null;
  onDone: () => void;
}) {
  const { t } = useSpeech();
  const [chosen, setChosen] = useState(encoding ?? ENCODINGS[0]);
  const { lines, damaged } = useMemo(() => firstLines(file.bytes, chosen, SHOWN), [file, chosen]);
  const choices: readonly string[] =
    encoding === null || ENCODINGS.some((one) => one === encoding) ? ENCODINGS : [encoding, ...ENCODINGS];
  const take = () => {
    onDone();
    if (chosen !== encoding) readAgain(chosen);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <Stack>
        <Text size="sm">{t('import.encoding.hint', { name: file.name })}</Text>
        <Group align="stretch" wrap="nowrap" gap="lg">
          <Radio.Group value={chosen} onChange={setChosen} aria-label={t('import.encoding.title')}>
            <Stack gap={6}>
              {choices.map((one) => (
                <Radio
                  key={one}
                  value={one}
                  size="sm"
                  label={
                    one === encoding ? t('import.encoding.now', { name: nameOf(t, one) }) : nameOf(t, one)
                  }
                  data-autofocus={one === chosen ? true : undefined}
                />
              ))}
            </Stack>
          </Radio.Group>
          <ScrollArea
            className={classes.encoding}
            role="region"
            aria-live="polite"
            aria-label={t('import.encoding.preview')}
            data-testid="import-encoding-preview"
          >
            {lines.length === 0 && (
              <Text size="sm" c="dimmed">
                {t('import.encoding.nothing')}
              </Text>
            )}
            {lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity, and never move
              <Text size="sm" key={index} truncate>
                {line}
              </Text>
            ))}
          </ScrollArea>
        </Group>
        <Group justify="space-between">
          <Text size="sm" c={damaged ? 'red' : 'dimmed'} role="status">
            {damaged ? t('import.encoding.damaged') : t('import.encoding.sound')}
          </Text>
          <Group>
            <Button variant="default" onClick={onDone}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" disabled={chosen === encoding} data-testid="import-encoding-read">
              {t('import.encoding.read')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

function nameOf(t: Translate, encoding: string): string {
  const key = `transcript.encoding.${encoding}`;
  return isMessageKey(key) ? t(key) : encoding;
}
