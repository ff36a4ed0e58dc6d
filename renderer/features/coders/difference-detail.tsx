import { Anchor, Badge, Button, Group, Text, Title } from '@mantine/core';
import type { Pair } from '#shared/coding/agreement.ts';
import type { Difference, Marked } from '#shared/coding/differences.ts';
import { type Choice, choiceOf } from '#shared/edit/reconcile.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { IssueBadge } from '../../ui/issue-badge.tsx';
import { Keys } from '../../ui/keys.tsx';
import { go, links } from '../../ui/links.ts';
import { PersonBadge } from '../../ui/person-badge.tsx';
import classes from './coders.module.css';
import { differenceCommands } from './commands.ts';
import { MarkedTurn } from './marked-turn.tsx';
import { nameShown } from './name-shown.ts';
import type { ComparedCoders } from './use-comparison.ts';

/** One difference: the same words twice, with each coder's marks, and whose coding holds. */
export function DifferenceDetail({
  compared,
  pair,
  difference,
  place,
  onChoose,
}: {
  compared: ComparedCoders;
  pair: Pair;
  difference: Difference;
  /** Where it stands in the list, in words. */
  place: string;
  onChoose: (choice: Choice) => void;
}) {
  const { t } = useSpeech();
  const turn = compared.turns.get(difference.turnId);
  const dialogue = compared.dialogues.find(({ id }) => id === difference.dialogueId);
  if (!turn || !dialogue) return null;
  const names = { a: nameShown(pair.a, t), b: nameShown(pair.b, t) };
  const speaker =
    turn.participantId === null ? null : (compared.participants.get(turn.participantId) ?? null);
  const [first] = [...difference.a, ...difference.b];
  const deskPlace = links.passage(dialogue.id, turn.id, first?.passage.id ?? '');
  const inTurn = compared.comparisons.filter(({ turnId }) => turnId === turn.id);

  return (
    <section className={classes.detail} aria-label={t(`coders.kind.${difference.kind}`, names)}>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          {turn.kind === 'speech' && <PersonBadge participant={speaker} />}
          <Anchor
            size="xs"
            c="dimmed"
            href={`#${deskPlace}`}
            title={t('coders.open')}
            onClick={(event) => {
              event.preventDefault();
              go(deskPlace);
            }}
          >
            {dialogue.title}
          </Anchor>
        </Group>
        <Text size="xs" c="dimmed">
          {place}
        </Text>
      </Group>
      <div className={classes.sides}>
        {(['a', 'b'] as const).map((side) => (
          <div key={side} className={classes.side} data-side={side}>
            <Title order={2} size="h5">
              {pair[side] || names[side]}
            </Title>
            <MarkedTurn
              text={turn.text}
              language={dialogue.language}
              marks={inTurn.flatMap((one) => one[side])}
              own={difference[side]}
              span={difference}
              issues={compared.issues}
            />
            <div className={classes.codings}>
              {difference[side].length === 0 ? (
                <Text size="sm" c="dimmed">
                  {t('coders.nothingHere')}
                </Text>
              ) : (
                difference[side].map((one) => (
                  <CodingLine key={one.coding.id} marked={one} compared={compared} />
                ))
              )}
            </div>
          </div>
        ))}
      </div>
      <Choices difference={difference} names={names} onChoose={onChoose} />
    </section>
  );
}

/** A coding with its memo and what became of it. */
function CodingLine({ marked: { coding, passage }, compared }: { marked: Marked; compared: ComparedCoders }) {
  const { t } = useSpeech();
  const issue = compared.issues.get(coding.issueId);
  return (
    <div>
      <Group gap="xs">
        {issue && <IssueBadge issue={issue} onClick={() => go(links.issue(issue.id))} />}
        <Badge size="xs" variant="default">
          {t(`coders.fate.${coding.reconciled ?? 'open'}`)}
        </Badge>
      </Group>
      {passage.state === 'unsure' && (
        <Text size="xs" c="dimmed">
          {t('coders.unsure')}: {passage.quote}
        </Text>
      )}
      {coding.memo !== '' && (
        <Text size="xs" c="dimmed" className={classes.memo ?? ''}>
          {coding.memo}
        </Text>
      )}
    </div>
  );
}

const CHOICES = ['a', 'b', 'both', 'neither'] as const;

function Choices({
  difference,
  names,
  onChoose,
}: {
  difference: Difference;
  names: { a: string; b: string };
  onChoose: (choice: Choice) => void;
}) {
  const { t } = useSpeech();
  const chosen = choiceOf(difference);
  const single = difference.a.length === 0 || difference.b.length === 0;
  const offered = single
    ? ([
        ['both', t('coders.choice.accept')],
        ['neither', t('coders.choice.reject')],
      ] as const)
    : CHOICES.map((choice) => [choice, t(`coders.choice.${choice}`, names)] as const);
  return (
    <Group gap="xs" role="group" aria-label={t('coders.choice')} className={classes.choices ?? ''}>
      <Text size="sm" fw={500}>
        {t('coders.choice')}
      </Text>
      {offered.map(([choice, label]) => (
        <Button
          key={choice}
          size="xs"
          variant={chosen === choice ? 'filled' : 'default'}
          aria-pressed={chosen === choice}
          rightSection={<Keys hotkey={differenceCommands[`coders.${choice}`].keys?.[0]} />}
          onClick={() => onChoose(choice)}
        >
          {label}
        </Button>
      ))}
      <Button
        size="xs"
        variant="subtle"
        disabled={chosen === 'open'}
        rightSection={<Keys hotkey={differenceCommands['coders.open'].keys?.[0]} />}
        onClick={() => onChoose('open')}
      >
        {t('coders.choice.open')}
      </Button>
    </Group>
  );
}
