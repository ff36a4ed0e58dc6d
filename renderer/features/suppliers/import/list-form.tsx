import { Button, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { acceptSuppliers } from '#shared/edit/supplier.ts';
import { newId } from '#shared/model/basics.ts';
import { ProblemError, problemOf } from '#shared/model/problem.ts';
import { blankSource } from '#shared/model/source.ts';
import { textByScript } from '#shared/pasted/text-by-script.ts';
import { acceptedOf, type Choice } from '#shared/suppliers/list/choices.ts';
import { type ColumnUse, LIST_FIELDS } from '#shared/suppliers/list/mapping.ts';
import type { RowOutcome } from '#shared/suppliers/list/offers.ts';
import { commit, undo } from '../../../store/index.ts';
import { useAttempt } from '../../../ui/attempt.tsx';
import { FormButtons } from '../../../ui/form-buttons.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { notifyUndo } from '../../../ui/notify-undo.tsx';
import { useDraft } from '../../../ui/use-draft.ts';
import classes from '../suppliers.module.css';
import type { Suppliers } from '../use-suppliers.ts';
import { Outcomes } from './outcomes.tsx';
import { Reading } from './reading.tsx';
import type { SupplierList } from './use-list.ts';

export interface ListFormProps {
  readonly list: SupplierList;
  readonly suppliers: Suppliers;
  readonly onClose: () => void;
}

const NOTHING: ReadonlyMap<number, Choice> = new Map();
const NO_ROWS: readonly RowOutcome[] = [];

/** What the columns of a list are, what each of its rows would bring in, and what a person decides on them. */
export function ListForm({ list, suppliers, onClose }: ListFormProps) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const draft = useDraft<{ source: string; year: string }>('suppliers.import', { source: '', year: '' });
  // Decisions are on the rows of one reading: another one has its own.
  const [decided, setDecided] = useState({ on: list.outcomes, choices: NOTHING });
  const choices = decided.on === list.outcomes ? decided.choices : NOTHING;
  const outcomes = list.outcomes ?? NO_ROWS;
  const accepted = useMemo(() => acceptedOf(outcomes, choices), [outcomes, choices]);
  const [bringing, setBringing] = useState<number | null>(null);
  const stopped = useRef(false);

  const choose = (rows: readonly number[], choice: (row: number) => Choice | null) => {
    const next = new Map(choices);
    for (const row of rows) {
      const one = choice(row);
      if (one) next.set(row, one);
      else next.delete(row);
    }
    setDecided({ on: list.outcomes, choices: next });
  };
  const bringIn = () =>
    void attempt(async () => {
      stopped.current = false;
      setBringing(0);
      const { source, year } = draft.value;
      const title = source.trim();
      const said =
        title === '' ? null : blankSource({ id: newId(), title: textByScript(title), kind: 'internal' });
      const counts = await commit(
        { key: 'change.supplier.import', params: { count: accepted.length } },
        (edit) =>
          acceptSuppliers(
            edit,
            { suppliers: accepted, source: said, fiscalYear: year === '' ? null : Number(year) },
            async (done) => {
              setBringing(done / accepted.length);
              // The window is given its turn: it shows how far this is, and hears that it is to stop.
              await new Promise((go) => setTimeout(go));
              if (stopped.current) throw new ProblemError('task-cancelled');
            },
          ),
      ).catch((thrown: unknown) => {
        if (problemOf(thrown).code !== 'task-cancelled') throw thrown;
        return null;
      });
      if (counts === null) return;
      draft.done();
      onClose();
      notifyUndo({
        message: t('suppliers.import.done', counts),
        undoLabel: t('common.undo'),
        undo: () => attempt(undo),
      });
    }).finally(() => setBringing(null));

  return (
    <Stack gap="sm">
      <Said list={list} suppliers={suppliers} draft={draft} />
      <Columns list={list} />
      {list.reading !== null && <Reading list={list} />}
      {list.outcomes && (
        <Outcomes
          key={list.table?.sheet ?? ''}
          outcomes={list.outcomes}
          choices={choices}
          onChoose={choose}
          suppliers={suppliers}
        />
      )}
      {bringing !== null && (
        <Reading
          list={{
            reading: bringing,
            cancel: () => {
              stopped.current = true;
            },
          }}
        />
      )}
      <FormButtons draft={draft} onClose={onClose}>
        <Button
          disabled={accepted.length === 0 || bringing !== null || list.reading !== null}
          onClick={bringIn}
          data-testid="suppliers-bring-in"
        >
          {t('suppliers.import.bringIn', { count: accepted.length })}
        </Button>
      </FormButtons>
    </Stack>
  );
}

interface SaidProps extends Pick<ListFormProps, 'list' | 'suppliers'> {
  readonly draft: ReturnType<typeof useDraft<{ source: string; year: string }>>;
}

/** Years that amounts may be of: this one and those before it. */
const YEARS = 8;

/** What is said once of the whole list: what it is, of which year its amounts are, which sheet is read. */
function Said({ list, suppliers: { words, present }, draft }: SaidProps) {
  const { t } = useSpeech();
  const { table, file } = list;
  const hasAmounts = list.mapping?.columns.includes('amount') ?? false;
  return (
    <SimpleGrid cols={{ base: 2, md: 3 }} spacing="sm">
      <TextInput
        label={t('suppliers.import.source')}
        placeholder={t('suppliers.import.source.hint')}
        value={draft.value.source}
        onChange={(event) => draft.change({ source: event.currentTarget.value })}
      />
      {hasAmounts && (
        <NativeSelect
          label={t('suppliers.import.year')}
          data={[
            { value: '', label: t('suppliers.import.year.none') },
            ...Array.from({ length: YEARS }, (_none, back) => present.fiscalYear - back).map((year) => ({
              value: String(year),
              label: words.year(year),
            })),
          ]}
          value={draft.value.year}
          onChange={(event) => draft.change({ year: event.currentTarget.value })}
        />
      )}
      {table && file && table.sheets.length > 1 && (
        <NativeSelect
          label={t('suppliers.import.sheet')}
          data={[...table.sheets]}
          value={table.sheet ?? ''}
          onChange={(event) => list.open(file, event.currentTarget.value)}
        />
      )}
    </SimpleGrid>
  );
}

/** What each column says: guessed by its head and cells, and changed here. */
function Columns({ list: { mapping, table, setColumn } }: Pick<ListFormProps, 'list'>) {
  const { t } = useSpeech();
  if (!mapping) return null;
  const first = table?.rows[(mapping.heads.at(-1) ?? -1) + 1];
  return (
    <div>
      <Group justify="space-between" mb={4}>
        <Text size="sm" fw={500}>
          {t('suppliers.import.columns')}
        </Text>
        {table?.encoding && (
          <Text size="xs" c="dimmed">
            {t('suppliers.import.encoding', { encoding: table.encoding })}
          </Text>
        )}
      </Group>
      <div className={classes.mapping}>
        {mapping.columns.map((use, column) => (
          <NativeSelect
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name of their own
            key={column}
            size="xs"
            label={
              mapping.names[column] ||
              first?.[column]?.text ||
              t('suppliers.import.column', { number: column + 1 })
            }
            styles={{
              label: { whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis', maxWidth: '100%' },
            }}
            data={(['none', ...LIST_FIELDS] as const).map((value) => ({
              value,
              label: t(`suppliers.import.field.${value}`),
            }))}
            value={use}
            onChange={(event) => setColumn(column, event.currentTarget.value as ColumnUse)}
          />
        ))}
      </div>
    </div>
  );
}
