import { Badge, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconHistory } from '@tabler/icons-react';
import type { Passage } from '#shared/model/turn.ts';
import { useSpeech } from './i18n.tsx';
import { go, links } from './links.ts';

/** Says of a quote that the text was corrected since; nothing for words that stand as quoted. */
export function ChangedMark({ passage }: { passage: Pick<Passage, 'state' | 'dialogueId'> }) {
  const { t } = useSpeech();
  if (passage.state === 'anchored') return null;
  const unsure = passage.state === 'unsure';
  return (
    <Tooltip label={t(unsure ? 'correct.mark.unsure.hint' : 'correct.mark.kept.hint')} multiline maw={320}>
      <Badge
        component="button"
        type="button"
        size="sm"
        variant="light"
        color={unsure ? 'orange' : 'gray'}
        leftSection={unsure ? <IconAlertTriangle size={12} /> : <IconHistory size={12} />}
        style={{ cursor: 'pointer' }}
        onClick={(event) => {
          event.stopPropagation();
          go(links.review(passage.dialogueId));
        }}
      >
        {t(unsure ? 'correct.mark.unsure' : 'correct.mark.kept')}
      </Badge>
    </Tooltip>
  );
}
