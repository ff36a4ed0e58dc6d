import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { IssueChange, RankMove, RoundChange } from '#shared/assessment/change.ts';
import { rewordedText } from '#shared/chart/moves.ts';
import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { RoundView } from '../../store/rounds.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import classes from './matrix.module.css';

interface ChangeNotesProps {
  readonly change: RoundChange;
  readonly view: RoundView;
  readonly earlier: string;
  readonly yearText: (fiscalYear: number) => string;
  readonly onOpen: (issueId: IdOf<'issues'>) => void;
}

/** What a reader of arrows must know: whether both rounds are of one method and scale, and what became of the list. */
export function ChangeNotes({ change, view, earlier, yearText, onOpen }: ChangeNotesProps) {
  const { t, local } = useSpeech();
  const nameOf = (id: Id) => local(view.issues.get(id)?.name);
  const of = (kind: IssueChange['list']['kind']) => change.issues.filter(({ list }) => list.kind === kind);
  const reworded = rewordedText(t, change, earlier);
  const moved = change.issues
    .flatMap((one) => (one.ranks && total(one.ranks) !== 0 ? [{ ...one, ranks: one.ranks }] : []))
    .sort((a, b) => Math.abs(total(b.ranks)) - Math.abs(total(a.ranks)));
  const link = (id: Id) => (
    <Anchor component="button" type="button" size="sm" ta="start" onClick={() => onOpen(id)}>
      {nameOf(id)}
    </Anchor>
  );
  return (
    <Stack gap="sm" mb="lg" data-testid="change-notes">
      <Title order={2} size="h4">
        {t('matrix.change.title', { earlier })}
      </Title>
      {!change.scales && (
        <Text size="sm">
          {t(change.restated ? 'matrix.change.restated' : 'matrix.change.same', { earlier })}
        </Text>
      )}
      {reworded !== '' && <Text size="sm">{reworded}</Text>}
      <Part title={t('matrix.change.entered')} rows={of('entered')}>
        {({ issueId }) => link(issueId)}
      </Part>
      <Part title={t('matrix.change.merged')} rows={of('merged')}>
        {({ issueId, list }) => (
          <>
            {link(issueId)}
            {list.kind === 'merged' && (
              <Text size="xs" c="dimmed">
                {t('matrix.change.merged.from', {
                  names: list.fromIds.map(nameOf).join(t('chart.separator')),
                })}
              </Text>
            )}
          </>
        )}
      </Part>
      <Part title={t('matrix.change.split')} rows={of('split')}>
        {({ issueId, list }) => (
          <>
            {link(issueId)}
            {list.kind === 'split' && (
              <Text size="xs" c="dimmed">
                {t('matrix.change.split.from', { name: nameOf(list.fromId) })}
              </Text>
            )}
          </>
        )}
      </Part>
      <Part title={t('matrix.change.left')} rows={of('left')}>
        {({ issueId, list }) => (
          <>
            <Text size="sm">{nameOf(issueId)}</Text>
            {list.kind === 'left' && (
              <Text size="xs" c="dimmed">
                {list.retiredAfter === null
                  ? t('matrix.change.left.unassessed')
                  : t('matrix.change.left.after', { year: yearText(list.retiredAfter) })}
              </Text>
            )}
          </>
        )}
      </Part>
      <Part title={t('matrix.change.moved')} rows={moved}>
        {(one) => (
          <>
            {link(one.issueId)}
            <Moved change={one} />
          </>
        )}
      </Part>
      {moved.length === 0 && !change.scales && (
        <Text size="sm" c="dimmed">
          {t('matrix.change.unmoved')}
        </Text>
      )}
      {change.order.tau !== null && (
        <Text size="xs" c="dimmed">
          {t('matrix.change.order', { n: change.order.n, tau: change.order.tau.toFixed(2) })}
        </Text>
      )}
    </Stack>
  );
}

/** From place to place, and how many places come from what. */
export function Moved({ change: { from, to, ranks } }: { change: IssueChange }) {
  const { t } = useSpeech();
  if (from?.rank == null || to?.rank == null || !ranks) return null;
  // As it was printed: where it was restated, `method` is part of the way.
  const places = { from: to.rank - total(ranks), to: to.rank };
  const causes = CAUSES.filter((cause) => ranks[cause] !== 0).map((cause) =>
    t(`matrix.change.by.${cause}`, { places: ranks[cause] }),
  );
  return (
    <Text size="xs" c="dimmed" className={classes.figure} title={t('matrix.change.by.hint')}>
      {causes.length === 0
        ? t('matrix.change.place', places)
        : t('matrix.change.place.by', { ...places, causes: causes.join(t('chart.separator')) })}
    </Text>
  );
}

const CAUSES = ['score', 'method', 'list'] as const;

function total({ score, method, list }: RankMove): number {
  return score + method + list;
}

function Part<T extends { readonly issueId: IdOf<'issues'> }>({
  title,
  rows,
  children,
}: {
  readonly title: string;
  readonly rows: readonly T[];
  readonly children: (row: T) => ReactNode;
}) {
  if (rows.length === 0) return null;
  return (
    <section>
      <Title order={3} size="h6" mb={2}>
        {title} <span className={classes.count}>{rows.length}</span>
      </Title>
      <ul className={classes.order}>
        {rows.map((row) => (
          <li key={row.issueId}>
            <Group gap={8} align="baseline">
              {children(row)}
            </Group>
          </li>
        ))}
      </ul>
    </section>
  );
}
