import { assessRound } from '../assessment/assess-round.ts';
import { stateOfRound } from '../assessment/frozen.ts';
import { GROUPS, groupOf } from '../assessment/group-views.ts';
import { Disclosure } from '../attribution/disclosure.ts';
import type { PictureId } from '../chart/lens.ts';
import { matrixOfRound } from '../chart/matrix-of-round.ts';
import { redactedScene } from '../chart/redacted-scene.ts';
import type { Scene } from '../chart/scene.ts';
import { type SecondaryChartId, secondaryChartOf } from '../chart/secondary-charts.ts';
import { type Language, translator } from '../i18n/index.ts';
import { type Id, textIn } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import type { WorkspaceState } from '../model/tables.ts';
import { PICTURE_NAMES, type PictureName, type ReportKind } from './document.ts';
import type { SectionChoice } from './section.ts';

/** Sections that are there for the sake of a picture, by the picture. */
const SECTION_OF: Readonly<Record<PictureName, string>> = {
  matrix: 'matrix',
  groups: 'groups',
  tornado: 'agreement',
  opinion: 'opinion',
  product: 'product',
};
/** Only where somebody asks for their section. */
const ASKED: ReadonlySet<PictureName> = new Set(['opinion', 'product']);

/**
 * The pictures that a report can hold: none before anything was rated.
 * @param sections what a person ticked and unticked; `all` = whatever could be drawn
 */
export function picturesFor(
  state: WorkspaceState,
  kind: ReportKind,
  subjectId: Id,
  sections: SectionChoice | 'all' = {},
): PictureName[] {
  if (kind !== 'materiality' || !state.ratings.some((one) => one.roundId === subjectId)) return [];
  const { rounds } = stateOfRound(state, subjectId);
  const assessors = rounds.find(({ id }) => id === subjectId)?.assessors ?? [];
  const groups = GROUPS.filter((group) => assessors.some(({ voice }) => groupOf(voice) === group)).length;
  return PICTURE_NAMES.filter((name) => {
    if (name === 'groups' && groups < 2) return false;
    if (name === 'tornado' && assessors.length < 2) return false;
    if (sections === 'all') return true;
    const chosen = sections[SECTION_OF[name]];
    return ASKED.has(name) ? chosen === true : chosen !== false;
  });
}

/**
 * A picture of a round as it may leave the office. A secondary chart bears no title of its own: its caption says it.
 * @throws ProblemError `row-missing`
 */
export function pictureOf(
  live: WorkspaceState,
  roundId: IdOf<'rounds'>,
  language: Language,
  name: PictureName,
): Scene {
  const disclosure = new Disclosure(stateOfRound(live, roundId), translator(language)('report.withheldName'));
  const scene =
    name === 'groups' || name === 'tornado'
      ? secondaryChart(live, roundId, language, name)
      : matrixOfRound(live, roundId, language, {
          lens: LENS_OF[name],
          // Their title speaks of salience; the caption and the stamp say what they are.
          ...(ASKED.has(name) ? { heading: false } : {}),
        });
  return redactedScene(scene, disclosure);
}

const LENS_OF = { matrix: 'salience', opinion: 'opinion', product: 'product' } as const satisfies Partial<
  Record<PictureName, PictureId>
>;

function secondaryChart(
  live: WorkspaceState,
  roundId: IdOf<'rounds'>,
  language: Language,
  id: SecondaryChartId,
): Scene {
  const state = stateOfRound(live, roundId);
  const assessment = assessRound(live, roundId);
  const names = new Map(
    [...state.issues, ...state.themes].map((one) => [one.id, textIn(one.name, language)]),
  );
  const nameOf = (subject: Id) => names.get(subject) ?? '';
  return secondaryChartOf(
    id,
    {
      assessment: { ...assessment, issues: assessment.issues.filter(({ rank }) => rank !== null) },
      nameOf,
      themeName: nameOf,
      note: '',
      rounds: [],
    },
    translator(language),
    { language, heading: false },
  ).scene;
}
