import { ActionIcon, Alert, Badge, Button, Group, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import { IconUser, IconUserOff, IconX } from '@tabler/icons-react';
import { describeProblem } from '#shared/i18n/index.ts';
import type { SourceLine } from '#shared/transcript/result.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { LayoutList } from './layout-list.tsx';
import classes from './show.module.css';
import { ShowChanges } from './show-changes.tsx';
import {
  type Marking,
  marking,
  markNobody,
  markSpeaker,
  markWords,
  mayBeginWords,
  type ShownLine,
  without,
} from './show-marks.ts';
import type { Showing } from './use-showing.ts';

export interface ShowPanelProps {
  readonly lines: readonly SourceLine[];
  readonly marks: Marking;
  readonly showing: Showing;
  readonly onTaken: () => void;
}

/** What is selected and what can be said of it, what was marked, and what would be read so. */
export function ShowPanel({ lines, marks, showing, onTaken }: ShowPanelProps) {
  const { t } = useSpeech();
  const textOf = (line: number) => lines.find(({ number }) => number === line)?.text ?? '';
  const { shown, nobody } = marks;
  return (
    <Stack gap="lg" pb="lg">
      <SelectionCard marks={marks} textOf={textOf} />
      {shown.length + nobody.length > 0 && (
        <section>
          <Title order={2} size="h5" mb="xs">
            {t('import.show.marked')}
          </Title>
          <Stack gap="xs">
            {shown.map((one) => (
              <ShownCard key={one.line} one={one} text={textOf(one.line)} />
            ))}
            {nobody.map((line) => (
              <Group key={line} gap="xs" wrap="nowrap">
                <Text size="sm" c="dimmed" truncate className={classes.fill}>
                  {t('import.show.nobody.line', { line, text: textOf(line) })}
                </Text>
                <Remove line={line} />
              </Group>
            ))}
          </Stack>
        </section>
      )}
      {shown.length > 0 ? <Outcome showing={showing} /> : <LayoutList onTaken={onTaken} />}
    </Stack>
  );
}

interface TextOf {
  readonly textOf: (line: number) => string;
}

/** What the selected words are. */
function SelectionCard({ marks, textOf }: { readonly marks: Marking } & TextOf) {
  const { t } = useSpeech();
  const { selection, shown } = marks;
  if (!selection)
    return (
      <Text size="sm" data-testid="show-hint">
        {t(shown.length > 0 ? 'import.show.hint.more' : 'import.show.hint')}
      </Text>
    );
  const text = textOf(selection.line);
  const { line, from, to } = selection;
  const isSaid = shown.some((one) => one.line === line && one.nameFrom === from && one.nameTo === to);
  return (
    <Paper withBorder p="sm" data-testid="show-selection">
      <Text size="xs" c="dimmed">
        {t('import.show.selected', { line: selection.line })}
      </Text>
      <Text fw={600} className={classes.selected}>
        {text.slice(selection.from, selection.to)}
      </Text>
      <Group gap="xs" mt="xs">
        <Button
          size="xs"
          variant={isSaid ? 'light' : 'filled'}
          leftSection={<IconUser size={14} />}
          onClick={() => marking.set(markSpeaker(marks, text))}
          data-testid="show-speaker"
        >
          {t('import.show.speaker')}
        </Button>
        {mayBeginWords(marks) && (
          <Button
            size="xs"
            variant="default"
            onClick={() => marking.set(markWords(marks, selection.line, selection.from))}
          >
            {t('import.show.words')}
          </Button>
        )}
        <Button
          size="xs"
          variant="default"
          leftSection={<IconUserOff size={14} />}
          onClick={() => marking.set(markNobody(marks))}
        >
          {t('import.show.nobody')}
        </Button>
      </Group>
    </Paper>
  );
}

/** A marked line: who speaks, and where the words begin. */
function ShownCard({ one, text }: { readonly one: ShownLine; readonly text: string }) {
  const { t } = useSpeech();
  const { line, nameFrom, nameTo, wordsFrom } = one;
  return (
    <div data-testid="show-marked">
      <Group gap="xs" wrap="nowrap">
        <Text size="xs" c="dimmed" className={classes.still}>
          {t('import.show.line', { line })}
        </Text>
        <Text size="sm" truncate className={classes.fill}>
          <span className={classes.piece} data-kinds="name">
            {text.slice(nameFrom, nameTo)}
          </span>
        </Text>
        {wordsFrom !== null && (
          <Button
            size="compact-xs"
            variant="subtle"
            className={classes.still}
            onClick={() => marking.set(markWords(marking.get(), line, null))}
          >
            {t('import.show.below.choose')}
          </Button>
        )}
        <Remove line={line} />
      </Group>
      <Text size="sm" c="dimmed" truncate>
        {wordsFrom === null
          ? t('import.show.below')
          : t('import.show.says', { words: text.slice(wordsFrom) })}
      </Text>
    </div>
  );
}

function Remove({ line }: { readonly line: number }) {
  const { t } = useSpeech();
  return (
    <ActionIcon
      size="sm"
      variant="subtle"
      color="gray"
      aria-label={t('import.show.remove', { line })}
      onClick={() => marking.set(without(marking.get(), line))}
    >
      <IconX size={14} />
    </ActionIcon>
  );
}

/** The text as it would be read, in numbers, and what changes. */
function Outcome({ showing: { found, layouts, reread, problem } }: { readonly showing: Showing }) {
  const { t } = useSpeech();
  if (layouts.length === 0) return <Alert color="yellow">{t('import.show.unclear')}</Alert>;
  if (problem) return <Alert color="yellow">{describeProblem(t, problem)}</Alert>;
  const people = reread?.told.people.after ?? new Set(found.values()).size;
  return (
    <section aria-live="polite">
      <Group gap="xs" mb="xs">
        <Title order={2} size="h5" data-testid="show-count">
          {t('import.show.count', { turns: reread?.told.turns.after ?? found.size, people })}
        </Title>
        {!reread && <Loader size="xs" aria-hidden />}
        {layouts.length > 1 && (
          <Badge variant="light">{t('import.show.ways', { count: layouts.length })}</Badge>
        )}
      </Group>
      {reread && <ShowChanges told={reread.told} />}
    </section>
  );
}
