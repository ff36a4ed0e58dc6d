import type { Translate } from '../../i18n/index.ts';
import type { Line, Span } from '../document.ts';
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
export function measureLines({ response, commitment, owner, due }: AdviceItem, t: Translate): Line[] | null {
  if (response === '' && commitment === '') return null;
  const by = listed(t, [owner, due].filter(Boolean));
  return [
    ...(response === '' ? [] : [response]),
    ...(commitment === ''
      ? []
      : [
          [
            commitment,
            ...(by === '' ? [] : [{ text: ` ${t('report.measure.by', { by })}`, quiet: true as const }]),
          ],
        ]),
  ];
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
