import path from 'node:path';
import { type Command, Option } from 'commander';
import { isMessageKey, type Translate, translator } from '#shared/i18n/index.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { abbreviations, expandAbbreviations } from '#shared/transcript/abbreviations.ts';
import { CONTAINER_NAMES } from '#shared/transcript/containers/registry.ts';
import { ENCODINGS } from '#shared/transcript/encodings.ts';
import { whenOf } from '#shared/transcript/occasion.ts';
import { readTranscript } from '#shared/transcript/registry.ts';
import type { ReadResult, ReadWarning } from '#shared/transcript/result.ts';
import { doubles } from '#shared/transcript/speakers.ts';
import { cliLanguage, print, printJson, readNamedFile } from './frame.ts';

const FILE_LIMIT = 50 * 1024 * 1024;
/** English as it is written without a comma before the last. */
const KINDS = new Intl.ListFormat('en-GB', { type: 'disjunction' });

export function addImport(program: Command): void {
  program
    .command('import')
    .description('read a transcript into participants, headings and turns')
    .argument(
      '<files...>',
      `the transcript: ${KINDS.format(['text', 'Markdown', 'subtitles', ...CONTAINER_NAMES])}`,
    )
    .option(
      '--company <name>',
      'a name of the company, whose people are internal (may be given several times)',
      (name: string, before: readonly string[]) => [...before, name],
      [] as readonly string[],
    )
    .addOption(
      new Option('--encoding <name>', 'character encoding of a text file, where it is not found out').choices(
        ENCODINGS,
      ),
    )
    .option('--json', 'print the result as JSON', false)
    .action(async (files: readonly string[], options: ImportOptions) => {
      const [file = ''] = files;
      if (files.length === 1) {
        const result = await readOne(file, options);
        if (options.json) await printJson(asJson(result, file));
        else await print(asText(result, translator(cliLanguage())));
      } else for (const one of files) await printOneOfMany(one, options);
    });
}

interface ImportOptions {
  readonly json: boolean;
  readonly company: readonly string[];
  readonly encoding?: string;
}

async function readOne(file: string, { company, encoding }: ImportOptions): Promise<ReadResult> {
  const bytes = await readNamedFile(file, FILE_LIMIT);
  return explained(
    await readTranscript(
      { name: path.basename(file), bytes },
      { company, ...(encoding !== undefined && { encoding }) },
    ),
  );
}

/** One line of JSON a file, or its text under its name; a file that cannot be read does not keep the others back. */
async function printOneOfMany(file: string, options: ImportOptions): Promise<void> {
  try {
    const result = await readOne(file, options);
    if (options.json) await print(JSON.stringify({ file, ...asJson(result, file) }));
    else await print(`# ${file}\n\n${asText(result, translator(cliLanguage()))}\n`);
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    process.exitCode = 1;
    const { code } = thrown.problem;
    await print(options.json ? JSON.stringify({ file, error: code }) : `# ${file}\n\n! ${code}\n`);
  }
}

/** A reading with the names in the place of the abbreviations that the text itself explains. */
function explained(read: ReadResult): ReadResult {
  const list = abbreviations(read);
  const names = new Map(list.map(({ label, name }) => [label, name]));
  const result = expandAbbreviations(read, list);
  const shown = (label: string) => {
    const name = names.get(label);
    return name !== undefined && !result.participants.some((one) => one.label === name) ? name : label;
  };
  return {
    ...result,
    participants: result.participants.map((one) => ({ ...one, label: shown(one.label) })),
    blocks: result.blocks.map((block) => ({
      ...block,
      speaker: block.speaker === null ? null : shown(block.speaker),
    })),
  };
}

/** What `--json` prints. Text that nobody is named for stands in `narration`, with the turn it comes before. */
function asJson(result: ReadResult, file: string) {
  const {
    format,
    encoding,
    language,
    title,
    date,
    participants,
    headings,
    blocks,
    warnings,
    alarms,
    ledger,
    others,
  } = result;
  const turns = blocks.filter(({ kind }) => kind === 'speech');
  let before = 0;
  const narration: { beforeTurn: number; heading: string | null; text: string }[] = [];
  for (const { kind, heading, text } of blocks) {
    if (kind === 'speech') before++;
    else narration.push({ beforeTurn: before, heading, text });
  }
  return {
    format,
    encoding,
    language,
    title,
    date,
    // As the text calls it (`FY2020`); where it gives a date, the workspace's convention tells the year.
    fiscalYear: whenOf({ title, headings, blocks, fileName: path.basename(file) }).fiscalYear,
    participants: participants.map((one) => ({
      name: one.name,
      title: one.title,
      organisation: one.organisation,
      external: one.external,
      label: one.label,
      voice: one.voice,
      kind: one.kind,
    })),
    headings,
    turns: turns.map(({ speaker, heading, start, end, text }) => ({ speaker, heading, start, end, text })),
    narration,
    warnings,
    alarms: alarms.map(({ code, line, text, label }) => ({ code, line, text, label })),
    ledger,
    others,
    // Labels that may be one person.
    joins: doubles(result).map(({ from, into }) => [from, into]),
  };
}

/** The same for reading: who took part, then the text with its headings. */
function asText(result: ReadResult, t: Translate): string {
  const lines = [result.title ?? '', result.date ?? ''].filter((line) => line !== '');
  for (const { name, title, organisation, external } of result.participants) {
    const facts = [title, organisation, external ? t('import.participant.external') : ''].filter(Boolean);
    lines.push(`- ${[name, ...facts].join(' · ')}`);
  }
  let heading: string | null = null;
  for (const block of result.blocks) {
    if (block.heading !== heading) {
      heading = block.heading;
      if (heading !== null) lines.push('', `## ${heading}`);
    }
    const speaker = block.kind === 'narration' ? '' : `${block.speaker ?? t('common.unknownSpeaker')}: `;
    lines.push('', speaker + block.text);
  }
  if (result.warnings.length + result.ledger.length > 0) lines.push('');
  for (const { code, line, label, text } of result.alarms) {
    const sentence = t(`import.alarm.${code}`, { label: label ?? '' });
    lines.push(`? ${line === null ? '' : `${line}: `}${sentence}: ${text}`);
  }
  for (const warning of result.warnings) lines.push(`! ${warningText(t, warning)}`);
  for (const { part, words, count } of result.ledger) {
    const key = `import.loss.${part}`;
    lines.push(`! ${t(isMessageKey(key) ? key : 'import.loss.part', { words, count })}`);
  }
  return lines.join('\n');
}

function warningText(t: Translate, { code, params }: ReadWarning): string {
  const key = `transcript.warning.${code}`;
  return isMessageKey(key) ? t(key, params) : code;
}
