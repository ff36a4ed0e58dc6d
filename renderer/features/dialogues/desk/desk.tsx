import { Box, Button, Loader } from '@mantine/core';
import { IconList } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'wouter';
import type { IdOf } from '#shared/model/id.ts';
import { Recode } from '../../../dialogs/recode.tsx';
import { TakeAsEvidence } from '../../../dialogs/take-as-evidence.tsx';
import { useCopyQuote } from '../../../dialogs/use-copy-quote.tsx';
import { observable } from '../../../platform/observable.ts';
import { isTyping } from '../../../ui/commands.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { go, links } from '../../../ui/links.ts';
import { Page } from '../../../ui/page.tsx';
import { SplitPane } from '../../../ui/split-pane.tsx';
import { DetailsDrawer } from '../details-drawer.tsx';
import { BorderTools } from './border-tools.tsx';
import classes from './desk.module.css';
import { DeskPage } from './desk-page.tsx';
import { FindBar } from './find-bar.tsx';
import type { StoredMark } from './marks.ts';
import type { View } from './marks-in-view.tsx';
import { QuickLegend } from './quick-legend.tsx';
import { SelectionForms } from './selection-forms.tsx';
import { SidePanel } from './side-panel.tsx';
import { type Effect, openingOf } from './state.ts';
import { TellHere } from './tell-here.tsx';
import { TurnList } from './turn-list.tsx';
import { TurnMenu } from './turn-menu.tsx';
import { useDeskCommands } from './use-desk-commands.ts';
import { type DeskRows, useDeskRows } from './use-desk-rows.ts';
import { useEditor } from './use-editor.tsx';
import { useEdits, useStoreBorders, useStoreMemo } from './use-edits.ts';
import { useFind } from './use-find.ts';
import { useFollowLink, useLink } from './use-link.ts';
import { useLookups } from './use-lookups.ts';
import { type Desk as DeskMachine, useMachine } from './use-machine.ts';
import { usePassingMarks } from './use-passing-marks.ts';
import { usePointer } from './use-pointer.ts';
import { useQuickKeys } from './use-quick-keys.ts';
import { type ScrolledText, showEffect, useScrolledText } from './use-scrolled-text.ts';
import { useShownSelection } from './use-shown-selection.ts';

/** Where a dialogue is read, coded, and its advice taken down. */
export function Desk({ dialogueId }: { dialogueId: IdOf<'dialogues'> }) {
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

function OpenDesk({ rows }: { rows: DeskRows }) {
  const { dialogue, turns, participants, codings, marks } = rows;
  const { t } = useSpeech();
  const { copy, dialog } = useCopyQuote();
  const lookups = useLookups(rows);
  const { text, participantOf, issueOf, ordered } = lookups;
  const scrolled = useScrolledText();
  const storeMemo = useStoreMemo();
  const storeBorders = useStoreBorders();
  const run = (effect: Effect) => {
    if (effect.do === 'store-memo') storeMemo(effect.codingId, effect.memo);
    else if (effect.do === 'store-borders') storeBorders(effect);
    else showEffect(effect, scrolled, text);
  };
  const link = useLink();
  const { desk, state } = useMachine(text, link, run);
  const { send } = desk;
  const { selection, form, find: finding, overlay } = state;
  /** What can be seen; outside React's state, so that scrolling redraws only those who look at it. */
  const [view] = useState(() => observable<View>({ first: 0, last: 0 }));
  const find = useFind(desk, state, dialogue.id, view);
  useFollowLink(link, desk, text, find.follow, scrolled.element !== null);
  useShownSelection(selection, scrolled.ref);
  useFocusAtOnce(scrolled);
  const digits = useQuickKeys(codings, issueOf);
  const edits = useEdits(desk, dialogue, issueOf);
  const commands = useDeskCommands({ desk, edits, rows, digits, walkHits: find.walk, copy });
  const listHandlers = useListHandlers(desk);
  const pointer = usePointer(desk, scrolled.ref);
  const onView = useCallback((first: number, last: number) => view.set({ first, last }), [view]);
  const editor = useEditor(desk, state);
  const passing = usePassingMarks(state, find);
  const recoded = overlay?.kind === 'recode' && codings.find(({ id }) => id === overlay.codingId);

  return (
    <DeskPage
      rows={rows}
      onShow={(turnId) => send({ type: 'show', turnId, align: 'center' })}
      onEdit={() => state.activeId && listHandlers.onEdit(state.activeId)}
      onDetails={() => send({ type: 'open-details' })}
    >
      <SplitPane
        sideLabel={t(form ? SIDE_LABELS[form.kind] : 'desk.panel.title')}
        side={<SidePanel desk={desk} state={state} rows={rows} lookups={lookups} edits={edits} view={view} />}
        sideWidth={form && form.kind !== 'code' ? FORM_WIDTH : undefined}
      >
        <div className={classes.desk}>
          {finding && <FindBar find={find} {...finding} />}
          <Box
            ref={scrolled.attach}
            className={classes.scroll}
            tabIndex={0}
            role="group"
            aria-label={dialogue.title}
            aria-busy={rows.whole ? undefined : true}
            lang={dialogue.language || undefined}
            onKeyDown={commands.onKeyDown}
            {...pointer}
            data-testid="desk"
          >
            <TurnList
              turns={turns}
              language={dialogue.language}
              participants={participants}
              participantOf={participantOf}
              marks={marks}
              activeId={state.activeId}
              open={state.openMark}
              digitOf={digits}
              passing={passing}
              editor={editor}
              scroll={scrolled.element}
              handle={scrolled.list}
              onView={onView}
              {...listHandlers}
            />
          </Box>
          <QuickLegend issues={issueOf} digitOf={digits} onCode={(issueId) => edits.code(issueId, 'key')} />
        </div>
      </SplitPane>
      <SelectionForms
        desk={desk}
        state={state}
        scrollRef={scrolled.ref}
        issues={ordered}
        digits={digits}
        edits={edits}
        onCommand={commands.run}
      />
      {dialog}
      <TurnMenu
        place={overlay?.kind === 'menu' ? overlay : null}
        selected={selection !== null}
        onCommand={commands.run}
        onEdit={listHandlers.onEdit}
        onClose={() => send({ type: 'close-overlay', kind: 'menu' })}
      />
      <BorderTools desk={desk} borders={state.borders} marks={marks} scrollRef={scrolled.ref} />
      {recoded && (
        <Recode codings={[recoded]} onClose={() => send({ type: 'close-overlay', kind: 'recode' })} />
      )}
      {overlay?.kind === 'evidence' && (
        <TakeAsEvidence
          passage={overlay.words}
          onClose={() => send({ type: 'close-overlay', kind: 'evidence' })}
        />
      )}
      {overlay?.kind === 'told' && (
        <TellHere
          dialogue={dialogue}
          words={overlay.words}
          onClose={() => send({ type: 'close-overlay', kind: 'told' })}
        />
      )}
      <DetailsDrawer
        dialogue={dialogue}
        opened={overlay?.kind === 'details'}
        onClose={() => send({ type: 'close-overlay', kind: 'details' })}
      />
    </DeskPage>
  );
}

const SIDE_LABELS = {
  code: 'desk.guide.title',
  advice: 'desk.advice.title',
  commitment: 'desk.commitment.title',
} as const;

/** The forms have fields side by side. */
const FORM_WIDTH = 400;

/** What the turns ask of the desk; the same functions while it is open, since each turn is drawn anew for others. */
function useListHandlers({ send }: DeskMachine) {
  return useMemo(
    () => ({
      onActivate: (turnId: IdOf<'turns'>) => void send({ type: 'activate', turnId }),
      onOpen: (mark: StoredMark) => void send(openingOf(mark)),
      onEdit: (turnId: IdOf<'turns'>) => void send({ type: 'edit', turnId, at: 0 }),
    }),
    [send],
  );
}

/** The keys act at once, without a click before. */
function useFocusAtOnce({ focus }: ScrolledText): void {
  useEffect(() => {
    if (!isTyping(document.activeElement)) focus();
  }, [focus]);
}
