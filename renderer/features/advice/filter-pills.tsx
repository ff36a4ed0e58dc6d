import { Button, Group, Pill } from '@mantine/core';
import { useSpeech } from '../../ui/i18n.tsx';
import { type AdviceFilter, chosenFilters, isFiltered, NO_FILTER, speakersOf } from './filter.ts';
import type { FilterProps } from './filter-fields.tsx';

/** What the register is narrowed to, each taken away by one click. */
export function FilterPills(props: FilterProps) {
  const { filter, onChange } = props;
  const { t } = useSpeech();
  const wordsOf = useValues(props);
  if (!isFiltered(filter)) return null;
  return (
    <Group gap={6} mt={8} data-testid="advice-pills">
      {chosenFilters(filter).map((name) => (
        <Pill
          key={name}
          withRemoveButton
          onRemove={() => onChange({ ...filter, [name]: null })}
          removeButtonProps={{
            'aria-label': t('advice.filter.remove', { filter: t(`advice.filter.${name}`) }),
            'aria-hidden': false,
            tabIndex: 0,
          }}
        >
          {t('advice.filter.pill', { filter: t(`advice.filter.${name}`), value: wordsOf[name]() })}
        </Pill>
      ))}
      <Button size="compact-xs" variant="subtle" onClick={() => onChange(NO_FILTER)}>
        {t('advice.clearFilters')}
      </Button>
    </Group>
  );
}

/** What each filter is set to, in words; what is not there any more is called so. */
function useValues({
  filter,
  heard,
  words,
}: FilterProps): Readonly<Record<Exclude<keyof AdviceFilter, 'text'>, () => string>> {
  const { t } = useSpeech();
  const gone = t('retrieval.gone');
  const quotes = heard.flatMap((one) => one.quotes);
  return {
    owner: () => filter.owner || t('advice.noOwner'),
    due: () => t(`advice.due.${filter.due ?? 'undated'}`),
    status: () =>
      filter.status === 'open' || filter.status === 'unanswered'
        ? t(`advice.status.${filter.status}`)
        : t(`adviceStatus.${filter.status ?? 'heard'}`),
    year: () => words.year(filter.year ?? 0),
    dialogueId: () =>
      quotes.find(({ dialogue }) => dialogue.id === filter.dialogueId)?.dialogue.title ?? gone,
    issueId: () => words.issue(filter.issueId ?? ''),
    personId: () => speakersOf(quotes).find(({ id }) => id === filter.personId)?.name ?? gone,
    kind: () => t(`adviceKind.${filter.kind ?? 'urge'}`),
  };
}
