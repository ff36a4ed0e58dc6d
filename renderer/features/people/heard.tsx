import { ActionIcon, Anchor, Badge, Button, Group, Stack, Text, Tooltip } from '@mantine/core';
import { IconBulb, IconCopy, IconMessages, IconPencil, IconTags } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Id } from '#shared/model/basics.ts';
import { useCopyQuote } from '../../dialogs/use-copy-quote.tsx';
import { useRows } from '../../store/index.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { IssueBadge } from '../../ui/issue-badge.tsx';
import { go, links } from '../../ui/links.ts';
import { LongList } from '../../ui/long-list.tsx';
import { PassageQuote } from '../../ui/passage-quote.tsx';
import classes from './people.module.css';
import type { Appearance, PersonRows } from './use-people.ts';

interface HeardProps {
  readonly rows: PersonRows;
}

/** Every dialogue with what they were on that day, and the way to edit it there. */
export function Appearances({ rows: { person, appearances } }: HeardProps) {
  const { t, local } = useSpeech();
  if (appearances.length === 0)
    return (
      <EmptyState icon={IconMessages} title={t('people.dialogues.empty')}>
        {t('people.dialogues.empty.hint')}
      </EmptyState>
    );
  const name = local(person.name);
  return appearances.map((one) => <AppearanceRow key={one.participant.id} one={one} name={name} />);
}

function AppearanceRow({ one, name }: { readonly one: Appearance; readonly name: string }) {
  const { t, day } = useSpeech();
  const { participant, dialogue, turns } = one;
  return (
    <div className={classes.appearance} data-testid="appearance">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <LinkTo to={links.dialogue(dialogue.id)}>{dialogue.title}</LinkTo>
          <Text size="sm">{[participant.title, participant.organisation].filter(Boolean).join(' · ')}</Text>
          <Group gap={8} mt={4}>
            <Badge size="sm" variant="light">
              {t(`voice.${participant.voice}`)}
            </Badge>
            <Text size="xs" c="dimmed">
              {[
                t(`personKind.${participant.kind}`),
                t(`people.side.${participant.external ? 'external' : 'company'}`),
                day(dialogue.date),
                t('people.turns', { count: turns.length }),
                ...(participant.name === name ? [] : [t('people.asPrinted', { name: participant.name })]),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </Group>
        </div>
        <Button
          size="compact-sm"
          variant="subtle"
          style={{ flexShrink: 0 }}
          leftSection={<IconPencil size={14} />}
          onClick={() => go(links.participant(dialogue.id, participant.id))}
        >
          {t('people.participant.edit')}
        </Button>
      </Group>
    </div>
  );
}

/** Every turn that is theirs. */
export function Said({ rows: { appearances } }: HeardProps) {
  const { t, day } = useSpeech();
  const { copy, dialog } = useCopyQuote();
  const turns = appearances.flatMap(({ dialogue, turns: own }) => own.map((turn) => ({ dialogue, turn })));
  if (turns.length === 0) return <EmptyState icon={IconMessages} title={t('people.said.empty')} />;
  return (
    <>
      <LongList items={turns} keyOf={({ turn }) => turn.id} estimate={84}>
        {({ dialogue, turn }) => (
          <Group wrap="nowrap" align="flex-start" gap={4} data-testid="said">
            <a
              href={`#${links.turn(dialogue.id, turn.id)}`}
              className={classes.turn}
              style={{ flex: 1 }}
              onClick={(event) => {
                event.preventDefault();
                go(links.turn(dialogue.id, turn.id));
              }}
            >
              <Text size="sm" lineClamp={3} lang={dialogue.language}>
                {turn.text}
              </Text>
              <Text size="xs" c="dimmed" mt={2}>
                {[dialogue.title, day(dialogue.date), turn.heading].filter(Boolean).join(' · ')}
              </Text>
            </a>
            <CopyButton onCopy={() => copy({ turnId: turn.id, start: 0, end: turn.text.length })} />
          </Group>
        )}
      </LongList>
      {dialog}
    </>
  );
}

/** Every passage of theirs that is coded, with its issues. */
export function Coded({ rows: { coded } }: HeardProps) {
  const { t } = useSpeech();
  const { copy, dialog } = useCopyQuote();
  const issues = useRows((db) => db.issues.toArray(), []);
  if (coded.length === 0) return <EmptyState icon={IconTags} title={t('people.coded.empty')} />;
  const issueOf = new Map<Id, NonNullable<typeof issues>[number]>(issues?.map((one) => [one.id, one]));
  return (
    <Stack gap="md">
      <LongList items={coded} keyOf={({ passage }) => passage.id} estimate={110}>
        {(one) => (
          <div data-testid="coded">
            <PassageQuote
              {...one}
              participant={null}
              more={
                <>
                  {[...new Set(one.codings.map(({ issueId }) => issueId))].map((id) => {
                    const issue = issueOf.get(id);
                    return issue && <IssueBadge key={id} issue={issue} onClick={() => go(links.issue(id))} />;
                  })}
                  <CopyButton onCopy={() => copy(one.passage)} />
                </>
              }
            />
          </div>
        )}
      </LongList>
      {dialog}
    </Stack>
  );
}

/** Advice that was taken from what they said. */
export function GivenAdvice({ rows: { advice } }: HeardProps) {
  const { t } = useSpeech();
  if (advice.length === 0) return <EmptyState icon={IconBulb} title={t('people.advice.empty')} />;
  return (
    <Stack gap="lg">
      {advice.map(({ advice: one, quotes }) => (
        <div key={one.id} data-testid="given-advice">
          <Group gap={8} mb={6}>
            <Badge size="sm">{t(`adviceKind.${one.kind}`)}</Badge>
            <LinkTo to={links.advice(one.id)}>{one.restatement || quotes[0]?.passage.quote}</LinkTo>
            <Text size="xs" c="dimmed">
              {t(`adviceStatus.${one.status}`)}
            </Text>
          </Group>
          {quotes.map((quote) => (
            <PassageQuote key={quote.passage.id} {...quote} participant={null} lineClamp={3} />
          ))}
        </div>
      ))}
    </Stack>
  );
}

function CopyButton({ onCopy }: { readonly onCopy: () => void }) {
  const { t } = useSpeech();
  return (
    <Tooltip label={t('people.copyQuote')}>
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('people.copyQuote')} onClick={onCopy}>
        <IconCopy size={14} />
      </ActionIcon>
    </Tooltip>
  );
}

function LinkTo({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <Anchor
      size="sm"
      fw={600}
      href={`#${to}`}
      onClick={(event) => {
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </Anchor>
  );
}
