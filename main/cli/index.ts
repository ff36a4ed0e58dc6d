/**
 * The command line: `npm run cli -- <command> …`. The same `shared/` code as the window, for batch work.
 * Results go to standard output (with `--json` nothing but JSON), problems as one line to standard error.
 * Exit status: 0 done, 1 a problem, 2 wrong usage.
 */
import { Command, CommanderError } from 'commander';
import { keepDetails, problemOf } from '#shared/model/problem.ts';
import { addAgreement } from './agreement.ts';
import { addAssess } from './assess.ts';
import { addCompare } from './compare.ts';
import { addDue } from './due.ts';
import { addFigures } from './figures.ts';
import { type AddCommand, problemLine } from './frame.ts';
import { addImport } from './import.ts';
import { addMatrix } from './matrix.ts';
import { addPassages } from './passages.ts';
import { addReport } from './report.ts';
import { addSearch } from './search.ts';
import { addStatement } from './statement.ts';

/** The registry of commands: one line a command. */
const COMMANDS: readonly AddCommand[] = [
  addImport,
  addCompare,
  addSearch,
  addPassages,
  addReport,
  addAssess,
  addMatrix,
  addAgreement,
  addFigures,
  addDue,
  addStatement,
];

function createProgram(): Command {
  const program = new Command('hearken')
    .description('From expert dialogue to advice, issues, assessment, matrix, decision and report.')
    // Inherited by every command, so it comes before them.
    .option('--debug', 'print what an unforeseen error says in full; it can hold names')
    .exitOverride()
    .showHelpAfterError('(--help shows how it is used)');
  for (const add of COMMANDS) add(program);
  return program;
}

// A reader that has seen enough (`… | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

// Only where it is asked for: standard error often ends in a file.
if (process.argv.includes('--debug')) keepDetails(({ reference, text }) => console.error(reference, text));
// The runtime would print what was thrown.
process.on('uncaughtException', (thrown) => {
  fail(thrown);
  process.exit();
});

try {
  await createProgram().parseAsync();
} catch (thrown) {
  if (thrown instanceof CommanderError) process.exitCode = thrown.exitCode === 0 ? 0 : 2;
  else fail(thrown);
}

function fail(thrown: unknown): void {
  console.error(problemLine(problemOf(thrown)));
  process.exitCode = 1;
}
