import { dateText, dayOf } from '../i18n/dates.ts';
import { type Language, type Translate, translator } from '../i18n/index.ts';
import { type Id, textIn } from '../model/basics.ts';
import { DECISION_LEVELS } from '../model/decision.ts';
import type { FieldChange, LoggedField, LogLine } from './decision-log.ts';

/** Who is named in the log. */
export interface LogNames {
  readonly subject: (id: Id) => string;
  readonly round: (id: Id) => string;
  readonly indicator: (id: Id) => string;
}

/** A line of the decision log in words. */
export interface LogWords {
  readonly line: LogLine;
  /** The day, and the time of day as `14:05`; where the log is read. */
  readonly day: string;
  readonly time: string;
  readonly by: string;
  readonly headline: string;
  readonly details: readonly string[];
}

export function logWords(lines: readonly LogLine[], language: Language, names: LogNames): LogWords[] {
  const t = translator(language);
  return lines.map((line) => {
    const { act, kind, subject, at, by, fields } = line;
    const headline = t(`decisions.log.${act}`, { subject: names.subject(subject.id) || '–' });
    return {
      line,
      day: dateText(dayOf(at), language),
      time: timeOf(at),
      by: by || t('decisions.log.nobody'),
      headline:
        kind === 'edit' ? headline : t('report.aside', { text: headline, aside: t(`decisions.log.${kind}`) }),
      details: fields.map((change) => detailText(change, act, t, language, names.indicator)),
    };
  });
}

/** A field of a decision as it was and is. */
export function detailText(
  { field, before, after }: FieldChange,
  act: LogLine['act'],
  t: Translate,
  language: Language,
  indicatorOf: (id: Id) => string,
): string {
  const [was = '', is = ''] = [before, after].map((value) =>
    valueText(field, value, t, language, indicatorOf),
  );
  const label = t(`decisions.log.field.${field}`);
  return act === 'decided' || was === ''
    ? t('decisions.log.set', { field: label, after: is })
    : t('decisions.log.moved', { field: label, before: was, after: is || t('decisions.log.empty') });
}

function valueText(
  field: LoggedField,
  value: LogLine['fields'][number]['before'],
  t: Translate,
  language: Language,
  indicatorOf: (id: Id) => string,
): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map((id) => indicatorOf(id) || '–').join(t('report.list.separator'));
  if (typeof value === 'object') return textIn(value, language);
  if (field === 'level') {
    const level = DECISION_LEVELS.find((one) => one === value);
    return level ? t(`level.${level}`) : value;
  }
  return value !== '' && (field === 'reviewDate' || field === 'due') ? dateText(value, language) : value;
}

function timeOf(at: string): string {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}
