import { commaSeparated, tabSeparated } from '#shared/delimited.ts';
import { type SupplierWords, supplierCell } from '#shared/suppliers/row-words.ts';
import type { SupplierColumn, SupplierRow } from '#shared/suppliers/rows.ts';
import { call } from '../../platform/bridge.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { notifyDone } from '../../ui/notify-undo.tsx';

/** Ways out of the table, as it is shown: rows that are given, with the columns that are seen. */
export function useOutputs(columns: readonly SupplierColumn[], words: SupplierWords) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const cells = (rows: readonly SupplierRow[]) => [
    columns.map((column) => t(`suppliers.column.${column}`)),
    ...rows.map((row) => columns.map((column) => supplierCell(row, column, words))),
  ];
  return {
    copy: (rows: readonly SupplierRow[]) =>
      void attempt(async () => {
        await navigator.clipboard.writeText(tabSeparated(cells(rows)));
        notifyDone(t('suppliers.copied', { count: rows.length }));
      }),
    save: (rows: readonly SupplierRow[]) =>
      void attempt(async () => {
        const path = await call('dialog.save', {
          suggestedName: `${t('suppliers.title')}.csv`,
          filters: [{ name: t('suppliers.csv'), extensions: ['csv'] }],
          bytes: new TextEncoder().encode(commaSeparated(cells(rows))),
        });
        if (path !== null) notifyDone(t('suppliers.saved', { count: rows.length }));
      }),
  };
}
