import { Tabs } from '@mantine/core';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';

const PLACES = {
  due: links.followUp,
  commitments: links.commitments,
  next: () => links.nextDialogue(),
} as const;
type Tab = keyof typeof PLACES;

/** The parts of the follow-up; each is a place of its own. */
export function FollowUpTabs({ here }: { here: Tab }) {
  const { t } = useSpeech();
  return (
    <Tabs value={here} onChange={(tab) => tab && go(PLACES[tab as Tab]())}>
      <Tabs.List aria-label={t('followUp.tabs')}>
        {(Object.keys(PLACES) as Tab[]).map((tab) => (
          <Tabs.Tab key={tab} value={tab}>
            {t(`followUp.tab.${tab}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}
