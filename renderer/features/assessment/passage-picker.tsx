import { Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type KeyboardEvent, useDeferredValue, useEffect, useRef, useState } from 'react';
import { attributionText } from '#shared/i18n/attribution.ts';
import { activeCodings } from '#shared/model/coding.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { Round } from '#shared/model/round.ts';
import { useRows } from '../../store/index.ts';
import { type Quote, quotesOf } from '../../store/quotes.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import type { CarriedPassage } from './drag.ts';
import classes from './picker.module.css';

/** More are not drawn: whoever does not find theirs among these types another word. */
const SHOWN = 60;

export interface PassagePickerProps {
  readonly round: Round;
  readonly issue: Issue;
  readonly cited: readonly string[];
  readonly onCite: (passage: CarriedPassage, cited: boolean) => void;
  readonly onClose: () => void;
}

interface Choice extends Quote {
  readonly onIssue: boolean;
  readonly adviceIds: readonly string[];
}

/**
 * Passages of the round's dialogues to be cited, those coded to the issue first. Typing narrows the list, arrows move,
 * Enter cites and takes back; it stays open, as one reason often rests on several.
 */
export function PassagePicker({ round, issue, cited, onCite, onClose }: PassagePickerProps) {
  useReturnFocus();
  const { t } = useSpeech();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const choices = usePassageChoices(round, issue);

  const words = useDeferredValue(typed).normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  const found = (choices ?? []).filter(({ passage, dialogue, attribution }) => {
    const text = [passage.quote, dialogue.title, attributionText(t, attribution)]
      .join(' ')
      .normalize('NFKC')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const shown = found.slice(0, SHOWN);
  const current = Math.min(at, shown.length - 1);
  useEffect(() => {
    list.current?.querySelector(`[data-at="${current}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const turn = (choice: Choice | undefined) => {
    if (!choice) return;
    const { id } = choice.passage;
    onCite({ passageId: id, adviceIds: choice.adviceIds }, !cited.includes(id));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setAt(Math.min(current + 1, shown.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(current - 1, 0));
    else if (event.key === 'Enter') turn(shown[current]);
    else return;
    event.preventDefault();
  };

  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('rating.pick.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="sm" data-testid="passage-picker">
        <TextInput
          data-autofocus
          role="combobox"
          aria-expanded
          aria-controls="passage-picker-list"
          aria-activedescendant={shown.length > 0 ? `passage-choice-${current}` : undefined}
          aria-label={t('rating.pick.search')}
          placeholder={t('rating.pick.search')}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <Text size="xs" c="dimmed">
          {t('rating.pick.keys')}
        </Text>
        {choices?.length === 0 && <Text size="sm">{t('rating.pick.none')}</Text>}
        {choices && choices.length > 0 && found.length === 0 && (
          <Text size="sm">{t('rating.pick.nothing')}</Text>
        )}
        <div
          ref={list}
          id="passage-picker-list"
          role="listbox"
          aria-multiselectable
          aria-label={t('rating.pick.title')}
          className={classes.list}
        >
          {shown.map((choice, index) => (
            <ChoiceRow
              key={choice.passage.id}
              choice={choice}
              index={index}
              chosen={cited.includes(choice.passage.id)}
              current={index === current}
              onPick={() => {
                setAt(index);
                turn(choice);
              }}
            />
          ))}
        </div>
        {found.length > SHOWN && (
          <Text size="xs" c="dimmed">
            {t('rating.pick.more', { count: found.length - SHOWN })}
          </Text>
        )}
      </Stack>
    </Modal>
  );
}

/** Live: every passage of the round's dialogues, those that bear on the issue first, then by date and place. */
function usePassageChoices(round: Round, issue: Issue): readonly Choice[] | undefined {
  const { language } = useSpeech();
  return useRows(
    async (db): Promise<Choice[]> => {
      const passages = await db.passages.where('dialogueId').anyOf(round.dialogueIds).toArray();
      const quotes = await quotesOf(
        db,
        passages.map(({ id }) => id),
        language,
      );
      const coded = new Set(
        activeCodings(await db.codings.where('issueId').equals(issue.id).toArray()).map(
          (one) => one.passageId,
        ),
      );
      const advice = await db.advice.where('dialogueId').anyOf(round.dialogueIds).toArray();
      return [...quotes.values()]
        .map((quote) => {
          const own = advice.filter(({ passageIds }) => passageIds.includes(quote.passage.id));
          const bearing = own.filter(({ issueIds }) => issueIds.includes(issue.id));
          return {
            ...quote,
            onIssue: coded.has(quote.passage.id) || bearing.length > 0,
            adviceIds: bearing.map(({ id }) => id),
          };
        })
        .sort(
          (a, b) =>
            Number(b.onIssue) - Number(a.onIssue) ||
            (b.dialogue.date ?? '').localeCompare(a.dialogue.date ?? '') ||
            a.turn.order - b.turn.order ||
            a.passage.start - b.passage.start,
        );
    },
    [round.dialogueIds.join(), issue.id],
  );
}

interface ChoiceRowProps {
  readonly choice: Choice;
  readonly index: number;
  readonly chosen: boolean;
  /** Where Enter acts. */
  readonly current: boolean;
  readonly onPick: () => void;
}

/** A passage, who said it where, and whether it is cited. */
function ChoiceRow({ choice, index, chosen, current, onPick }: ChoiceRowProps) {
  const { t, day } = useSpeech();
  const { passage, dialogue, attribution, onIssue } = choice;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the field above keeps the focus
    <div
      id={`passage-choice-${index}`}
      role="option"
      aria-selected={chosen}
      data-at={index}
      data-current={current || undefined}
      className={classes.choice}
      onClick={onPick}
    >
      <span className={classes.mark}>{chosen && <IconCheck size={14} />}</span>
      <span>
        <Text span size="sm" lang={dialogue.language} lineClamp={2}>
          {passage.quote}
        </Text>
        <Text span size="xs" c="dimmed">
          {[
            attributionText(t, attribution),
            dialogue.title,
            day(dialogue.date),
            onIssue ? '' : t('rating.pick.other'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </span>
    </div>
  );
}
