import type { LocalText } from '#shared/model/basics.ts';
import type { Decision } from '#shared/model/decision.ts';
import type { DueItem } from '#shared/overview/due.ts';
import { links } from './links.ts';

/** Where something that is due is shown. */
export function placeOfDue(item: DueItem): string {
  if (item.kind === 'advice') return links.advice(item.advice.id);
  if (item.kind === 'commitment') return links.commitment(item.commitment.id);
  const { roundId, subject } = item.decision;
  return links.decision(roundId, subject);
}

/**
 * What something that is due is about, in the words of the office; empty = it has none.
 * @param nameOf of an issue or theme
 */
export function aboutDue(
  item: DueItem,
  nameOf: (subject: Decision['subject']) => LocalText | undefined,
  local: (text: LocalText | undefined) => string,
): string {
  if (item.kind === 'advice') return item.advice.restatement.trim();
  if (item.kind === 'commitment') return item.commitment.text;
  const name = local(nameOf(item.decision.subject));
  const measure = item.kind === 'measure' ? local(item.decision.measure) : '';
  return [name, measure].filter(Boolean).join(' – ');
}
