import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { CallRequest } from '#shared/bridge.ts';
import type { AppWindow } from './app-window.ts';
import { tell } from './ipc.ts';

type MenuItem = CallRequest<'menu.set'>[number]['items'][number];

/** The menu as it is drawn now, so that an unchanged one is not drawn again after every change. */
let shown = '';

/** Draws the window's menu from the actions it declared (ARCHITECTURE, law 9). */
export function setMenu(window: AppWindow, menus: CallRequest<'menu.set'>): void {
  const wanted = JSON.stringify(menus);
  if (wanted === shown) return;
  shown = wanted;
  const drawn = menus.map(
    ({ label, items }): MenuItemConstructorOptions => ({
      label,
      submenu: items.map((item) => drawItem(window, item)),
    }),
  );
  const own: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  Menu.setApplicationMenu(Menu.buildFromTemplate([...own, ...drawn]));
}

function drawItem(window: AppWindow, item: MenuItem): MenuItemConstructorOptions {
  if ('separator' in item) return { type: 'separator' };
  if ('role' in item) return { role: item.role, label: item.label };
  const { id, label, enabled } = item;
  return {
    id,
    label,
    enabled,
    // Shown only: the window listens to its keys itself, and knows whether a text field has them.
    ...(isAccelerator(item.accelerator) ? { accelerator: item.accelerator, registerAccelerator: false } : {}),
    click: () => tell(window.current, 'menu.run', { id }),
  };
}

const accelerators = new Map<string, boolean>([['', false]]);

/** Electron throws on an accelerator it does not know; a menu without one key is better than none. */
function isAccelerator(text: string): boolean {
  let known = accelerators.get(text);
  if (known === undefined) {
    try {
      Menu.buildFromTemplate([{ label: '-', accelerator: text, registerAccelerator: false }]);
      known = true;
    } catch {
      known = false;
    }
    accelerators.set(text, known);
  }
  return known;
}
