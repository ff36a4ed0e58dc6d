import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type BrowserWindow, screen } from 'electron';
import { z } from 'zod';
import { noted } from '#shared/model/problem.ts';
import { writeAtomic } from './atomic.ts';

const FILE = 'window.json';

const WindowBounds = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(200),
  height: z.int().min(200),
  maximized: z.boolean(),
});
type WindowBounds = z.infer<typeof WindowBounds>;

/** Puts the window, before it is shown, where it was last time. */
export async function restoreBounds(userData: string, window: BrowserWindow): Promise<void> {
  const remembered = await readBounds(path.join(userData, FILE));
  if (!remembered || window.isDestroyed() || window.isVisible()) return;
  const { maximized, ...bounds } = remembered;
  window.setBounds(bounds);
  if (maximized) window.maximize();
}

/** Remembers where the window is. */
export async function keepBounds(userData: string, window: BrowserWindow): Promise<void> {
  const remembered: WindowBounds = { ...window.getNormalBounds(), maximized: window.isMaximized() };
  await writeAtomic(path.join(userData, FILE), JSON.stringify(remembered)).catch((thrown) =>
    noted(thrown, 'window.json'),
  );
}

/** The remembered bounds, unless no screen shows it any more. */
async function readBounds(file: string): Promise<WindowBounds | null> {
  try {
    const remembered = WindowBounds.parse(JSON.parse(await readFile(file, 'utf8')));
    const { workArea } = screen.getDisplayMatching(remembered);
    const across =
      Math.min(remembered.x + remembered.width, workArea.x + workArea.width) -
      Math.max(remembered.x, workArea.x);
    const down =
      Math.min(remembered.y + remembered.height, workArea.y + workArea.height) -
      Math.max(remembered.y, workArea.y);
    return across > 100 && down > 100 ? remembered : null;
  } catch {
    return null;
  }
}
