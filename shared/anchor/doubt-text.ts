import type { Translate } from '../i18n/index.ts';
import type { Doubt } from './doubts.ts';

/** Why a passage is not certain, in words. */
export function doubtText(t: Translate, { kind, from, to }: Doubt): string {
  if (kind === 'speaker') {
    const nobody = t('correct.doubt.nobody');
    return t('correct.doubt.speaker', { from: from || nobody, to: to || nobody });
  }
  if (kind === 'words' || kind === 'earlier') return t(`correct.doubt.${kind}`);
  if (kind === 'opposite') return t('correct.doubt.opposite', { from, to });
  if (from === to) return t('correct.doubt.elsewhere', { to });
  const what = from === '' ? 'came' : to === '' ? 'went' : 'changed';
  return t(`correct.doubt.${kind}.${what}`, { from, to });
}
