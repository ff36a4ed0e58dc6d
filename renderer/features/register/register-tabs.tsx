import { Tabs } from '@mantine/core';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links, REGISTER_LISTS, type RegisterList } from '../../ui/links.ts';

/** The parts of the register; each is a place of its own. */
export function RegisterTabs({ here }: { readonly here: RegisterList }) {
  const { t } = useSpeech();
  return (
    <Tabs value={here} onChange={(tab) => tab && go(links.register(tab as RegisterList))}>
      <Tabs.List aria-label={t('register.tabs')}>
        {REGISTER_LISTS.map((tab) => (
          <Tabs.Tab key={tab} value={tab}>
            {t(`register.tab.${tab}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}
