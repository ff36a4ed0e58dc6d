import { Anchor, Checkbox, TextInput, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconSearch } from '@tabler/icons-react';
import { memo, useId, useState } from 'react';
import { type Answer, FACETS, type Facet, type FacetValue } from '#shared/search/request.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { type Ticked, tickedCount, toggled, withFacet } from './asked.ts';
import { facetLabel } from './facet-words.ts';
import classes from './facets.module.css';

/** Values shown before the rest is asked for. */
const FIRST = 6;
/** From so many values on there is a field to find one. */
const MANY = 14;

export interface FacetsProps {
  readonly answer: Answer | null;
  readonly chosen: Ticked;
  readonly onChosen: (chosen: Ticked) => void;
  /** What they stand in is titled already. */
  readonly untitled?: boolean;
}

/** What the results can be narrowed by, each value with how many results it would leave. */
export const Facets = memo(function Facets({ answer, chosen, onChosen, untitled = false }: FacetsProps) {
  const { t } = useSpeech();
  return (
    <div className={classes.facets}>
      <div className={classes.head}>
        {!untitled && <h2 className={classes.title}>{t('search.facets')}</h2>}
        {tickedCount(chosen) > 0 && (
          <Anchor component="button" type="button" size="xs" onClick={() => onChosen({})}>
            {t('search.facets.clear')}
          </Anchor>
        )}
      </div>
      {FACETS.map((facet) => {
        const values = answer?.facets[facet] ?? [];
        return values.length === 0 ? null : (
          <FacetSection
            key={facet}
            facet={facet}
            values={values}
            total={answer?.facetTotals[facet] ?? values.length}
            chosen={chosen}
            onChosen={onChosen}
          />
        );
      })}
    </div>
  );
});

interface SectionProps {
  readonly facet: Facet;
  readonly values: readonly FacetValue[];
  readonly total: number;
  readonly chosen: Ticked;
  readonly onChosen: (chosen: Ticked) => void;
}

function FacetSection({ facet, values, total, chosen, onChosen }: SectionProps) {
  const { t, language } = useSpeech();
  const [open, setOpen] = useState(true);
  const [whole, setWhole] = useState(false);
  const [typed, setTyped] = useState('');
  const listId = useId();
  const name = t(`search.facet.${facet}`);
  const ticked = chosen[facet] ?? [];
  // Ticking moves nothing: the answer names what is ticked first, and comes a moment later.
  const labelled = values
    .map((one) => ({
      ...one,
      shown: facetLabel(facet, one, t, language),
      chosen: ticked.includes(one.value),
    }))
    .sort((a, b) => b.count - a.count || a.shown.localeCompare(b.shown, language));
  const wanted = folded(typed.trim());
  const fitting = wanted === '' ? labelled : labelled.filter(({ shown }) => folded(shown).includes(wanted));
  // What is ticked stays in sight.
  const shown = whole ? fitting : fitting.filter((one, index) => index < FIRST || one.chosen);
  return (
    <section className={classes.section} aria-label={name}>
      <div className={classes.head}>
        <UnstyledButton
          className={classes.name}
          aria-expanded={open}
          aria-controls={listId}
          onClick={() => setOpen(!open)}
        >
          <IconChevronDown size={14} className={classes.chevron} data-folded={!open || undefined} />
          {name}
        </UnstyledButton>
        {ticked.length > 0 && (
          <Anchor
            component="button"
            type="button"
            size="xs"
            aria-label={t('search.facet.clear', { facet: name })}
            onClick={() => onChosen(withFacet(chosen, facet, []))}
          >
            {t('search.facet.clear.short')}
          </Anchor>
        )}
      </div>
      {open && (
        <div id={listId} className={classes.values}>
          {whole && values.length > MANY && (
            <TextInput
              size="xs"
              leftSection={<IconSearch size={13} />}
              aria-label={t('search.facet.find', { facet: name })}
              placeholder={t('search.facet.find', { facet: name })}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          )}
          {shown.map(({ value, shown: label, count, chosen: on }) => (
            <Checkbox
              key={value}
              size="xs"
              checked={on}
              classNames={{
                root: classes.value ?? '',
                body: classes.valueBody ?? '',
                labelWrapper: classes.valueWords ?? '',
                label: classes.valueLabel ?? '',
              }}
              aria-label={t('search.facet.value', { label, count })}
              label={
                <>
                  <span className={classes.valueName} title={label}>
                    {label}
                  </span>
                  <span className={classes.count}>{count}</span>
                </>
              }
              onChange={(event) => onChosen(toggled(chosen, facet, value, event.currentTarget.checked))}
            />
          ))}
          {wanted !== '' && fitting.length === 0 && (
            <span className={classes.hint}>{t('search.facet.noneFound')}</span>
          )}
          {(whole || shown.length < fitting.length) && (
            <Anchor
              component="button"
              type="button"
              size="xs"
              onClick={() => {
                setWhole(!whole);
                setTyped('');
              }}
            >
              {whole ? t('search.facet.fewer') : t('search.facet.all', { count: values.length })}
            </Anchor>
          )}
          {whole && total > values.length && (
            <span className={classes.hint}>{t('search.facet.beyond', { shown: values.length, total })}</span>
          )}
        </div>
      )}
    </section>
  );
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
