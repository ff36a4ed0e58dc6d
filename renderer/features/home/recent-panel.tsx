import { Text } from '@mantine/core';
import { IconMessages, IconScale, IconTags } from '@tabler/icons-react';
import { recentVisits } from '../../platform/visits.ts';
import { openStoreId, useRows } from '../../store/index.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import classes from './home.module.css';
import { Panel, Sentence } from './panel.tsx';

const SHOWN = 7;

/** The kinds of things that are listed, by the first part of their address. */
const KINDS = {
  dialogues: { table: 'dialogues', word: 'home.recent.dialogue', icon: IconMessages },
  issues: { table: 'issues', word: 'home.recent.issue', icon: IconTags },
  assessment: { table: 'rounds', word: 'home.recent.round', icon: IconScale },
} as const;

/** Dialogues, issues and rounds that were opened lately on this device, as far as they are still there. */
export function RecentPanel() {
  const { t, local } = useSpeech();
  const storeId = openStoreId();
  const found = useRows(
    async (db) => {
      const visits = recentVisits(storeId).flatMap(({ place }) => {
        const [, first = '', id = ''] = /^\/([a-z]+)\/([0-9a-f-]{36})/.exec(place) ?? [];
        return first in KINDS ? [{ place, id, kind: KINDS[first as keyof typeof KINDS] }] : [];
      });
      const rows = await Promise.all(visits.map(({ id, kind }) => db[kind.table].get(id)));
      return visits
        .flatMap((visit, index) => {
          const row = rows[index];
          return row ? [{ ...visit, name: 'title' in row ? row.title : row.name }] : [];
        })
        .slice(0, SHOWN);
    },
    [storeId],
  );
  return (
    <Panel title={t('home.recent')} testId="home-recent">
      {found?.length === 0 && <Sentence>{t('home.recent.none')}</Sentence>}
      <ul className={classes.list}>
        {found?.map(({ place, kind: { word, icon: Icon }, name }) => (
          <li key={place}>
            <PlaceLink to={place} className={classes.row ?? ''}>
              <Icon size={16} stroke={1.6} aria-hidden className={classes.icon} />
              <Text span size="sm" truncate className={classes.about ?? ''}>
                {typeof name === 'string' ? name : local(name)}
              </Text>
              <Text span size="xs" c="dimmed">
                {t(word)}
              </Text>
            </PlaceLink>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
