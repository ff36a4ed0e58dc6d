import type { CallRequest } from '#shared/bridge.ts';
import type { MessageKey, Translate } from '#shared/i18n/index.ts';
import type { RunnableCommand } from '../ui/commands.ts';
import { acceleratorOf } from '../ui/hotkeys.ts';

type Menu = CallRequest<'menu.set'>[number];
type Item = Menu['items'][number];
type MenuName = NonNullable<RunnableCommand['menu']>;
type Role = Extract<Item, { role: unknown }>['role'];
type EditingRole = CallRequest<'field.menu'>['roles'][number]['role'];

export interface MenuOptions {
  readonly t: Translate;
  readonly hasWorkspace: boolean;
  /** Wording of single commands that say more than their label, e.g. which change undo would take back. */
  readonly labels: Readonly<Record<string, string>>;
}

const MENUS: readonly { readonly name: MenuName; readonly label: MessageKey }[] = [
  { name: 'file', label: 'shell.menu.file' },
  { name: 'edit', label: 'shell.menu.edit' },
  { name: 'view', label: 'shell.menu.view' },
  { name: 'dialogue', label: 'shell.menu.dialogue' },
  { name: 'assess', label: 'shell.menu.assess' },
  { name: 'help', label: 'shell.menu.help' },
];

/** What the system itself does in a text field. */
export const EDITING_ROLES: readonly EditingRole[] = [
  'cut',
  'copy',
  'paste',
  'pasteAndMatchStyle',
  'selectAll',
];

/** What the system itself does; it stands after the commands of its menu. */
const ROLES: Readonly<Partial<Record<MenuName, readonly Role[]>>> = {
  file: ['quit'],
  edit: EDITING_ROLES,
  view: ['zoomIn', 'zoomOut', 'resetZoom', 'togglefullscreen'],
};

/** Whether a command can be done now. */
export function isEnabled(command: RunnableCommand, hasWorkspace: boolean): boolean {
  if (command.needsWorkspace !== false && !hasWorkspace) return false;
  return command.when?.() ?? true;
}

/** The window's menu, drawn from the commands; menus without any entry are left out. */
export function menuTemplate(
  commands: readonly RunnableCommand[],
  { t, hasWorkspace, labels }: MenuOptions,
): Menu[] {
  return MENUS.map(({ name, label }) => {
    const own = commands
      .filter((command) => command.menu === name)
      .map(
        (command): Item => ({
          id: command.id,
          label: labels[command.id] ?? t(command.label),
          accelerator: acceleratorOf(command.keys?.[0]),
          enabled: isEnabled(command, hasWorkspace),
        }),
      );
    const roles = (ROLES[name] ?? []).map((role): Item => ({ role, label: t(`shell.role.${role}`) }));
    const separator: Item[] = own.length > 0 && roles.length > 0 ? [{ separator: true }] : [];
    return { label: t(label), items: [...own, ...separator, ...roles] };
  }).filter(({ items }) => items.length > 0);
}
