import { Text } from '@mantine/core';
import { RISK_FACTORS } from '#shared/model/organisation.ts';
import { numberText } from '#shared/number.ts';
import type { Offer, RowOutcome } from '#shared/suppliers/list/offers.ts';
import { useSpeech } from '../../../ui/i18n.tsx';

/** A row of the file in words: its number, what it is, and what it says, changes, or why it is left out. */
export function RowWords({ outcome }: { readonly outcome: RowOutcome }) {
  const { t } = useSpeech();
  const number = (
    <Text size="xs" c="dimmed" ta="end">
      {outcome.row}
    </Text>
  );
  if (outcome.kind === 'offer')
    return (
      <>
        {number}
        <Text size="sm" fw={500} lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
          {Object.values(outcome.said.name).join(' / ')}
        </Text>
        <OfferWords offer={outcome} />
      </>
    );
  const why =
    outcome.kind === 'refused'
      ? t(`suppliers.import.refused.${outcome.why}`)
      : outcome.why === 'repeat'
        ? t('suppliers.import.left.repeat', { row: outcome.of ?? 0 })
        : t(`suppliers.import.left.${outcome.why}`);
  return (
    <>
      {number}
      <Text size="sm" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
        {outcome.text || '–'}
      </Text>
      <Text size="sm" c={outcome.kind === 'refused' ? 'red' : 'dimmed'}>
        {why}
      </Text>
    </>
  );
}

function OfferWords({ offer }: { readonly offer: Offer }) {
  const { t } = useSpeech();
  const { doubt, differences, problems, said } = offer;
  return (
    <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
      {doubt && (
        <Text size="xs" fw={500}>
          {doubt.kind === 'alike'
            ? t('suppliers.import.doubt.alike')
            : t(doubt.exact ? 'suppliers.import.doubt.twin' : 'suppliers.import.doubt.similar', {
                row: doubt.row,
              })}
        </Text>
      )}
      <Text size="xs" c="dimmed" lineClamp={3}>
        {differences.length > 0
          ? differences.map((one) => differenceText(one, t)).join(' · ')
          : saidText(said, t)}
      </Text>
      {[...problems, ...(doubt?.kind === 'twin' ? doubt.conflicts : [])].map((problem) => (
        <Text key={`${problem.field} ${problem.code}`} size="xs" c="var(--mantine-color-orange-text)">
          {t(`suppliers.import.problem.${problem.code}`, {
            field: t(`suppliers.import.field.${problem.field}`),
            // A level that was read stands in words.
            text:
              problem.code === 'two-levels' ? t(`suppliers.level.${problem.text as 'raised'}`) : problem.text,
          })}
        </Text>
      ))}
    </div>
  );
}

type Translate = ReturnType<typeof useSpeech>['t'];

function differenceText({ field, before, after }: Offer['differences'][number], t: Translate): string {
  const isFactor = (RISK_FACTORS as readonly string[]).includes(field);
  const told = (text: string) => (isFactor ? t(`suppliers.level.${text as 'raised'}`) : text || '–');
  if (field === 'kind') return t('suppliers.import.becomesSupplier');
  return t('suppliers.import.difference', {
    field: t(`suppliers.import.field.${field}`),
    before: told(before),
    after: told(after),
  });
}

function saidText(
  { country, sectors, products, factors, amount, aliases }: Offer['said'],
  t: Translate,
): string {
  const levels = RISK_FACTORS.flatMap((factor) => {
    const level = factors[factor];
    return level === undefined
      ? []
      : t('suppliers.factor.level', {
          factor: t(`suppliers.factor.${factor}`),
          level: t(`suppliers.level.${level}`),
        });
  });
  return [
    ...aliases,
    country,
    ...sectors,
    ...products,
    ...levels,
    amount === null ? '' : `${numberText(amount.value)} ${amount.unit}`.trim(),
  ]
    .filter(Boolean)
    .join(' · ');
}
