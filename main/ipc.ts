import { type BrowserWindow, ipcMain, type WebFrameMain } from 'electron';
import type {
  CHANNEL as Channel,
  EVENT_CHANNEL as EventChannel,
  EventName,
  EventPayload,
} from '#shared/bridge.ts';
import { fail, type Result } from '#shared/model/problem.ts';
import { isOwnPage } from './protocol.ts';

// Written out, so that the schemas of the contract are not loaded here; the types hold them to the contract.
const CHANNEL: typeof Channel = 'hearken';
const EVENT_CHANNEL: typeof EventChannel = 'hearken-event';

/** Does one call of the window, whose name and payload are not checked yet. */
export type Answer = (name: unknown, payload: unknown) => Promise<Result<unknown>>;

/**
 * Answers the window's calls; only the top frame of the app's own page is answered.
 * @param ready calls wait until it is there
 */
export function answerCalls(
  ready: Promise<{ readonly answer: Answer }>,
  window: () => BrowserWindow | null,
): void {
  ipcMain.handle(CHANNEL, async (event, name: unknown, payload: unknown) => {
    const own = window();
    if (!own || event.sender !== own.webContents || !isOwnFrame(event.senderFrame)) {
      console.error('A call that was not from the app’s own page was refused.');
      return fail('call-refused', { name: '–' });
    }
    const { answer } = await ready;
    return answer(name, payload);
  });
}

/** The top frame, showing the app's own page. */
function isOwnFrame(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && isOwnPage(frame.url);
}

/** Tells the window something unasked. */
export function tell<N extends EventName>(
  window: BrowserWindow | null,
  name: N,
  payload: EventPayload<N>,
): void {
  if (window && !window.isDestroyed() && !window.webContents.isDestroyed())
    window.webContents.send(EVENT_CHANNEL, name, payload);
}
