import { notifications } from '@mantine/notifications';
import { describeProblem, type Translate, translator } from '#shared/i18n/index.ts';
import { problemOf } from '#shared/model/problem.ts';
import { profile } from '../platform/profile.ts';

/** The translator of the chosen language, for what speaks outside the tree of components. */
export function speak(): Translate {
  return translator(profile.get()?.preferences.language ?? 'en');
}

/** Does what a person asked for and, where it fails, tells them so. @returns undefined when it failed */
export async function report<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (thrown) {
    notifyProblem(thrown);
    return undefined;
  }
}

/** Tells of a failure in the person's language. */
export function notifyProblem(thrown: unknown): void {
  notifications.show({
    color: 'red',
    autoClose: 12_000,
    message: describeProblem(speak(), problemOf(thrown)),
  });
}
