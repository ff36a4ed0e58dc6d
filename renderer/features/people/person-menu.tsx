import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowFork,
  IconArrowMerge,
  IconArrowRight,
  IconCopy,
  IconDots,
  IconTrash,
} from '@tabler/icons-react';
import type { MessageKey } from '#shared/i18n/index.ts';
import type { Person } from '#shared/model/person.ts';
import { ContextMenu, type ContextMenuProps } from '../../ui/context-menu.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import type { PersonActs } from './use-person-acts.ts';

export interface PersonMenuProps {
  readonly person: Person;
  readonly acts: PersonActs;
  /** Whether somebody refers to them, and whether there is anything to split. */
  readonly appearances: number;
  readonly onMerge: () => void;
  readonly onSplit: () => void;
  readonly onDeleted?: () => void;
}

/** What can be done with a person. */
export function PersonMenuItems({ person, acts, appearances, onMerge, onSplit, onDeleted }: PersonMenuProps) {
  const { t } = useSpeech();
  const items: readonly {
    readonly label: MessageKey;
    readonly icon: typeof IconDots;
    readonly run: () => void;
    readonly off?: boolean;
  }[] = [
    { label: 'people.act.open', icon: IconArrowRight, run: () => go(links.person(person.id)) },
    { label: 'people.act.copyName', icon: IconCopy, run: () => void acts.copyName(person) },
    { label: 'people.act.merge', icon: IconArrowMerge, run: onMerge },
    { label: 'people.act.split', icon: IconArrowFork, run: onSplit, off: appearances < 2 },
    {
      label: 'people.act.delete',
      icon: IconTrash,
      run: () => void acts.remove(person).then((gone) => gone && onDeleted?.()),
      off: appearances > 0,
    },
  ];
  return items.map(({ label, icon: Icon, run, off }) => (
    <Menu.Item key={label} leftSection={<Icon size={14} />} onClick={run} disabled={off ?? false}>
      {t(label)}
    </Menu.Item>
  ));
}

/** The same at a button. */
export function PersonMenu(props: PersonMenuProps) {
  const { t, local } = useSpeech();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('people.menu', { name: local(props.person.name) })}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <PersonMenuItems {...props} />
      </Menu.Dropdown>
    </Menu>
  );
}

/** The same at the pointer. */
export function PersonMenuAt({
  at,
  onClose,
  ...props
}: PersonMenuProps & Omit<ContextMenuProps, 'children'>) {
  return (
    <ContextMenu at={at} onClose={onClose}>
      <PersonMenuItems {...props} />
    </ContextMenu>
  );
}
