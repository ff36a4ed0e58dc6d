import type { Scene } from '#shared/chart/scene.ts';
import { svgOf } from '#shared/chart/svg.ts';
import { call } from '../../platform/bridge.ts';
import { shelf } from '../../platform/shelf.ts';

/** The picture on screen, as it would be written to a file. */
export interface Picture {
  /** Drawn when it is asked for: with its title, at the size of a page, always on a light ground. */
  readonly draw: () => Promise<Scene | undefined>;
  readonly fileName: string;
  readonly typeName: string;
  readonly onSaved: (path: string) => void;
}

const pictures = shelf<Picture>();

/** Makes the picture of a mounted view the one that is written. */
export const usePicture = pictures.useOn;

export function hasPicture(): boolean {
  return pictures.current() !== null;
}

/** Asks where to, and writes the picture on screen as SVG. Nothing happens where none is shown or the person cancels. */
export async function savePicture(): Promise<void> {
  const shown = pictures.current();
  if (!shown) return;
  const { draw, fileName, typeName, onSaved } = shown;
  const scene = await draw();
  if (!scene) return;
  const path = await call('dialog.save', {
    suggestedName: `${fileName}.svg`,
    filters: [{ name: typeName, extensions: ['svg'] }],
    bytes: new TextEncoder().encode(svgOf(scene)),
  });
  if (path !== null) onSaved(path);
}
