import { Button, Group, Modal, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Reason } from '#shared/merge/fold.ts';
import type { ReviewItem } from '#shared/merge/review.ts';
import { useObservable } from '../../platform/observable.ts';
import { profile } from '../../platform/profile.ts';
import { useWorkspaceStatus } from '../../store/index.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { LongList } from '../../ui/long-list.tsx';
import { notifyUndo } from '../../ui/notify-undo.tsx';
import { report } from '../../ui/report-problem.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { undoLast } from '../history.ts';
import { openBeside, openEntry } from '../workspace.ts';
import { type Choices, chooseAll, countTaken, isShown, type Line, linesOf, type Shown } from './choosing.ts';
import { Difference, type DifferenceProps } from './difference.tsx';
import { LeftOut } from './left-out.tsx';
import { bringBack, dismissReturned, originText, type Returned, returned } from './returned.ts';
import classes from './returned-copy.module.css';

/** A copy of a workspace of the library was opened: what differs, and what is to become of it. */
export function ReturnedCopy() {
  const now = useObservable(returned);
  return now && <Review key={now.copy.until} now={now} />;
}

function Review({ now }: { now: Returned }) {
  useReturnFocus();
  const { t, language } = useSpeech();
  const { copy, kin } = now;
  const listed = useObservable(profile)?.library.find(({ storeId }) => storeId === kin.storeId);
  const [choices, setChoices] = useState<Choices>(new Map());
  const [working, setWorking] = useState(false);
  const [left, setLeft] = useState<readonly (readonly [ReviewItem, Reason])[]>([]);
  const brought = useMemo(() => kin.items.filter(({ at }) => at !== 'here'), [kin.items]);
  const taken = countTaken(brought, choices);
  const isOpen = useIsOpen(kin.storeId);
  const during = (work: () => Promise<void>) => {
    setWorking(true);
    void report(work).finally(() => setWorking(false));
  };
  const merge = () =>
    during(async () => {
      if (!isOpen) await openEntry(kin.storeId);
      const { written, overruled } = await bringBack(now, choices);
      const message = written ? t('merge.done', { count: taken }) : t('merge.done.nothing');
      const undo = { message, undoLabel: t('common.undo'), undo: undoLast };
      const kept = kin.items.flatMap((item) => {
        const reason = overruled.get(item.key);
        return reason ? [[item, reason] as const] : [];
      });
      if (kept.length > 0) setLeft(kept);
      else dismissReturned();
      notifyUndo(undo);
    });
  if (left.length > 0) return <LeftOut left={left} onClose={dismissReturned} />;
  return (
    <Modal
      opened
      onClose={dismissReturned}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      title={t('merge.title', { name: listed?.name ?? copy.name })}
      size="60rem"
    >
      <Stack gap="sm">
        <div>
          <Text size="sm">{originText(copy, 'origin', language)}</Text>
          <Text size="sm" c="dimmed">
            {t(brought.length === 0 ? 'merge.nothing' : 'merge.explain')}
            {!isOpen && brought.length > 0 && ` ${t('merge.closedHere')}`}
          </Text>
        </div>
        {brought.length > 0 && <ReviewList items={kin.items} choices={choices} onChange={setChoices} />}
        <Group justify="space-between">
          <Button variant="subtle" disabled={working} onClick={() => during(() => openBeside(now))}>
            {t('merge.beside')}
          </Button>
          <Group gap="xs">
            <Button variant="default" onClick={dismissReturned}>
              {t(brought.length === 0 ? 'common.close' : 'common.cancel')}
            </Button>
            {brought.length > 0 && (
              <Button data-autofocus loading={working} disabled={taken === 0} onClick={merge}>
                {t('merge.merge', { count: taken })}
              </Button>
            )}
          </Group>
        </Group>
      </Stack>
    </Modal>
  );
}

function useIsOpen(storeId: string): boolean {
  const status = useWorkspaceStatus();
  return status.state === 'open' && status.storeId === storeId;
}

interface ReviewListProps {
  readonly items: readonly ReviewItem[];
  readonly choices: Choices;
  readonly onChange: (choices: Choices) => void;
}

/** As in the style sheet: the rest of the dialog stays in view. */
const LIST_HEIGHT = 'max(12rem, calc(100dvh - 26rem))';

const SHOWN: readonly Shown[] = ['copy', 'choose', 'here'];

function ReviewList({ items, choices, onChange }: ReviewListProps) {
  const { t } = useSpeech();
  const [shown, setShown] = useState<Shown>('copy');
  const [words, setWords] = useState('');
  const found = useMemo(() => {
    const wanted = words.trim().toLocaleLowerCase();
    return items.filter((item) => isShown(item, shown) && item.name.toLocaleLowerCase().includes(wanted));
  }, [items, shown, words]);
  const lines = useMemo(() => linesOf(found), [found]);
  const choose: DifferenceProps['onChoose'] = (part, choice) =>
    onChange(new Map(choices).set(part.key, choice));
  const all = (some: readonly ReviewItem[], side: 'mine' | 'theirs') =>
    onChange(chooseAll(choices, some, side));
  const counted = (one: Shown) => items.filter((item) => isShown(item, one)).length;
  return (
    <>
      <Group justify="space-between" gap="xs">
        <SegmentedControl
          size="xs"
          aria-label={t('merge.show')}
          value={shown}
          onChange={(value) => setShown(value as Shown)}
          data={SHOWN.map((one) => ({ value: one, label: t(`merge.show.${one}`, { count: counted(one) }) }))}
        />
        <TextInput
          size="xs"
          aria-label={t('merge.find')}
          placeholder={t('merge.find')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </Group>
      {shown !== 'here' && found.length > 0 && (
        <Group gap="xs">
          <Button size="compact-xs" variant="light" onClick={() => all(found, 'theirs')}>
            {t('merge.takeAll')}
          </Button>
          <Button size="compact-xs" variant="light" color="gray" onClick={() => all(found, 'mine')}>
            {t('merge.keepAll')}
          </Button>
        </Group>
      )}
      <div className={classes.list} data-testid="merge-list">
        {lines.length === 0 && (
          <Text size="sm" c="dimmed" p="sm">
            {t('merge.show.none')}
          </Text>
        )}
        <LongList items={lines} keyOf={({ key }) => key} estimate={64} height={LIST_HEIGHT}>
          {(line) =>
            'item' in line ? (
              <Difference item={line.item} choices={choices} onChoose={choose} />
            ) : (
              <Head line={line} bulk={shown !== 'here'} onAll={all} />
            )
          }
        </LongList>
      </div>
    </>
  );
}

interface HeadProps {
  readonly line: Extract<Line, { readonly group: unknown }>;
  readonly bulk: boolean;
  readonly onAll: (items: readonly ReviewItem[], side: 'mine' | 'theirs') => void;
}

/** The head of a kind, with one answer for all under it. */
function Head({ line: { group, items }, bulk, onAll }: HeadProps) {
  const { t } = useSpeech();
  return (
    <Group justify="space-between" className={classes.head ?? ''}>
      <Text size="sm" fw={600}>
        {t('merge.with.one', { table: t(`merge.table.${group}`), count: items.length })}
      </Text>
      {bulk && items.length > 1 && (
        <Group gap={4}>
          <Button size="compact-xs" variant="subtle" onClick={() => onAll(items, 'theirs')}>
            {t('merge.takeGroup')}
          </Button>
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onAll(items, 'mine')}>
            {t('merge.keepGroup')}
          </Button>
        </Group>
      )}
    </Group>
  );
}
