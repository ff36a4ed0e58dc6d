import { Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowMerge,
  IconArrowRight,
  IconArrowUp,
  IconCopy,
  IconPencil,
  IconRestore,
  IconTagOff,
} from '@tabler/icons-react';
import { CATEGORIES, type Category, type Issue, isActive } from '#shared/model/issue.ts';
import { ContextMenu, type MenuPlace } from '../../ui/context-menu.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { Keys } from '../../ui/keys.tsx';
import { go, links } from '../../ui/links.ts';
import { rowCommands } from './commands.ts';

/** What can be done with an issue. */
export interface IssueActs {
  readonly issue: Issue;
  /** Null while the list is filtered: places cannot be told then. */
  readonly order: {
    readonly onStep: (by: -1 | 1) => void;
    readonly onMoveTo: (category: Category) => void;
  } | null;
  readonly onCopy: () => void;
  readonly onRename: () => void;
  readonly onMerge: () => void;
  readonly onRetire: () => void;
  readonly onRevive: () => void;
}

export interface IssueMenuProps extends IssueActs {
  readonly at: MenuPlace;
  readonly onClose: () => void;
}

/** What can be done with an issue of the list. */
export function IssueMenu({
  issue,
  order,
  at,
  onClose,
  onCopy,
  onRename,
  onMerge,
  onRetire,
  onRevive,
}: IssueMenuProps) {
  const { t } = useSpeech();
  return (
    <ContextMenu at={at} onClose={onClose} testId="issue-menu">
      <Menu.Item leftSection={<IconArrowRight size={14} />} onClick={() => go(links.issue(issue.id))}>
        {t('advice.menu.open')}
      </Menu.Item>
      <Menu.Item leftSection={<IconCopy size={14} />} onClick={onCopy}>
        {t('common.copyQuote')}
      </Menu.Item>
      <Menu.Divider />
      {issue.mergedInto === null && (
        <Menu.Item leftSection={<IconPencil size={14} />} onClick={onRename}>
          {t('issues.rename')}
        </Menu.Item>
      )}
      {isActive(issue) && (
        <Menu.Item leftSection={<IconArrowMerge size={14} />} onClick={onMerge}>
          {t('issues.merge')}
        </Menu.Item>
      )}
      {issue.retiredAfter !== null && (
        <Menu.Item leftSection={<IconRestore size={14} />} onClick={onRevive}>
          {t('issues.revive')}
        </Menu.Item>
      )}
      {isActive(issue) && (
        <Menu.Item leftSection={<IconTagOff size={14} />} onClick={onRetire}>
          {t('issues.retire')}
        </Menu.Item>
      )}
      {order && (
        <>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconArrowUp size={14} />}
            rightSection={<Keys hotkey={rowCommands['issues.up'].keys?.[0]} />}
            onClick={() => order.onStep(-1)}
          >
            {t('issues.moveUp')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowDown size={14} />}
            rightSection={<Keys hotkey={rowCommands['issues.down'].keys?.[0]} />}
            onClick={() => order.onStep(1)}
          >
            {t('issues.moveDown')}
          </Menu.Item>
          {CATEGORIES.filter((category) => category !== issue.category).map((category) => (
            <Menu.Item
              key={category}
              leftSection={<IconArrowRight size={14} />}
              onClick={() => order.onMoveTo(category)}
            >
              {t('issues.moveTo', { category: t(`category.${category}`) })}
            </Menu.Item>
          ))}
        </>
      )}
    </ContextMenu>
  );
}
