import type { Container } from './container.ts';

const MEDIA_TYPE = 'application/vnd.oasis.opendocument.text';

/** OpenDocument texts and their templates (LibreOffice, Google Docs). */
export const odt: Container = {
  id: 'odt',
  shortName: 'OpenDocument',
  endings: ['odt', 'ott'],
  mediaType: MEDIA_TYPE,
  broken: 'odt-broken',
  isLeftIn: (start) => /<text:p[ >]/.test(start),
  inside: 'zip',
  claims(members) {
    const said = new TextDecoder().decode(members.get('mimetype')?.subarray(0, 100) ?? new Uint8Array());
    return said.startsWith(MEDIA_TYPE) && members.has('content.xml');
  },
  async open(name, members) {
    const { openOdt } = await import('./odt-words.ts');
    return openOdt(name, members);
  },
};
