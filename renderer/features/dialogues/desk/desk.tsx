import { Badge, Box, Button, Group, Loader, Tabs, Text } from '@mantine/core';
import { IconList, IconSettings } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { anchorAt } from '#shared/anchor/anchor.ts';
import { type Span, type Step, stepSelection } from '#shared/anchor/units.ts';
import { setPassageAttribution } from '#shared/edit/attribution.ts';
import {
  type AdviceFields,
  codeSelection,
  removeAdvice,
  removeCoding,
  type Selection,
  setMemo,
  takeAdvice,
} from '#shared/edit/coding.ts';
import { addIssue } from '#shared/edit/issue.ts';
import type { Id } from '#shared/model/basics.ts';
import type { Coding } from '#shared/model/coding.ts';
import type { AttributionPolicy } from '#shared/model/dialogue.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { Turn } from '#shared/model/turn.ts';
import { TakeAsEvidence } from '../../../dialogs/take-as-evidence.tsx';
import { useCopyQuote } from '../../../dialogs/use-copy-quote.tsx';
import { observable } from '../../../platform/observable.ts';
import { actor, commit, undo } from '../../../store/index.ts';
import { useAttempt } from '../../../ui/attempt.tsx';
import { BackLink } from '../../../ui/back-link.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { IssuePicker } from '../../../ui/issue-picker.tsx';
import { go, links } from '../../../ui/links.ts';
import { notifyAct, notifyUndo } from '../../../ui/notify-undo.tsx';
import { Page } from '../../../ui/page.tsx';
import { ReportButton } from '../../../ui/report-button.tsx';
import { SplitPane } from '../../../ui/split-pane.tsx';
import { CorrectMenu } from '../correct/correct-menu.tsx';
import { TurnEditor } from '../correct/turn-editor.tsx';
import { DetailsDrawer } from '../details-drawer.tsx';
import { AdviceForm } from './advice-form.tsx';
import classes from './desk.module.css';
import { FindBar } from './find-bar.tsx';
import { Guide } from './guide.tsx';
import { HeadingsMenu } from './headings-menu.tsx';
import { keyAct } from './key-acts.ts';
import { type Mark, markKey, neighbourMark, type OpenMark, type StoredMark } from './marks.ts';
import { MarksInView, type View } from './marks-in-view.tsx';
import { ParticipantsPanel } from './participants-panel.tsx';
import { QuickLegend } from './quick-legend.tsx';
import { SelectionTools } from './selection-tools.tsx';
import { placeOfClick, readTextSelection } from './text-selection.ts';
import { TurnList, type TurnListHandle } from './turn-list.tsx';
import { TurnMenu, type TurnMenuPlace } from './turn-menu.tsx';
import { type DeskRows, useDeskRows } from './use-desk-rows.ts';
import { useFind } from './use-find.ts';
import { useQuickKeys } from './use-quick-keys.ts';
import { showWhenDrawn, useShownSelection } from './use-shown-selection.ts';
import { useSupports } from './use-supports.ts';

const NO_MARKS: readonly StoredMark[] = [];
/** Longer words are not taken over into the find bar, in UTF-16 units. */
const MOST_SOUGHT = 60;
/** How far inside a turn a menu opens that was asked for by key, in CSS pixels. */
const MENU_INDENT = 40;

/** Where a dialogue is read, coded, and its advice taken down. */
export function Desk({ dialogueId }: { dialogueId: Id }) {
  const { t } = useSpeech();
  const [params] = useSearchParams();
  const rows = useDeskRows(dialogueId);
  // A link into the text waits for the whole of it: to show the beginning first would be a jump.
  const waiting = rows === undefined || (rows !== null && !rows.whole && params.has('turn'));
  if (waiting) return <Loader m="xl" aria-label={t('dialogues.title')} />;
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
  const { dialogue, turns, participants, issues, codings, marks } = rows;
  const { t, local, language, day } = useSpeech();
  const attempt = useAttempt();
  const { copy, dialog } = useCopyQuote();
  const [params] = useSearchParams();
  // As state too: the list of turns is drawn once more when what it scrolls in is there.
  const [scroll, setScroll] = useState<HTMLDivElement | null>(null);
  const scrollRef = useRef<HTMLDivElement>(null);
  const attach = useCallback((element: HTMLDivElement | null) => {
    scrollRef.current = element;
    setScroll(element);
  }, []);
  const list = useRef<TurnListHandle>(null);
  /** What can be seen; outside React's state, so that scrolling redraws only those who look at it. */
  const [view] = useState(() => observable<View>({ first: 0, last: 0 }));
  const [activeId, setActiveId] = useState<Id | null>(params.get('turn') ?? turns[0]?.id ?? null);
  const [selection, setSelection] = useState<Selection | null>(null);
  /** Where the keys go on from while nothing is selected: behind what was coded last, or where was clicked. */
  const caret = useRef<Selection | null>(null);
  const [tool, setTool] = useState<Tool>(null);
  /** Letters typed between the key that opens the picker and the picker's first focus: a quick hand loses none. */
  const typedAhead = useRef('');
  const [highlighted, setHighlighted] = useState<Issue | null>(null);
  const [advisedIssue, setAdvisedIssue] = useState<Id | null>(null);
  const [lastIssue, setLastIssue] = useState<Id | null>(null);
  const [openMark, setOpenMark] = useState<OpenMark | null>(openFrom(params.get('passage')));
  const [memoOf, setMemoOf] = useState<Id | null>(null);
  const [tab, setTab] = useState<string | null>('marks');
  const [editingDetails, setEditingDetails] = useState(false);
  const [menu, setMenu] = useState<TurnMenuPlace | null>(null);
  /** Words that are about to be taken as evidence. */
  const [evidence, setEvidence] = useState<Selection | null>(null);
  const [editing, setEditing] = useState<{ turnId: Id; at: number } | null>(null);

  const supports = useSupports(dialogue.id, codings, marks);
  const participantOf = useMemo(() => new Map(participants.map((one) => [one.id, one])), [participants]);
  const issueOf = useMemo(() => new Map(issues.map((one) => [one.id, one])), [issues]);
  const indexOf = useMemo(() => new Map(turns.map((one, index) => [one.id, index])), [turns]);
  const turnOf = useCallback((id: Id): Turn | undefined => turns[indexOf.get(id) ?? -1], [turns, indexOf]);
  const ordered = useMemo(
    () => [...issues].sort((a, b) => a.category.localeCompare(b.category) || a.order - b.order),
    [issues],
  );
  const digitOf = useQuickKeys(codings, issueOf);
  const speakerOf = useCallback(
    (turn: Turn) =>
      turn.kind === 'narration'
        ? t('desk.narration')
        : ((turn.participantId ? participantOf.get(turn.participantId)?.name : undefined) ??
          t('common.unknownSpeaker')),
    [participantOf, t],
  );
  const onView = useCallback((first: number, last: number) => view.set({ first, last }), [view]);
  const focusText = useCallback(() => scrollRef.current?.focus({ preventScroll: true }), []);

  const show = useCallback(
    (turnId: Id, align: 'center' | 'auto' = 'center') => {
      const index = indexOf.get(turnId);
      if (index === undefined) return;
      setActiveId(turnId);
      list.current?.show(index, align);
    },
    [indexOf],
  );

  /** The link whose hit is no longer shown. */
  const [closed, setClosed] = useState<URLSearchParams | null>(null);
  const showHit = useCallback(
    (next: Selection) => {
      window.getSelection()?.removeAllRanges();
      setSelection(null);
      caret.current = { turnId: next.turnId, start: next.start, end: next.start };
      show(next.turnId, 'auto');
      showWhenDrawn(scrollRef, next.turnId, '[data-current]');
    },
    [show],
  );
  const find = useFind({
    dialogueId: dialogue.id,
    language,
    begun: params.get('find'),
    indexOf,
    // What is selected, else where the keys go on from, else the first turn in sight.
    here: () => {
      const from = selection ?? caret.current;
      return from
        ? { turn: indexOf.get(from.turnId) ?? 0, at: from.start }
        : { turn: view.get().first, at: 0 };
    },
    words: () => (selected ? queryOf(selected.anchor.quote) : null),
    show: showHit,
    onClose: () => {
      setClosed(params);
      focusText();
    },
  });
  const { hits, follow } = find;

  // A link into the dialogue (a passage, a hit, a turn) opens it there; once, whatever is edited afterwards.
  const wantedTurn = params.get('turn');
  const wantedPassage = params.get('passage');
  const followed = useRef<URLSearchParams | null>(null);
  useEffect(() => {
    const wantedWords = params.get('find');
    if ((!wantedTurn && wantedWords === null) || followed.current === params) return;
    // The turns may still be coming in: then the link is followed once its turn is there, and what it scrolls in.
    if (wantedTurn && (!indexOf.has(wantedTurn) || !scroll)) return;
    followed.current = params;
    follow(wantedWords, { turn: indexOf.get(wantedTurn ?? '') ?? 0, at: Number(params.get('start')) });
    if (!wantedTurn) return;
    show(wantedTurn);
    setOpenMark(openFrom(wantedPassage));
  }, [params, wantedTurn, wantedPassage, indexOf, scroll, show, follow]);
  const hit = useMemo<{ turnId: Id; mark: Mark } | null>(() => {
    const start = Number(params.get('start'));
    const end = Number(params.get('end'));
    return wantedTurn && end > start ? { turnId: wantedTurn, mark: { kind: 'hit', start, end } } : null;
  }, [params, wantedTurn]);

  // The keys act at once, without a click before.
  useEffect(() => {
    if (!isTyping(document.activeElement)) focusText();
  }, [focusText]);

  const clear = useCallback(() => {
    setTool(null);
    setHighlighted(null);
    setAdvisedIssue(null);
    setSelection(null);
    window.getSelection()?.removeAllRanges();
    focusText();
  }, [focusText]);

  const selected = useMemo(() => {
    const turn = selection ? turnOf(selection.turnId) : undefined;
    const anchor = turn && selection ? anchorAt(turn.text, selection.start, selection.end) : null;
    return turn && anchor ? { turn, anchor } : null;
  }, [selection, turnOf]);
  const range = useMemo(
    () =>
      selected && {
        turnId: selected.turn.id,
        start: selected.anchor.start,
        end: selected.anchor.end,
      },
    [selected],
  );
  const passing = useMemo(() => {
    const own = new Map<Id, readonly Mark[]>();
    const marksOf = (turnId: Id) => own.get(turnId) ?? hits.marksOf(turnId);
    const current = hits.found.at(find.at);
    // A link's own hit stands until all of them are found.
    if (hit && hits.query === '' && closed !== params) own.set(hit.turnId, [hit.mark]);
    if (current)
      own.set(
        current.turnId,
        (marksOf(current.turnId) ?? []).map((mark) =>
          mark.start === current.start
            ? { kind: 'hit', start: mark.start, end: mark.end, current: true }
            : mark,
        ),
      );
    if (range)
      own.set(range.turnId, [
        ...(marksOf(range.turnId) ?? []),
        { kind: 'selection', start: range.start, end: range.end },
      ]);
    return { get: marksOf };
  }, [hit, hits, find.at, closed, params, range]);
  useShownSelection(range, scrollRef);

  const hand = () => ({ by: actor(), at: new Date().toISOString() });
  /** The work goes on behind these words, and the mark made of them is open: for a memo, or to be removed again. */
  const goOnBehind = (made: Selection, open: OpenMark | null) => {
    caret.current = { turnId: made.turnId, start: made.end, end: made.end };
    if (open) setOpenMark(open);
    clear();
  };
  const code = (issueId: Id, where: Selection | null = range) => {
    if (!where) return;
    const issue = issueOf.get(issueId);
    setLastIssue(issueId);
    void attempt(async () => {
      const [coding] = await commit(
        { key: 'change.coding.add', params: { issue: issue ? local(issue.name) : '' } },
        (draft) => codeSelection(draft, where, [issueId], hand()),
      );
      goOnBehind(where, coding ? { passageId: coding.passageId, key: `c-${coding.id}` } : null);
    });
  };
  /** An issue that nobody had on the list: put there, at the end of the general ones, and coded, in one step. */
  const codeNew = (name: string) => {
    if (!range) return;
    void attempt(async () => {
      const issue = await commit({ key: 'change.coding.new', params: { issue: name } }, async (draft) => {
        const added = await addIssue(draft, {
          category: 'general',
          name: { [language]: name },
          activeFrom: dialogue.fiscalYear,
        });
        await codeSelection(draft, range, [added.id], hand());
        return added;
      });
      setLastIssue(issue.id);
      goOnBehind(range, null);
      notifyAct({
        message: t('desk.picker.new.done', { name, category: t('category.general') }),
        actLabel: t('desk.picker.new.open'),
        act: () => go(links.issue(issue.id)),
      });
    });
  };
  const startCoding = () => {
    typedAhead.current = '';
    setTool('code');
  };
  const advise = (fields: AdviceFields) => {
    if (!range) return;
    void attempt(async () => {
      const advice = await commit({ key: 'change.advice.take' }, (draft) =>
        takeAdvice(draft, range, fields, hand()),
      );
      const [passageId = ''] = advice.passageIds;
      goOnBehind(range, { passageId, key: `a-${advice.id}-${passageId}` });
    });
  };
  const remove = (mark: StoredMark) =>
    void attempt(async () => {
      if (mark.kind === 'coding')
        await commit({ key: 'change.coding.remove', params: { issue: local(mark.issue.name) } }, (draft) =>
          removeCoding(draft, mark.coding.id),
        );
      else await commit({ key: 'change.advice.remove' }, (draft) => removeAdvice(draft, mark.advice.id));
      setOpenMark(null);
      focusText();
      notifyUndo({
        message:
          mark.kind === 'coding'
            ? t('desk.coding.removed', { issue: local(mark.issue.name) })
            : t('desk.advice.removed'),
        undoLabel: t('common.undo'),
        undo: () => attempt(undo),
      });
    });
  const attribute = (passageId: Id, policy: AttributionPolicy | null) =>
    void attempt(() =>
      commit(
        {
          key: 'change.passage.attribution',
          params: { policy: policy === 'off-record' ? 'closed' : (policy ?? 'dialogue') },
        },
        (draft) => setPassageAttribution(draft, passageId, policy),
      ),
    );
  const keepMemo = (codingId: Id, memo: string | null) => {
    setMemoOf(null);
    focusText();
    if (memo !== null)
      void attempt(() => commit({ key: 'change.coding.memo' }, (draft) => setMemo(draft, codingId, memo)));
  };
  const open = useCallback(
    (mark: StoredMark) => {
      setActiveId(mark.passage.turnId);
      setOpenMark({ passageId: mark.passage.id, key: markKey(mark) });
      caret.current = { turnId: mark.passage.turnId, start: mark.start, end: mark.start };
      focusText();
      requestAnimationFrame(() => {
        document.querySelector(`[data-card="${markKey(mark)}"]`)?.scrollIntoView({ block: 'nearest' });
      });
    },
    [focusText],
  );

  const copyRange = () => {
    if (range) copy(range);
  };

  /** What a step would select; walking on over the end of a turn leads into the next one. */
  const stepped = (kind: Step): Selection | null => {
    const turn = activeId ? turnOf(activeId) : undefined;
    if (!turn) return null;
    const standing = selection ?? caret.current;
    const current: Span | null = standing?.turnId === turn.id ? standing : null;
    const next = stepSelection(turn.text, dialogue.language, current, kind);
    const on = kind.startsWith('next-') ? 1 : kind.startsWith('previous-') ? -1 : 0;
    if (next && next !== current) return { turnId: turn.id, ...next };
    for (let index = (indexOf.get(turn.id) ?? 0) + on; on !== 0 && turns[index]; index += on) {
      const other = turns[index];
      const found = other && stepSelection(other.text, dialogue.language, null, kind);
      if (other && found) return { turnId: other.id, ...found };
    }
    return current && current.end > current.start ? { turnId: turn.id, ...current } : null;
  };
  const select = (next: Selection | null) => {
    if (!next) return;
    window.getSelection()?.removeAllRanges();
    if (next.turnId !== activeId) show(next.turnId, 'auto');
    setSelection(next);
  };
  /** The selected words; where none are, the next sentence. */
  const selectedOrNext = (): Selection | null => {
    if (range) return range;
    const next = stepped('next-sentence');
    select(next);
    return next;
  };
  const move = (by: 1 | -1) => {
    const index = activeId ? (indexOf.get(activeId) ?? 0) : -1;
    const next = turns[Math.max(0, Math.min(turns.length - 1, index + by))];
    if (!next) return;
    setSelection(null);
    caret.current = null;
    show(next.id, 'auto');
  };
  const walkMarks = (by: 1 | -1) => {
    const from = selection ?? caret.current;
    const here = from?.turnId === activeId ? from.start : 0;
    const mark = neighbourMark(
      indexOf,
      marks,
      { turn: activeId ? (indexOf.get(activeId) ?? 0) : 0, at: here, key: openMark?.key ?? null },
      by,
    );
    if (!mark) return;
    setSelection(null);
    setTab('marks');
    open(mark);
    show(mark.passage.turnId, 'auto');
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        scrollRef.current?.querySelector('[data-open="true"]')?.scrollIntoView({ block: 'nearest' });
      }),
    );
  };
  const openStored = (): StoredMark | undefined => {
    if (!openMark) return undefined;
    for (const own of marks.values()) {
      const found = own.find((mark) =>
        openMark.key === null ? mark.passage.id === openMark.passageId : markKey(mark) === openMark.key,
      );
      if (found) return found;
    }
    return undefined;
  };
  const writeMemo = (codingId: Id) => {
    setTab('marks');
    setMemoOf(codingId);
  };
  const edit = useCallback(
    (turnId: Id | null, at = 0) => {
      if (!turnId) return;
      clear();
      setActiveId(turnId);
      setEditing({ turnId, at });
    },
    [clear],
  );
  const endEdit = useCallback(
    (turnId: Id) => {
      setEditing(null);
      setActiveId(turnId);
      focusText();
    },
    [focusText],
  );
  const unsure = useMemo(() => countUnsure(marks), [marks]);

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing || isTyping(event.target)) return;
    if (event.target instanceof HTMLButtonElement && (event.key === 'Enter' || event.key === ' ')) return;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (tool !== null && plain && event.key !== 'Escape') {
      // The form is on its way: what is pressed now is meant for it.
      if (tool === 'code' && event.key.length === 1) typedAhead.current += event.key;
      else if (tool === 'code' && event.key === 'Enter') typedAhead.current += '\n';
      event.preventDefault();
      return;
    }
    const pressed = keyAct(event.nativeEvent);
    if (!pressed) return;
    event.preventDefault();
    event.stopPropagation();
    switch (pressed.act) {
      case 'step':
        return select(stepped(pressed.step));
      case 'turn':
        return move(pressed.by);
      case 'mark':
        return walkMarks(pressed.by);
      case 'hit':
        return find.walk(pressed.by);
      case 'code':
      case 'advice':
        if (!selectedOrNext()) return;
        typedAhead.current = '';
        return setTool(pressed.act);
      case 'quick': {
        const issueId = [...digitOf].find(([, digit]) => digit === pressed.digit)?.[0];
        return issueId ? code(issueId, selectedOrNext()) : undefined;
      }
      case 'repeat': {
        const issueId = lastIssue ?? newestOf(codings, actor())?.issueId;
        return issueId ? code(issueId, selectedOrNext()) : undefined;
      }
      case 'remove': {
        const mark = openStored();
        return mark && remove(mark);
      }
      case 'memo': {
        const mark = openStored();
        return mark?.kind === 'coding' ? writeMemo(mark.coding.id) : undefined;
      }
      case 'edit':
        return edit(activeId, selection?.turnId === activeId ? selection.start : 0);
      case 'escape':
        if (find.sought !== null && !selection && !openMark) return find.close();
        setOpenMark(null);
        return clear();
    }
  };

  /** A menu of the words under the pointer: of those that are selected, else of the sentence that stands there. */
  const onContextMenu = (event: React.MouseEvent) => {
    if (isTyping(event.target)) return;
    event.preventDefault();
    // By key it is asked for where the person is, not where the pointer happens to be.
    const byKey = event.button !== 2;
    const row =
      event.target instanceof Element && !byKey
        ? event.target.closest('[data-turn-row]')
        : scrollRef.current?.querySelector('[data-turn-row][data-active="true"]');
    const turn = turnOf(row?.getAttribute('data-turn-row') ?? '');
    if (!row || !turn) return;
    setActiveId(turn.id);
    if (range?.turnId !== turn.id) {
      const clickedAt = placeOfClick(event.target, event.clientX, event.clientY);
      const at = clickedAt && { start: clickedAt.at, end: clickedAt.at };
      const span = at && stepSelection(turn.text, dialogue.language, at, 'sentence');
      setSelection(span ? { turnId: turn.id, ...span } : null);
    }
    const box = row.getBoundingClientRect();
    setMenu({
      turnId: turn.id,
      x: byKey ? box.left + MENU_INDENT : event.clientX,
      y: byKey ? box.top + MENU_INDENT : event.clientY,
    });
  };
  const onMouseUp = (event: React.MouseEvent) => {
    // The other button opens a menu of what is selected.
    if (event.button !== 0) return;
    const { target, clientX, clientY } = event;
    // The selection of a click is settled only after the event.
    setTimeout(() => {
      const read = readTextSelection();
      if (read && indexOf.has(read.turnId)) {
        setSelection(read);
        setActiveId(read.turnId);
      } else {
        setSelection(null);
        const place = placeOfClick(target, clientX, clientY);
        caret.current = place ? { turnId: place.turnId, start: place.at, end: place.at } : null;
      }
    });
  };

  const hasHeadings = useMemo(() => turns.some(({ heading }) => heading !== null), [turns]);
  const before = useMemo(() => newestMark(marks, highlighted?.id), [marks, highlighted]);
  const editor = useMemo(() => {
    const turn = editing ? turnOf(editing.turnId) : undefined;
    if (!editing || !turn) return null;
    const number = (indexOf.get(turn.id) ?? 0) + 1;
    return {
      turnId: turn.id,
      view: <TurnEditor turn={turn} number={number} at={editing.at} onDone={endEdit} />,
    };
  }, [editing, turnOf, indexOf, endEdit]);

  return (
    <Page
      fill
      title={dialogue.title}
      above={<BackLink to={links.dialogues()}>{t('dialogues.title')}</BackLink>}
      aside={
        <Group gap={6}>
          {dialogue.date && <Badge variant="default">{day(dialogue.date)}</Badge>}
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
          {hasHeadings && <HeadingsMenu turns={turns} onShow={show} />}
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
        sideLabel={tool === 'code' ? t('desk.guide.title') : t('desk.panel.title')}
        side={
          tool === 'code' ? (
            <Guide issue={highlighted} before={before} />
          ) : (
            <Tabs value={tab} onChange={setTab} keepMounted={false} p="sm">
              <Tabs.List mb="sm">
                <Tabs.Tab value="marks">{t('desk.panel.marks')}</Tabs.Tab>
                <Tabs.Tab value="people">{t('desk.panel.people')}</Tabs.Tab>
              </Tabs.List>
              <Tabs.Panel value="marks">
                <MarksInView
                  view={view}
                  turns={turns}
                  indexOf={indexOf}
                  marks={marks}
                  dialogue={dialogue}
                  participants={participantOf}
                  speakerOf={speakerOf}
                  issues={issueOf}
                  open={openMark}
                  memoOf={memoOf}
                  supports={supports}
                  onOpen={open}
                  onShow={show}
                  onRemove={remove}
                  onAttribution={attribute}
                  onMemo={writeMemo}
                  onMemoDone={keepMemo}
                />
              </Tabs.Panel>
              <Tabs.Panel value="people">
                <ParticipantsPanel participants={participants} turns={turns} />
              </Tabs.Panel>
            </Tabs>
          )
        }
      >
        <div className={classes.desk}>
          {find.sought !== null && <FindBar find={find} query={find.sought} />}
          <Box
            ref={attach}
            className={classes.scroll}
            tabIndex={0}
            role="feed"
            aria-label={dialogue.title}
            aria-busy={rows.whole ? undefined : true}
            lang={dialogue.language || undefined}
            onKeyDown={onKeyDown}
            onMouseUp={onMouseUp}
            onContextMenu={onContextMenu}
            data-testid="desk"
          >
            <TurnList
              turns={turns}
              language={dialogue.language}
              participants={participants}
              participantOf={participantOf}
              marks={marks}
              activeId={activeId}
              open={openMark}
              digitOf={digitOf}
              passing={passing}
              editor={editor}
              scroll={scroll}
              handle={list}
              onActivate={setActiveId}
              onOpen={open}
              onEdit={edit}
              onView={onView}
            />
          </Box>
          <QuickLegend
            issues={issueOf}
            digitOf={digitOf}
            onCode={(issueId) => code(issueId, selectedOrNext())}
          />
        </div>
      </SplitPane>

      {selected && range && (
        <SelectionTools
          selected={range}
          scrollRef={scrollRef}
          onCode={startCoding}
          onAdvice={() => setTool('advice')}
          onEvidence={() => setEvidence(range)}
          onCopy={copyRange}
          onClear={clear}
        >
          {tool === 'code' ? (
            <IssuePicker
              issues={ordered}
              width={430}
              begun={typedAhead}
              digitOf={digitOf}
              hint={t('desk.picker.hint')}
              onHighlight={setHighlighted}
              onChoose={code}
              onAdvise={(issueId) => {
                setAdvisedIssue(issueId);
                setTool('advice');
              }}
              onNew={codeNew}
              onCancel={clear}
            />
          ) : tool === 'advice' ? (
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
          ) : null}
        </SelectionTools>
      )}
      {dialog}
      <TurnMenu
        place={menu}
        selected={range !== null}
        onCode={startCoding}
        onAdvice={() => setTool('advice')}
        onEvidence={() => setEvidence(range)}
        onCopy={copyRange}
        onEdit={edit}
        onClose={() => {
          setMenu(null);
          focusText();
        }}
      />
      {evidence && (
        <TakeAsEvidence
          passage={evidence}
          onClose={() => {
            setEvidence(null);
            focusText();
          }}
        />
      )}
      <DetailsDrawer dialogue={dialogue} opened={editingDetails} onClose={() => setEditingDetails(false)} />
    </Page>
  );
}

/** The mark that a link names by its passage. */
function openFrom(passageId: Id | null): OpenMark | null {
  return passageId ? { passageId, key: null } : null;
}

/** Selected words as a query: one word in all its forms, several as they stand; null = too much to be looked for. */
function queryOf(quote: string): string | null {
  if (quote.length > MOST_SOUGHT || quote.includes('\n')) return null;
  return /^[\p{Script=Latin}\p{N}]+$/u.test(quote) ? quote : `"${quote.replaceAll(/["“”＂]/g, ' ')}"`;
}

/** Whether keys pressed there are words. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** A coder's newest coding: ids are in the order of time. */
function newestOf(codings: readonly Coding[], coder: string): Coding | undefined {
  let newest: Coding | undefined;
  for (const coding of codings)
    if (coding.coder === coder && (!newest || coding.id > newest.id)) newest = coding;
  return newest;
}

/** The mark that was made last of an issue in this dialogue: how it was coded before. */
function newestMark(marks: DeskRows['marks'], issueId: Id | undefined): StoredMark | undefined {
  let newest: Extract<StoredMark, { kind: 'coding' }> | undefined;
  for (const own of issueId ? marks.values() : []) {
    for (const mark of own) {
      if (mark.kind !== 'coding' || mark.issue.id !== issueId) continue;
      if (!newest || mark.coding.id > newest.coding.id) newest = mark;
    }
  }
  return newest;
}

/** Passages whose words are not found for certain since the text was corrected. */
function countUnsure(marks: DeskRows['marks']): number {
  const unsure = new Set<Id>();
  for (const own of marks.values())
    for (const { passage } of own) if (passage.state === 'unsure') unsure.add(passage.id);
  return unsure.size;
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
