import { Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { fiscalYearLabel } from '#shared/i18n/dates.ts';
import type { FiscalYearConvention } from '#shared/model/workspace.ts';
import { useSpeech } from './i18n.tsx';
import { languageNameIn } from './language-fields.tsx';

export interface FiscalYearFieldsProps {
  readonly languages: readonly string[];
  readonly value: FiscalYearConvention;
  readonly onChange: (value: FiscalYearConvention) => void;
}

/** A year to explain the naming by: the one of today, so that nobody has to think of another. */
const EXAMPLE_YEAR = new Date().getFullYear();

/** When the fiscal year begins, and what it is called in each language. */
export function FiscalYearFields({ languages, value, onChange }: FiscalYearFieldsProps) {
  const { t, language: spoken } = useSpeech();
  const monthName = new Intl.DateTimeFormat(spoken, { month: 'long', timeZone: 'UTC' });
  const monthYear = new Intl.DateTimeFormat(spoken, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const begin = Date.UTC(EXAMPLE_YEAR, value.firstMonth - 1, 1);
  const end = Date.UTC(EXAMPLE_YEAR, value.firstMonth + 10, 1);
  const months = t('settings.fiscalYear.span', {
    from: monthYear.format(begin),
    to: monthYear.format(end),
  });
  return (
    <Stack gap={6}>
      <SimpleGrid cols={languages.length > 1 ? 3 : 2} spacing="sm">
        <Select
          label={t('settings.fiscalYear.firstMonth')}
          data={MONTHS.map((month) => ({
            value: String(month),
            label: monthName.format(Date.UTC(2000, month - 1, 1)),
          }))}
          value={String(value.firstMonth)}
          allowDeselect={false}
          onChange={(month) => onChange({ ...value, firstMonth: Number(month) })}
        />
        {languages.map((language) => {
          const named = (by: 'start' | 'end') =>
            fiscalYearLabel(EXAMPLE_YEAR, { ...value, namedBy: { [language]: by } }, language);
          const sameYear = value.firstMonth === 1;
          return (
            <Select
              key={language}
              label={t('settings.fiscalYear.called', { language: languageNameIn(language, spoken) })}
              data={[
                { value: 'start', label: t('settings.fiscalYear.byStart', { year: named('start') }) },
                ...(sameYear
                  ? []
                  : [{ value: 'end', label: t('settings.fiscalYear.byEnd', { year: named('end') }) }]),
              ]}
              value={sameYear ? 'start' : (value.namedBy[language] ?? 'start')}
              allowDeselect={false}
              onChange={(by) =>
                onChange({
                  ...value,
                  namedBy: { ...value.namedBy, [language]: by === 'end' ? 'end' : 'start' },
                })
              }
            />
          );
        })}
      </SimpleGrid>
      <Text size="xs" c="dimmed">
        {t('settings.fiscalYear.example', { months })}
      </Text>
    </Stack>
  );
}

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
