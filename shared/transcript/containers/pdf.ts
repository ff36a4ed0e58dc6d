import { type Container, hasAscii } from './container.ts';

/** PDF with a text layer. */
export const pdf: Container = {
  id: 'pdf',
  shortName: 'PDF',
  endings: ['pdf'],
  mediaType: 'application/pdf',
  broken: 'pdf-broken',
  isLeftIn: (start) => /\bendobj\b|\bendstream\b/.test(start),
  inside: 'bytes',
  claims: (bytes) => startOf(bytes) !== -1,
  async open(file) {
    const { openPdf } = await import('./pdf-words.ts');
    return openPdf(file);
  },
};

/** Some programs put bytes in front of the signature; readers look for it in the first kilobyte. */
function startOf(bytes: Uint8Array): number {
  const last = Math.min(1024, bytes.length - 5);
  for (let at = 0; at <= last; at++) if (hasAscii(bytes, '%PDF-', at)) return at;
  return -1;
}
