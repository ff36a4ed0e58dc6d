import { Spotlight, spotlight } from '@mantine/spotlight';
import { IconCornerDownLeft } from '@tabler/icons-react';
import { type ComponentType, useEffect, useMemo, useState } from 'react';
import { LANGUAGES, type Language, type MessageKey, translator } from '#shared/i18n/index.ts';
import { useSpeech } from '../ui/i18n.tsx';
import { go } from '../ui/links.ts';
import { allActions, canRun, runAction } from './actions.ts';
import { Keys } from './keys.tsx';
import { useObservable } from './observable.ts';
import { palette } from './overlays.ts';
import { filterOffers, type Offer } from './palette-filter.ts';
import { openFeatures, session } from './session.ts';

interface PaletteOffer extends Offer {
  readonly icon: ComponentType<{ size?: number | string }>;
  readonly hotkey?: string | undefined;
  readonly choose: () => void;
}

/** One field for everything: places, actions, and what the search finds while one types. */
export function Palette() {
  const { t } = useSpeech();
  const opened = useObservable(palette);
  const [query, setQuery] = useState('');

  useEffect(() => {
    if (opened) spotlight.open();
    else spotlight.close();
  }, [opened]);

  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={420}
      size="lg"
      onSpotlightClose={() => palette.set(false)}
      aria-label={t('shell.action.palette')}
    >
      <Spotlight.Search
        placeholder={t('shell.palette.placeholder')}
        aria-label={t('shell.palette.placeholder')}
        leftSection={<IconCornerDownLeft size={16} stroke={1.5} />}
      />
      {opened && <Offers query={query} />}
    </Spotlight.Root>
  );
}

function Offers({ query }: { query: string }) {
  const { t } = useSpeech();
  const now = useObservable(session);
  const places = useMemo(() => filterOffers(query, now.stage === 'open' ? placeOffers(t) : []), [query, t, now]);
  const actions = useMemo(() => filterOffers(query, actionOffers(t)), [query, t]);
  return (
    <Spotlight.ActionsList>
      <OfferGroup label={t('shell.palette.places')} offers={places} />
      <OfferGroup label={t('shell.palette.actions')} offers={actions} />
      {places.length + actions.length === 0 && <Spotlight.Empty>{t('shell.palette.nothing')}</Spotlight.Empty>}
    </Spotlight.ActionsList>
  );
}

function OfferGroup({ label, offers }: { label: string; offers: readonly PaletteOffer[] }) {
  if (offers.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={label}>
      {offers.map(({ id, label: words, icon: Icon, hotkey, choose }) => (
        <Spotlight.Action
          key={id}
          label={words}
          leftSection={<Icon size={18} />}
          rightSection={hotkey ? <Keys hotkey={hotkey} /> : null}
          onClick={choose}
        />
      ))}
    </Spotlight.ActionsGroup>
  );
}

/** The same label in every language: who works in Japanese may still type `settings`. */
function inAllLanguages(key: MessageKey): string[] {
  return (Object.keys(LANGUAGES) as Language[]).map((language) => translator(language)(key));
}

function placeOffers(t: (key: MessageKey) => string): PaletteOffer[] {
  return openFeatures().map(({ id, label, icon, home }) => ({
    id: `place.${id}`,
    label: t(label),
    keywords: [id, ...inAllLanguages(label)],
    icon,
    choose: () => go(home),
  }));
}

function actionOffers(t: (key: MessageKey) => string): PaletteOffer[] {
  return allActions()
    .filter((action) => action.id !== 'app.palette' && canRun(action))
    .map((action) => ({
      id: action.id,
      label: t(action.label),
      keywords: inAllLanguages(action.label),
      icon: action.icon,
      hotkey: action.hotkey,
      choose: () => runAction(action),
    }));
}
