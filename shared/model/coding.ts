import { z } from 'zod';
import { Id, Instant } from './basics.ts';

/** The judgement that a passage bears on an issue. */
export const Coding = z.strictObject({
  id: Id,
  dialogueId: Id,
  passageId: Id,
  issueId: Id,
  coder: z.string(),
  at: Instant,
  memo: z.string(),
});
export type Coding = z.infer<typeof Coding>;
