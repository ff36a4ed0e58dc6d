import { type Container, hasAscii } from './container.ts';

/** Rich Text Format. */
export const rtf: Container = {
  id: 'rtf',
  shortName: 'RTF',
  endings: ['rtf'],
  mediaType: 'application/rtf',
  broken: 'rtf-broken',
  isLeftIn: (start) => (start.match(/\\(par|pard|plain|fs\d+|lang\d+|f\d+)\b/g)?.length ?? 0) >= 5,
  inside: 'bytes',
  claims: (bytes) => hasAscii(bytes, '{\\rtf', rtfStart(bytes)),
  async open(file) {
    const { openRtf } = await import('./rtf-words.ts');
    return openRtf(file, rtfStart(file.bytes));
  },
};

/** Some programs put a byte order mark or a line end in front. */
function rtfStart(bytes: Uint8Array): number {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (at < 64 && (bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x20)) at++;
  return at;
}
