import { Anchor, Button, Checkbox, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { type RestsOn, refKey, restsOn, withRow } from '#shared/statement/rests-on.ts';
import type { RowWords } from '#shared/statement/words.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { AddRow } from './add-row.tsx';
import type { PanelProps } from './panel-props.ts';
import { rowLink } from './row-link.ts';
import classes from './statements.module.css';

/** Rows shown at once. */
const FIRST = 12;

/** What the register holds of a requirement, each row to be printed with the answer or not. */
export function Gathered({ statement, state, place, acts }: PanelProps) {
  const { t } = useSpeech();
  const [isAll, setAll] = useState(false);
  const gathered = statement.gatherer.of(place);
  const used = new Set(restsOn(gathered, place.answer).map(refKey));
  const all = new Map([...gathered, ...(place.answer?.uses ?? [])].map((ref) => [refKey(ref), ref]));
  const rows = [...all.values()].flatMap((ref) => statement.naming.of(ref) ?? []);
  const shown = isAll ? rows : rows.slice(0, FIRST);
  const choose = (ref: RestsOn, isUsed: boolean) =>
    void acts.put(place, withRow(gathered, place.answer, ref, isUsed), 'change.answer.use');
  return (
    <section aria-label={t('statement.gathered')}>
      <Title order={3} size="h6">
        {t('statement.gathered')}
      </Title>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('statement.gathered.none', { year: statement.naming.year(statement.scope.fiscalYear) })}
        </Text>
      ) : (
        <>
          <Text size="xs" c="dimmed" mb={4}>
            {t('statement.gathered.hint')}
          </Text>
          <Stack gap={0}>
            {shown.map((row) => (
              <Row
                key={refKey(row.ref)}
                row={row}
                link={rowLink(row.ref, state)}
                isUsed={used.has(refKey(row.ref))}
                onUse={(isUsed) => choose(row.ref, isUsed)}
              />
            ))}
          </Stack>
          {rows.length > shown.length && (
            <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setAll(true)}>
              {t('statement.gathered.all', { count: rows.length - shown.length })}
            </Button>
          )}
        </>
      )}
      <AddRow
        state={state}
        naming={statement.naming}
        listed={new Set(all.keys())}
        onAdd={(ref) => choose(ref, true)}
      />
    </section>
  );
}

function Row({
  row: { kind, name, asides },
  link,
  isUsed,
  onUse,
}: {
  row: RowWords;
  link: string | null;
  isUsed: boolean;
  onUse: (isUsed: boolean) => void;
}) {
  const { t } = useSpeech();
  return (
    <div className={classes.row} data-testid="gathered-row">
      <Checkbox
        size="sm"
        mt={2}
        checked={isUsed}
        onChange={({ currentTarget }) => onUse(currentTarget.checked)}
        aria-label={t('statement.gathered.use', { name })}
      />
      <div>
        {link === null ? (
          <Text span size="sm">
            {name}
          </Text>
        ) : (
          <PlaceLink to={link}>
            <Anchor component="span" size="sm">
              {name}
            </Anchor>
          </PlaceLink>
        )}
        <Text size="xs" c="dimmed">
          {[kind, ...asides].join(' · ')}
        </Text>
      </div>
    </div>
  );
}
