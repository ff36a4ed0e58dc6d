import { askedIssues, isRecused } from '../assessment/panel.ts';
import { fieldsOf, type RatingFields } from '../edit/merge-ratings.ts';
import { fiscalYearLabel } from '../i18n/dates.ts';
import { type Language, type Translate, translator } from '../i18n/index.ts';
import { LANGUAGES } from '../i18n/languages.ts';
import { type Id, textIn } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import { CATEGORIES, type Issue } from '../model/issue.ts';
import { ProblemError } from '../model/problem.ts';
import { type Assessor, DIMENSIONS, type Dimension, type Round } from '../model/round.ts';
import { scaleSize } from '../model/scale.ts';
import type { WorkspaceState } from '../model/tables.ts';
import { addressOf } from '../ooxml/address.ts';
import { cellText } from '../ooxml/text.ts';
import type { SheetCell, SheetRow, Validation, Workbook } from '../ooxml/workbook.ts';
import { answerCell, choiceWords, type Numbering } from './answers.ts';
import {
  ASKED,
  type Asked,
  CHOICES,
  type Chosen,
  COLUMNS,
  type Column,
  HEADING,
  keyOf,
  QUESTION,
  questionGaps,
} from './columns.ts';
import { evidenceRows, evidenceSheet, numberingOf } from './evidence-sheet.ts';
import { guideSheet, levelsOf } from './guide-sheet.ts';
import { type AskedFields, marksSheet } from './marks.ts';
import type { Redactor } from './redactor.ts';
import { STYLE } from './sheet-style.ts';

export interface SheetRequest {
  readonly roundId: IdOf<'rounds'>;
  readonly assessorId: IdOf<'assessors'>;
  /** Language of the sheet. */
  readonly language: Language;
  /** Whether quotes go with it. */
  readonly evidence: boolean;
  /** When it is made, ISO 8601. */
  readonly at: string;
}

/** Rows above the table of ratings, the hidden one of keys among them. */
const HEAD_ROWS = 6;

/** Widths in characters. */
const WIDTH: Readonly<Record<Column, number>> = {
  id: 4,
  issue: 24,
  definition: 36,
  nature: 11,
  scale: 9,
  scope: 9,
  irremediability: 15,
  likelihood: 11,
  delay: 17,
  connection: 21,
  leverage: 10,
  businessEffect: 11,
  valueChain: 15,
  confidence: 11,
  rationale: 46,
  passages: 14,
};

/**
 * The sheet by which an assessor elsewhere rates a round: issues with their definitions, cells with what may be put into
 * them, what the levels mean, and what was heard, as far as it may be told. It holds the assessor's own ratings and
 * nobody else's.
 * @param redactor gathers the names that are left in it
 * @throws ProblemError `row-missing`, `round-closed`, `not-in-round`, `assessor-withdrawn`
 */
export function ratingSheet(state: WorkspaceState, request: SheetRequest, redactor: Redactor): Workbook {
  const { round, assessor } = ratingPlace(state, request);
  const { language, at } = request;
  const t = translator(language);
  const issues = issuesOf(state, round, assessor.id);
  const name = (issue: Issue) =>
    redactor.text(textIn(issue.name, language), `issue.${issue.id}.name`, 'table') || issue.code;
  const names = new Map(issues.map((issue) => [issue.id, name(issue)]));
  const evidence = request.evidence ? evidenceRows(state, round, issues, redactor, t, names) : [];
  const numbering = numberingOf(evidence);
  const ratings = state.ratings.filter((one) => one.roundId === round.id && one.assessorId === assessor.id);
  const fields = new Map(
    issues.map(({ id }) => {
      const said = fieldsOf(ratings.find(({ issueId }) => issueId === id));
      const rationale = redactor.text(
        said.rationale,
        `rationale.${assessor.id}.${id}`,
        'text',
        names.get(id),
      );
      const passages = said.passages.filter((one) => numbering.numberOf.has(one));
      return [id, { ...said, rationale: cellText(rationale), passages }];
    }),
  );
  const roundName = redactor.text(textIn(round.name, language), 'round.name', 'title');
  const title = t('sheet.title', { round: roundName });
  const heads = { round: roundName, assessor: assessor.name };
  const rows = issues.map((issue) =>
    issueRow(issue, names.get(issue.id) ?? '', fields.get(issue.id) ?? fieldsOf(undefined), numbering, {
      t,
      language,
      redactor,
    }),
  );
  const marks = {
    workspace: { id: state.workspace[0]?.id ?? '', name: '' },
    round: { id: round.id, name: roundName },
    size: scaleSize(round),
    assessor: { id: assessor.id, name: assessor.name },
    language,
    at,
    issues: issues.map(({ id }) => ({
      id,
      name: names.get(id) ?? '',
      base: Object.fromEntries(
        ASKED.map((field) => [field, fields.get(id)?.[field]]),
      ) as unknown as AskedFields,
    })),
    passages: numbering.passageOf,
  };
  return {
    title,
    creator: '',
    at,
    font: LANGUAGES[language].officeFont,
    language,
    sheets: [
      {
        name: t('sheet.tab.ratings'),
        visibility: 'shown',
        columns: COLUMNS.map((column) => ({
          width: WIDTH[column],
          ...((column === 'id' || (column === 'passages' && !request.evidence)) && { hidden: true as const }),
        })),
        rows: [
          ...headRows(t, {
            title,
            of: [
              t('sheet.of', { assessor: assessor.name, voice: t(`voice.${assessor.voice}`) }),
              t('sheet.scale', { most: scaleSize(round) }),
              ...yearOf(state, round, language, t),
              ...recusedIn(state, round, assessor, { t, language, redactor }),
            ].join('  ·  '),
          }),
          ...rows,
        ],
        frozen: { rows: HEAD_ROWS, columns: 2 },
        active: { row: HEAD_ROWS + 1, column: COLUMNS.indexOf('nature') + 1 },
        protected: true,
        validations: validations(t, round, issues.length, redactor, language),
        print: {
          paper: 'a3',
          landscape: true,
          titleRows: [HEAD_ROWS, HEAD_ROWS],
          footer: t('sheet.footer', heads),
        },
      },
      guideSheet(t, round, redactor, request, heads),
      ...(request.evidence ? [evidenceSheet(t, evidence, heads)] : []),
      marksSheet(marks),
    ],
  };
}

/** An issue with its definition and the assessor's answers so far. */
function issueRow(
  issue: Issue,
  name: string,
  answers: RatingFields,
  numbering: Numbering,
  { t, language, redactor }: { t: Translate; language: Language; redactor: Redactor },
): SheetRow {
  const definition = redactor.text(
    textIn(issue.definition, language),
    `issue.${issue.id}.definition`,
    'table',
    name,
  );
  return {
    cells: [
      { value: issue.id, style: STYLE.key },
      { value: name, style: STYLE.issue },
      { value: definition, style: STYLE.definition },
      ...ASKED.map((field) => ({
        value: answerCell(t, field, answers, numbering) ?? '',
        style: field === 'rationale' || field === 'passages' ? STYLE.written : STYLE.answer,
      })),
    ],
  };
}

/**
 * The round and the assessor that a request is about.
 * @throws ProblemError `row-missing`, `round-closed`, `not-in-round`
 */
export function ratingPlace(
  state: WorkspaceState,
  { roundId, assessorId }: Pick<SheetRequest, 'roundId' | 'assessorId'>,
): { round: Round; assessor: Assessor } {
  const round = state.rounds.find(({ id }) => id === roundId);
  if (!round) throw new ProblemError('row-missing', { table: 'rounds', id: roundId });
  if (round.stage === 'closed') throw new ProblemError('round-closed', { round: round.name });
  const assessor = round.assessors.find(({ id }) => id === assessorId);
  if (!assessor) throw new ProblemError('not-in-round', { round: round.name });
  if (assessor.withdrawn) throw new ProblemError('assessor-withdrawn', { round: round.name });
  return { round, assessor };
}

/**
 * What a round asks an assessor to rate, in the order of the issue list: the order of results would give away what others
 * said. What they recused themselves from is not asked.
 */
export function issuesOf(state: WorkspaceState, round: Round, assessorId: Id): Issue[] {
  const asked = new Set<Id>(askedIssues(round, assessorId));
  return state.issues
    .filter(({ id }) => asked.has(id))
    .sort(
      (a, b) =>
        CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category) ||
        a.order - b.order ||
        (a.id < b.id ? -1 : 1),
    );
}

/** What is not asked because of an interest of the assessor's own, so that nobody thinks it was forgotten. */
function recusedIn(
  state: WorkspaceState,
  round: Round,
  assessor: Assessor,
  { t, language, redactor }: { t: Translate; language: Language; redactor: Redactor },
): string[] {
  const names = state.issues
    .filter(({ id }) => round.issueIds.includes(id) && isRecused(round, assessor.id, id))
    .map(({ id, name, code }) => redactor.text(textIn(name, language), `issue.${id}.name`, 'table') || code);
  return names.length === 0 ? [] : [t('sheet.recused', { issues: names.join(t('chart.separator')) })];
}

function yearOf(state: WorkspaceState, round: Round, language: Language, t: Translate): string[] {
  const [workspace] = state.workspace;
  return workspace
    ? [t('sheet.year', { year: fiscalYearLabel(round.fiscalYear, workspace.fiscalYear, language) })]
    : [];
}

const SOFT: ReadonlySet<Column> = new Set([
  'connection',
  'leverage',
  'businessEffect',
  'valueChain',
  'confidence',
  'passages',
]);

function headRows(t: Translate, { title, of }: { title: string; of: string }): SheetRow[] {
  const at = (column: Column, cell: SheetCell): (SheetCell | null)[] => [
    ...Array.from({ length: COLUMNS.indexOf(column) }, () => null),
    cell,
  ];
  const groups: Partial<Record<Column, string>> = {
    nature: t('sheet.group.order'),
    connection: t('sheet.group.response'),
    confidence: t('sheet.group.behind'),
  };
  return [
    { hidden: true, cells: COLUMNS.map((column) => ({ value: keyOf(column), style: STYLE.key })) },
    { cells: at('issue', { value: title, style: STYLE.title }), height: 24 },
    { cells: at('issue', { value: of, style: STYLE.line }) },
    { cells: at('issue', { value: t('sheet.how', { abstain: t('rating.abstain') }), style: STYLE.how }) },
    {
      cells: COLUMNS.map((column) => {
        const group = groups[column];
        return group ? { value: group, style: STYLE.group } : null;
      }),
    },
    {
      cells: COLUMNS.map((column) =>
        column === 'id'
          ? null
          : { value: t(HEADING[column]), style: SOFT.has(column) ? STYLE.headingSoft : STYLE.heading },
      ),
      height: 42,
    },
  ];
}

/** Figures of the levels with their texts, cut so that all of them fit beside a cell. */
function levelsMessage(question: string, levels: readonly string[]): string {
  const most = 255 - question.length - 1;
  const lines = levels.map((level, at) => `${at + 1} ${level}`);
  const whole = lines.join('\n');
  if (whole.length <= most) return `${question}\n${whole}`;
  const each = Math.floor((most - levels.length + 1) / levels.length);
  const short = lines.map((line) => (line.length > each ? `${line.slice(0, each - 1).trimEnd()}…` : line));
  return `${question}\n${short.join('\n')}`;
}

function validations(
  t: Translate,
  round: Round,
  rows: number,
  redactor: Redactor,
  language: Language,
): Validation[] {
  if (rows === 0) return [];
  const size = scaleSize(round);
  return ASKED.map((field): Validation => {
    const column = COLUMNS.indexOf(field) + 1;
    const question = t(QUESTION[field], questionGaps(t, size));
    const levels = (DIMENSIONS as readonly string[]).includes(field)
      ? levelsOf(round, field as Dimension, redactor, language)
      : null;
    const asked = field === 'likelihood' ? `${question} ${t('sheet.ask.likelihood.actual')}` : question;
    return {
      from: { row: HEAD_ROWS + 1, column },
      to: { row: HEAD_ROWS + rows, column },
      title: t(HEADING[field]),
      message: levels ? levelsMessage(asked, levels) : question,
      ...(field in CHOICES && { list: choiceWords(t, field as Chosen, size), error: t('sheet.error.list') }),
    };
  });
}

/** Where an assessor's answer stands in a sheet as it was made, e.g. `D7`; for tests and notes. */
export function cellOf(row: number, field: Asked): string {
  return addressOf({ row: HEAD_ROWS + 1 + row, column: COLUMNS.indexOf(field) + 1 });
}
