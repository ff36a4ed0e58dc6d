import { z } from 'zod';
import { FiscalYear, Instant, LocalText, Point } from './basics.ts';
import { Voice } from './dialogue.ts';
import { idOf, ownId } from './id.ts';
import { DEFAULT_SIZE, onScale, type ScaleSize, ScaleTexts } from './scale.ts';
import { added, changed, shape } from './table.ts';

/**
 * What is rated, each by a point of the round's scale. The first three make severity (UNGP 14 commentary); likelihood is for
 * potential impacts.
 */
export const SEVERITY_DIMENSIONS = ['scale', 'scope', 'irremediability'] as const;
export const DIMENSIONS = [...SEVERITY_DIMENSIONS, 'likelihood'] as const;
export const Dimension = z.enum(DIMENSIONS);
export type Dimension = z.infer<typeof Dimension>;
export type SeverityDimension = (typeof SEVERITY_DIMENSIONS)[number];

/** Someone who rates in a round. */
export const Assessor = z.strictObject({
  id: ownId('assessors'),
  name: z.string().min(1),
  voice: Voice,
  personId: idOf('persons').nullable(),
  /** An interest of their own in what they rate, as they declared it; empty = none declared (METHOD-SOURCES 2.9). */
  conflict: z.string(),
  /** Left out of every figure since; what they rated is kept. When, by whom and why stands in the round's log. */
  withdrawn: z.boolean(),
});
export type Assessor = z.infer<typeof Assessor>;

const assessorShape = shape({
  schema: Assessor,
  history: [added(3, { conflict: '' }), added(7, { withdrawn: false })],
  merge: { name: 'plain', voice: 'plain', personId: 'plain', conflict: 'plain', withdrawn: 'plain' },
});

/** Where lines are drawn in a round. They belong to the round, so that an old matrix can be drawn again exactly. */
export const Thresholds = z.strictObject({
  /** Severity from which an impact is severe whatever its likelihood (tier 1). */
  severe: z.number().min(1).max(5),
  /** Likelihood from which an impact of severity just below `severe` is tier 2. */
  likely: z.number().min(1).max(5),
  /** Severity from which at least `monitor` is suggested. */
  floor: z.number().min(1).max(5),
  /** Number of themes at the top for which `monitor closely` is suggested. */
  topThemes: z.int().min(0),
  /** Half width of the band around a threshold in which a point is called close to it. */
  nearBand: z.number().min(0).max(2),
});
export type Thresholds = z.infer<typeof Thresholds>;

/** Where lines are drawn by default: at the same words, whatever the figure of their level. */
export function defaultThresholds(size: ScaleSize): Thresholds {
  return {
    severe: onScale(4, size),
    likely: onScale(3, size),
    floor: onScale(4, size),
    topThemes: 2,
    nearBand: 0.5,
  };
}

export const DEFAULT_THRESHOLDS = defaultThresholds(DEFAULT_SIZE);

/** Versions of the rules in `shared/assessment`, the latest last. */
export const METHOD_VERSIONS = ['severity-first-1', 'tier-first-2'] as const;
export type MethodVersion = (typeof METHOD_VERSIONS)[number];
/** The rules by which every round is read that is not closed, and under which it is closed. */
export const METHOD_VERSION: MethodVersion = 'tier-first-2';

export const Method = z.strictObject({
  /** The rules that the round was closed under, so that its result is computed again the same way (`rulesOf`). */
  version: z.enum(METHOD_VERSIONS),
  /** Standard and version that the office follows, as it is to be printed. */
  standard: z.string(),
});
export type Method = z.infer<typeof Method>;

/** Whether impacts are rated as they are without the measures in place, or with them: never mixed in a round. */
export const GROSS_OR_NET = ['gross', 'net'] as const;
export const GrossOrNet = z.enum(GROSS_OR_NET);
export type GrossOrNet = z.infer<typeof GrossOrNet>;

/** A move from one stage to another: closing and reopening are acts that the method page names. */
export const StageMove = z.strictObject({
  stage: z.enum(['open', 'rating', 'discussion', 'closed']),
  by: z.string(),
  at: Instant,
  /** Asked for when a closed round is opened again. */
  why: z.string(),
});
export type StageMove = z.infer<typeof StageMove>;

const PAST_ISSUE = idOf('issues', {
  mayBeGone: { when: 'always', why: 'the log tells what was done, also of what is there no more' },
});
const PAST_ASSESSOR = idOf('assessors', {
  mayBeGone: { when: 'always', why: 'the log tells what was done, also of what is there no more' },
});
const Signed = {
  by: z.string(),
  at: Instant,
  stage: z.enum(['open', 'rating', 'discussion']),
  why: z.string(),
};

/** What can be changed in a round after rating began (METHOD, "The round's own log"). */
export const LoggedChange = z.union([
  z.strictObject({ ...Signed, kind: z.literal('thresholds'), from: Thresholds, to: Thresholds }),
  /** The text of one level, from 1. */
  z.strictObject({
    ...Signed,
    kind: z.literal('level'),
    dimension: Dimension,
    level: Point,
    from: LocalText,
    to: LocalText,
  }),
  z.strictObject({
    ...Signed,
    kind: z.enum(['issue-added', 'issue-removed']),
    issueId: PAST_ISSUE,
  }),
  z.strictObject({
    ...Signed,
    /** On the list an issue became part of another one, or came out of it; the round followed. */
    kind: z.enum(['issue-merged', 'issue-split']),
    issueId: PAST_ISSUE,
    otherId: PAST_ISSUE,
  }),
  z.strictObject({
    ...Signed,
    /**
     * `resumed`: went on rating after having been done, and after the ratings of others could be seen. `not-blind`: from
     * then on others could open their ratings before they were done.
     */
    kind: z.enum(['assessor-added', 'assessor-withdrawn', 'assessor-returned', 'resumed', 'not-blind']),
    assessorId: PAST_ASSESSOR,
  }),
  z.strictObject({
    ...Signed,
    kind: z.literal('capacity'),
    assessorId: PAST_ASSESSOR,
    from: Voice,
    to: Voice,
  }),
  z.strictObject({
    ...Signed,
    kind: z.enum(['recused', 'recusal-lifted']),
    assessorId: PAST_ASSESSOR,
    issueId: PAST_ISSUE,
  }),
]);
export type LoggedChange = z.infer<typeof LoggedChange>;
export type LoggedKind = LoggedChange['kind'];

/** One fiscal year's assessment of issues by several assessors. */
export const Round = z.strictObject({
  id: ownId('rounds'),
  fiscalYear: FiscalYear,
  name: LocalText,
  stage: z.enum(['open', 'rating', 'discussion', 'closed']),
  issueIds: z.array(idOf('issues')),
  /** Dialogues whose evidence the round considers. */
  dialogueIds: z.array(idOf('dialogues')),
  assessors: z.array(Assessor),
  method: Method,
  scaleTexts: ScaleTexts,
  thresholds: Thresholds,
  /** What a reader must know of these ratings, e.g. that they are illustrative. */
  note: LocalText,
  /** Asked once and printed with every impact line (METHOD, "Whose harm, where"); null = not said. */
  grossOrNet: GrossOrNet.nullable(),
  /** Why the round looks where it looks: countries, businesses, parts of the supply chain (UNGP RF B3). */
  focus: LocalText,
  /** The round whose issues, method, thresholds and scale texts this one began with. */
  basedOn: idOf('rounds', {
    mayBeGone: {
      when: 'always',
      why: 'a round can be removed after one that began with it was closed, and a closed round never changes',
    },
  }).nullable(),
  /** Assessors who said that they are done; until then their ratings are theirs alone to see. */
  finished: z.array(z.strictObject({ assessorId: idOf('assessors'), at: Instant })),
  /** Every move between stages, in order. */
  history: z.array(StageMove),
  /** What was changed after rating began, and every recusal, in order; only ever added to. */
  log: z.array(LoggedChange),
  /** False: rating began under a version that wrote no such log, and nothing follows from what it lacks. */
  logWhole: z.boolean(),
  /** Issues that an assessor does not rate, because they have an interest in them. */
  recusals: z.array(z.strictObject({ assessorId: idOf('assessors'), issueId: idOf('issues') })),
  closedAt: Instant.nullable(),
});
export type Round = z.infer<typeof Round>;

/** Whether anybody could rate yet: from then on what is changed needs a reason, and stands in the log. */
export function hasBegun({ stage, history }: Pick<Round, 'stage' | 'history'>): boolean {
  return stage !== 'open' || history.some((move) => move.stage !== 'open');
}

/** How earlier versions named a round that nobody named: by its year, in the language of whoever began it. */
const DEFAULT_NAMES: Readonly<Record<string, RegExp>> = {
  en: /^Assessment FY(\d{4})$/,
  ja: /^(\d{4})年度人権課題評価$/,
};

/**
 * A name that was one text, for every reader. One that a person typed is kept as it is in both languages. A default one
 * gets its words in the other language too, where years are named by their beginning unless an office says otherwise.
 */
function withNameByLanguage(row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { name, fiscalYear } = row;
  if (typeof name !== 'string') return row;
  if (name === '') return { ...row, name: {} };
  const usual = { en: `Assessment FY${fiscalYear}`, ja: `${fiscalYear}年度人権課題評価` };
  for (const [language, pattern] of Object.entries(DEFAULT_NAMES)) {
    const year = Number(pattern.exec(name)?.[1]);
    if (year === fiscalYear || year === Number(fiscalYear) + 1)
      return { ...row, name: { ...usual, [language]: name } };
  }
  return { ...row, name: { en: name, ja: name } };
}

export const roundTable = shape({
  schema: Round,
  history: [
    added(3, { basedOn: null, finished: [], history: [] }),
    // Rows stay as they are: a version before does not know the rules `tier-first-2`, and must not open them.
    changed(6, (row) => row),
    added(7, { grossOrNet: null, focus: {} }),
    changed(7, withNameByLanguage),
    added(7, { log: [], logWhole: false, recusals: [] }),
    // Rows stay as they are: a version before knows scales of five alone, and must not open those of four.
    changed(8, (row) => row),
  ],
  embeds: { assessors: assessorShape },
  index: ['fiscalYear', 'stage'],
  merge: {
    fiscalYear: 'plain',
    name: 'plain',
    stage: { group: 'stage' },
    issueIds: 'set',
    dialogueIds: 'set',
    assessors: { list: 'id' },
    method: 'plain',
    scaleTexts: 'plain',
    thresholds: 'plain',
    note: 'prose',
    grossOrNet: 'plain',
    focus: 'prose',
    basedOn: 'plain',
    finished: { list: 'assessorId' },
    history: 'grows',
    log: 'grows',
    logWhole: 'plain',
    recusals: 'set',
    closedAt: { group: 'stage' },
  },
});
