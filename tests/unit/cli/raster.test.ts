import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '#shared/model/problem.ts';
import type { FontFace } from '../../../main/cli/font-face.ts';
import { chosenFonts, facesOfFile, fontsFor } from '../../../main/cli/fonts.ts';
import { pngOf } from '../../../main/cli/raster.ts';

/** How a text is drawn, with the fonts of this machine: which of its pixels are dark. */
async function drawn(text: string, attributes = ''): Promise<string> {
  const png = await pngOf(
    `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" font-family="'Segoe UI', sans-serif"><rect width="40" height="40" fill="#fff"/><text x="6" y="30" font-size="24" ${attributes}>${text}</text></svg>`,
    1,
  );
  const { data } = PNG.sync.read(Buffer.from(png));
  return Array.from({ length: data.length / 4 }, (_unused, pixel) =>
    (data[pixel * 4] ?? 0) < 128 ? '1' : '0',
  ).join('');
}

const BLANK = '0'.repeat(40 * 40);
/** A character that is in no font: a box or nothing. */
const NO_CHARACTER = '\u{10ff00}';

describe('a picture drawn without a window', () => {
  it.each(['A', 'g', 'あ', 'カ', '強', '働', '①', '－'])(
    'has %s as itself, not as nothing and not as a box',
    async (sign) => {
      const itself = await drawn(sign);
      expect(itself).not.toBe(BLANK);
      expect(itself).not.toBe(await drawn(NO_CHARACTER));
    },
  );

  it('tells Japanese characters apart, one by one', async () => {
    const signs = [...'強制労働あいアイ'];
    const pictures = new Set<string>();
    for (const sign of signs) pictures.add(await drawn(sign));
    expect(pictures.size).toBe(signs.length);
  });

  it('has bold text bolder', async () => {
    const ink = (picture: string) => picture.replaceAll('0', '').length;
    for (const sign of ['H', '国'])
      expect(ink(await drawn(sign, 'font-weight="600"'))).toBeGreaterThan(ink(await drawn(sign)));
  });
});

const face = (family: string, characters: string, weight = 400): FontFace => ({
  file: `${family} ${weight}`,
  families: [family],
  weight,
  has: (codePoint) => characters.includes(String.fromCodePoint(codePoint)),
});
const LATIN = 'Agé';
const JAPANESE = 'Agあカ強労働';

describe('fonts for a picture', () => {
  it('are one family in the two weights that pictures use', () => {
    const fonts = [
      face('Latin', LATIN),
      ...[100, 400, 500, 700, 900].map((weight) => face('Noto Sans CJK JP', JAPANESE, weight)),
      face('Noto Serif CJK JP', JAPANESE),
    ];
    expect(chosenFonts('A 強\n\ufe0f', fonts)).toEqual({
      family: 'Noto Sans CJK JP',
      files: ['Noto Sans CJK JP 400', 'Noto Sans CJK JP 500'],
    });
  });

  it('are any that have Latin and Japanese where none of the known families is there', () => {
    expect(chosenFonts('A', [face('Latin', LATIN), face('Kanji', JAPANESE)]).family).toBe('Kanji');
  });

  it('gain one for a character that the family lacks', () => {
    const fonts = [face('Meiryo', JAPANESE), face('Latin', LATIN), face('Thai', 'ก')];
    expect(chosenFonts('Aéกกé', fonts).files).toEqual(['Meiryo 400', 'Latin 400', 'Thai 400']);
  });

  it('are refused where a Japanese character is in none: no picture rather than one of boxes', () => {
    const refused = () => chosenFonts('A 強', [face('Latin', LATIN)]);
    expect(refused).toThrow(ProblemError);
    expect(refused).toThrow(/font-missing/);
    expect(chosenFonts('A ก', [face('Latin', LATIN)]).files).toEqual(['Latin 400']);
  });

  it('are read once', () => {
    expect(fontsFor('強').files[0]).toBe(fontsFor('Agあ').files[0]);
  });

  it('are none in a file that is no font', () => {
    expect(facesOfFile(import.meta.filename)).toEqual([]);
    expect(facesOfFile('not there')).toEqual([]);
  });
});
