import { z } from 'zod';
import { Activity, activityTable } from './activity.ts';
import { Advice, adviceTable } from './advice.ts';
import { Arrangement, arrangementTable } from './arrangement.ts';
import { Instant } from './basics.ts';
import { Coding, codingTable } from './coding.ts';
import { Decision, decisionTable } from './decision.ts';
import { Dialogue, dialogueTable, Participant, participantTable } from './dialogue.ts';
import { Figure, figureTable } from './figure.ts';
import { Grievance, grievanceTable } from './grievance.ts';
import { type IdOf, idOf, ownId } from './id.ts';
import { Impact, impactTable } from './impact.ts';
import { Indicator, indicatorTable } from './indicator.ts';
import { Issue, issueTable } from './issue.ts';
import { Organisation, organisationTable } from './organisation.ts';
import { Person, personTable } from './person.ts';
import { Rating, ratingTable } from './rating.ts';
import { Round, roundTable } from './round.ts';
import { Source, sourceTable } from './source.ts';
import { added, shape } from './table.ts';
import { Theme, themeTable } from './theme.ts';
import { Passage, passageTable, Turn, turnTable } from './turn.ts';
import { Workspace, workspaceTable } from './workspace.ts';

const SHA_256 = /^[0-9a-f]{64}$/;

/** The round that a closed one is compared with, as it stood when that one was closed. */
const EarlierRound = z.strictObject({
  recordId: idOf('records'),
  /** Its decisions: what became of them is told in the later round's report. */
  decisions: z.array(Decision),
});

const earlierShape = shape({
  schema: EarlierRound,
  embeds: { decisions: decisionTable },
  merge: { recordId: 'fixed', decisions: 'fixed' },
});

/**
 * What a round rested on at a moment: the rows its assessment was made of, as they stood. Made when the ratings are
 * shown to all (`before-discussion`), when a discussion ends in another blind round (`discussed`), when the round is
 * closed (`closed`), and when a later round is closed that is compared with it while it is not (`compared`); never
 * changed. Texts, codings and names may go on changing in the workspace: a closed round is drawn from its last `closed`
 * record (METHOD, Decisions).
 */
export const RoundRecord = z.strictObject({
  id: ownId('records'),
  roundId: idOf('rounds'),
  kind: z.enum(['before-discussion', 'discussed', 'closed', 'compared']),
  by: z.string(),
  at: Instant,
  /** The workspace's own row: names and years as they were printed then. */
  workspace: z.array(Workspace),
  /** The round itself: its assessors, thresholds and method may still change while it is discussed. */
  rounds: z.array(Round),
  ratings: z.array(Rating),
  impacts: z.array(Impact),
  /** The whole list, with what was off it: which issues were not assessed is part of the result. */
  issues: z.array(Issue),
  themes: z.array(Theme),
  /** Legacy, like `activities`: what a version before 8 kept in place of figures. */
  grievances: z.array(Grievance),
  activities: z.array(Activity),
  dialogues: z.array(Dialogue),
  persons: z.array(Person),
  participants: z.array(Participant),
  /** Turns of the dialogues in scope; those without a passage keep their speaker and leave out their text. */
  turns: z.array(Turn),
  passages: z.array(Passage),
  codings: z.array(Coding),
  advice: z.array(Advice),
  /** SHA-256 over the ratings in canonical form, for the method page (METHOD-SOURCES 2.9, point 15). */
  sum: z.string().regex(SHA_256),
  /** The round's decisions as signed off; null = not signed off, by a version that closed a round without them. */
  decisions: z.array(Decision).nullable(),
  /** Indicators of the decisions here and of those of the earlier round, and of the figures below. */
  indicators: z.array(Indicator).nullable(),
  /**
   * Figures of the indicators of those decisions, of channels, and of the round's year; null = by a version that kept
   * activities, grievances and the values of indicators.
   */
  figures: z.array(Figure).nullable(),
  organisations: z.array(Organisation),
  arrangements: z.array(Arrangement),
  sources: z.array(Source),
  /** One at most. */
  earlier: z.array(EarlierRound).nullable(),
  /** SHA-256 of everything that a report of the round prints (`fingerprintOf`). */
  fingerprint: z.string().regex(SHA_256).nullable(),
});
export type RoundRecord = z.infer<typeof RoundRecord>;

/** Its rows are of the version that closed the round: each list has the history of its own table. */
export const recordTable = shape({
  schema: RoundRecord,
  since: 3,
  history: [
    added(7, {
      impacts: [],
      activities: [],
      decisions: null,
      indicators: null,
      earlier: null,
      fingerprint: null,
    }),
    added(8, { figures: null, organisations: [], arrangements: [], sources: [] }),
  ],
  embeds: {
    workspace: workspaceTable,
    rounds: roundTable,
    ratings: ratingTable,
    impacts: impactTable,
    issues: issueTable,
    themes: themeTable,
    grievances: grievanceTable,
    activities: activityTable,
    dialogues: dialogueTable,
    persons: personTable,
    participants: participantTable,
    turns: turnTable,
    passages: passageTable,
    codings: codingTable,
    advice: adviceTable,
    decisions: decisionTable,
    indicators: indicatorTable,
    figures: figureTable,
    organisations: organisationTable,
    arrangements: arrangementTable,
    sources: sourceTable,
    earlier: earlierShape,
  },
  merge: {
    roundId: 'fixed',
    kind: 'fixed',
    by: 'fixed',
    at: 'fixed',
    workspace: 'fixed',
    rounds: 'fixed',
    ratings: 'fixed',
    impacts: 'fixed',
    issues: 'fixed',
    themes: 'fixed',
    grievances: 'fixed',
    activities: 'fixed',
    dialogues: 'fixed',
    persons: 'fixed',
    participants: 'fixed',
    turns: 'fixed',
    passages: 'fixed',
    codings: 'fixed',
    advice: 'fixed',
    sum: 'fixed',
    decisions: 'fixed',
    indicators: 'fixed',
    figures: 'fixed',
    organisations: 'fixed',
    arrangements: 'fixed',
    sources: 'fixed',
    earlier: 'fixed',
    fingerprint: 'fixed',
  },
});

/** The last record of its kind of a round; of two made at the same instant the later id. */
export function lastRecord(
  records: readonly RoundRecord[],
  roundId: IdOf<'rounds'>,
  kind: RoundRecord['kind'],
): RoundRecord | undefined {
  return records
    .filter((one) => one.roundId === roundId && one.kind === kind)
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1))[0];
}
