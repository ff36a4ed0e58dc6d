import { Tabs } from '@mantine/core';
import { useSpeech } from './i18n.tsx';
import { go, links } from './links.ts';

const PLACES = {
  arrangements: () => links.register('arrangements'),
  organisations: () => links.register('organisations'),
  suppliers: links.suppliers,
  instruments: () => links.register('instruments'),
  sources: () => links.register('sources'),
} as const;
export type RegisterTab = keyof typeof PLACES;

/** The parts of the register; each is a place of its own. */
export function RegisterTabs({ here }: { readonly here: RegisterTab }) {
  const { t } = useSpeech();
  return (
    <Tabs value={here} onChange={(tab) => tab && go(PLACES[tab as RegisterTab]())}>
      <Tabs.List aria-label={t('register.tabs')}>
        {(Object.keys(PLACES) as RegisterTab[]).map((tab) => (
          <Tabs.Tab key={tab} value={tab}>
            {t(`register.tab.${tab}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}
