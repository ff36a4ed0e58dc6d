import type { Command } from 'commander';
import { readNamedFile } from './frame.ts';

export function addImport(program: Command): void {
  program
    .command('import')
    .description('read a transcript into participants, headings and turns')
    .argument('<file>', 'the transcript')
    .option('--json', 'print the result as JSON', false)
    .action(async (file: string, options: { json: boolean }) => {
      await readNamedFile(file, 50 * 1024 * 1024);
      void options;
    });
}
