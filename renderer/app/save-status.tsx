import { Group, Text, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconLoader2 } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useObservable } from '../platform/observable.ts';
import { useSpeech } from '../ui/i18n.tsx';
import { type Saving, saving } from './saving.ts';

/** Whether everything is saved: nothing waits, and the log on disk has acknowledged the rest (ARCHITECTURE, law 2). */
export function SaveStatus({ narrow }: { narrow: boolean }) {
  const { t } = useSpeech();
  const state = useUnhurried(useObservable(saving));
  const Icon = { saved: IconCircleCheck, saving: IconLoader2, problem: IconAlertTriangle }[state];
  const words = t(`shell.save.${state}`);
  const hint = t(state === 'problem' ? 'shell.save.problem.hint' : 'shell.save.hint');
  return (
    <Tooltip label={narrow ? `${words}. ${hint}` : hint} position="right" multiline w={280}>
      <Group
        gap={12}
        wrap="nowrap"
        px={10}
        pt={6}
        role="status"
        data-saving={state}
        c={state === 'problem' ? 'red' : 'dimmed'}
      >
        <Icon size={18} stroke={1.7} />
        {narrow ? (
          <VisuallyHidden>{words}</VisuallyHidden>
        ) : (
          <Text size="xs" c="inherit" truncate>
            {words}
          </Text>
        )}
      </Group>
    </Tooltip>
  );
}

/** How long a change may be on its way before it is worth a word, in milliseconds. */
const WORTH_A_WORD = 400;

/** The state without the blink of every change that is kept at once. */
function useUnhurried(now: Saving): Saving {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (now !== 'saving') return;
    const timer = setTimeout(() => setSlow(true), WORTH_A_WORD);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [now]);
  return now === 'saving' && !slow ? 'saved' : now;
}
