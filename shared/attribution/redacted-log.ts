import type { LogWords } from '../assessment/decision-log-words.ts';
import { type Language, translator } from '../i18n/index.ts';
import type { Id } from '../model/basics.ts';
import { Disclosure, type DisclosureTables } from './disclosure.ts';
import { type Leak, type LeakChoices, leaksOfText, settledText } from './leak.ts';

/**
 * The log as text that may be handed on: names that a policy holds back are taken out, and what may be one is told as
 * a leak.
 * @param choices about the leaks of the same log without choices
 */
export function logText(
  state: DisclosureTables,
  words: readonly LogWords[],
  title: string,
  language: Language,
  roundName: (id: Id) => string,
  choices: LeakChoices = {},
): { readonly text: string; readonly leaks: readonly Leak[] } {
  const t = translator(language);
  const disclosure = new Disclosure(state, t('report.withheldName'), language);
  const leaks: Leak[] = [];
  const redact = (text: string, id: string): string[] => {
    const redacted = disclosure.anywhere(text);
    const names = disclosure.namesAnywhere(redacted);
    const found = leaksOfText(redacted, names, { id, place: 'text', part: title, source: null });
    leaks.push(...found);
    const settled = settledText(redacted, names, found, choices, disclosure.placeholder);
    return settled === null ? [] : [settled];
  };
  const lines = [
    ...redact(title, 'title'),
    '',
    ...words.flatMap(({ line, day, time, by, headline, details }, index) => [
      ...redact(`${day} ${time}  ${by}`, `${index}.by`),
      ...redact(
        `  ${headline} – ${t('decisions.log.round', { round: roundName(line.roundId) })}`,
        `${index}.what`,
      ),
      ...details.flatMap((detail, at) =>
        redact(`    ${detail.replaceAll(/\s*\n\s*/g, ' ')}`, `${index}.${at}`),
      ),
      '',
    ]),
  ];
  return { text: `${lines.join('\n').trimEnd()}\n`, leaks };
}
