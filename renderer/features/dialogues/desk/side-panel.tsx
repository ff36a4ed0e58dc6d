import { Tabs } from '@mantine/core';
import { type ComponentProps, useEffect, useMemo } from 'react';
import { useSearchParams } from 'wouter';
import { useSpeech } from '../../../ui/i18n.tsx';
import { AdviceDrafts } from './advice-drafts.tsx';
import { AdvicePanel } from './advice-form.tsx';
import { CommitmentPanel } from './commitment-panel.tsx';
import { Guide } from './guide.tsx';
import { newestMark } from './marks.ts';
import { MarksInView } from './marks-in-view.tsx';
import { ParticipantsPanel } from './participants-panel.tsx';
import { bordersOf, type DeskState, openingOf, type Tab } from './state.ts';
import type { DeskRows } from './use-desk-rows.ts';
import type { DeskEdits } from './use-edits.ts';
import type { Lookups } from './use-lookups.ts';
import type { Desk } from './use-machine.ts';
import { useSupports } from './use-supports.ts';

export interface SidePanelProps {
  readonly desk: Desk;
  readonly state: DeskState;
  readonly rows: DeskRows;
  readonly lookups: Lookups;
  readonly edits: DeskEdits;
  readonly view: ComponentProps<typeof MarksInView>['view'];
}

/** Beside the text: what an issue means while one is chosen, the form while advice or a commitment is recorded, else the marks in view and the participants. */
export function SidePanel({ desk, state, rows, lookups, edits, view }: SidePanelProps) {
  const { t } = useSpeech();
  const { dialogue, turns, participants, codings, marks } = rows;
  const { participantOf, issueOf, speakerOf, text } = lookups;
  const { form, tab } = state;
  const supports = useSupports(dialogue.id, codings, marks);
  const highlighted = form?.kind === 'code' ? form.highlighted : null;
  const before = useMemo(() => newestMark(marks, highlighted), [marks, highlighted]);
  const handlers = useMemo(() => cardHandlers(desk), [desk]);
  const [params] = useSearchParams();
  const asked = params.get('participant');
  const { send } = desk;
  useEffect(() => {
    if (asked) send({ type: 'tab', tab: 'people' });
  }, [asked, send]);
  if (form?.kind === 'advice')
    return <AdvicePanel desk={desk} state={state} rows={rows} lookups={lookups} edits={edits} />;
  if (form?.kind === 'commitment')
    return <CommitmentPanel desk={desk} state={state} dialogueId={dialogue.id} edits={edits} />;
  if (form?.kind === 'code') return <Guide issue={issueOf.get(highlighted ?? '') ?? null} before={before} />;
  return (
    <Tabs
      value={tab}
      onChange={(next) => desk.send({ type: 'tab', tab: next as Tab })}
      keepMounted={false}
      p="sm"
    >
      <Tabs.List mb="sm">
        <Tabs.Tab value="marks">{t('desk.panel.marks')}</Tabs.Tab>
        <Tabs.Tab value="people">{t('desk.panel.people')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="marks">
        <AdviceDrafts desk={desk} dialogueId={dialogue.id} text={text} />
        <MarksInView
          view={view}
          turns={turns}
          indexOf={text.indexOf}
          marks={marks}
          dialogue={dialogue}
          participants={participantOf}
          speakerOf={speakerOf}
          issues={issueOf}
          open={state.openMark}
          memo={state.memo}
          supports={supports}
          onRemove={edits.remove}
          onAttribution={edits.attribute}
          {...handlers}
        />
      </Tabs.Panel>
      <Tabs.Panel value="people">
        <ParticipantsPanel participants={participants} turns={turns} asked={asked} />
      </Tabs.Panel>
    </Tabs>
  );
}

/** What the cards ask of the desk; the same functions while it is open. */
function cardHandlers({ send }: Desk) {
  return {
    onOpen: (mark) => void send(openingOf(mark)),
    onShow: (turnId) => void send({ type: 'show', turnId, align: 'center' }),
    onBorders: (mark) => void send(bordersOf(mark)),
    onRecode: ({ id }) => void send({ type: 'open-overlay', overlay: { kind: 'recode', codingId: id } }),
    onMemo: (codingId) => void send({ type: 'open-memo', codingId }),
    onMemoChange: (typed) => void send({ type: 'type-memo', typed }),
    onMemoDone: (memo) => void send({ type: 'close-memo', memo }),
  } satisfies Partial<ComponentProps<typeof MarksInView>>;
}
