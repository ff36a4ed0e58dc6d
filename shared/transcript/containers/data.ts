import { ProblemError } from '../../model/problem.ts';
import { dataKind, isProject, isTimedText } from '../data-kind.ts';
import { linesOf } from '../lines.ts';
import type { Container } from './container.ts';

/** Data that programs write (JSON, XML): a transcript where it holds utterances, else named for what it is. */
export const data: Container = {
  id: 'data',
  shortName: 'JSON',
  endings: ['json', 'xml', 'ttml', 'dfxp'],
  mediaType: 'application/json',
  broken: null,
  inside: 'text',
  claims: (text) => dataKind(text) !== null,
  declaredEncoding: () => null,
  async open(name, { text, encoding, warnings }) {
    const kind = dataKind(text) ?? '';
    if (isProject(text)) throw new ProblemError('file-project', { name });
    const { dataIn } = await import('../data.ts');
    const { utterancesIn } = await import('../utterances.ts');
    const found = dataIn(name, text);
    const source = { name, text, lines: linesOf(text) };
    if (isTimedText(text)) return { source, format: 'ttml', encoding, warnings, ledger: [] };
    if (found === null || utterancesIn(found) === null)
      throw new ProblemError('file-is-data', { name, kind });
    return { source, format: 'data', encoding, warnings, ledger: [] };
  },
};
