import { ActionIcon, Group, Menu, Tooltip, UnstyledButton } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowLeft,
  IconArrowRight,
  IconDeviceDesktop,
  IconHelp,
  IconLanguage,
  IconMoon,
  IconSearch,
  IconSun,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Preferences } from '#shared/bridge.ts';
import type { Label } from '#shared/change/change-set.ts';
import { LANGUAGE_IDS, LANGUAGES, type Language, type MessageKey } from '#shared/i18n/index.ts';
import { useObservable } from '../platform/observable.ts';
import { isMac } from '../platform/os.ts';
import { profile, setPreferences } from '../platform/profile.ts';
import type { Command } from '../ui/commands.ts';
import { hotkeyParts } from '../ui/hotkeys.ts';
import { useSpeech } from '../ui/i18n.tsx';
import { Keys } from '../ui/keys.tsx';
import { describeLabel } from '../ui/label.ts';
import { report } from '../ui/report-problem.ts';
import { appCommands } from './commands.ts';
import { redoLabel, redoLast, undoLabel, undoLast } from './history.ts';
import { helpSheet, palette } from './overlays.ts';
import classes from './shell.module.css';

/** A round button with its name and its command's key as tooltip. */
function Tool({
  icon: Icon,
  label,
  command,
  disabled = false,
  onClick,
}: {
  icon: ComponentType<{ size?: number | string; stroke?: number }>;
  label: string;
  command?: Command;
  disabled?: boolean;
  onClick: () => void;
}) {
  const hotkey = command?.keys?.[0];
  const keys = hotkey ? ` (${hotkeyParts(hotkey, isMac()).join(isMac() ? '' : '+')})` : '';
  return (
    <Tooltip label={`${label}${keys}`} multiline maw={360}>
      <ActionIcon
        size={30}
        className={classes.tool ?? ''}
        aria-label={label}
        onClick={() => !disabled && onClick()}
        {...(disabled ? { 'data-disabled': true, 'aria-disabled': true } : {})}
      >
        <Icon size={18} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  );
}

/** Back and forward through the places that were shown. */
export function HistoryButtons() {
  const { t } = useSpeech();
  return (
    <Group gap={2} wrap="nowrap">
      <Tool
        icon={IconArrowLeft}
        label={t('shell.action.back')}
        command={appCommands['app.back']}
        onClick={() => history.back()}
      />
      <Tool
        icon={IconArrowRight}
        label={t('shell.action.forward')}
        command={appCommands['app.forward']}
        onClick={() => history.forward()}
      />
    </Group>
  );
}

/** Looks like a field and opens the palette. */
export function SearchBox() {
  const { t } = useSpeech();
  return (
    <UnstyledButton className={classes.searchBox ?? ''} onClick={() => palette.set(true)}>
      <IconSearch size={15} />
      <span className={classes.searchWords}>{t('shell.search')}</span>
      <Keys hotkey={appCommands['app.palette'].keys?.[0]} />
    </UnstyledButton>
  );
}

/** Undo and redo, each naming what it acts on; language, colours and help. */
export function HeaderTools() {
  const { t } = useSpeech();
  const undo = useObservable(undoLabel);
  const redo = useObservable(redoLabel);
  return (
    <Group gap={2} wrap="nowrap">
      <Tool
        icon={IconArrowBackUp}
        label={useNamed(undo, 'shell.undoNamed', 'shell.undoNothing')}
        command={appCommands['app.undo']}
        disabled={!undo}
        onClick={() => void undoLast()}
      />
      <Tool
        icon={IconArrowForwardUp}
        label={useNamed(redo, 'shell.redoNamed', 'shell.redoNothing')}
        command={appCommands['app.redo']}
        disabled={!redo}
        onClick={() => void redoLast()}
      />
      <LanguageMenu />
      <ColorSchemeMenu />
      <Tool
        icon={IconHelp}
        label={t('shell.action.help')}
        command={appCommands['app.help']}
        onClick={() => helpSheet.set(true)}
      />
    </Group>
  );
}

function useNamed(label: Label | null, named: MessageKey, nothing: MessageKey): string {
  const { t } = useSpeech();
  return label ? t(named, { change: describeLabel(t, label) }) : t(nothing);
}

/** The languages, each in its own words. */
export function LanguageMenu() {
  const { t, language } = useSpeech();
  return (
    <Menu position="bottom-end" withArrow>
      <Tooltip label={t('shell.language')}>
        <span className={classes.menu}>
          <Menu.Target>
            <ActionIcon size={30} className={classes.tool ?? ''} aria-label={t('shell.language')}>
              <IconLanguage size={18} stroke={1.7} />
            </ActionIcon>
          </Menu.Target>
        </span>
      </Tooltip>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={language}
          onChange={(id) => void report(() => setPreferences({ language: id as Language }))}
        >
          {LANGUAGE_IDS.map((id) => (
            <Menu.RadioItem key={id} value={id} lang={id} closeMenuOnClick>
              {LANGUAGES[id].name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

const SCHEMES: readonly {
  readonly id: Preferences['colorScheme'];
  readonly icon: typeof IconSun;
  readonly label: MessageKey;
}[] = [
  { id: 'light', icon: IconSun, label: 'settings.scheme.light' },
  { id: 'dark', icon: IconMoon, label: 'settings.scheme.dark' },
  { id: 'auto', icon: IconDeviceDesktop, label: 'settings.scheme.auto' },
];

/** Light, dark, or as the system has it. */
export function ColorSchemeMenu() {
  const { t } = useSpeech();
  const chosen = useObservable(profile)?.preferences.colorScheme ?? 'auto';
  const Icon = SCHEMES.find(({ id }) => id === chosen)?.icon ?? IconSun;
  return (
    <Menu position="bottom-end" withArrow>
      <Tooltip label={t('settings.scheme')}>
        <span className={classes.menu}>
          <Menu.Target>
            <ActionIcon size={30} className={classes.tool ?? ''} aria-label={t('settings.scheme')}>
              <Icon size={18} stroke={1.7} />
            </ActionIcon>
          </Menu.Target>
        </span>
      </Tooltip>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={chosen}
          onChange={(id) =>
            void report(() => setPreferences({ colorScheme: id as Preferences['colorScheme'] }))
          }
        >
          {SCHEMES.map(({ id, icon: SchemeIcon, label }) => (
            <Menu.RadioItem
              key={id}
              value={id}
              rightSection={<SchemeIcon size={16} stroke={1.7} />}
              closeMenuOnClick
            >
              {t(label)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
