import { Button, Menu } from '@mantine/core';
import { IconList } from '@tabler/icons-react';
import type { IdOf } from '#shared/model/id.ts';
import type { Turn } from '#shared/model/turn.ts';
import { useSpeech } from '../../../ui/i18n.tsx';

/** Leads to a heading of the dialogue. */
export function HeadingsMenu({
  turns,
  onShow,
}: {
  turns: readonly Turn[];
  onShow: (turnId: IdOf<'turns'>) => void;
}) {
  const { t } = useSpeech();
  return (
    <Menu position="bottom-end" width={360}>
      <Menu.Target>
        <Button variant="default" size="xs" leftSection={<IconList size={14} />}>
          {t('desk.jump')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah="70vh" style={{ overflowY: 'auto' }}>
        <Headings turns={turns} onShow={onShow} />
      </Menu.Dropdown>
    </Menu>
  );
}

/** Gathered only when the menu is open: a dialogue may have tens of thousands of turns. */
function Headings({ turns, onShow }: { turns: readonly Turn[]; onShow: (turnId: IdOf<'turns'>) => void }) {
  return turns.flatMap((turn, index) =>
    turn.heading !== null && turn.heading !== turns[index - 1]?.heading
      ? [
          <Menu.Item key={turn.id} onClick={() => onShow(turn.id)}>
            {turn.heading}
          </Menu.Item>,
        ]
      : [],
  );
}
