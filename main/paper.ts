import type { BrowserWindow, WebContentsPrintOptions } from 'electron';
import type { CallRequest } from '#shared/bridge.ts';
import { noted, ProblemError } from '#shared/model/problem.ts';

/**
 * The sheet that the window shows for printing (`renderer/features/reports/sheet.tsx`), as a PDF of one page.
 * @throws ProblemError `print-failed`
 */
export async function sheetAsPdf(
  { webContents }: BrowserWindow,
  { paper, landscape }: CallRequest<'page.pdf'>,
): Promise<Uint8Array> {
  try {
    const pdf = await webContents.printToPDF({
      pageSize: paper,
      landscape,
      printBackground: true,
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      pageRanges: '1',
    });
    return new Uint8Array(pdf);
  } catch (cause) {
    throw new ProblemError('print-failed', { reason: noted(cause, 'page.pdf') }, { cause });
  }
}

/**
 * Hands the sheet to the system's print dialog.
 * @returns false = the person went back
 * @throws ProblemError `print-failed`, e.g. where there is no printer
 */
export function printSheet(
  window: BrowserWindow,
  { paper, landscape }: CallRequest<'page.print'>,
): Promise<boolean> {
  return print(window, { pageSize: paper, landscape, margins: { marginType: 'none' } }, 'page.print');
}

/**
 * Hands the view that is shown to the system's print dialog, where the person chooses paper and direction.
 * @returns false = the person went back
 * @throws ProblemError `print-failed`, e.g. where there is no printer
 */
export function printView(window: BrowserWindow): Promise<boolean> {
  return print(window, {}, 'view.print');
}

function print(window: BrowserWindow, options: WebContentsPrintOptions, doing: string): Promise<boolean> {
  const behind = window.getBackgroundColor();
  // What is behind the page is printed too, at the margins.
  window.setBackgroundColor('#ffffff');
  return new Promise((resolve, reject) => {
    window.webContents.print({ silent: false, printBackground: true, ...options }, (done, reason) => {
      window.setBackgroundColor(behind);
      if (done) resolve(true);
      else if (/cancel/i.test(reason)) resolve(false);
      else reject(new ProblemError('print-failed', { reason: noted(reason, doing) }));
    });
  });
}
