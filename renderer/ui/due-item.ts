import type { DueItem } from '#shared/overview/due.ts';
import { links } from './links.ts';

/** Where something that is due is shown. */
export function placeOfDue(item: DueItem): string {
  if (item.kind === 'advice') return links.advice(item.advice.id);
  if (item.kind === 'commitment') return links.commitment(item.commitment.id);
  if ('source' in item) return links.registered('sources', item.source.id);
  if ('entry' in item) return links.entry(item.entry);
  if ('arrangement' in item) return links.registered('arrangements', item.arrangement.id);
  const { roundId, subject } = item.decision;
  return links.decision(roundId, subject);
}
