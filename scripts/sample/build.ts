import { anchorAt } from '#shared/anchor/anchor.ts';
import { assessRound } from '#shared/assessment/assess-round.ts';
import { DEFAULT_SCALE_TEXTS } from '#shared/assessment/scale-texts.ts';
import { indexState, plainState } from '#shared/change/state.ts';
import type { Advice } from '#shared/model/advice.ts';
import type { Id, Instant, Point } from '#shared/model/basics.ts';
import type { Coding } from '#shared/model/coding.ts';
import type { Decision } from '#shared/model/decision.ts';
import type { Participant } from '#shared/model/dialogue.ts';
import type { Person } from '#shared/model/person.ts';
import type { Rating } from '#shared/model/rating.ts';
import { DEFAULT_THRESHOLDS, DIMENSIONS, type Dimension, type Round } from '#shared/model/round.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import type { Passage, Turn } from '#shared/model/turn.ts';
import { EMPTY_QUERY } from '#shared/model/view.ts';
import { newWorkspaceState } from '#shared/taxonomy/new-workspace.ts';
import type { Taxonomy } from '#shared/taxonomy/schema.ts';
import { ASSESSORS, DECISIONS, RATINGS } from './assessment.ts';
import { DIALOGUE, PARTICIPANTS, TURNS } from './dialogue.ts';
import { idsByName } from './ids.ts';
import { ADVICE, CODINGS, type Stretch } from './marks.ts';
import { ACTIVITIES, GRIEVANCES, INDICATORS } from './results.ts';
import { VIEWS } from './views.ts';

const CODER = 'Sustainability office';
const HEARD_AT: Instant = '2020-02-28T06:00:00.000Z';
const RATED_AT: Instant = '2020-03-13T06:00:00.000Z';
const DECIDED_AT: Instant = '2020-03-26T06:00:00.000Z';

/** The fiscal year that ended in March 2020, and the one that the decisions are for. */
const FISCAL_YEAR = 2019;
const NEXT_YEAR = 2020;

/**
 * The sample workspace as rows, from the readable sources beside this file. The same sources and taxonomy always give
 * the same rows.
 * @throws Error naming the source that does not fit: words that no turn holds, an issue that is not on the list
 */
export function buildSample(taxonomy: Taxonomy): WorkspaceState {
  const id = idsByName();
  const base = newWorkspaceState(
    {
      name: { en: 'Sample: NEC, fiscal 2020', ja: 'サンプル：NEC 2019年度' },
      company: { en: 'NEC Corporation', ja: '日本電気株式会社（NEC）' },
      companyAliases: ['NEC', 'NEC Group', 'NEC Europe'],
      languages: ['en', 'ja'],
      fiscalYear: { firstMonth: 4, namedBy: { en: 'end', ja: 'start' } },
      activeFrom: FISCAL_YEAR,
      notice: {
        en: 'A sample made from what NEC Corporation published about its fiscal 2020 and a dialogue of February 2020. What people said is paraphrased in our own words, not quoted. All ratings, and the decisions, owners and dates marked so, are illustrative and are not NEC’s.',
        ja: 'NECが公表した2019年度の情報と2020年2月のダイアログをもとに作成したサンプルです。発言は本アプリによる要約であり、引用ではありません。評価の数値のすべて、および例示と記した対応方針・担当・期限は架空のもので、NECの見解ではありません。',
      },
    },
    taxonomy,
  );
  const workspace = base.workspace.map((row) => ({ ...row, id: id('workspace') }));

  const issueIds = new Map(base.issues.map((issue) => [issue.code, issue.id]));
  const issueId = (code: string): Id => found(issueIds.get(code), `issue ${code}`);
  const themeIds = new Map(base.themes.map((theme) => [theme.code, theme.id]));

  const dialogueId = id('dialogue');
  const persons = PARTICIPANTS.map(
    ({ name, label, organisation, kind }): Person => ({
      id: id(`person ${name}`),
      name: { en: name },
      aliases: [label],
      organisation: { en: organisation },
      kind,
    }),
  );
  const participants = PARTICIPANTS.map(
    (one, order): Participant => ({
      ...one,
      id: id(`participant ${one.name}`),
      dialogueId,
      order,
      personId: id(`person ${one.name}`),
    }),
  );
  const participantIds = new Map(participants.map((one) => [one.label, one.id]));
  const turns = TURNS.map(
    ({ by, heading, text }, order): Turn => ({
      id: id(`turn ${order}`),
      dialogueId,
      order,
      kind: by === null ? 'narration' : 'speech',
      participantId: by === null ? null : found(participantIds.get(by), `speaker ${by}`),
      text,
      heading,
      start: null,
      end: null,
      cues: [],
    }),
  );

  const passages = new Map<Id, Passage>();
  const passageOf = (stretch: Stretch): Id => {
    const turn = found(turns[stretch.turn], `turn ${stretch.turn}`);
    const { start, end } = locate(turn.text, stretch);
    const passageId = id(`passage ${stretch.turn} ${start} ${end}`);
    const anchor = found(anchorAt(turn.text, start, end), `words “${stretch.from}”`);
    passages.set(passageId, {
      id: passageId,
      dialogueId,
      turnId: turn.id,
      ...anchor,
      attribution: null,
      state: 'anchored',
    });
    return passageId;
  };
  const codings = new Map<Id, Coding>();
  const code = (passageId: Id, codes: readonly string[], memo: string) => {
    for (const one of codes) {
      const codingId = id(`coding ${passageId} ${one}`);
      if (codings.has(codingId)) continue;
      codings.set(codingId, {
        id: codingId,
        dialogueId,
        passageId,
        issueId: issueId(one),
        coder: CODER,
        at: HEARD_AT,
        memo,
        reconciled: null,
      });
    }
  };
  for (const coding of CODINGS) code(passageOf(coding), coding.issues, coding.memo ?? '');
  const advice = ADVICE.map((source): Advice => {
    const passageIds = [source, ...(source.also ? [source.also] : [])].map(passageOf);
    for (const passageId of passageIds) code(passageId, source.issues, '');
    return {
      id: id(`advice ${source.key}`),
      dialogueId,
      passageIds,
      issueIds: source.issues.map(issueId),
      kind: source.kind,
      restatement: source.restatement,
      addressee: source.addressee,
      response: source.response ?? '',
      commitment: source.commitment ?? '',
      owner: source.owner ?? '',
      due: source.due ?? null,
      status: source.status,
      takenBy: CODER,
      at: HEARD_AT,
    };
  });

  const round: Round = {
    id: id('round'),
    fiscalYear: FISCAL_YEAR,
    name: 'Fiscal 2020 (illustrative ratings)',
    stage: 'discussion',
    issueIds: base.issues.map((issue) => issue.id),
    dialogueIds: [dialogueId],
    assessors: ASSESSORS.map(({ key, ...one }) => ({
      id: id(`assessor ${key}`),
      ...one,
      personId: null,
      conflict: '',
    })),
    method: {
      version: 'severity-first-1',
      standard: 'UN Guiding Principles on Business and Human Rights (2011)',
    },
    scaleTexts: DEFAULT_SCALE_TEXTS,
    thresholds: DEFAULT_THRESHOLDS,
    note: {
      en: 'Illustrative. The company published its list of issues and two monitored themes, but no ratings: every number and reason here was made up for this sample.',
      ja: '例示です。公表されているのは課題の一覧と重点的に注視する2テーマのみで、評価は公表されていません。ここにある数値と理由はすべてこのサンプルのために作成したものです。',
    },
    basedOn: null,
    finished: ASSESSORS.map(({ key }) => ({ assessorId: id(`assessor ${key}`), at: HEARD_AT })),
    history: [],
    closedAt: null,
  };
  const ratings = base.issues.flatMap((issue) => {
    const source = found(RATINGS[issue.code], `ratings of ${issue.code}`);
    const heard = advice.filter((one) => one.issueIds.includes(issue.id));
    return ASSESSORS.flatMap(({ key }, index): Rating[] => {
      const scores = found(source.scores[index], `score ${index} of ${issue.code}`);
      if (/^\.+$/.test(scores)) return [];
      const point = (place: number): Point | null => pointOf(scores[place]);
      const abstained = DIMENSIONS.filter((_, place): boolean => scores[place] === '-');
      return [
        {
          id: id(`rating ${issue.code} ${key}`),
          roundId: round.id,
          issueId: issue.id,
          assessorId: id(`assessor ${key}`),
          scale: point(0),
          scope: point(1),
          irremediability: point(2),
          likelihood: point(3),
          abstained: abstained as Dimension[],
          nature: scores[3] === 'x' ? 'actual' : 'potential',
          delayMakesIrremediable: source.delay?.includes(key) ?? false,
          connection: abstained.length === DIMENSIONS.length ? null : source.connection,
          leverage: pointOf(source.leverage[index]),
          businessEffect: pointOf(source.business[index]),
          valueChain: source.valueChain,
          confidence: confidenceOf(source.confidence[index]),
          rationale: source.otherwise?.[key] ?? source.why,
          evidence: {
            passageIds: heard.flatMap((one) => one.passageIds).slice(0, 3),
            adviceIds: heard.map((one) => one.id).slice(0, 3),
            sources: [...(source.sources ?? [])],
          },
          at: RATED_AT,
        },
      ];
    });
  });

  const indicators = INDICATORS.map(({ key, ...one }) => ({ id: id(`indicator ${key}`), ...one }));
  const indicatorIds = new Map(INDICATORS.map(({ key }) => [key, id(`indicator ${key}`)]));
  const rated: WorkspaceState = {
    ...base,
    workspace,
    persons,
    dialogues: [{ id: dialogueId, ...DIALOGUE }],
    participants,
    turns,
    passages: [...passages.values()],
    codings: [...codings.values()],
    advice,
    rounds: [round],
    ratings,
    indicators,
    activities: ACTIVITIES.map(({ issues, ...one }, index) => ({
      id: id(`activity ${index}`),
      ...one,
      issueIds: issues.map(issueId),
    })),
    grievances: GRIEVANCES.map((one, index) => ({ id: id(`grievance ${index}`), ...one })),
    views: VIEWS.map(({ key, about, ...one }) => ({
      id: id(`view ${key}`),
      name: one.name,
      query: { ...EMPTY_QUERY, ...one.query, about: about.map((codes) => codes.map(issueId)) },
      form: one.form,
      savedBy: CODER,
      at: DECIDED_AT,
    })),
  };

  const assessment = assessRound(rated, round.id);
  const decisions = DECISIONS.map((source): Decision => {
    const { kind, code: subject } = source.subject;
    const subjectId = kind === 'issue' ? issueId(subject) : found(themeIds.get(subject), `theme ${subject}`);
    const suggestion =
      kind === 'issue'
        ? assessment.issues.find((one) => one.issueId === subjectId)?.suggestion
        : assessment.themes.find((one) => one.themeId === subjectId)?.suggestion;
    return {
      id: id(`decision ${kind} ${subject}`),
      roundId: round.id,
      subject: { kind, id: subjectId },
      fiscalYear: NEXT_YEAR,
      level: source.level,
      suggested: suggestion?.level ?? null,
      why: source.why,
      dissent: '',
      owner: source.owner,
      indicatorIds: source.indicators.map((key) => found(indicatorIds.get(key), `indicator ${key}`)),
      reviewDate: source.reviewDate,
      decidedBy: kind === 'theme' ? 'NEC Corporation' : 'Illustrative',
      at: DECIDED_AT,
    };
  });
  return plainState(indexState({ ...rated, decisions }));
}

/** Where the words stand; they must stand there once. */
function locate(text: string, { turn, from, to }: Stretch): { start: number; end: number } {
  const start = text.indexOf(from);
  if (start < 0 || text.indexOf(from, start + 1) >= 0)
    throw new Error(`turn ${turn}: “${from}” does not stand there just once`);
  const last = text.indexOf(to, start);
  if (last < 0) throw new Error(`turn ${turn}: “${to}” does not follow “${from}”`);
  return { start, end: last + to.length };
}

function pointOf(letter: string | undefined): Point | null {
  const value = Number(letter);
  return value === 1 || value === 2 || value === 3 || value === 4 || value === 5 ? value : null;
}

function confidenceOf(letter: string | undefined): 1 | 2 | 3 | null {
  const value = Number(letter);
  return value === 1 || value === 2 || value === 3 ? value : null;
}

function found<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`sample: no ${what}`);
  return value;
}
