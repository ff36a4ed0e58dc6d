import { Badge, Group, Text } from '@mantine/core';
import { IconBulb, IconListDetails, IconMessage, IconMessages, IconUser } from '@tabler/icons-react';
import type { Translate } from '#shared/i18n/index.ts';
import type { DocumentKind } from '#shared/search/documents.ts';
import type { Hit } from '#shared/search/workspace-search.ts';
import { AttributionBadge } from '../../ui/attribution-badge.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { IssueBadge } from '../../ui/issue-badge.tsx';
import { MarkedText } from './marked-text.tsx';
import classes from './search.module.css';

export const KIND_ICONS = {
  turn: IconMessage,
  advice: IconBulb,
  issue: IconListDetails,
  person: IconUser,
  dialogue: IconMessages,
} as const satisfies Record<DocumentKind, unknown>;

const ISSUES_SHOWN = 3;

export interface HitRowProps {
  readonly hit: Hit;
  readonly id: string;
  readonly active: boolean;
  readonly onPoint: () => void;
  readonly onOpen: () => void;
}

/** A result: what it is, who said it, where and when, and the words found. */
export function HitRow({ hit, id, active, onPoint, onOpen }: HitRowProps) {
  const { t } = useSpeech();
  const Icon = KIND_ICONS[hit.kind];
  const { snippet, dialogue } = hit;
  const place = [
    hit.kind === 'dialogue' ? null : dialogue?.title,
    hit.turnNumber === null ? null : t('search.turnNumber', { number: hit.turnNumber }),
    hit.heading,
  ].filter(Boolean);
  const shownIssues = hit.kind === 'issue' ? [] : hit.issues;
  return (
    // Keys are the field's: the list is its listbox (aria-activedescendant).
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      id={id}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      className={classes.hit}
      data-kind={hit.kind}
      // Typing goes on in the field.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onOpen}
      onMouseMove={active ? undefined : onPoint}
    >
      <Icon size={18} stroke={1.5} className={classes.icon} aria-label={t(`search.kind.${hit.kind}`)} />
      <div className={classes.content}>
        <div className={classes.top}>
          <Text component="div" size="sm" fw={600} className={classes.who}>
            {hit.title ? <MarkedText {...hit.title} /> : (hit.speaker?.name ?? speakerless(hit, t))}
            {hit.alias && (
              <Text span size="xs" c="dimmed" ml={8}>
                {t('search.alias', { name: hit.alias.text })}
              </Text>
            )}
            {hit.speaker && !hit.title && hit.speaker.organisation && (
              <Text span size="xs" c="dimmed" ml={8} fw={400}>
                {hit.speaker.organisation}
              </Text>
            )}
          </Text>
          <Policy hit={hit} />
          {dialogue?.date && <span className={classes.date}>{dialogue.date}</span>}
        </div>
        {snippet.text !== '' && (
          <Text component="div" size="sm" className={classes.snippet} lang={dialogue?.language}>
            {snippet.cutBefore && '… '}
            <MarkedText text={snippet.text} marks={snippet.marks} />
            {snippet.cutAfter && ' …'}
          </Text>
        )}
        {hit.through && (
          <Text component="div" size="xs" c="dimmed">
            {t('search.through')} <MarkedText {...hit.through} />
          </Text>
        )}
        {(place.length > 0 || shownIssues.length > 0) && (
          <Group gap="xs" className={classes.place}>
            {place.length > 0 && <span>{place.join(' · ')}</span>}
            {shownIssues.slice(0, ISSUES_SHOWN).map((issue) => (
              <IssueBadge key={issue.id} issue={issue} />
            ))}
            {shownIssues.length > ISSUES_SHOWN && <span>+{shownIssues.length - ISSUES_SHOWN}</span>}
          </Group>
        )}
      </div>
    </div>
  );
}

function speakerless({ kind, narration }: Hit, t: Translate): string {
  if (narration) return t('desk.narration');
  return kind === 'turn' ? t('common.unknownSpeaker') : t(`search.kind.${kind}`);
}

/** How openly the words may be attributed, where that is not by name: the office's own search shows them all the same. */
function Policy({ hit: { policy } }: { hit: Hit }) {
  const { t } = useSpeech();
  if (policy === null || policy === 'named') return null;
  if (policy === 'off-record') return <AttributionBadge attribution={{ policy }} />;
  return (
    <Badge color="gray" variant="outline">
      {t(`policy.${policy}`)}
    </Badge>
  );
}
