import type { Draft } from '../change/draft.ts';
import { type Id, type LocalText, newId } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import { ProblemError } from '../model/problem.ts';
import type { Theme } from '../model/theme.ts';
import { ORDER_STEP } from '../taxonomy/new-workspace.ts';
import { forgetRow } from './forget.ts';
import { freeCode } from './free-code.ts';

/** What a person says of a theme that they make. */
export interface NewTheme {
  readonly name: LocalText;
  readonly definition?: LocalText;
  readonly issueIds: readonly IdOf<'issues'>[];
}

/**
 * Makes a theme: issues that are monitored together.
 * @throws ProblemError `theme-name-missing`, `theme-empty`
 */
export async function addTheme(draft: Draft, fields: NewTheme): Promise<Theme> {
  const themes = await draft.all('themes');
  const theme: Theme = {
    id: newId(),
    code: freeCode(new Set(themes.map(({ code }) => code)), fields.name.en ?? '', { fallback: 'theme' }),
    order: Math.max(0, ...themes.map(({ order }) => order)) + ORDER_STEP,
    name: named(fields.name),
    definition: fields.definition ?? {},
    issueIds: await members(draft, fields.issueIds),
  };
  await draft.put('themes', theme);
  return theme;
}

/**
 * Writes a theme's name, definition or members; what is not given stays.
 * @throws ProblemError `theme-name-missing`, `theme-empty`, `row-missing` for an unknown issue
 */
export async function updateTheme(
  draft: Draft,
  themeId: IdOf<'themes'>,
  fields: Partial<Pick<Theme, 'name' | 'definition' | 'issueIds'>>,
): Promise<void> {
  await draft.patch('themes', themeId, {
    ...fields,
    ...(fields.name ? { name: named(fields.name) } : {}),
    ...(fields.issueIds ? { issueIds: await members(draft, fields.issueIds) } : {}),
  });
}

/**
 * Removes a theme; its issues stay.
 * @throws ProblemError `theme-decided`: a decision stands on it, and would say nothing without it; `still-referred-to`
 * while a checklist is answered for it
 */
export async function removeTheme(draft: Draft, themeId: IdOf<'themes'>): Promise<void> {
  for (const { subject } of await draft.all('decisions'))
    if (subject.kind === 'theme' && subject.id === themeId) throw new ProblemError('theme-decided');
  const answers = (await draft.all('answers')).filter(({ subject }) => subject?.id === themeId);
  if (answers.length > 0) throw new ProblemError('still-referred-to', { count: answers.length });
  for (const { id, themeIds } of await draft.all('arrangements'))
    if (themeIds.includes(themeId))
      await draft.patch('arrangements', id, { themeIds: themeIds.filter((one) => one !== themeId) });
  await forgetRow(draft, 'theme', themeId);
  await draft.remove('themes', themeId);
}

async function members(draft: Draft, issueIds: readonly IdOf<'issues'>[]): Promise<Id[]> {
  if (issueIds.length === 0) throw new ProblemError('theme-empty');
  for (const id of issueIds) await draft.require('issues', id);
  return [...new Set(issueIds)];
}

function named(name: LocalText): LocalText {
  const written = Object.entries(name).filter(([, text]) => text.trim() !== '');
  if (written.length === 0) throw new ProblemError('theme-name-missing');
  return Object.fromEntries(written.map(([language, text]) => [language, text.trim()]));
}
