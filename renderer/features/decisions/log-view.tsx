import { Button, Checkbox, Group, Loader, Select, Stack, Text } from '@mantine/core';
import { IconCopy, IconDeviceFloppy, IconHistory } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { type LogWords, logWords } from '#shared/assessment/decision-log-words.ts';
import { logText } from '#shared/attribution/redacted-log.ts';
import { type Id, textIn } from '#shared/model/basics.ts';
import type { Round } from '#shared/model/round.ts';
import { call } from '../../platform/bridge.ts';
import { readState, useRows } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { useLeakDialog } from '../../ui/leak-dialog.tsx';
import { notifyAct, notifyDone } from '../../ui/notify-undo.tsx';
import classes from './decisions.module.css';
import { useDecisionLog } from './use-decision-log.ts';

/** Who decided and changed what when: by day, filtered by person, to be read, copied or saved as text. */
export function LogView({ round, rounds }: { round: Round; rounds: readonly Round[] }) {
  const { t, local } = useSpeech();
  const [person, setPerson] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const { words, workspaceName } = useLogWords(rounds);
  if (!words) return <Loader size="sm" />;
  if (words.length === 0)
    return (
      <EmptyState icon={IconHistory} title={t('decisions.view.log')}>
        {t('decisions.log.none')}
      </EmptyState>
    );
  const ofRounds = words.filter(({ line }) => all || line.roundId === round.id);
  const people = [...new Set(ofRounds.map(({ by }) => by))].sort((a, b) => a.localeCompare(b));
  const chosen = person !== null && people.includes(person) ? person : null;
  const shown = ofRounds.filter(({ by }) => chosen === null || by === chosen);
  const roundName = (id: Id) => local(rounds.find((one) => one.id === id)?.name) || '–';

  return (
    <Stack gap="sm" maw="60rem" data-testid="decision-log">
      <Text size="sm" c="dimmed">
        {t('decisions.log.reading')}
      </Text>
      <Group gap="sm">
        <Select
          size="xs"
          w={220}
          aria-label={t('decisions.log.person')}
          value={chosen ?? ''}
          onChange={(value) => setPerson(value || null)}
          data={[{ value: '', label: t('decisions.log.everybody') }, ...people]}
          allowDeselect={false}
        />
        <Checkbox
          size="xs"
          label={t('decisions.log.allRounds')}
          checked={all}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
        <LogExport lines={shown} workspaceName={workspaceName} roundName={roundName} />
      </Group>
      {shown.length === 0 && <Text size="sm">{t('decisions.log.noneHere')}</Text>}
      {days(shown).map(({ day, lines: ofDay }) => (
        <section key={day} aria-label={day}>
          <Text fw={600} size="sm" className={classes.day}>
            {day}
          </Text>
          <ol className={classes.log}>
            {ofDay.map((one) => (
              <LogLine
                key={`${one.line.seq} ${one.line.decisionId}`}
                words={one}
                round={all ? roundName(one.line.roundId) : null}
              />
            ))}
          </ol>
        </section>
      ))}
    </Stack>
  );
}

/** Live: every line of the log in words; undefined while it is read for the first time. */
function useLogWords(rounds: readonly Round[]): {
  readonly words: readonly LogWords[] | undefined;
  readonly workspaceName: string;
} {
  const { language } = useSpeech();
  const lines = useDecisionLog();
  const named = useRows(
    async (db) => ({
      subjects: [...(await db.issues.toArray()), ...(await db.themes.toArray())],
      indicators: await db.indicators.toArray(),
      workspace: (await db.workspace.toArray())[0],
    }),
    [],
  );
  const words = useMemo(() => {
    if (!lines || !named) return undefined;
    const names = new Map(
      [...named.subjects, ...named.indicators].map((one) => [one.id, textIn(one.name, language)]),
    );
    const nameOf = (id: Id) => names.get(id) ?? '';
    return logWords(lines, language, {
      subject: nameOf,
      indicator: nameOf,
      round: (id) => textIn(rounds.find((one) => one.id === id)?.name, language),
    });
  }, [lines, named, language, rounds]);
  return { words, workspaceName: textIn(named?.workspace?.name, language) };
}

interface LogExportProps {
  readonly lines: readonly LogWords[];
  readonly workspaceName: string;
  readonly roundName: (id: Id) => string;
}

/** What is shown of the log, to be copied or saved as text. */
function LogExport({ lines, workspaceName, roundName }: LogExportProps) {
  const { t, language } = useSpeech();
  const attempt = useAttempt();
  const { ask, dialog } = useLeakDialog();
  /** The text as it may be handed on; null = the person went back. */
  const told = async (): Promise<string | null> => {
    const state = await readState();
    const title = t('decisions.log.title', { workspace: workspaceName });
    const first = logText(state, lines, title, language, roundName);
    if (first.leaks.length === 0) return first.text;
    const choices = await ask(first.leaks);
    return choices && logText(state, lines, title, language, roundName, choices).text;
  };
  const copy = () =>
    void attempt(async () => {
      const text = await told();
      if (text === null) return;
      await navigator.clipboard.writeText(text);
      notifyDone(t('decisions.log.copied'));
    });
  const save = () =>
    void attempt(async () => {
      const text = await told();
      if (text === null) return;
      const path = await call('dialog.save', {
        suggestedName: `${t('decisions.log.fileName')}.txt`,
        filters: [{ name: t('decisions.log.fileKind'), extensions: ['txt'] }],
        bytes: new TextEncoder().encode(text),
      });
      if (path !== null)
        notifyAct({
          message: t('reports.saved', { name: path.split(/[\\/]/).at(-1) ?? path }),
          actLabel: t('reports.show'),
          act: () => attempt(() => call('dialog.reveal', { path })),
        });
    });

  return (
    <>
      <Group gap="xs" ml="auto">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconCopy size={14} />}
          disabled={lines.length === 0}
          onClick={copy}
        >
          {t('decisions.log.copy')}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDeviceFloppy size={14} />}
          disabled={lines.length === 0}
          onClick={save}
        >
          {t('decisions.log.save')}
        </Button>
      </Group>
      {dialog}
    </>
  );
}

interface LogLineProps {
  readonly words: LogWords;
  /** Name of its round; null = it goes without saying. */
  readonly round: string | null;
}

/** What one person did, and when. */
function LogLine({ words: { line, time, by, headline, details }, round }: LogLineProps) {
  const { t } = useSpeech();
  return (
    <li>
      <div className={classes.when}>
        <time dateTime={line.at}>{time}</time>
        <span>{by}</span>
      </div>
      <div className={classes.what}>
        <Text size="sm" fw={600}>
          {headline}
          {round !== null && (
            <Text span size="xs" c="dimmed">
              {' '}
              {t('decisions.log.round', { round })}
            </Text>
          )}
        </Text>
        {details.map((detail) => (
          <Text key={detail} size="sm" className={classes.detail}>
            {detail}
          </Text>
        ))}
      </div>
    </li>
  );
}

function days(words: readonly LogWords[]): { readonly day: string; readonly lines: readonly LogWords[] }[] {
  const byDay = new Map<string, LogWords[]>();
  for (const one of words) byDay.set(one.day, [...(byDay.get(one.day) ?? []), one]);
  return [...byDay].map(([day, lines]) => ({ day, lines }));
}
