import { Button, Group, Text, UnstyledButton } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { scaleSqrt } from 'd3';
import type { Id } from '#shared/model/basics.ts';
import type { PassageQuery } from '#shared/model/view.ts';
import { type CrossTable, narrowed } from '#shared/retrieval/cross.ts';
import type { RetrievalRequest } from '#shared/retrieval/retriever.ts';
import { CategoryMark } from '../../ui/category-mark.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { NearSelect } from './builder.tsx';
import { Cells } from './cells.tsx';
import { useCopy } from './copy.ts';
import classes from './retrieval.module.css';
import { retrievalClient } from './service.ts';
import type { Ask } from './use-query.ts';
import type { Retrieval } from './use-retrieval.ts';

export type CrossForm = 'issues' | 'speakers' | 'dialogues';

export interface CrossViewProps {
  readonly form: CrossForm;
  readonly table: CrossTable;
  readonly request: RetrievalRequest;
  readonly retrieval: Retrieval;
  readonly onAsk: Ask;
}

/** Deepest tint of a cell, as a share of the full colour: words on it keep 4.5 : 1 on either ground. */
const DEEPEST = 0.5;

/** How often issues come up together, or with a speaker or dialogue; every figure opens the passages behind it. */
export function CrossView({ form, table, request, retrieval, onAsk }: CrossViewProps) {
  const { t } = useSpeech();
  const copy = useCopy();
  const { words } = retrieval;
  const { query } = request;
  const tint = scaleSqrt([0, Math.max(table.highest, 1)], [0, DEEPEST]).clamp(true);
  const columnName = form === 'issues' ? words.issue : form === 'speakers' ? words.speaker : words.dialogue;
  const unit = form === 'issues' ? query.near : 'words';

  const asking = (row: Id, column: Id): PassageQuery => {
    if (form === 'issues') return narrowed(query, [row, column]);
    const one = narrowed(query, [row]);
    return form === 'speakers' ? { ...one, speakerIds: [column] } : { ...one, dialogueIds: [column] };
  };
  const open = (next: PassageQuery) => onAsk({ query: next, form: 'list' });

  return (
    <>
      <Group justify="space-between" mb="xs" gap="sm">
        <Group gap="xs">
          {form === 'issues' && (
            <NearSelect value={query.near} onChange={(near) => onAsk({ query: { ...query, near } })} />
          )}
          <Text size="xs" c="dimmed">
            {t(`retrieval.cross.${form}`, { unit })}
          </Text>
        </Group>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconCopy size={14} />}
          onClick={() => copy(() => retrievalClient()?.cross(request), t('retrieval.cross.copied'))}
        >
          {t('retrieval.copy')}
        </Button>
      </Group>
      <Cells
        table={table}
        caption={t(`retrieval.cross.${form}`, { unit })}
        rowHead={(row) => (
          <UnstyledButton
            className={classes.rowName}
            title={words.issue(row)}
            onClick={() => open(narrowed(query, [row]))}
          >
            <Mark id={row} retrieval={retrieval} />
            <span>{words.issue(row)}</span>
          </UnstyledButton>
        )}
        columnHead={(column) => (
          <span title={columnName(column)}>
            {form === 'issues' && <Mark id={column} retrieval={retrieval} />}
            <span className={classes.columnName}>{columnName(column)}</span>
          </span>
        )}
        cell={(row, column, place) => {
          const count = table.count(row, column);
          const own = form === 'issues' && row === column;
          if (count === 0) return <span className={classes.empty}>·</span>;
          const share = Math.round(tint(count) * 100);
          return (
            <UnstyledButton
              {...place}
              className={classes.cell}
              data-own={own || undefined}
              aria-label={t(own ? 'retrieval.cross.own' : 'retrieval.cross.cell', {
                row: words.issue(row),
                column: columnName(column),
                count,
                unit,
              })}
              style={
                own
                  ? {}
                  : {
                      backgroundColor: `color-mix(in srgb, var(--mantine-primary-color-filled) ${share}%, transparent)`,
                    }
              }
              onClick={() => open(asking(row, column))}
            >
              {count}
            </UnstyledButton>
          );
        }}
      />
    </>
  );
}

function Mark({ id, retrieval }: { id: Id; retrieval: Retrieval }) {
  const issue = retrieval.names.issues.get(id);
  return issue ? <CategoryMark category={issue.category} /> : null;
}
