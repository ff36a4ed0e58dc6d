import type { OpenedArchive } from '../archive/archive.ts';
import { isRecused } from '../assessment/panel.ts';
import {
  fieldsOf,
  isBlank,
  type OfferedField,
  RATING_FIELDS,
  type RatingFields,
} from '../edit/merge-ratings.ts';
import { translator } from '../i18n/index.ts';
import { isLanguage } from '../i18n/languages.ts';
import { type Id, newId, textIn } from '../model/basics.ts';
import type { Participant, Voice } from '../model/dialogue.ts';
import type { IdOf } from '../model/id.ts';
import type { PersonKind } from '../model/person.ts';
import { ProblemError, problem } from '../model/problem.ts';
import type { Rating } from '../model/rating.ts';
import type { Round } from '../model/round.ts';
import { scaleSize } from '../model/scale.ts';
import { emptyState, type WorkspaceState } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { FIELD_LABEL } from './columns.ts';
import { evidenceOf } from './evidence.ts';
import { ProblemList } from './problems.ts';
import { issuesOf, ratingPlace } from './rating-sheet.ts';
import {
  assessorOf,
  placeIn,
  type SheetReading,
  type SheetResult,
  type SheetState,
  scaleProblem,
  splitSince,
} from './read-sheet.ts';
import type { RedactedWords, Redactor } from './redactor.ts';
import { valueText } from './value-text.ts';

export interface CopyRequest {
  readonly roundId: IdOf<'rounds'>;
  readonly assessorId: IdOf<'assessors'>;
  readonly evidence: boolean;
  /** Number of the journal's last entry. */
  readonly seq: number;
  readonly at: string;
}

/**
 * A small workspace for an assessor elsewhere: the round with this assessor alone and what they rated, its issues, and
 * what was heard, as far as it may be told: each passage is a turn of its own in its told words, its speaker as far as
 * they may be named (UNGP 21). Made by naming what goes in; everything else stays here. Ids of round, issues, assessor,
 * ratings and passages are kept, so that ratings find their way back.
 * @throws ProblemError `rating-in-copy`, `row-missing`, `round-closed`, `not-in-round`
 */
export function ratingCopyState(
  state: WorkspaceState,
  request: CopyRequest,
  redactor: Redactor,
): WorkspaceState {
  const [workspace] = state.workspace;
  if (!workspace || workspace.copy !== null) throw new ProblemError('rating-in-copy');
  const { round, assessor } = ratingPlace(state, request);
  const issues = issuesOf(state, round, assessor.id);
  const heard = request.evidence ? heardIn(state, round, redactor, request.at) : NOTHING_HEARD;
  const cited = new Set(heard.passages.map(({ id }) => id));
  const rated = new Set(issues.map(({ id }) => id));
  const { seq, at } = request;
  const name = redactor.local(round.name, 'round.name', 'title');
  const told = <T extends object>(texts: T, id: string): T =>
    Object.fromEntries(
      Object.entries(texts).map(([key, levels]) => [
        key,
        (levels as Record<string, string>[]).map((level, index) =>
          redactor.local(level, `${id}.${key}.${index}`, 'text'),
        ),
      ]),
    ) as T;
  return {
    ...emptyState(),
    workspace: [
      {
        ...workspace,
        name: copyName(workspace, assessor.name),
        companyAliases: [],
        notice: {},
        copy: {
          assessor: assessor.name,
          roundId: round.id,
          assessorId: assessor.id,
          of: workspace.name,
          seq,
          at,
        },
      },
    ],
    issues: issues.map((issue) => ({
      ...issue,
      name: redactor.local(issue.name, `issue.${issue.id}.name`, 'table'),
      definition: redactor.local(issue.definition, `issue.${issue.id}.definition`, 'table'),
      include: redactor.local(issue.include, `issue.${issue.id}.include`, 'table'),
      exclude: redactor.local(issue.exclude, `issue.${issue.id}.exclude`, 'table'),
      sourceWording: {},
      synonyms: {},
      example: {},
      instruments: [],
      riskSources: [],
      // What it went into may not be of the round; a reopened round still holds issues that were merged since.
      mergedInto: null,
    })),
    ...heard,
    rounds: [
      {
        ...round,
        name,
        stage: 'rating',
        issueIds: round.issueIds.filter((id) => rated.has(id)),
        dialogueIds: heard.dialogues.map(({ id }) => id),
        assessors: [{ ...assessor, personId: null }],
        method: { ...round.method, standard: redactor.text(round.method.standard, 'round.standard', 'text') },
        scaleTexts: told(round.scaleTexts, 'scale'),
        note: redactor.local(round.note, 'round.note', 'text'),
        focus: redactor.local(round.focus, 'round.focus', 'text'),
        basedOn: null,
        finished: [],
        history: [],
        // What was changed and why, and of whom, is the office's to know.
        log: [],
        recusals: [],
        closedAt: null,
      },
    ],
    ratings: state.ratings
      .filter((one) => one.roundId === round.id && one.assessorId === assessor.id && rated.has(one.issueId))
      .map((rating) => ({
        ...rating,
        rationale: redactor.text(rating.rationale, `rationale.${assessor.id}.${rating.issueId}`, 'text'),
        evidence: {
          passageIds: rating.evidence.passageIds.filter((id) => cited.has(id)),
          adviceIds: [],
          sources: rating.evidence.sources
            .map((source, index) =>
              redactor.text(source, `source.${assessor.id}.${rating.issueId}.${index}`, 'text'),
            )
            .filter(Boolean),
        },
      })),
  };
}

type Heard = Pick<WorkspaceState, 'dialogues' | 'participants' | 'turns' | 'passages' | 'codings'>;
const NOTHING_HEARD: Heard = { dialogues: [], participants: [], turns: [], passages: [], codings: [] };

function heardIn(state: WorkspaceState, round: Round, redactor: Redactor, at: string): Heard {
  const heard: Heard = { dialogues: [], participants: [], turns: [], passages: [], codings: [] };
  const speakers = new Map<string, Participant>();
  const told = new Map<Id, RedactedWords | null>();
  const unnamed = translator('en')('sheet.copy.dialogue');
  for (const [issueId, passageIds] of evidenceOf(state, round)) {
    for (const passageId of passageIds) {
      const passage = redactor.disclosure.passage(passageId);
      if (!passage) continue;
      const { dialogueId } = passage;
      const isNew = !told.has(passageId);
      const words = isNew ? redactor.words(passageId, '') : told.get(passageId);
      told.set(passageId, words ?? null);
      if (!words) continue;
      heard.codings.push({
        id: newId(),
        dialogueId,
        passageId,
        issueId,
        coder: '',
        at,
        memo: '',
        reconciled: null,
      });
      if (!isNew) continue;
      if (!heard.dialogues.some(({ id }) => id === dialogueId)) {
        const dialogue = state.dialogues.find(({ id }) => id === dialogueId);
        if (!dialogue) continue;
        heard.dialogues.push({
          ...dialogue,
          title: words.title || unnamed,
          place: '',
          source: null,
          sourceNote: '',
          summary: '',
          openDoubts: [],
          follows: null,
        });
      }
      const speaker = speakerFor(words, dialogueId, redactor.disclosure.speakerOf(passage), speakers);
      const turnId = newId();
      heard.turns.push({
        id: turnId,
        dialogueId,
        order: heard.turns.length,
        kind: words.narration ? 'narration' : 'speech',
        participantId: speaker?.id ?? null,
        text: words.text,
        heading: null,
        start: null,
        end: null,
        cues: [],
      });
      heard.passages.push({
        id: passageId,
        dialogueId,
        turnId,
        start: 0,
        end: words.text.length,
        quote: words.text,
        before: '',
        after: '',
        attribution: words.attribution.policy,
        state: 'anchored',
      });
    }
  }
  heard.participants.push(...speakers.values());
  return heard;
}

/** As much of a speaker as may be told, and no more: one row for all who look alike. */
function speakerFor(
  { attribution }: RedactedWords,
  dialogueId: IdOf<'dialogues'>,
  participant: Participant | null,
  known: Map<string, Participant>,
): Participant | null {
  if (!participant || attribution.policy === 'unattributed') return null;
  const key = JSON.stringify([dialogueId, attribution, participant.external]);
  const standing = known.get(key);
  if (standing) return standing;
  const { external } = participant;
  const blank = {
    id: newId(),
    dialogueId,
    order: known.size,
    personId: null,
    label: '',
    title: '',
    organisation: '',
    external,
    voice: external ? ('expert' as const) : ('company' as const),
    kind: 'other' as const,
    name: '–',
  };
  const speaker: Participant =
    attribution.policy === 'named'
      ? {
          ...blank,
          name: attribution.name,
          title: attribution.title,
          organisation: attribution.organisation,
          kind: participant.kind,
          voice: participant.voice,
        }
      : attribution.policy === 'affiliation'
        ? { ...blank, organisation: attribution.organisation }
        : { ...blank, kind: attribution.kind, voice: voiceOf(attribution.kind, external) };
  known.set(key, speaker);
  return speaker;
}

const REPRESENTATIVES: ReadonlySet<PersonKind> = new Set(['union', 'community', 'customer', 'ngo']);

/** The capacity that goes with a kind of person: what somebody's own was is not told under `role`. */
function voiceOf(kind: PersonKind, external: boolean): Voice {
  if (!external) return 'company';
  if (kind === 'rightsholder') return 'rightsholder';
  return REPRESENTATIVES.has(kind) ? 'representative' : 'expert';
}

function copyName({ name, languages }: Workspace, assessor: string): Workspace['name'] {
  const spoken = Object.keys(name).length > 0 ? Object.keys(name) : languages;
  return Object.fromEntries(
    spoken.map((language) => {
      const t = translator(isLanguage(language) ? language : 'en');
      return [language, t('sheet.copy.name', { name: name[language] ?? '', assessor })];
    }),
  );
}

/**
 * What a small copy that came back holds, compared with what it was sent out with, which is the first entry of its log.
 * The same result as of a sheet.
 */
export function readCopy(
  file: { readonly name: string } & Pick<OpenedArchive, 'state' | 'journal'>,
  state: SheetState,
  { language, roundId }: SheetReading,
): SheetResult {
  const problems = new ProblemList();
  const nothing = (failure: SheetResult['failure']): SheetResult => ({
    name: file.name,
    failure,
    assessor: null,
    offer: null,
    problems: problems.all,
  });
  const [returned] = file.state.workspace;
  const copy = returned?.copy ?? null;
  const [sent] = file.state.rounds;
  if (!returned || !copy || !('assessorId' in copy))
    return nothing(problem('sheet-not-a-copy', { name: file.name }));
  const place = placeIn(
    state,
    { workspace: { id: returned.id, name: '' }, round: { id: copy.roundId, name: sent?.name ?? {} } },
    roundId,
  );
  if ('code' in place) return nothing(place);
  const { round } = place;
  const otherScale = sent && scaleProblem(file.name, scaleSize(sent), round);
  if (otherScale) return nothing(otherScale);
  const assessor = assessorOf(round, { id: copy.assessorId, name: copy.assessor }, true, problems);
  if (!assessor) return nothing(problem('sheet-of-unknown-assessor', { name: file.name }));
  if (assessor.withdrawn) return nothing(problem('sheet-of-withdrawn-assessor', { name: file.name }));
  const t = translator(language);
  const issueName = (issueId: IdOf<'issues'>) =>
    textIn(state.issues.find(({ id }) => id === issueId)?.name, language);
  const base = new Map(
    (file.journal[0]?.changes ?? []).flatMap(({ table, after }) =>
      table === 'ratings' && after ? [[(after as Rating).issueId, after as Rating] as const] : [],
    ),
  );
  const brought = file.state.ratings.filter(
    (one) => one.assessorId === copy.assessorId && one.roundId === copy.roundId,
  );
  const asked = new Set<Id>(sent?.issueIds);
  const ratings = brought.flatMap((rating) => {
    const issue = issueName(rating.issueId);
    if (!round.issueIds.includes(rating.issueId)) {
      problems.error('issue-not-in-round', null, { issue }, rating.rationale);
      return [];
    }
    if (isRecused(round, assessor.id, rating.issueId)) {
      problems.error('issue-recused', null, { issue }, rating.rationale);
      return [];
    }
    const parts = splitSince(state, round, rating.issueId, asked).map(issueName);
    if (parts.length > 0)
      problems.note('issue-split', null, { issue, parts: parts.join(t('chart.separator')) });
    const before = fieldsOf(base.get(rating.issueId));
    const now = fieldsOf(rating);
    // What fell away because the impact is happening was not withdrawn.
    const fallen = (field: keyof RatingFields) => field === 'likelihood' && now.nature === 'actual';
    const fields = RATING_FIELDS.flatMap((field): OfferedField[] => {
      const [value, stood] = [now[field], before[field]];
      if (isBlank(value) && !isBlank(stood) && !Array.isArray(value) && value !== false) {
        if (!fallen(field))
          problems.note('blank-kept', null, {
            issue,
            column: t(FIELD_LABEL[field]),
            before: valueText(t, field, stood),
          });
        return [];
      }
      return [{ field, value, base: stood, cell: null }];
    });
    return [{ issueId: rating.issueId, fields }];
  });
  return {
    name: file.name,
    failure: round.stage === 'closed' ? problem('round-closed', { round: round.name }) : null,
    assessor,
    offer: { roundId: round.id, assessorId: assessor.id, ratings },
    problems: problems.all,
  };
}
