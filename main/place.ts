import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type BrowserWindow, screen } from 'electron';
import { z } from 'zod';
import { noted } from '#shared/model/problem.ts';
import { writeAtomic } from './atomic.ts';

const FILE = 'window.json';

const Place = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(200),
  height: z.int().min(200),
  maximized: z.boolean(),
});
type Place = z.infer<typeof Place>;

/** Puts the window, before it is shown, where it was last time. */
export async function putInPlace(userData: string, window: BrowserWindow): Promise<void> {
  const place = await readPlace(path.join(userData, FILE));
  if (!place || window.isDestroyed() || window.isVisible()) return;
  const { maximized, ...bounds } = place;
  window.setBounds(bounds);
  if (maximized) window.maximize();
}

/** Remembers where the window is. */
export async function keepPlace(userData: string, window: BrowserWindow): Promise<void> {
  const place: Place = { ...window.getNormalBounds(), maximized: window.isMaximized() };
  await writeAtomic(path.join(userData, FILE), JSON.stringify(place)).catch((thrown) =>
    noted(thrown, 'window.json'),
  );
}

/** The remembered place, unless no screen shows it any more. */
async function readPlace(file: string): Promise<Place | null> {
  try {
    const place = Place.parse(JSON.parse(await readFile(file, 'utf8')));
    const { workArea } = screen.getDisplayMatching(place);
    const across =
      Math.min(place.x + place.width, workArea.x + workArea.width) - Math.max(place.x, workArea.x);
    const down =
      Math.min(place.y + place.height, workArea.y + workArea.height) - Math.max(place.y, workArea.y);
    return across > 100 && down > 100 ? place : null;
  } catch {
    return null;
  }
}
