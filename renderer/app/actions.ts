import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowLeft,
  IconArrowRight,
  IconBook2,
  IconCommand,
  IconDeviceFloppy,
  IconFilePlus,
  IconFolderOpen,
  IconKeyboard,
  IconLanguage,
  IconLayoutSidebarLeftCollapse,
  IconMoon,
  IconX,
} from '@tabler/icons-react';
import { saveCopy } from '../dialogs/save-copy.ts';
import { profile, setPreferences } from '../platform/profile.ts';
import type { Action } from '../ui/feature.ts';
import { report } from '../ui/report-problem.ts';
import { redoLabel, redoLast, undoLabel, undoLast } from './history.ts';
import { narrowNavigation, setNarrowNavigation } from './layout.ts';
import { helpSheet, palette } from './overlays.ts';
import { isOpen, openFeatures } from './session.ts';
import { closeWorkspace, openPickedFile, openSample, showNewWorkspace } from './workspace.ts';

const NEXT_SCHEME = { light: 'dark', dark: 'auto', auto: 'light' } as const;

/** What a person can do anywhere in the app (ARCHITECTURE, law 9). */
export const appActions: readonly Action[] = [
  {
    id: 'app.newWorkspace',
    label: 'shell.action.newWorkspace',
    icon: IconFilePlus,
    menu: 'file',
    needsWorkspace: false,
    run: showNewWorkspace,
  },
  {
    id: 'app.openFile',
    label: 'shell.action.openFile',
    icon: IconFolderOpen,
    hotkey: 'mod+O',
    menu: 'file',
    needsWorkspace: false,
    run: openPickedFile,
  },
  {
    id: 'app.openSample',
    label: 'shell.action.openSample',
    icon: IconBook2,
    menu: 'file',
    needsWorkspace: false,
    run: openSample,
  },
  {
    id: 'app.saveCopy',
    label: 'shell.action.saveCopy',
    icon: IconDeviceFloppy,
    hotkey: 'mod+Shift+S',
    menu: 'file',
    run: saveCopy,
  },
  {
    id: 'app.closeWorkspace',
    label: 'shell.action.closeWorkspace',
    icon: IconX,
    hotkey: 'mod+Shift+W',
    menu: 'file',
    run: closeWorkspace,
  },
  {
    id: 'app.undo',
    label: 'common.undo',
    icon: IconArrowBackUp,
    hotkey: 'mod+Z',
    menu: 'edit',
    when: () => undoLabel.get() !== null,
    run: undoLast,
  },
  {
    id: 'app.redo',
    label: 'common.redo',
    icon: IconArrowForwardUp,
    hotkey: 'mod+Shift+Z',
    otherHotkeys: ['mod+Y'],
    menu: 'edit',
    when: () => redoLabel.get() !== null,
    run: redoLast,
  },
  {
    id: 'app.palette',
    label: 'shell.action.palette',
    icon: IconCommand,
    hotkey: 'mod+K',
    menu: 'view',
    needsWorkspace: false,
    run: () => palette.set(true),
  },
  {
    id: 'app.navigation',
    label: 'shell.action.navigation',
    icon: IconLayoutSidebarLeftCollapse,
    hotkey: 'mod+B',
    menu: 'view',
    run: () => setNarrowNavigation(!narrowNavigation.get()),
  },
  {
    id: 'app.back',
    label: 'shell.action.back',
    icon: IconArrowLeft,
    hotkey: 'alt+ArrowLeft',
    menu: 'view',
    run: () => history.back(),
  },
  {
    id: 'app.forward',
    label: 'shell.action.forward',
    icon: IconArrowRight,
    hotkey: 'alt+ArrowRight',
    menu: 'view',
    run: () => history.forward(),
  },
  {
    id: 'app.language',
    label: 'shell.action.language',
    icon: IconLanguage,
    menu: 'view',
    needsWorkspace: false,
    run: () =>
      report(() => setPreferences({ language: profile.get()?.preferences.language === 'ja' ? 'en' : 'ja' })),
  },
  {
    id: 'app.colorScheme',
    label: 'shell.action.colorScheme',
    icon: IconMoon,
    menu: 'view',
    needsWorkspace: false,
    run: () =>
      report(() =>
        setPreferences({ colorScheme: NEXT_SCHEME[profile.get()?.preferences.colorScheme ?? 'auto'] }),
      ),
  },
  {
    id: 'app.help',
    label: 'shell.action.help',
    icon: IconKeyboard,
    hotkey: '?',
    otherHotkeys: ['mod+/'],
    menu: 'help',
    needsWorkspace: false,
    run: () => helpSheet.set(true),
  },
];

/** Every action there is now: the app's, then each feature's. */
export function allActions(): readonly Action[] {
  return [...appActions, ...openFeatures().flatMap(({ actions }) => actions)];
}

/** Whether an action of this id can be done now. */
export function canRun(action: Action): boolean {
  return (action.needsWorkspace === false || isOpen()) && (action.when?.() ?? true);
}

/** Does an action and tells the person where it fails. */
export function runAction(action: Action): void {
  if (!canRun(action)) return;
  void report(async () => action.run());
}
