import { navigate } from 'wouter/use-hash-location';
import type { AdviceStatus } from '#shared/model/advice.ts';
import type { FiscalYear, Id } from '#shared/model/basics.ts';
import type { Entry } from '#shared/model/entry.ts';
import type { IdOf } from '#shared/model/id.ts';

/** What a link into the register of advice narrows it to. */
export interface AdviceLink {
  readonly issue?: IdOf<'issues'>;
  readonly dialogue?: IdOf<'dialogues'>;
  readonly owner?: string;
  readonly status?: AdviceStatus | 'open' | 'unanswered';
  /** Fiscal year of the dialogue. */
  readonly year?: FiscalYear;
  readonly due?: 'overdue' | 'soon';
  readonly as?: 'list' | 'owner' | 'dialogue';
}

/** What a link into the table of figures opens: a figure, the window for a table, the form of an indicator. */
export interface FiguresLink {
  readonly figure?: IdOf<'figures'>;
  /** The table narrowed to one indicator. */
  readonly indicator?: IdOf<'indicators'>;
  readonly paste?: boolean;
  readonly newIndicator?: boolean;
}

/** The tables of the register that have a list and pages. */
export const REGISTER_LISTS = ['arrangements', 'organisations', 'instruments', 'sources'] as const;
export type RegisterList = (typeof REGISTER_LISTS)[number];

/** A statement: which checklist, for whom, for which year, and at which requirement. */
export interface StatementLink {
  readonly checklist?: string;
  readonly year?: FiscalYear;
  readonly of?: IdOf<'organisations'> | null;
  /** Key of a place of the checklist, or one of the panels beside the requirements. */
  readonly at?: string;
  /** An answer, where it stands. */
  readonly answer?: IdOf<'answers'>;
}

/**
 * Where things are shown. Features do not import each other: they lead to one another by these routes, so that every
 * step of the chain is one click: `go(links.passage(dialogueId, turnId, passageId))`.
 */
export const links = {
  home: () => '/home',
  dialogues: () => '/dialogues',
  importDialogue: () => '/dialogues/import',
  /** `find`, here and below: a query to the search, whose hits the reader marks and walks through. */
  dialogue: (dialogueId: IdOf<'dialogues'>, find = '') =>
    `/dialogues/${dialogueId}${find ? `?find=${encodeURIComponent(find)}` : ''}`,
  turn: (dialogueId: IdOf<'dialogues'>, turnId: IdOf<'turns'>, find = '') =>
    `/dialogues/${dialogueId}?turn=${turnId}${finding(find)}`,
  passage: (dialogueId: IdOf<'dialogues'>, turnId: IdOf<'turns'>, passageId: IdOf<'passages'>) =>
    `/dialogues/${dialogueId}?turn=${turnId}&passage=${passageId}`,
  /** A hit of a search: `[start, end)` of the turn's text is shown marked. */
  range: (dialogueId: IdOf<'dialogues'>, turnId: IdOf<'turns'>, start: number, end: number, find = '') =>
    `/dialogues/${dialogueId}?turn=${turnId}&start=${start}&end=${end}${finding(find)}`,
  /** The coded passages; `query` as `toAddress` of shared/retrieval writes it, and `as` the form they are shown in. */
  passages: (query = '') => (query ? `/passages?${query}` : '/passages'),
  people: () => '/people',
  person: (personId: IdOf<'persons'>) => `/people/${personId}`,
  /** Somebody in a dialogue, in the form that edits them there. */
  participant: (dialogueId: IdOf<'dialogues'>, participantId: IdOf<'participants'>) =>
    `/dialogues/${dialogueId}?participant=${participantId}`,
  coders: () => '/coders',
  /** Passages of a dialogue whose words were corrected away, to be put in their places. */
  review: (dialogueId: IdOf<'dialogues'>) => `/dialogues/${dialogueId}/review`,
  glossary: (dialogueId: IdOf<'dialogues'>) => `/dialogues/${dialogueId}/glossary`,
  /** A corrected file beside the text that it is to replace. */
  compare: (dialogueId: IdOf<'dialogues'>) => `/dialogues/${dialogueId}/compare`,
  issues: () => '/issues',
  issue: (issueId: IdOf<'issues'>) => `/issues/${issueId}`,
  /** What the register says of an issue, and of a person. */
  issueRegister: (issueId: IdOf<'issues'>) => `/issues/${issueId}?tab=register`,
  personRegister: (personId: IdOf<'persons'>) => `/people/${personId}?tab=register`,
  /** What was said of an issue that others were split off from, to be put to the one that it bears on. */
  issueParts: (issueId: IdOf<'issues'>) => `/issues/${issueId}/parts`,
  /** `narrowed` sets the filters of the register, and `as` the form that it is shown in. */
  adviceList: (narrowed: AdviceLink = {}) => {
    const query = new URLSearchParams(
      Object.entries(narrowed).map(([name, value]) => [name, String(value)]),
    ).toString();
    return query ? `/advice?${query}` : '/advice';
  },
  advice: (adviceId: IdOf<'advice'>) => `/advice/${adviceId}`,
  /** What is due, what was promised, and what became of a dialogue. */
  followUp: () => '/follow-up',
  commitments: () => '/follow-up/commitments',
  commitment: (commitmentId: IdOf<'commitments'>) => `/follow-up/commitments/${commitmentId}`,
  nextDialogue: (dialogueId?: IdOf<'dialogues'>) =>
    dialogueId ? `/follow-up/next/${dialogueId}` : '/follow-up/next',
  /** What is kept up, organisations, texts and sources: each table of the register is a list. */
  register: (list: RegisterList = 'arrangements') => `/register/${list}`,
  /** A row of the register, with an entry of its timeline in view. */
  registered: (list: RegisterList, id: Id, entryId?: IdOf<'entries'>) =>
    `/register/${list}/${id}${entryId ? `?entry=${entryId}` : ''}`,
  /** An entry, where it stands: with what it belongs to, else with the first of what it bears on. */
  entry: (entry: Pick<Entry, 'id' | 'arrangementId' | 'of' | 'refs'>) => placeOfEntry(entry),
  rounds: () => '/assessment',
  newRound: () => '/assessment/new',
  round: (roundId: IdOf<'rounds'>) => `/assessment/${roundId}`,
  rating: (roundId: IdOf<'rounds'>, issueId: IdOf<'issues'>) => `/assessment/${roundId}?issue=${issueId}`,
  matrix: (roundId?: IdOf<'rounds'>) => (roundId ? `/matrix/${roundId}` : '/matrix'),
  decisions: (roundId?: IdOf<'rounds'>) => (roundId ? `/decisions/${roundId}` : '/decisions'),
  /** The form of one decision of a round. */
  decision: (roundId: IdOf<'rounds'>, { kind, id }: { readonly kind: 'issue' | 'theme'; readonly id: Id }) =>
    `/decisions/${roundId}?${kind}=${id}`,
  /** The table of figures; what is asked for opens above it. */
  figures: ({ figure, indicator, paste, newIndicator }: FiguresLink = {}) => {
    const query = figure
      ? `figure=${figure}`
      : indicator
        ? `indicator=${indicator}`
        : paste
          ? 'paste=1'
          : newIndicator
            ? 'new=1'
            : '';
    return query ? `/figures?${query}` : '/figures';
  },
  statements: ({ checklist, year, of, at, answer }: StatementLink = {}) => {
    const query = new URLSearchParams();
    if (checklist) query.set('checklist', checklist);
    if (year !== undefined) query.set('year', String(year));
    if (of) query.set('of', of);
    if (at) query.set('at', at);
    if (answer) query.set('answer', answer);
    return query.size > 0 ? `/statements?${query}` : '/statements';
  },
  /** The table of suppliers; what is asked for opens above it. */
  suppliers: (open?: 'import' | 'new') => (open ? `/suppliers?${open}=1` : '/suppliers'),
  supplier: (supplierId: IdOf<'organisations'>) => `/suppliers/${supplierId}`,
  /** How many suppliers with each factor were visited, surveyed, audited. */
  supplierCoverage: () => '/suppliers/coverage',
  reports: () => '/reports',
  /** What a report is to be made of: `kind` of report and the id of its dialogue or round, or its year. */
  report: (
    kind: 'dialogue' | 'follow-up' | 'materiality' | 'year' | 'human-rights' | 'statement',
    subjectId?: Id,
  ) => `/reports?kind=${kind}${subjectId ? `&subject=${encodeURIComponent(subjectId)}` : ''}`,
  /** How a round came to its result, and its page for a board. */
  method: (roundId: IdOf<'rounds'>) => `/reports/method/${roundId}`,
  board: (roundId: IdOf<'rounds'>) => `/reports/board/${roundId}`,
  search: (query?: string) => (query ? `/search?q=${encodeURIComponent(query)}` : '/search'),
  settings: () => '/settings',
} as const;

/** Where an entry that bears on a row of each kind is shown, first where it has a timeline. */
const PLACE_OF: Readonly<Partial<Record<Entry['refs'][number]['to'], (id: Id, entryId: Id) => string>>> = {
  arrangement: (id, entryId) => links.registered('arrangements', id, entryId),
  organisation: (id, entryId) => links.registered('organisations', id, entryId),
  instrument: (id, entryId) => links.registered('instruments', id, entryId),
  source: (id, entryId) => links.registered('sources', id, entryId),
  issue: (id, entryId) => `${links.issueRegister(id)}&entry=${entryId}`,
  person: (id, entryId) => `${links.personRegister(id)}&entry=${entryId}`,
  dialogue: (id) => links.dialogue(id),
  advice: (id) => links.advice(id),
  commitment: (id) => links.commitment(id),
  indicator: (id) => links.figures({ indicator: id }),
};

function placeOfEntry({ id, arrangementId, of, refs }: Pick<Entry, 'id' | 'arrangementId' | 'of' | 'refs'>) {
  if (arrangementId) return links.registered('arrangements', arrangementId, id);
  if (of) return links.registered('organisations', of, id);
  const kinds = Object.keys(PLACE_OF);
  const [ref] = refs
    .filter(({ to }) => kinds.includes(to))
    .sort((a, b) => kinds.indexOf(a.to) - kinds.indexOf(b.to));
  return (ref && PLACE_OF[ref.to]?.(ref.id, id)) ?? links.register();
}

function finding(query: string): string {
  return query ? `&find=${encodeURIComponent(query)}` : '';
}

/** Shows a place of the app. A link without a query clears the one before: wouter would let it stand. */
export function go(link: string): void {
  navigate(link.includes('?') ? link : `${link}?`);
}

/**
 * Makes going back and forward show what the address says. A browser tells `hashchange` only where nothing but the
 * hash differs; between links with queries it tells `popstate` alone, which the hash location does not hear.
 * @returns a function that ends it
 */
export function heedHistory(): () => void {
  const tell = () => window.dispatchEvent(new HashChangeEvent('hashchange'));
  window.addEventListener('popstate', tell);
  return () => window.removeEventListener('popstate', tell);
}
