import { assessRound } from '../assessment/assess-round.ts';
import { stateOfRound } from '../assessment/frozen.ts';
import { GROUPS, groupOf } from '../assessment/group-views.ts';
import { panelOf } from '../assessment/panel.ts';
import { Disclosure } from '../attribution/disclosure.ts';
import { figureTrends } from '../chart/figure-trends.ts';
import { LEGACY_IN_REPORT, type LegacyInReport, type LensInReport, lensInReport } from '../chart/lens.ts';
import { matrixOfRound } from '../chart/matrix-of-round.ts';
import { redactedScene } from '../chart/redacted-scene.ts';
import type { Scene } from '../chart/scene.ts';
import { type SecondaryChartId, secondaryChartOf } from '../chart/secondary-charts.ts';
import { converted } from '../figures/converted.ts';
import { type Language, translator } from '../i18n/index.ts';
import { type FiscalYear, type Id, textIn } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import { ProblemError } from '../model/problem.ts';
import type { Assessor } from '../model/round.ts';
import type { WorkspaceState } from '../model/tables.ts';
import { coveragePicture } from '../suppliers/coverage-picture.ts';
import { type PictureName, ROUND_PICTURES, type RoundPicture } from './document.ts';
import { yearSummary } from './model/year.ts';
import { isWanted, type Preset, type Wanted } from './presets.ts';

/** Height of a matrix's plot on a page that holds the result too, in pixels. */
const HALF_PAGE = 330;

/** Pictures beside the matrix that a report can hold. */
const BESIDE: Readonly<Record<SecondaryInReport, Beside>> = {
  groups: {
    section: 'groups',
    fits: (assessors) =>
      GROUPS.filter((group) => assessors.some(({ voice }) => groupOf(voice) === group)).length > 1,
  },
  tornado: { section: 'agreement', fits: (assessors) => assessors.length > 1 },
};

type SecondaryInReport = Exclude<RoundPicture, LensInReport | LegacyInReport>;

interface Beside {
  /** The section that it is in. */
  readonly section: string;
  /** Whether it says something where these assess. */
  fits(assessors: readonly Assessor[]): boolean;
}

/**
 * The pictures of a report: those of the sections that are wanted, none before anything was rated.
 */
export function picturesFor(
  state: WorkspaceState,
  subjectId: Id,
  { language, ...wanted }: Wanted & { readonly language: Language },
): PictureName[] {
  if (wanted.kind === 'year') {
    const { trends, lens } = yearSummary(converted(state), Number(subjectId), language);
    const there = { trends: trends.length > 0, supplierCoverage: lens !== null };
    return (['trends', 'supplierCoverage'] as const).filter((name) => there[name] && isWanted(wanted, name));
  }
  if (wanted.kind !== 'materiality' || !state.ratings.some((one) => one.roundId === subjectId)) return [];
  const { rounds } = stateOfRound(state, subjectId);
  const round = rounds.find(({ id }) => id === subjectId);
  const assessors = round ? panelOf(round) : [];
  return ROUND_PICTURES.filter((name) => {
    if (isBeside(name) && !BESIDE[name].fits(assessors)) return false;
    return isWanted(wanted, isBeside(name) ? BESIDE[name].section : name);
  });
}

function isBeside(name: RoundPicture): name is keyof typeof BESIDE {
  return Object.hasOwn(BESIDE, name);
}

function isLegacy(name: RoundPicture): boolean {
  return LEGACY_IN_REPORT.some((one) => one === name);
}

/**
 * A picture of a report as it may leave the office. A secondary chart bears no title of its own: its caption says it.
 * @throws ProblemError `row-missing`
 */
export function pictureOf(
  live: WorkspaceState,
  subjectId: Id,
  language: Language,
  name: PictureName,
  preset: Preset = 'full',
): Scene {
  if (name === 'trends') return trendsOf(live, Number(subjectId), language);
  if (name === 'supplierCoverage') return supplierCoverageOf(live, Number(subjectId), language);
  return pictureOfRound(live, subjectId, language, name, preset);
}

/** What is monitored, year by year; its words are taken from the summary, where names are held back already. */
function trendsOf(live: WorkspaceState, year: FiscalYear, language: Language): Scene {
  const t = translator(language);
  const summary = yearSummary(converted(live), year, language);
  return figureTrends(
    {
      title: t('report.year.trends.caption', { fiscalYear: summary.fiscalYear }),
      years: summary.years,
      lines: summary.trends,
      words: { target: t('report.year.trends.target'), broken: t('report.year.trends.broken') },
    },
    language,
  );
}

/** How far suppliers are covered: numbers alone, so that nobody is named. */
function supplierCoverageOf(live: WorkspaceState, year: FiscalYear, language: Language): Scene {
  const t = translator(language);
  const { lens, fiscalYear } = yearSummary(converted(live), year, language);
  if (lens === null) throw new ProblemError('figures-none', { year: fiscalYear });
  const words = { t, language, programmeName: () => '' };
  return coveragePicture(lens.coverage, words, t('report.year.lens.picture', { fiscalYear }));
}

function pictureOfRound(
  live: WorkspaceState,
  roundId: IdOf<'rounds'>,
  language: Language,
  name: RoundPicture,
  preset: Preset,
): Scene {
  const disclosure = new Disclosure(
    stateOfRound(live, roundId),
    translator(language)('report.withheldName'),
    language,
  );
  const scene = isBeside(name)
    ? secondaryChart(live, roundId, language, name)
    : matrixOfRound(live, roundId, language, {
        lens: lensInReport(name),
        // Their title speaks of salience; the caption and the stamp say what they are.
        ...(isLegacy(name) ? { heading: false } : {}),
        // Its title and note stand on the same page, and half of that is all the room there is.
        ...(preset === 'one-page' ? { heading: false, height: HALF_PAGE } : {}),
      });
  return redactedScene(scene, disclosure);
}

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
      otherScale: [],
    },
    translator(language),
    { language, heading: false },
  ).scene;
}
