/** Every view of the sample workspace, for whatever goes through all of them. */
import { expect } from 'vitest';
import { LEGACY_IDS, LENS_IDS } from '#shared/chart/lens.ts';
import { SECONDARY_CHART_IDS } from '#shared/chart/secondary-charts.ts';
import type { Language } from '#shared/i18n/languages.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { VIEW_FORMS } from '#shared/model/view.ts';
import { chooseInMenu, goTo, type Hearken, setColorScheme, setLanguage, settled } from './harness.ts';

/** Something that can be shown in the app: a place, or what opens above one. */
export interface View {
  readonly name: string;
  readonly show: (hearken: Hearken) => Promise<void>;
  /** Takes away again what stands above the place; absent = showing another view does. */
  readonly leave?: (hearken: Hearken) => Promise<void>;
}

/** The places of the sample by their names; those of a round that is being rated, where there is one. */
export function placesOf(state: WorkspaceState): Readonly<Record<string, string>> {
  const round = first(state.rounds.filter(({ stage }) => stage === 'discussion'));
  const rated = state.rounds.find(({ stage }) => stage === 'rating');
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
    'follow-up': '/follow-up',
    commitments: '/follow-up/commitments',
    commitment: `/follow-up/commitments/${first(state.commitments).id}`,
    'next-dialogue': `/follow-up/next/${dialogue}`,
    people: '/people',
    'new-person': '/people?new=1',
    person: `/people/${first(state.persons).id}`,
    coders: '/coders',
    issues: '/issues',
    'new-issue': '/issues?new=1',
    issue: `/issues/${issue}`,
    rounds: '/assessment',
    'new-round': '/assessment/new',
    ...named(['rate', 'discussion', 'results', 'course', 'setUp'], (tab) => [
      `round-${tab}`,
      `/assessment/${round.id}?tab=${tab}`,
    ]),
    ...(rated
      ? {
          rating: `/assessment/${rated.id}?tab=rate`,
          'rating-grid': `/assessment/${rated.id}?tab=rate&view=grid`,
        }
      : {}),
    'round-issue': `/assessment/${round.id}?issue=${issue}&tab=discussion`,
    ...named([...LENS_IDS, ...LEGACY_IDS, ...SECONDARY_CHART_IDS], (picture) => [
      `matrix-${picture}`,
      `/matrix/${round.id}?picture=${picture}`,
    ]),
    'matrix-table': `/matrix/${round.id}?as=table`,
    'matrix-issue': `/matrix/${round.id}?issue=${issue}`,
    ...named(['now', 'years', 'log'], (view) => [`decisions-${view}`, `/decisions/${round.id}?view=${view}`]),
    decision: `/decisions/${round.id}?${decided.subject.kind}=${decided.subject.id}`,
    figures: '/figures',
    'figures-drawer': `/figures?figure=${first(state.figures).id}`,
    'figures-new-indicator': '/figures?new=1',
    'figures-paste': '/figures?paste=1',
    ...named(['arrangements', 'organisations', 'instruments', 'sources'] as const, (list) => [
      `register-${list}`,
      `/register/${list}`,
    ]),
    'register-new': '/register/arrangements?new=1',
    ...named(['arrangements', 'organisations', 'instruments', 'sources'] as const, (list) => [
      `register-page-${list}`,
      `/register/${list}/${first<{ readonly id: string }>(state[list]).id}`,
    ]),
    ...named(['54(5)(b)', '54(5)(f)', 'approval', 'editions', 'hints', 'about'], (at) => [
      `statement-${at}`,
      `/statements?checklist=uk-msa-54&year=2019&at=${encodeURIComponent(at)}`,
    ]),
    'statement-themes': '/statements?checklist=ungp-rf&year=2019',
    'report-statement': '/reports?kind=statement',
    'report-human-rights': '/reports?kind=human-rights',
    suppliers: '/suppliers',
    'suppliers-import': '/suppliers?import=1',
    'supplier-coverage': '/suppliers/coverage',
    'report-dialogue': '/reports?kind=dialogue',
    'report-follow-up': '/reports?kind=follow-up',
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

/**
 * Shows every view of the navigation in some looks, and sees that its heading is said in the language.
 * @param look at each, as it is shown
 */
export async function walkViews(
  hearken: Hearken,
  looks: readonly (readonly [language: Language, scheme: 'light' | 'dark'])[],
  look: (route: string) => Promise<void> = async () => undefined,
): Promise<void> {
  const { page } = hearken;
  const routes = await page
    .locator('nav a[href^="#/"]')
    .evaluateAll((links) => links.map((link) => (link.getAttribute('href') ?? '').slice(1)));
  expect(routes.length).toBeGreaterThanOrEqual(8);
  const said = new Map<string, string>();
  for (const [language, scheme] of looks) {
    await setLanguage(hearken, language);
    await setColorScheme(hearken, scheme);
    for (const route of routes) {
      await goTo(page, route);
      const heading = page.getByRole('main').getByRole('heading').first();
      await heading.waitFor();
      said.set(`${route} ${language}`, await heading.innerText());
      await look(route);
      expect(hearken.pageErrors, route).toEqual([]);
    }
  }
  // The frame of each view speaks the language that was chosen: no heading stays as it was.
  for (const route of routes) expect(said.get(`${route} ja`), route).not.toBe(said.get(`${route} en`));
}

/** What opens above a place, and places that hold something first when a person has done something there. */
export function overlaysOf(state: WorkspaceState): View[] {
  const { dialogue = '' } = placesOf(state);
  /** With the whole of a turn selected, by key. */
  const atDesk = (key: string) => async (hearken: Hearken) => {
    const { page } = hearken;
    await goTo(page, dialogue);
    await page.getByTestId('desk').focus();
    for (const one of ['ArrowDown', 'Enter', key]) await page.keyboard.press(one);
    await settled(page);
  };
  const inDialog = (open: (hearken: Hearken) => Promise<void>) => async (hearken: Hearken) => {
    await open(hearken);
    // One may stand over another, e.g. over the drawer of a figure.
    await hearken.page.getByRole('dialog').last().waitFor();
    await settled(hearken.page);
  };
  return [
    { name: 'desk-code', show: atDesk('c'), leave: ({ page }) => page.keyboard.press('Escape') },
    { name: 'desk-advice', show: atDesk('a') },
    { name: 'help', show: inDialog(({ page }) => page.keyboard.press('F1')), leave: closeDialog },
    {
      name: 'palette',
      show: inDialog(async ({ page }) => {
        await page.keyboard.press('Control+K');
        await page.getByRole('dialog').getByRole('textbox').fill('a');
      }),
      leave: closeDialog,
    },
    {
      name: 'new-workspace',
      show: inDialog(({ app }) => chooseInMenu(app, 'app.newWorkspace')),
      leave: closeDialog,
    },
    // Stays open: it stands over the drawer, which an address opened and not a person.
    {
      name: 'figures-indicator',
      show: inDialog(async ({ page }) => {
        await goTo(page, `/figures?figure=${first(state.figures).id}`);
        await page.getByTestId('edit-indicator').click();
      }),
    },
  ];
}

/** The places of the sample as views, in the order of the navigation. */
export function viewsOf(state: WorkspaceState): View[] {
  return Object.entries(placesOf(state)).map(([name, route]) => ({
    name,
    show: ({ page }) => goTo(page, route),
  }));
}

/** Escape leaves a field first, then closes what the field stands in. */
async function closeDialog({ page }: Hearken): Promise<void> {
  const dialog = page.getByRole('dialog').first();
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
