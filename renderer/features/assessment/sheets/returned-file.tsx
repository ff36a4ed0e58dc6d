import {
  ActionIcon,
  Alert,
  Badge,
  Button,
  Checkbox,
  Group,
  Paper,
  Stack,
  Text,
  Tooltip,
} from '@mantine/core';
import { IconFileSpreadsheet, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { MergeChoice, RatingField } from '#shared/edit/merge-ratings.ts';
import { describeProblem } from '#shared/i18n/index.ts';
import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { ChangeTable, ConflictTable, ProblemTable } from './result-tables.tsx';
import type { Returned } from './use-returned.ts';

export interface ReturnedFileProps {
  readonly file: Returned;
  /** Names of issues. */
  readonly names: ReadonlyMap<Id, string>;
  readonly onRemove: () => void;
  readonly onInclude: (included: boolean) => void;
  /** Without an issue: for all conflicts of the file. */
  readonly onChoose: (choice: MergeChoice, issueId?: IdOf<'issues'>, field?: RatingField) => void;
}

/** What one file holds: whose it is, what is new, what is in conflict, what could not be read, each with its cell. */
export function ReturnedFile({ file, names, onRemove, onInclude, onChoose }: ReturnedFileProps) {
  const { t } = useSpeech();
  const { result, plan, included, hidden, again } = file;
  const [shown, setShown] = useState(false);
  const errors = result.problems.filter(({ level }) => level === 'error');
  const notes = result.problems.filter(({ level }) => level === 'note');
  const asides = [...(plan?.refused ?? []), ...(plan?.dropped ?? [])];
  return (
    <Paper withBorder p="sm" data-testid="returned-file">
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap" gap="sm">
          <Group gap="sm" wrap="nowrap" miw={0}>
            {plan ? (
              <Checkbox
                size="sm"
                checked={included}
                onChange={(event) => onInclude(event.currentTarget.checked)}
                aria-label={t('sheets.file.take', { name: result.name })}
              />
            ) : (
              <IconFileSpreadsheet size={18} stroke={1.5} />
            )}
            <div style={{ minWidth: 0 }}>
              <Text size="sm" fw={600}>
                {result.assessor?.name ?? t('sheets.file.unknown')}
              </Text>
              <Text size="xs" c="dimmed" truncate>
                {result.name}
              </Text>
            </div>
          </Group>
          <Group gap={6} wrap="nowrap">
            {plan && (
              <Badge variant="light" color={plan.changes.length > 0 ? 'ai' : 'gray'}>
                {t('sheets.count.changes', { count: plan.changes.length })}
              </Badge>
            )}
            {plan && plan.conflicts.length > 0 && (
              <Badge variant="light" color="yellow">
                {t('sheets.count.conflicts', { count: plan.conflicts.length })}
              </Badge>
            )}
            {errors.length > 0 && (
              <Badge variant="light" color="red">
                {t('sheets.count.errors', { count: errors.length })}
              </Badge>
            )}
            {notes.length > 0 && (
              <Badge variant="light" color="gray">
                {t('sheets.count.notes', { count: notes.length })}
              </Badge>
            )}
            <Tooltip label={t('sheets.file.remove', { name: result.name })}>
              <ActionIcon aria-label={t('sheets.file.remove', { name: result.name })} onClick={onRemove}>
                <IconX size={16} />
              </ActionIcon>
            </Tooltip>
          </Group>
        </Group>
        {result.failure && <Alert color="red">{describeProblem(t, result.failure)}</Alert>}
        {again && plan && (
          <Alert color="yellow">{t('sheets.file.twice', { assessor: result.assessor?.name ?? '' })}</Alert>
        )}
        {plan && plan.conflicts.length > 0 && (
          <ConflictTable conflicts={plan.conflicts} names={names} hidden={hidden} onChoose={onChoose} />
        )}
        {errors.length > 0 && <ProblemTable kind="error" problems={errors} />}
        {notes.length > 0 && <ProblemTable kind="note" problems={notes} />}
        {asides.map((step) => (
          <Text key={`${step.issueId}/${step.brought}`} size="xs" c="dimmed">
            {t(step.brought === null ? 'sheets.dropped' : 'sheets.refused', {
              issue: names.get(step.issueId) ?? '',
            })}
          </Text>
        ))}
        {plan &&
          plan.changes.length > 0 &&
          (shown ? (
            <ChangeTable changes={plan.changes} names={names} hidden={hidden} />
          ) : (
            <Button
              size="compact-xs"
              variant="subtle"
              style={{ alignSelf: 'flex-start' }}
              onClick={() => setShown(true)}
            >
              {t('sheets.changes.more')}
            </Button>
          ))}
      </Stack>
    </Paper>
  );
}
