import { type BrowserWindow, ipcMain, type WebFrameMain } from 'electron';
import { CHANNEL, EVENT_CHANNEL, type EventName, type EventPayload } from '#shared/bridge.ts';
import { fail } from '#shared/model/problem.ts';
import { answer } from './answer.ts';
import type { Handlers } from './handlers.ts';
import { isOwnPage } from './protocol.ts';

/** Answers the window's calls; only the top frame of the app's own page is heard. */
export function answerCalls(handlers: Handlers, window: () => BrowserWindow | null): void {
  ipcMain.handle(CHANNEL, (event, name: unknown, payload: unknown) => {
    const own = window();
    if (!own || event.sender !== own.webContents || !isOwnFrame(event.senderFrame)) {
      console.error('A call that was not from the app’s own page was refused.');
      return fail('call-refused', { name: '–' });
    }
    return answer(handlers, name, payload);
  });
}

/** The top frame, showing the app's own page. */
function isOwnFrame(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && isOwnPage(frame.url);
}

/** Tells the window something unasked. */
export function tell<N extends EventName>(window: BrowserWindow, name: N, payload: EventPayload<N>): void {
  if (!window.isDestroyed() && !window.webContents.isDestroyed())
    window.webContents.send(EVENT_CHANNEL, name, payload);
}
