import type { OpenedFile } from '#shared/bridge.ts';
import { noted, ProblemError } from '#shared/model/problem.ts';

/**
 * The content of a file that was dropped on the window.
 * @param limit in bytes; larger files are refused before they are read
 * @throws ProblemError `file-too-large`, `file-unreadable` (also for a folder, or a file that has gone meanwhile)
 */
export async function fileContent(file: File, limit: number): Promise<OpenedFile> {
  const { name, size } = file;
  if (size > limit)
    throw new ProblemError('file-too-large', { name, limit: Math.round(limit / 1024 / 1024) });
  try {
    return { name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch (cause) {
    const reason = cause instanceof DOMException ? cause.name : noted(cause);
    throw new ProblemError('file-unreadable', { name, reason }, { cause });
  }
}

/** The checksum of bytes, as `main` names the files that it keeps. */
export async function sha256Of(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
