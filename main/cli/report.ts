import path from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Leak } from '#shared/attribution/leak.ts';
import { svgOf } from '#shared/chart/svg.ts';
import { type Language, translator } from '#shared/i18n/index.ts';
import { LANGUAGE_IDS } from '#shared/i18n/languages.ts';
import { FiscalYear, type Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { writeDocx } from '#shared/report/docx/write.ts';
import {
  buildReport,
  checkedReport,
  isOfDialogue,
  type PictureName,
  type Pictures,
  PRESETS,
  type Preset,
  pictureOf,
  picturesFor,
  REPORT_KINDS,
  type ReportKind,
  type SectionChoice,
} from '#shared/report/index.ts';
import { editionSubject, editionsOf } from '#shared/statement/editions.ts';
import { statementId } from '#shared/statement/subject.ts';
import { cliLanguage, print, writeNamedFile } from './frame.ts';
import { pngOf } from './raster.ts';
import { roundIn } from './round.ts';
import { checklistOption, organisationIn } from './statement.ts';
import { readWorkspaceFile } from './workspace.ts';

/** Pixels of the picture for one of its own: sharp in print. */
const PRINT_SCALE = 3;

interface ReportOptions {
  readonly kind: ReportKind;
  readonly output: string;
  readonly dialogue?: string;
  readonly round?: string;
  readonly year?: string;
  readonly checklist: string;
  readonly organisation?: string;
  readonly edition?: number;
  readonly language?: Language;
  readonly creator: string;
  readonly date?: string;
  readonly preset: Preset;
  readonly with: readonly string[];
  readonly without: readonly string[];
  readonly allowNames: boolean;
}

export function addReport(program: Command): void {
  program
    .command('report')
    .description('write a Word document: of a dialogue, an assessment round, a fiscal year, or a statement')
    .argument('<workspace>', 'a .hearken file')
    .addOption(new Option('--kind <kind>', 'what to write').choices(REPORT_KINDS).makeOptionMandatory())
    .requiredOption('-o, --output <file>', 'the .docx file to write')
    .option('--dialogue <id>', 'the dialogue (default: the latest one)')
    .option('--round <id>', 'the assessment round (default: the latest one)')
    .option(
      '--year <year>',
      'the year in which the fiscal year begins (default: the latest with figures)',
      yearTyped,
    )
    .addOption(checklistOption().makeOptionMandatory(false).default('uk-msa-54'))
    .option('--organisation <id>', 'whose statement (default: the company as a whole)')
    .option('--edition <number>', 'of a statement: the edition that was published, as it was', Number)
    .addOption(new Option('--language <language>', 'language of the document').choices(LANGUAGE_IDS))
    .option('--creator <name>', 'who makes the file, as its properties name them', '')
    .option('--date <date>', 'date that the document bears, YYYY-MM-DD (default: today)', dayOf)
    .addOption(new Option('--preset <preset>', 'how much it tells').choices(PRESETS).default('full'))
    .option('--with <sections>', 'sections that the preset has not, e.g. opinion,product', namesIn, [])
    .option('--without <sections>', 'sections to be left out, e.g. scales,limits', namesIn, [])
    .option('--allow-names', 'write it even where a name may be left that may not be disclosed', false)
    .action(async (file: string, options: ReportOptions) => {
      const state = await readWorkspaceFile(file);
      const language = options.language ?? cliLanguage();
      const subjectId = subjectIn(state, options);
      const sections: SectionChoice = Object.fromEntries([
        ...options.with.map((id) => [id, true]),
        ...options.without.map((id) => [id, false]),
      ]);
      const request = {
        kind: options.kind,
        subjectId,
        language,
        creator: options.creator,
        writtenAt: options.date ?? new Date().toISOString(),
        pictures: picturesFor(state, subjectId, {
          language,
          kind: options.kind,
          preset: options.preset,
          sections,
        }),
        preset: options.preset,
        sections,
      };
      const { sections: known } = await buildReport(state, {
        ...request,
        pictures: picturesFor(state, subjectId, { language, kind: options.kind, sections: 'all' }),
        sections: 'all',
      });
      const unknown = Object.keys(sections).find((id) => !known.some((one) => one.id === id));
      if (unknown !== undefined)
        throw new ProblemError('section-unknown', {
          section: unknown,
          known: known.map(({ id }) => id).join(', '),
        });
      const pictures = await draw(state, subjectId, language, request);
      const { document: report, leaks } = await checkedReport(
        state,
        request,
        {},
        path.basename(options.output, '.docx'),
      );
      if (leaks.length > 0) process.stderr.write(`${leakLines(leaks)}\n`);
      if (leaks.length > 0 && !options.allowNames)
        throw new ProblemError('names-left', { count: leaks.length });
      const bytes = await writeDocx(report, pictures);
      await print(await writeNamedFile(options.output, bytes));
    });
}

function subjectIn(state: WorkspaceState, options: ReportOptions): Id {
  const { kind, dialogue, round, year } = options;
  if (kind === 'year' || kind === 'human-rights') return yearIn(state, year);
  if (kind === 'statement') {
    const scope = {
      of: organisationIn(state, options.organisation),
      fiscalYear: Number(yearIn(state, year)),
    };
    if (options.edition === undefined) return statementId(options.checklist, scope);
    const edition = editionsOf(state.editions, options.checklist, scope).find(
      ({ number }) => number === options.edition,
    );
    if (!edition) throw new ProblemError('row-missing', { table: 'editions', id: String(options.edition) });
    return editionSubject(edition.id);
  }
  return isOfDialogue(kind) ? dialogueIn(state, dialogue) : roundIn(state, round);
}

/** The fiscal year that was asked for, or the latest that has a figure. @throws ProblemError `figures-empty` */
function yearIn(state: WorkspaceState, wanted: string | undefined): Id {
  if (wanted !== undefined) return wanted;
  const years = state.figures.flatMap(({ role, value, period }) =>
    role === 'actual' && value !== null ? [period.fiscalYear] : [],
  );
  if (years.length === 0) throw new ProblemError('figures-empty');
  return String(Math.max(...years));
}

/** The dialogue with an id, or the latest one. @throws ProblemError `dialogue-none`, `row-missing` */
function dialogueIn(state: WorkspaceState, wanted: string | undefined): Id {
  if (wanted !== undefined) return present(state.dialogues, 'dialogues', wanted);
  const latest = [...state.dialogues].sort((a, b) =>
    (a.date ?? '') === (b.date ?? '') ? (a.id < b.id ? 1 : -1) : (a.date ?? '') < (b.date ?? '') ? 1 : -1,
  )[0];
  if (!latest) throw new ProblemError('dialogue-none');
  return latest.id;
}

function present(rows: readonly { readonly id: Id }[], table: string, wanted: string): Id {
  if (!rows.some((one) => one.id === wanted)) throw new ProblemError('row-missing', { table, id: wanted });
  return wanted;
}

async function draw(
  state: WorkspaceState,
  roundId: IdOf<'rounds'>,
  language: Language,
  { pictures: names, preset }: { readonly pictures: readonly PictureName[]; readonly preset: Preset },
): Promise<Pictures> {
  const drawn: [PictureName, { png: Uint8Array; width: number; height: number }][] = [];
  for (const name of names) {
    const scene = pictureOf(state, roundId, language, name, preset);
    const png = await pngOf(svgOf(scene), PRINT_SCALE);
    drawn.push([name, { png, width: scene.width, height: scene.height }]);
  }
  return Object.fromEntries(drawn);
}

function yearTyped(typed: string): string {
  if (!FiscalYear.safeParse(Number(typed)).success) throw new InvalidArgumentError('YYYY');
  return typed;
}

/** `a,b` as its parts, added to those of the same option before. */
function namesIn(typed: string, before: readonly string[]): string[] {
  return [
    ...before,
    ...typed
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
  ];
}

/** The warning about names that are left, a line each. */
function leakLines(leaks: readonly Leak[]): string {
  const t = translator(cliLanguage());
  return [
    t('leak.cli', { count: leaks.length }),
    ...leaks.map(({ place, part, before, name, after }) =>
      t('leak.cli.line', {
        place: [t(`leak.place.${place}`), part].filter(Boolean).join(' · '),
        before,
        name,
        after,
      }),
    ),
  ].join('\n  ');
}

/** A day as its noon, where the command runs: the document prints the same day. */
function dayOf(typed: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(typed) ? new Date(`${typed}T12:00:00`) : null;
  if (!day || Number.isNaN(day.getTime())) throw new InvalidArgumentError('YYYY-MM-DD');
  return day.toISOString();
}
