import { Center, Loader, Progress, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useSpeech } from '../ui/i18n.tsx';
import type { Busy } from './session.ts';

export interface WaitingProps {
  readonly doing?: Busy | undefined;
  /** 0–1 while a workspace is repaired; 0 = cannot be told. */
  readonly progress?: number | undefined;
  /** Says nothing, because the language is not known yet. */
  readonly silent?: boolean | undefined;
}

/** What a person sees while they wait. The first blink stays empty, so that what is quick does not flash. */
export function Waiting({ doing = 'starting', progress = 0, silent = false }: WaitingProps) {
  const { t } = useSpeech();
  const [patient, setPatient] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setPatient(false), 250);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Center h="100%" aria-busy="true">
      {!patient && !silent && (
        <Stack align="center" gap="md" role="status" w={280}>
          {progress > 0 ? (
            <Progress value={progress * 100} w="100%" aria-label={t(`shell.busy.${doing}`)} />
          ) : (
            <Loader />
          )}
          <Text size="sm" c="dimmed">
            {t(`shell.busy.${doing}`)}
          </Text>
        </Stack>
      )}
    </Center>
  );
}
