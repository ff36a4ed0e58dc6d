import { assessRound } from '../assessment/assess-round.ts';
import { stateOfRound } from '../assessment/frozen.ts';
import { type Language, translator } from '../i18n/index.ts';
import { type Id, textIn } from '../model/basics.ts';
import type { WorkspaceState } from '../model/tables.ts';
import { fiscalYearLabel } from '../model/workspace.ts';
import { type MatrixOptions, matrixLayout } from './matrix.ts';
import type { Scene } from './scene.ts';

/**
 * The matrix of a round of a workspace, named and noted as it is to be printed. What window, report and command line
 * export.
 * @throws ProblemError `row-missing` when there is no such round
 */
export function matrixOfRound(
  live: WorkspaceState,
  roundId: Id,
  language: Language,
  options: Partial<Omit<MatrixOptions, 't' | 'language'>> = {},
): Scene {
  const state = stateOfRound(live, roundId);
  const assessment = assessRound(live, roundId);
  const names = new Map(state.issues.map((issue) => [issue.id, textIn(issue.name, language)]));
  const t = translator(language);
  const [workspace] = state.workspace;
  return matrixLayout(
    {
      assessment,
      nameOf: (id) => names.get(id) ?? id,
      title: t('chart.title', {
        company: textIn(workspace?.company, language),
        year: workspace ? fiscalYearLabel(assessment.round.fiscalYear, workspace.fiscalYear, language) : '',
      }),
      note: textIn(assessment.round.note, language),
    },
    { t, language, ...options },
  );
}
