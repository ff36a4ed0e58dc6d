import { Stack, Text } from '@mantine/core';
import type { PartsFound } from '#shared/figure-table/parts.ts';
import { rangeText } from '#shared/figures/value-text.ts';
import { useSpeech } from '../../../ui/i18n.tsx';

/** What of a whole is not broken down, and whether its parts fit it. */
export function Parts({ found }: { readonly found: readonly PartsFound[] }) {
  const { t, local } = useSpeech();
  return (
    <Stack gap={4} data-testid="figure-parts">
      {found.map(({ breakdown, rest, misfit }) => (
        <Stack key={breakdown.code} gap={2}>
          <Text size="sm" fw={500}>
            {local(breakdown.name)}
          </Text>
          {rest && (
            <Text size="sm">
              {t('figureDrawer.parts.rest', {
                name: rest.hidden
                  ? t('figureDrawer.parts.hidden')
                  : local(breakdown.rest) || t('figure.rest'),
                number: rangeText(rest, t),
              })}
            </Text>
          )}
          {misfit && (
            <Text size="sm" c="var(--mantine-color-yellow-text)">
              {t(`figureDrawer.parts.${misfit}`)}
            </Text>
          )}
        </Stack>
      ))}
    </Stack>
  );
}
