/** Nothing that main and preload use of the pinned Electron is on its way out, but what is named here: its own types say it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** What was parsed for one room serves the next. */
const PARSED = ts.createDocumentRegistry();

/** What the files of a room that name Electron use although it is deprecated. */
function deprecatedIn(
  room: string,
  changed: (file: string, text: string) => string = (_, text) => text,
): string[] {
  const settings = path.join(ROOT, room, 'tsconfig.json');
  const read = ts.getParsedCommandLineOfConfigFile(
    settings,
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
      },
    },
  );
  if (!read) throw new Error(`No settings for ${room}`);
  const using = read.fileNames.filter((file) => readFileSync(file, 'utf8').includes("from 'electron'"));
  const service = ts.createLanguageService(
    {
      ...ts.sys,
      useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
      getCompilationSettings: () => read.options,
      getScriptFileNames: () => using,
      // Of a file that was changed here, what is kept from before is not used.
      getScriptVersion: (file) => String(changed(file, ts.sys.readFile(file) ?? '').length),
      getScriptSnapshot: (file) => {
        const text = ts.sys.readFile(file);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(changed(file, text));
      },
      getCurrentDirectory: () => path.dirname(settings),
      getDefaultLibFileName: ts.getDefaultLibFilePath,
    },
    PARSED,
  );
  expect(using.length).toBeGreaterThan(0);
  return using.flatMap((file) =>
    service
      .getSuggestionDiagnostics(file)
      .filter((one) => one.reportsDeprecated)
      .map(
        ({ messageText }) => `${path.basename(file)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
      ),
  );
}

/** The oldest runtime has no other way to the keychain (ARCHITECTURE, "A newer engine"). */
const KEYCHAIN = /^system-keychain\.ts: .*'safeStorage\.(isEncryptionAvailable|encryptString|decryptString)'/;

describe('what is used of Electron', () => {
  it.each(['main', 'preload'])('is not deprecated in %s', (room) => {
    expect(deprecatedIn(room).filter((one) => !KEYCHAIN.test(one))).toEqual([]);
  });

  it('would be noticed', () => {
    const found = deprecatedIn('main', (file, text) =>
      file.endsWith('window-bounds.ts')
        ? `${text}\nexport function back(window: BrowserWindow): void {\n  window.webContents.goBack();\n}\n`
        : text,
    );
    expect(found.join()).toContain('goBack');
  });
});
