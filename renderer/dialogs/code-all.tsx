import {
  Alert,
  Badge,
  Button,
  Checkbox,
  Group,
  Loader,
  Modal,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
} from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { codeAll } from '#shared/edit/code-all.ts';
import type { Id } from '#shared/model/basics.ts';
import type { FoundRange, RangeUnit } from '#shared/search/request.ts';
import { actor, commit, undo } from '../store/index.ts';
import { useAttempt } from '../ui/attempt.tsx';
import { FormButtons } from '../ui/form-buttons.tsx';
import { useSpeech } from '../ui/i18n.tsx';
import { IssueBadge } from '../ui/issue-badge.tsx';
import { IssuePicker } from '../ui/issue-picker.tsx';
import { notifyUndo } from '../ui/notify-undo.tsx';
import { useDraft } from '../ui/use-draft.ts';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import classes from './code-all.module.css';
import { type RangeRow, useIssues, useQuotedRanges } from './use-quoted-ranges.ts';

export interface CodeAllProps {
  /** What is to be coded, as it was found; null = it is being looked for. */
  readonly places: readonly FoundRange[] | null;
  /** How many more were found than are listed. */
  readonly more: number;
  /** What the places are cut to; with `onUnit` it can be changed here. */
  readonly unit?: RangeUnit | undefined;
  /** Asked to give `places` anew, cut to something else. */
  readonly onUnit?: ((unit: RangeUnit) => void) | undefined;
  readonly onClose: () => void;
}

/** Codes many places at once: looked over, some left out, put to one issue; one step of undo. */
export function CodeAll({ places, more, unit, onUnit, onClose }: CodeAllProps) {
  const { t, local } = useSpeech();
  const attempt = useAttempt();
  useReturnFocus();
  const issues = useIssues();
  const [issueId, setIssueId] = useState<Id | null>(null);
  const [choosing, setChoosing] = useState(true);
  const draft = useDraft<{ readonly memo: string }>('code-all', { memo: '' });
  const { memo } = draft.value;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const rows = useQuotedRanges(places, issueId);
  const issue = issues?.find(({ id }) => id === issueId);
  const ticked = rows?.filter(({ key, state }) => state === 'free' && !left.has(key)) ?? [];
  const free = rows?.filter(({ state }) => state === 'free') ?? [];
  const act = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!choosing) act.current?.focus();
  }, [choosing]);

  const leave = (keys: readonly string[], out: boolean) => {
    const next = new Set(left);
    for (const key of keys) out ? next.add(key) : next.delete(key);
    setLeft(next);
  };
  const code = async () => {
    if (!issue || busy || ticked.length === 0) return;
    const name = local(issue.name);
    setBusy(true);
    const done = await attempt(() =>
      commit({ key: 'change.coding.all', params: { issue: name, count: ticked.length } }, (draft) =>
        codeAll(
          draft,
          ticked.map(({ turnId, start, end, quote }) => ({ turnId, start, end, quote })),
          { issueId: issue.id, memo },
          { by: actor(), at: new Date().toISOString() },
        ),
      ),
    );
    setBusy(false);
    if (!done) return;
    draft.done();
    onClose();
    notifyUndo({
      message: t('codeAll.done', { issue: name, count: done.coded, skipped: done.skipped }),
      undoLabel: t('common.undo'),
      undo: () => attempt(undo),
    });
  };

  return (
    <Modal
      opened
      onClose={onClose}
      size="68rem"
      title={t('codeAll.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={classes.columns} data-testid="code-all">
        <Stack gap="sm" className={classes.side}>
          <Text size="sm" fw={500}>
            {t('codeAll.issue')}
          </Text>
          {issue && !choosing ? (
            <Group gap="xs" justify="space-between" wrap="nowrap">
              <IssueBadge issue={issue} />
              <Button size="compact-xs" variant="default" flex="none" onClick={() => setChoosing(true)}>
                {t('codeAll.issue.other')}
              </Button>
            </Group>
          ) : (
            issues && (
              <IssuePicker
                issues={issues}
                hint={t('codeAll.picker.hint')}
                onChoose={(id) => {
                  setIssueId(id);
                  setChoosing(false);
                }}
                onCancel={() => (issue ? setChoosing(false) : onClose())}
              />
            )
          )}
          {issue && !choosing && (
            <Textarea
              label={t('codeAll.memo')}
              description={t('codeAll.memo.hint')}
              autosize
              minRows={2}
              maxRows={6}
              value={memo}
              onChange={(event) => draft.change({ memo: event.currentTarget.value })}
              onKeyDown={(event) => {
                if (event.nativeEvent.isComposing || event.key !== 'Enter') return;
                if (event.ctrlKey || event.metaKey) void code();
              }}
            />
          )}
        </Stack>
        <Stack gap={6} className={classes.main}>
          <Group justify="space-between" wrap="nowrap">
            <Checkbox
              size="sm"
              fw={500}
              label={t('codeAll.chosen', { count: ticked.length, all: rows?.length ?? 0 })}
              disabled={free.length === 0}
              checked={free.length > 0 && ticked.length === free.length}
              indeterminate={ticked.length > 0 && ticked.length < free.length}
              onChange={(event) =>
                leave(
                  free.map(({ key }) => key),
                  !event.currentTarget.checked,
                )
              }
            />
            {unit && onUnit && (
              <SegmentedControl
                size="xs"
                aria-label={t('codeAll.unit')}
                value={unit}
                onChange={(value) => onUnit(value === 'turn' ? 'turn' : 'sentence')}
                data={(['sentence', 'turn'] as const).map((value) => ({
                  value,
                  label: t(`codeAll.unit.${value}`),
                }))}
              />
            )}
          </Group>
          {rows ? <Places rows={rows} left={left} onLeave={leave} /> : <Loader m="xl" size="sm" />}
          <Hindrances rows={rows ?? []} more={more} />
        </Stack>
      </div>
      <FormButtons draft={draft} onClose={onClose}>
        <Button
          ref={act}
          loading={busy}
          disabled={!issue || choosing || ticked.length === 0}
          onClick={() => void code()}
        >
          {t('codeAll.go', { count: ticked.length })}
        </Button>
      </FormButtons>
    </Modal>
  );
}

/** A first guess of a row's height in CSS pixels; each is measured once it is drawn. */
const ROW_HEIGHT = 74;

function Places({
  rows,
  left,
  onLeave,
}: {
  rows: readonly RangeRow[];
  left: ReadonlySet<string>;
  onLeave: (keys: readonly string[], out: boolean) => void;
}) {
  const { t, day } = useSpeech();
  const frame = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 6,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div ref={frame} className={classes.places} tabIndex={0}>
      {rows.length === 0 && (
        <Text size="sm" c="dimmed" p="sm">
          {t('codeAll.none')}
        </Text>
      )}
      <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          if (!row) return null;
          const { dialogue, participant, turn, state } = row;
          const who =
            turn?.kind === 'narration'
              ? t('desk.narration')
              : (participant?.name ?? t('common.unknownSpeaker'));
          return (
            <div
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              data-state={state}
              data-testid="code-all-place"
              className={classes.place}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Checkbox
                size="xs"
                disabled={state !== 'free'}
                checked={state === 'free' && !left.has(row.key)}
                onChange={(event) => onLeave([row.key], !event.currentTarget.checked)}
                styles={{ body: { alignItems: 'flex-start' }, labelWrapper: { minWidth: 0 } }}
                label={
                  <>
                    <Text size="sm" lineClamp={3} lang={dialogue?.language} component="span">
                      {row.quote}
                    </Text>
                    <Group gap={6} mt={2}>
                      <Text size="xs" c="dimmed" component="span">
                        {[who, dialogue?.title, day(dialogue?.date)].filter(Boolean).join(' · ')}
                      </Text>
                      {state !== 'free' && (
                        <Badge
                          size="xs"
                          variant="light"
                          color={state === 'changed' ? 'orange' : 'gray'}
                          component="span"
                        >
                          {t(`codeAll.state.${state}`)}
                        </Badge>
                      )}
                    </Group>
                  </>
                }
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** What will not be coded, and why. */
function Hindrances({ rows, more }: { rows: readonly RangeRow[]; more: number }) {
  const { t } = useSpeech();
  const coded = rows.filter(({ state }) => state === 'coded').length;
  const changed = rows.filter(({ state }) => state === 'changed').length;
  const notes = [
    coded > 0 && t('codeAll.coded', { count: coded }),
    changed > 0 && t('codeAll.changed', { count: changed }),
    more > 0 && t('codeAll.more', { listed: rows.length, more }),
  ].filter((one) => one !== false);
  if (notes.length === 0) return null;
  return (
    <Alert py={6} color={changed + more > 0 ? 'orange' : 'gray'} role="status">
      {notes.map((one) => (
        <Text key={one} size="xs">
          {one}
        </Text>
      ))}
    </Alert>
  );
}
