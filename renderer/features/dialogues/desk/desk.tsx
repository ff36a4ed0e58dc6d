import {
  ActionIcon,
  Badge,
  Box,
  Button,
  Group,
  Loader,
  Menu,
  Paper,
  Popover,
  Tabs,
  Text,
  Title,
  Tooltip,
} from '@mantine/core';
import { IconBulb, IconCopy, IconList, IconSettings, IconTag, IconX } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { anchorAt } from '#shared/anchor/anchor.ts';
import { type Step, stepSelection } from '#shared/anchor/units.ts';
import {
  type AdviceFields,
  codeSelection,
  removeAdvice,
  removeCoding,
  type Selection,
  takeAdvice,
} from '#shared/edit/coding.ts';
import { addIssue } from '#shared/edit/issue.ts';
import { attributionText } from '#shared/i18n/attribution.ts';
import { attributionOf } from '#shared/model/attribution.ts';
import type { Id } from '#shared/model/basics.ts';
import type { Turn } from '#shared/model/turn.ts';
import { actor, commit } from '../../../store/index.ts';
import { useAttempt } from '../../../ui/attempt.tsx';
import { BackLink } from '../../../ui/back-link.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { go, links } from '../../../ui/links.ts';
import { notifyAct, notifyDone } from '../../../ui/notify-undo.tsx';
import { Page } from '../../../ui/page.tsx';
import { PersonBadge } from '../../../ui/person-badge.tsx';
import { ReportButton } from '../../../ui/report-button.tsx';
import { SplitPane } from '../../../ui/split-pane.tsx';
import { CorrectMenu } from '../correct/correct-menu.tsx';
import { TurnEditor } from '../correct/turn-editor.tsx';
import { DetailsDrawer } from '../details-drawer.tsx';
import { AdviceForm } from './advice-form.tsx';
import classes from './desk.module.css';
import { IssuePicker, KeyHint } from './issue-picker.tsx';
import type { Mark, StoredMark } from './marks.ts';
import { MarksPanel } from './marks-panel.tsx';
import { ParticipantsPanel } from './participants-panel.tsx';
import { SpeakerMenu } from './speaker-menu.tsx';
import { readTextSelection, TURN_ATTRIBUTE } from './text-selection.ts';
import { markKey, TurnRow } from './turn-row.tsx';
import { type DeskRows, useDeskRows } from './use-desk-rows.ts';

const NO_MARKS: readonly StoredMark[] = [];
const NOTHING_PASSING: readonly Mark[] = [];
/** A first guess of a turn's height in CSS pixels; each is measured once it is drawn. */
const ESTIMATED_TURN_HEIGHT = 120;

/** Where a dialogue is read, coded, and its advice taken down. */
export function Desk({ dialogueId }: { dialogueId: Id }) {
  const { t } = useSpeech();
  const rows = useDeskRows(dialogueId);
  if (rows === undefined) return <Loader m="xl" aria-label={t('dialogues.title')} />;
  if (rows === null) {
    return (
      <Page title={t('dialogues.title')}>
        <EmptyState
          icon={IconList}
          title={t('dialogues.title')}
          action={<Button onClick={() => go(links.dialogues())}>{t('dialogues.title')}</Button>}
        >
          {t('desk.missing')}
        </EmptyState>
      </Page>
    );
  }
  return <OpenDesk key={dialogueId} rows={rows} />;
}

type Tool = 'code' | 'advice' | null;

function OpenDesk({ rows }: { rows: DeskRows }) {
  const { dialogue, turns, participants, issues, marks } = rows;
  const { t, local, language } = useSpeech();
  const attempt = useAttempt();
  const [params] = useSearchParams();
  const scrollRef = useRef<HTMLDivElement>(null);
  const [activeId, setActiveId] = useState<Id | null>(params.get('turn') ?? turns[0]?.id ?? null);
  const [selection, setSelection] = useState<Selection | null>(null);
  const [tool, setTool] = useState<Tool>(null);
  /** Letters typed between the key that opens the picker and the picker's first focus: a quick hand loses none. */
  const typedAhead = useRef('');
  const [advisedIssue, setAdvisedIssue] = useState<Id | null>(null);
  const [openPassageId, setOpenPassageId] = useState<Id | null>(params.get('passage'));
  const [editingDetails, setEditingDetails] = useState(false);
  const [editing, setEditing] = useState<{ turnId: Id; at: number } | null>(null);

  const participantOf = useMemo(() => new Map(participants.map((one) => [one.id, one])), [participants]);
  const issueOf = useMemo(() => new Map(issues.map((one) => [one.id, one])), [issues]);
  const turnOf = useMemo(() => new Map(turns.map((one) => [one.id, one])), [turns]);
  const indexOf = useMemo(() => new Map(turns.map((one, index) => [one.id, index])), [turns]);
  const ordered = useMemo(
    () => [...issues].sort((a, b) => a.category.localeCompare(b.category) || a.order - b.order),
    [issues],
  );
  const speakerOf = useCallback(
    (turn: Turn) =>
      turn.kind === 'narration'
        ? t('desk.narration')
        : ((turn.participantId ? participantOf.get(turn.participantId)?.name : undefined) ??
          t('common.unknownSpeaker')),
    [participantOf, t],
  );

  const virtualizer = useVirtualizer({
    count: turns.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => ESTIMATED_TURN_HEIGHT,
    getItemKey: (index) => turns[index]?.id ?? index,
    overscan: 4,
  });
  const items = virtualizer.getVirtualItems();
  const inView = turnsInView(
    turns,
    items,
    virtualizer.scrollOffset ?? 0,
    scrollRef.current?.clientHeight ?? 0,
  );

  const show = useCallback(
    (turnId: Id, align: 'center' | 'auto' = 'center') => {
      const index = indexOf.get(turnId);
      if (index === undefined) return;
      setActiveId(turnId);
      virtualizer.scrollToIndex(index, { align });
    },
    [indexOf, virtualizer],
  );

  // A link into the dialogue (a passage, a hit, a turn) opens it there.
  const wantedTurn = params.get('turn');
  const wantedPassage = params.get('passage');
  useEffect(() => {
    if (!wantedTurn) return;
    show(wantedTurn);
    setOpenPassageId(wantedPassage);
  }, [wantedTurn, wantedPassage, show]);
  const hit = useMemo<{ turnId: Id; mark: Mark } | null>(() => {
    const start = Number(params.get('start'));
    const end = Number(params.get('end'));
    return wantedTurn && end > start ? { turnId: wantedTurn, mark: { kind: 'hit', start, end } } : null;
  }, [params, wantedTurn]);

  const clear = useCallback(() => {
    setTool(null);
    setAdvisedIssue(null);
    setSelection(null);
    window.getSelection()?.removeAllRanges();
    scrollRef.current?.focus({ preventScroll: true });
  }, []);

  const selected = useMemo(() => {
    const turn = selection ? turnOf.get(selection.turnId) : undefined;
    const anchor = turn && selection ? anchorAt(turn.text, selection.start, selection.end) : null;
    return turn && anchor ? { turn, anchor } : null;
  }, [selection, turnOf]);

  const code = (issueId: Id) => {
    if (!selection) return;
    const issue = issueOf.get(issueId);
    void attempt(async () => {
      await commit({ key: 'change.coding.add', params: { issue: issue ? local(issue.name) : '' } }, (draft) =>
        codeSelection(draft, selection, [issueId], { by: actor(), at: new Date().toISOString() }),
      );
      clear();
    });
  };
  /** An issue that nobody had on the list: put there, at the end of the general ones, and coded, in one step. */
  const codeNew = (name: string) => {
    if (!selection) return;
    void attempt(async () => {
      const issue = await commit({ key: 'change.coding.new', params: { issue: name } }, async (draft) => {
        const added = await addIssue(draft, {
          category: 'general',
          name: { [language]: name },
          activeFrom: dialogue.fiscalYear,
        });
        await codeSelection(draft, selection, [added.id], { by: actor(), at: new Date().toISOString() });
        return added;
      });
      clear();
      notifyAct({
        message: t('desk.picker.new.done', { name, category: t('category.general') }),
        actLabel: t('desk.picker.new.open'),
        act: () => go(links.issue(issue.id)),
      });
    });
  };
  const advise = (fields: AdviceFields) => {
    if (!selection) return;
    void attempt(async () => {
      await commit({ key: 'change.advice.take' }, (draft) =>
        takeAdvice(draft, selection, fields, { by: actor(), at: new Date().toISOString() }),
      );
      clear();
    });
  };
  const remove = (mark: StoredMark) =>
    void attempt(() =>
      mark.kind === 'coding'
        ? commit({ key: 'change.coding.remove', params: { issue: local(mark.issue.name) } }, (draft) =>
            removeCoding(draft, mark.coding.id),
          )
        : commit({ key: 'change.advice.remove' }, (draft) => removeAdvice(draft, mark.advice.id)),
    );
  const open = useCallback((mark: StoredMark) => {
    setActiveId(mark.passage.turnId);
    setOpenPassageId(mark.passage.id);
    document.querySelector(`[data-card="${markKey(mark)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, []);

  const copy = () => {
    if (!selected) return;
    const speaker = selected.turn.participantId ? participantOf.get(selected.turn.participantId) : null;
    const overlapping = (marks.get(selected.turn.id) ?? NO_MARKS).filter(
      (mark) => mark.start < selected.anchor.end && mark.end > selected.anchor.start,
    );
    const attributions = [undefined, ...overlapping.map((mark) => mark.passage)].map((passage) =>
      attributionOf(dialogue, speaker, passage),
    );
    const strictest = strictestOf(attributions);
    if (strictest.policy === 'off-record') {
      notifyDone(t('desk.offRecord'));
      return;
    }
    const source = [attributionText(t, strictest), dialogue.title, dialogue.date].filter(Boolean).join(', ');
    void attempt(async () => {
      await navigator.clipboard.writeText(`“${selected.anchor.quote}” (${source})`);
      notifyDone(t('desk.copied'));
    });
  };

  const step = (kind: Step) => {
    const turn = activeId ? turnOf.get(activeId) : undefined;
    if (!turn) return;
    const current = selection?.turnId === turn.id ? selection : null;
    const next = stepSelection(turn.text, dialogue.language, current, kind);
    if (next) setSelection({ turnId: turn.id, ...next });
  };
  const move = (by: 1 | -1) => {
    const index = activeId ? (indexOf.get(activeId) ?? 0) : -1;
    const next = turns[Math.max(0, Math.min(turns.length - 1, index + by))];
    if (!next) return;
    setSelection(null);
    show(next.id, 'auto');
  };

  const edit = (turnId: Id | null, at = 0) => {
    if (!turnId) return;
    clear();
    setActiveId(turnId);
    setEditing({ turnId, at });
  };
  const endEdit = (turnId: Id) => {
    setEditing(null);
    setActiveId(turnId);
    scrollRef.current?.focus({ preventScroll: true });
  };
  const unsure = useMemo(() => countUnsure(marks), [marks]);

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing || isTyping(event.target)) return;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (tool !== null && plain && event.key !== 'Escape') {
      // The form is on its way: what is pressed now is meant for it.
      if (tool === 'code' && event.key.length === 1) typedAhead.current += event.key;
      event.preventDefault();
      return;
    }
    const act = keyAction(event.key, event.shiftKey);
    if (!plain || !act) return;
    event.preventDefault();
    event.stopPropagation();
    if (act === 'down') move(1);
    else if (act === 'up') move(-1);
    else if (act === 'edit') edit(activeId, selection?.turnId === activeId ? selection.start : 0);
    else if (act === 'code' || act === 'advice') {
      if (!selected) step('next-sentence');
      typedAhead.current = '';
      setTool(act);
    } else if (act === 'escape') clear();
    else step(act);
  };

  const onMouseUp = () => {
    // The selection of a click is settled only after the event.
    setTimeout(() => {
      const read = readTextSelection();
      if (read && turnOf.has(read.turnId)) {
        setSelection(read);
        setActiveId(read.turnId);
      }
    });
  };

  const headings = useMemo(() => headingsOf(turns), [turns]);
  const selectionBox = useSelectionBox(selected, scrollRef, virtualizer.scrollOffset);

  return (
    <Page
      fill
      title={dialogue.title}
      above={<BackLink to={links.dialogues()}>{t('dialogues.title')}</BackLink>}
      aside={
        <Group gap={6}>
          {dialogue.date && <Badge variant="default">{dialogue.date}</Badge>}
          <Badge variant="default">
            {t('desk.attribution', { policy: t(`policy.${dialogue.attribution}`) })}
          </Badge>
        </Group>
      }
      description={
        dialogue.sourceNote ? (
          // In full among the details: the desk's room is for the dialogue.
          <Text size="sm" lineClamp={2} title={dialogue.sourceNote}>
            {dialogue.sourceNote}
          </Text>
        ) : undefined
      }
      actions={
        <>
          {headings.length > 0 && (
            <Menu position="bottom-end" width={360}>
              <Menu.Target>
                <Button variant="default" size="xs" leftSection={<IconList size={14} />}>
                  {t('desk.jump')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {headings.map((one) => (
                  <Menu.Item key={one.turnId} onClick={() => show(one.turnId)}>
                    {one.heading}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          )}
          <CorrectMenu dialogueId={dialogue.id} unsure={unsure} onEditTurn={() => edit(activeId)} />
          <Button
            variant="default"
            size="xs"
            leftSection={<IconSettings size={14} />}
            onClick={() => setEditingDetails(true)}
          >
            {t('dialogues.details')}
          </Button>
          <ReportButton kind="dialogue" subjectId={dialogue.id} size="xs" />
        </>
      }
    >
      <SplitPane
        sideLabel={t('desk.panel.title')}
        side={
          <Tabs defaultValue="marks" p="sm">
            <Tabs.List mb="sm">
              <Tabs.Tab value="marks">{t('desk.panel.marks')}</Tabs.Tab>
              <Tabs.Tab value="people">{t('desk.panel.people')}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="marks">
              <MarksPanel
                turns={inView}
                marks={marks}
                speakerOf={speakerOf}
                issues={issueOf}
                openPassageId={openPassageId}
                next={nextMarked(turns, inView, marks)}
                onOpen={open}
                onShow={show}
                onRemove={remove}
              />
            </Tabs.Panel>
            <Tabs.Panel value="people">
              <ParticipantsPanel participants={participants} turns={turns} />
            </Tabs.Panel>
          </Tabs>
        }
      >
        <Box
          ref={scrollRef}
          tabIndex={0}
          role="feed"
          aria-label={dialogue.title}
          lang={dialogue.language || undefined}
          h="100%"
          style={{ overflowY: 'auto', outline: 'none' }}
          onKeyDown={onKeyDown}
          onMouseUp={onMouseUp}
          onDoubleClick={() => {
            const read = readTextSelection();
            if (read && turnOf.has(read.turnId)) edit(read.turnId, read.start);
          }}
          data-testid="desk"
        >
          <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
            {items.map((item) => {
              const turn = turns[item.index];
              if (!turn) return null;
              const heading =
                turn.heading !== null && turn.heading !== turns[item.index - 1]?.heading
                  ? turn.heading
                  : null;
              return (
                <div
                  key={item.key}
                  ref={virtualizer.measureElement}
                  data-index={item.index}
                  style={{
                    position: 'absolute',
                    top: 0,
                    insetInline: 0,
                    transform: `translateY(${item.start}px)`,
                  }}
                >
                  {heading && (
                    <Title order={2} size="h4" className={classes.heading}>
                      {heading}
                    </Title>
                  )}
                  <TurnRow
                    turn={turn}
                    number={item.index + 1}
                    speaker={
                      <SpeakerMenu turn={turn} participants={participants}>
                        {turn.kind === 'narration' ? (
                          <Text size="xs" c="dimmed">
                            {t('desk.narration')}
                          </Text>
                        ) : (
                          <PersonBadge
                            participant={
                              (turn.participantId && participantOf.get(turn.participantId)) || null
                            }
                          />
                        )}
                      </SpeakerMenu>
                    }
                    marks={marks.get(turn.id) ?? NO_MARKS}
                    passing={passingMarks(turn.id, selected, hit)}
                    active={turn.id === activeId}
                    openPassageId={openPassageId}
                    onActivate={setActiveId}
                    onOpen={open}
                    editor={
                      editing?.turnId === turn.id ? (
                        <TurnEditor turn={turn} number={item.index + 1} at={editing.at} onDone={endEdit} />
                      ) : undefined
                    }
                  />
                </div>
              );
            })}
          </div>
        </Box>
      </SplitPane>

      {selected && selectionBox && (
        <Popover
          opened={tool !== null}
          position="bottom-start"
          withinPortal
          trapFocus
          returnFocus
          shadow="md"
          onDismiss={clear}
        >
          <Popover.Target>
            <Paper
              className={classes.toolbar}
              shadow="md"
              withBorder
              p={4}
              style={{ top: selectionBox.top, left: selectionBox.left }}
              role="toolbar"
              aria-label={t('desk.hotkeys')}
              onMouseDown={(event) => event.preventDefault()}
            >
              <Group gap={4} wrap="nowrap">
                <Button
                  size="compact-sm"
                  variant="subtle"
                  leftSection={<IconTag size={14} />}
                  onClick={() => {
                    typedAhead.current = '';
                    setTool('code');
                  }}
                >
                  {t('desk.code')}
                  <KeyHint keys="C" />
                </Button>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  leftSection={<IconBulb size={14} />}
                  onClick={() => setTool('advice')}
                >
                  {t('desk.advice')}
                  <KeyHint keys="A" />
                </Button>
                <Tooltip label={t('desk.copy')}>
                  <ActionIcon variant="subtle" aria-label={t('desk.copy')} onClick={copy}>
                    <IconCopy size={14} />
                  </ActionIcon>
                </Tooltip>
                <Tooltip label={t('desk.clear')}>
                  <ActionIcon variant="subtle" color="gray" aria-label={t('desk.clear')} onClick={clear}>
                    <IconX size={14} />
                  </ActionIcon>
                </Tooltip>
              </Group>
            </Paper>
          </Popover.Target>
          <Popover.Dropdown>
            {tool === 'code' && (
              <IssuePicker
                issues={ordered}
                begun={typedAhead.current}
                onCode={code}
                onAdvise={(issueId) => {
                  setAdvisedIssue(issueId);
                  setTool('advice');
                }}
                onNew={codeNew}
                onCancel={clear}
              />
            )}
            {tool === 'advice' && (
              <AdviceForm
                quote={selected.anchor.quote}
                issues={ordered}
                initialIssueIds={initialIssues(
                  advisedIssue,
                  marks.get(selected.turn.id) ?? NO_MARKS,
                  selected.anchor,
                )}
                onSave={advise}
                onCancel={clear}
              />
            )}
          </Popover.Dropdown>
        </Popover>
      )}
      <DetailsDrawer dialogue={dialogue} opened={editingDetails} onClose={() => setEditingDetails(false)} />
    </Page>
  );
}

type KeyAct = Step | 'down' | 'up' | 'code' | 'advice' | 'edit' | 'escape';

function keyAction(key: string, shift: boolean): KeyAct | null {
  switch (key) {
    case 'ArrowDown':
      return 'down';
    case 'ArrowUp':
      return 'up';
    case 'ArrowRight':
      return shift ? 'grow' : 'next-sentence';
    case 'ArrowLeft':
      return shift ? 'shrink' : 'previous-sentence';
    case 'Enter':
      return shift ? null : 'turn';
    case 'Escape':
      return 'escape';
    default: {
      const letter = key.toLowerCase();
      return letter === 'c'
        ? 'code'
        : letter === 'a'
          ? 'advice'
          : letter === 'e'
            ? 'edit'
            : letter === 'j'
              ? 'down'
              : letter === 'k'
                ? 'up'
                : null;
    }
  }
}

function isTyping(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT|BUTTON)$/.test(target.tagName))
  );
}

/** The turns that can be seen now, not those drawn ahead. */
function turnsInView(
  turns: readonly Turn[],
  items: readonly { index: number; start: number; end: number }[],
  top: number,
  height: number,
): Turn[] {
  const seen = items.filter((item) => item.end > top && item.start < top + height);
  return (seen.length > 0 ? seen : items).flatMap((item) => turns[item.index] ?? []);
}

/** The first marked turn after those in view; at the end it goes on from the beginning. */
function nextMarked(
  turns: readonly Turn[],
  inView: readonly Turn[],
  marks: ReadonlyMap<Id, readonly StoredMark[]>,
): Id | null {
  const marked = turns.filter(({ id }) => (marks.get(id) ?? NO_MARKS).length > 0);
  const last = inView.at(-1)?.order ?? -1;
  return (marked.find(({ order }) => order > last) ?? marked[0])?.id ?? null;
}

/** Passages whose words are not found for certain since the text was corrected. */
function countUnsure(marks: DeskRows['marks']): number {
  const unsure = [...marks.values()].flat().filter(({ passage }) => passage.state === 'unsure');
  return new Set(unsure.map(({ passage }) => passage.id)).size;
}

function headingsOf(turns: readonly Turn[]): { heading: string; turnId: Id }[] {
  return turns.flatMap((turn, index) =>
    turn.heading !== null && turn.heading !== turns[index - 1]?.heading
      ? [{ heading: turn.heading, turnId: turn.id }]
      : [],
  );
}

function passingMarks(
  turnId: Id,
  selected: { turn: Turn; anchor: { start: number; end: number } } | null,
  hit: { turnId: Id; mark: Mark } | null,
): readonly Mark[] {
  const result: Mark[] = [];
  if (hit?.turnId === turnId) result.push(hit.mark);
  if (selected?.turn.id === turnId)
    result.push({ kind: 'selection', start: selected.anchor.start, end: selected.anchor.end });
  return result.length > 0 ? result : NOTHING_PASSING;
}

/** Issues that the form proposes: the one just chosen, and those that the passage is already coded to. */
function initialIssues(
  chosen: Id | null,
  marks: readonly StoredMark[],
  range: { start: number; end: number },
): Id[] {
  const coded = marks.flatMap((mark) =>
    mark.kind === 'coding' && mark.start < range.end && mark.end > range.start ? [mark.issue.id] : [],
  );
  return [...new Set(chosen ? [chosen, ...coded] : coded)];
}

function strictestOf(
  attributions: readonly ReturnType<typeof attributionOf>[],
): ReturnType<typeof attributionOf> {
  const order = ['named', 'affiliation', 'role', 'unattributed', 'off-record'];
  return attributions.reduce((a, b) => (order.indexOf(b.policy) > order.indexOf(a.policy) ? b : a));
}

const TOOLBAR_HEIGHT = 40;

/** Where the toolbar stands: just above the selection's first line, inside the window. */
function useSelectionBox(
  selected: { turn: Turn; anchor: { start: number; end: number } } | null,
  scrollRef: React.RefObject<HTMLDivElement | null>,
  scrollOffset: number | null,
): { top: number; left: number } | null {
  const [box, setBox] = useState<{ top: number; left: number } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolling moves the selection without changing it
  useEffect(() => {
    if (!selected) {
      setBox(null);
      return;
    }
    const frame = requestAnimationFrame(() => {
      const scroll = scrollRef.current;
      const text = scroll?.querySelector(`[${TURN_ATTRIBUTE}="${selected.turn.id}"]`);
      const spans = text ? [...text.querySelectorAll('[data-kind~="selection"]')] : [];
      const first = spans[0]?.getClientRects()[0];
      const frameBox = scroll?.getBoundingClientRect();
      if (!first || !frameBox) return;
      const above = first.top - TOOLBAR_HEIGHT - 4;
      setBox({
        top: Math.max(frameBox.top + 4, Math.min(above, frameBox.bottom - TOOLBAR_HEIGHT)),
        left: Math.max(frameBox.left + 8, Math.min(first.left, frameBox.right - 460)),
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [selected, scrollRef, scrollOffset]);
  return box;
}
