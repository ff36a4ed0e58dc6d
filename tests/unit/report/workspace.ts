import { blankRating } from '#shared/edit/rating.ts';
import type { Advice } from '#shared/model/advice.ts';
import { newId } from '#shared/model/basics.ts';
import type { Commitment } from '#shared/model/commitment.ts';
import type { AttributionPolicy, Dialogue, Participant } from '#shared/model/dialogue.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { Rating } from '#shared/model/rating.ts';
import { METHOD_VERSION, type Round } from '#shared/model/round.ts';
import { emptyState, type WorkspaceState } from '#shared/model/tables.ts';
import type { Passage, Turn } from '#shared/model/turn.ts';
import { makeDialogue, makeIssue, makeParticipant, makeRound, makeTurn } from '../../fixtures/state.ts';

export const AT = '2024-07-01T12:00:00.000Z';

/** One thing somebody said, and the advice taken from it. */
export interface Saying {
  readonly speaker: Participant | null;
  readonly words: string;
  readonly attribution?: AttributionPolicy | null;
  readonly narration?: true;
}

export interface AdviceFields extends Partial<Advice> {
  readonly sayings: readonly Saying[];
}

/** A workspace of one dialogue whose advice stands on the sayings given; each saying is a turn of its own. */
export function workspaceOf(
  dialogueFields: Partial<Dialogue>,
  participants: readonly Participant[],
  issues: readonly Issue[],
  advice: readonly AdviceFields[],
): WorkspaceState & { readonly dialogue: Dialogue } {
  const dialogue = makeDialogue(dialogueFields);
  const turns: Turn[] = [];
  const passages: Passage[] = [];
  const rows: Advice[] = advice.map(({ sayings, ...fields }) => {
    const passageIds = sayings.map((saying) => {
      const turn = makeTurn(dialogue.id, {
        order: turns.length,
        text: saying.words,
        kind: saying.narration ? 'narration' : 'speech',
        participantId: saying.speaker?.id ?? null,
      });
      turns.push(turn);
      const passage: Passage = {
        id: newId(),
        dialogueId: dialogue.id,
        turnId: turn.id,
        start: 0,
        end: saying.words.length,
        quote: saying.words,
        before: '',
        after: '',
        attribution: saying.attribution ?? null,
        state: 'anchored',
      };
      passages.push(passage);
      return passage.id;
    });
    return makeAdvice(dialogue.id, { passageIds, ...fields });
  });
  return {
    ...emptyState(),
    workspace: [
      {
        id: newId(),
        name: { en: 'Harbour office', ja: '港湾事務局' },
        company: { en: 'Quay Lines', ja: 'キー海運' },
        companyAliases: [],
        languages: ['en', 'ja'],
        fiscalYear: { firstMonth: 4, namedBy: { en: 'end', ja: 'start' } },
        taxonomyVersion: '',
        copy: null,
        notice: {},
      },
    ],
    dialogues: [dialogue],
    participants: participants.map((one) => ({ ...one, dialogueId: dialogue.id })),
    issues: [...issues],
    turns,
    passages,
    ...promisedApart(rows),
    dialogue,
  };
}

/** Advice with what was promised in answer as rows of their own, with its owner and date. */
export function promisedApart(advice: readonly Advice[]): { advice: Advice[]; commitments: Commitment[] } {
  return {
    advice: advice.map((one) =>
      one.commitment === '' ? one : { ...one, commitment: '', owner: '', due: null },
    ),
    commitments: advice.flatMap(({ id, commitment, owner, due, status }): Commitment[] =>
      commitment === ''
        ? []
        : [
            {
              id: newId(),
              text: commitment,
              madeIn: { to: 'advice', id },
              owner,
              due,
              status: status === 'done' ? 'kept' : 'promised',
              why: '',
              measuredBy: null,
              by: 'Office',
              at: AT,
            },
          ],
    ),
  };
}

export function makeAdvice(dialogueId: string, fields: Partial<Advice> = {}): Advice {
  return {
    id: newId(),
    dialogueId,
    passageIds: [newId()],
    issueIds: [],
    kind: 'urge',
    restatement: '',
    addressee: '',
    response: '',
    commitment: '',
    noCommitmentWhy: '',
    owner: '',
    due: null,
    status: 'heard',
    takenBy: 'Office',
    at: AT,
    ...fields,
  };
}

export const speaker = (fields: Partial<Participant> = {}) => makeParticipant('', fields);

export function makeRating(
  round: Round,
  issueId: string,
  assessorId: string,
  fields: Partial<Rating> = {},
): Rating {
  return {
    ...blankRating({ roundId: round.id, issueId, assessorId }, newId(), AT),
    scale: 3,
    scope: 3,
    irremediability: 3,
    likelihood: 3,
    ...fields,
  };
}

const ASSESSORS = [
  { id: newId(), name: 'Ines Ferro', voice: 'company', personId: null, conflict: '', withdrawn: false },
  { id: newId(), name: 'Tomas Brandt', voice: 'expert', personId: null, conflict: '', withdrawn: false },
  { id: newId(), name: 'Aiko Mori', voice: 'representative', personId: null, conflict: '', withdrawn: false },
] as const;

/** A workspace with one round over three issues and three assessors, of whom one stands apart on the first issue. */
export function assessedWorkspace(): { state: WorkspaceState; round: Round; issues: Issue[] } {
  const base = workspaceOf(
    { title: 'Talks about fees', date: '2024-06-01' },
    [speaker()],
    [],
    [{ sayings: [{ speaker: null, words: 'Repay the fees.' }] }],
  );
  const issues = [
    makeIssue({ name: { en: 'Forced labour', ja: '強制労働' } }),
    makeIssue({ code: 'b', order: 1, name: { en: 'Child labour', ja: '児童労働' } }),
    makeIssue({ code: 'c', order: 2, name: { en: 'Working hours', ja: '労働時間' } }),
  ];
  const [first, second, third] = issues as [Issue, Issue, Issue];
  const round = makeRound({
    name: { en: 'Spring round' },
    stage: 'discussion',
    issueIds: issues.map((one) => one.id),
    dialogueIds: [base.dialogue.id],
    assessors: ASSESSORS.map((one) => ({ ...one })),
    method: { version: METHOD_VERSION, standard: 'UNGP 2011' },
    note: { en: 'Illustrative ratings.', ja: '評価は例示です。' },
  });
  const [a, b, c] = ASSESSORS.map((one) => one.id) as [string, string, string];
  const ratings = [
    makeRating(round, first.id, a, { scale: 5 }),
    makeRating(round, first.id, b, { scale: 5 }),
    makeRating(round, first.id, c, { scale: 2, rationale: 'Fees are repaid at this port.' }),
    makeRating(round, second.id, a, { nature: 'actual', likelihood: null, scale: 4 }),
    makeRating(round, second.id, b, { nature: 'actual', likelihood: null, scale: 4 }),
    makeRating(round, third.id, a, { scale: 2, scope: 2, irremediability: null, likelihood: 2 }),
  ];
  return { state: { ...base, issues, rounds: [round], ratings }, round, issues };
}
