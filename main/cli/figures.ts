import { type Command, Option } from 'commander';
import { commaSeparated } from '#shared/delimited.ts';
import { longRows, type SheetWords } from '#shared/figure-table/long-sheet.ts';
import { wideRows } from '#shared/figure-table/wide-sheet.ts';
import { workbookOf } from '#shared/figure-table/workbook.ts';
import { periodText } from '#shared/figures/value-text.ts';
import { fiscalYearLabel } from '#shared/i18n/dates.ts';
import { translator } from '#shared/i18n/index.ts';
import { textIn } from '#shared/model/basics.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { fiscalYearOf } from '#shared/model/workspace.ts';
import { writeWorkbook } from '#shared/ooxml/write.ts';
import { cliLanguage, print, writeNamedFile } from './frame.ts';
import { readWorkspaceFile } from './workspace.ts';

interface FiguresOptions {
  readonly as: 'long' | 'wide';
  readonly output?: string;
}

export function addFigures(program: Command): void {
  program
    .command('figures')
    .description('print the figures of a workspace as CSV, or write them as an Excel workbook')
    .argument('<workspace>', 'a .hearken file')
    .addOption(
      new Option(
        '--as <form>',
        'long: every figure with its id; wide: the table as printed, small counts withheld',
      )
        .choices(['long', 'wide'])
        .default('wide'),
    )
    .option('-o, --output <file>', 'write an .xlsx workbook in place of printing')
    .action(async (file: string, { as, output }: FiguresOptions) => {
      const state = await readWorkspaceFile(file);
      const [workspace] = state.workspace;
      if (!workspace) throw new ProblemError('archive-damaged', { part: 'workspace' });
      const language = cliLanguage();
      const t = translator(language);
      const yearOf = (year: number) => fiscalYearLabel(year, workspace.fiscalYear, language);
      const words: SheetWords = { t, language, period: (period) => periodText(period, t, yearOf) };
      const now = new Date().toISOString();
      const rows =
        as === 'long'
          ? longRows(state, words)
          : wideRows(state, fiscalYearOf(now.slice(0, 10), workspace.fiscalYear), words);
      if (output === undefined) return print(commaSeparated(rows));
      const made = { at: now, creator: textIn(workspace.company, language) };
      await print(await writeNamedFile(output, writeWorkbook(workbookOf(as, rows, words, made))));
    });
}
