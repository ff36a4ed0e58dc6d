import type { Container } from './container.ts';

/** Workbooks (Office Open XML) with a table of turns. */
export const xlsx: Container = {
  id: 'xlsx',
  shortName: 'Excel',
  endings: ['xlsx'],
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  broken: 'xlsx-broken',
  inside: 'zip',
  claims: (members) => members.has('xl/workbook.xml') && members.has('_rels/.rels'),
  async open(name, members) {
    const { openXlsx } = await import('./xlsx-words.ts');
    return openXlsx(name, members);
  },
};
