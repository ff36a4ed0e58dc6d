import { z } from 'zod';
import { Advice } from './advice.ts';
import { Id, Instant } from './basics.ts';
import { Coding } from './coding.ts';
import { Dialogue, Participant } from './dialogue.ts';
import { Grievance } from './grievance.ts';
import { Issue } from './issue.ts';
import { Person } from './person.ts';
import { Rating } from './rating.ts';
import { Round } from './round.ts';
import { Theme } from './theme.ts';
import { Passage, Turn } from './turn.ts';
import { Workspace } from './workspace.ts';

/**
 * What a round rested on at a moment: the rows its assessment was made of, as they stood. Made when the ratings are
 * first shown to all (`before-discussion`) and when the round is closed (`closed`); never changed. Texts, codings and
 * names may go on changing in the workspace: a closed round is drawn from its last `closed` record (METHOD, Decisions).
 */
export const RoundRecord = z.strictObject({
  id: Id,
  roundId: Id,
  kind: z.enum(['before-discussion', 'closed']),
  by: z.string(),
  at: Instant,
  /** The workspace's own row: names and years as they were printed then. */
  workspace: z.array(Workspace),
  /** The round itself: its assessors, thresholds and method may still change while it is discussed. */
  rounds: z.array(Round),
  ratings: z.array(Rating),
  /** The whole list, with what was off it: which issues were not assessed is part of the result. */
  issues: z.array(Issue),
  themes: z.array(Theme),
  grievances: z.array(Grievance),
  dialogues: z.array(Dialogue),
  persons: z.array(Person),
  participants: z.array(Participant),
  /** Turns of the dialogues in scope; those without a passage keep their speaker and leave out their text. */
  turns: z.array(Turn),
  passages: z.array(Passage),
  codings: z.array(Coding),
  advice: z.array(Advice),
  /** SHA-256 over the ratings in canonical form, for the method page (METHOD-SOURCES 2.9, point 15). */
  sum: z.string().regex(/^[0-9a-f]{64}$/),
});
export type RoundRecord = z.infer<typeof RoundRecord>;
