import { Group, Progress, Stack, Text, Title } from '@mantine/core';
import { groupBy } from '#shared/group.ts';
import { fiscalYearLabel } from '#shared/i18n/dates.ts';
import type { Answer } from '#shared/model/answer.ts';
import type { Arrangement } from '#shared/model/arrangement.ts';
import { fiscalYearOf } from '#shared/model/workspace.ts';
import { checklistOf } from '#shared/statement/checklists.ts';
import { coverStateOf } from '#shared/statement/coverage.ts';
import { today } from '../../platform/today.ts';
import { useRows } from '../../store/index.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { links } from '../../ui/links.ts';
import { PlaceLink } from '../../ui/place-link.tsx';
import { CriteriaAnswers } from './criteria-answers.tsx';

/** The criteria by which a channel is judged, asked of each channel and year. */
const CHECKLIST = 'ungp-31';

/** How far the effectiveness criteria are answered for a channel, year by year; each leads to its answers. */
export function ChannelCriteria({ arrangement: { id } }: { readonly arrangement: Arrangement }) {
  const { t, language } = useSpeech();
  const read = useRows(
    async (db) => {
      const answers = await db.answers
        .filter(({ checklist, subject }) => checklist === CHECKLIST && subject?.id === id)
        .toArray();
      return { answers, convention: (await db.workspace.toCollection().first())?.fiscalYear };
    },
    [id],
  );
  if (!read?.convention) return null;
  const { convention } = read;
  const requirements = checklistOf(CHECKLIST).requirements.filter((one) => one.asked === 'channel');
  const asked = requirements.length;
  const rows = yearsOf(read.answers, fiscalYearOf(today(), convention));
  const [latest] = rows;
  return (
    <section aria-label={t('register.criteria')}>
      <Title order={2} size="h5" mb={4}>
        {t('register.criteria')}
      </Title>
      <Stack gap={6}>
        {rows.map(({ fiscalYear, of, said }) => {
          const year = fiscalYearLabel(fiscalYear, convention, language);
          const told = t('register.criteria.of', { said, asked });
          return (
            <Group key={`${fiscalYear} ${of}`} gap="sm" wrap="nowrap">
              <PlaceLink
                to={links.statements({ checklist: CHECKLIST, year: fiscalYear, of })}
                fz="sm"
                td="underline"
              >
                {year}
              </PlaceLink>
              <Progress w={120} value={(100 * said) / asked} aria-label={`${year}: ${told}`} />
              <Text size="sm" c="dimmed">
                {told}
              </Text>
            </Group>
          );
        })}
      </Stack>
      {latest && latest.said > 0 && (
        <CriteriaAnswers
          requirements={requirements}
          answers={read.answers.filter(
            ({ fiscalYear, of }) => fiscalYear === latest.fiscalYear && of === latest.of,
          )}
        />
      )}
    </section>
  );
}

interface YearRow {
  readonly fiscalYear: number;
  readonly of: Answer['of'];
  /** Criteria of which something is said. */
  readonly said: number;
}

/** The years that were answered for, the latest first; where none was, the one before this, to begin with. */
function yearsOf(answers: readonly Answer[], thisYear: number): YearRow[] {
  const rows = [...groupBy(answers, ({ fiscalYear, of }) => `${fiscalYear} ${of}`).values()].flatMap(
    (own): YearRow[] => {
      const [first] = own;
      const said = own.filter((one) => ['answered', 'partly', 'not-applicable'].includes(coverStateOf(one)));
      return first ? [{ fiscalYear: first.fiscalYear, of: first.of, said: said.length }] : [];
    },
  );
  if (rows.length === 0) return [{ fiscalYear: thisYear - 1, of: null, said: 0 }];
  return rows.sort((a, b) => b.fiscalYear - a.fiscalYear);
}
