import { type Container, endsIn } from './container.ts';
import { data } from './data.ts';
import { delimited } from './delimited.ts';
import { docx } from './docx.ts';
import { eml } from './eml.ts';
import { html } from './html.ts';
import { odt } from './odt.ts';
import { pdf } from './pdf.ts';
import { rtf } from './rtf.ts';
import { xlsx } from './xlsx.ts';

/** The registry of containers: one line a container, asked and named in this order. */
export const CONTAINERS: readonly Container[] = [docx, pdf, odt, rtf, eml, html, data, delimited, xlsx];

/** How names of files of plain text end. What else a text can be is told by its layout. */
const TEXT_ENDINGS = ['txt', 'md', 'markdown', 'text', 'vtt', 'srt', 'ass', 'ssa', 'sbv'];
const TEXT_TYPE = 'text/plain';
/** Layouts of text that have a media type of their own. */
const LAYOUT_TYPES: Readonly<Record<string, string>> = { webvtt: 'text/vtt' };

/** How names of files end that a transcript can be in, for a dialog of the system. */
export const TRANSCRIPT_ENDINGS: readonly string[] = [
  ...TEXT_ENDINGS,
  ...CONTAINERS.flatMap(({ endings }) => endings),
];

/** The names of the containers, to be told in a list behind kinds of text. */
export const CONTAINER_NAMES: readonly string[] = CONTAINERS.map(({ shortName }) => shortName);

/** The media type of what a result calls its format: a container, or a layout of text. */
export function mediaTypeOf(format: string): string {
  return CONTAINERS.find(({ id }) => id === format)?.mediaType ?? LAYOUT_TYPES[format] ?? TEXT_TYPE;
}

/** The container that the ending of a name promises, where not any text may be called so. */
export function promisedBy(name: string): (Container & { readonly broken: string }) | null {
  for (const one of CONTAINERS) {
    const { broken, endings } = one;
    if (broken !== null && endsIn(name, endings)) return { ...one, broken };
  }
  return null;
}
