import { Button, Group, Text, useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconDownload } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { RetrievalRequest } from '#shared/retrieval/retriever.ts';
import type { SaturationStep } from '#shared/retrieval/saturation.ts';
import { saturationScene } from '#shared/retrieval/saturation-scene.ts';
import { SceneView } from '../../charts/scene-view.tsx';
import { call } from '../../platform/bridge.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { notifyAct } from '../../ui/notify-undo.tsx';
import { type Picture, savePicture, usePicture } from './picture.ts';
import { retrievalClient } from './service.ts';
import type { Ask } from './use-query.ts';
import type { Retrieval } from './use-retrieval.ts';

export interface SaturationViewProps {
  readonly steps: readonly SaturationStep[];
  readonly request: RetrievalRequest;
  readonly retrieval: Retrieval;
  readonly onAsk: Ask;
}

/** Fewer dialogues than this say nothing about whether talks still bring up new issues. */
const ENOUGH = 3;

/** How many new issues each dialogue brought, in the order of time. */
export function SaturationView({ steps, request, retrieval: { names, words }, onAsk }: SaturationViewProps) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const scheme = useComputedColorScheme('light');
  const { ref, width } = useElementSize();
  // Steps of 20 px: dragging the window's edge does not lay the picture out for every pixel.
  const drawn = Math.min(1100, Math.max(480, Math.floor(width / 20) * 20));
  const scene = useMemo(
    () => saturationScene(steps, names, words, { width: drawn, heading: false }),
    [steps, names, words, drawn],
  );
  const picture = useMemo<Picture>(
    () => ({
      draw: async () => retrievalClient()?.picture(request),
      fileName: t('retrieval.saturation.fileName'),
      typeName: t('retrieval.saturation.svg'),
      onSaved: (path) =>
        notifyAct({
          message: t('retrieval.saturation.saved', { path }),
          actLabel: t('matrix.show'),
          act: () => attempt(() => call('dialog.reveal', { path })),
        }),
    }),
    [request, t, attempt],
  );
  usePicture(picture);
  return (
    <div ref={ref}>
      <Group justify="space-between" mb="xs" gap="sm" wrap="nowrap" align="flex-start">
        <Text size="sm" maw="50rem">
          {t(steps.length < ENOUGH ? 'retrieval.saturation.few' : 'retrieval.saturation.read', {
            dialogues: steps.length,
            issues: steps.at(-1)?.total ?? 0,
            last: steps.at(-1)?.fresh.length ?? 0,
          })}
        </Text>
        <Button
          size="xs"
          variant="default"
          style={{ flexShrink: 0 }}
          leftSection={<IconDownload size={14} />}
          onClick={() => void attempt(savePicture)}
        >
          {t('retrieval.saturation.save')}
        </Button>
      </Group>
      {width > 0 && (
        <SceneView
          scene={scene}
          scheme={scheme}
          selected={null}
          onOpen={(dialogueId) =>
            onAsk({ query: { ...request.query, dialogueIds: [dialogueId] }, form: 'list' })
          }
          instructions={t('matrix.keys')}
          hint={t('retrieval.saturation.hint')}
        />
      )}
    </div>
  );
}
