import { Input, SegmentedControl, SimpleGrid, Switch, TagsInput, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import type { Preferences } from '#shared/bridge.ts';
import { LANGUAGE_IDS, LANGUAGES, type Language } from '#shared/i18n/index.ts';
import { useObservable } from '../../platform/observable.ts';
import { profile, setPreferences } from '../../platform/profile.ts';
import { setActor } from '../../store/index.ts';
import { onEnter } from '../../ui/commands.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { report } from '../../ui/report-problem.ts';
import { Section } from './section.tsx';

const SCHEMES: readonly Preferences['colorScheme'][] = ['light', 'dark', 'auto'];

/** What holds for this person on this machine, whatever workspace is open. */
export function PersonalSettings() {
  const { t, language } = useSpeech();
  const preferences = useObservable(profile)?.preferences;
  const languageLabel = useId();
  const schemeLabel = useId();
  if (!preferences) return null;
  return (
    <Section title={t('settings.personal')}>
      <SimpleGrid cols={2} spacing="lg">
        <Input.Wrapper label={t('shell.language')} labelElement="div" labelProps={{ id: languageLabel }}>
          <SegmentedControl
            fullWidth
            aria-labelledby={languageLabel}
            value={language}
            data={LANGUAGE_IDS.map((id) => ({
              value: id,
              label: LANGUAGES[id].name,
            }))}
            onChange={(id) => void report(() => setPreferences({ language: id as Language }))}
          />
        </Input.Wrapper>
        <Input.Wrapper label={t('settings.scheme')} labelElement="div" labelProps={{ id: schemeLabel }}>
          <SegmentedControl
            fullWidth
            aria-labelledby={schemeLabel}
            value={preferences.colorScheme}
            data={SCHEMES.map((scheme) => ({ value: scheme, label: t(`settings.scheme.${scheme}`) }))}
            onChange={(scheme) =>
              void report(() => setPreferences({ colorScheme: scheme as Preferences['colorScheme'] }))
            }
          />
        </Input.Wrapper>
      </SimpleGrid>
      <ActorField key={preferences.actor} kept={preferences.actor} />
      <Spelling {...preferences} />
    </Section>
  );
}

/** Whether English words are checked, and the words that the person taught. */
function Spelling({ spelling, words }: Pick<Preferences, 'spelling' | 'words'>) {
  const { t } = useSpeech();
  const can = window.hearken.checksSpelling;
  return (
    <>
      <Switch
        label={t('settings.spelling')}
        description={t(can ? 'settings.spelling.hint' : 'settings.spelling.cannot')}
        disabled={!can}
        checked={can && spelling}
        onChange={({ currentTarget }) => {
          const { checked } = currentTarget;
          void report(() => setPreferences({ spelling: checked }));
        }}
      />
      {words.length > 0 && (
        <TagsInput
          label={t('settings.spelling.words')}
          description={t('settings.spelling.words.hint')}
          maw={560}
          value={[...words]}
          onChange={(next) => void report(() => setPreferences({ words: next }))}
        />
      )}
    </>
  );
}

/** The name that stands beside this person's changes; kept when they leave the field. */
function ActorField({ kept }: { kept: string }) {
  const { t } = useSpeech();
  const [name, setName] = useState(kept);
  const keep = () => {
    const actor = name.trim();
    if (actor === kept) return;
    void report(async () => {
      await setPreferences({ actor });
      setActor(actor);
    });
  };
  return (
    <TextInput
      label={t('settings.actor')}
      description={t('settings.actor.hint')}
      maw={360}
      value={name}
      onChange={({ currentTarget }) => setName(currentTarget.value)}
      onBlur={keep}
      onKeyDown={onEnter(keep)}
    />
  );
}
