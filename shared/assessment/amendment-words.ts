import { byPeriod, countedFigures } from '../figures/series.ts';
import { cellText, periodText, targetText, unitText, valueText } from '../figures/value-text.ts';
import { dateText, dayOf } from '../i18n/dates.ts';
import { type Language, type Translate, translator } from '../i18n/index.ts';
import type { Amendment } from '../model/amendment.ts';
import { type Id, textIn } from '../model/basics.ts';
import type { Decision } from '../model/decision.ts';
import type { Figure } from '../model/figure.ts';
import type { Indicator } from '../model/indicator.ts';
import {
  amendmentsOf,
  asAmended,
  isPart,
  type SignedRecord,
  type SignedRows,
  signedParts,
} from '../model/signed-off.ts';
import { actOf, changedFields } from './decision-log.ts';
import { detailText } from './decision-log-words.ts';

/** Who is named in an amendment. */
export interface AmendmentNames {
  /** An issue or a theme. */
  readonly subject: (id: Id) => string;
  readonly year: (fiscalYear: number) => string;
}

/** An amendment in words. */
export interface AmendmentWords {
  readonly id: Id;
  readonly number: number;
  /** Printed. */
  readonly date: string;
  /** Empty = they gave no name. */
  readonly by: string;
  readonly why: string;
  /** What is different by it, each thing with what it was and is. */
  readonly changes: readonly { readonly headline: string; readonly details: readonly string[] }[];
}

/** The amendments of a sign-off in words, in their order: what was signed off or amended before, and what is since. */
export function amendmentWords(
  record: SignedRecord,
  amendments: readonly Amendment[],
  language: Language,
  names: AmendmentNames,
): AmendmentWords[] {
  const t = translator(language);
  const own = amendmentsOf(record, amendments);
  return own.map((amendment, index) => {
    const [before, after] = [
      asAmended(record, own.slice(0, index)),
      asAmended(record, own.slice(0, index + 1)),
    ];
    // Figures of later years are follow-up, and no part of what was signed off.
    const parts = signedParts(record, [...before.decisions.values(), ...after.decisions.values()]);
    const signed = (rows: SignedRows, id: Id): Measured => ({
      indicator: rows.indicators.get(id),
      figures: countedFigures(
        [...rows.figures.values()].filter((one) => one.indicatorId === id && isPart(parts, one)),
      ),
    });
    const indicatorName = (id: Id) =>
      textIn((after.indicators.get(id) ?? before.indicators.get(id))?.name, language) || '–';
    return {
      id: amendment.id,
      number: amendment.number,
      date: dateText(dayOf(amendment.at), language),
      by: amendment.by,
      why: amendment.why,
      changes: [
        ...decisionsTouched(amendment, before, after).map(([was, is]) =>
          decisionWords(was, is, t, { language, subject: names.subject, indicator: indicatorName }),
        ),
        ...measuresTouched(amendment, before, after).map((id) =>
          indicatorWords(signed(before, id), signed(after, id), t, language, names.year),
        ),
      ],
    };
  });
}

type Pair<R> = readonly [before: R | undefined, after: R | undefined];

/** The decisions that an amendment says something of, before and after it. */
function decisionsTouched(amendment: Amendment, before: SignedRows, after: SignedRows): Pair<Decision>[] {
  return [...amendment.decisions.map(({ id }) => id), ...amendment.removedIds]
    .map((id) => [before.decisions.get(id), after.decisions.get(id)] as const)
    .filter(([one, other]) => one ?? other);
}

/** The indicators that an amendment says something of, or of a figure of theirs. */
function measuresTouched(amendment: Amendment, before: SignedRows, after: SignedRows): Id[] {
  const ids = [
    ...amendment.indicators.map(({ id }) => id),
    ...(amendment.figures ?? []).map(({ indicatorId }) => indicatorId),
    ...amendment.removedIds.flatMap((id) => before.figures.get(id)?.indicatorId ?? id),
  ];
  return [...new Set<Id>(ids)].filter((id) => before.indicators.has(id) || after.indicators.has(id));
}

function decisionWords(
  before: Decision | undefined,
  after: Decision | undefined,
  t: Translate,
  names: {
    readonly language: Language;
    readonly subject: (id: Id) => string;
    readonly indicator: (id: Id) => string;
  },
): AmendmentWords['changes'][number] {
  const subject = names.subject((after ?? before)?.subject.id ?? '') || '–';
  const act = actOf(before ?? null, after ?? null);
  return {
    headline: t(`decisions.log.${act}`, { subject }),
    details: changedFields(before ?? null, after ?? null).map((change) =>
      detailText(change, act, t, names.language, names.indicator),
    ),
  };
}

/** An indicator with those of its figures that were signed off. */
interface Measured {
  readonly indicator: Indicator | undefined;
  readonly figures: readonly Figure[];
}

function indicatorWords(
  before: Measured,
  after: Measured,
  t: Translate,
  language: Language,
  yearOf: (fiscalYear: number) => string,
): AmendmentWords['changes'][number] {
  const act = actOf(before.indicator ?? null, after.indicator ?? null);
  const name = textIn((after.indicator ?? before.indicator)?.name, language) || '–';
  const said = (measured: Measured) => fieldsOf(measured, t, language, yearOf);
  const [was, is] = [said(before), said(after)];
  const labels = [...new Set([...was.keys(), ...is.keys()])];
  return {
    headline: t(`amendment.indicator.${act}`, { name }),
    details: labels
      .map((field) => [field, was.get(field) ?? '', is.get(field) ?? ''] as const)
      .filter(([, one, other]) => one !== other)
      .map(([field, one, other]) =>
        one === ''
          ? t('decisions.log.set', { field, after: other })
          : t('decisions.log.moved', { field, before: one, after: other || t('decisions.log.empty') }),
      ),
  };
}

/** What is said of an indicator, by the name of the field; figures by period, and by part where they are of one. */
function fieldsOf(
  { indicator, figures }: Measured,
  t: Translate,
  language: Language,
  yearOf: (fiscalYear: number) => string,
): Map<string, string> {
  if (!indicator) return new Map();
  const fields = new Map([
    [t('amendment.indicator.name'), textIn(indicator.name, language)],
    [t('decisions.form.indicator.unit'), unitText(indicator, language, t)],
    [t('decisions.form.indicator.target'), targetText(indicator, figures, language, t, yearOf)],
  ]);
  for (const one of [...figures].sort((a, b) => byPeriod(a.period, b.period))) {
    if (one.role === 'target') continue;
    const period = periodText(one.period, t, yearOf);
    const part = cellText(indicator, one.cell, language);
    const field = part === '' ? period : t('report.aside', { text: period, aside: part });
    const value = [one.value === null ? '' : valueText(one, t), textIn(one.note, language)]
      .filter(Boolean)
      .join(t('report.list.separator'));
    fields.set(field, [fields.get(field), value].filter(Boolean).join('; '));
  }
  return fields;
}
