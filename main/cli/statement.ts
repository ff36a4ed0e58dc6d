import { type Command, InvalidArgumentError, Option } from 'commander';
import { Disclosure } from '#shared/attribution/disclosure.ts';
import { commaSeparated } from '#shared/delimited.ts';
import { fiscalYearLabel } from '#shared/i18n/dates.ts';
import { translator } from '#shared/i18n/index.ts';
import { FiscalYear, textIn } from '#shared/model/basics.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { checklistOf, checklists } from '#shared/statement/checklists.ts';
import { coverageOf, gapsFirst } from '#shared/statement/coverage.ts';
import { Gatherer } from '#shared/statement/gather.ts';
import type { Scope } from '#shared/statement/scope.ts';
import { RowNaming } from '#shared/statement/words.ts';
import { cliLanguage, print, printJson } from './frame.ts';
import { readWorkspaceFile } from './workspace.ts';

interface StatementOptions {
  readonly checklist: string;
  readonly year: number;
  readonly organisation?: string;
  readonly json: boolean;
}

export function addStatement(program: Command): void {
  program
    .command('statement')
    .description('tell how far a checklist is answered for a year, gaps first; texts are not printed')
    .argument('<workspace>', 'a .hearken file')
    .addOption(checklistOption())
    .requiredOption('--year <year>', 'the year in which the fiscal year begins', yearTyped)
    .option('--organisation <id>', 'whose statement (default: the company as a whole)')
    .option('--json', 'print the result as JSON', false)
    .action(async (file: string, { checklist, year, organisation, json }: StatementOptions) => {
      const state = await readWorkspaceFile(file);
      const scope = { of: organisationIn(state, organisation), fiscalYear: year };
      const result = coverage(state, checklist, scope);
      await (json ? printJson(result) : print(asText(result)));
    });
}

export function checklistOption(): Option {
  return new Option('--checklist <id>', 'which checklist')
    .choices(checklists().map(({ id }) => id))
    .makeOptionMandatory();
}

/** The organisation with an id. @throws ProblemError `row-missing` */
export function organisationIn(state: WorkspaceState, wanted: string | undefined): Scope['of'] {
  if (wanted === undefined) return null;
  if (!state.organisations.some(({ id }) => id === wanted))
    throw new ProblemError('row-missing', { table: 'organisations', id: wanted });
  return wanted;
}

function coverage(state: WorkspaceState, checklistId: string, scope: Scope) {
  const language = cliLanguage();
  const checklist = checklistOf(checklistId);
  const { places, counts, elsewhere } = coverageOf(checklist, state, scope);
  const gatherer = new Gatherer(state, checklist, scope);
  const naming = new RowNaming(state, language);
  const disclosure = new Disclosure(state, translator(language)('report.withheldName'), language);
  const [workspace] = state.workspace;
  return {
    checklist: textIn(checklist.name, language),
    organisation: disclosure.anywhere(naming.organisation(scope.of) || textIn(workspace?.company, language)),
    year: workspace ? fiscalYearLabel(scope.fiscalYear, workspace.fiscalYear, language) : '',
    counts,
    all: places.length,
    elsewhere: elsewhere.length,
    requirements: gapsFirst(places).map((place) => ({
      number: place.requirement.number,
      title: textIn(place.requirement.title, language),
      of: disclosure.anywhere(naming.subject(place.subject)),
      state: place.state,
      gathered: gatherer.of(place).length,
    })),
  };
}

function asText(result: ReturnType<typeof coverage>): string {
  const t = translator(cliLanguage());
  const { counts, all, requirements } = result;
  return [
    t('cli.statement.counts', {
      checklist: result.checklist,
      organisation: result.organisation,
      year: result.year,
    }),
    t('statement.counts', {
      answered: counts.answered,
      partly: counts.partly,
      missing: counts.missing,
      open: counts.open,
      none: counts['not-applicable'],
      all,
    }),
    '',
    commaSeparated([
      [
        t('cli.statement.number'),
        t('cli.statement.requirement'),
        t('cli.statement.subject'),
        t('cli.statement.state'),
        t('cli.statement.gathered'),
      ],
      ...requirements.map((one) => [
        one.number,
        one.title,
        one.of,
        t(`statement.state.${one.state}`),
        String(one.gathered),
      ]),
    ]),
  ].join('\n');
}

function yearTyped(typed: string): number {
  const year = Number(typed);
  if (!FiscalYear.safeParse(year).success) throw new InvalidArgumentError('YYYY');
  return year;
}
