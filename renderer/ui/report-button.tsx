import { Button, type ButtonProps, Menu } from '@mantine/core';
import { IconChevronDown, IconFileText } from '@tabler/icons-react';
import type { Id } from '#shared/model/basics.ts';
import { useSpeech } from './i18n.tsx';
import { go, links } from './links.ts';

/**
 * From what is shown to what can be handed on of it: of a dialogue its Word document, of a round also the method page
 * and the page for a board.
 */
export function ReportButton({
  kind,
  subjectId,
  size = 'sm',
}: {
  kind: 'dialogue' | 'materiality';
  subjectId: Id;
  size?: ButtonProps['size'];
}) {
  const { t } = useSpeech();
  const iconSize = size === 'xs' ? 14 : 16;
  if (kind === 'materiality')
    return (
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            size={size}
            leftSection={<IconFileText size={iconSize} />}
            rightSection={<IconChevronDown size={iconSize - 2} />}
          >
            {t('common.handOn')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => go(links.report(kind, subjectId))}>{t('reports.word')}</Menu.Item>
          <Menu.Item onClick={() => go(links.board(subjectId))}>{t('reports.board')}</Menu.Item>
          <Menu.Item onClick={() => go(links.method(subjectId))}>{t('reports.method')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    );
  return (
    <Button
      variant="default"
      size={size}
      leftSection={<IconFileText size={iconSize} />}
      onClick={() => go(links.report(kind, subjectId))}
    >
      {t('common.report')}
    </Button>
  );
}
