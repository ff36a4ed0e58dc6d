import { Disclosure } from '#shared/attribution/disclosure.ts';
import type { PictureTable } from '#shared/chart/picture.ts';
import { redactedScene } from '#shared/chart/redacted-scene.ts';
import type { Scene } from '#shared/chart/scene.ts';
import { svgOf } from '#shared/chart/svg.ts';
import { commaSeparated, tabSeparated } from '#shared/delimited.ts';
import { type Language, translator } from '#shared/i18n/index.ts';
import { call } from '../../platform/bridge.ts';
import { pngOf } from '../../platform/png.ts';
import { shelf } from '../../platform/shelf.ts';
import { readState } from '../../store/index.ts';

/** The picture that is on screen, as it would be written to a file. */
export interface Picture {
  /** Drawn when it is asked for: with title and note, at the size of a page, always on a light ground. */
  readonly draw: () => Scene;
  /** The same figures as a table. */
  readonly table: () => PictureTable;
  readonly language: Language;
  readonly fileName: string;
  readonly typeName: (extension: 'svg' | 'png' | 'csv') => string;
  readonly onSaved: (path: string) => void;
}
/** `png4`: for large print. */
export type PictureType = 'svg' | 'png' | 'png4' | 'csv';

const pictures = shelf<Picture>();

/** Makes the picture of a mounted view the one that the export actions write. */
export const usePicture = pictures.useOn;

export function hasPicture(): boolean {
  return pictures.current() !== null;
}

/**
 * Asks where to, and writes the picture on screen, or its table. Nothing happens where none is shown or the person
 * cancels.
 * @throws ProblemError `picture-failed`, and those of saving
 */
export async function exportPicture(type: PictureType): Promise<void> {
  const shown = pictures.current();
  if (!shown) return;
  const extension = type === 'png4' ? 'png' : type;
  const path = await call('dialog.save', {
    suggestedName: `${shown.fileName}.${extension}`,
    filters: [{ name: shown.typeName(extension), extensions: [extension] }],
    bytes: await bytesOf(shown, type),
  });
  if (path !== null) shown.onSaved(path);
}

/** Puts the table of the picture on screen on the clipboard. */
export async function copyTable(): Promise<void> {
  const shown = pictures.current();
  if (shown) await navigator.clipboard.writeText(tabSeparated(await redactedRows(shown)));
}

async function bytesOf(shown: Picture, type: PictureType): Promise<Uint8Array> {
  if (type === 'csv') return new TextEncoder().encode(commaSeparated(await redactedRows(shown)));
  const svg = svgOf(redactedScene(shown.draw(), await disclosureOf(shown)));
  return type === 'svg' ? new TextEncoder().encode(svg) : await pngOf(svg, type === 'png4' ? 4 : 2);
}

/** The table as it may leave the office: without names that a policy holds back (UNGP 21). */
async function redactedRows(shown: Picture): Promise<string[][]> {
  const disclosure = await disclosureOf(shown);
  const { columns, rows } = shown.table();
  return [[...columns], ...rows.map(({ cells }) => cells.map((cell) => disclosure.anywhere(cell)))];
}

async function disclosureOf({ language }: Picture): Promise<Disclosure> {
  return new Disclosure(await readState(), translator(language)('report.withheldName'), language);
}
