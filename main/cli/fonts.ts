import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { ProblemError } from '#shared/model/problem.ts';
import { type FontFace, facesIn } from './font-face.ts';

/** Fonts to draw with: whole files, and the family that text is set in. */
export interface DrawingFonts {
  readonly family: string;
  readonly files: readonly Uint8Array[];
}

/** Families with Latin and Japanese characters alike, the best first: those of the app's screens, then others. */
const FAMILIES = [
  'Hiragino Sans',
  'Yu Gothic UI',
  'Noto Sans CJK JP',
  'Noto Sans JP',
  'Source Han Sans JP',
  'Source Han Sans',
  'Meiryo',
  'IPAexGothic',
  'IPAPGothic',
  'TakaoPGothic',
  'MS PGothic',
];
/** Weights that pictures use: a font of the nearest weight is taken for each. */
const WEIGHTS = [400, 600];
/** What a font must have to be set Latin and Japanese text in. */
const BOTH = 'Agあカ強労働';
const JAPANESE = /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u;
/** What has no shape of its own: line ends, spaces, joiners, variation selectors. */
const SHAPELESS = /^[\p{C}\p{Z}\p{Variation_Selector}]$/u;

let faces: readonly FontFace[] | null = null;
const read = new Map<string, Uint8Array>();

/**
 * The fonts of this machine that a text needs: a family for Latin and Japanese, and one more font for each character
 * that it lacks. Each file is read once.
 * @throws ProblemError `font-missing` where a Japanese character of the text is in none of them
 */
export function fontsFor(text: string): DrawingFonts {
  faces ??= facesOfMachine();
  const { family, files } = chosenFonts(text, faces);
  return {
    family,
    files: files.map((file) => {
      const bytes = read.get(file) ?? new Uint8Array(readFileSync(file));
      read.set(file, bytes);
      return bytes;
    }),
  };
}

/**
 * Chooses among fonts.
 * @returns the family, and the files of the fonts that the text needs; no files where there are no fonts at all
 * @throws ProblemError `font-missing`
 */
export function chosenFonts(
  text: string,
  known: readonly FontFace[],
): { readonly family: string; readonly files: readonly string[] } {
  const family =
    FAMILIES.find((name) => known.some(({ families }) => families.includes(name))) ??
    (known.find((face) => hasAll(face, BOTH)) ?? known[0])?.families[0] ??
    '';
  const members = known.filter(({ families }) => families.includes(family));
  const taken = WEIGHTS.flatMap((weight) => nearest(members, weight) ?? []);
  for (const character of new Set(text)) {
    if (SHAPELESS.test(character) || taken.some((face) => hasAll(face, character))) continue;
    const other = known.find((face) => hasAll(face, character));
    if (other) taken.push(other);
    else if (JAPANESE.test(character)) throw new ProblemError('font-missing', { character });
  }
  return { family, files: [...new Set(taken.map(({ file }) => file))] };
}

function nearest(known: readonly FontFace[], weight: number): FontFace | undefined {
  const away = (face: FontFace) => Math.abs(face.weight - weight);
  return known.reduce<FontFace | undefined>(
    (best, face) => (best === undefined || away(face) < away(best) ? face : best),
    undefined,
  );
}

function hasAll(face: FontFace, characters: string): boolean {
  return [...characters].every((character) => face.has(character.codePointAt(0) ?? 0));
}

/** Every font in the folders where the system and the person keep them; what cannot be read is passed over. */
function facesOfMachine(): readonly FontFace[] {
  return folders().flatMap((folder) =>
    filesIn(folder)
      .filter((file) => /\.(ttf|ttc|otf|otc)$/i.test(file))
      .sort()
      .flatMap(facesOfFile),
  );
}

/** The fonts in a file; none where it cannot be read or is of another kind. */
export function facesOfFile(file: string): readonly FontFace[] {
  try {
    return facesIn(file, (offset, length) => bytesOf(file, offset, length));
  } catch {
    return [];
  }
}

function bytesOf(file: string, offset: number, length: number): Buffer {
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(length);
    if (readSync(handle, bytes, 0, length, offset) < length) throw new Error(`${file} ends early`);
    return bytes;
  } finally {
    closeSync(handle);
  }
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => path.join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}

function folders(): readonly string[] {
  const { SystemRoot = 'C:\\Windows', LOCALAPPDATA = '', XDG_DATA_HOME, XDG_DATA_DIRS } = process.env;
  const home = homedir();
  if (process.platform === 'darwin')
    return ['/System/Library/Fonts', '/Library/Fonts', path.join(home, 'Library', 'Fonts')];
  if (process.platform === 'win32')
    return [path.join(SystemRoot, 'Fonts'), path.join(LOCALAPPDATA, 'Microsoft', 'Windows', 'Fonts')];
  return [
    ...(XDG_DATA_DIRS || '/usr/local/share:/usr/share')
      .split(':')
      .map((folder) => path.join(folder, 'fonts')),
    path.join(XDG_DATA_HOME || path.join(home, '.local', 'share'), 'fonts'),
    path.join(home, '.fonts'),
  ];
}
