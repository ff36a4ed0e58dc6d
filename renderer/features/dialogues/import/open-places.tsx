import { Button, Checkbox, Group, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Decision } from '#shared/transcript/decide.ts';
import { type OpenPlace, openPlaces } from '#shared/transcript/open-places.ts';
import type { ReadResult } from '#shared/transcript/result.ts';
import { useCommands } from '../../../ui/commands.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { placeCommands } from './commands.ts';
import classes from './open-places.module.css';
import { place as shownPlace, sourceShown } from './place.ts';
import { type Act, actsAt, PlaceActs } from './place-acts.tsx';
import { placeText } from './place-text.ts';
import { decidePlaces } from './session.ts';

/** Places shown at once. */
const SHOWN = 100;

/** All that is open in a reading: each place is one key from being decided, alone or with all that are alike. */
export function OpenPlaces({ read, dropped }: { read: ReadResult; dropped: ReadonlySet<string> }) {
  const { t } = useSpeech();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [forAll, setForAll] = useState(false);
  const [choosing, setChoosing] = useState<{ readonly act: Act; readonly all: boolean } | null>(null);
  const [shown, setShown] = useState(SHOWN);
  const places = useMemo(() => openPlaces(read), [read]);
  const at = Math.max(
    0,
    places.findIndex(({ key }) => key === chosen),
  );
  const current = places[at];
  const alike = current ? places.filter(({ like }) => like === current.like) : [];
  const acts = useMemo(() => (current ? actsAt(read, dropped, current) : []), [read, dropped, current]);

  useEffect(() => {
    if (chosen === null) return;
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const choose = (one: OpenPlace | undefined) => {
    if (!one) return;
    setChosen(one.key);
    setForAll(false);
    if (one.line === null) return;
    if (sourceShown.get() === null) sourceShown.set(true);
    shownPlace.set({ from: one.line, to: one.line, by: 'alarm' });
  };
  const walk = (by: 1 | -1) =>
    choose(places[chosen === null ? 0 : Math.max(0, Math.min(shown - 1, at + by))]);
  const settle = (decision: Decision, all: boolean) => {
    if (!current) return;
    const decided = all ? alike : [current];
    const gone = new Set(decided.map(({ key }) => key));
    const next =
      places.slice(at + 1).find(({ key }) => !gone.has(key)) ?? places.findLast(({ key }) => !gone.has(key));
    decidePlaces(decided, decision);
    setChoosing(null);
    choose(next);
    list.current?.focus({ preventScroll: true });
  };
  const perform = (act: Act, all: boolean) => {
    if (act.decision) settle(act.decision, all);
    else setChoosing({ act, all });
  };
  const byKey = (kind: Act['kind']) => ({
    when: () => acts.some((act) => act.kind === kind),
    run: (event: KeyboardEvent) => {
      const act = acts.find((one) => one.kind === kind);
      if (act) perform(act, forAll || event.shiftKey);
    },
  });
  const onKeyDown = useCommands(placeCommands, {
    'import.place.up': () => walk(-1),
    'import.place.down': () => walk(1),
    'import.place.speaker': byKey('speaker'),
    'import.place.same': byKey('same'),
    'import.place.notLabel': byKey('notLabel'),
    'import.place.heading': byKey('heading'),
    'import.place.narration': byKey('narration'),
    'import.place.leave': byKey('leave'),
  });

  if (places.length === 0 || !current) return null;
  const open = chosen !== null;
  return (
    <section className={classes.panel} aria-label={t('import.places')} data-testid="import-places">
      <Group gap="xs" wrap="nowrap" className={classes.head}>
        <IconAlertTriangle size={16} aria-hidden className={classes.sign} />
        <Title order={2} size="h6" className={classes.count}>
          {t('import.places.count', { count: places.length })}
        </Title>
        <Text size="xs" c="dimmed" lineClamp={2} className={classes.hint}>
          {t('import.places.hint')}
        </Text>
      </Group>
      <div
        ref={list}
        role="listbox"
        tabIndex={0}
        aria-label={t('import.places.count', { count: places.length })}
        aria-activedescendant={open ? `${id}-${at}` : undefined}
        className={classes.list}
        onFocus={() => chosen === null && choose(places[0])}
        onKeyDown={onKeyDown}
        data-testid="import-place-list"
      >
        {places.slice(0, shown).map((one, index) => {
          const isChosen = open && one === current;
          const { sentence, words } = placeText(t, one);
          const first = places[index - 1]?.like !== one.like;
          const count = first ? places.filter(({ like }) => like === one.like).length : 1;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys choose places
            // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus
            <div
              key={one.key}
              id={`${id}-${index}`}
              role="option"
              aria-selected={isChosen}
              className={classes.place}
              onClick={() => choose(one)}
            >
              <Group gap="xs" wrap="nowrap" align="baseline">
                <Text span size="xs" c="dimmed" className={classes.line}>
                  {one.line === null
                    ? t(one.code === 'loss' ? 'import.place.file' : 'import.place.date')
                    : t('import.place.line', { line: one.line })}
                </Text>
                <Text span size="sm" className={classes.sentence}>
                  {sentence}
                </Text>
                {count > 1 && (
                  <Text span size="xs" c="dimmed" className={classes.alike}>
                    {t('import.place.alike', { count })}
                  </Text>
                )}
              </Group>
              {words !== '' && (
                <Text size="xs" className={classes.words} lineClamp={isChosen ? 4 : 1}>
                  {words}
                </Text>
              )}
            </div>
          );
        })}
        {places.length > shown && (
          <Button size="compact-xs" variant="subtle" onClick={() => setShown(shown + SHOWN)}>
            {t('import.places.more', { count: Math.min(SHOWN, places.length - shown) })}
          </Button>
        )}
      </div>
      {open && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the list act on its buttons too
        <div className={classes.acts} onKeyDown={onKeyDown}>
          <PlaceActs
            key={current.key}
            acts={acts}
            choosing={choosing?.act ?? null}
            onPerform={(act) => perform(act, forAll)}
            onChoose={(decision) => settle(decision, choosing?.all ?? forAll)}
            onLeaveChoice={() => {
              setChoosing(null);
              list.current?.focus({ preventScroll: true });
            }}
          />
          {alike.length > 1 && (
            <Checkbox
              size="xs"
              label={t('import.place.forAll', { count: alike.length })}
              checked={forAll}
              onChange={(event) => setForAll(event.currentTarget.checked)}
            />
          )}
        </div>
      )}
    </section>
  );
}
