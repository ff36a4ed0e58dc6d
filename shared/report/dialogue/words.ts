import type { Translate } from '../../i18n/index.ts';
import type { Line, Span } from '../document.ts';
import type { CommitmentItem } from '../model/commitments.ts';
import { saidAt } from '../model/sources.ts';
import type { AdviceItem } from '../model/told-advice.ts';
import { cited, listed } from '../section.ts';

/** How much of an advice's words stands for it where the office has not put it in its own, in characters. */
const OPENING = 90;

/** Advice in a line: in the office's words, or as it begins; with the passages it was heard in. */
export function adviceText({ restatement, quotes }: AdviceItem): (string | Span)[] {
  return [
    restatement || opening(quotes[0]?.text ?? ''),
    ...(quotes.length > 0 ? [' ', ...quotes.map(({ passageId }) => cited(saidAt(passageId)))] : []),
  ];
}

/** What the company answered, and what it committed itself to with who is to do it by when; null = nothing is recorded. */
export function measureLines({ response, commitments }: AdviceItem, t: Translate): Line[] | null {
  if (response === '' && commitments.length === 0) return null;
  return [...(response === '' ? [] : [response]), ...commitments.map((one) => commitmentLine(one, t))];
}

/** A commitment with its owner and date, and how far it is. */
export function commitmentLine(
  { text, owner, due, status }: CommitmentItem,
  t: Translate,
): (string | Span)[] {
  const by = listed(t, [owner, due, t(`commitmentStatus.${status}`)].filter(Boolean));
  return [text, { text: t('report.measure.by', { by }), quiet: true }];
}

/** The same as one text. */
export function commitmentText(item: CommitmentItem, t: Translate): string {
  return commitmentLine(item, t)
    .map((part) => (typeof part === 'string' ? part : part.text))
    .join('');
}

function opening(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= OPENING) return line;
  const cut = line.slice(0, OPENING);
  const space = cut.lastIndexOf(' ');
  // Half a surrogate pair is no character.
  const kept = space > OPENING / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/, '');
  return `${kept}…`;
}
