import { Resvg } from '@resvg/resvg-wasm';
import { loadRaster } from '../../../main/cli/raster.ts';

await loadRaster();

/** Reads an SVG with a strict parser. @throws where it is not well-formed */
export function parseSvg(svg: string): void {
  new Resvg(svg, { font: { loadSystemFonts: false } }).free();
}
