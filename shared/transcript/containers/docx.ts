import type { Container } from './container.ts';

/** Word documents (Office Open XML). */
export const docx: Container = {
  id: 'docx',
  shortName: 'Word',
  endings: ['docx'],
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  broken: 'docx-broken',
  isLeftIn: (start) => /<w:p[ >]/.test(start),
  inside: 'zip',
  claims: (members) => [...members.keys()].some((path) => /^word\/document\d*\.xml$/.test(path)),
  async open(name, members, nested) {
    const { openDocx } = await import('./docx-words.ts');
    return openDocx(name, members, nested);
  },
};
