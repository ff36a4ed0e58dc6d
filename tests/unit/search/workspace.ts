import type { Change } from '#shared/change/change-set.ts';
import type { Advice } from '#shared/model/advice.ts';
import { newId } from '#shared/model/basics.ts';
import type { Dialogue, Participant } from '#shared/model/dialogue.ts';
import { blankInstrument } from '#shared/model/instrument.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { Person } from '#shared/model/person.ts';
import { emptyState, type WorkspaceState } from '#shared/model/tables.ts';
import type { Theme } from '#shared/model/theme.ts';
import type { Passage, Turn } from '#shared/model/turn.ts';
import type { Answer, SearchRequest } from '#shared/search/request.ts';
import { WorkspaceSearch } from '#shared/search/workspace-search.ts';
import { makeDialogue, makeIssue, makeParticipant, makeTurn } from '../../fixtures/state.ts';

/** What people say in the tests of search; written for them. */
const SAID: readonly [speaker: 'osei' | 'tanaka' | null, text: string][] = [
  [null, 'The meeting opened at ten.'],
  [
    'osei',
    'Crews pay brokers before they sail. Those recruitment fees bind them for years: that is forced labour.',
  ],
  ['tanaka', 'We audit our suppliers every second year, and we know little about the brokers.'],
  ['osei', 'An audit does not hear the crews. They need a hotline and a right to remedy.'],
  ['tanaka', 'Cameras in our shops may harm the privacy of customers, above all of children.'],
  ['osei', '船員は手数料を借金で払っています。これは強制労働です。'],
  ['tanaka', 'Thank you. We shall repay what was taken, and remediation shall be reported.'],
];

export interface TestWorkspace {
  readonly state: WorkspaceState;
  readonly dialogue: Dialogue;
  readonly osei: Participant;
  readonly tanaka: Participant;
  readonly turns: readonly Turn[];
  readonly passage: Passage;
  readonly forcedLabour: Issue;
  readonly privacy: Issue;
  readonly advice: Advice;
}

export function talks(fields: Partial<Dialogue> = {}): TestWorkspace {
  const dialogue = makeDialogue({ summary: 'How crews are hired, and what cameras see.', ...fields });
  const person: Person = {
    id: newId(),
    name: { en: 'Mirela Osei', ja: 'ミレラ・オセイ' },
    reading: '',
    aliases: ['M. Osei'],
    title: {},
    organisation: { en: 'Harbour Workers’ Union' },
    organisationId: null,
    kind: 'union',
  };
  const osei = makeParticipant(dialogue.id, { personId: person.id });
  const tanaka = makeParticipant(dialogue.id, {
    order: 1,
    name: 'Kei Tanaka',
    label: 'Tanaka',
    title: 'Head of procurement',
    organisation: 'Northwind',
    external: false,
  });
  const idOf = { osei: osei.id, tanaka: tanaka.id };
  const turns = SAID.map(([speaker, text], order) =>
    makeTurn(dialogue.id, { order, text, participantId: speaker ? idOf[speaker] : null }),
  );
  const c29 = blankInstrument({
    id: newId(),
    code: 'ILO C29',
    name: { en: 'Forced Labour Convention, 1930', ja: '強制労働条約' },
    kind: 'convention',
  });
  const forcedLabour = makeIssue({
    instruments: [{ code: 'ILO C29', provision: '2' }],
    synonyms: { en: ['bonded labour', 'debt bondage'] },
    definition: { en: 'Work exacted under a threat.' },
  });
  const privacy = makeIssue({
    code: 'cu-privacy',
    category: 'customers-communities',
    name: { en: 'Privacy', ja: 'プライバシー' },
  });
  const theme: Theme = {
    id: newId(),
    code: 'at-sea',
    order: 0,
    name: { en: 'Work at sea' },
    definition: {},
    issueIds: [forcedLabour.id],
  };
  const quote = 'They need a hotline and a right to remedy.';
  const spoken = turns[3] as Turn;
  const start = spoken.text.indexOf(quote);
  const passage: Passage = {
    id: newId(),
    dialogueId: dialogue.id,
    turnId: spoken.id,
    start,
    end: start + quote.length,
    quote,
    before: '',
    after: '',
    attribution: null,
    state: 'anchored',
  };
  const advice: Advice = {
    id: newId(),
    dialogueId: dialogue.id,
    passageIds: [passage.id],
    issueIds: [forcedLabour.id],
    kind: 'urge',
    restatement: 'Open a grievance channel that seafarers can use on board.',
    addressee: 'Procurement',
    response: '',
    commitment: '',
    noCommitmentWhy: '',
    owner: '',
    due: null,
    status: 'heard',
    takenBy: 'test',
    at: '2024-06-02T00:00:00.000Z',
  };
  const coding = {
    id: newId(),
    dialogueId: dialogue.id,
    passageId: passage.id,
    issueId: forcedLabour.id,
    coder: 'test',
    at: '2024-06-02T00:00:00.000Z',
    memo: '',
    reconciled: null,
  };
  const state: WorkspaceState = {
    ...emptyState(),
    issues: [forcedLabour, privacy],
    instruments: [c29],
    themes: [theme],
    persons: [person],
    dialogues: [dialogue],
    participants: [osei, tanaka],
    turns: [...turns],
    passages: [passage],
    codings: [coding],
    advice: [advice],
  };
  return { state, dialogue, osei, tanaka, turns, passage, forcedLabour, privacy, advice };
}

export function built(state: WorkspaceState): WorkspaceSearch {
  const search = new WorkspaceSearch(state);
  for (const _ of search.build());
  return search;
}

export function followed(search: WorkspaceSearch, changes: readonly Change[]): void {
  for (const _ of search.follow(changes));
}

export function ask(search: WorkspaceSearch, query: string, fields: Partial<SearchRequest> = {}): Answer {
  return search.search({
    query,
    typing: false,
    language: 'en',
    limit: 1000,
    byDialogue: true,
    sort: 'relevance',
    synonyms: true,
    ...fields,
  });
}

/** Keys of the hits that hold every word. */
export function whole(answer: Answer): string[] {
  return answer.hits.filter(({ complete }) => complete).map(({ kind, id }) => `${kind}:${id}`);
}
