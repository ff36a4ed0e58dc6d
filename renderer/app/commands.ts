import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowLeft,
  IconArrowRight,
  IconBook2,
  IconCommand,
  IconDeviceFloppy,
  IconFilePlus,
  IconFileTextShield,
  IconFolderOpen,
  IconKeyboard,
  IconLanguage,
  IconLayoutSidebarLeftCollapse,
  IconLock,
  IconMoon,
  IconPackageImport,
  IconPrinter,
  IconX,
} from '@tabler/icons-react';
import { nextLanguage } from '#shared/i18n/languages.ts';
import { askForProtectedCopy, saveCopy } from '../dialogs/save-copy.ts';
import { chooseUpdate } from '../dialogs/update.ts';
import { isInMemory } from '../platform/bridge.ts';
import { profile, setPreferences } from '../platform/profile.ts';
import { canStep } from '../store/index.ts';
import { defineCommands, type RunnableCommand, runnable } from '../ui/commands.ts';
import { report } from '../ui/report-problem.ts';
import { redoLast, undoLast } from './history.ts';
import { toggleNavigation } from './layout.ts';
import { helpSheet, palette } from './overlays.ts';
import { printView } from './print.ts';
import { isOpen, openFeatures } from './session.ts';
import { closeWorkspace, lockWorkspace, openPickedFile, openSample, showNewWorkspace } from './workspace.ts';

const NEXT_SCHEME = { light: 'dark', dark: 'auto', auto: 'light' } as const;

/** What a person can do anywhere in the app (ARCHITECTURE, law 9). */
export const appCommands = defineCommands({
  'app.newWorkspace': {
    label: 'shell.action.newWorkspace',
    icon: IconFilePlus,
    menu: 'file',
    needsWorkspace: false,
    run: showNewWorkspace,
  },
  'app.openFile': {
    label: 'shell.action.openFile',
    icon: IconFolderOpen,
    keys: ['mod+O'],
    menu: 'file',
    needsWorkspace: false,
    run: openPickedFile,
  },
  'app.openSample': {
    label: 'shell.action.openSample',
    icon: IconBook2,
    menu: 'file',
    needsWorkspace: false,
    run: openSample,
  },
  'app.saveCopy': {
    label: 'shell.action.saveCopy',
    icon: IconDeviceFloppy,
    keys: ['mod+Shift+S'],
    menu: 'file',
    run: saveCopy,
  },
  'app.protectCopy': {
    label: 'shell.action.protectCopy',
    icon: IconFileTextShield,
    menu: 'file',
    run: askForProtectedCopy,
  },
  'app.print': {
    label: 'shell.action.print',
    icon: IconPrinter,
    keys: ['mod+P'],
    menu: 'file',
    run: printView,
  },
  'app.lock': {
    label: 'shell.action.lock',
    icon: IconLock,
    keys: ['mod+Shift+L'],
    menu: 'file',
    when: isInMemory,
    run: lockWorkspace,
  },
  'app.closeWorkspace': {
    label: 'shell.action.closeWorkspace',
    icon: IconX,
    keys: ['mod+Shift+W'],
    menu: 'file',
    run: closeWorkspace,
  },
  'app.undo': {
    label: 'common.undo',
    icon: IconArrowBackUp,
    keys: ['mod+Z'],
    menu: 'edit',
    when: () => canStep('undo'),
    run: undoLast,
  },
  'app.redo': {
    label: 'common.redo',
    icon: IconArrowForwardUp,
    keys: ['mod+Shift+Z', 'mod+Y'],
    menu: 'edit',
    when: () => canStep('redo'),
    run: redoLast,
  },
  'app.palette': {
    label: 'shell.action.palette',
    icon: IconCommand,
    keys: ['mod+K'],
    menu: 'view',
    needsWorkspace: false,
    run: () => palette.set(true),
  },
  'app.navigation': {
    label: 'shell.action.navigation',
    icon: IconLayoutSidebarLeftCollapse,
    keys: ['mod+B'],
    menu: 'view',
    run: toggleNavigation,
  },
  'app.back': {
    label: 'shell.action.back',
    icon: IconArrowLeft,
    keys: ['alt+ArrowLeft'],
    menu: 'view',
    run: () => history.back(),
  },
  'app.forward': {
    label: 'shell.action.forward',
    icon: IconArrowRight,
    keys: ['alt+ArrowRight'],
    menu: 'view',
    run: () => history.forward(),
  },
  'app.language': {
    label: 'shell.action.language',
    icon: IconLanguage,
    menu: 'view',
    needsWorkspace: false,
    run: () =>
      report(() => setPreferences({ language: nextLanguage(profile.get()?.preferences.language ?? 'en') })),
  },
  'app.colorScheme': {
    label: 'shell.action.colorScheme',
    icon: IconMoon,
    menu: 'view',
    needsWorkspace: false,
    run: () =>
      report(() =>
        setPreferences({ colorScheme: NEXT_SCHEME[profile.get()?.preferences.colorScheme ?? 'auto'] }),
      ),
  },
  'app.help': {
    label: 'shell.action.help',
    icon: IconKeyboard,
    keys: ['?', 'F1', 'mod+/'],
    menu: 'help',
    needsWorkspace: false,
    run: () => helpSheet.set(true),
  },
  'app.installUpdate': {
    label: 'update.action',
    icon: IconPackageImport,
    menu: 'help',
    needsWorkspace: false,
    run: chooseUpdate,
  },
});

/** Every command there is now that can be done from anywhere: the app's, then each feature's. */
export function allCommands(): readonly RunnableCommand[] {
  return [appCommands, ...openFeatures().flatMap(({ commands = [] }) => commands)].flatMap(runnable);
}

/** Whether a command can be done now. */
export function canRun(command: RunnableCommand): boolean {
  return (command.needsWorkspace === false || isOpen()) && (command.when?.() ?? true);
}

/** Does a command and tells the person where it fails. */
export function runCommand(command: RunnableCommand): void {
  if (!canRun(command)) return;
  void report(async () => command.run());
}
