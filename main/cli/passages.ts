import type { Command } from 'commander';
import { Disclosure } from '#shared/attribution/disclosure.ts';
import { attributionText } from '#shared/i18n/attribution.ts';
import { translator } from '#shared/i18n/index.ts';
import { calledToday } from '#shared/model/called.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { EMPTY_QUERY, PassageQuery } from '#shared/model/view.ts';
import { type Find, findPassages } from '#shared/retrieval/find.ts';
import { PassageIndex } from '#shared/retrieval/passage-index.ts';
import { redactedFind } from '#shared/retrieval/sheet.ts';
import { type RetrievalWords, wordsOf } from '#shared/retrieval/words.ts';
import { cliLanguage, print, printJson } from './frame.ts';
import { readWorkspaceFile } from './workspace.ts';

interface PassagesOptions {
  readonly query?: string;
  readonly view?: string;
  readonly json: boolean;
}

export function addPassages(program: Command): void {
  program
    .command('passages')
    .description(
      'find coded passages in a workspace; nothing off the record, nobody named against the policy',
    )
    .argument('<workspace>', 'a .hearken file')
    .option(
      '--query <json>',
      'conditions as JSON, e.g. {"about":[["sc-forced-labour"]],"side":"external"}; issues by code or id',
    )
    .option('--view <name>', 'a view saved in the workspace, in place of --query')
    .option('--json', 'print the result as JSON', false)
    .action(async (file: string, options: PassagesOptions) => {
      const state = await readWorkspaceFile(file);
      const query = options.view === undefined ? queryOf(options.query, state) : viewOf(options.view, state);
      const language = cliLanguage();
      const participants = calledToday(state.participants, state.persons, language);
      const index = new PassageIndex({ ...state, participants });
      const convention = state.workspace[0]?.fiscalYear ?? null;
      const words = wordsOf(index, translator(language), language, convention);
      const finds = findPassages(index, query);
      const disclosure = new Disclosure(state, words.t('report.withheldName'), language);
      const redacted = finds.flatMap((find) => redactedFind(find, disclosure)?.find ?? []);
      const leftOut = finds.length - redacted.length;
      await (options.json
        ? printJson({
            query,
            total: finds.length,
            offRecord: leftOut,
            passages: redacted.map((find) => asJson(find, words)),
          })
        : print(asText(redacted, leftOut, words)));
    });
}

/**
 * The query that a person wrote; what it leaves out asks nothing. Issues may be named by their codes.
 * @throws ProblemError `query-unreadable`
 */
function queryOf(json: string | undefined, state: WorkspaceState): PassageQuery {
  if (json === undefined) return EMPTY_QUERY;
  let written: unknown;
  try {
    written = JSON.parse(json);
  } catch {
    throw new ProblemError('query-unreadable', { where: '', reason: 'JSON' });
  }
  const ids = new Map(state.issues.map(({ code, id }) => [code, id]));
  const named = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(named) : typeof value === 'string' ? (ids.get(value) ?? value) : value;
  const fields =
    typeof written === 'object' && written !== null && !Array.isArray(written) ? written : { '': written };
  const parsed = PassageQuery.safeParse({
    ...EMPTY_QUERY,
    ...fields,
    ...('about' in fields ? { about: named(fields.about) } : {}),
    ...('notAbout' in fields ? { notAbout: named(fields.notAbout) } : {}),
  });
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new ProblemError('query-unreadable', {
    where: first?.path.join('.') ?? '',
    reason: first?.code ?? '',
  });
}

/** @throws ProblemError `view-unknown` */
function viewOf(name: string, { views }: WorkspaceState): PassageQuery {
  const view = views.find((one) => one.name === name);
  if (!view) throw new ProblemError('view-unknown', { name, known: views.map((one) => one.name).join(', ') });
  return view.query;
}

function asJson(find: Find, words: RetrievalWords) {
  return {
    id: find.id,
    passageIds: find.passageIds,
    quote: find.quote,
    who: attributionText(words.t, find.attribution),
    policy: find.attribution.policy,
    dialogueId: find.dialogue.id,
    dialogue: find.dialogue.title,
    date: find.dialogue.date,
    fiscalYear: find.dialogue.fiscalYear,
    turnId: find.turn.id,
    unsure: find.unsure,
    issues: find.issueIds.map((id) => ({ id, name: words.issue(id) })),
    advice: find.advice.map(({ id, kind, status, restatement }) => ({ id, kind, status, restatement })),
    coders: find.coders,
  };
}

function asText(finds: readonly Find[], leftOut: number, words: RetrievalWords): string {
  const { t } = words;
  const blocks = finds.map((find, place) => {
    const source = [attributionText(t, find.attribution), find.dialogue.title, find.dialogue.date];
    const marks = [
      ...find.issueIds.map(words.issue),
      ...find.advice.map(({ kind, status }) =>
        t('retrieval.adviceCell', { kind: t(`adviceKind.${kind}`), status: t(`adviceStatus.${status}`) }),
      ),
    ];
    return [
      `${place + 1}. ${find.quote.replaceAll(/\s+/g, ' ')}`,
      `   ${source.filter(Boolean).join(' · ')}`,
      `   ${marks.join(t('retrieval.separator'))}`,
    ].join('\n');
  });
  return [...blocks, t('retrieval.cli.count', { finds: finds.length, leftOut })].join('\n\n');
}
