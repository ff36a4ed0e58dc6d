/** The built window over http, each file with the policy that the app's own protocol gives it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { windowFile } from '../../main/window-files.ts';
import { ROOT } from '../../scripts/electron-vite.ts';

let address: Promise<string> | null = null;

/** Where the window is served. Once for all starts, since what a page keeps in its database goes by its address. */
export function windowAddress(): Promise<string> {
  address ??= new Promise((resolve, reject) => {
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
      windowFile(path.join(ROOT, 'out', 'renderer'), pathname).then(
        (file) => {
          if (file) response.writeHead(200, file.headers).end(file.body);
          // The one thing that a browser asks for by itself.
          else response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
        },
        () => response.writeHead(500).end(),
      );
    });
    server.once('error', reject);
    server.unref();
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/index.html`);
    });
  });
  return address;
}
