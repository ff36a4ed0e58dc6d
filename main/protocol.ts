import { app, protocol, type Session } from 'electron';
import { windowFile } from './window-files.ts';

const SCHEME = 'app';
const HOST = 'hearken';
const ORIGIN = `${SCHEME}://${HOST}`;
const PAGE = `${ORIGIN}/index.html`;

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
    const file = host === HOST && request.method === 'GET' ? await windowFile(folder, pathname) : null;
    if (!file) return new Response(null, { status: 404 });
    if (file.page) served();
    return new Response(file.body, { headers: file.headers });
  });
  return page;
}
