import { Badge, Button, Group, Text } from '@mantine/core';
import { IconListCheck, IconSettings } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import type { IdOf } from '#shared/model/id.ts';
import { BackLink } from '../../../ui/back-link.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { go, links } from '../../../ui/links.ts';
import { Page } from '../../../ui/page.tsx';
import { ReportButton } from '../../../ui/report-button.tsx';
import { CorrectMenu } from '../correct/correct-menu.tsx';
import { OpenDoubts } from '../open-doubts.tsx';
import { HeadingsMenu } from './headings-menu.tsx';
import { countUnsure } from './marks.ts';
import type { DeskRows } from './use-desk-rows.ts';

export interface DeskPageProps {
  readonly rows: DeskRows;
  readonly children: ReactNode;
  readonly onShow: (turnId: IdOf<'turns'>) => void;
  readonly onEdit: () => void;
  readonly onDetails: () => void;
}

/** The page around the desk: the dialogue's title and terms, and what can be done with the whole of it. */
export function DeskPage({ rows, children, onShow, onEdit, onDetails }: DeskPageProps) {
  const { dialogue, turns, marks } = rows;
  const { t, day } = useSpeech();
  const hasHeadings = useMemo(() => turns.some(({ heading }) => heading !== null), [turns]);
  const unsure = useMemo(() => countUnsure(marks), [marks]);
  return (
    <Page
      fill
      title={dialogue.title}
      above={<BackLink to={links.dialogues()}>{t('dialogues.title')}</BackLink>}
      aside={
        <Group gap={6}>
          {dialogue.date && <Badge variant="default">{day(dialogue.date)}</Badge>}
          <Badge variant="default">
            {t('desk.attribution', { policy: t(`policy.${dialogue.attribution}`) })}
          </Badge>
          <OpenDoubts dialogue={dialogue} />
        </Group>
      }
      description={
        dialogue.sourceNote ? (
          // In full among the details: the desk's room is for the dialogue.
          <Text size="sm" lineClamp={2} title={dialogue.sourceNote}>
            {dialogue.sourceNote}
          </Text>
        ) : undefined
      }
      actions={
        <>
          {hasHeadings && <HeadingsMenu turns={turns} onShow={onShow} />}
          <CorrectMenu dialogueId={dialogue.id} unsure={unsure} onEditTurn={onEdit} />
          <Button variant="default" size="xs" leftSection={<IconSettings size={14} />} onClick={onDetails}>
            {t('dialogues.details')}
          </Button>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconListCheck size={14} />}
            onClick={() => go(links.nextDialogue(dialogue.id))}
          >
            {t('followUp.next.became.button')}
          </Button>
          <ReportButton kind="dialogue" subjectId={dialogue.id} size="xs" />
        </>
      }
    >
      {children}
    </Page>
  );
}
