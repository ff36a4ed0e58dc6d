import { app, type Session } from 'electron';
import { isOwnPage, isOwnRequest, pageAddress } from './protocol.ts';

/**
 * The app needs no network: no host is ever looked up or connected to, whatever asks for it (pages, workers, prefetch,
 * Chromium's own services), but the development server where there is one. Must run before `ready`.
 */
export function refuseNetwork(): void {
  const { protocol: scheme, hostname } = new URL(pageAddress());
  const spared = scheme.startsWith('http') ? `, EXCLUDE ${hostname}` : '';
  app.commandLine.appendSwitch('host-resolver-rules', `MAP * ~NOTFOUND${spared}`);
  app.commandLine.appendSwitch('disable-background-networking');
}

/** The one permission that the window has: to put text on the clipboard when a person copies. Never to read it. */
const MAY_COPY = 'clipboard-sanitized-write';

/** The window gets nothing it was not given: no other permission, no device, no network, no dictionary download. */
export function lockDown(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide) => decide(permission === MAY_COPY));
  session.setPermissionCheckHandler((_contents, permission) => permission === MAY_COPY);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isOwnRequest(url) }));
  session.on('will-download', (event) => event.preventDefault());
}

/** No page but the app's own is ever shown, and no second window is opened by a page. Must run before `ready`. */
export function refuseNavigation(): void {
  app.on('web-contents-created', (_event, contents) => {
    const refuse = (event: { preventDefault: () => void }, url: string) => {
      if (!isOwnPage(url)) event.preventDefault();
    };
    contents.on('will-navigate', refuse);
    contents.on('will-redirect', refuse);
    contents.on('will-frame-navigate', (event) => refuse(event, event.url));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    // Peer connections pass by the rules for requests; without a proxy there is no way left for them.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
