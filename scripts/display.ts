/** The screen that Electron draws on: the person's, or a virtual one (Xvfb) where there is none. */
import { type ChildProcess, spawn } from 'node:child_process';

/** Whether a window can be shown to a person here. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

export interface VirtualDisplay {
  /** What to set `DISPLAY` to. */
  name: string;
  stop: () => Promise<void>;
}

/** Starts Xvfb on a free display number, which it chooses itself, so that several can run at once. */
export async function startVirtualDisplay(): Promise<VirtualDisplay> {
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] },
  );
  process.once('exit', () => server.kill());
  const name = `:${await displayNumber(server)}`;
  server.unref();
  for (const stream of [server.stderr, server.stdio[3]]) {
    stream?.removeAllListeners();
    stream?.destroy();
  }
  return {
    name,
    stop: () =>
      new Promise((resolve) => {
        server.ref();
        server.once('exit', () => resolve());
        server.kill();
      }),
  };
}

function displayNumber(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let complaint = '';
    server.stderr?.on('data', (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    // The number may come in pieces; the line's end says that it is whole.
    let number = '';
    server.stdio[3]?.on('data', (chunk: Buffer) => {
      number += chunk.toString();
      if (number.endsWith('\n')) resolve(number.trim());
    });
    server.once('error', (error) => reject(new Error(`Xvfb could not be started: ${error.message}`)));
    server.once('exit', (code) =>
      reject(new Error(`Xvfb stopped at once (${code}). ${complaint.trim().slice(-500)}`)),
    );
  });
}
