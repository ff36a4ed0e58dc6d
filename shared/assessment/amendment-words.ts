import { dateText, dayOf } from '../i18n/dates.ts';
import { type Language, type Translate, translator } from '../i18n/index.ts';
import type { Amendment } from '../model/amendment.ts';
import { type Id, textIn } from '../model/basics.ts';
import type { Decision } from '../model/decision.ts';
import type { Indicator } from '../model/indicator.ts';
import {
  amendmentsOf,
  asAmended,
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
    const part = (one: Indicator | undefined) => one && (parts.get(one.id)?.part(one) ?? one);
    const indicatorName = (id: Id) =>
      textIn((after.indicators.get(id) ?? before.indicators.get(id))?.name, language) || '–';
    return {
      id: amendment.id,
      number: amendment.number,
      date: dateText(dayOf(amendment.at), language),
      by: amendment.by,
      why: amendment.why,
      changes: [
        ...touched(amendment, before, after, 'decisions').map(([was, is]) =>
          decisionWords(was, is, t, { language, subject: names.subject, indicator: indicatorName }),
        ),
        ...touched(amendment, before, after, 'indicators').map(([was, is]) =>
          indicatorWords(part(was), part(is), t, language, names.year),
        ),
      ],
    };
  });
}

type Pair<R> = readonly [before: R | undefined, after: R | undefined];

/** Rows of a table that an amendment says something of, before and after it. */
function touched<T extends keyof SignedRows>(
  amendment: Amendment,
  before: SignedRows,
  after: SignedRows,
  table: T,
): Pair<T extends 'decisions' ? Decision : Indicator>[] {
  const ids = [...amendment[table].map(({ id }) => id), ...amendment.removedIds];
  const [was, is] = [before[table], after[table]] as ReadonlyMap<Id, never>[];
  return ids.map((id) => [was?.get(id), is?.get(id)] as const).filter(([one, other]) => one ?? other);
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

function indicatorWords(
  before: Indicator | undefined,
  after: Indicator | undefined,
  t: Translate,
  language: Language,
  yearOf: (fiscalYear: number) => string,
): AmendmentWords['changes'][number] {
  const act = actOf(before ?? null, after ?? null);
  const name = textIn((after ?? before)?.name, language) || '–';
  const years = [...(before?.values ?? []), ...(after?.values ?? [])].map(({ fiscalYear }) => fiscalYear);
  const fields: (readonly [label: string, was: string, is: string])[] = [
    [t('amendment.indicator.name'), textIn(before?.name, language), textIn(after?.name, language)],
    [t('decisions.form.indicator.unit'), before?.unit ?? '', after?.unit ?? ''],
    [t('decisions.form.indicator.target'), before?.target ?? '', after?.target ?? ''],
    ...[...new Set(years)]
      .sort((a, b) => a - b)
      .map((year) => [yearOf(year), figureText(before, year, t), figureText(after, year, t)] as const),
  ];
  return {
    headline: t(`amendment.indicator.${act}`, { name }),
    details: fields
      .filter(([, was, is]) => was !== is)
      .map(([field, was, is]) =>
        was === ''
          ? t('decisions.log.set', { field, after: is })
          : t('decisions.log.moved', { field, before: was, after: is || t('decisions.log.empty') }),
      ),
  };
}

function figureText(indicator: Indicator | undefined, year: number, t: Translate): string {
  const own = indicator?.values.find(({ fiscalYear }) => fiscalYear === year);
  if (!own) return '';
  const value = own.value === null ? '' : t('result.value', { value: own.value });
  return [value, own.note].filter(Boolean).join(t('report.list.separator'));
}
