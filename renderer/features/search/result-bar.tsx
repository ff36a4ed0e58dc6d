import { ActionIcon, Button, Checkbox, Group, Indicator, SegmentedControl, Tooltip } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconHighlight, IconLayoutList, IconList } from '@tabler/icons-react';
import { memo } from 'react';
import { type Answer, SORTS, type Sort } from '#shared/search/request.ts';
import { useObservable } from '../../platform/observable.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { searchGrouped } from '../../ui/search-preferences.ts';
import { type Ticked, tickedCount } from './asked.ts';
import classes from './search.module.css';
import { Found } from './status.tsx';

export interface ResultBarProps {
  readonly answer: Answer;
  readonly chosen: Ticked;
  readonly sort: Sort;
  /** Turns that were found, and how many of them are ticked. */
  readonly turns: number;
  readonly ticked: number;
  readonly onTickAll: (all: boolean) => void;
  readonly onCode: () => void;
  readonly onSort: (sort: Sort) => void;
  /** Null: the facets stand beside the results. */
  readonly onFacets: (() => void) | null;
}

/** How many were found, what is done with all of them, and how they are listed. */
export const ResultBar = memo(function ResultBar({
  answer,
  chosen,
  sort,
  turns,
  ticked,
  onTickAll,
  onCode,
  onSort,
  onFacets,
}: ResultBarProps) {
  const { t } = useSpeech();
  const grouped = useObservable(searchGrouped.value);
  const narrowedBy = tickedCount(chosen);
  return (
    <Group gap="sm" className={classes.bar}>
      {onFacets && (
        <Indicator label={narrowedBy} size={16} disabled={narrowedBy === 0}>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconAdjustmentsHorizontal size={15} />}
            onClick={onFacets}
          >
            {t('search.facets')}
          </Button>
        </Indicator>
      )}
      {turns > 0 && (
        <Checkbox
          size="xs"
          aria-label={t('search.tickAll')}
          title={t('search.tickAll')}
          checked={ticked > 0 && ticked === turns}
          indeterminate={ticked > 0 && ticked < turns}
          onChange={() => onTickAll(ticked === 0)}
        />
      )}
      <Found answer={answer} chosen={chosen} />
      {answer.hits.length > 0 && (
        <Group gap="xs" className={classes.options} wrap="nowrap">
          {turns > 0 && (
            <Button
              size="xs"
              variant={ticked > 0 ? 'filled' : 'default'}
              leftSection={<IconHighlight size={15} />}
              onClick={onCode}
            >
              {ticked > 0 ? t('search.code.some', { count: ticked }) : t('search.code.all')}
            </Button>
          )}
          <SegmentedControl
            size="xs"
            aria-label={t('search.sort')}
            value={sort}
            onChange={(value) => onSort(SORTS.find((one) => one === value) ?? 'relevance')}
            data={SORTS.map((value) => ({ value, label: t(`search.sort.${value}`) }))}
          />
          <Tooltip label={t(grouped ? 'search.flat' : 'search.grouped')}>
            <ActionIcon
              size={30}
              variant="default"
              aria-pressed={grouped}
              aria-label={t('search.grouped')}
              onClick={() => searchGrouped.set(!grouped)}
            >
              {grouped ? <IconLayoutList size={16} /> : <IconList size={16} />}
            </ActionIcon>
          </Tooltip>
        </Group>
      )}
    </Group>
  );
});
