import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconCommand, IconSearch } from '@tabler/icons-react';
import { type ComponentType, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { LANGUAGE_IDS, type MessageKey, translator } from '#shared/i18n/index.ts';
import { useSpeech } from '../ui/i18n.tsx';
import { Keys } from '../ui/keys.tsx';
import { go } from '../ui/links.ts';
import { allCommands, canRun, runCommand } from './commands.ts';
import { palette, useShown } from './overlays.ts';
import classes from './palette.module.css';
import { filterOffers, type Offer } from './palette-filter.ts';
import { usePaletteHits } from './palette-hits.ts';
import { openFeatures, useScreen } from './session.ts';
import { useTypeAhead } from './type-ahead.ts';

const [store, spotlight] = createSpotlight();
const LIST_ID = 'palette-offers';

interface PaletteOffer extends Offer {
  readonly icon: ComponentType<{ size?: number | string }>;
  readonly hotkey?: string | undefined;
  readonly choose: () => void;
}

/** One field for everything: places, actions, and what the search finds while one types. */
export function Palette() {
  const { t } = useSpeech();
  const opened = useShown(palette);
  const [query, setQuery] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const onFocus = useTypeAhead(
    field,
    useCallback((letter: string) => setQuery((typed) => typed + letter), []),
  );

  useEffect(() => {
    if (opened) spotlight.open();
    else spotlight.close();
  }, [opened]);

  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={420}
      size="lg"
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      classNames={{ actionsGroup: classes.group ?? '', action: classes.offer ?? '' }}
      onSpotlightClose={() => palette.set(false)}
      attributes={{ content: { 'aria-label': t('shell.action.palette') } }}
    >
      <Spotlight.Search
        ref={field}
        onFocus={onFocus}
        data-own-escape
        spellCheck={false}
        placeholder={t('shell.palette.placeholder')}
        aria-label={t('shell.palette.placeholder')}
        leftSection={<IconSearch size={16} stroke={1.7} />}
      />
      {opened && <Offers query={query} />}
    </Spotlight.Root>
  );
}

function Offers({ query }: { query: string }) {
  const { t } = useSpeech();
  const screen = useScreen();
  const places = useMemo(
    () => filterOffers(query, screen === 'shell' ? placeOffers(t) : []),
    [query, t, screen],
  );
  const actions = useMemo(() => {
    // What leads to a place stands among the places already.
    const shown = new Set(places.map(({ label }) => label));
    return filterOffers(query, commandOffers(t)).filter(({ label }) => !shown.has(label));
  }, [query, t, places]);
  const { groups, looking } = usePaletteHits(query);
  const found = places.length + actions.length + groups.length;
  // What the search finds comes later than what Spotlight chose from: Enter must take it all the same.
  useEffect(chooseFirst);
  return (
    <Spotlight.ActionsList id={LIST_ID}>
      <OfferGroup label={t('shell.palette.places')} offers={places} />
      <OfferGroup label={t('shell.palette.actions')} offers={actions} />
      {groups.map(({ feature, hits }) => (
        <Spotlight.ActionsGroup key={feature.id} label={t(feature.label)}>
          {hits.map(({ id, label, description, run }) => (
            <Spotlight.Action
              key={id}
              label={label}
              {...(description ? { description } : {})}
              leftSection={<feature.icon size={18} stroke={1.7} />}
              onClick={run}
            />
          ))}
        </Spotlight.ActionsGroup>
      ))}
      {found === 0 && (
        <Spotlight.Empty>{t(looking ? 'shell.palette.looking' : 'shell.palette.nothing')}</Spotlight.Empty>
      )}
    </Spotlight.ActionsList>
  );
}

/** Chooses the first offer where none is chosen. */
function chooseFirst(): void {
  const list = document.getElementById(LIST_ID);
  const first = list?.querySelector('[data-action]');
  if (!first || list?.querySelector('[data-selected]')) return;
  first.setAttribute('data-selected', 'true');
  store.updateState((state) => ({ ...state, selected: 0 }));
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
          rightSection={<Keys hotkey={hotkey} />}
          onClick={choose}
        />
      ))}
    </Spotlight.ActionsGroup>
  );
}

/** The same label in every language: who works in Japanese may still type `settings`. */
function inAllLanguages(key: MessageKey): string[] {
  return LANGUAGE_IDS.map((language) => translator(language)(key));
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

function commandOffers(t: (key: MessageKey) => string): PaletteOffer[] {
  return allCommands()
    .filter((command) => command.id !== 'app.palette' && canRun(command))
    .map((command) => ({
      id: command.id,
      label: t(command.label),
      keywords: inAllLanguages(command.label),
      icon: command.icon ?? IconCommand,
      hotkey: command.keys?.[0],
      choose: () => runCommand(command),
    }));
}
