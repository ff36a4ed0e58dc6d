import { type Container, endsIn } from './container.ts';
import { hasTitledColumns, openDelimited } from './delimited-words.ts';

const ENDINGS = ['csv', 'tsv', 'tab'];

/** Tables as text: CSV, and with tabs. */
export const delimited: Container = {
  id: 'delimited',
  shortName: 'CSV',
  endings: ENDINGS,
  mediaType: 'text/csv',
  broken: null,
  inside: 'text',
  claims: (text, name) => endsIn(name, ENDINGS) || hasTitledColumns(text),
  declaredEncoding: () => null,
  async open(name, decoded) {
    return openDelimited(name, decoded);
  },
};
