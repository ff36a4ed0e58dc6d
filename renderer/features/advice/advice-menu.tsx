import { Menu } from '@mantine/core';
import {
  IconArrowRight,
  IconCheck,
  IconCopy,
  IconMessage,
  IconSquareCheck,
  IconUser,
} from '@tabler/icons-react';
import { canFollow } from '#shared/edit/advice.ts';
import { ADVICE_STATUSES, type AdviceStatus } from '#shared/model/advice.ts';
import { ownersOf } from '#shared/retrieval/advice-sheet.ts';
import { ContextMenu, type MenuPlace } from '../../ui/context-menu.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import type { RegisterRow } from './use-register.ts';

export interface AdviceMenuProps {
  readonly row: RegisterRow;
  readonly at: MenuPlace;
  readonly ticked: boolean;
  readonly onClose: () => void;
  readonly onStatus: (status: AdviceStatus) => void;
  readonly onTick: () => void;
  readonly onCopy: () => void;
  readonly onOwner: (owner: string) => void;
}

/** What can be done with a piece of advice in the register. */
export function AdviceMenu({ row, at, ticked, onClose, ...acts }: AdviceMenuProps) {
  const { t } = useSpeech();
  const { advice, quotes } = row;
  const passage = quotes[0]?.passage;
  const [owner] = ownersOf(row);
  return (
    <ContextMenu at={at} onClose={onClose} testId="advice-menu">
      <Menu.Item leftSection={<IconArrowRight size={15} />} onClick={() => go(links.advice(advice.id))}>
        {t('advice.menu.open')}
      </Menu.Item>
      {passage && (
        <Menu.Item
          leftSection={<IconMessage size={15} />}
          onClick={() => go(links.passage(passage.dialogueId, passage.turnId, passage.id))}
        >
          {t('advice.menu.passage')}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconCopy size={15} />} onClick={acts.onCopy}>
        {t('common.copyQuote')}
      </Menu.Item>
      <Menu.Divider />
      {ADVICE_STATUSES.filter((status) => canFollow(advice.status, status)).map((status) => (
        <Menu.Item
          key={status}
          leftSection={status === 'done' ? <IconCheck size={15} /> : <span style={{ width: 15 }} />}
          onClick={() => acts.onStatus(status)}
        >
          {t(`advice.step.${status === 'heard' ? 'reopen' : status}`)}
        </Menu.Item>
      ))}
      {owner !== undefined && (
        <Menu.Item leftSection={<IconUser size={15} />} onClick={() => acts.onOwner(owner)}>
          {t('advice.menu.owner', { owner })}
        </Menu.Item>
      )}
      <Menu.Divider />
      <Menu.Item leftSection={<IconSquareCheck size={15} />} onClick={acts.onTick}>
        {t(ticked ? 'advice.untick' : 'advice.tick')}
      </Menu.Item>
    </ContextMenu>
  );
}
