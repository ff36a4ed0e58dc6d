import type { Command } from 'commander';
import type { CoderAgreement, TwoCoders } from '#shared/assessment/agreement.ts';
import { Disclosure } from '#shared/attribution/disclosure.ts';
import { codersAgreement, codersOf, type Pair, sharedDialogues } from '#shared/coding/agreement.ts';
import { compareCoders, DIFFERENCE_KINDS, isDifference } from '#shared/coding/differences.ts';
import { choiceOf } from '#shared/edit/reconcile.ts';
import { translator } from '#shared/i18n/index.ts';
import { type Id, textIn } from '#shared/model/basics.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { cliLanguage, print, printJson } from './frame.ts';
import { readWorkspaceFile } from './workspace.ts';

interface Options {
  readonly json: boolean;
  readonly first?: string;
  readonly second?: string;
  readonly dialogue?: readonly string[];
}

export function addAgreement(program: Command): void {
  program
    .command('agreement')
    .description('how two coders of the same dialogues agree: kappa and alpha by issue, and what differs')
    .argument('<workspace>', 'a .hearken file')
    .option('--first <name>', 'a coder (default: who coded most)')
    .option('--second <name>', 'the other coder (default: who coded most besides)')
    .option('--dialogue <id...>', 'dialogues to compare (default: those that both coded)')
    .option('--json', 'print the result as JSON', false)
    .action(async (file: string, options: Options) => {
      const state = await readWorkspaceFile(file);
      const result = compare(state, pairOf(state, options));
      await (options.json ? printJson(result) : print(asText(result)));
    });
}

/** @throws ProblemError `coder-unknown`, `coders-one`, `row-missing` */
function pairOf(state: WorkspaceState, { first, second, dialogue }: Options): Pair {
  const names = codersOf(state.codings).map(({ name }) => name);
  for (const name of [first, second])
    if (name !== undefined && !names.includes(name))
      throw new ProblemError('coder-unknown', { coders: names.length });
  const a = first ?? names.find((name) => name !== second);
  const b = second ?? names.find((name) => name !== a);
  if (a === undefined || b === undefined || a === b) throw new ProblemError('coders-one');
  for (const id of dialogue ?? [])
    if (!state.dialogues.some((one) => one.id === id))
      throw new ProblemError('row-missing', { table: 'dialogues', id });
  const dialogueIds = dialogue ?? sharedDialogues(state.codings, { a, b });
  if (dialogueIds.length === 0) throw new ProblemError('coders-one');
  return { a, b, dialogueIds };
}

function compare(state: WorkspaceState, pair: Pair) {
  const { turns, issues, together } = codersAgreement(state, pair);
  const comparisons = compareCoders(state, pair);
  const differences = comparisons.filter(isDifference);
  const issueOf = new Map(state.issues.map((issue) => [issue.id, issue]));
  const nameOf = (id: Id) => textIn(issueOf.get(id)?.name, cliLanguage());
  const t = translator(cliLanguage());
  const disclosure = new Disclosure(state, t('report.withheldName'), cliLanguage());
  return {
    a: pair.a,
    b: pair.b,
    dialogues: pair.dialogueIds.map((id) => ({
      id,
      title: disclosure.title(id) ?? t('attribution.off-record'),
    })),
    unit: 'turn',
    turns,
    issues: issues.map(({ issueId, ...figures }) => ({
      code: issueOf.get(issueId)?.code ?? issueId,
      name: nameOf(issueId),
      ...rounded(figures),
    })),
    together: rounded(together),
    differences: {
      total: differences.length,
      settled: differences.filter((one) => choiceOf(one) !== 'open').length,
      same: comparisons.length - differences.length,
      ...Object.fromEntries(
        DIFFERENCE_KINDS.map((kind) => [kind, differences.filter((one) => one.kind === kind).length]),
      ),
    } as Record<'total' | 'settled' | 'same' | (typeof DIFFERENCE_KINDS)[number], number>,
  };
}

type Figures = TwoCoders & CoderAgreement;

/** To four decimals: more would claim more than turns can carry. */
function rounded({ prevalence, kappa, alpha, ...counts }: Figures): Figures {
  const four = (value: number | null) => (value === null ? null : Number(value.toFixed(4)));
  return { ...counts, prevalence: Number(prevalence.toFixed(4)), kappa: four(kappa), alpha: four(alpha) };
}

function asText({
  a,
  b,
  dialogues,
  turns,
  issues,
  together,
  differences,
}: ReturnType<typeof compare>): string {
  const t = translator(cliLanguage());
  const shownName = (name: string) => name || t('coders.noName');
  const figure = (value: number | null) =>
    value === null ? t('coders.undefined') : t('coders.figure', { value });
  const line = (name: string, one: Figures) =>
    [
      ...[one.both, one.onlyA, one.onlyB, one.neither].map(String),
      t('coders.share', { value: one.prevalence }),
      figure(one.kappa),
      figure(one.alpha),
      name,
    ].join('\t');
  const { total, settled } = differences;
  return [
    t('coders.cli.pair', { a: shownName(a), b: shownName(b), turns, dialogues: dialogues.length }),
    '',
    [
      t('coders.column.both'),
      t('coders.column.onlyA', { name: shownName(a) }),
      t('coders.column.onlyB', { name: shownName(b) }),
      t('coders.column.neither'),
      t('coders.column.prevalence'),
      t('coders.column.kappa'),
      t('coders.column.alpha'),
      t('coders.column.issue'),
    ].join('\t'),
    ...issues.map((issue) => line(issue.name, issue)),
    line(t('coders.together'), together),
    '',
    t('coders.cli.differences', {
      a: shownName(a),
      b: shownName(b),
      onlyA: differences['only-a'],
      onlyB: differences['only-b'],
      extent: differences.extent,
      issue: differences.issue,
      settled,
      total,
    }),
  ].join('\n');
}
