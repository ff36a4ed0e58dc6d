import { strFromU8, unzipSync } from 'fflate';
import { Disclosure } from '#shared/attribution/disclosure.ts';
import { redactedQuote } from '#shared/attribution/redacted-quote.ts';
import { matrixOfRound } from '#shared/chart/matrix-of-round.ts';
import { redactedScene } from '#shared/chart/redacted-scene.ts';
import { svgOf } from '#shared/chart/svg.ts';
import { translator } from '#shared/i18n/index.ts';
import { blankArrangement } from '#shared/model/arrangement.ts';
import { newId } from '#shared/model/basics.ts';
import { calledToday } from '#shared/model/called.ts';
import type { AttributionPolicy } from '#shared/model/dialogue.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { EMPTY_QUERY } from '#shared/model/view.ts';
import { writeDocx } from '#shared/report/docx/write.ts';
import { checkedReport, fileNameOf } from '#shared/report/index.ts';
import { findPassages } from '#shared/retrieval/find.ts';
import { PassageIndex } from '#shared/retrieval/passage-index.ts';
import { saturationOf } from '#shared/retrieval/saturation.ts';
import { saturationScene } from '#shared/retrieval/saturation-scene.ts';
import { redactedCross, redactedSheet } from '#shared/retrieval/sheet.ts';
import { wordsOf } from '#shared/retrieval/words.ts';
import { redactedAnswer } from '#shared/search/redacted-answer.ts';
import type { Hit } from '#shared/search/request.ts';
import { WorkspaceSearch } from '#shared/search/workspace-search.ts';
import type { SheetFormat } from '#shared/sheet/formats.ts';
import { makeSheets } from '#shared/sheet/make.ts';
import { statementId } from '#shared/statement/subject.ts';
import { makeAnswer } from '../../fixtures/answers.ts';
import { assessedWorkspace, speaker, workspaceOf } from '../report/workspace.ts';

const t = translator('en');
export const PLACEHOLDER = t('report.withheldName');
const PERSON = newId();

/** How a speaker is called: in full, by surname, and in another script. */
export interface Called {
  readonly full: string;
  readonly last: string;
  readonly other: string;
}
const OSEI: Called = { full: 'Mirela Osei', last: 'Osei', other: 'オセイ・ミレラ' };

/** One dialogue that holds its speaker's name in every text it has, and one round that rests on it. */
export function everywhere(
  attribution: AttributionPolicy,
  own: AttributionPolicy | null = null,
  { full, last, other }: Called = OSEI,
): WorkspaceState {
  const { state: assessed, round, issues } = assessedWorkspace();
  const [issue] = issues;
  const osei = speaker({ id: newId(), personId: PERSON, name: full, label: last });
  const words = `zebra fees, said ${full} of the Harbour Workers’ Union, and Ms. ${last} again.`;
  const state = workspaceOf(
    {
      attribution,
      title: `Talk with ${full}`,
      summary: `${last} came.`,
      place: `${last}’s office`,
      sourceNote: `Notes by ${last}.`,
    },
    [osei],
    issues,
    [
      {
        issueIds: issue ? [issue.id] : [],
        restatement: `${last} wants zebra fees repaid.`,
        response: `We thanked ${last}.`,
        sayings: [{ speaker: osei, words, attribution: own }],
      },
    ],
  );
  for (const turn of state.turns) turn.heading = `What ${last} saw`;
  return {
    ...state,
    persons: [
      {
        id: PERSON,
        name: { en: full, ja: other },
        reading: '',
        aliases: [],
        title: {},
        organisation: {},
        organisationId: null,
        kind: 'union',
      },
    ],
    rounds: [{ ...round, name: { en: `After the talk with ${full}` }, dialogueIds: [state.dialogue.id] }],
    arrangements: [
      blankArrangement({
        id: newId(),
        name: { en: 'Letter box' },
        kind: 'channel',
        remit: { en: `${last} asked for it.` },
      }),
    ],
    answers: [
      makeAnswer({
        requirement: '54(5)(d)',
        fiscalYear: 2024,
        text: { en: `We thank ${full}.` },
        uses: state.advice.map(({ id }) => ({ to: 'advice' as const, id })),
      }),
    ],
    ratings: assessed.ratings.map((rating) => ({ ...rating, rationale: `${last} convinced me.` })),
  };
}

/** The state as whoever reads it for an output sees its people. */
function called(state: WorkspaceState): WorkspaceState {
  return { ...state, participants: calledToday(state.participants, state.persons, 'en') };
}

function parts(state: WorkspaceState) {
  const index = new PassageIndex(called(state));
  const words = wordsOf(index, t, 'en', null);
  return { index, words, disclosure: new Disclosure(state, PLACEHOLDER, 'en') };
}

type WordKind = 'dialogue' | 'materiality' | 'statement' | 'human-rights';

async function wordFile(state: WorkspaceState, kind: WordKind): Promise<string> {
  const subjectId = {
    dialogue: state.dialogues[0]?.id,
    materiality: state.rounds[0]?.id,
    statement: statementId('uk-msa-54', { of: null, fiscalYear: 2024 }),
    'human-rights': '2024',
  }[kind];
  const request = {
    kind,
    subjectId: subjectId ?? '',
    language: 'en' as const,
    creator: '',
    writtenAt: '2024-07-01T12:00:00.000Z',
    pictures: [],
  };
  const { leaks } = await checkedReport(state, request);
  const choices = Object.fromEntries(leaks.map(({ id }) => [id, 'withhold' as const]));
  const { document } = await checkedReport(state, request, choices);
  const files = unzipSync(await writeDocx(document, {}));
  return [fileNameOf(document), ...Object.values(files).map((bytes) => strFromU8(bytes))].join('\n');
}

async function ratingFile(state: WorkspaceState, format: SheetFormat): Promise<string> {
  const [round] = state.rounds;
  if (!round) throw new Error('no round');
  const request = {
    roundId: round.id,
    assessorIds: round.assessors.map(({ id }) => id).slice(0, 1),
    format,
    language: 'en' as const,
    evidence: true,
    readers: { own: round.assessors.map(({ id }) => id), opened: [] },
    app: '',
    seq: 1,
    stamp: { at: '2024-07-01T12:00:00.000Z', actor: '', device: newId() },
  };
  const open = {
    ...state,
    workspace: [{ ...COMPANY, id: newId() }],
    rounds: [{ ...round, stage: 'rating' as const }],
    // The first assessor's own reasons are in the file.
    ratings: state.ratings.map((one) => ({ ...one, assessorId: round.assessors[0]?.id ?? '' })),
  };
  const asked = await makeSheets(open, request);
  const choices = Object.fromEntries(
    'leaks' in asked ? asked.leaks.map(({ id }) => [id, 'withhold' as const]) : [],
  );
  const made = await makeSheets(open, request, choices);
  if (!('bytes' in made)) throw new Error('names are left');
  const files = Object.values(unzipSync(made.bytes)).map((bytes) => strFromU8(bytes));
  return [made.name, ...files].join('\n');
}

const COMPANY = {
  name: { en: 'Office' },
  company: { en: 'Quay Lines' },
  companyAliases: [],
  languages: ['en'],
  fiscalYear: { firstMonth: 4, namedBy: {} },
  taxonomyVersion: '',
  notice: {},
  copy: null,
};

/** Every way by which words leave the office, as text. A new one is one line here. */
export const OUTPUTS: Readonly<Record<string, (state: WorkspaceState) => string | Promise<string>>> = {
  'Word, dialogue': (state) => wordFile(state, 'dialogue'),
  'Word, round': (state) => wordFile(state, 'materiality'),
  'Word, statement': (state) => wordFile(state, 'statement'),
  'Word, human-rights page': (state) => wordFile(state, 'human-rights'),
  'rating sheet': (state) => ratingFile(state, 'xlsx'),
  'rating copy': (state) => ratingFile(state, 'hearken'),
  'clipboard, a selection': (state) => {
    const [dialogue] = state.dialogues;
    const [turn] = state.turns;
    if (!dialogue || !turn) throw new Error('no turn');
    const place = { turnId: turn.id, start: 0, end: turn.text.length };
    const { told } = redactedQuote(parts(state).disclosure, dialogue, place, turn.text, t);
    return told ? `${told.text}\n${told.html}` : '';
  },
  'clipboard, passages': (state) => {
    const { index, words, disclosure } = parts(state);
    return redactedSheet(findPassages(index, EMPTY_QUERY), words, disclosure).text;
  },
  ...Object.fromEntries(
    (['issues', 'speakers', 'dialogues'] as const).map((form) => [
      `clipboard, table by ${form}`,
      (state: WorkspaceState) => {
        const { words, disclosure } = parts(state);
        return redactedCross(form, called(state), EMPTY_QUERY, words, disclosure);
      },
    ]),
  ),
  'picture, matrix': (state) =>
    svgOf(redactedScene(matrixOfRound(state, state.rounds[0]?.id ?? '', 'en'), parts(state).disclosure)),
  'picture, saturation': (state) => {
    const { index, words, disclosure } = parts(state);
    const redacted = { ...words, dialogue: (id: string) => disclosure.title(id) ?? '' };
    return svgOf(
      redactedScene(saturationScene(saturationOf(index, EMPTY_QUERY), index, redacted), disclosure),
    );
  },
  'search, command line': (state) => {
    const search = new WorkspaceSearch(state);
    for (const _ of search.build());
    // The last is a slip of the finger, which would be put right by a name that only the workspace knows.
    const asked = ['zebra', ...state.participants.map(({ name }) => name), 'Osei', 'Osey'];
    const answer = asked.map((query) =>
      redactedAnswer(
        search.search({
          query,
          typing: false,
          language: 'en',
          limit: 50,
          byDialogue: true,
          sort: 'relevance',
          synonyms: true,
        }),
        parts(state).disclosure,
      ),
    );
    // Whoever prints a hit asks `attributionOf` for its speaker.
    const printed = ({ hits }: { hits: readonly Hit[] }) => hits.map(({ speaker: _, ...hit }) => hit);
    return JSON.stringify(
      answer.map((redacted) => ({
        ...redacted,
        hits: printed(redacted),
        groups: redacted.groups.map((group) => ({ ...group, hits: printed(group) })),
      })),
    );
  },
};
