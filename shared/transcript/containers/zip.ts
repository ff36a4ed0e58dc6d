import { isWorkspaceZip } from '../../archive/format.ts';
import { DOCUMENT_LIMITS, readZip } from '../../archive/zip.ts';
import { ProblemError } from '../../model/problem.ts';
import { type Container, hasAscii, type Unwrapped } from './container.ts';

const MB = 1024 * 1024;

/** Documents that are zips: Word (.docx), OpenDocument text (.odt). Which one it is, its members tell. */
export const zipped: Container = {
  claims: ({ bytes }) =>
    hasAscii(bytes, 'PK\u0003\u0004') ||
    hasAscii(bytes, 'PK\u0005\u0006') ||
    hasAscii(bytes, 'PK\u0007\u0008'),
  async open({ name, bytes }): Promise<Unwrapped> {
    const members = membersOf(name, bytes);
    if (isWorkspaceZip(members)) throw new ProblemError('file-workspace', { name });
    if ([...members.keys()].some((path) => /^word\/document\d*\.xml$/.test(path))) {
      const { openDocx } = await import('./docx.ts');
      return openDocx(name, members);
    }
    const mediaType = new TextDecoder().decode(members.get('mimetype')?.subarray(0, 100) ?? new Uint8Array());
    if (mediaType.startsWith('application/vnd.oasis.opendocument.text') && members.has('content.xml')) {
      const { openOdt } = await import('./odt.ts');
      return openOdt(name, members);
    }
    // Another kind of zip under a name of its own is simply no text.
    throw new ProblemError(brokenCode(name) ?? 'file-binary', { name });
  },
};

function membersOf(name: string, bytes: Uint8Array): Map<string, Uint8Array> {
  const zip = readZip(bytes, DOCUMENT_LIMITS);
  if (zip.ok) return zip.value;
  const { code, params } = zip.problem;
  if (params.reason === 'file')
    throw new ProblemError('file-too-large', { name, limit: DOCUMENT_LIMITS.file / MB });
  if (code === 'zip-hostile') throw new ProblemError('file-hostile', { name, reason: params.reason ?? '' });
  if (code === 'zip-unsupported') throw new ProblemError('file-locked', { name });
  throw new ProblemError(brokenCode(name) ?? 'docx-broken', { name });
}

/** The problem of a zip that is not what its name says. */
function brokenCode(name: string): string | null {
  if (/\.docx$/i.test(name)) return 'docx-broken';
  return /\.(odt|ott)$/i.test(name) ? 'odt-broken' : null;
}
