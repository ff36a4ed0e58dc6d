import type { BrowserWindow } from 'electron';
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
  { webContents }: BrowserWindow,
  { paper, landscape }: CallRequest<'page.print'>,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    webContents.print(
      { silent: false, printBackground: true, pageSize: paper, landscape, margins: { marginType: 'none' } },
      (done, reason) => {
        if (done) resolve(true);
        else if (/cancel/i.test(reason)) resolve(false);
        else reject(new ProblemError('print-failed', { reason: noted(reason, 'page.print') }));
      },
    );
  });
}
