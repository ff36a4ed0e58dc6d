import { Anchor, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { LocalText } from '#shared/model/basics.ts';
import type { Decision } from '#shared/model/decision.ts';
import { SOON_DAYS } from '#shared/model/due.ts';
import { type Agenda, type DueItem, dueKey } from '#shared/overview/due.ts';
import { aboutDue } from '#shared/retrieval/due-told.ts';
import { placeOfDue } from '../../ui/due-item.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { links } from '../../ui/links.ts';
import { PlaceLink } from '../../ui/place-link.tsx';
import classes from './home.module.css';
import { Panel, Sentence } from './panel.tsx';

/** Shown before one asks for all. */
const FEW = 4;

interface DuePanelProps {
  readonly agenda: Agenda;
  readonly nameOf: (subject: Decision['subject']) => LocalText | undefined;
}

/** What is overdue and what is due soon, and whose it is; each leads to the advice or the decision. */
export function DuePanel({ agenda, nameOf }: DuePanelProps) {
  const { t } = useSpeech();
  const [all, setAll] = useState(false);
  const { overdue, soon, next, later, undated } = agenda;
  const items = [
    ...overdue.map((item) => ({ item, late: true })),
    ...soon.map((item) => ({ item, late: false })),
  ];
  const shown = all ? items : items.slice(0, FEW);
  return (
    <Panel
      title={t('home.due')}
      testId="home-due"
      aside={
        undated > 0 && (
          <Text size="xs" c="dimmed">
            {t('home.due.undated', { count: undated })}
          </Text>
        )
      }
    >
      <Sentence>{summary(t, agenda)}</Sentence>
      {shown.length > 0 && (
        <ul className={classes.list}>
          {shown.map(({ item, late }) => (
            <DueRow key={dueKey(item)} item={item} late={late} nameOf={nameOf} />
          ))}
        </ul>
      )}
      <Group gap="lg" mt={4}>
        {shown.length < items.length && (
          <Anchor component="button" type="button" size="sm" onClick={() => setAll(true)}>
            {t('home.showAll', { count: items.length })}
          </Anchor>
        )}
        {items.length + next.length + later.length > 0 && (
          <PlaceLink to={links.followUp()} className={classes.more ?? ''}>
            {t('followUp.open')}
          </PlaceLink>
        )}
      </Group>
    </Panel>
  );
}

function summary(t: ReturnType<typeof useSpeech>['t'], { overdue, soon, next, ...agenda }: Agenda): string {
  const later = next.length + agenda.later.length;
  const counts = { overdue: overdue.length, soon: soon.length, later, days: SOON_DAYS };
  if (overdue.length > 0) return t('home.due.counts', counts);
  if (soon.length > 0) return t('home.due.soon', counts);
  return t(later > 0 ? 'home.due.later' : 'home.due.nothing', counts);
}

function DueRow({ item, late, nameOf }: { item: DueItem; late: boolean } & Pick<DuePanelProps, 'nameOf'>) {
  const { t, day, language } = useSpeech();
  const about = aboutDue(item, nameOf, language) || (item.kind === 'advice' ? t('home.due.untitled') : '–');
  return (
    <li>
      <PlaceLink to={placeOfDue(item)} className={classes.row ?? ''}>
        <span className={classes.about}>
          <Text span size="xs" c="dimmed">
            {t(`followUp.kind.${item.kind}`)}
          </Text>
          <Text span size="sm" lineClamp={2}>
            {about}
          </Text>
        </span>
        <span className={classes.side}>
          <Text
            span
            size="xs"
            fw={late ? 600 : 400}
            className={classes.due ?? ''}
            data-late={late || undefined}
          >
            {t(late ? 'home.due.overdue' : 'home.due.on', { date: day(item.due) })}
          </Text>
          <Text span size="xs" c="dimmed" truncate>
            {item.owner || t('home.due.noOwner')}
          </Text>
        </span>
      </PlaceLink>
    </li>
  );
}
