import { ActionIcon, Badge, Checkbox } from '@mantine/core';
import {
  IconBuilding,
  IconBulb,
  IconClipboardCheck,
  IconClipboardList,
  IconDots,
  IconFileText,
  IconListDetails,
  IconMessage,
  IconMessages,
  IconScale,
  IconTable,
  IconTimelineEvent,
  IconUser,
} from '@tabler/icons-react';
import { memo } from 'react';
import type { Translate } from '#shared/i18n/index.ts';
import type { DocumentKind } from '#shared/search/documents.ts';
import type { Hit } from '#shared/search/request.ts';
import { AttributionBadge } from '../../ui/attribution-badge.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { IssueBadge } from '../../ui/issue-badge.tsx';
import type { Passage } from './layout.ts';
import { MarkedText } from './marked-text.tsx';
import { Part } from './part.tsx';
import classes from './search.module.css';

export const KIND_ICONS = {
  turn: IconMessage,
  advice: IconBulb,
  issue: IconListDetails,
  person: IconUser,
  dialogue: IconMessages,
  indicator: IconTable,
  arrangement: IconClipboardList,
  organisation: IconBuilding,
  instrument: IconScale,
  source: IconFileText,
  entry: IconTimelineEvent,
  answer: IconClipboardCheck,
} as const satisfies Record<DocumentKind, unknown>;

const ISSUES_SHOWN = 3;

/** What can be done with a row; the same object for all rows, so that a row is drawn anew for its own news alone. */
export interface RowActs {
  readonly open: (hit: Hit) => void;
  readonly point: (hit: Hit) => void;
  readonly tick: (hit: Hit, on: boolean) => void;
  readonly menu: (hit: Hit, at: { readonly x: number; readonly y: number }) => void;
}

export interface HitRowProps {
  readonly hit: Hit;
  readonly id: string;
  readonly active: boolean;
  /** Null: a thing that cannot be chosen to be coded. */
  readonly ticked: boolean | null;
  /** Its dialogue is named by what stands above it. */
  readonly grouped: boolean;
  /** One line of it: the way to an issue, a person or a dialogue. */
  readonly slim: boolean;
  /** The turns that it is shown for; null = itself alone. */
  readonly passage: Passage | null;
  /** Says that it holds only some of the words, where those around it hold all. */
  readonly partial: boolean;
  readonly acts: RowActs;
}

/** A result: what it is, who said it, where and when, and the words found. */
export const HitRow = memo(function HitRow({
  hit,
  id,
  active,
  ticked,
  grouped,
  slim,
  passage,
  partial,
  acts,
}: HitRowProps) {
  const { t, day } = useSpeech();
  const Icon = KIND_ICONS[hit.kind];
  const { snippet, dialogue } = hit;
  const place = [
    grouped || hit.kind === 'dialogue' ? null : dialogue?.title,
    passage
      ? t('search.turnRange', { first: passage.first, last: passage.last })
      : hit.turnNumber === null
        ? null
        : t('search.turnNumber', { number: hit.turnNumber }),
    hit.heading,
  ].filter(Boolean);
  const shownIssues = hit.kind === 'issue' || slim ? [] : hit.issues;
  const who = hit.title ? hit.title.text : (hit.speaker?.name ?? speakerless(hit, t));
  return (
    // Keys are the field's and the list's: the list is the field's grid (aria-activedescendant).
    <Part
      id={id}
      role="row"
      tabIndex={-1}
      aria-selected={ticked ?? undefined}
      className={classes.hit}
      data-kind={hit.kind}
      data-active={active || undefined}
      data-slim={slim || undefined}
      data-testid="hit"
      // Typing goes on in the field.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => acts.open(hit)}
      onMouseMove={active ? undefined : () => acts.point(hit)}
      onContextMenu={(event) => {
        event.preventDefault();
        acts.menu(hit, { x: event.clientX, y: event.clientY });
      }}
    >
      <Part role="gridcell" className={classes.sign}>
        {ticked === null ? (
          <Icon size={16} stroke={1.6} className={classes.icon} aria-label={t(`search.kind.${hit.kind}`)} />
        ) : (
          // The indicator alone: forty fields a page would be felt at every key.
          <Checkbox.Indicator
            size="xs"
            role="checkbox"
            aria-checked={ticked}
            checked={ticked}
            aria-label={t('search.tick', { name: who, number: hit.turnNumber ?? 0 })}
            onClick={(event) => {
              event.stopPropagation();
              acts.tick(hit, !ticked);
            }}
          />
        )}
      </Part>
      <Part role="gridcell" className={classes.content}>
        <div className={classes.top}>
          <span className={classes.who}>{hit.title ? <MarkedText {...hit.title} /> : who}</span>
          {hit.alias && (
            <span className={classes.beside}>
              {t('search.alias.before')}
              <MarkedText {...hit.alias} />
              {t('search.alias.after')}
            </span>
          )}
          {slim && !hit.alias && hit.title?.marks.length === 0 && snippet.marks.length > 0 && (
            <span className={classes.beside} lang={dialogue?.language}>
              <MarkedText {...fromFirstMark(snippet)} />
            </span>
          )}
          {hit.speaker && !hit.title && hit.speaker.organisation && (
            <span className={classes.beside}>{hit.speaker.organisation}</span>
          )}
          <Policy hit={hit} />
          {partial && (
            <Badge size="xs" color="gray" variant="outline">
              {t('search.partial')}
            </Badge>
          )}
          <span className={classes.end}>
            {slim
              ? t(`search.kind.${hit.kind}`)
              : grouped && hit.kind === 'advice'
                ? t('search.kind.advice')
                : !grouped && day(dialogue?.date)}
          </span>
        </div>
        {!slim && snippet.text !== '' && (
          <div className={classes.snippet} lang={dialogue?.language}>
            {snippet.cutBefore && '… '}
            <MarkedText text={snippet.text} marks={snippet.marks} />
            {snippet.cutAfter && ' …'}
          </div>
        )}
        {!slim && hit.through && (
          <div className={classes.through}>
            {t('search.through')} <MarkedText {...hit.through} />
          </div>
        )}
        {!slim && (place.length > 0 || shownIssues.length > 0) && (
          <div className={classes.place}>
            {place.length > 0 && <span>{place.join(' · ')}</span>}
            {shownIssues.slice(0, ISSUES_SHOWN).map((issue) => (
              <IssueBadge key={issue.id} issue={issue} />
            ))}
            {shownIssues.length > ISSUES_SHOWN && <span>+{shownIssues.length - ISSUES_SHOWN}</span>}
          </div>
        )}
      </Part>
      <Part role="gridcell" className={classes.rowEnd}>
        {!slim && active && (
          <ActionIcon
            size={24}
            tabIndex={-1}
            aria-label={t('search.acts', { name: who })}
            onClick={(event) => {
              event.stopPropagation();
              const { left, bottom } = event.currentTarget.getBoundingClientRect();
              acts.menu(hit, { x: left, y: bottom });
            }}
          >
            <IconDots size={16} />
          </ActionIcon>
        )}
      </Part>
    </Part>
  );
});

/** A snippet for one line: from a little before its first hit on. */
function fromFirstMark({ text, marks }: Hit['snippet']): { text: string; marks: Hit['snippet']['marks'] } {
  const first = marks[0]?.start ?? 0;
  const start = first <= LEAD ? 0 : text.lastIndexOf(' ', first - LEAD) + 1 || first - LEAD;
  return {
    text: text.slice(start),
    marks: marks.map((mark) => ({ start: mark.start - start, end: mark.end - start })),
  };
}
const LEAD = 24;

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
    <Badge color="gray" variant="outline" size="sm">
      {t(`policy.${policy}`)}
    </Badge>
  );
}
