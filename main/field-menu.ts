import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { CallRequest } from '#shared/bridge.ts';
import { tell } from './ipc.ts';

/** Tells the window, which has the words, that the person wants the menu of a text field. */
export function askForFieldMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, { isEditable, misspelledWord }) => {
    if (isEditable) tell(window, 'field.asked', { misspelt: misspelledWord });
  });
}

/** Shows the menu of the text field that has the focus: what the word may have meant, and what the system does there. */
export function showFieldMenu(window: BrowserWindow, request: CallRequest<'field.menu'>): void {
  const { roles } = request;
  Menu.buildFromTemplate([...spellingItems(window, request), ...roles]).popup({ window });
}

function spellingItems(
  window: BrowserWindow,
  { suggestions, noSuggestions, learn }: CallRequest<'field.menu'>,
): MenuItemConstructorOptions[] {
  if (!learn) return [];
  const { word, label } = learn;
  const offers = suggestions.map(
    (suggestion): MenuItemConstructorOptions => ({
      label: suggestion,
      click: () => window.webContents.replaceMisspelling(suggestion),
    }),
  );
  return [
    ...(offers.length > 0 ? offers : [{ label: noSuggestions, enabled: false }]),
    { type: 'separator' },
    { label, click: () => tell(window, 'word.learn', { word }) },
    { type: 'separator' },
  ];
}
