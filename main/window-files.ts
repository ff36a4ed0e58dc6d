/** The built window as it is served, whatever serves it: the app's protocol, or a test that shows it in another browser. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Where index.html leaves room for the nonce. */
const NONCE_MARK = '__NONCE__';

/** What the window may load, by ending; anything else is not there. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

export interface WindowFile {
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether this is the page itself. */
  readonly page: boolean;
}

/** The file of the built window that a path names, with the policy that it lives under; null = there is none. */
export async function windowFile(folder: string, pathname: string): Promise<WindowFile | null> {
  const file = fileOf(folder, pathname);
  const mediaType = MEDIA_TYPES[path.extname(file ?? '').toLowerCase()];
  if (!file || !mediaType) return null;
  const content = await readFile(file).catch(() => null);
  if (!content) return null;
  const nonce = randomBytes(18).toString('base64');
  const page = mediaType.startsWith('text/html');
  return {
    body: page ? content.toString('utf8').replaceAll(NONCE_MARK, nonce) : new Uint8Array(content),
    headers: {
      'Content-Type': mediaType,
      // Also on scripts: a worker lives under the policy of its own file.
      'Content-Security-Policy': policy(nonce),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
    },
    page,
  };
}

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

/** The file an address names, never outside the folder. */
function fileOf(folder: string, pathname: string): string | null {
  let name: string;
  try {
    name = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (name.includes('\0') || name.includes('\\')) return null;
  const file = path.join(folder, name);
  return file.startsWith(folder + path.sep) ? file : null;
}
