import { Anchor, Group, Pill } from '@mantine/core';
import { memo } from 'react';
import { type Answer, FACETS } from '#shared/search/request.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { type Ticked, tickedCount, toggled } from './asked.ts';
import { facetLabel } from './facet-words.ts';
import classes from './search.module.css';

export interface ChosenPillsProps {
  readonly answer: Answer | null;
  readonly chosen: Ticked;
  readonly onChosen: (chosen: Ticked) => void;
}

/** What the results are narrowed by, each to be taken away. */
export const ChosenPills = memo(function ChosenPills({ answer, chosen, onChosen }: ChosenPillsProps) {
  const { t, language } = useSpeech();
  const count = tickedCount(chosen);
  if (count === 0) return null;
  return (
    <Group gap={6} role="group" aria-label={t('search.chosen')} data-testid="chosen">
      {FACETS.flatMap((facet) =>
        (chosen[facet] ?? []).map((value) => {
          const known = answer?.facets[facet].find((one) => one.value === value);
          const label = t('search.chosen.one', {
            facet: t(`search.facet.${facet}`),
            value: facetLabel(facet, known ?? { value, label: value }, t, language),
          });
          return (
            <Pill
              key={`${facet}:${value}`}
              size="sm"
              withRemoveButton
              classNames={{ root: classes.pill ?? '', label: classes.pillLabel ?? '' }}
              title={label}
              removeButtonProps={{
                'aria-label': t('search.chosen.remove', { label }),
                'aria-hidden': false,
                tabIndex: 0,
              }}
              onRemove={() => onChosen(toggled(chosen, facet, value, false))}
            >
              {label}
            </Pill>
          );
        }),
      )}
      {count > 1 && (
        <Anchor component="button" type="button" size="xs" onClick={() => onChosen({})}>
          {t('search.facets.clear')}
        </Anchor>
      )}
    </Group>
  );
});
