import { Text } from '@mantine/core';
import type { Area, ChangeGroup } from '#shared/overview/changes.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { describeLabel } from '../../ui/label.ts';
import { links } from '../../ui/links.ts';
import { PlaceLink } from '../../ui/place-link.tsx';
import classes from './home.module.css';
import { Panel, Sentence } from './panel.tsx';
import type { OverviewState } from './use-overview.ts';

/** What changed since the start before this one, by part of the work, and who changed it. */
export function ChangesPanel({ overview, failure, since }: OverviewState) {
  const { t, language } = useSpeech();
  const changes = overview?.changes;
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const total = changes?.groups.reduce((sum, { count }) => sum + count, 0) ?? 0;
  return (
    <Panel
      title={t('home.changes')}
      testId="home-changes"
      busy={!changes && failure === null}
      aside={
        since && (
          <Text size="xs" c="dimmed">
            {t('home.changes.since', { date: time.format(new Date(since.at)) })}
          </Text>
        )
      }
    >
      {failure !== null && <Sentence>{failure}</Sentence>}
      {changes && !since && <Sentence>{t('home.changes.first')}</Sentence>}
      {changes && since && total === 0 && <Sentence>{t('home.changes.none')}</Sentence>}
      {changes?.cut && <Sentence>{t('home.changes.cut', { count: total })}</Sentence>}
      {changes && total > 0 && (
        <ul className={classes.list}>
          {changes.groups.map((group) => (
            <li key={group.area}>
              <GroupRow group={group} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function GroupRow({ group }: { group: ChangeGroup }) {
  const { t } = useSpeech();
  const { area, count, actors, latest } = group;
  const to = placeOf(group);
  const content = (
    <>
      <span className={classes.about}>
        <Text span size="sm" fw={500}>
          {t(`home.area.${area}`)}
        </Text>
        <Text span size="xs" c="dimmed" lineClamp={1}>
          {t(latest.undone ? 'home.changes.undone' : 'home.changes.latest', {
            change: describeLabel(t, latest.label),
          })}
        </Text>
      </span>
      <span className={classes.side}>
        <Text span size="sm">
          {t('home.changes.count', { count })}
        </Text>
        <Text span size="xs" c="dimmed" truncate>
          {actors.map((name) => name || t('home.changes.nobody')).join(t('chart.separator'))}
        </Text>
      </span>
    </>
  );
  return to ? (
    <PlaceLink to={to} className={classes.row ?? ''}>
      {content}
    </PlaceLink>
  ) : (
    <div className={classes.row}>{content}</div>
  );
}

/** The one thing that was changed, else the view where such things are. */
function placeOf({ area, thing }: ChangeGroup): string | null {
  switch (thing?.table) {
    case 'dialogues':
      return links.dialogue(thing.id);
    case 'advice':
      return links.advice(thing.id);
    case 'commitments':
      return links.commitment(thing.id);
    case 'persons':
      return links.person(thing.id);
    case 'issues':
      return links.issue(thing.id);
    case 'rounds':
      return area === 'decisions' ? links.decisions(thing.id) : links.round(thing.id);
    default:
      return VIEWS[area]?.() ?? null;
  }
}

const VIEWS: Readonly<Record<Area, (() => string) | null>> = {
  dialogues: links.dialogues,
  coding: links.passages,
  advice: links.adviceList,
  'follow-up': links.followUp,
  people: links.people,
  issues: links.issues,
  assessment: links.rounds,
  decisions: links.decisions,
  register: () => links.register(),
  other: null,
};
