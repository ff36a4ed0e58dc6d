import { Button, Group, Menu, SegmentedControl, Select, Text, useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconAlertTriangle, IconChartDots, IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'wouter';
import { CLASSIC_IDS, LENS_IDS, lensOf, type PictureId } from '#shared/chart/lens.ts';
import { type MatrixInput, matrixLayout, matrixPicture, pageSize } from '#shared/chart/matrix.ts';
import { changeOf } from '#shared/chart/moves.ts';
import type { Id } from '#shared/model/basics.ts';
import type { Round } from '#shared/model/round.ts';
import { fiscalYearLabel } from '#shared/model/workspace.ts';
import { SceneView } from '../../charts/scene-view.tsx';
import { useExploring } from '../../charts/use-exploring.ts';
import { call } from '../../platform/bridge.ts';
import { useRows } from '../../store/index.ts';
import { type RoundView, useRound } from '../../store/rounds.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { notifyAct } from '../../ui/notify-undo.tsx';
import { Page } from '../../ui/page.tsx';
import { ReportButton } from '../../ui/report-button.tsx';
import { RoundSelect } from '../../ui/round-select.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { exportPicture, type Picture, type PictureType, usePicture } from './export.ts';
import { FilterMenu, type MatrixFilter, NO_FILTER, passes } from './filter.tsx';
import { IssuePanel } from './issue-panel.tsx';
import { OrderList } from './order-list.tsx';
import { comparedWith, useChange } from './use-change.ts';

/** A round as a picture; every point opens what it rests on. Without `roundId` the latest round. */
export function MatrixView({ roundId }: { roundId: Id | undefined }) {
  const { t } = useSpeech();
  const view = useRound(roundId);
  if (!view) return <Page title={t('matrix.title')}>{null}</Page>;
  const { assessment } = view;
  if (!assessment)
    return (
      <Page title={t('matrix.title')}>
        <EmptyState
          icon={IconChartDots}
          title={t('matrix.empty.title')}
          action={<Button onClick={() => go(links.rounds())}>{t('matrix.empty.rounds')}</Button>}
        >
          {roundId !== undefined && view.rounds.length > 0 ? t('matrix.missing') : t('matrix.empty.text')}
        </EmptyState>
      </Page>
    );
  return <RoundMatrix view={view} assessment={assessment} />;
}

interface RoundMatrixProps {
  readonly view: RoundView;
  readonly assessment: NonNullable<RoundView['assessment']>;
}

function RoundMatrix({ view, assessment }: RoundMatrixProps) {
  const { t, language, local } = useSpeech();
  const attempt = useAttempt();
  const [lens, setLens] = useState<PictureId>('salience');
  const [params] = useSearchParams();
  const chosen = params.get('issue');
  const selected = assessment.issues.some(({ issueId }) => issueId === chosen) ? chosen : null;
  const { round } = assessment;
  const earlier = comparedWith(view.rounds, round);
  const input = useMatrixInput(view, assessment, lens === 'change' ? earlier : undefined);
  const [filter, setFilter] = useState<MatrixFilter>(NO_FILTER);
  const open = (issueId: Id) => go(`${links.matrix(round.id)}?issue=${issueId}`);

  const year = view.convention ? fiscalYearLabel(round.fiscalYear, view.convention, language) : '';
  const picture = useMemo<Picture>(
    () => ({
      draw: () => matrixLayout(input, { t, language, lens, ...pageSize(input.assessment.issues.length) }),
      fileName: t('matrix.fileName', { year }),
      typeName: (type) => t(`matrix.file.${type}`),
      onSaved: (path) =>
        notifyAct({
          message: t('matrix.saved', { path }),
          actLabel: t('matrix.show'),
          act: () => attempt(() => call('dialog.reveal', { path })),
        }),
    }),
    [input, t, language, lens, year, attempt],
  );
  usePicture(picture);

  const rated = assessment.counts.unrated < assessment.counts.issues;
  return (
    <Page
      fill
      title={t('matrix.title')}
      description={local(round.note) || undefined}
      actions={
        rated && (
          <>
            <ExportMenu onChoose={(type) => void attempt(() => exportPicture(type))} />
            <ReportButton kind="materiality" subjectId={round.id} />
          </>
        )
      }
      toolbar={
        <Group gap="sm">
          <RoundSelect rounds={view.rounds} value={round.id} onChange={(id) => go(links.matrix(id))} />
          <LensSwitch lens={lens} onChange={setLens} comparable={earlier !== undefined} />
          <FilterMenu assessment={assessment} filter={filter} onChange={setFilter} />
          {round.stage !== 'closed' && (
            <Text size="xs" c="dimmed">
              {t(`round.stage.${round.stage}.now`)}
            </Text>
          )}
          {assessment.hearing.noRightsholder && (
            <Group gap={4} wrap="nowrap">
              <IconAlertTriangle size={14} color="var(--mantine-color-orange-filled)" aria-hidden />
              <Text size="xs">{t('matrix.noRightsholder', { heard: assessment.hearing.heard })}</Text>
            </Group>
          )}
        </Group>
      }
    >
      {rated ? (
        <SplitPane
          sideLabel={t('matrix.panel.title')}
          sideWidth={330}
          side={
            selected ? (
              <IssuePanel
                key={selected}
                issueId={selected}
                view={view}
                assessment={assessment}
                lens={lens}
                onBack={() => go(links.matrix(round.id))}
              />
            ) : (
              <OrderList view={view} assessment={assessment} onOpen={open} />
            )
          }
        >
          <Drawing view={view} input={input} lens={lens} filter={filter} selected={selected} onOpen={open} />
        </SplitPane>
      ) : (
        <EmptyState
          icon={IconChartDots}
          title={t('matrix.empty.title')}
          action={<Button onClick={() => go(links.round(round.id))}>{t('matrix.empty.rounds')}</Button>}
        >
          {t('matrix.empty.text')}
        </EmptyState>
      )}
    </Page>
  );
}

interface LensSwitchProps {
  readonly lens: PictureId;
  readonly onChange: (lens: PictureId) => void;
  /** Whether there is an earlier round to compare with. */
  readonly comparable: boolean;
}

/** The four lenses, and behind them the classic pictures that rank nothing. */
function LensSwitch({ lens, onChange, comparable }: LensSwitchProps) {
  const { t } = useSpeech();
  const classic = CLASSIC_IDS.find((id) => id === lens) ?? null;
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('matrix.lens')}
        data={LENS_IDS.map((id) => ({
          value: id as string,
          label: t(lensOf(id).label),
          disabled: id === 'change' && !comparable,
        }))}
        value={classic === null ? lens : ''}
        onChange={(value) => onChange(value as PictureId)}
      />
      <Select
        size="xs"
        w={170}
        aria-label={t('matrix.classics')}
        placeholder={t('matrix.classics')}
        clearable
        data={CLASSIC_IDS.map((id) => ({ value: id, label: t(lensOf(id).label) }))}
        value={classic}
        onChange={(value) => onChange((value as PictureId | null) ?? 'salience')}
      />
    </>
  );
}

interface DrawingProps {
  readonly view: RoundView;
  readonly input: MatrixInput;
  readonly lens: PictureId;
  readonly filter: MatrixFilter;
  readonly selected: Id | null;
  readonly onOpen: (issueId: Id) => void;
}

/** The picture at the size that there is for it. */
function Drawing({ view, input, lens, filter, selected, onOpen }: DrawingProps) {
  const { t, language, local } = useSpeech();
  const scheme = useComputedColorScheme('light');
  const { ref, width } = useElementSize();
  // Steps of 20 px: dragging the window's edge does not lay the picture out for every pixel.
  const drawn = Math.max(520, Math.floor(width / 20) * 20);
  const picture = useMemo(
    () =>
      matrixPicture(input, {
        t,
        language,
        lens,
        width: drawn,
        height: Math.min(680, Math.max(430, drawn * 0.68)),
        heading: false,
      }),
    [input, t, language, lens, drawn],
  );
  const themeName = useCallback((id: Id) => local(view.themes.get(id)?.name), [view.themes, local]);
  const exploring = useExploring({ assessment: input.assessment, picture, lens, themeName });
  const visible = useMemo(() => passes(input.assessment, filter), [input.assessment, filter]);
  return (
    <div ref={ref}>
      {width > 0 && (
        <SceneView
          scene={picture.scene}
          scheme={scheme}
          selected={selected}
          onOpen={onOpen}
          instructions={[
            t('matrix.keys'),
            t('chart.zoom.keys'),
            ...(exploring ? [t('chart.whatIf.keys')] : []),
          ].join(' ')}
          hint={t('matrix.tooltip.hint')}
          visible={visible}
          zoomable
          exploring={exploring}
        />
      )}
    </div>
  );
}

function useMatrixInput(
  view: RoundView,
  assessment: RoundMatrixProps['assessment'],
  earlier: Round | undefined,
): MatrixInput {
  const { t, local, language } = useSpeech();
  const company = useRows((db) => db.workspace.toArray().then(([workspace]) => workspace?.company), []);
  const change = useChange(earlier?.id, assessment.round);
  return useMemo(() => {
    const nameOf = (issueId: Id) => local(view.issues.get(issueId)?.name);
    const year = (round: Round) =>
      view.convention ? fiscalYearLabel(round.fiscalYear, view.convention, language) : round.name;
    return {
      assessment,
      nameOf,
      title: t('chart.title', { company: local(company), year: year(assessment.round) }),
      note: local(assessment.round.note),
      change:
        earlier && change
          ? changeOf(change, {
              nameOf,
              categoryOf: (issueId) => view.issues.get(issueId)?.category ?? 'general',
              earlier: year(earlier),
              later: year(assessment.round),
            })
          : null,
    };
  }, [assessment, view, earlier, change, company, t, local, language]);
}

function ExportMenu({ onChoose }: { onChoose: (type: PictureType) => void }) {
  const { t } = useSpeech();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} />}
          rightSection={<IconChevronDown size={14} />}
        >
          {t('matrix.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onChoose('svg')}>{t('matrix.export.svg')}</Menu.Item>
        <Menu.Item onClick={() => onChoose('png')}>{t('matrix.export.png')}</Menu.Item>
        <Menu.Item onClick={() => onChoose('png4')}>{t('matrix.export.png4')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
