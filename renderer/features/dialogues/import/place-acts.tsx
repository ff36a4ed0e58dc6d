import { Button, Group, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { canDecide, type Decision, participantOf } from '#shared/transcript/decide.ts';
import { placeOf } from '#shared/transcript/line-places.ts';
import type { OpenPlace } from '#shared/transcript/open-places.ts';
import type { ReadResult } from '#shared/transcript/result.ts';
import { ariaKeys } from '../../../ui/commands.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { Keys } from '../../../ui/keys.tsx';
import { placeCommands } from './commands.ts';

/** Somebody who can be chosen. */
interface Person {
  readonly label: string;
  readonly name: string;
}

/** Something that can be decided at a place. */
export interface Act {
  readonly kind: Decision['kind'];
  /** Null where somebody has to be chosen first. */
  readonly decision: Decision | null;
  /** Whom it is about. */
  readonly who: string | null;
  readonly people: readonly Person[];
  readonly isLoss: boolean;
}

/** What can be decided at a place. */
export function actsAt(read: ReadResult, dropped: ReadonlySet<string>, { of }: OpenPlace): Act[] {
  const bare = { who: null, people: [], isLoss: of.kind !== 'alarm' };
  const leave: Act = { kind: 'leave', decision: { kind: 'leave' }, ...bare };
  if (of.kind !== 'alarm') return [leave];
  const { alarm } = of;
  const { label } = alarm;
  const can = (decision: Decision) => canDecide(read, alarm, decision);
  const somebody = label === null ? null : participantOf(read, label);
  const people = read.participants.filter((one) => one.label !== somebody && !dropped.has(one.label));
  const acts: Act[] = [];
  const choose = (kind: 'speaker' | 'same') => {
    const [first] = people;
    if (first && can({ kind, label: first.label })) acts.push({ ...bare, kind, decision: null, people });
  };
  if (label === null) choose('speaker');
  else if (can({ kind: 'speaker', label: null }))
    acts.push({
      ...bare,
      kind: 'speaker',
      decision: { kind: 'speaker', label: null },
      who: nameOf(read, somebody) ?? label,
    });
  if (label !== null) choose('same');
  else if (can({ kind: 'same', label: null }))
    acts.push({
      ...bare,
      kind: 'same',
      decision: { kind: 'same', label: null },
      who: whoSpoke(read, of.alarm),
    });
  for (const kind of ['notLabel', 'heading', 'narration'] as const)
    if (can({ kind })) acts.push({ ...bare, kind, decision: { kind } });
  return [...acts, leave];
}

function nameOf({ participants }: ReadResult, label: string | null): string | null {
  return participants.find((one) => one.label === label)?.name ?? null;
}

/** Who speaks where an alarm is, or spoke last before. */
function whoSpoke(read: ReadResult, alarm: Parameters<typeof placeOf>[1]): string | null {
  const index = placeOf(read, alarm)?.index ?? -1;
  const label = read.blocks
    .slice(0, index + 1)
    .findLast(({ kind, speaker }) => kind === 'speech' && speaker !== null);
  return nameOf(read, label?.speaker ?? null);
}

/** The decisions as buttons, each with its key. */
export function PlaceActs({
  acts,
  choosing,
  onPerform,
  onChoose,
  onLeaveChoice,
}: {
  acts: readonly Act[];
  /** The decision for which somebody is being chosen. */
  choosing: Act | null;
  onPerform: (act: Act) => void;
  onChoose: (decision: Decision) => void;
  onLeaveChoice: () => void;
}) {
  const { t } = useSpeech();
  const textOf = ({ kind, who, decision, isLoss }: Act) => {
    if (kind === 'speaker')
      return decision ? t('import.place.speaker', { label: who ?? '' }) : t('import.place.speaker.choose');
    if (kind === 'same')
      return decision ? t('import.place.same', { label: who ?? '' }) : t('import.place.same.choose');
    if (kind === 'leave' && isLoss) return t('import.place.leave.loss');
    return t(`import.place.${kind}`);
  };
  return (
    <Group gap={6}>
      {acts.map((act) => {
        const { kind, decision, people } = act;
        const command = placeCommands[`import.place.${kind}`];
        const button = (
          <Button
            key={kind}
            size="compact-xs"
            variant={kind === 'leave' ? 'subtle' : 'default'}
            leftSection={<Keys hotkey={command.keys?.[0]} />}
            rightSection={decision ? undefined : <IconChevronDown size={12} aria-hidden />}
            aria-keyshortcuts={ariaKeys(command)}
            onClick={() => onPerform(act)}
            data-testid={`import-act-${kind}`}
          >
            {textOf(act)}
          </Button>
        );
        if (decision || (kind !== 'speaker' && kind !== 'same')) return button;
        return (
          <Menu
            key={kind}
            opened={choosing?.kind === kind}
            onClose={onLeaveChoice}
            position="bottom-start"
            returnFocus={false}
          >
            <Menu.Target>{button}</Menu.Target>
            <Menu.Dropdown mah={280} style={{ overflow: 'auto' }}>
              {people.map(({ label, name }) => (
                <Menu.Item key={label} onClick={() => onChoose({ kind, label })}>
                  {name}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        );
      })}
    </Group>
  );
}
