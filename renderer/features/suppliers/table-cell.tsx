import { Text } from '@mantine/core';
import { memo } from 'react';
import { CONTACT_KINDS, type ContactKind } from '#shared/suppliers/contacts.ts';
import { dateOfEntry, type SupplierWords, stakeText, supplierCell } from '#shared/suppliers/row-words.ts';
import type { SupplierColumn, SupplierRow } from '#shared/suppliers/rows.ts';
import { FactorSigns } from './factor-signs.tsx';
import classes from './suppliers.module.css';

interface CellProps {
  readonly row: SupplierRow;
  readonly column: SupplierColumn;
  readonly words: SupplierWords;
}

/** A cell of the table. */
export const SupplierCell = memo(function SupplierCell({ row, column, words }: CellProps) {
  if (column === 'factors') return <FactorSigns supplier={row.supplier} />;
  if (column === 'stakes') return <Stakes row={row} words={words} />;
  if (isContactColumn(column)) return <Contact row={row} kind={column} words={words} />;
  const text = supplierCell(row, column, words);
  if (column === 'place' && text === '')
    return (
      <Text span size="xs" c="dimmed" lh={1.2} display="block">
        {words.t('suppliers.noPlace')}
      </Text>
    );
  return (
    <span className={classes.lines} title={text}>
      {text}
    </span>
  );
});

function isContactColumn(column: SupplierColumn): column is ContactKind {
  return (CONTACT_KINDS as readonly string[]).includes(column);
}

/** The severest issue, and how many there are besides. */
function Stakes({ row: { stakes }, words }: Omit<CellProps, 'column'>) {
  const [first, ...others] = stakes;
  if (!first)
    return (
      <Text span size="xs" c="dimmed">
        {words.t('suppliers.noIssue')}
      </Text>
    );
  return (
    <span className={classes.lines} title={stakes.map((stake) => stakeText(stake, words)).join('\n')}>
      {stakeText(first, words)}
      {others.length > 0 && (
        <Text span size="xs" c="dimmed">
          {' '}
          {words.t('suppliers.moreIssues', { count: others.length })}
        </Text>
      )}
    </span>
  );
}

function Contact({ row, kind, words }: Omit<CellProps, 'column'> & { readonly kind: ContactKind }) {
  const { latest, planned } = row.contacts;
  const [done, plan] = [latest[kind], planned[kind]];
  return (
    <span className={classes.lines}>
      {done && dateOfEntry(done, words)}
      {plan && (
        <Text span size="xs" c="dimmed" display="block">
          {words.t('suppliers.planned')}
        </Text>
      )}
      {!done && !plan && (
        <Text span size="xs" c="dimmed" aria-label={words.t('suppliers.none')}>
          –
        </Text>
      )}
    </span>
  );
}
