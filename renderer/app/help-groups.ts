import type { MessageKey } from '#shared/i18n/index.ts';
import type { Command, Commands } from '../ui/commands.ts';
import type { Feature } from '../ui/feature.ts';

/** What the help sheet shows under one heading: commands that have a key, in the order of their lists. */
export interface HelpGroup {
  /** Null = those that stand right below the feature's name. */
  readonly label: MessageKey | null;
  readonly commands: readonly Command[];
}

/** The commands with a key of one feature, or of the app. */
export interface HelpSection {
  readonly label: MessageKey;
  readonly groups: readonly HelpGroup[];
}

/** Every command with a key there is: the app's, then each feature's, by group. */
export function helpSections(
  app: Commands,
  features: readonly Pick<Feature, 'label' | 'commands'>[],
): HelpSection[] {
  return [{ label: 'shell.help.everywhere' as const, commands: [app] }, ...features]
    .map(({ label, commands = [] }) => ({ label, groups: groupsOf(commands) }))
    .filter(({ groups }) => groups.length > 0);
}

function groupsOf(lists: readonly Commands[]): HelpGroup[] {
  const withKeys = lists.flatMap((list) => Object.values(list)).filter(({ keys = [] }) => keys.length > 0);
  // Those without a group come first, right below the feature's name.
  const groups = new Set<MessageKey | null>([null, ...withKeys.flatMap(({ group }) => group ?? [])]);
  return [...groups]
    .map((label) => ({ label, commands: withKeys.filter(({ group = null }) => group === label) }))
    .filter(({ commands }) => commands.length > 0);
}
