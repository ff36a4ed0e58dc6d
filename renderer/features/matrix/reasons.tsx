import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconBulb, IconFileText, IconQuote } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { IssueAssessment } from '#shared/assessment/assess-round.ts';
import { panelOf } from '#shared/assessment/panel.ts';
import type { Advice } from '#shared/model/advice.ts';
import type { Id } from '#shared/model/basics.ts';
import type { Rating } from '#shared/model/rating.ts';
import type { Round } from '#shared/model/round.ts';
import type { Quote } from '../../store/quotes.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import classes from './matrix.module.css';

interface ReasonsProps {
  readonly result: IssueAssessment;
  readonly round: Round;
  readonly ratings: readonly Rating[];
  readonly quotes: ReadonlyMap<Id, Quote>;
  readonly advice: ReadonlyMap<Id, Advice>;
}

/** The reasons that assessors gave, each with what it rests on, one click from the words; minority views keep theirs. */
export function Reasons({ result, round, ratings, quotes, advice }: ReasonsProps) {
  const { t } = useSpeech();
  const given = panelOf(round).flatMap((assessor) => {
    const rating = ratings.find((one) => one.assessorId === assessor.id);
    if (!rating) return [];
    const { passageIds, adviceIds, sources } = rating.evidence;
    const cites = passageIds.length + adviceIds.length + sources.length;
    const apart = result.minority.filter(({ assessorId }) => assessorId === assessor.id);
    return rating.rationale.trim() || cites > 0 || apart.length > 0 ? [{ assessor, rating, apart }] : [];
  });
  if (given.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('matrix.panel.rationales.none')}
      </Text>
    );
  return (
    <Stack gap="sm" data-testid="reasons">
      {given.map(({ assessor, rating, apart }) => (
        <div key={assessor.id}>
          <Text size="xs" fw={600}>
            {assessor.name}
            <span className={classes.faint}>
              {' '}
              {[
                t(`voice.${assessor.voice}`),
                ...(rating.confidence === null
                  ? []
                  : [
                      t('matrix.panel.confidence', {
                        confidence: t(`rating.confidence.${rating.confidence}`),
                      }),
                    ]),
                ...(assessor.conflict.trim() === ''
                  ? []
                  : [t('matrix.panel.conflict', { conflict: assessor.conflict })]),
              ].join(' · ')}
            </span>
          </Text>
          {apart.length > 0 && (
            <Text size="xs" className={classes.far}>
              {t('matrix.panel.apart', {
                dimensions: apart
                  .map((view) =>
                    view.on === 'score' ? t(`dimension.${view.dimension}`) : t(`split.${view.on}`),
                  )
                  .join(t('chart.separator')),
              })}
            </Text>
          )}
          {rating.rationale.trim() === '' ? (
            <Text size="sm" c="dimmed">
              {t('matrix.panel.noReason')}
            </Text>
          ) : (
            <Text size="sm" className={classes.reason}>
              {rating.rationale}
            </Text>
          )}
          <Citations evidence={rating.evidence} quotes={quotes} advice={advice} />
        </div>
      ))}
    </Stack>
  );
}

/** Things cited that are shown before a person asks for all: assessors often cite the same. */
const FIRST = 2;

interface CitationsProps extends Pick<ReasonsProps, 'quotes' | 'advice'> {
  readonly evidence: Rating['evidence'];
}

/** What a rating rests on: words, advice, and sources elsewhere. */
function Citations({ evidence, quotes, advice }: CitationsProps) {
  const { t } = useSpeech();
  const [all, setAll] = useState(false);
  const cited: readonly (CitedProps & { readonly key: string })[] = [
    ...evidence.passageIds.flatMap((id) => {
      const quote = quotes.get(id);
      if (!quote) return [];
      const { passage, dialogue, turn } = quote;
      return [
        {
          key: id,
          icon: <IconQuote size={12} aria-hidden />,
          lang: dialogue.language,
          onOpen: () => go(links.passage(dialogue.id, turn.id, id)),
          children: passage.quote,
        },
      ];
    }),
    ...evidence.adviceIds.flatMap((id) => {
      const one = advice.get(id);
      if (!one) return [];
      return [
        {
          key: id,
          icon: <IconBulb size={12} aria-hidden />,
          onOpen: () => go(links.advice(id)),
          children: one.restatement || t(`adviceKind.${one.kind}`),
        },
      ];
    }),
    ...evidence.sources.map((source) => ({
      key: source,
      icon: <IconFileText size={12} aria-hidden />,
      children: t('rating.source.of', { source }),
    })),
  ];
  const shown = all || cited.length <= FIRST + 1 ? cited : cited.slice(0, FIRST);
  return (
    <>
      {shown.map(({ key, ...one }) => (
        <Cited key={key} {...one} />
      ))}
      {shown.length < cited.length && (
        <Button variant="subtle" size="compact-xs" mt={2} ml={10} onClick={() => setAll(true)}>
          {t('matrix.panel.cites.more', { count: cited.length - shown.length })}
        </Button>
      )}
    </>
  );
}

interface CitedProps {
  readonly icon: ReactNode;
  readonly lang?: string;
  /** Absent = it lies outside the workspace. */
  readonly onOpen?: () => void;
  readonly children: string;
}

/** One thing that a rating rests on, in a line. */
function Cited({ icon, lang, onOpen, children }: CitedProps) {
  return (
    <Group gap={6} wrap="nowrap" align="baseline" mt={2} data-cited>
      <span className={classes.sign}>{icon}</span>
      {onOpen ? (
        <Anchor
          component="button"
          type="button"
          size="xs"
          ta="start"
          lineClamp={2}
          lang={lang}
          onClick={onOpen}
        >
          {children}
        </Anchor>
      ) : (
        <Text size="xs" c="dimmed">
          {children}
        </Text>
      )}
    </Group>
  );
}
