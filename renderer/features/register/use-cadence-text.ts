import type { Cadence } from '#shared/model/arrangement.ts';
import { useSpeech } from '../../ui/i18n.tsx';

/** How often something is due, in words; empty = not regularly. */
export function useCadenceText() {
  const { t } = useSpeech();
  return (cadence: Cadence | null): string => (cadence ? t(`cadence.${cadence.months}`) : '');
}
