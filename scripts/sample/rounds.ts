import { assessRound } from '#shared/assessment/assess-round.ts';
import { DEFAULT_SCALE_TEXTS } from '#shared/assessment/scale-texts.ts';
import { fingerprintOf } from '#shared/assessment/sum.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, type IndexedState, indexState, plainState } from '#shared/change/state.ts';
import { describeImpact } from '#shared/edit/impact.ts';
import { renameIssue } from '#shared/edit/issue.ts';
import { mergeIssues } from '#shared/edit/issue-merge.ts';
import { moveToStage } from '#shared/edit/round.ts';
import type { Id, Instant, Point } from '#shared/model/basics.ts';
import type { Decision } from '#shared/model/decision.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { Rating } from '#shared/model/rating.ts';
import { DEFAULT_THRESHOLDS, DIMENSIONS, METHOD_VERSION, type Round } from '#shared/model/round.ts';
import { emptyState, type WorkspaceState } from '#shared/model/tables.ts';
import { ORDER_STEP } from '#shared/taxonomy/new-workspace.ts';
import { ASSESSORS, DECISIONS, RATINGS, type SampleDecision, type SampleRating } from './assessment.ts';
import {
  ADDED_SINCE,
  EARLIER_ASSESSORS,
  EARLIER_DECISIONS,
  EARLIER_NAME,
  EARLIER_NOTE,
  EARLIER_RATINGS,
  EARLIER_SCALE_TEXTS,
  FORMER_NAMES,
  MERGED_SINCE,
} from './earlier.ts';
import { found } from './found.ts';
import { idsByName } from './ids.ts';
import { FOCUS, IMPACTS } from './impacts.ts';

export const CODER = 'Sustainability office';
export const DECIDED_AT: Instant = '2020-03-26T06:00:00.000Z';

/** The fiscal year that ended in March 2020. Years are named by their beginning: what NEC calls FY2020 is 2019. */
export const FISCAL_YEAR = 2019;

const METHOD: Round['method'] = {
  version: METHOD_VERSION,
  standard: 'UN Guiding Principles on Business and Human Rights (2011)',
};

/** When a round went on, in order. */
interface Days {
  readonly begun: Instant;
  readonly rating: Instant;
  readonly rated: Instant;
  readonly moved: Instant;
  readonly decided: Instant;
}

const THEN: Days = {
  begun: '2019-02-04T06:00:00.000Z',
  rating: '2019-02-12T06:00:00.000Z',
  rated: '2019-03-08T06:00:00.000Z',
  moved: '2019-03-29T06:00:00.000Z',
  decided: '2019-03-27T06:00:00.000Z',
};
const NOW: Days = {
  begun: '2020-02-17T06:00:00.000Z',
  rating: '2020-03-02T06:00:00.000Z',
  rated: '2020-03-13T06:00:00.000Z',
  moved: '2020-03-16T06:00:00.000Z',
  decided: DECIDED_AT,
};
/** When assessors thought again, in the discussion. */
const DISCUSSED: Instant = '2020-03-18T06:00:00.000Z';

/**
 * Adds the two rounds, the way the app itself would have come to them: the earlier one is rated on the list of its
 * year and closed, which keeps its record; then the list changes; then the later one begins from it and is discussed.
 * @param later everything else, with the list of issues as it stands in the end
 */
export async function withRounds(later: WorkspaceState, id: (name: string) => Id): Promise<WorkspaceState> {
  // Made last: ids of everything else stay what they were before there was an earlier round.
  const past = idsByName(10_000);
  const state = indexState({
    ...emptyState(),
    workspace: later.workspace,
    instruments: later.instruments,
    ...registerOfThen(later),
    issues: listOfThen(later.issues, past),
  });
  const desk: Desk = { state, edit: editing(state), indicatorId: (key) => id(`indicator ${key}`) };
  const earlier = await rateThen(desk, past);
  await changeList(desk, later.issues, past);
  for (const [table, rows] of Object.entries(indexState(later)))
    if (table !== 'issues')
      for (const row of rows.values()) state[table as keyof IndexedState].set(row.id, row);
  await rateNow(desk, id, earlier.id);
  return named(plainState(state), past);
}

/** What was counted by the end of fiscal 2019. */
function registerOfThen({ figures, arrangements, organisations, sources, indicators }: WorkspaceState) {
  const then = figures.filter(({ period }) => period.fiscalYear < FISCAL_YEAR);
  const through = new Set<Id>(then.flatMap(({ via }) => via ?? []));
  return {
    ...{ organisations, sources, indicators, figures: then },
    arrangements: arrangements
      .filter(({ id }) => through.has(id))
      // The list was another one.
      .map((one) => ({ ...one, issueIds: [] })),
  };
}

/** What is on the list of fiscal 2019: fewer issues, one by an older name, one that is part of another one now. */
function listOfThen(now: readonly Issue[], id: (name: string) => Id): Issue[] {
  const added: readonly string[] = ADDED_SINCE;
  const kept = now
    .filter(({ code }) => !added.includes(code))
    .map((issue) => ({
      ...issue,
      name: FORMER_NAMES[issue.code] ?? issue.name,
      activeFrom: FISCAL_YEAR - 1,
    }));
  const { into, code, category, name, definition } = MERGED_SINCE;
  const heir = found(
    now.find((issue) => issue.code === into),
    `issue ${into}`,
  );
  const separate: Issue = {
    ...heir,
    id: id(`issue ${code}`),
    code,
    category,
    order: heir.order + ORDER_STEP / 2,
    name,
    definition,
    synonyms: {},
    sourceWording: {},
    include: {},
    exclude: {},
    example: {},
    instruments: heir.instruments.filter((one) => one.code === 'UNCAC'),
    riskSources: heir.riskSources.slice(0, 1),
    activeFrom: FISCAL_YEAR - 1,
  };
  return [...kept, separate];
}

/** From that list to the one of today, by the acts of the office. */
async function changeList(
  { state, edit }: Desk,
  now: readonly Issue[],
  id: (name: string) => Id,
): Promise<void> {
  await edit(async (draft) => {
    for (const issue of now) {
      if (FORMER_NAMES[issue.code])
        for (const [language, name] of Object.entries(issue.name))
          await renameIssue(draft, issue.id, language, name);
      else if (!state.issues.has(issue.id)) await draft.put('issues', issue);
    }
    const into = found(
      now.find(({ code }) => code === MERGED_SINCE.into),
      `issue ${MERGED_SINCE.into}`,
    );
    await mergeIssues(draft, [id(`issue ${MERGED_SINCE.code}`)], into.id, { by: CODER, at: NOW.begun });
  });
}

async function rateThen(desk: Desk, id: (name: string) => Id): Promise<Round> {
  const { state, edit } = desk;
  const office = (at: Instant) => ({ by: CODER, at });
  const issues = plainState(state).issues;
  const assessors = ASSESSORS.filter(({ key }) => (EARLIER_ASSESSORS as readonly string[]).includes(key));
  const round: Round = {
    id: id('round'),
    fiscalYear: FISCAL_YEAR - 1,
    name: EARLIER_NAME,
    stage: 'open',
    issueIds: issues.map((issue) => issue.id),
    dialogueIds: [],
    assessors: assessors.map(({ key, ...one }) => ({
      ...one,
      id: id(`assessor ${key}`),
      personId: null,
      conflict: '',
    })),
    method: METHOD,
    scaleTexts: EARLIER_SCALE_TEXTS,
    thresholds: DEFAULT_THRESHOLDS,
    note: EARLIER_NOTE,
    grossOrNet: null,
    focus: {},
    basedOn: null,
    finished: [],
    history: [{ stage: 'open', by: CODER, at: THEN.begun, why: '' }],
    log: [],
    logWhole: true,
    recusals: [],
    closedAt: null,
  };
  await edit((draft) => draft.put('rounds', round));
  await edit((draft) => moveToStage(draft, round.id, 'rating', office(THEN.rating)));
  await edit(async (draft) => {
    for (const issue of issues)
      for (const rating of ratingsOf(issue, EARLIER_RATINGS, round, EARLIER_ASSESSORS, id, THEN.rated))
        await draft.put('ratings', rating);
    await draft.patch('rounds', round.id, {
      finished: round.assessors.map((one) => ({ assessorId: one.id, at: THEN.rated })),
    });
  });
  // Nobody changed anything after seeing the others: the round went straight from rating to its end.
  await decideAll(desk, round, EARLIER_DECISIONS, id, THEN.decided);
  await edit((draft) => moveToStage(draft, round.id, 'closed', office(THEN.moved)));
  return round;
}

async function rateNow(desk: Desk, id: (name: string) => Id, basedOn: Id): Promise<void> {
  const { state, edit } = desk;
  const office = (at: Instant) => ({ by: CODER, at });
  const { issues, dialogues, advice } = plainState(state);
  const listed = issues.filter(({ mergedInto }) => mergedInto === null);
  const round: Round = {
    id: id('round'),
    fiscalYear: FISCAL_YEAR,
    name: { en: 'Fiscal 2020 (illustrative ratings)', ja: '2019年度人権課題評価（評価は例示）' },
    stage: 'open',
    issueIds: listed.map((issue) => issue.id),
    dialogueIds: dialogues.map((dialogue) => dialogue.id),
    assessors: ASSESSORS.map(({ key, ...one }) => ({ id: id(`assessor ${key}`), ...one, personId: null })),
    method: METHOD,
    scaleTexts: DEFAULT_SCALE_TEXTS,
    thresholds: DEFAULT_THRESHOLDS,
    note: {
      en: 'Illustrative. The company published its list of issues and two monitored themes, but no ratings: every number and reason here was made up for this sample.',
      ja: '例示です。公表されているのは課題の一覧と重点的に注視する2テーマのみで、評価は公表されていません。ここにある数値と理由はすべてこのサンプルのために作成したものです。',
    },
    grossOrNet: null,
    focus: FOCUS,
    basedOn,
    finished: [],
    history: [{ stage: 'open', by: CODER, at: NOW.begun, why: '' }],
    log: [],
    logWhole: true,
    recusals: [],
    closedAt: null,
  };
  await edit((draft) => draft.put('rounds', round));
  await edit((draft) => moveToStage(draft, round.id, 'rating', office(NOW.rating)));
  const keys = ASSESSORS.map(({ key }) => key);
  const ratings = listed.flatMap((issue) => {
    const heard = advice.filter((one) => one.issueIds.includes(issue.id));
    const evidence = {
      passageIds: heard.flatMap((one) => one.passageIds).slice(0, 3),
      adviceIds: heard.map((one) => one.id).slice(0, 3),
    };
    return ratingsOf(issue, RATINGS, round, keys, id, NOW.rated).map((rating) => ({
      ...rating,
      evidence: { ...rating.evidence, ...evidence },
    }));
  });
  const former = new Map(
    listed.flatMap((issue) =>
      Object.entries(RATINGS[issue.code]?.before ?? {}).map(([key, scores]) => [
        id(`rating ${issue.code} ${key}`),
        judgementOf(scores),
      ]),
    ),
  );
  await edit(async (draft) => {
    for (const rating of ratings) await draft.put('ratings', { ...rating, ...former.get(rating.id) });
    await draft.patch('rounds', round.id, {
      finished: round.assessors.map((one) => ({ assessorId: one.id, at: NOW.rated })),
    });
  });
  await edit((draft) => moveToStage(draft, round.id, 'discussion', office(NOW.moved)));
  await edit(async (draft) => {
    for (const rating of ratings)
      if (former.has(rating.id)) await draft.put('ratings', { ...rating, at: DISCUSSED });
  });
  await edit(async (draft) => {
    for (const issue of listed) {
      const said = IMPACTS[issue.code];
      if (said) await describeImpact(draft, round.id, issue.id, said, office(NOW.decided));
    }
  });
  await decideAll(desk, round, DECISIONS, id, NOW.decided);
}

/** The ratings of an issue, an assessor each; of whom left it open there is none. */
function ratingsOf(
  issue: Issue,
  sources: Readonly<Record<string, SampleRating>>,
  round: Round,
  keys: readonly string[],
  id: (name: string) => Id,
  at: Instant,
): Rating[] {
  const source = found(sources[issue.code], `ratings of ${issue.code}`);
  return keys.flatMap((key, index): Rating[] => {
    const scores = found(source.scores[index], `score ${index} of ${issue.code}`);
    if (/^\.+$/.test(scores)) return [];
    const judgement = judgementOf(scores);
    return [
      {
        id: id(`rating ${issue.code} ${key}`),
        roundId: round.id,
        issueId: issue.id,
        assessorId: id(`assessor ${key}`),
        ...judgement,
        delayMakesIrremediable: source.delay?.includes(key) ?? false,
        connection: judgement.abstained.length === DIMENSIONS.length ? null : source.connection,
        leverage: pointOf(source.leverage[index]),
        businessEffect: pointOf(source.business[index]),
        valueChain: source.valueChain,
        confidence: confidenceOf(source.confidence[index]),
        rationale: source.otherwise?.[key] ?? source.why,
        evidence: { passageIds: [], adviceIds: [], sources: [...(source.sources ?? [])] },
        at,
      },
    ];
  });
}

type Judgement = Pick<Rating, 'scale' | 'scope' | 'irremediability' | 'likelihood' | 'abstained' | 'nature'>;

/** @param scores as `SampleRating` writes them */
function judgementOf(scores: string): Judgement {
  return {
    scale: pointOf(scores[0]),
    scope: pointOf(scores[1]),
    irremediability: pointOf(scores[2]),
    likelihood: pointOf(scores[3]),
    abstained: DIMENSIONS.filter((_, place) => scores[place] === '-'),
    nature: scores[3] === 'x' ? 'actual' : 'potential',
  };
}

async function decideAll(
  { state, edit, indicatorId }: Desk,
  round: Round,
  sources: readonly SampleDecision[],
  id: (name: string) => Id,
  at: Instant,
): Promise<void> {
  const rows = plainState(state);
  const { issues, themes } = rows;
  const assessment = assessRound(rows, round.id);
  await edit(async (draft) => {
    for (const source of sources) {
      const { kind, code } = source.subject;
      const listed: readonly { readonly id: Id; readonly code: string }[] =
        kind === 'issue' ? issues : themes;
      const subjectId = found(listed.find((one) => one.code === code)?.id, `${kind} ${code}`);
      const suggestion =
        kind === 'issue'
          ? assessment.issues.find((one) => one.issueId === subjectId)?.suggestion
          : assessment.themes.find((one) => one.themeId === subjectId)?.suggestion;
      const decision: Decision = {
        id: id(`decision ${kind} ${code}`),
        roundId: round.id,
        subject: { kind, id: subjectId },
        fiscalYear: round.fiscalYear + 1,
        level: source.level,
        suggested: suggestion?.level ?? null,
        why: source.why,
        dissent: source.dissent ?? '',
        measure: source.measure ?? {},
        due: source.due ?? null,
        owner: source.owner,
        indicatorIds: source.indicators.map((key) =>
          found<string>(state.indicators.get(indicatorId(key))?.id, `indicator ${key}`),
        ),
        reviewDate: source.reviewDate,
        decidedBy: kind === 'theme' ? 'NEC Corporation' : 'Illustrative',
        at,
      };
      await draft.put('decisions', decision);
    }
  });
}

interface Desk {
  readonly state: IndexedState;
  readonly edit: Edit;
  /** An indicator by its key in the sources. */
  readonly indicatorId: (key: string) => Id;
}

type Edit = (recipe: (draft: Draft) => Promise<unknown>) => Promise<void>;

/** Writes one change set after the other, each checked as the app checks it. */
function editing(state: IndexedState): Edit {
  return async (recipe) => {
    const draft = new Draft(stateReader(state));
    await recipe(draft);
    applyChanges(state, await draft.finish());
  };
}

/** Records come with ids of chance; here they are named by what they are of, and their fingerprints with them. */
function named(state: WorkspaceState, id: (name: string) => Id): WorkspaceState {
  const records = state.records.map((one) => {
    const record = { ...one, id: id(`record ${one.roundId} ${one.kind}`) };
    return one.fingerprint === null ? record : { ...record, fingerprint: fingerprintOf(record, []) };
  });
  return plainState(indexState({ ...state, records }));
}

function pointOf(letter: string | undefined): Point | null {
  const value = Number(letter);
  return value === 1 || value === 2 || value === 3 || value === 4 || value === 5 ? value : null;
}

function confidenceOf(letter: string | undefined): 1 | 2 | 3 | null {
  const value = Number(letter);
  return value === 1 || value === 2 || value === 3 ? value : null;
}
