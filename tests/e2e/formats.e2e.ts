import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Encoding from 'encoding-japanese';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { odtOf } from '../fixtures/odt.ts';
import { pdfOf, set } from '../fixtures/pdf.ts';
import { type Hearken, openSample, startApp } from './harness.ts';

const TURNS = [
  '早瀬：水位が下がりました。',
  '松原：いつからですか。',
  '早瀬：三年前からです。',
  '松原：なるほど。',
];
const folder = mkdtempSync(path.join(tmpdir(), 'hearken-formats-'));

function onDisk(name: string, bytes: Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

function inSjis(text: string): Uint8Array {
  return Uint8Array.from(Encoding.convert(Encoding.stringToCode(text), { to: 'SJIS', from: 'UNICODE' }));
}

/** In the sandboxed worker, under the window's policy: no eval, no requests, no modules of Node. */
const FILES: readonly (readonly [string, Uint8Array, string])[] = [
  ['talk.txt', inSjis(TURNS.join('\r\n')), 'Turns by “Name:”'],
  // Its font is only named: the character table comes from the app.
  ['talk.pdf', pdfOf([set(TURNS.map((turn) => [turn]))], { packed: true }), 'PDF'],
  ['talk.odt', odtOf(TURNS.map((turn) => `<text:p>${turn}</text:p>`).join('')), 'OpenDocument text'],
  [
    'talk.rtf',
    new TextEncoder().encode(
      `{\\rtf1\\ansi ${TURNS.map((turn) => [...turn].map((one) => `\\u${one.charCodeAt(0)}?`).join('')).join('\\par ')}}`,
    ),
    'Rich Text (RTF)',
  ],
  [
    'talk.html',
    new TextEncoder().encode(`<html><body>${TURNS.map((turn) => `<p>${turn}</p>`).join('')}</body></html>`),
    'Web page',
  ],
];

describe('files of every kind', () => {
  let hearken: Hearken;
  beforeAll(async () => {
    hearken = await startApp({ openFiles: FILES.map(([name, bytes]) => onDisk(name, bytes)) });
    await openSample(hearken.page);
    await hearken.page.keyboard.press('Control+I');
  });
  afterAll(async () => {
    await hearken.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('an encoding can be chosen by the first lines it makes, and another one after it', async () => {
    const { page } = hearken;
    const chooser = page.getByTestId('import-encoding');
    const preview = page.getByTestId('import-encoding-preview');
    expect(await chooser.innerText()).toBe('Japanese (Shift JIS, CP932)');
    await chooser.click();
    expect(await preview.innerText()).toContain(TURNS[0]);
    await page.getByLabel('Western European (Windows-1252)').check();
    expect(await preview.innerText()).not.toContain('早瀬');
    await page.getByTestId('import-encoding-read').click();
    await page.getByTestId('import-encoding').getByText('Windows-1252').waitFor();
    await chooser.click();
    await page.getByLabel('Japanese (Shift JIS, CP932)').check();
    expect(await preview.innerText()).toContain(TURNS[0]);
    await page.getByTestId('import-encoding-read').click();
    await page.getByTestId('import-encoding').getByText('Shift JIS').waitFor();
  });

  test.each(FILES.map(([name, , format]) => [name, format]))('%s', async (name, format) => {
    const { page } = hearken;
    await page.getByTestId('import-summary').getByText(name).waitFor();
    expect(await page.getByTestId('import-summary').innerText()).toContain(`${format} · 4 turns · 2 people`);
    expect(await page.getByTestId('import-blocks').innerText()).toContain('三年前からです。');
    await page.getByRole('button', { name: 'Don’t import' }).click();
    expect(hearken.pageErrors).toEqual([]);
  });
});
