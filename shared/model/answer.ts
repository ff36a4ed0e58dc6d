import { z } from 'zod';
import { FiscalYear, Instant, LocalText } from './basics.ts';
import { idOf, ownId } from './id.ts';
import { refSchema } from './ref.ts';
import { shape } from './table.ts';

export const ANSWER_STATES = ['answered', 'partly', 'missing', 'not-applicable'] as const;
export const AnswerState = z.enum(ANSWER_STATES);
export type AnswerState = z.infer<typeof AnswerState>;

/** What an answer can rest on. */
const RESTS_ON = [
  'issue',
  'theme',
  'dialogue',
  'passage',
  'advice',
  'decision',
  'commitment',
  'entry',
  'indicator',
  'figure',
  'instrument',
  'organisation',
  'arrangement',
  'source',
] as const;

/** What a company says to one requirement of a checklist, for one year. */
export const Answer = z.strictObject({
  id: ownId('answers'),
  /** Id of a shipped checklist, e.g. `uk-msa-54`, and the version of it that was answered. */
  checklist: z.string().min(1),
  version: z.string(),
  /** Number of the requirement in it, e.g. `54(5)(a)`. */
  requirement: z.string().min(1),
  /** Who says it; null = the company of the workspace. */
  of: idOf('organisations').nullable(),
  /** Of what it is said, where a checklist is asked of each channel or theme. */
  subject: refSchema('subject', ['arrangement', 'theme', 'issue']).nullable(),
  fiscalYear: FiscalYear,
  state: AnswerState,
  text: LocalText,
  /** Why it does not apply, or is missing. */
  why: z.string(),
  /** What of the register it rests on, beside what the requirement gathers by itself. */
  uses: z.array(refSchema('uses', RESTS_ON)),
  /** What the requirement gathers by itself, and this answer does not rest on. */
  leftOut: z.array(
    refSchema('leftOut', RESTS_ON, {
      mayBeGone: { when: 'always', why: 'nothing rests on what an answer leaves out' },
    }),
  ),
  by: z.string(),
  at: Instant,
});
export type Answer = z.infer<typeof Answer>;

export const answerTable = shape({
  schema: Answer,
  since: 9,
  index: ['checklist+fiscalYear'],
  merge: {
    checklist: 'fixed',
    version: 'plain',
    requirement: 'fixed',
    of: 'fixed',
    subject: 'fixed',
    fiscalYear: 'fixed',
    state: { group: 'state' },
    text: 'prose',
    why: { group: 'state' },
    uses: 'set',
    leftOut: 'set',
    by: 'plain',
    at: 'plain',
  },
});
