import { Button } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import type { RatingCopy } from '#shared/model/workspace.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { Page } from '../../ui/page.tsx';

/** What an assessor sees here whose copy was made for rating. */
export function InRatingCopy({ copy }: { copy: RatingCopy }) {
  const { t } = useSpeech();
  return (
    <Page
      title={t('coders.title')}
      above={<BackLink to={links.dialogues()}>{t('dialogues.title')}</BackLink>}
    >
      <EmptyState
        icon={IconScale}
        title={t('sheets.inCopy.title', { assessor: copy.assessor })}
        action={<Button onClick={() => go(links.round(copy.roundId))}>{t('sheets.inCopy.rate')}</Button>}
      >
        {t('sheets.inCopy.coders')}
      </EmptyState>
    </Page>
  );
}
