import { Button, Loader, Select, Stack, Text } from '@mantine/core';
import { IconFileTypeDocx, IconMessages } from '@tabler/icons-react';
import type { Dialogue } from '#shared/model/dialogue.ts';
import type { IdOf } from '#shared/model/id.ts';
import { useCreateReport } from '../../dialogs/report/use-create-report.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { useLeakDialog } from '../../ui/leak-dialog.tsx';
import { go, links } from '../../ui/links.ts';
import { Page } from '../../ui/page.tsx';
import { BecameTable } from './became-table.tsx';
import { FollowUpTabs } from './tabs.tsx';
import { type Became, useBecame, useDialogues } from './use-became.ts';

/** What became of a dialogue: what was answered, promised, done and told, to be taken to the next one. */
export function NextView({ wantedId }: { wantedId: string | null }) {
  const { t } = useSpeech();
  const dialogues = useDialogues();
  const chosen = dialogues?.find(({ id }) => id === wantedId) ?? dialogues?.[0];
  return (
    <Page
      title={t('followUp.title')}
      description={t('followUp.next.text')}
      toolbar={<FollowUpTabs here="next" />}
      actions={chosen && <Handout dialogueId={chosen.id} />}
    >
      {!dialogues && <Loader aria-label={t('followUp.tab.next')} />}
      {dialogues && !chosen && (
        <EmptyState
          icon={IconMessages}
          title={t('followUp.next.empty')}
          action={<Button onClick={() => go(links.importDialogue())}>{t('followUp.next.import')}</Button>}
        >
          {t('followUp.next.empty.text')}
        </EmptyState>
      )}
      {dialogues && chosen && <OfDialogue dialogues={dialogues} dialogue={chosen} />}
    </Page>
  );
}

/** Makes the Word handout at once, in the language of the interface; another language is chosen among the reports. */
function Handout({ dialogueId }: { dialogueId: IdOf<'dialogues'> }) {
  const { t, language } = useSpeech();
  const { ask, dialog } = useLeakDialog();
  const { create, stage } = useCreateReport(ask);
  return (
    <>
      <Button
        leftSection={<IconFileTypeDocx size={16} />}
        loading={stage !== null}
        onClick={() =>
          void create({ kind: 'follow-up', subjectId: dialogueId, language, preset: 'full', sections: {} })
        }
        data-testid="handout"
      >
        {t('followUp.next.word')}
      </Button>
      <Button variant="default" onClick={() => go(links.report('follow-up', dialogueId))}>
        {t('followUp.next.more')}
      </Button>
      {dialog}
    </>
  );
}

function OfDialogue({ dialogues, dialogue }: { dialogues: readonly Dialogue[]; dialogue: Dialogue }) {
  const { t, day } = useSpeech();
  const became = useBecame(dialogue.id);
  return (
    <Stack gap="sm">
      <Select
        w={460}
        maw="100%"
        label={t('followUp.next.dialogue')}
        allowDeselect={false}
        searchable={dialogues.length > 8}
        data={dialogues.map(({ id, title, date }) => ({
          value: id,
          label: date ? `${day(date)} · ${title}` : title,
        }))}
        value={dialogue.id}
        onChange={(id) => id && go(links.nextDialogue(id))}
      />
      {became && <Told became={became} dialogue={dialogue} />}
    </Stack>
  );
}

function Told({ became, dialogue }: { became: Became; dialogue: Dialogue }) {
  const { t } = useSpeech();
  const { advice, promised } = became;
  if (advice.length === 0 && promised.length === 0)
    return (
      <EmptyState
        icon={IconMessages}
        title={t('followUp.next.noAdvice')}
        action={
          <Button variant="default" onClick={() => go(links.dialogue(dialogue.id))}>
            {t('followUp.next.openDialogue')}
          </Button>
        }
      >
        {t('followUp.next.noAdvice.text')}
      </EmptyState>
    );
  const commitments = [...advice.flatMap((one) => one.commitments), ...promised];
  return (
    <>
      <Text size="sm" c="dimmed" role="status" data-testid="became-counts">
        {t('followUp.next.counts', {
          advice: advice.length,
          answered: advice.filter((one) => one.advice.response.trim() !== '').length,
          commitments: commitments.length,
          kept: commitments.filter(({ commitment }) => commitment.status === 'kept').length,
          overdue: commitments.filter(({ due }) => due === 'overdue').length,
          told: commitments.filter(({ happened }) => happened.some(({ entry }) => entry.kind === 'told'))
            .length,
        })}
      </Text>
      <BecameTable became={became} />
    </>
  );
}
