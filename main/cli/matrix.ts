import { type Command, InvalidArgumentError, Option } from 'commander';
import { stateOfRound } from '#shared/assessment/frozen.ts';
import { Disclosure } from '#shared/attribution/disclosure.ts';
import { LEGACY_IDS, LENS_IDS, type PictureId } from '#shared/chart/lens.ts';
import { matrixOfRound } from '#shared/chart/matrix-of-round.ts';
import type { Scheme } from '#shared/chart/palette.ts';
import { redactedScene } from '#shared/chart/redacted-scene.ts';
import { svgOf } from '#shared/chart/svg.ts';
import { type Language, translator } from '#shared/i18n/index.ts';
import { LANGUAGE_IDS } from '#shared/i18n/languages.ts';
import { cliLanguage, print, writeNamedFile } from './frame.ts';
import { pngOf } from './raster.ts';
import { shownRound } from './round.ts';
import { readWorkspaceFile } from './workspace.ts';

/** Pixels of a PNG for one of the drawing: for screens, and for large print. */
const SCALES = ['2', '4'];

interface MatrixOptions {
  readonly output: string;
  readonly round?: string;
  readonly lens: PictureId;
  readonly scale: string;
  readonly scheme: Scheme;
  readonly language?: Language;
  readonly width?: number;
}

export function addMatrix(program: Command): void {
  program
    .command('matrix')
    .description('draw the matrix of an assessment round, as .svg or .png')
    .argument('<workspace>', 'a .hearken file')
    .requiredOption(
      '-o, --output <file>',
      'the file to write; its ending, .svg or .png, says as what',
      fileName,
    )
    .option('--round <id>', 'the assessment round (default: the latest one)')
    .addOption(
      new Option('--lens <lens>', 'what the axes mean')
        .choices([...LENS_IDS, ...LEGACY_IDS])
        .default('salience'),
    )
    .addOption(new Option('--scheme <scheme>', 'ground').choices(['light', 'dark']).default('light'))
    .addOption(new Option('--language <language>', 'language of the picture').choices(LANGUAGE_IDS))
    .addOption(
      new Option('--scale <scale>', 'pixels of a .png for one of the drawing').choices(SCALES).default('2'),
    )
    .option('--width <pixels>', 'width of the drawing, 520 to 4000', widthOf)
    .action(async (file: string, options: MatrixOptions) => {
      const state = await readWorkspaceFile(file);
      const language = options.language ?? cliLanguage();
      const roundId = shownRound(state, options.round);
      const scene = matrixOfRound(state, roundId, language, {
        lens: options.lens,
        ...(options.width ? { width: options.width, height: options.width * 0.62 } : {}),
      });
      const disclosure = new Disclosure(
        stateOfRound(state, roundId),
        translator(language)('report.withheldName'),
        language,
      );
      const svg = svgOf(redactedScene(scene, disclosure), { scheme: options.scheme });
      const bytes = /\.png$/i.test(options.output)
        ? await pngOf(svg, Number(options.scale))
        : new TextEncoder().encode(svg);
      await print(await writeNamedFile(options.output, bytes));
    });
}

function fileName(typed: string): string {
  if (!/\.(svg|png)$/i.test(typed)) throw new InvalidArgumentError('FILE.svg or FILE.png');
  return typed;
}

function widthOf(typed: string): number {
  const width = Number(typed);
  if (!Number.isInteger(width) || width < 520 || width > 4000) throw new InvalidArgumentError('520 to 4000');
  return width;
}
