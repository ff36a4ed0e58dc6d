import { ActionIcon, Group, Select, Text, Tooltip } from '@mantine/core';
import { IconLayoutSidebarRightCollapse, IconLayoutSidebarRightExpand } from '@tabler/icons-react';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import type { RoundAssessment } from '#shared/assessment/assess-round.ts';
import { lensOf, type PictureId } from '#shared/chart/lens.ts';
import { type MatrixInput, matrixLayout, pageSize } from '#shared/chart/matrix.ts';
import { matrixTable } from '#shared/chart/matrix-table.ts';
import { changeOf, rewordedText } from '#shared/chart/moves.ts';
import {
  SECONDARY_CHARTS,
  type SecondaryChartInput,
  secondaryChartOf,
} from '#shared/chart/secondary-charts.ts';
import { fiscalYearLabel } from '#shared/i18n/dates.ts';
import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Round } from '#shared/model/round.ts';
import type { TriedIssue } from '../../charts/use-exploring.ts';
import { call } from '../../platform/bridge.ts';
import { observable } from '../../platform/observable.ts';
import { useRows } from '../../store/index.ts';
import type { RoundTables, RoundView } from '../../store/rounds.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { notifyAct, notifyDone } from '../../ui/notify-undo.tsx';
import { Page } from '../../ui/page.tsx';
import { ReportButton } from '../../ui/report-button.tsx';
import { isSecondaryChart, type MatrixPlace, useMatrixPlace } from './address.ts';
import { ChangeNotes } from './change-notes.tsx';
import { Drawing } from './drawing.tsx';
import { copyTable, exportPicture, type Picture, usePicture } from './export.ts';
import { ExportMenu } from './export-menu.tsx';
import { FilterMenu, type MatrixFilter, NO_FILTER, passes } from './filter.tsx';
import { IssuePanel } from './issue-panel.tsx';
import { MatrixTable } from './matrix-table.tsx';
import { OrderList } from './order-list.tsx';
import { PictureSwitch } from './picture-switch.tsx';
import { Remarks } from './remarks.tsx';
import { SecondaryChartView } from './secondary-chart-view.tsx';
import { SideSplit, useSidePanel } from './side-split.tsx';
import { comparedWith, earlierRounds, useChange } from './use-change.ts';
import { useEarlierOrders } from './use-orders.ts';
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
  const { t, language, local } = useSpeech();
  const attempt = useAttempt();
  const { round } = assessment;
  const [place, show] = useMatrixPlace(round.id);
  const { picture, table } = place;
  const selected = assessment.issues.some(({ issueId }) => issueId === place.issueId) ? place.issueId : null;
  const yearText = useCallback(
    (year: number) => (view.convention ? fiscalYearLabel(year, view.convention, language) : String(year)),
    [view.convention, language],
  );
  const earlier = comparedWith(view.rounds, round, place.sinceId);
  const lens: PictureId = isSecondaryChart(picture) ? 'salience' : picture;
  const { compares } = lensOf(lens);
  const comparing = compares ? earlier : undefined;
  const change = useChange(comparing?.id, round);
  const input = useMatrixInput(view, assessment, comparing, change, yearText);
  const past = useEarlierOrders(round, picture === 'profile');
  const secondaryCharts = useSecondaryChartInput(input, view, past, yearText);
  const [filter, setFilter] = useState<MatrixFilter>(NO_FILTER);
  const visible = useMemo(() => passes(assessment, filter), [assessment, filter]);
  const [tried] = useState(() => observable<TriedIssue | null>(null));
  const resetTrial = useRef<() => void>(() => {});
  const panel = useSidePanel();
  // A table needs no list of the same beside it.
  const hasSide = selected !== null || !table || comparing !== undefined;

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

  usePicture(usePictureOf(input, secondaryCharts, place, yearText));

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
          <ExportMenu
            onChoose={(type) => void attempt(() => exportPicture(type))}
            onCopy={() =>
              void attempt(async () => {
                await copyTable();
                notifyDone(t('matrix.table.copied'));
              })
            }
          />
          <ReportButton kind="materiality" subjectId={round.id} />
        </>
      }
      toolbar={
        <Group gap="xs">
          <PictureSwitch
            place={place}
            show={show}
            comparable={earlier !== undefined}
            hasThemes={assessment.themes.length > 0}
          />
          {compares && earlier && (
            <Since
              choices={earlierRounds(view.rounds, round)}
              earlier={earlier}
              onChange={(id) => show({ sinceId: id })}
            />
          )}
          <FilterMenu assessment={assessment} filter={filter} onChange={setFilter} />
          {hasSide && (
            <Tooltip label={t(panel.shown ? 'matrix.side.hide' : 'matrix.side.show')}>
              <ActionIcon
                variant="default"
                size={30}
                ms="auto"
                aria-label={t(panel.shown ? 'matrix.side.hide' : 'matrix.side.show')}
                aria-expanded={panel.shown}
                onClick={panel.toggle}
              >
                {panel.shown ? (
                  <IconLayoutSidebarRightCollapse size={16} />
                ) : (
                  <IconLayoutSidebarRightExpand size={16} />
                )}
              </ActionIcon>
            </Tooltip>
          )}
        </Group>
      }
    >
      <SideSplit
        panel={panel}
        shown={panel.shown && hasSide}
        onEscape={selected === null ? undefined : back}
        side={
          <>
            <WhatIfPanel
              tried={tried}
              assessment={assessment}
              lens={lens}
              nameOf={input.nameOf}
              themeName={secondaryCharts.themeName}
              onReset={() => resetTrial.current?.()}
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
                onBack={back}
              />
            ) : (
              <>
                {change && comparing && (
                  <ChangeNotes
                    change={change}
                    view={view}
                    earlier={yearText(comparing.fiscalYear)}
                    yearText={yearText}
                    onOpen={open}
                  />
                )}
                <OrderList view={view} assessment={assessment} visible={visible} onOpen={open} />
              </>
            )}
          </>
        }
      >
        {isSecondaryChart(picture) ? (
          // Rounds that are still read would come in as a jump.
          past && (
            <SecondaryChartView
              id={picture}
              input={secondaryCharts}
              table={table}
              selected={selected}
              visible={picture === 'themes' ? null : visible}
              onOpen={open}
            />
          )
        ) : table ? (
          <MatrixTable input={input} visible={visible} selected={selected} onOpen={open} />
        ) : (
          <Drawing
            view={view}
            input={input}
            lens={picture}
            filter={filter}
            selected={selected}
            lists={!panel.shown}
            onOpen={open}
            onTry={tried.set}
            saysTrial={!panel.shown}
            resetTrial={resetTrial}
          />
        )}
      </SideSplit>
    </Page>
  );
}

interface SinceProps {
  readonly choices: readonly Round[];
  readonly earlier: Round;
  readonly onChange: (roundId: IdOf<'rounds'>) => void;
}

/** Which earlier round the arrows come from, where there are several. */
function Since({ choices, earlier, onChange }: SinceProps) {
  const { t } = useSpeech();
  if (choices.length < 2) return null;
  return (
    <Select
      size="xs"
      w={200}
      aria-label={t('matrix.since')}
      allowDeselect={false}
      data={choices.map(({ id, name }) => ({ value: id, label: name }))}
      value={earlier.id}
      onChange={(id) => id && onChange(id)}
    />
  );
}

function useMatrixInput(
  view: RoundView,
  assessment: RoundAssessment,
  earlier: Round | undefined,
  change: ReturnType<typeof useChange>,
  yearText: (year: number) => string,
): MatrixInput {
  const { t, local } = useSpeech();
  const company = useRows((db) => db.workspace.toArray().then(([workspace]) => workspace?.company), []);
  return useMemo(() => {
    const nameOf = (issueId: IdOf<'issues'>) => local(view.issues.get(issueId)?.name);
    const years = {
      earlier: yearText(earlier?.fiscalYear ?? 0),
      later: yearText(assessment.round.fiscalYear),
    };
    return {
      assessment,
      nameOf,
      title: t('chart.title', { company: local(company), year: years.later }),
      note: [earlier && change ? rewordedText(t, change, years.earlier) : '', local(assessment.round.note)]
        .filter(Boolean)
        .reduce((before, after) => (before ? t('chart.sentences', { before, after }) : after), ''),
      change:
        earlier && change
          ? changeOf(change, {
              nameOf,
              categoryOf: (issueId) => view.issues.get(issueId)?.category ?? 'general',
              ...years,
            })
          : null,
    };
  }, [assessment, view, earlier, change, company, t, local, yearText]);
}

function useSecondaryChartInput(
  { assessment, nameOf, note }: MatrixInput,
  { themes }: RoundView,
  past: ReturnType<typeof useEarlierOrders>,
  yearText: (year: number) => string,
): SecondaryChartInput {
  const { local } = useSpeech();
  return useMemo(
    () => ({
      assessment,
      nameOf,
      themeName: (id) => local(themes.get(id)?.name),
      note,
      rounds: [
        ...(past ?? []).map((one) => ({
          label: yearText(one.round.fiscalYear),
          restated: one.restated,
          assessment: one.assessment,
        })),
        { label: yearText(assessment.round.fiscalYear), restated: false, assessment },
      ],
    }),
    [assessment, nameOf, note, themes, past, local, yearText],
  );
}

/** What an export writes of what is shown. */
function usePictureOf(
  input: MatrixInput,
  secondaryCharts: SecondaryChartInput,
  { picture }: MatrixPlace,
  yearText: (year: number) => string,
): Picture {
  const { t, language } = useSpeech();
  const attempt = useAttempt();
  return useMemo(() => {
    const year = yearText(input.assessment.round.fiscalYear);
    const secondaryChart = () => {
      if (!isSecondaryChart(picture)) return null;
      return secondaryChartOf(picture, secondaryCharts, t, { language, width: 960, heading: true });
    };
    const what = isSecondaryChart(picture) ? t(SECONDARY_CHARTS[picture].title) : t(lensOf(picture).label);
    return {
      language,
      draw: () =>
        secondaryChart()?.scene ??
        matrixLayout(input, {
          t,
          language,
          lens: isSecondaryChart(picture) ? 'salience' : picture,
          ...pageSize(input.assessment.issues.length),
        }),
      table: () => secondaryChart()?.table ?? matrixTable(input.assessment, input.nameOf, t),
      fileName:
        picture === 'salience'
          ? t('matrix.fileName', { year })
          : `${t('matrix.fileName', { year })} ${what.replaceAll(/[\\/:*?"<>|]/g, ' ')}`,
      typeName: (type) => t(`matrix.file.${type}`),
      onSaved: (path) =>
        notifyAct({
          message: t('matrix.saved', { path }),
          actLabel: t('matrix.show'),
          act: () => attempt(() => call('dialog.reveal', { path })),
        }),
    };
  }, [input, secondaryCharts, picture, yearText, t, language, attempt]);
}

function focusItem(id: Id): void {
  document.querySelector<SVGGElement>(`[data-item="${CSS.escape(id)}"]`)?.focus();
}
