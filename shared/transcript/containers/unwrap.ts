import { isWorkspaceZip } from '../../archive/format.ts';
import { DOCUMENT_LIMITS, readZip } from '../../archive/zip.ts';
import { ProblemError } from '../../model/problem.ts';
import { decodeText } from '../decode.ts';
import type { Decoded } from '../encodings.ts';
import { linesOf } from '../lines.ts';
import type { TranscriptFile } from '../result.ts';
import { hasAscii, type Nested, type Unwrapped } from './container.ts';
import { kindOf, kindOfOle, kindOfZip } from './kinds.ts';
import { CONTAINERS, promisedBy } from './registry.ts';

const MB = 1024 * 1024;

/**
 * The words of a file, by what its bytes say it is; what its name says counts only for words about it.
 * @param encoding to decode text with; undefined = find out
 * @throws ProblemError saying why no container could open it
 */
export async function unwrap(file: TranscriptFile, encoding?: string): Promise<Unwrapped> {
  return unwrapAt(file, 0, encoding);
}

/** Documents inside of documents are opened so deep. */
const DEEPEST = 2;

async function unwrapAt(file: TranscriptFile, depth: number, encoding?: string): Promise<Unwrapped> {
  const { name, bytes } = file;
  if (bytes.length === 0) throw new ProblemError('file-empty', { name });
  if (hasAscii(bytes, '\u00d0\u00cf\u0011\u00e0')) throw new ProblemError(kindOfOle(bytes), { name });
  const nested = async (inner: TranscriptFile): Promise<Unwrapped> => {
    if (depth >= DEEPEST) throw new ProblemError('file-hostile', { name, reason: 'depth' });
    return unwrapAt(inner, depth + 1);
  };
  if (isZip(bytes)) return openZip(file, nested);
  for (const one of CONTAINERS)
    if (one.inside === 'bytes' && one.claims(bytes)) return one.open(file, nested);
  const kind = kindOf(bytes);
  if (kind !== null) throw new ProblemError(kind, { name });
  const promise = promisedBy(name);
  if (promise === null) return openText(file, encoding);
  if (isHeadless(bytes)) throw new ProblemError(promise.broken, { name });
  try {
    const opened = await openText(file, encoding);
    return {
      ...opened,
      warnings: [{ code: 'file-misnamed', params: { format: promise.id } }, ...opened.warnings],
    };
  } catch (thrown) {
    // "Holds no text" says less than "is not a sound PDF".
    if (thrown instanceof ProblemError && thrown.problem.code === 'file-binary')
      throw new ProblemError(promise.broken, { name }, { cause: thrown });
    throw thrown;
  }
}

/** Text in any encoding, with or without marks. It takes what nothing else claims. */
async function openText(file: TranscriptFile, encoding?: string): Promise<Unwrapped> {
  const { name, bytes } = file;
  const decoded = decodeText(file, encoding ?? null);
  for (const one of CONTAINERS) {
    if (one.inside !== 'text' || !one.claims(decoded.text, name)) continue;
    const declared = encoding === undefined ? one.declaredEncoding(bytes) : null;
    return one.open(name, declared === null ? decoded : truer(file, decoded, declared));
  }
  const source = { name, text: decoded.text, lines: linesOf(decoded.text) };
  return { source, format: null, encoding: decoded.encoding, warnings: decoded.warnings, ledger: [] };
}

/** A text as its bytes or as its own words say it is encoded: a page may have been saved anew, and what it says with it. */
function truer(file: TranscriptFile, decoded: Decoded, declared: string): Decoded {
  const isProven = decoded.encoding === 'utf-8' && damageOf(decoded) === 0 && /[^\0-\x7f]/.test(decoded.text);
  if (declared === decoded.encoding || isProven) return decoded;
  const said = decodeText(file, declared);
  const isGuessed = decoded.warnings.some(({ code }) => code === 'encoding-guessed');
  return !isGuessed && damageOf(said) > damageOf(decoded) ? decoded : said;
}

function damageOf({ warnings }: Decoded): number {
  return Number(warnings.find(({ code }) => code === 'encoding-damaged')?.params.count ?? 0);
}

/** A document that is a zip. Which one it is, its members tell. */
async function openZip({ name, bytes }: TranscriptFile, nested: Nested): Promise<Unwrapped> {
  const members = membersOf(name, bytes);
  if (isWorkspaceZip(members)) throw new ProblemError('file-workspace', { name });
  for (const one of CONTAINERS)
    if (one.inside === 'zip' && one.claims(members)) return one.open(name, members, nested);
  const kind = kindOfZip(members);
  throw new ProblemError(kind === 'file-archive' ? (brokenZip(name) ?? kind) : kind, { name });
}

function isZip(bytes: Uint8Array): boolean {
  return ['PK\u0003\u0004', 'PK\u0005\u0006', 'PK\u0007\u0008'].some((mark) => hasAscii(bytes, mark));
}

function membersOf(name: string, bytes: Uint8Array): Map<string, Uint8Array> {
  const zip = readZip(bytes, DOCUMENT_LIMITS);
  if (zip.ok) return zip.value;
  const { code, params } = zip.problem;
  if (params.reason === 'file')
    throw new ProblemError('file-too-large', { name, limit: DOCUMENT_LIMITS.file / MB });
  if (code === 'zip-hostile') throw new ProblemError('file-hostile', { name, reason: params.reason ?? '' });
  if (code === 'zip-unsupported') throw new ProblemError('file-locked', { name });
  throw new ProblemError(brokenZip(name) ?? 'file-archive-broken', { name });
}

/** The problem of a zip that is not what its name says. */
function brokenZip(name: string): string | null {
  const promise = promisedBy(name);
  return promise?.inside === 'zip' ? promise.broken : null;
}

/** What is left of files whose first bytes are missing reads as text, but nobody wrote it. */
function isHeadless(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 65_536));
  return CONTAINERS.some((one) => one.isLeftIn?.(start) ?? false);
}
