import '@mantine/dates/styles.css';
import 'dayjs/locale/ja.js';
import { SegmentedControl, Stack } from '@mantine/core';
import { DatePicker, MonthPicker, YearPicker } from '@mantine/dates';
import { useState } from 'react';
import type { PartialDate } from '#shared/model/basics.ts';
import { useSpeech } from './i18n.tsx';

/** How much of a date is known: 4, 7 or 10 characters of it. */
const PARTS = { day: 10, month: 7, year: 4 } as const;
type Part = keyof typeof PARTS;
const PICKERS = { day: DatePicker, month: MonthPicker, year: YearPicker } as const;

export interface DatePickProps {
  readonly date: PartialDate | null;
  readonly onPick: (date: PartialDate) => void;
}

/** A calendar from which a day, a month or a year is chosen. */
export default function DatePick({ date, onPick }: DatePickProps) {
  const { t, language } = useSpeech();
  const known = (Object.keys(PARTS) as Part[]).find((part) => PARTS[part] === date?.length);
  const [part, setPart] = useState<Part>(known ?? 'month');
  const Picker = PICKERS[part];
  const whole = date === null ? null : date + '0000-01-01'.slice(date.length);
  return (
    <Stack gap="xs" align="center">
      <SegmentedControl
        size="xs"
        fullWidth
        w="100%"
        aria-label={t('date.part')}
        value={part}
        onChange={(chosen) => setPart(chosen as Part)}
        data={(Object.keys(PARTS) as Part[]).map((one) => ({ value: one, label: t(`date.part.${one}`) }))}
      />
      <Picker
        locale={language}
        firstDayOfWeek={language === 'ja' ? 0 : 1}
        value={whole}
        {...(whole ? { defaultDate: whole } : {})}
        onChange={(chosen) => chosen && onPick(chosen.slice(0, PARTS[part]))}
        {...(language === 'ja' ? { monthLabelFormat: 'YYYY年M月', yearLabelFormat: 'YYYY年' } : {})}
      />
    </Stack>
  );
}
