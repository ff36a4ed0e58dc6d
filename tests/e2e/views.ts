/** Every view of the sample workspace, for whatever goes through all of them. */
import type { Page } from 'playwright-core';
import { LEGACY_IDS, LENS_IDS } from '#shared/chart/lens.ts';
import { SECONDARY_CHART_IDS } from '#shared/chart/secondary-charts.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { VIEW_FORMS } from '#shared/model/view.ts';
import { goTo, settled } from './harness.ts';

/** Something that can be shown in the app: a place, or what opens above one. */
export interface View {
  readonly name: string;
  readonly show: (page: Page) => Promise<void>;
  /** Takes away again what stands above the place; absent = showing another view does. */
  readonly leave?: (page: Page) => Promise<void>;
}

/** The places of the sample by their names. Whether all of the app's are there, is held by `tests/unit/renderer`. */
export function placesOf(state: WorkspaceState): Readonly<Record<string, string>> {
  const round = latest(state.rounds, ({ fiscalYear }) => fiscalYear);
  const dialogue = first(state.dialogues).id;
  const passage = first(state.passages);
  const issue = first(state.ratings.filter(({ roundId }) => roundId === round.id)).issueId;
  const decided = first(state.decisions.filter(({ roundId }) => roundId === round.id));
  return {
    home: '/home',
    dialogues: '/dialogues',
    dialogue: `/dialogues/${dialogue}`,
    'dialogue-passage': `/dialogues/${dialogue}?turn=${passage.turnId}&passage=${passage.id}`,
    'dialogue-people': `/dialogues/${dialogue}?participant=${first(state.participants).id}`,
    'dialogue-found': `/dialogues/${dialogue}?find=suppliers`,
    review: `/dialogues/${dialogue}/review`,
    glossary: `/dialogues/${dialogue}/glossary`,
    compare: `/dialogues/${dialogue}/compare`,
    import: '/dialogues/import',
    ...named(VIEW_FORMS, (form) => [`passages-${form}`, `/passages?as=${form}`]),
    advice: '/advice',
    'advice-owner': '/advice?as=owner',
    'advice-open': `/advice/${first(state.advice).id}`,
    people: '/people',
    person: `/people/${first(state.persons).id}`,
    coders: '/coders',
    issues: '/issues',
    issue: `/issues/${issue}`,
    rounds: '/assessment',
    'new-round': '/assessment/new',
    ...named(['rate', 'discussion', 'results', 'course', 'setUp'], (tab) => [
      `round-${tab}`,
      `/assessment/${round.id}?tab=${tab}`,
    ]),
    'round-issue': `/assessment/${round.id}?issue=${issue}&tab=discussion`,
    ...named([...LENS_IDS, ...LEGACY_IDS, ...SECONDARY_CHART_IDS], (picture) => [
      `matrix-${picture}`,
      `/matrix/${round.id}?picture=${picture}`,
    ]),
    'matrix-table': `/matrix/${round.id}?as=table`,
    'matrix-issue': `/matrix/${round.id}?issue=${issue}`,
    ...named(['now', 'years', 'log'], (view) => [`decisions-${view}`, `/decisions/${round.id}?view=${view}`]),
    decision: `/decisions/${round.id}?${decided.subject.kind}=${decided.subject.id}`,
    'report-dialogue': '/reports?kind=dialogue',
    'report-materiality': '/reports?kind=materiality',
    method: `/reports/method/${round.id}`,
    board: `/reports/board/${round.id}`,
    search: '/search',
    'search-results': `/search?q=${encodeURIComponent('human rights 人権')}`,
    'search-nothing': '/search?q=zeppelin',
    settings: '/settings',
    nowhere: '/nowhere',
  };
}

/** What opens above any place by a key. */
export const OVERLAYS: readonly View[] = [
  {
    name: 'palette',
    show: async (page: Page) => {
      await page.keyboard.press('Control+K');
      await page.getByRole('dialog').getByRole('textbox').fill('a');
    },
    leave: closeDialog,
  },
  { name: 'help', show: (page: Page) => page.keyboard.press('F1'), leave: closeDialog },
].map(({ show, ...view }) => ({
  ...view,
  show: async (page: Page) => {
    await show(page);
    await page.getByRole('dialog').waitFor();
    await settled(page);
  },
}));

/** The places of the sample as views, in the order of the navigation. */
export function viewsOf(state: WorkspaceState): View[] {
  return Object.entries(placesOf(state)).map(([name, route]) => ({
    name,
    show: (page) => goTo(page, route),
  }));
}

/** Escape leaves a field first, then closes what the field stands in. */
export async function closeDialog(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  while (await dialog.isVisible()) {
    await page.keyboard.press('Escape');
    await settled(page);
  }
}

function named<T extends string>(
  ids: readonly T[],
  placeOf: (id: T) => readonly [string, string],
): Record<string, string> {
  return Object.fromEntries(ids.map(placeOf));
}

function first<T>([one]: readonly T[]): T {
  if (one === undefined) throw new Error('The sample lacks what this view shows.');
  return one;
}

function latest<T>(rows: readonly T[], year: (row: T) => number): T {
  return first([...rows].sort((a, b) => year(b) - year(a)));
}
