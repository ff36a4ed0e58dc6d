import type { IssueAssessment, Range } from '../assessment/assess-round.ts';
import { effectFrom, quadrantOf } from '../assessment/double-materiality.ts';
import type { MessageKey, Translate } from '../i18n/index.ts';
import type { Id } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import type { Category } from '../model/issue.ts';
import { DEFAULT_SIZE, pointsOf, SCALE_SIZES, type ScaleSize } from '../model/scale.ts';

/** Where an issue stands across: a figure on the axis, or one of the lanes beside it. */
export type Across = number | 'before' | 'after';

export interface Axis {
  readonly title: MessageKey;
  /** Ends of the axis, beyond the first and last figure so that marks have room. Never cropped to what is there. */
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly tickText: (tick: number) => string;
}

/** Where an issue stood in an earlier round, in the terms of the later one's method. */
export interface Position {
  readonly severity: number;
  readonly across: Across;
}

/** What became of an issue between two rounds. */
export interface Move {
  readonly issueId: IdOf<'issues'>;
  /** Null = it was not in the earlier round, or had no severity there. */
  readonly from: Position | null;
  /** It came onto the list (a new issue, or part of one that was split or merged). */
  readonly entered: boolean;
  /** The earlier ratings were read again by the later round's method (METHOD, Lenses; ESRS 2 48 g, GRI 3-2-b). */
  readonly restated: boolean;
}

/** What the lens *change* draws besides the round itself. */
export interface Change {
  /** Names of the two rounds as they are printed, e.g. their fiscal years. */
  readonly earlier: string;
  readonly later: string;
  readonly moves: readonly Move[];
  /** Issues of the earlier round that are not in the later one. */
  readonly left: readonly {
    readonly issueId: IdOf<'issues'>;
    readonly name: string;
    readonly category: Category;
    readonly from: Position | null;
  }[];
}

/** What a lens may ask for beside the issue. */
export interface LensContext {
  /** Effect on the business from which it counts as material. */
  readonly effectFrom: number;
  readonly change: Change | null;
  readonly moves: ReadonlyMap<Id, Move>;
}

export function noContext(size: ScaleSize): LensContext {
  return { effectFrom: effectFrom(size), change: null, moves: new Map() };
}

/** A way to look at a round: what its axes mean. */
export interface Lens {
  readonly label: MessageKey;
  /** Title of the horizontal axis. */
  readonly axis: MessageKey;
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly tickText: (tick: number) => string;
  /** Captions of the lanes: left of the axis and right of it. */
  readonly before: MessageKey;
  readonly after: MessageKey | null;
  readonly up: Axis;
  /** Where an issue stands upwards; null = it is listed, not drawn. */
  readonly height: (issue: IssueAssessment) => number | null;
  /** Title of the list of those. */
  readonly undrawn: MessageKey;
  /**
   * What lies behind the points: tiers with the step of tier 2 (it depends on likelihood), tiers without it, quadrants
   * of double materiality, curves of equal product, or nothing.
   */
  readonly ground: 'tiers' | 'tier1' | 'quadrants' | 'products' | 'plain';
  /** What dragging a point across means; `nothing` = it moves up and down alone, null = points cannot be dragged. */
  readonly explores: 'likelihood' | 'effect' | 'nothing' | null;
  /** Printed in the picture itself: what it must not be used for. */
  readonly stamp: MessageKey | null;
  /** Upwards is severity, and priorities may be read from it: uncertainty, readings and the first ranks are drawn. */
  readonly prioritises: boolean;
  /** It draws what became of issues since an earlier round; without one it cannot be chosen. */
  readonly compares: boolean;
  /** What reports call its picture, and the section that is there for its sake; null = it is in none. */
  readonly inReport: string | null;
  readonly across: (issue: IssueAssessment) => Across;
  /** The assessors' range across; null = none to show. */
  readonly range: (issue: IssueAssessment) => Range | null;
  /** What it says of an issue, sentence by sentence. */
  readonly describe: (t: Translate, issue: IssueAssessment, context: LensContext) => readonly string[];
}

const percent = (share: number) => `${Math.round(share * 100)}%`;

/** The points of a scale, never cropped. */
const ofPoints = (size: ScaleSize) =>
  ({ domain: [0.6, size + 0.4], ticks: pointsOf(size), tickText: String }) as const;

/** Severity; beyond its ends there is room for marks and captions. */
const severityOn = (size: ScaleSize): Axis => ({
  ...ofPoints(size),
  title: 'chart.axis.severity',
  domain: [0.5, size + 0.6],
});

const FOR_PRIORITIES = { prioritises: true, stamp: null } as const;
const FOR_COMPARISON = { prioritises: false, compares: false } as const;

const UPWARDS = {
  height: (issue: IssueAssessment) => issue.severityFloor?.shown ?? null,
  undrawn: 'chart.list.unrated',
} as const;

const LIKELIHOOD = {
  axis: 'lens.salience.axis',
  before: 'lens.salience.before',
  after: 'lens.salience.after',
  across: (issue: IssueAssessment): Across =>
    issue.nature === 'actual' ? 'after' : (issue.likelihood?.shown ?? 'before'),
  range: ({ nature, dimensions: { likelihood } }: IssueAssessment): Range | null =>
    nature === 'actual' || likelihood.min === null || likelihood.max === null
      ? null
      : { min: likelihood.min, max: likelihood.max },
} as const;

const VOICE_SHARE = {
  domain: [-0.06, 1.06],
  ticks: [0, 0.25, 0.5, 0.75, 1],
  tickText: percent,
} as const;

const EFFECT = {
  axis: 'lens.double.axis',
  before: 'lens.double.before',
  after: null,
  across: (issue: IssueAssessment): Across => issue.businessEffect ?? 'before',
  range: () => null,
} as const;

/** What the axes of lenses are on a scale of so many points. */
const axesOn = (size: ScaleSize) => {
  const up = severityOn(size);
  return {
    upwards: { ...UPWARDS, up },
    likelihood: { ...LIKELIHOOD, ...ofPoints(size) },
    effect: { ...EFFECT, ...ofPoints(size) },
  };
};

/** The registry of lenses: one entry a lens (METHOD, Lenses). The first is the default. */
const lensesOn = (size: ScaleSize) => {
  const { upwards, likelihood, effect } = axesOn(size);
  return {
    salience: {
      label: 'lens.salience',
      ...likelihood,
      ...upwards,
      ground: 'tiers',
      explores: 'likelihood',
      ...FOR_PRIORITIES,
      compares: false,
      inReport: 'matrix',
      describe: (t, issue) => [describeLikelihood(t, issue)],
    },
    voice: {
      label: 'lens.voice',
      axis: 'lens.voice.axis',
      ...VOICE_SHARE,
      before: 'lens.voice.before',
      after: null,
      ...upwards,
      ground: 'tier1',
      explores: 'nothing',
      ...FOR_PRIORITIES,
      compares: false,
      inReport: null,
      across: (issue) => issue.voice.share ?? 'before',
      range: () => null,
      describe: (t, issue) => [describeVoice(t, issue)],
    },
    double: {
      label: 'lens.double',
      ...effect,
      ...upwards,
      ground: 'quadrants',
      explores: 'effect',
      ...FOR_PRIORITIES,
      compares: false,
      inReport: null,
      describe: (t, issue, context) => [
        describeEffect(t, issue),
        ...(issue.businessEffect === null
          ? []
          : [t(`chart.quadrant.${quadrantOf(issue, context.effectFrom)}.says`)]),
      ],
    },
    change: {
      label: 'lens.change',
      ...likelihood,
      ...upwards,
      ground: 'tiers',
      explores: null,
      ...FOR_PRIORITIES,
      compares: true,
      inReport: null,
      range: () => null,
      describe: (t, issue, context) => [describeLikelihood(t, issue), ...describeMove(t, issue, context)],
    },
  } as const satisfies Record<string, Lens>;
};
export const LENSES = lensesOn(DEFAULT_SIZE);

export type LensId = keyof typeof LENSES;
export const LENS_IDS = Object.keys(LENSES) as LensId[];

/**
 * Legacy pictures, for comparison with older reports. Each says in itself what it is not for, and nothing that
 * suggests or ranks reads them (METHOD-SOURCES 2.7, 2.8).
 */
const legacyOn = (size: ScaleSize) => {
  const { upwards, likelihood, effect } = axesOn(size);
  return {
    opinion: {
      label: 'lens.opinion',
      ...effect,
      up: { title: 'lens.opinion.up', ...VOICE_SHARE },
      height: (issue) => issue.voice.share,
      undrawn: 'chart.list.undrawn',
      ground: 'plain',
      explores: null,
      stamp: 'lens.opinion.stamp',
      ...FOR_COMPARISON,
      inReport: 'opinion',
      describe: (t, issue) => [describeVoice(t, issue), describeEffect(t, issue)],
    },
    product: {
      label: 'lens.product',
      ...likelihood,
      ...upwards,
      ground: 'products',
      explores: null,
      stamp: 'lens.product.stamp',
      ...FOR_COMPARISON,
      inReport: 'product',
      range: () => null,
      describe: (t, issue) => {
        const product = productOf(issue, size);
        return [
          describeLikelihood(t, issue),
          ...(product === null ? [] : [t('chart.item.product', { product })]),
        ];
      },
    },
  } as const satisfies Record<string, Lens>;
};
export const LEGACY_CHARTS = legacyOn(DEFAULT_SIZE);

export type LegacyId = keyof typeof LEGACY_CHARTS;
export const LEGACY_IDS = Object.keys(LEGACY_CHARTS) as LegacyId[];
export type PictureId = LensId | LegacyId;

type NameInReport<One> = One extends { readonly inReport: infer Name extends string } ? Name : never;
/** What reports call the pictures of lenses, and those of legacy pictures. */
export type LensInReport = NameInReport<(typeof LENSES)[LensId]>;
export type LegacyInReport = NameInReport<(typeof LEGACY_CHARTS)[LegacyId]>;
export const LENSES_IN_REPORT = namesInReport<LensInReport>(LENSES);
export const LEGACY_IN_REPORT = namesInReport<LegacyInReport>(LEGACY_CHARTS);

function namesInReport<Name extends string>(registry: Readonly<Record<string, Lens>>): readonly Name[] {
  return Object.values(registry).flatMap(({ inReport }) => (inReport === null ? [] : [inReport as Name]));
}

/** The lens or legacy picture that reports call so. */
export function lensInReport(name: LensInReport | LegacyInReport): PictureId {
  return [...LENS_IDS, ...LEGACY_IDS].find((id) => lensOf(id).inReport === name) ?? 'salience';
}

const ON_SCALES = new Map(
  SCALE_SIZES.map((size) => [size, { ...lensesOn(size), ...legacyOn(size) } as const]),
);

/** A lens or a legacy picture by its id, with axes of the round's scale; what it is called and for is the same on all. */
export function lensOf(id: PictureId, size: ScaleSize = DEFAULT_SIZE): Lens {
  return ON_SCALES.get(size)?.[id] ?? { ...LENSES, ...LEGACY_CHARTS }[id];
}

/** Severity × likelihood as commercial defaults have it; what is happening counts as certain. Null = not known. */
export function productOf({ severity, likelihood, nature }: IssueAssessment, size: ScaleSize): number | null {
  const certain = nature === 'actual' ? size : (likelihood?.shown ?? null);
  return severity === null || certain === null ? null : severity.shown * certain;
}

function describeLikelihood(t: Translate, issue: IssueAssessment): string {
  if (issue.nature === 'actual') return t('chart.item.actual');
  if (!issue.likelihood) return t('chart.item.likelihood.unknown');
  const { shown, ranking } = issue.likelihood;
  return shown === ranking
    ? t('chart.item.likelihood', { shown })
    : t('chart.item.likelihood.both', { shown, ranking });
}

function describeVoice(t: Translate, { voice }: IssueAssessment): string {
  return voice.share === null
    ? t('chart.item.voice.none')
    : t('chart.item.voice', { raised: voice.raised, heard: voice.heard, passages: voice.passages });
}

function describeEffect(t: Translate, { businessEffect: effect }: IssueAssessment): string {
  return effect === null ? t('chart.item.effect.none') : t('chart.item.effect', { effect });
}

function describeMove(t: Translate, issue: IssueAssessment, { change, moves }: LensContext): string[] {
  const earlier = change?.earlier ?? '';
  const move = moves.get(issue.issueId);
  if (!move) return [];
  if (move.entered) return [t('chart.item.change.entered', { earlier })];
  if (move.from === null) return [t('chart.item.change.unknown', { earlier })];
  const { severity, across } = move.from;
  const likelihood =
    across === 'after'
      ? t('chart.item.change.actual')
      : across === 'before'
        ? t('chart.item.change.likelihood.unknown')
        : t('chart.item.change.likelihood', { shown: across });
  return [
    t('chart.item.change.from', { earlier, severity, likelihood }),
    ...(move.restated ? [t('chart.item.change.restated')] : []),
  ];
}
