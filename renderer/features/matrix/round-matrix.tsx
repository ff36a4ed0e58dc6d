import { Group, Select, Text } from '@mantine/core';
import { type ReactNode, type RefObject, useMemo, useRef, useState } from 'react';
import type { RoundAssessment } from '#shared/assessment/assess-round.ts';
import type { PictureId } from '#shared/chart/lens.ts';
import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Round } from '#shared/model/round.ts';
import type { TriedIssue } from '../../charts/use-exploring.ts';
import { type Observable, observable } from '../../platform/observable.ts';
import type { RoundTables, RoundView } from '../../store/rounds.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { notifyDone } from '../../ui/notify-undo.tsx';
import { Page } from '../../ui/page.tsx';
import { ReportButton } from '../../ui/report-button.tsx';
import { isSecondaryChart, type MatrixPlace, useMatrixPlace } from './address.ts';
import { ChangeNotes } from './change-notes.tsx';
import { Drawing } from './drawing.tsx';
import { copyTable, exportPicture, usePicture } from './export.ts';
import { ExportMenu } from './export-menu.tsx';
import { FilterMenu, type MatrixFilter, NO_FILTER, passes } from './filter.tsx';
import { IssuePanel } from './issue-panel.tsx';
import { MatrixTable } from './matrix-table.tsx';
import { OrderList } from './order-list.tsx';
import { type PictureInputs, usePictureInputs, usePictureOf } from './picture-inputs.ts';
import { PictureSwitch } from './picture-switch.tsx';
import { Remarks } from './remarks.tsx';
import { SecondaryChartView } from './secondary-chart-view.tsx';
import { SideSplit, SideToggle, useSidePanel } from './side-split.tsx';
import { earlierRounds } from './use-change.ts';
import { WhatIfPanel } from './what-if-panel.tsx';

interface RoundMatrixProps {
  readonly view: RoundView;
  readonly assessment: RoundAssessment;
  readonly seen: RoundTables;
  /** Chooses another round. */
  readonly rounds: ReactNode;
}

/** A round's pictures, each also as a table, and beside them what the point that is looked at rests on. */
export function RoundMatrix({ view, assessment, seen, rounds }: RoundMatrixProps) {
  const { t, local } = useSpeech();
  const { round } = assessment;
  const [place, show] = useMatrixPlace(round.id);
  const { picture, table } = place;
  const selected = assessment.issues.some(({ issueId }) => issueId === place.issueId) ? place.issueId : null;
  const inputs = usePictureInputs(view, assessment, place);
  const [filter, setFilter] = useState<MatrixFilter>(NO_FILTER);
  const visible = useMemo(() => passes(assessment, filter), [assessment, filter]);
  const [tried] = useState(() => observable<TriedIssue | null>(null));
  const resetTrial = useRef<() => void>(() => {});
  const panel = useSidePanel();
  // A table needs no list of the same beside it.
  const hasSide = selected !== null || !table || inputs.comparing !== undefined;

  const open = (id: Id) => {
    if (assessment.themes.some(({ themeId }) => themeId === id)) return go(links.decisions(round.id));
    panel.open();
    show({ issueId: id });
  };
  const back = () => {
    const id = selected;
    show({ issueId: null });
    // Where the point was opened by keyboard, the walk goes on from it.
    requestAnimationFrame(() => id && focusItem(id));
  };

  const parts: PartProps = { view, inputs, selected, visible, tried, onOpen: open };

  usePicture(usePictureOf(inputs, place));

  return (
    <Page
      fill
      title={t('matrix.title')}
      aside={
        <>
          {rounds}
          <Remarks assessment={assessment} />
        </>
      }
      description={
        local(round.note) && (
          <Text size="sm" lineClamp={1} title={local(round.note)}>
            {local(round.note)}
          </Text>
        )
      }
      actions={
        <>
          <Exports />
          <ReportButton kind="materiality" subjectId={round.id} />
        </>
      }
      toolbar={
        <Group gap="xs">
          <PictureSwitch
            place={place}
            show={show}
            comparable={inputs.earlier !== undefined}
            hasThemes={assessment.themes.length > 0}
          />
          {inputs.comparing && (
            <Since
              choices={earlierRounds(view.rounds, round)}
              earlier={inputs.comparing}
              onChange={(id) => show({ sinceId: id })}
            />
          )}
          <FilterMenu assessment={assessment} filter={filter} onChange={setFilter} />
          {hasSide && <SideToggle panel={panel} />}
        </Group>
      }
    >
      <SideSplit
        panel={panel}
        shown={panel.shown && hasSide}
        onEscape={selected === null ? undefined : back}
        side={
          <Side
            {...parts}
            assessment={assessment}
            seen={seen}
            lens={isSecondaryChart(picture) ? 'salience' : picture}
            onReset={() => resetTrial.current?.()}
            onBack={back}
          />
        }
      >
        <Shown {...parts} place={place} filter={filter} alone={!panel.shown} resetTrial={resetTrial} />
      </SideSplit>
    </Page>
  );
}

/** What the picture and what stands beside it share. */
interface PartProps {
  readonly view: RoundView;
  readonly inputs: PictureInputs;
  readonly selected: IdOf<'issues'> | null;
  /** Items that the filter keeps; null = all. */
  readonly visible: ReadonlySet<string> | null;
  readonly tried: Observable<TriedIssue | null>;
  readonly onOpen: (id: Id) => void;
}

interface ShownProps extends PartProps {
  readonly place: MatrixPlace;
  readonly filter: MatrixFilter;
  /** Nothing stands beside it. */
  readonly alone: boolean;
  readonly resetTrial: RefObject<() => void>;
}

/** The picture that is chosen, or its table. */
function Shown({
  view,
  inputs,
  place,
  filter,
  visible,
  selected,
  alone,
  tried,
  resetTrial,
  onOpen,
}: ShownProps) {
  const { picture, table } = place;
  const { input, secondaryCharts, past } = inputs;
  if (isSecondaryChart(picture))
    return (
      // Rounds that are still read would come in as a jump.
      past && (
        <SecondaryChartView
          id={picture}
          input={secondaryCharts}
          table={table}
          selected={selected}
          visible={picture === 'themes' ? null : visible}
          onOpen={onOpen}
        />
      )
    );
  if (table) return <MatrixTable input={input} visible={visible} selected={selected} onOpen={onOpen} />;
  return (
    <Drawing
      view={view}
      input={input}
      lens={picture}
      filter={filter}
      selected={selected}
      lists={alone}
      onOpen={onOpen}
      onTry={tried.set}
      saysTrial={alone}
      resetTrial={resetTrial}
    />
  );
}

interface SideProps extends PartProps {
  readonly assessment: RoundAssessment;
  readonly seen: RoundTables;
  readonly lens: PictureId;
  readonly onReset: () => void;
  readonly onBack: () => void;
}

/** What stands beside a picture: what is tried, and the issue that is open or, where none is, the order of all. */
function Side({
  view,
  assessment,
  seen,
  inputs,
  lens,
  selected,
  visible,
  tried,
  onReset,
  onOpen,
  onBack,
}: SideProps) {
  const { yearText, comparing, change, input, secondaryCharts } = inputs;
  return (
    <>
      <WhatIfPanel
        tried={tried}
        assessment={assessment}
        lens={lens}
        nameOf={input.nameOf}
        themeName={secondaryCharts.themeName}
        onReset={onReset}
      />
      {selected ? (
        <IssuePanel
          key={selected}
          issueId={selected}
          view={view}
          assessment={assessment}
          seen={seen}
          lens={lens}
          change={change}
          onBack={onBack}
        />
      ) : (
        <>
          {change && comparing && (
            <ChangeNotes
              change={change}
              view={view}
              earlier={yearText(comparing.fiscalYear)}
              yearText={yearText}
              onOpen={onOpen}
            />
          )}
          <OrderList view={view} assessment={assessment} visible={visible} onOpen={onOpen} />
        </>
      )}
    </>
  );
}

/** Ways to take along what is shown: as a picture, or its table for the clipboard. */
function Exports() {
  const { t } = useSpeech();
  const attempt = useAttempt();
  return (
    <ExportMenu
      onChoose={(type) => void attempt(() => exportPicture(type))}
      onCopy={() =>
        void attempt(async () => {
          await copyTable();
          notifyDone(t('matrix.table.copied'));
        })
      }
    />
  );
}

interface SinceProps {
  readonly choices: readonly Round[];
  readonly earlier: Round;
  readonly onChange: (roundId: IdOf<'rounds'>) => void;
}

/** Which earlier round the arrows come from, where there are several. */
function Since({ choices, earlier, onChange }: SinceProps) {
  const { t, local } = useSpeech();
  if (choices.length < 2) return null;
  return (
    <Select
      size="xs"
      w={200}
      aria-label={t('matrix.since')}
      allowDeselect={false}
      data={choices.map(({ id, name }) => ({ value: id, label: local(name) }))}
      value={earlier.id}
      onChange={(id) => id && onChange(id)}
    />
  );
}

function focusItem(id: Id): void {
  document.querySelector<SVGGElement>(`[data-item="${CSS.escape(id)}"]`)?.focus();
}
