import { isMessageKey, type Translate } from '../i18n/index.ts';
import type { InstrumentReference } from '../model/instrument.ts';

/** Standards by whose topics reports are arranged. */
export const TOPIC_STANDARDS = ['ESRS', 'GRI'] as const;
export type TopicStandard = (typeof TOPIC_STANDARDS)[number];

/**
 * The topics of a standard that an issue belongs to, by number and in words, e.g. `S2 Workers in the value chain`. They
 * are what the issue itself names among its instruments, by the shipped list or by the office; nothing is guessed, and
 * empty = it names none.
 */
export function topicText(
  standard: TopicStandard,
  instruments: readonly InstrumentReference[],
  t: Translate,
): string {
  return instruments
    .filter(({ code, provision }) => code === standard && provision !== '')
    .map(({ provision }) => {
      const key = `topic.${standard}.${provision}`;
      return isMessageKey(key) ? t('topic.of', { number: provision, words: t(key) }) : provision;
    })
    .join(t('topic.separator'));
}
