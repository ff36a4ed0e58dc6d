import type { Language, Translate } from '#shared/i18n/index.ts';
import { CONTAINER_NAMES } from '#shared/transcript/containers/registry.ts';

/** What files a transcript can be in, in one line. */
export function formatsHint(t: Translate, language: Language): string {
  const containers = new Intl.ListFormat(language, { type: 'conjunction', style: 'narrow' });
  return t('dialogues.drop.hint', { containers: containers.format(CONTAINER_NAMES) });
}
