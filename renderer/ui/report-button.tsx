import { Button, type ButtonProps } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import type { Id } from '#shared/model/basics.ts';
import { useSpeech } from './i18n.tsx';
import { go, links } from './links.ts';

/** From what is shown to its Word document: the reports view, with this dialogue or round chosen. */
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
  return (
    <Button
      variant="default"
      size={size}
      leftSection={<IconFileText size={size === 'xs' ? 14 : 16} />}
      onClick={() => go(links.report(kind, subjectId))}
    >
      {t('common.report')}
    </Button>
  );
}
