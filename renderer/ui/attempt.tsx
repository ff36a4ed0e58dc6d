import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { describeProblem } from '#shared/i18n/index.ts';
import { problemOf } from '#shared/model/problem.ts';
import { useSpeech } from './i18n.tsx';

/**
 * Runs what a person asked for and, where it fails, tells them so in their language.
 * @returns a function that resolves to the work's value, or to undefined when it failed and was reported.
 */
export function useAttempt(): <T>(work: () => Promise<T>) => Promise<T | undefined> {
  const { t } = useSpeech();
  return useCallback(
    async (work) => {
      try {
        return await work();
      } catch (thrown) {
        notifications.show({
          color: 'red',
          autoClose: 12_000,
          message: describeProblem(t, problemOf(thrown)),
        });
        return undefined;
      }
    },
    [t],
  );
}
