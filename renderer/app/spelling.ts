import { useEffect } from 'react';
import { CATALOGS, type Translate } from '#shared/i18n/index.ts';
import { isKnown, isPlainWord, wordsOf } from '#shared/spelling.ts';
import { call, listen } from '../platform/bridge.ts';
import { useObservable } from '../platform/observable.ts';
import { profile, setPreferences } from '../platform/profile.ts';
import { useRows } from '../store/index.ts';
import { useSpeech } from '../ui/i18n.tsx';
import { report } from '../ui/report-problem.ts';
import { misspeltOf, suggestionsFor } from '../workers/spelling/client.ts';
import { EDITING_ROLES } from './menu.ts';

/** Words that are right here, whatever dictionaries say: the app's own, the person's, and the workspace's names. */
let known: ReadonlySet<string> = new Set();

/** English words are checked as they are typed, where the person wants it, and a text field has a menu. */
export function useSpelling(): void {
  const { t } = useSpeech();
  const preferences = useObservable(profile)?.preferences;
  const on = window.hearken.checksSpelling && (preferences?.spelling ?? false);
  const taught = preferences?.words;

  useEffect(() => void startChecking(), []);
  useEffect(() => listen('field.asked', ({ misspelt }) => void report(() => showMenu(misspelt, t))), [t]);
  useEffect(() => listen('word.learn', ({ word }) => void report(() => learn(word))), []);

  // Asked for only where words are checked: the tables are read anew with each change of theirs.
  const names = useRows(
    async (db) => {
      if (!on) return [];
      const [persons, participants, issues] = await Promise.all([
        db.persons.toArray(),
        db.participants.toArray(),
        db.issues.toArray(),
      ]);
      return [
        ...persons.flatMap(({ name, aliases }) => [...Object.values(name), ...aliases]),
        ...participants.flatMap(({ name, title, organisation }) => [name, title, organisation]),
        ...issues.flatMap(({ name }) => Object.values(name)),
      ];
    },
    [on],
  );
  useEffect(() => {
    if (on) known = wordsOf([...Object.values(CATALOGS.en), ...(taught ?? []), ...(names ?? [])]);
  }, [on, taught, names]);
  // After what is known: what is marked already is looked at again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: words that were taught are marked no longer
  useEffect(() => {
    const root = document.documentElement;
    root.spellcheck = false;
    const frame = requestAnimationFrame(() => {
      root.spellcheck = on;
    });
    return () => cancelAnimationFrame(frame);
  }, [on, taught]);
}

let checking = false;

function startChecking(): void {
  if (checking || !window.hearken.checksSpelling) return;
  checking = true;
  window.hearken.checkSpelling((words) =>
    misspeltOf(words.filter((word) => isPlainWord(word) && !isKnown(word, known))),
  );
}

async function showMenu(misspelt: string, t: Translate): Promise<void> {
  const suggestions = misspelt === '' ? [] : await suggestionsFor(misspelt);
  await call('field.menu', {
    suggestions,
    noSuggestions: t('shell.spelling.none'),
    learn: misspelt === '' ? null : { word: misspelt, label: t('shell.spelling.learn') },
    roles: EDITING_ROLES.map((role) => ({ role, label: t(`shell.role.${role}`) })),
  });
}

async function learn(word: string): Promise<void> {
  const words = profile.get()?.preferences.words ?? [];
  if (!words.includes(word)) await setPreferences({ words: [...words, word] });
}
