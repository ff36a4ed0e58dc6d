import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { helpSections } from '../../../renderer/app/help-groups.ts';
import type { Commands } from '../../../renderer/ui/commands.ts';

/** Files that look at keys themselves, each with its reason. Everything else binds commands (`useCommands`). */
const LOOK_AT_KEYS: Readonly<Record<string, string>> = {
  'renderer/ui/commands.ts': 'matches keys with commands',
  'renderer/ui/hotkeys.ts': 'says what a key in a list means',
  'renderer/app/keyboard.ts': 'listens for the commands that can be done from anywhere',
  'renderer/app/typing.ts': 'guards what is typed from Escape, and from keys that compose',
  'renderer/app/type-ahead.ts': 'letters typed ahead of the palette go into it',
  'renderer/ui/use-saved-field.ts': 'a text field: Enter saves what was typed',
  'renderer/ui/issue-picker.tsx': 'a combobox: arrows and Enter choose from its list, Escape closes it',
  'renderer/features/assessment/passage-picker.tsx': 'a combobox: arrows and Enter choose from its list',
  'renderer/dialogs/code-all.tsx': 'a field of several lines: Enter with Ctrl submits it',
  'renderer/ui/submit-form.tsx': 'fields of several lines: Enter with Ctrl submits them',
  'renderer/features/dialogues/desk/commitment-panel.tsx': 'a panel beside the words: Escape leaves it',
  'renderer/features/suppliers/use-table-acts.ts': 'which of two arrows a command of rows was called with',
  'renderer/features/dialogues/desk/advice-form.tsx': 'a field of several lines: Enter with Ctrl submits it',
  'renderer/features/dialogues/desk/memo-field.tsx': 'a field of several lines: Enter with Ctrl submits it',
  'renderer/features/dialogues/desk/find-bar.tsx': 'a search field: Enter goes to the next hit',
  'renderer/features/dialogues/desk/selection-tools.tsx': 'a popover: Escape gives up the form in it',
  'renderer/features/dialogues/desk/use-desk-commands.ts': 'letters typed ahead of a form go into it',
  'renderer/features/dialogues/import/preview-desk.tsx': 'undo within the preview, not yet a command',
  'renderer/features/issues/parts-page.tsx': 'the digits of a row of choices, as each row shows them',
};

/** A look at the key of a key press, or at key presses of the whole window. */
const LOOKS_AT_KEYS =
  /\b(?:event|pressed|press|nativeEvent|e)\.(?:key|code|which|keyCode)\b|\{[^}]*\b(?:key|code)\b[^}]*\}: \w*Keyboard\w*|onKeyDown=\{\(?\{[^}]*\bkey\b|addEventListener\(\s*'key/;

const sources = readdirSync('renderer', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => `renderer/${path.replaceAll('\\', '/')}`)
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

describe('keys', () => {
  test('are looked at nowhere but where commands are matched, and in fields with a reason', () => {
    const looking = sources.filter(({ text }) => LOOKS_AT_KEYS.test(text)).map(({ path }) => path);
    expect(looking.sort()).toEqual(Object.keys(LOOK_AT_KEYS).sort());
  });

  test('every list of commands is named by its feature, so that the help sheet has it', () => {
    const named = sources
      .filter(({ path }) => path.endsWith('/index.tsx') || path === 'renderer/app/help-sheet.tsx')
      .map(({ text }) => text)
      .join('\n');
    const lists = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/export const (\w+) = defineCommands\(/g)].map(([, name = '']) => ({ path, name })),
    );
    expect(lists.length).toBeGreaterThan(20);
    const folderOf = (path: string) => path.split('/').slice(0, 3).join('/');
    const unnamed = lists.filter(({ path, name }) => {
      const own = sources.find((one) => one.path === `${folderOf(path)}/index.tsx`)?.text ?? named;
      return !new RegExp(`\\b${name}\\b`).test(own);
    });
    expect(unnamed).toEqual([]);
  });

  test('no list has a key twice', async () => {
    const files = import.meta.glob<Record<string, unknown>>('../../../renderer/**/commands.ts');
    const twice: string[] = [];
    for (const path of Object.keys(files).filter((one) => !/renderer\/(?:ui|app)\//.test(one))) {
      for (const list of Object.values((await files[path]?.()) ?? {})) {
        if (typeof list !== 'object' || list === null) continue;
        const keys = Object.values(list as Commands).flatMap((one) => one.keys ?? []);
        twice.push(...keys.filter((key, index) => keys.indexOf(key) !== index));
      }
    }
    expect(twice).toEqual([]);
  });
});

test('the help sheet has every command with a key, by feature and group', () => {
  const app: Commands = { 'app.undo': { label: 'common.undo', keys: ['mod+Z'] } };
  const lists: Commands[] = [
    { 'x.all': { label: 'grid.key.move', keys: ['Home'], group: 'grid.title' } },
    { 'x.open': { label: 'grid.key.open', keys: ['Enter', 'Space'] }, 'x.none': { label: 'common.more' } },
  ];
  const sections = helpSections(app, [
    { label: 'matrix.title', commands: lists },
    { label: 'settings.title', commands: [{ 'y.none': { label: 'common.more' } }] },
    { label: 'advice.title' },
  ]);
  expect(sections.map(({ label }) => label)).toEqual(['shell.help.everywhere', 'matrix.title']);
  expect(sections[1]?.groups.map(({ label, commands }) => [label, commands.map((one) => one.label)])).toEqual(
    [
      [null, ['grid.key.open']],
      ['grid.title', ['grid.key.move']],
    ],
  );
});
