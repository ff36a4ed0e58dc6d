import type { LogWords } from '../assessment/decision-log-words.ts';
import { type Language, translator } from '../i18n/index.ts';
import type { Id } from '../model/basics.ts';
import { Discretion, type DiscretionTables } from './discretion.ts';
import { type Leak, type LeakChoices, leaksOfText, settledText } from './leak.ts';

/**
 * The log as text that may be handed on: names that a policy holds back are taken out, and what may be one is told as
 * a leak.
 * @param choices about the leaks of the same log without choices
 */
export function logText(
  state: DiscretionTables,
  words: readonly LogWords[],
  title: string,
  language: Language,
  roundName: (id: Id) => string,
  choices: LeakChoices = {},
): { readonly text: string; readonly leaks: readonly Leak[] } {
  const t = translator(language);
  const discretion = new Discretion(state, t('report.withheldName'));
  const leaks: Leak[] = [];
  const tell = (text: string, id: string): string[] => {
    const told = discretion.anywhere(text);
    const names = discretion.namesAnywhere(told);
    const found = leaksOfText(told, names, { id, place: 'text', part: title, source: null });
    leaks.push(...found);
    const settled = settledText(told, names, found, choices, discretion.placeholder);
    return settled === null ? [] : [settled];
  };
  const lines = [
    ...tell(title, 'title'),
    '',
    ...words.flatMap(({ line, day, time, by, headline, details }, index) => [
      ...tell(`${day} ${time}  ${by}`, `${index}.by`),
      ...tell(
        `  ${headline} – ${t('decisions.log.round', { round: roundName(line.roundId) })}`,
        `${index}.what`,
      ),
      ...details.flatMap((detail, at) =>
        tell(`    ${detail.replaceAll(/\s*\n\s*/g, ' ')}`, `${index}.${at}`),
      ),
      '',
    ]),
  ];
  return { text: `${lines.join('\n').trimEnd()}\n`, leaks };
}
