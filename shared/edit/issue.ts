import type { Draft } from '../change/draft.ts';
import { type FiscalYear, type Id, type LocalTerms, type LocalText, newId } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import { type Category, type Issue, isActive } from '../model/issue.ts';
import { ProblemError } from '../model/problem.ts';
import { ORDER_STEP } from '../taxonomy/new-workspace.ts';
import { freeCode } from './free-code.ts';

/** What a person says of an issue that they put on the list. */
export interface NewIssue {
  readonly category: Category;
  readonly name: LocalText;
  readonly definition?: LocalText;
  readonly activeFrom: FiscalYear;
}

/** What a person may write about an issue at any time. */
export type IssueFields = Partial<
  Pick<Issue, 'definition' | 'include' | 'exclude' | 'example' | 'synonyms' | 'instruments' | 'riskSources'>
>;

/** Fields of an issue that hold one text a language. */
export type IssueTextField = 'name' | 'definition' | 'include' | 'exclude' | 'example';

/**
 * Puts a new issue at the end of its category.
 * @throws ProblemError `issue-name-missing`, `issue-name-taken`
 */
export async function addIssue(draft: Draft, fields: NewIssue): Promise<Issue> {
  const name = trimmed(fields.name);
  const all = await draft.all('issues');
  const id = newId();
  refuseBadName(all, { id, category: fields.category, name });
  const issue: Issue = {
    id,
    code: freeCode(new Set(all.map(({ code }) => code)), name.en ?? '', {
      fallback: 'issue',
      prefix: `${PREFIXES[fields.category]}-`,
    }),
    category: fields.category,
    order: Math.max(0, ...inCategory(all, fields.category).map(({ order }) => order)) + ORDER_STEP,
    name,
    definition: trimmed(fields.definition ?? {}),
    sourceWording: {},
    synonyms: {},
    include: {},
    exclude: {},
    example: {},
    instruments: [],
    riskSources: [],
    activeFrom: fields.activeFrom,
    retiredAfter: null,
    mergedInto: null,
    splitFrom: null,
  };
  await draft.put('issues', issue);
  return issue;
}

/**
 * Gives an issue its name in one language, or adds the name in a further one; nothing written takes the language away.
 * The name it had stays among its synonyms, so that whoever types it still finds the issue.
 * @throws ProblemError `issue-name-missing` when no language would have a name, `issue-name-taken`
 */
export async function renameIssue(
  draft: Draft,
  issueId: IdOf<'issues'>,
  language: string,
  name: string,
): Promise<void> {
  const issue = await draft.require('issues', issueId);
  const names = withText(issue.name, language, name);
  refuseBadName(await draft.all('issues'), { id: issue.id, category: issue.category, name: names });
  const former = issue.name[language];
  await draft.patch('issues', issueId, {
    name: names,
    synonyms:
      former && former !== names[language]
        ? withTerms(issue.synonyms, { [language]: [former] }, names)
        : issue.synonyms,
  });
}

/** Writes definition, notes, synonyms, instruments or risk sources; what is not given stays as it is. */
export async function updateIssue(draft: Draft, issueId: IdOf<'issues'>, fields: IssueFields): Promise<void> {
  await draft.patch('issues', issueId, fields);
}

/** Writes one text of an issue in one language; an empty one takes the language away ("nobody wrote it yet"). */
export async function writeIssueText(
  draft: Draft,
  issueId: IdOf<'issues'>,
  field: IssueTextField,
  language: string,
  text: string,
): Promise<void> {
  if (field === 'name') return renameIssue(draft, issueId, language, text);
  const issue = await draft.require('issues', issueId);
  await draft.patch('issues', issueId, { [field]: withText(issue[field], language, text) });
}

/**
 * Takes an issue off the list after a fiscal year; all that was said about it stays.
 * @throws ProblemError `issue-retired-before-start`
 */
export async function retireIssue(
  draft: Draft,
  issueId: IdOf<'issues'>,
  lastYear: FiscalYear,
): Promise<void> {
  const issue = await draft.require('issues', issueId);
  if (lastYear < issue.activeFrom) throw new ProblemError('issue-retired-before-start');
  await draft.patch('issues', issueId, { retiredAfter: lastYear });
}

/**
 * Puts a retired issue back on the list, where it stood.
 * @throws ProblemError `issue-merged-away`, `issue-name-taken`
 */
export async function reviveIssue(draft: Draft, issueId: IdOf<'issues'>): Promise<void> {
  const issue = await draft.require('issues', issueId);
  if (issue.mergedInto !== null) throw new ProblemError('issue-merged-away');
  refuseBadName(await draft.all('issues'), issue);
  await draft.patch('issues', issueId, { retiredAfter: null });
}

/**
 * Moves an issue within its category or to another one: before `beforeId`, or to the end where that is null.
 * Only its own row changes, unless there is no room between its new neighbours.
 */
export async function moveIssue(
  draft: Draft,
  issueId: IdOf<'issues'>,
  { category, beforeId }: { readonly category: Category; readonly beforeId: Id | null },
): Promise<void> {
  const issue = await draft.require('issues', issueId);
  if (beforeId === issueId) return;
  const all = await draft.all('issues');
  if (category !== issue.category && isActive(issue)) refuseBadName(all, { ...issue, category });
  const others = inCategory(all, category).filter(({ id }) => id !== issueId);
  const found = beforeId === null ? -1 : others.findIndex(({ id }) => id === beforeId);
  const place = found < 0 ? others.length : found;
  const before = others[place - 1]?.order ?? 0;
  const after = others[place]?.order ?? before + 2 * ORDER_STEP;
  const order = (before + after) / 2;
  if (order - before > NO_ROOM && after - order > NO_ROOM) {
    await draft.patch('issues', issueId, { category, order });
    return;
  }
  const renumbered = [...others.slice(0, place), issue, ...others.slice(place)];
  for (const [index, { id }] of renumbered.entries())
    await draft.patch('issues', id, {
      order: (index + 1) * ORDER_STEP,
      ...(id === issueId ? { category } : {}),
    });
}

/** Issues of a category in the order of the list; equal places by id. */
export function inCategory(issues: readonly Issue[], category: Category): Issue[] {
  return issues
    .filter((issue) => issue.category === category)
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/** Distance under which two places in a list are treated as one. */
const NO_ROOM = 1e-3;

/** First letters of a code, by category. */
const PREFIXES: Readonly<Record<Category, string>> = {
  general: 'ge',
  'customers-communities': 'cu',
  'supply-chain': 'sc',
  employees: 'em',
};

function refuseBadName(issues: readonly Issue[], own: Pick<Issue, 'id' | 'category' | 'name'>): void {
  if (Object.keys(own.name).length === 0) throw new ProblemError('issue-name-missing');
  for (const issue of issues) {
    if (issue.id === own.id || issue.category !== own.category || !isActive(issue)) continue;
    for (const [language, name] of Object.entries(own.name))
      if (sameWord(issue.name[language] ?? '', name)) throw new ProblemError('issue-name-taken', { name });
  }
}

function sameWord(a: string, b: string): boolean {
  return a.normalize('NFKC').toLowerCase() === b.normalize('NFKC').toLowerCase();
}

/** The texts without blank ends; languages of which nothing is left are not in it. */
function trimmed(text: LocalText): LocalText {
  return Object.fromEntries(
    Object.entries(text).flatMap(([language, value]) => (value.trim() ? [[language, value.trim()]] : [])),
  );
}

function withText(text: LocalText, language: string, value: string): LocalText {
  return trimmed({ ...text, [language]: value });
}

/** Terms of both, each once; what is a name already is left out. */
export function withTerms(terms: LocalTerms, more: LocalTerms, names: LocalText): LocalTerms {
  const result: LocalTerms = { ...terms };
  for (const [language, added] of Object.entries(more)) {
    const own = result[language] ?? [];
    const fresh = added.filter(
      (term, index) =>
        !sameWord(term, names[language] ?? '') &&
        !own.some((one) => sameWord(one, term)) &&
        added.findIndex((one) => sameWord(one, term)) === index,
    );
    if (own.length + fresh.length > 0) result[language] = [...own, ...fresh];
  }
  return result;
}
