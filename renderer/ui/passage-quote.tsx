import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Attribution } from '#shared/model/attribution.ts';
import type { Dialogue, Participant } from '#shared/model/dialogue.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Passage } from '#shared/model/turn.ts';
import { AttributionBadge } from './attribution-badge.tsx';
import { ChangedMark } from './changed-mark.tsx';
import { useSpeech } from './i18n.tsx';
import { go, links } from './links.ts';
import { QuoteBlock } from './quote-block.tsx';

export interface PassageQuoteProps {
  readonly passage: Passage;
  readonly dialogue: Dialogue;
  readonly attribution: Attribution;
  /** Who said it; where the name may be told, it is the way to the person. */
  readonly participant?: Pick<Participant, 'personId'> | null | undefined;
  /** Further facts at the end of the source line, e.g. who coded it. */
  readonly more?: ReactNode | undefined;
  readonly lineClamp?: number | undefined;
}

/** Words of a dialogue with who said them, where and when; the passage and its dialogue are one click away. */
export function PassageQuote({
  passage,
  dialogue,
  attribution,
  participant,
  more,
  lineClamp,
}: PassageQuoteProps) {
  const { day } = useSpeech();
  const place = links.passage(passage.dialogueId, passage.turnId, passage.id);
  return (
    <QuoteBlock
      quote={passage.quote}
      lang={dialogue.language}
      lineClamp={lineClamp}
      onOpen={() => go(place)}
      source={
        <>
          <SpokenBy attribution={attribution} personId={participant?.personId ?? null} />
          <Text span size="xs" c="dimmed">
            {/* A link and not a second button over the same words: it names where it leads. */}
            <Anchor
              inherit
              c="dimmed"
              href={`#${place}`}
              onClick={(event) => {
                event.preventDefault();
                go(place);
              }}
            >
              {dialogue.title}
            </Anchor>
            {dialogue.date ? ` · ${day(dialogue.date)}` : ''}
          </Text>
          <ChangedMark passage={passage} />
          {more}
        </>
      }
    />
  );
}

function SpokenBy({ attribution, personId }: { attribution: Attribution; personId: IdOf<'persons'> | null }) {
  if (attribution.policy !== 'named' || personId === null)
    return <AttributionBadge attribution={attribution} />;
  const place = links.person(personId);
  return (
    <Anchor
      size="xs"
      c="inherit"
      href={`#${place}`}
      onClick={(event) => {
        event.preventDefault();
        go(place);
      }}
    >
      <AttributionBadge attribution={attribution} />
    </Anchor>
  );
}
