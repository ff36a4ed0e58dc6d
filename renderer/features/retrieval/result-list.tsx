import { Badge, Box, Checkbox, Skeleton, Text } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Find } from '#shared/retrieval/find.ts';
import { AttributionBadge } from '../../ui/attribution-badge.tsx';
import { placeOfMenu } from '../../ui/context-menu.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { IssueBadge } from '../../ui/issue-badge.tsx';
import { go, links } from '../../ui/links.ts';
import { LongList } from '../../ui/long-list.tsx';
import { QuoteBlock } from '../../ui/quote-block.tsx';
import { useRowsInView } from '../../ui/use-rows-in-view.ts';
import { FindsChosen } from './finds-chosen.tsx';
import classes from './retrieval.module.css';
import { type FindActs, useFindActs } from './use-find-acts.tsx';
import { type Answered, type Finds, type Retrieval, useFinds } from './use-retrieval.ts';

/** The words found, each one click from its place; who said them as far as it may be told. */
export function ResultList({ answered, retrieval }: { answered: Answered; retrieval: Retrieval }) {
  const finds = useFinds(answered);
  const showsCoder = retrieval.frame.authors.length > 1;
  const acts = useFindActs();
  const found = (find: Find) => (
    <Found find={find} retrieval={retrieval} showsCoder={showsCoder} acts={acts} />
  );
  return (
    <>
      <FindsChosen acts={acts} />
      {finds.count > answered.answer.finds.length ? (
        <FarList finds={finds}>{found}</FarList>
      ) : (
        <LongList items={answered.answer.finds} keyOf={({ id }) => id} estimate={ROW}>
          {found}
        </LongList>
      )}
      {acts.dialogs}
    </>
  );
}

/** A first guess of a row's height in CSS pixels; each is measured once it is drawn. */
const ROW = 112;

/** A list of which only what is in view is drawn, and only what comes near it is fetched. */
function FarList({ finds, children }: { finds: Finds; children: (find: Find) => ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  const virtualizer = useRowsInView({
    count: finds.count,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => finds.want(first, last + 1), [finds, first, last]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div ref={frame} tabIndex={0} className={classes.farList}>
      <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {items.map(({ index, key, start }) => {
          const find = finds.at(index);
          return (
            <div
              key={key}
              data-index={index}
              ref={find && virtualizer.measureElement}
              className={classes.farRow}
              style={{ transform: `translateY(${start}px)` }}
            >
              {find ? children(find) : <Skeleton height={ROW - 24} maw="60rem" />}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Found({
  find,
  retrieval: { names },
  showsCoder,
  acts,
}: {
  find: Find;
  retrieval: Retrieval;
  showsCoder: boolean;
  acts: FindActs;
}) {
  const { t, day } = useSpeech();
  const { dialogue, turn } = find;
  return (
    <Box
      pb="md"
      maw="62rem"
      className={classes.found}
      data-testid="find"
      onContextMenu={(event) => acts.menu(find, placeOfMenu(event))}
    >
      <Checkbox
        size="xs"
        mt={4}
        aria-label={t('retrieval.tick', { words: find.quote.slice(0, 60) })}
        checked={acts.ticked.has(find.id)}
        onChange={() => acts.tick(find)}
      />
      <QuoteBlock
        quote={find.quote}
        lang={dialogue.language}
        lineClamp={5}
        onOpen={() => go(links.passage(dialogue.id, turn.id, find.id))}
        source={
          <>
            <AttributionBadge attribution={find.attribution} />
            <Text span size="xs" c="dimmed">
              {[dialogue.title, day(dialogue.date)].filter(Boolean).join(' · ')}
            </Text>
            {find.unsure && (
              <Badge size="sm" color="orange">
                {t('retrieval.unsure')}
              </Badge>
            )}
            {find.issueIds.map((id) => {
              const issue = names.issues.get(id);
              return issue && <IssueBadge key={id} issue={issue} onClick={() => go(links.issue(id))} />;
            })}
            {find.advice.map((advice) => (
              <Badge
                key={advice.id}
                component="button"
                type="button"
                size="sm"
                title={advice.restatement}
                style={{ cursor: 'pointer' }}
                onClick={() => go(links.advice(advice.id))}
              >
                {t('retrieval.adviceCell', {
                  kind: t(`adviceKind.${advice.kind}`),
                  status: t(`adviceStatus.${advice.status}`),
                })}
              </Badge>
            ))}
            {showsCoder && (
              <Text span size="xs" c="dimmed">
                {t('retrieval.codedBy', { coders: find.coders.join(t('retrieval.separator')) })}
              </Text>
            )}
          </>
        }
      />
    </Box>
  );
}
