import type { Draft } from '../change/draft.ts';
import type { FiscalYear, LocalText } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import { type Issue, isActive } from '../model/issue.ts';
import { ProblemError } from '../model/problem.ts';
import type { Authorship } from './coding.ts';
import { addIssue, moveIssue } from './issue.ts';
import { followed } from './round-log.ts';

/** One of the issues that are split off. */
export interface IssuePart {
  readonly name: LocalText;
  readonly definition?: LocalText;
}

/**
 * Splits issues off another one, which stays with everything that was said, advised and rated of it: which part that
 * bears on is for people to say, passage by passage. The new issues stand right behind it, begin with its instruments
 * and sources of risk information, and join its themes, the rounds that are not closed and the kept questions that ask
 * for it, so that these find what they found before, wherever a passage is put.
 * @throws ProblemError `issue-off-list`, `issue-split-nothing`, `issue-name-missing`, `issue-name-taken`
 */
export async function splitIssue(
  draft: Draft,
  issueId: IdOf<'issues'>,
  parts: readonly IssuePart[],
  activeFrom: FiscalYear,
  author: Authorship,
): Promise<Issue[]> {
  const origin = await draft.require('issues', issueId);
  if (!isActive(origin)) throw new ProblemError('issue-off-list');
  if (parts.length === 0) throw new ProblemError('issue-split-nothing');
  const behind = (await draft.all('issues'))
    .filter((one) => one.category === origin.category && one.order > origin.order)
    .sort((a, b) => a.order - b.order)[0];

  const made: Issue[] = [];
  for (const part of parts) {
    const { id } = await addIssue(draft, { ...part, category: origin.category, activeFrom });
    const { instruments, riskSources } = origin;
    await draft.patch('issues', id, { splitFrom: issueId, instruments, riskSources });
    await moveIssue(draft, id, { category: origin.category, beforeId: behind?.id ?? null });
    made.push(await draft.require('issues', id));
  }
  const ids = made.map(({ id }) => id);
  for (const theme of await draft.all('themes'))
    if (theme.issueIds.includes(issueId))
      await draft.patch('themes', theme.id, { issueIds: [...theme.issueIds, ...ids] });
  for (const round of await draft.all('rounds'))
    if (round.stage !== 'closed' && round.issueIds.includes(issueId))
      await draft.patch('rounds', round.id, {
        issueIds: [...round.issueIds, ...ids],
        // Whoever has an interest in the whole has one in its parts.
        recusals: [
          ...round.recusals,
          ...round.recusals
            .filter((one) => one.issueId === issueId)
            .flatMap(({ assessorId }) => ids.map((id) => ({ assessorId, issueId: id }))),
        ],
        log: ids.reduce(
          (log, id) =>
            followed({ ...round, log }, { kind: 'issue-split', issueId: id, otherId: issueId }, author),
          round.log,
        ),
      });
  for (const { id, issueIds } of await draft.all('sources'))
    if (issueIds.includes(issueId)) await draft.patch('sources', id, { issueIds: [...issueIds, ...ids] });
  await askForParts(draft, issueId, ids);
  return made;
}

/** Kept questions that were narrowed to an issue are narrowed to it or its parts. */
async function askForParts(draft: Draft, issueId: IdOf<'issues'>, parts: readonly IdOf<'issues'>[]) {
  const widened = <I extends string>(asked: readonly I[], own: readonly I[]): I[] =>
    asked.some((id) => id === issueId) ? [...new Set([...asked, ...own])] : [...asked];
  for (const { id, query } of await draft.all('views')) {
    const { about, notAbout } = query;
    if (![...about, notAbout].some((group) => group.includes(issueId))) continue;
    await draft.patch('views', id, {
      query: {
        ...query,
        about: about.map((group) => widened(group, parts)),
        notAbout: widened(notAbout, parts),
      },
    });
  }
  for (const { id, chosen } of await draft.all('searches')) {
    const asked = chosen.issue;
    if (asked?.includes(issueId))
      await draft.patch('searches', id, { chosen: { ...chosen, issue: widened(asked, parts) } });
  }
}
