import { useCallback, useMemo } from 'react';
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
import type { IdOf } from '#shared/model/id.ts';
import type { Round } from '#shared/model/round.ts';
import { scaleSize } from '#shared/model/scale.ts';
import { call } from '../../platform/bridge.ts';
import { useRows } from '../../store/index.ts';
import type { RoundView } from '../../store/rounds.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { notifyAct } from '../../ui/notify-undo.tsx';
import { isSecondaryChart, type MatrixPlace } from './address.ts';
import type { Picture } from './export.ts';
import { comparedWith, useChange } from './use-change.ts';
import { useEarlierOrders } from './use-orders.ts';

export interface PictureInputs {
  readonly yearText: (year: number) => string;
  /** The earlier round that this one can be compared with. */
  readonly earlier: Round | undefined;
  /** The same, where the picture compares. */
  readonly comparing: Round | undefined;
  readonly change: ReturnType<typeof useChange>;
  /** How earlier rounds ordered the issues; see `useEarlierOrders`. */
  readonly past: ReturnType<typeof useEarlierOrders>;
  readonly input: MatrixInput;
  readonly secondaryCharts: SecondaryChartInput;
  /** By issue: what names the topics of reporting standards in a table that is exported. */
  readonly issues: RoundView['issues'];
}

/** Live: what the pictures of a round are drawn from, and the earlier round that it is compared with. */
export function usePictureInputs(
  view: RoundView,
  assessment: RoundAssessment,
  { picture, sinceId }: MatrixPlace,
): PictureInputs {
  const { language } = useSpeech();
  const { round } = assessment;
  const yearText = useCallback(
    (year: number) => (view.convention ? fiscalYearLabel(year, view.convention, language) : String(year)),
    [view.convention, language],
  );
  const earlier = comparedWith(view.rounds, round, sinceId);
  const lens = isSecondaryChart(picture) ? 'salience' : picture;
  const { compares } = lensOf(lens);
  const comparing = compares ? earlier : undefined;
  const change = useChange(comparing?.id, round);
  const input = useMatrixInput(view, assessment, lens, comparing, change, yearText);
  const past = useEarlierOrders(round, picture === 'profile');
  const secondaryCharts = useSecondaryChartInput(input, view, past, yearText);
  return { yearText, earlier, comparing, change, past, input, secondaryCharts, issues: view.issues };
}

function useMatrixInput(
  view: RoundView,
  assessment: RoundAssessment,
  lens: PictureId,
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
      title: t('chart.title', {
        company: local(company),
        year: years.later,
        lens,
        name: t(lensOf(lens).label),
      }),
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
  }, [assessment, view, lens, earlier, change, company, t, local, yearText]);
}

function useSecondaryChartInput(
  { assessment, nameOf, note }: MatrixInput,
  { themes, rounds }: RoundView,
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
      otherScale: rounds
        .filter(
          (one) => one.fiscalYear < assessment.round.fiscalYear && scaleSize(one) !== assessment.rules.size,
        )
        .map(({ fiscalYear }) => yearText(fiscalYear)),
    }),
    [assessment, nameOf, note, themes, rounds, past, local, yearText],
  );
}

/** What an export writes of what is shown. */
export function usePictureOf(
  { input, secondaryCharts, yearText, issues }: PictureInputs,
  { picture }: MatrixPlace,
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
      table: () =>
        secondaryChart()?.table ??
        matrixTable(input.assessment, input.nameOf, (id) => issues.get(id)?.instruments ?? [], t),
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
  }, [input, secondaryCharts, issues, picture, yearText, t, language, attempt]);
}
