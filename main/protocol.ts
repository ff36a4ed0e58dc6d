import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { app, protocol, type Session } from 'electron';

const SCHEME = 'app';
const HOST = 'hearken';
const ORIGIN = `${SCHEME}://${HOST}`;
const PAGE = `${ORIGIN}/index.html`;
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

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** The address of the development server, when running from source under `npm run dev`; never in a shipped app. */
function developmentServer(): string | null {
  return app.isPackaged ? null : (process.env.ELECTRON_RENDERER_URL ?? null);
}

export function pageAddress(): string {
  return developmentServer() ?? PAGE;
}

/** Whether an address is the app's own page, whatever place in it is shown. */
export function isOwnPage(address: string): boolean {
  const page = new URL(pageAddress());
  if (!URL.canParse(address)) return false;
  const { protocol: scheme, host, pathname } = new URL(address);
  return scheme === page.protocol && host === page.host && pathname === page.pathname;
}

/** Whether the window may ask for this at all: the app's own files, and what the page itself made. */
export function isOwnRequest(address: string): boolean {
  if (address.startsWith(`${ORIGIN}/`)) return true;
  if (/^(blob|data):/.test(address)) return true;
  const server = developmentServer();
  if (!server) return false;
  const { host } = new URL(server);
  return URL.canParse(address) && (new URL(address).host === host || address.startsWith('devtools://'));
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

/** How long after its answer the page has been handed over, in ms. */
const HANDED_OVER = 10;

/**
 * Serves the built window from `folder` as `app://hearken/…`.
 * @returns when the page itself has been handed over
 */
export function serveWindow(session: Session, folder: string): Promise<void> {
  let served: () => void = () => undefined;
  const page = new Promise<void>((resolve) => {
    served = () => setTimeout(resolve, HANDED_OVER);
  });
  session.protocol.handle(SCHEME, async (request) => {
    const { host, pathname } = new URL(request.url);
    const file = host === HOST && request.method === 'GET' ? fileOf(folder, pathname) : null;
    const mediaType = MEDIA_TYPES[path.extname(file ?? '').toLowerCase()];
    if (!file || !mediaType) return notFound();
    const content = await readFile(file).catch(() => null);
    if (!content) return notFound();
    const nonce = randomBytes(18).toString('base64');
    if (mediaType.startsWith('text/html')) served();
    const body = mediaType.startsWith('text/html')
      ? content.toString('utf8').replaceAll(NONCE_MARK, nonce)
      : new Uint8Array(content);
    return new Response(body, {
      headers: {
        'Content-Type': mediaType,
        // Also on scripts: a worker lives under the policy of its own file.
        'Content-Security-Policy': policy(nonce),
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Resource-Policy': 'same-origin',
      },
    });
  });
  return page;
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

function notFound(): Response {
  return new Response(null, { status: 404 });
}
