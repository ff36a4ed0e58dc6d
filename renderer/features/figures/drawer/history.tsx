import { Stack, Text } from '@mantine/core';
import type { GridCell } from '#shared/figure-table/rows.ts';
import { valueText } from '#shared/figures/value-text.ts';
import { useSpeech } from '../../../ui/i18n.tsx';

/** What stood in a cell before, the newest first, and why it was restated. */
export function History({ cell: { standing, setAside, replaced } }: { cell: GridCell }) {
  const { t, day } = useSpeech();
  const all = [...standing, ...setAside, ...replaced];
  return (
    <Stack gap="xs">
      {replaced.map((figure) => {
        const after = all.find(({ replaces }) => replaces === figure.id);
        return (
          <div key={figure.id}>
            <Text size="sm">
              {t('figureDrawer.was', {
                before: valueText(figure, t),
                after: after ? valueText(after, t) : '',
              })}
            </Text>
            <Text size="sm" c="dimmed">
              {[after?.why, after?.by, after?.at && day(after.at)].filter(Boolean).join(' · ')}
            </Text>
          </div>
        );
      })}
    </Stack>
  );
}
