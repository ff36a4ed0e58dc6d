import { Table, Text, Title } from '@mantine/core';
import { countedFigures } from '#shared/figures/series.ts';
import { cellText, valueText } from '#shared/figures/value-text.ts';
import { groupBy } from '#shared/group.ts';
import { fiscalYearLabel } from '#shared/i18n/dates.ts';
import type { Arrangement } from '#shared/model/arrangement.ts';
import type { Id } from '#shared/model/basics.ts';
import type { Figure } from '#shared/model/figure.ts';
import type { Indicator } from '#shared/model/indicator.ts';
import { useRows } from '../../store/index.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { links } from '../../ui/links.ts';
import { PlaceLink } from '../../ui/place-link.tsx';
import classes from './register-view.module.css';

/** What is counted of one thing: the whole, or a part such as a kind of complaint or an outcome. */
interface CountLine {
  readonly key: string;
  readonly indicator: Indicator;
  readonly cell: Figure['cell'];
  readonly figures: readonly Figure[];
}

/** What came through a channel, year by year and part by part; each number leads to its figure. */
export function ChannelCounts({ arrangement: { id } }: { readonly arrangement: Arrangement }) {
  const { t, local, language } = useSpeech();
  const read = useRows(
    async (db) => {
      const figures = countedFigures(await db.figures.where('via').equals(id).toArray()).filter(
        ({ role }) => role === 'actual',
      );
      const indicators = new Map<Id, Indicator>((await db.indicators.toArray()).map((one) => [one.id, one]));
      const convention = (await db.workspace.toCollection().first())?.fiscalYear;
      return { lines: linesOf(figures, indicators), years: yearsOf(figures), convention };
    },
    [id],
  );
  if (!read?.convention) return null;
  const { lines, years, convention } = read;
  return (
    <section aria-label={t('register.counts')}>
      <Title order={2} size="h5" mb={4}>
        {t('register.counts')}
      </Title>
      {lines.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('register.counts.none')}{' '}
          <PlaceLink to={links.figures()} fz="sm" td="underline">
            {t('register.counts.toFigures')}
          </PlaceLink>
        </Text>
      ) : (
        <div className={classes.frame}>
          <Table aria-label={t('register.counts')} verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('register.counts.what')}</Table.Th>
                {years.map((year) => (
                  <Table.Th key={year} ta="right">
                    {fiscalYearLabel(year, convention, language)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lines.map(({ key, indicator, cell, figures }) => (
                <Table.Tr key={key}>
                  <Table.Td fz="sm" {...(Object.keys(cell).length > 0 ? { pl: 'xl' } : {})}>
                    {Object.keys(cell).length > 0
                      ? cellText(indicator, cell, language)
                      : local(indicator.name)}
                  </Table.Td>
                  {years.map((year) => (
                    <Table.Td key={year} ta="right" fz="sm">
                      {figures
                        .filter(({ period }) => period.fiscalYear === year)
                        .map((figure) => (
                          <PlaceLink key={figure.id} to={links.figures({ figure: figure.id })} fz="sm">
                            {valueText(figure, t)}
                          </PlaceLink>
                        ))}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </section>
  );
}

/** Wholes before their parts, indicator by indicator. */
function linesOf(figures: readonly Figure[], indicators: ReadonlyMap<Id, Indicator>): CountLine[] {
  const groups = groupBy(figures, ({ indicatorId, cell }) => `${indicatorId} ${JSON.stringify(cell)}`);
  return [...groups]
    .flatMap(([key, own]): CountLine[] => {
      const indicator = indicators.get(own[0]?.indicatorId ?? '');
      return indicator ? [{ key, indicator, cell: own[0]?.cell ?? {}, figures: own }] : [];
    })
    .sort(
      (a, b) =>
        a.indicator.id.localeCompare(b.indicator.id) ||
        Object.keys(a.cell).length - Object.keys(b.cell).length ||
        a.key.localeCompare(b.key),
    );
}

function yearsOf(figures: readonly Figure[]): number[] {
  return [...new Set(figures.map(({ period }) => period.fiscalYear))].sort((a, b) => a - b);
}
