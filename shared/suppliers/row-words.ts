/** What the table says of suppliers in words: its cells, and why each stands where it stands. */
import { dateText } from '../i18n/dates.ts';
import type { Language, Translate } from '../i18n/index.ts';
import type { FiscalYear, Id } from '../model/basics.ts';
import type { Entry } from '../model/entry.ts';
import { type Organisation, RISK_FACTORS, type RiskFactor } from '../model/organisation.ts';
import { numberText } from '../number.ts';
import { levelOf, type Stake } from './order.ts';
import type { SupplierColumn, SupplierRow } from './rows.ts';

/** What cells need to be told in words. */
export interface SupplierWords {
  readonly t: Translate;
  readonly language: Language;
  readonly issueName: (id: Id) => string;
  readonly year: (year: FiscalYear) => string;
}

/** A cell in words, as it is copied and read out. */
export function supplierCell(row: SupplierRow, column: SupplierColumn, words: SupplierWords): string {
  const { supplier, place, name, stakes, contacts } = row;
  switch (column) {
    case 'place':
      return place === null ? '' : String(place);
    case 'name':
      return name;
    case 'country':
      return supplier.country;
    case 'sectors':
    case 'products':
      return supplier[column].join(words.t('suppliers.separator'));
    case 'stakes':
      return stakes.map((stake) => stakeText(stake, words)).join(words.t('suppliers.separator'));
    case 'factors':
      return RISK_FACTORS.map((factor) => factorText(factor, supplier, words)).join(
        words.t('suppliers.separator'),
      );
    case 'amount':
      return amountText(supplier, words);
    default:
      return contacts.latest[column] ? dateOfEntry(contacts.latest[column], words) : '';
  }
}

export function stakeText({ issueId, state, severity }: Stake, { t, issueName }: SupplierWords): string {
  const name = issueName(issueId);
  if (severity === null) return t('suppliers.stake.unrated', { name, state: t(`suppliers.state.${state}`) });
  return t('suppliers.stake', { name, severity, state: t(`suppliers.state.${state}`) });
}

export function factorText(
  factor: RiskFactor,
  supplier: Organisation,
  { t }: Pick<SupplierWords, 't'>,
): string {
  return t('suppliers.factor.level', {
    factor: t(`suppliers.factor.${factor}`),
    level: t(`suppliers.level.${levelOf(supplier, factor)}`),
  });
}

export function amountText({ amount }: Organisation, { year }: Pick<SupplierWords, 'year'>): string {
  if (amount === null) return '';
  const told = `${numberText(amount.value)} ${amount.unit}`.trim();
  return amount.fiscalYear === null ? told : `${told} (${year(amount.fiscalYear)})`;
}

/** When something was done, as far as it is known. */
export function dateOfEntry(
  entry: Pick<Entry, 'when' | 'fiscalYear'>,
  words: Omit<SupplierWords, 'issueName'>,
): string {
  if (entry.when !== null) return dateText(entry.when, words.language);
  return entry.fiscalYear === null ? words.t('suppliers.undated') : words.year(entry.fiscalYear);
}

/** Why a supplier stands where it stands, in sentences; `before` is the one above it in the suggested order. */
export function standingText(row: SupplierRow, before: SupplierRow | null, words: SupplierWords): string {
  const { t } = words;
  const { key, stakes, behindBy, former } = row;
  const told = stakes.map((stake) => stakeText(stake, words)).join(t('suppliers.separator'));
  const harm = stakes.length === 0 ? t('suppliers.why.noIssue') : t('suppliers.why.stakes', { stakes: told });
  if (former) return inOneLine(t, [t('suppliers.why.former'), harm]);
  const factors = t('suppliers.why.factors', { raised: key.raised, unknown: key.unknown });
  if (before === null || behindBy === null) return inOneLine(t, [harm, factors]);
  return inOneLine(t, [harm, factors, t(`suppliers.behind.${behindBy}`, { name: before.name })]);
}

function inOneLine(t: Translate, sentences: readonly string[]): string {
  return sentences.reduce((first, second) => t('report.sentences', { first, second }));
}
