import type { Draft } from '../change/draft.ts';
import type { Id } from '../model/basics.ts';
import type { Coding } from '../model/coding.ts';
import { DECISION_LEVELS, type Decision } from '../model/decision.ts';
import type { IdOf } from '../model/id.ts';
import type { Issue } from '../model/issue.ts';
import type { IssueAtStake, Organisation } from '../model/organisation.ts';
import { ProblemError } from '../model/problem.ts';
import type { Evidence, Rating } from '../model/rating.ts';
import { DIMENSIONS, type Round } from '../model/round.ts';
import type { Authorship } from './coding.ts';
import { pointElsewhere } from './forget.ts';
import { joinedText, joinImpacts } from './impact.ts';
import { withTerms } from './issue.ts';
import { followed } from './round-log.ts';

/**
 * Merges issues into another one. Whatever pointed at them points at it: codings, advice, themes, the register, and in
 * rounds that are not closed the list of issues, ratings, impact lines and decisions. A closed round is left exactly as it was.
 *
 * Two things that become the same are folded into one, with nothing dropped: the same coder's codings of one passage
 * (memos joined), ratings by one assessor (the graver of each dimension, since the merged issue is at least as grave
 * as each of its parts; rationales and evidence joined; the former rating stays with the former issue), decisions
 * (the more attentive level; reasons and indicators joined).
 *
 * The merged issues stay as records that name their successor, which takes over their names as synonyms.
 * @throws ProblemError `issue-merge-self`, `issue-merged-away` when the target itself was merged
 */
export async function mergeIssues(
  draft: Draft,
  fromIds: readonly IdOf<'issues'>[],
  intoId: IdOf<'issues'>,
  author: Authorship,
): Promise<void> {
  const into = await draft.require('issues', intoId);
  if (into.mergedInto !== null) throw new ProblemError('issue-merged-away');
  if (fromIds.length === 0 || fromIds.includes(intoId)) throw new ProblemError('issue-merge-self');
  for (const fromId of new Set(fromIds)) {
    const from = await draft.require('issues', fromId);
    if (from.mergedInto !== null) throw new ProblemError('issue-merged-away');
    await moveCodings(draft, fromId, intoId);
    await replaceInLists(draft, fromId, intoId);
    await moveInRegister(draft, fromId, intoId);
    await moveAssessments(draft, fromId, intoId, author);
    await joinRecords(draft, from, intoId);
  }
}

async function moveCodings(draft: Draft, fromId: IdOf<'issues'>, intoId: IdOf<'issues'>): Promise<void> {
  const existing = new Map(
    (await draft.find('codings', 'issueId', intoId)).map((coding) => [samePlace(coding), coding]),
  );
  for (const coding of await draft.find('codings', 'issueId', fromId)) {
    const same = existing.get(samePlace(coding));
    if (same) {
      const memo = joined(same.memo, coding.memo);
      // Rejected only if both were: what is valid on either side stays valid.
      const reconciled = same.reconciled === 'rejected' ? coding.reconciled : same.reconciled;
      const folded: Coding = { ...same, memo, reconciled, at: same.at < coding.at ? same.at : coding.at };
      await draft.put('codings', folded);
      await draft.remove('codings', coding.id);
      existing.set(samePlace(coding), folded);
    } else {
      const moved: Coding = { ...coding, issueId: intoId };
      await draft.put('codings', moved);
      existing.set(samePlace(coding), moved);
    }
  }
}

function samePlace({ passageId, coder }: Coding): string {
  return `${passageId} ${coder}`;
}

async function replaceInLists(draft: Draft, fromId: IdOf<'issues'>, intoId: IdOf<'issues'>): Promise<void> {
  for (const table of ['advice', 'themes', 'arrangements', 'indicators', 'sources', 'activities'] as const)
    for (const { id, issueIds } of await draft.all(table))
      if (issueIds.includes(fromId))
        await draft.patch(table, id, { issueIds: replaced(issueIds, fromId, intoId) });
}

/** What the register says of an issue: what it bears on, what is at stake at organisations, answers to checklists. */
async function moveInRegister(draft: Draft, fromId: IdOf<'issues'>, intoId: IdOf<'issues'>): Promise<void> {
  await pointElsewhere(draft, 'issue', fromId, intoId);
  for (const { id, atStake } of await draft.all('organisations'))
    if (atStake.some(({ issueId }) => issueId === fromId))
      await draft.patch('organisations', id, { atStake: joinedStakes(atStake, fromId, intoId) });
  const answers = (await draft.all('answers')).filter(({ subject }) => subject?.to === 'issue');
  for (const one of answers.filter(({ subject }) => subject?.id === fromId)) {
    const same = answers.find(
      (other) =>
        other.subject?.id === intoId &&
        other.checklist === one.checklist &&
        other.requirement === one.requirement &&
        other.fiscalYear === one.fiscalYear &&
        other.of === one.of,
    );
    if (!same) await draft.patch('answers', one.id, { subject: { to: 'issue', id: intoId } });
    else {
      await draft.patch('answers', same.id, {
        // What is open for a part is open for the whole.
        state: same.state === one.state ? same.state : 'partly',
        text: joinedText(same.text, one.text),
        why: joined(same.why, one.why),
        uses: [...new Map([...same.uses, ...one.uses].map((use) => [`${use.to} ${use.id}`, use])).values()],
      });
      await draft.remove('answers', one.id);
    }
  }
}

/** One line for the whole: actual where it is so of a part. */
function joinedStakes(
  atStake: Organisation['atStake'],
  fromId: IdOf<'issues'>,
  intoId: IdOf<'issues'>,
): Organisation['atStake'] {
  const lines = new Map<Id, IssueAtStake>();
  for (const line of atStake) {
    const issueId = line.issueId === fromId ? intoId : line.issueId;
    const same = lines.get(issueId);
    if (!same || (same.state === 'potential' && line.state === 'actual'))
      lines.set(issueId, { ...line, issueId });
  }
  return [...lines.values()];
}

async function moveAssessments(
  draft: Draft,
  fromId: IdOf<'issues'>,
  intoId: IdOf<'issues'>,
  author: Authorship,
): Promise<void> {
  const formerRatings = await draft.find('ratings', 'issueId', fromId);
  const decisions = await draft.all('decisions');
  for (const round of await draft.all('rounds')) {
    if (round.stage === 'closed') continue;
    if (round.issueIds.includes(fromId))
      await draft.patch('rounds', round.id, {
        issueIds: replaced(round.issueIds, fromId, intoId),
        // Whoever has an interest in a part has one in the whole.
        recusals: movedRecusals(round, fromId, intoId),
        log: followed(round, { kind: 'issue-merged', issueId: fromId, otherId: intoId }, author),
      });

    const existing = new Map(
      (await draft.find('ratings', 'issueId', intoId))
        .filter(({ roundId }) => roundId === round.id)
        .map((rating) => [rating.assessorId, rating]),
    );
    for (const rating of formerRatings.filter(({ roundId }) => roundId === round.id)) {
      const same = existing.get(rating.assessorId);
      if (same) await draft.put('ratings', graverOf(same, rating));
      else await draft.patch('ratings', rating.id, { issueId: intoId });
    }

    await joinImpacts(draft, round.id, fromId, intoId);

    const about = (id: Id) =>
      decisions.find(
        ({ roundId, subject }) => roundId === round.id && subject.kind === 'issue' && subject.id === id,
      );
    const former = about(fromId);
    if (!former) continue;
    const same = about(intoId);
    if (same) {
      await draft.put('decisions', foldDecisions(same, former));
      await pointElsewhere(draft, 'decision', former.id, same.id);
      await draft.remove('decisions', former.id);
    } else await draft.patch('decisions', former.id, { subject: { kind: 'issue', id: intoId } });
  }
}

/** `own` with whatever `other` holds graver: what is true of a part is true of the whole. */
function graverOf(own: Rating, other: Rating): Rating {
  const result: Rating = {
    ...own,
    nature: own.nature === 'actual' || other.nature === 'actual' ? 'actual' : 'potential',
    delayMakesIrremediable: own.delayMakesIrremediable || other.delayMakesIrremediable,
    connection: own.connection ?? other.connection,
    leverage: own.leverage ?? other.leverage,
    businessEffect: own.businessEffect ?? other.businessEffect,
    valueChain: own.valueChain ?? other.valueChain,
    confidence: own.confidence ?? other.confidence,
    rationale: joined(own.rationale, other.rationale),
    evidence: joinEvidence(own.evidence, other.evidence),
  };
  for (const dimension of DIMENSIONS) {
    const theirs = other[dimension];
    if (theirs !== null && theirs > (result[dimension] ?? 0)) result[dimension] = theirs;
  }
  if (result.nature === 'actual') result.likelihood = null;
  result.abstained = DIMENSIONS.filter(
    (dimension) =>
      result[dimension] === null &&
      (own.abstained.includes(dimension) || other.abstained.includes(dimension)),
  );
  return result;
}

function joinEvidence(own: Evidence, other: Evidence): Evidence {
  return {
    passageIds: union(own.passageIds, other.passageIds),
    adviceIds: union(own.adviceIds, other.adviceIds),
    sources: union(own.sources, other.sources),
  };
}

function foldDecisions(own: Decision, other: Decision): Decision {
  const attention = (decision: Decision) => DECISION_LEVELS.indexOf(decision.level);
  return {
    ...own,
    level: attention(other) < attention(own) ? other.level : own.level,
    why: joined(own.why, other.why),
    measure: joinedText(own.measure, other.measure),
    due: earlier(own.due, other.due),
    owner: own.owner || other.owner,
    indicatorIds: union(own.indicatorIds, other.indicatorIds),
    reviewDate: earlier(own.reviewDate, other.reviewDate),
  };
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

async function joinRecords(draft: Draft, from: Issue, intoId: IdOf<'issues'>): Promise<void> {
  const into = await draft.require('issues', intoId);
  const names = Object.fromEntries(Object.entries(from.name).map(([language, name]) => [language, [name]]));
  const places = new Set(into.instruments.map(({ code, provision }) => `${code}@${provision}`));
  const sources = new Set(into.riskSources.map((source) => JSON.stringify(source)));
  await draft.patch('issues', intoId, {
    synonyms: withTerms(withTerms(into.synonyms, names, into.name), from.synonyms, into.name),
    instruments: [
      ...into.instruments,
      ...from.instruments.filter(({ code, provision }) => !places.has(`${code}@${provision}`)),
    ],
    riskSources: [
      ...into.riskSources,
      ...from.riskSources.filter((source) => !sources.has(JSON.stringify(source))),
    ],
    activeFrom: Math.min(into.activeFrom, from.activeFrom),
  });
  // Whoever was merged into `from` earlier now leads to where it went.
  for (const issue of await draft.all('issues'))
    if (issue.mergedInto === from.id) await draft.patch('issues', issue.id, { mergedInto: intoId });
  await draft.patch('issues', from.id, { mergedInto: intoId });
}

/** Recusals from the issue that was merged are from the one it went into, once each. */
function movedRecusals(
  { recusals }: Round,
  fromId: IdOf<'issues'>,
  intoId: IdOf<'issues'>,
): Round['recusals'] {
  const moved = recusals.map((one) => (one.issueId === fromId ? { ...one, issueId: intoId } : one));
  return moved.filter(
    (one, index) =>
      moved.findIndex(
        ({ assessorId, issueId }) => assessorId === one.assessorId && issueId === one.issueId,
      ) === index,
  );
}

function replaced(ids: readonly Id[], fromId: IdOf<'issues'>, intoId: IdOf<'issues'>): Id[] {
  return [...new Set(ids.map((id) => (id === fromId ? intoId : id)))];
}

function union<T>(own: readonly T[], other: readonly T[]): T[] {
  return [...new Set([...own, ...other])];
}

/** Both texts, one under the other; a text that the other holds already is not repeated. */
function joined(own: string, other: string): string {
  if (other.trim() === '' || own.includes(other)) return own;
  return own.trim() === '' ? other : `${own}\n${other}`;
}
