/**
 * What hostile words on a page could try, tried from inside the window: nothing gets out, in, or onto the disk.
 * Servers of our own count what arrives, so that "refused" means that nothing was sent.
 */
import { createSocket, type Socket } from 'node:dgram';
import { copyFile, link, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Hearken, startApp } from './harness.ts';

let folder: string;
let hearken: Hearken;
let page: Page;
let web: Server;
let stun: Socket;
/** Everything that arrived at our servers. */
const arrived: string[] = [];
let address: string;
let stunPort: number;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-security-'));
  await writeFile(path.join(folder, 'page.html'), '<p>x');
  web = createServer((request, response) => {
    arrived.push(`${request.method} ${request.url}`);
    response.end('ok');
  });
  web.on('connection', () => arrived.push('connection'));
  await new Promise<void>((listening) => web.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
  stun = createSocket('udp4');
  stun.on('message', () => arrived.push('datagram'));
  await new Promise<void>((bound) => stun.bind(0, '127.0.0.1', bound));
  stunPort = stun.address().port;
  // Said to the app, but from the command line alone: not what exposes the store to tests.
  hearken = await startApp({
    userDataDir: path.join(folder, 'profile'),
    args: ['--hearken-test'],
    env: { HEARKEN_E2E: '' },
  });
  page = hearken.page;
});

afterAll(async () => {
  await hearken?.close();
  web.close();
  stun.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

describe('the window', () => {
  test('holds the doors to the app and nothing of Node, Electron or the tests', async () => {
    const found = await page.evaluate(() => ({
      doors: Object.keys(window.hearken).sort(),
      frozen: Reflect.set(window.hearken, 'invoke', null),
      strangers: [
        'require',
        'process',
        'module',
        'Buffer',
        'global',
        'electron',
        'hearkenTest',
        'hearkenStore',
      ].filter((name) => name in window),
    }));
    expect(found).toEqual({
      doors: ['checkSpelling', 'checksSpelling', 'inMemory', 'invoke', 'on'],
      frozen: false,
      strangers: [],
    });
  });

  test('sends nothing to any address by any way a page has', async () => {
    arrived.length = 0;
    const outcome = await page.evaluate(
      async ({ base, port }) => {
        await new Promise((later) => setTimeout(later));
        const outcomes: Record<string, string> = {};
        const attempt = async (name: string, act: () => unknown) => {
          try {
            await Promise.race([
              act(),
              new Promise((_, late) => setTimeout(() => late(new Error('silence')), 3000)),
            ]);
            outcomes[name] = 'allowed';
          } catch {
            outcomes[name] = 'refused';
          }
        };
        const loaded = (element: HTMLElement) =>
          new Promise((done, failed) => {
            element.onload = done;
            element.onerror = failed;
            document.body.append(element);
          });
        const opened = (target: EventTarget) =>
          new Promise((done, failed) => {
            target.addEventListener('open', done);
            target.addEventListener('error', failed);
          });
        await attempt('fetch', () => fetch(`${base}/fetch`, { mode: 'no-cors' }));
        await attempt('xhr', () => {
          const request = new XMLHttpRequest();
          request.open('GET', `${base}/xhr`, false);
          request.send();
        });
        await attempt('image', () => loaded(Object.assign(new Image(), { src: `${base}/image` })));
        await attempt('script', () =>
          loaded(Object.assign(document.createElement('script'), { src: `${base}/script` })),
        );
        await attempt('style', () =>
          loaded(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${base}/style` })),
        );
        await attempt('socket', () => opened(new WebSocket(`${base.replace('http', 'ws')}/socket`)));
        await attempt('events', () => opened(new EventSource(`${base}/events`)));
        await attempt('import', () => import(`${base}/import`));
        await attempt('worker', () => opened(new Worker(`${base}/worker`)));
        navigator.sendBeacon(`${base}/beacon`, 'x');
        for (const rel of ['prefetch', 'preconnect', 'dns-prefetch', 'prerender', 'modulepreload'])
          document.head.append(
            Object.assign(document.createElement('link'), { rel, href: `${base}/${rel}` }),
          );
        const frame = Object.assign(document.createElement('iframe'), { src: `${base}/frame` });
        document.body.append(frame);
        const form = Object.assign(document.createElement('form'), {
          action: `${base}/form`,
          method: 'post',
        });
        document.body.append(form);
        form.submit();
        document.body.append(
          Object.assign(document.createElement('a'), { href: `${base}/ping`, ping: `${base}/ping` }),
        );
        outcomes.window = window.open(`${base}/window`) === null ? 'refused' : 'allowed';
        const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] });
        peer.createDataChannel('out');
        await peer.setLocalDescription(await peer.createOffer());
        await new Promise((later) => setTimeout(later, 1500));
        peer.close();
        return outcomes;
      },
      { base: address, port: stunPort },
    );
    expect(Object.entries(outcome).filter(([, how]) => how !== 'refused')).toEqual([]);
    expect(arrived).toEqual([]);
  });

  test('nor does the app itself, past every rule of the page', async () => {
    arrived.length = 0;
    const outcome = await hearken.app.evaluate(async ({ net }, base) => {
      try {
        await net.fetch(`${base}/net`);
        return 'allowed';
      } catch (thrown) {
        return String(thrown);
      }
    }, address);
    expect(outcome).toMatch(/ERR_(NAME_NOT_RESOLVED|BLOCKED_BY_CLIENT)/);
    expect(arrived).toEqual([]);
  });

  test('runs no script but the app’s own files', async () => {
    const ran = await page.evaluate(async () => {
      await new Promise((later) => setTimeout(later));
      const marks = window as unknown as { ran?: string[] };
      marks.ran = [];
      const script = document.createElement('script');
      script.textContent = 'window.ran.push("inline")';
      document.body.append(script);
      const image = document.createElement('img');
      image.setAttribute('onerror', 'window.ran.push("handler")');
      image.setAttribute('src', 'data:image/png;base64,AAAA');
      document.body.append(image);
      const anchor = document.createElement('a');
      anchor.href = 'javascript:window.ran.push("address")';
      document.body.append(anchor);
      anchor.click();
      const data = document.createElement('script');
      data.src = 'data:text/javascript,window.ran.push("data")';
      document.body.append(data);
      const blob = document.createElement('script');
      blob.src = URL.createObjectURL(new Blob(['window.ran.push("blob")'], { type: 'text/javascript' }));
      document.body.append(blob);
      try {
        new Function('window.ran.push("function")')();
      } catch {
        // refused
      }
      setTimeout('window.ran.push("timer")' as unknown as () => void);
      await new Promise((later) => setTimeout(later, 500));
      for (const one of [script, image, anchor, data, blob]) one.remove();
      return marks.ran;
    });
    expect(ran).toEqual([]);
  });

  test('gets no permission', async () => {
    const outcome = await page.evaluate(async () => {
      const outcomes: Record<string, unknown> = {};
      const attempt = async (name: string, ask: () => Promise<unknown>) => {
        const silence = new Promise((late) => setTimeout(() => late('nobody answered'), 4000));
        outcomes[name] = await Promise.race([ask(), silence]).then(
          (value) => (value === 'denied' ? 'refused' : `allowed: ${String(value)}`),
          () => 'refused',
        );
      };
      await attempt('camera', () => navigator.mediaDevices.getUserMedia({ video: true }));
      await attempt('microphone', () => navigator.mediaDevices.getUserMedia({ audio: true }));
      await attempt('screen', () => navigator.mediaDevices.getDisplayMedia({ video: true }));
      await attempt('notifications', () => Notification.requestPermission());
      await attempt('clipboard', () => navigator.clipboard.readText());
      await attempt(
        'place',
        () =>
          new Promise((done, failed) =>
            navigator.geolocation.getCurrentPosition(done, failed, { timeout: 3000 }),
          ),
      );
      await attempt('folder', () =>
        'showDirectoryPicker' in window
          ? (window.showDirectoryPicker as () => Promise<unknown>)()
          : Promise.resolve('denied'),
      );
      return outcomes;
    });
    expect(Object.entries(outcome).filter(([, how]) => how !== 'refused')).toEqual([]);
  });
});

describe('the calls', () => {
  test('refuse with a code what the contract does not know', async () => {
    const outcome = await page.evaluate(async () => {
      const invoke = window.hearken.invoke as unknown as (
        name: unknown,
        request?: unknown,
      ) => Promise<{ ok: boolean; problem?: { code: string } }>;
      const asked: [unknown, unknown?][] = [
        ['shell.run', { command: 'id' }],
        ['__proto__'],
        ['constructor'],
        [42],
        ['workspace.open', { storeId: '../..' }],
        ['workspace.remove', { storeId: '.' }],
        ['file.get', { sha256: '../../profile.json' }],
        ['file.put', { bytes: 'text' }],
        ['resource.read', { name: '../package' }],
        ['dialog.reveal', { path: '/etc/passwd' }],
        ['dialog.open', { filters: [{ name: 'x', extensions: ['../x'] }], multiple: true }],
        ['menu.set', [{ label: 'x', items: [{ role: 'toggleDevTools', label: 'x' }] }]],
        ['journal.append', { entry: {} }],
        ['profile.write', { language: 'xx' }],
      ];
      const codes: string[] = [];
      for (const [name, request] of asked) {
        const { ok, problem } = await invoke(name, request);
        codes.push(`${String(name)}: ${ok ? 'done' : problem?.code}`);
      }
      return codes;
    });
    expect(outcome.filter((one) => !one.endsWith(': call-refused'))).toEqual([]);
  });

  test('are heard from the app’s own page alone', async () => {
    const outcome = await hearken.app.evaluate(
      async ({ BrowserWindow, app }, given) => {
        const preload = `${app.getAppPath()}/out/preload/index.cjs`;
        const outcomes: string[] = [];
        for (const address of ['data:text/html,<p>x', given, 'app://hearken/index.html']) {
          const other = new BrowserWindow({
            show: false,
            webPreferences: { preload, sandbox: true, contextIsolation: true },
          });
          await other.loadURL(address).catch(() => undefined);
          const code = await other.webContents
            .executeJavaScript(
              `window.hearken.invoke('profile.read', undefined).then((answer) => answer.ok ? 'done' : answer.problem.code)`,
            )
            .catch(String);
          outcomes.push(String(code));
          other.destroy();
        }
        return outcomes;
      },
      `file://${path.join(folder, 'page.html')}`,
    );
    expect(outcome).toEqual(['call-refused', 'call-refused', 'call-refused']);
  });
});

describe('the app’s own addresses', () => {
  test('give nothing but the built window, under a policy without exceptions', async () => {
    const answers = await hearken.app.evaluate(async ({ session }) => {
      const ask = async (address: string, method = 'GET') => {
        const answer = await session.defaultSession.fetch(address, { method }).catch(() => null);
        return { status: answer?.status ?? 0, policy: answer?.headers.get('content-security-policy') ?? '' };
      };
      const paths = [
        '../main/index.js',
        '..%2fmain/index.js',
        '%2e%2e/%2e%2e/package.json',
        '..%5c..%5cpackage.json',
        'assets/..%2f..%2fmain%2findex.js',
        '%00index.html',
        '/etc/passwd',
        '',
      ];
      return {
        page: await ask('app://hearken/index.html'),
        posted: (await ask('app://hearken/index.html', 'POST')).status,
        other: (await ask('app://elsewhere/index.html')).status,
        climbing: await Promise.all(paths.map(async (one) => (await ask(`app://hearken/${one}`)).status)),
      };
    });
    expect(answers.page.status).toBe(200);
    expect(answers.page.policy).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(answers.page.policy).not.toMatch(/unsafe|\*|https?:/);
    expect([answers.posted, answers.other, ...answers.climbing].filter((status) => status === 200)).toEqual(
      [],
    );
  });
});

describe('a packaged app', () => {
  test('listens to no variable of the environment', async (context) => {
    const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? '';
    if (process.platform !== 'linux') context.skip('the executable is imitated on Linux alone');
    // Electron takes itself for packaged where its executable has another name.
    const shipped = path.join(folder, 'shipped');
    const executable = path.join(shipped, 'hearken');
    await mkdir(shipped);
    for (const name of await readdir(dist)) {
      if (name === 'electron')
        await link(path.join(dist, name), executable).catch(() =>
          copyFile(path.join(dist, name), executable),
        );
      else await symlink(path.join(dist, name), path.join(shipped, name));
    }
    const secret = path.join(folder, 'secret.txt');
    await writeFile(secret, 'secret');
    const packaged = await startApp({
      executable,
      userDataDir: path.join(folder, 'packaged'),
      openFiles: [secret],
      saveDir: path.join(folder, 'saved'),
      args: ['--hearken-test'],
      env: { HEARKEN_E2E: '1', ELECTRON_RENDERER_URL: address },
    });
    try {
      arrived.length = 0;
      expect(await packaged.app.evaluate(({ app }) => app.isPackaged)).toBe(true);
      expect(packaged.page.url()).toMatch(/^app:\/\/hearken\/index\.html/);
      expect(await packaged.page.evaluate(() => 'hearkenTest' in window || 'hearkenStore' in window)).toBe(
        false,
      );
      await packaged.app.evaluate(({ dialog }) => {
        // Nobody is there to answer: the system's own dialogues are asked, and told so.
        dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] });
        dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' });
      });
      const answers = await packaged.page.evaluate(async () => [
        await window.hearken.invoke('dialog.open', { filters: [], multiple: true }),
        await window.hearken.invoke('dialog.save', {
          suggestedName: 'x.txt',
          filters: [],
          bytes: new Uint8Array(1),
        }),
      ]);
      expect(answers).toEqual([
        { ok: true, value: [] },
        { ok: true, value: null },
      ]);
      expect(await readdir(folder)).not.toContain('saved');
      expect(arrived).toEqual([]);
      const opened = await packaged.app.evaluate(async ({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.openDevTools({ mode: 'detach' });
        await new Promise((later) => setTimeout(later, 500));
        return contents?.isDevToolsOpened();
      });
      expect(opened).toBe(false);
    } finally {
      await packaged.close();
    }
  });
});

// Last, since Playwright waits for ever for a navigation that was refused.
test('no other page takes the window’s place', async () => {
  arrived.length = 0;
  const where = () =>
    hearken.app.evaluate(({ webContents }) => webContents.getAllWebContents().map((one) => one.getURL()));
  const before = await where();
  expect(before).toHaveLength(1);
  await page.evaluate(
    ([base, other]) => {
      setTimeout(() => window.location.assign(`${base}/away`));
      setTimeout(() => window.location.assign(other ?? ''), 50);
      setTimeout(() => window.location.assign('data:text/html,<p>x'), 100);
      setTimeout(() => window.location.assign('app://elsewhere/index.html'), 150);
    },
    [address, `file://${path.join(folder, 'page.html')}`],
  );
  await new Promise((later) => setTimeout(later, 1000));
  expect(await where()).toEqual(before);
  expect(arrived).toEqual([]);
});
