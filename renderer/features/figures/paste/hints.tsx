import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { Hint } from '#shared/figure-table/hints.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import type { Figures } from '../use-figures.ts';
import type { Paste } from './use-paste.ts';

/** What the notes below a table suggest: breaks, each to be accepted with one click, and notes that speak of another row. */
export function Hints({ paste, figures }: { paste: Paste; figures: Figures }) {
  const { t } = useSpeech();
  const { hints } = paste.proposal;
  if (hints.length === 0) return null;
  return (
    <Stack gap={6} component="section" aria-label={t('figurePaste.hints')}>
      <Text size="sm" fw={600}>
        {t('figurePaste.hints')}
      </Text>
      {hints.map((hint, index) => (
        <Line
          // biome-ignore lint/suspicious/noArrayIndexKey: the order of the notes is what tells hints apart
          key={index}
          hint={hint}
          row={paste.proposal.rows[hint.row]?.label ?? ''}
          figures={figures}
          agreed={paste.agreed.has(index)}
          onAgree={(on) => paste.agree(index, on)}
        />
      ))}
    </Stack>
  );
}

interface LineProps {
  readonly hint: Hint;
  readonly row: string;
  readonly figures: Figures;
  readonly agreed: boolean;
  readonly onAgree: (on: boolean) => void;
}

function Line({ hint, row, figures, agreed, onAgree }: LineProps) {
  const { t } = useSpeech();
  const { mark, text } = hint.note;
  const said =
    hint.kind === 'elsewhere'
      ? t('figurePaste.hint.elsewhere', { row, named: hint.named })
      : t(`figurePaste.hint.${hint.break.effect}`, {
          row,
          year: figures.periodName({ fiscalYear: hint.before, quarter: null }),
          what: t(`figureGrid.breakKind.${hint.break.kind}`),
        });
  return (
    <Group wrap="nowrap" gap="sm" align="flex-start" data-testid="paste-hint">
      {hint.kind === 'break' && (
        <Button
          size="compact-sm"
          miw={96}
          variant={agreed ? 'filled' : 'default'}
          aria-pressed={agreed}
          leftSection={agreed ? <IconCheck size={14} /> : undefined}
          onClick={() => onAgree(!agreed)}
        >
          {t(agreed ? 'figurePaste.hint.accepted' : 'figurePaste.hint.accept')}
        </Button>
      )}
      <Text size="sm">
        {said}{' '}
        <Text span size="sm" c="dimmed">
          {mark} {text}
        </Text>
      </Text>
    </Group>
  );
}
