import { Badge, Tooltip } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { RoundAssessment } from '#shared/assessment/assess-round.ts';
import { useSpeech } from '../../ui/i18n.tsx';

/** What a reader must know of the whole picture: whether it is final, and who was not heard. */
export function Remarks({ assessment: { round, hearing } }: { assessment: RoundAssessment }) {
  const { t, day } = useSpeech();
  const closed = round.stage === 'closed';
  return (
    <>
      <Remark
        word={t(closed ? 'matrix.remark.closed' : 'matrix.remark.provisional')}
        says={
          round.stage === 'closed'
            ? t('matrix.remark.closed.says', { day: day(round.closedAt) })
            : t(`round.stage.${round.stage}.now`)
        }
        color={closed ? 'ai' : 'gray'}
      />
      {hearing.noRightsholder && (
        <Remark
          word={t('matrix.remark.noRightsholder')}
          says={t('matrix.noRightsholder', { heard: hearing.heard })}
          color="orange"
          warning
        />
      )}
    </>
  );
}

interface RemarkProps {
  readonly word: string;
  readonly says: string;
  readonly color: string;
  readonly warning?: boolean;
}

function Remark({ word, says, color, warning = false }: RemarkProps) {
  return (
    <Tooltip label={says} multiline w={300} events={{ hover: true, focus: true, touch: true }}>
      <Badge
        color={color}
        tabIndex={0}
        miw="max-content"
        leftSection={warning ? <IconAlertTriangle size={12} aria-hidden /> : undefined}
      >
        {word}
      </Badge>
    </Tooltip>
  );
}
