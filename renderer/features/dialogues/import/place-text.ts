import { isMessageKey, type Translate } from '#shared/i18n/index.ts';
import { DATE_GUESSED, type OpenPlace } from '#shared/transcript/open-places.ts';

/** An open place in words: why it is open, and the words it is about where the sentence does not say them. */
export function placeText(
  t: Translate,
  {
    key: of,
    code,
    label,
    text,
    count = 1,
  }: Pick<OpenPlace, 'key' | 'code' | 'label' | 'text'> & { readonly count?: number },
): { readonly sentence: string; readonly words: string } {
  if (code === 'loss') {
    const key = `import.loss.${label}`;
    return { sentence: isMessageKey(key) ? t(key, { words: text, count }) : text, words: '' };
  }
  if (of === DATE_GUESSED)
    return { sentence: t('transcript.warning.date-guessed', { date: text }), words: '' };
  return { sentence: t(`import.alarm.${code}`, { label: label ?? '' }), words: text };
}
