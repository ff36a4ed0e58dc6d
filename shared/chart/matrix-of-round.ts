import { assessRound } from '../assessment/assess-round.ts';
import { changeBetween, earlierRound } from '../assessment/change.ts';
import { besideRound, namedIn, stateOfRound } from '../assessment/frozen.ts';
import { fiscalYearLabel } from '../i18n/dates.ts';
import { type Language, translator } from '../i18n/index.ts';
import { type Id, textIn } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import type { Round } from '../model/round.ts';
import type { WorkspaceState } from '../model/tables.ts';
import { type Change, lensOf } from './lens.ts';
import { type MatrixOptions, matrixLayout, pageSize } from './matrix.ts';
import { changeOf, rewordedText } from './moves.ts';
import type { Scene } from './scene.ts';

interface Compared {
  readonly change: Change | null;
  readonly reworded: string;
}

const NO_CHANGE: Compared = { change: null, reworded: '' };

/**
 * The matrix of a round of a workspace, named and noted as it is to be printed. What window, report and command line
 * export.
 * @throws ProblemError `row-missing` when there is no such round
 */
export function matrixOfRound(
  now: WorkspaceState,
  roundId: IdOf<'rounds'>,
  language: Language,
  options: Partial<Omit<MatrixOptions, 't' | 'language'>> = {},
): Scene {
  const state = stateOfRound(now, roundId);
  const live = besideRound(now, roundId, state);
  const assessment = assessRound(now, roundId);
  // A closed round keeps the names that it was closed with; what left before is named as it is now.
  const issues = namedIn(now, roundId, (of) => of.issues ?? []);
  const names = new Map(issues.map((issue) => [issue.id, textIn(issue.name, language)]));
  const nameOf = (id: Id) => names.get(id) ?? id;
  const t = translator(language);
  const [workspace] = state.workspace;
  const lens = options.lens ?? 'salience';
  const { change, reworded } = lensOf(lens).compares ? changeFrom() : NO_CHANGE;
  return matrixLayout(
    {
      assessment,
      nameOf,
      title: t('chart.title', {
        company: textIn(workspace?.company, language),
        year: yearOf(assessment.round),
        lens,
        name: t(lensOf(lens).label),
      }),
      note: [reworded, textIn(assessment.round.note, language)]
        .filter(Boolean)
        .reduce((before, after) => (before ? t('chart.sentences', { before, after }) : after), ''),
      change,
    },
    { t, language, ...pageSize(assessment.issues.length), ...options },
  );

  function yearOf({ fiscalYear }: Round): string {
    return workspace ? fiscalYearLabel(fiscalYear, workspace.fiscalYear, language) : '';
  }
  function changeFrom(): Compared {
    const earlier = earlierRound(live.rounds, assessment.round);
    if (!earlier) return NO_CHANGE;
    const categories = new Map(issues.map(({ id, category }) => [id, category]));
    const found = changeBetween(live, earlier.id, roundId);
    return {
      change: changeOf(found, {
        nameOf,
        categoryOf: (id) => categories.get(id) ?? 'general',
        earlier: yearOf(earlier),
        later: yearOf(assessment.round),
      }),
      reworded: rewordedText(t, found, yearOf(earlier)),
    };
  }
}
