import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { fontsFor } from './fonts.ts';

let loading: Promise<void> | null = null;

/**
 * Draws an SVG as a PNG. Fonts are handed over as bytes, kept for the next picture: the native build of the same
 * library reads a font's file anew for each piece of text, which for Japanese fonts (20 MB) takes seconds a picture.
 * @param scale pixels of the picture for one of the drawing
 * @throws ProblemError `font-missing` where no font of this machine has a Japanese character of it
 */
export async function pngOf(svg: string, scale: number): Promise<Uint8Array> {
  await loadRaster();
  const { family, files } = fontsFor(svg);
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: { loadSystemFonts: false, fontBuffers: [...files], defaultFontFamily: family },
  });
  const drawn = drawing.render();
  const png = drawn.asPng();
  drawn.free();
  drawing.free();
  return png;
}

/** Makes the library ready, once; `pngOf` does it by itself. */
export function loadRaster(): Promise<void> {
  loading ??= load();
  return loading;
}

async function load(): Promise<void> {
  // A few pictures a run: compiling it a second time, for speed, costs more than it brings.
  setFlagsFromString('--liftoff-only');
  const file = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await initWasm(await readFile(file));
}
