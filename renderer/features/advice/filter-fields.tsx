import { Select, type SelectProps, SimpleGrid } from '@mantine/core';
import { ADVICE_KINDS, ADVICE_STATUSES } from '#shared/model/advice.ts';
import { CATEGORIES, type Issue } from '#shared/model/issue.ts';
import { type AdviceWords, ownersOf } from '#shared/retrieval/advice-sheet.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { type AdviceFilter, type HeardAdvice, speakersOf } from './filter.ts';

export interface FilterProps {
  readonly heard: readonly HeardAdvice[];
  readonly issues: readonly Issue[];
  readonly words: AdviceWords;
  readonly filter: AdviceFilter;
  readonly onChange: (filter: AdviceFilter) => void;
}

/** In a list of owners, what nobody owns; a name cannot be empty, and an option's value cannot either. */
const NOBODY = '\u0000';

/** Everything that the register can be narrowed by, of what there is. */
export function FilterFields({ heard, issues, words, filter, onChange }: FilterProps) {
  const { t, local, language } = useSpeech();
  const collator = new Intl.Collator(language, { numeric: true });
  const used = new Set(heard.flatMap(({ advice }) => advice.issueIds));
  const speakers = new Map(
    heard.flatMap(({ quotes }) => speakersOf(quotes)).map((one) => [one.id, one.name]),
  );
  const dialogues = new Map(heard.flatMap(({ quotes }) => quotes.map(({ dialogue: d }) => [d.id, d.title])));
  const years = [...new Set(heard.flatMap(({ quotes }) => quotes.map((one) => one.dialogue.fiscalYear)))];
  const owners = [...new Set(heard.flatMap((one) => (ownersOf(one).length > 0 ? ownersOf(one) : [''])))].sort(
    collator.compare,
  );
  const field = (
    name: Exclude<keyof AdviceFilter, 'text'>,
    value: string | null,
    data: SelectProps['data'],
    read: (value: string) => unknown = (one) => one,
  ) => (
    <Select
      clearable
      searchable
      size="xs"
      // Inside the panel that it belongs to: a choice is no click beside it.
      comboboxProps={{ withinPortal: false }}
      label={t(`advice.filter.${name}`)}
      data={data ?? []}
      value={value}
      onChange={(next) => onChange({ ...filter, [name]: next === null ? null : read(next) })}
    />
  );
  return (
    // The panel has the focus first: a field that has it opens its list over the others.
    <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs" tabIndex={-1} data-autofocus>
      {field(
        'owner',
        filter.owner === '' ? NOBODY : filter.owner,
        owners.map((owner) =>
          owner === '' ? { value: NOBODY, label: t('advice.noOwner') } : { value: owner, label: owner },
        ),
        (value) => (value === NOBODY ? '' : value),
      )}
      {field(
        'due',
        filter.due,
        (['overdue', 'soon', 'later', 'undated'] as const).map((value) => ({
          value,
          label: t(`advice.due.${value}`),
        })),
      )}
      {field('status', filter.status, [
        { value: 'open', label: t('advice.status.open') },
        { value: 'unanswered', label: t('advice.status.unanswered') },
        ...ADVICE_STATUSES.map((value) => ({ value, label: t(`adviceStatus.${value}`) })),
      ])}
      {field(
        'year',
        filter.year === null ? null : String(filter.year),
        years.sort((a, b) => b - a).map((year) => ({ value: String(year), label: words.year(year) })),
        Number,
      )}
      {field(
        'dialogueId',
        filter.dialogueId,
        [...dialogues].map(([value, label]) => ({ value, label })),
      )}
      {field(
        'issueId',
        filter.issueId,
        CATEGORIES.map((category) => ({
          group: t(`category.${category}`),
          items: issues
            .filter(({ id, category: own }) => own === category && (used.has(id) || id === filter.issueId))
            .map((issue) => ({ value: issue.id, label: local(issue.name) })),
        })).filter(({ items }) => items.length > 0),
      )}
      {field(
        'personId',
        filter.personId,
        [...speakers].map(([value, label]) => ({ value, label })),
      )}
      {field(
        'kind',
        filter.kind,
        ADVICE_KINDS.map((value) => ({ value, label: t(`adviceKind.${value}`) })),
      )}
    </SimpleGrid>
  );
}
