import { Anchor, Badge, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import type { Hit } from '#shared/search/request.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { HitRow, type RowActs } from './hit-row.tsx';
import { keyOf, type Shown, type ShownGroup, shownOf } from './layout.ts';
import { Part } from './part.tsx';
import classes from './search.module.css';

export interface ResultsProps {
  readonly shown: Shown;
  /** Beginning of the rows' ids. */
  readonly listId: string;
  readonly active: string | null;
  readonly isTicked: (hit: Hit) => boolean | null;
  readonly acts: RowActs;
  readonly onFold: (dialogueId: string, folded: boolean) => void;
  readonly onUnfold: (dialogueId: string, unfolded: boolean) => void;
  readonly onMoreWays: () => void;
}

/** The rows: ways to issues, people and dialogues; then what was said, by dialogue or one after another. */
export const Results = memo(function Results(props: ResultsProps) {
  const { t } = useSpeech();
  const { shown, onMoreWays } = props;
  return (
    <>
      {shown.partialFrom === 'all' && <div className={classes.divider}>{t('search.partial.none')}</div>}
      {shown.ways.length > 0 && (
        <Part role="rowgroup" aria-label={t('search.ways')} className={classes.ways} data-testid="ways">
          <Part role="row" className={classes.waysHead}>
            <Part role="gridcell">{t('search.ways')}</Part>
            {shown.moreWays > 0 && (
              <Part role="gridcell">
                <Anchor component="button" type="button" size="xs" tabIndex={-1} onClick={onMoreWays}>
                  {t('search.ways.more', { count: shown.moreWays })}
                </Anchor>
              </Part>
            )}
          </Part>
          {shown.ways.map((hit) => (
            <Row key={keyOf(hit)} hit={hit} slim {...props} />
          ))}
        </Part>
      )}
      {shown.groups?.map((group) => (
        <Group key={group.dialogue.id} group={group} {...props} />
      ))}
      {shown.groups === null && (
        <Part role="rowgroup" aria-label={t('search.results')}>
          {shown.flat.map((hit) => (
            <Row key={keyOf(hit)} hit={hit} {...props}>
              {keyOf(hit) === shown.partialFrom && (
                <div className={classes.divider}>{t('search.partial.more')}</div>
              )}
            </Row>
          ))}
        </Part>
      )}
    </>
  );
});

function Group({ group, ...props }: ResultsProps & { group: ShownGroup }) {
  const { t, day } = useSpeech();
  const { dialogue, total, partial, hits, folded, unfolded } = group;
  const { onFold, onUnfold } = props;
  return (
    <Part role="rowgroup" aria-label={dialogue.title} className={classes.group} data-testid="hit-group">
      <Part role="row" className={classes.groupHead}>
        <Part role="gridcell" className={classes.groupCell}>
          <UnstyledButton
            className={classes.groupName}
            tabIndex={-1}
            aria-expanded={!folded}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onFold(dialogue.id, !folded)}
          >
            <IconChevronDown size={16} className={classes.chevron} data-folded={folded || undefined} />
            <span className={classes.groupTitle} lang={dialogue.language}>
              {dialogue.title}
            </span>
            {dialogue.date && <span className={classes.date}>{day(dialogue.date)}</span>}
          </UnstyledButton>
        </Part>
        <Part role="gridcell">
          <Badge size="sm" color="gray" className={classes.groupCount ?? ''}>
            {t('search.group.count', { count: total })}
          </Badge>
        </Part>
      </Part>
      {hits.map((hit) => (
        <Row key={keyOf(hit)} hit={hit} grouped {...props} />
      ))}
      {!folded &&
        (unfolded
          ? hits.length > shownOf(props.shown.groups?.length ?? 0)
          : hits.length < total + partial) && (
          <Part role="row">
            <Part role="gridcell">
              <Anchor
                component="button"
                type="button"
                size="xs"
                tabIndex={-1}
                className={classes.groupMore ?? ''}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onUnfold(dialogue.id, !unfolded)}
              >
                {unfolded ? t('search.group.fewer') : t('search.group.all', { count: total, partial })}
              </Anchor>
            </Part>
          </Part>
        )}
    </Part>
  );
}

interface RowProps extends ResultsProps {
  readonly hit: Hit;
  readonly slim?: boolean;
  readonly grouped?: boolean;
  readonly children?: ReactNode;
}

function Row({
  hit,
  slim = false,
  grouped = false,
  children,
  shown,
  listId,
  active,
  isTicked,
  acts,
}: RowProps) {
  const key = keyOf(hit);
  return (
    <>
      {children}
      <HitRow
        hit={hit}
        id={`${listId}-${key}`}
        active={key === active}
        ticked={isTicked(hit)}
        slim={slim}
        grouped={grouped}
        passage={shown.passages.get(key) ?? null}
        partial={grouped && !hit.complete && shown.partialMarked}
        acts={acts}
      />
    </>
  );
}
