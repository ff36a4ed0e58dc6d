import { z } from 'zod';
import { Instant, PartialDate } from './basics.ts';
import { idOf, ownId } from './id.ts';
import { shape } from './table.ts';

export const ADVICE_KINDS = ['urge', 'caution', 'commend', 'question', 'information'] as const;
export const AdviceKind = z.enum(ADVICE_KINDS);
export type AdviceKind = z.infer<typeof AdviceKind>;

export const ADVICE_STATUSES = ['heard', 'considered', 'accepted', 'declined', 'done'] as const;
export const AdviceStatus = z.enum(ADVICE_STATUSES);
export type AdviceStatus = z.infer<typeof AdviceStatus>;

/** Which statuses may follow which; a step back is a correction, and allowed by undo alone. */
export const NEXT_STATUSES: Readonly<Record<AdviceStatus, readonly AdviceStatus[]>> = {
  heard: ['considered'],
  considered: ['accepted', 'declined'],
  accepted: ['done', 'declined'],
  declined: ['considered'],
  done: ['accepted'],
};

/** Something a participant asked of, warned or told the company; never without the passages it was heard in. */
export const Advice = z.strictObject({
  id: ownId('advice'),
  dialogueId: idOf('dialogues'),
  passageIds: z.array(idOf('passages', { sameDialogue: true })).min(1),
  issueIds: z.array(idOf('issues')),
  kind: AdviceKind,
  /** The advice in the office's own words. */
  restatement: z.string(),
  /** Part of the company it is addressed to. */
  addressee: z.string(),
  response: z.string(),
  commitment: z.string(),
  owner: z.string(),
  due: PartialDate.nullable(),
  status: AdviceStatus,
  takenBy: z.string(),
  at: Instant,
});
export type Advice = z.infer<typeof Advice>;

export const adviceTable = shape({
  schema: Advice,
  index: ['kind', 'status'],
  merge: {
    dialogueId: 'plain',
    passageIds: 'set',
    issueIds: 'set',
    kind: 'plain',
    restatement: 'prose',
    addressee: 'plain',
    response: 'prose',
    commitment: 'prose',
    owner: 'plain',
    due: 'plain',
    status: 'plain',
    takenBy: 'plain',
    at: 'plain',
  },
});
