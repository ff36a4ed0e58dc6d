import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useSpeech } from '../../ui/i18n.tsx';
import type { PictureType } from './export.ts';

interface ExportMenuProps {
  readonly onChoose: (type: PictureType) => void;
  readonly onCopy: () => void;
}

/** The picture on screen, or its table, as a file or for the clipboard. */
export function ExportMenu({ onChoose, onCopy }: ExportMenuProps) {
  const { t } = useSpeech();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} />}
          rightSection={<IconChevronDown size={14} />}
        >
          {t('matrix.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onChoose('svg')}>{t('matrix.export.svg')}</Menu.Item>
        <Menu.Item onClick={() => onChoose('png')}>{t('matrix.export.png')}</Menu.Item>
        <Menu.Item onClick={() => onChoose('png4')}>{t('matrix.export.png4')}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => onChoose('csv')}>{t('matrix.table.csv')}</Menu.Item>
        <Menu.Item onClick={onCopy}>{t('matrix.table.copy')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
