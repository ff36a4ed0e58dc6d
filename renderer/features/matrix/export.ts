import { Discretion } from '#shared/attribution/discretion.ts';
import { toldScene } from '#shared/attribution/told-scene.ts';
import type { Scene } from '#shared/chart/scene.ts';
import { svgOf } from '#shared/chart/svg.ts';
import { translator } from '#shared/i18n/index.ts';
import { call } from '../../platform/bridge.ts';
import { pngOf } from '../../platform/png.ts';
import { shelf } from '../../platform/shelf.ts';
import { readState } from '../../store/index.ts';

/** The matrix that is on screen, as it would be written to a file. */
export interface Picture {
  /** Drawn when it is asked for: with title and note, at the size of a page, always on a light ground. */
  readonly draw: () => Scene;
  readonly fileName: string;
  readonly typeName: (extension: 'svg' | 'png') => string;
  readonly onSaved: (path: string) => void;
}
/** `png4`: for large print. */
export type PictureType = 'svg' | 'png' | 'png4';

const pictures = shelf<Picture>();

/** Makes the picture of a mounted view the one that the export actions write. */
export const usePicture = pictures.useOn;

export function hasPicture(): boolean {
  return pictures.current() !== null;
}

/**
 * Asks where to, and writes the matrix on screen. Nothing happens where none is shown or the person cancels.
 * @throws ProblemError `picture-failed`, and those of saving
 */
export async function exportPicture(type: PictureType): Promise<void> {
  const shown = pictures.current();
  if (!shown) return;
  const { draw, fileName, typeName, onSaved } = shown;
  const scene = draw();
  const t = translator(scene.language === 'ja' ? 'ja' : 'en');
  const discretion = new Discretion(await readState(), t('report.withheldName'));
  const svg = svgOf(toldScene(scene, discretion));
  const bytes = type === 'svg' ? new TextEncoder().encode(svg) : await pngOf(svg, type === 'png4' ? 4 : 2);
  const extension = type === 'svg' ? 'svg' : 'png';
  const path = await call('dialog.save', {
    suggestedName: `${fileName}.${extension}`,
    filters: [{ name: typeName(extension), extensions: [extension] }],
    bytes,
  });
  if (path !== null) onSaved(path);
}
