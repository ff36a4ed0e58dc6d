import { Badge, Button, Menu } from '@mantine/core';
import {
  IconAlertTriangle,
  IconFileImport,
  IconListCheck,
  IconPencil,
  IconVocabulary,
} from '@tabler/icons-react';
import type { IdOf } from '#shared/model/id.ts';
import { useAttempt } from '../../../ui/attempt.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { go, links } from '../../../ui/links.ts';
import { chooseCorrected } from '../import/session.ts';

export interface CorrectMenuProps {
  readonly dialogueId: IdOf<'dialogues'>;
  /** Passages on the review list. */
  readonly unsure: number;
  readonly onEditTurn: () => void;
}

/** What can be done to a dialogue's text; what waits to be reviewed stands beside it. */
export function CorrectMenu({ dialogueId, unsure, onEditTurn }: CorrectMenuProps) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  return (
    <>
      {unsure > 0 && (
        <Button
          variant="light"
          color="orange"
          size="xs"
          leftSection={<IconAlertTriangle size={14} />}
          onClick={() => go(links.review(dialogueId))}
        >
          {t('correct.unsure.count', { count: unsure })}
        </Button>
      )}
      <Menu position="bottom-end" width={320}>
        <Menu.Target>
          <Button variant="default" size="xs" leftSection={<IconPencil size={14} />}>
            {t('correct.menu')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconPencil size={14} />}
            rightSection={<Badge variant="default">E</Badge>}
            onClick={onEditTurn}
          >
            {t('correct.edit')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconVocabulary size={14} />}
            onClick={() => go(links.glossary(dialogueId))}
          >
            {t('correct.menu.glossary')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconFileImport size={14} />}
            onClick={() => void attempt(() => chooseCorrected(dialogueId))}
          >
            {t('correct.menu.import')}
          </Menu.Item>
          <Menu.Item leftSection={<IconListCheck size={14} />} onClick={() => go(links.review(dialogueId))}>
            {t('correct.menu.review')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
