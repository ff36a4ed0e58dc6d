import { Resvg } from '@resvg/resvg-js';

/**
 * The drawing machine tries only the first family of a list and then its default: here the one of the app's fonts
 * that each system has for Latin and Japanese alike. Where it is missing too, any font that has the sign is taken.
 */
const DEFAULT_FONT =
  process.platform === 'darwin'
    ? 'Hiragino Sans'
    : process.platform === 'win32'
      ? 'Yu Gothic UI'
      : 'Noto Sans CJK JP';

/** Draws an SVG as a PNG. @param scale pixels of the picture for one of the drawing */
export function pngOf(svg: string, scale: number): Uint8Array {
  const drawn = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: { loadSystemFonts: true, defaultFontFamily: DEFAULT_FONT },
  }).render();
  return new Uint8Array(drawn.asPng());
}
