import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import {
  check,
  end,
  type Place,
  press,
  standsStill,
  start,
  titlesOn,
  type,
  until,
  windowsOn,
  work,
} from './machine.ts';

/** From the beginning of the view for reports to the button that makes the document, by keys. */
const TABS = 13;

/** The window writes a Word report where the person says, and an office program opens it. */
export async function writesAReport(place: Place): Promise<void> {
  const { home, display } = place;
  const report = path.join(home, 'report.docx');
  const isShown = (title: string) => titlesOn(display).some((one) => one.startsWith(title));
  const app = start(place, []);
  try {
    await until('the workspace is open again', () => isShown('Home'));
    const [window = ''] = windowsOn(display);
    await standsStill(display, window);
    press(display, window, 'ctrl+k');
    type(display, 'Word summary of a fiscal');
    press(display, window, 'Return');
    await until('its palette leads to the reports', () => isShown('Reports'));
    await standsStill(display, window);
    // The first is the link that skips to the view.
    press(display, window, 'Tab', 'Return', ...Array.from({ length: TABS }, () => 'Tab'), 'Return');
    const asking = () => windowsOn(display).find((id) => id !== window);
    await until('it asks where to save one', () => asking() !== undefined);
    const dialog = asking() ?? window;
    press(display, dialog, 'ctrl+a');
    type(display, report);
    press(display, dialog, 'Return');
    await until('its window writes a Word report', () => existsSync(report) && statSync(report).size > 5_000);
  } finally {
    await end(app);
  }
  const out = path.join(work, 'converted');
  mkdirSync(out);
  spawnSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', out, report], {
    env: { ...process.env, HOME: out },
  });
  const pdf = path.join(out, 'report.pdf');
  await check('LibreOffice opens it', () => existsSync(pdf) && statSync(pdf).size > 5_000);
}
