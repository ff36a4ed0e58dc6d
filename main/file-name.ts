import path from 'node:path';

/** Most file systems take 255 bytes; a temporary name beside it needs some of them. */
const MOST_BYTES = 200;
/** What is longer, or no word, is the end of a sentence. */
const EXTENSION = /^\.[A-Za-z0-9]{1,16}$/;

/**
 * A file name that every system takes: no path, no control or direction marks, no name of a device, not too long.
 * The extension stays, however long the name is.
 */
export function safeName(name: string): string {
  const clean = name
    .normalize('NFC')
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/gu, '')
    .replaceAll(/[<>:"/\\|?*]/g, '-')
    .replace(/^[. ]+/, '')
    .replace(/[. ]+$/, '');
  const found = path.extname(clean);
  const extension = EXTENSION.test(found) ? found : '';
  const stem = shortened(
    clean.slice(0, clean.length - extension.length),
    MOST_BYTES - Buffer.byteLength(extension),
  );
  const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(stem);
  return `${device ? '_' : ''}${stem || 'hearken'}${extension}`;
}

/** The whole characters that fit into so many bytes. */
function shortened(text: string, bytes: number): string {
  let kept = '';
  let size = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    size += Buffer.byteLength(segment);
    if (size > bytes) break;
    kept += segment;
  }
  return kept.replace(/[. ]+$/, '');
}
