import { ProblemError } from '../../model/problem.ts';
import type { TranscriptFile } from '../result.ts';
import { type Container, hasAscii, type Unwrapped } from './container.ts';
import { pdf } from './pdf.ts';
import { rtf } from './rtf.ts';
import { text } from './text.ts';
import { zipped } from './zip.ts';

/** The registry of containers: one line a container, asked in this order. */
const CONTAINERS: readonly Container[] = [zipped, pdf, rtf, text];

/** What the ending of a name promises, and the problem of a file that does not keep it and is no text either. */
const PROMISES: readonly { readonly ending: RegExp; readonly format: string; readonly broken: string }[] = [
  { ending: /\.docx$/i, format: 'docx', broken: 'docx-broken' },
  { ending: /\.pdf$/i, format: 'pdf', broken: 'pdf-broken' },
  { ending: /\.(odt|ott)$/i, format: 'odt', broken: 'odt-broken' },
  { ending: /\.rtf$/i, format: 'rtf', broken: 'rtf-broken' },
];

/**
 * The words of a file, by what its bytes say it is; what its name says counts only for words about it.
 * @param encoding to decode text with; undefined = find out
 * @throws ProblemError saying why no container could open it
 */
export async function unwrap(file: TranscriptFile, encoding?: string): Promise<Unwrapped> {
  const { name, bytes } = file;
  if (bytes.length === 0) throw new ProblemError('file-empty', { name });
  if (hasAscii(bytes, '\u00d0\u00cf\u0011\u00e0')) throw new ProblemError('docx-old', { name });
  const promise = PROMISES.find(({ ending }) => ending.test(name));
  const container = CONTAINERS.find((one) => one.claims(file)) ?? text;
  if (container !== text || !promise) return container.open(file, encoding);
  if (isHeadless(bytes)) throw new ProblemError(promise.broken, { name });
  try {
    const opened = await text.open(file, encoding);
    return {
      ...opened,
      warnings: [{ code: 'file-misnamed', params: { format: promise.format } }, ...opened.warnings],
    };
  } catch (thrown) {
    // "Holds no text" says less than "is not a sound PDF".
    if (thrown instanceof ProblemError && thrown.problem.code === 'file-binary')
      throw new ProblemError(promise.broken, { name }, { cause: thrown });
    throw thrown;
  }
}

/** Marks inside of files whose first bytes are missing: they read as text, but nobody wrote it. */
function isHeadless(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 65_536));
  return (
    /\bendobj\b|\bendstream\b/.test(start) ||
    (start.match(/\\(par|pard|plain|fs\d+|lang\d+|f\d+)\b/g)?.length ?? 0) >= 5 ||
    /<w:p[ >]|<text:p[ >]/.test(start)
  );
}
