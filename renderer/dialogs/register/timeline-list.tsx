import { ActionIcon, Badge, Group, Menu, Text } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Entry } from '#shared/model/entry.ts';
import type { TimelineItem } from '#shared/register/timeline.ts';
import { ContextMenu, type MenuPlace, placeOfMenu } from '../../ui/context-menu.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { links } from '../../ui/links.ts';
import { LongList } from '../../ui/long-list.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { entryText, itemWords } from './item-words.ts';
import classes from './register.module.css';
import { useTimeText } from './time-field.tsx';
import { useEntryActs } from './use-entry-acts.ts';
import type { Timeline } from './use-timeline.ts';

interface TimelineListProps {
  readonly timeline: Timeline;
  readonly label: string;
  /** The entry that was asked for by a link: it is brought into view. */
  readonly foundId: string | null;
  readonly onEdit: (entry: Entry) => void;
}

/** What refers to a row, the latest first; each leads to its place. */
export function TimelineList({ timeline, label, foundId, onEdit }: TimelineListProps) {
  return (
    <ul className={classes.items} aria-label={label} data-testid="timeline">
      <LongList items={timeline.items} keyOf={({ key }) => key} estimate={56}>
        {(item) => <ItemRow item={item} timeline={timeline} foundId={foundId} onEdit={onEdit} />}
      </LongList>
    </ul>
  );
}

interface ItemRowProps extends Omit<TimelineListProps, 'label'> {
  readonly item: TimelineItem;
}

function ItemRow({ item, timeline, foundId, onEdit }: ItemRowProps) {
  const { t, local } = useSpeech();
  const timeText = useTimeText(timeline.convention);
  const [menuAt, setMenuAt] = useState<MenuPlace | null>(null);
  const { kind, text, to } = itemWords(item, timeline, { t, local });
  const entry = item.table === 'entries' ? item.row : null;
  const found = entry !== null && entry.id === foundId;
  const place = useInView<HTMLLIElement>(found);
  return (
    <li
      ref={place}
      className={classes.item}
      data-testid="timeline-item"
      data-found={found || undefined}
      data-aside={entry?.standing === 'set-aside' || undefined}
      onContextMenu={(event) => entry && setMenuAt(placeOfMenu(event))}
    >
      <Text size="sm" c="dimmed">
        {timeText(item) || t('register.undated')}
      </Text>
      <div>
        <Group gap={6}>
          <Text span size="xs" c="dimmed">
            {kind}
          </Text>
          {entry && <Marks entry={entry} />}
        </Group>
        <Text size="sm" className={classes.text} component="div">
          {to ? <PlaceLink to={to}>{text}</PlaceLink> : text}
        </Text>
        {entry && <Stated entry={entry} timeline={timeline} />}
      </div>
      {entry ? <EntryMenu entry={entry} timeline={timeline} onEdit={onEdit} /> : <span />}
      {entry && menuAt && (
        <ContextMenu at={menuAt} onClose={() => setMenuAt(null)}>
          <EntryMenuItems entry={entry} onEdit={onEdit} />
        </ContextMenu>
      )}
    </li>
  );
}

/** Brings an element into view once it is what was asked for. */
function useInView<E extends HTMLElement>(wanted: boolean) {
  const place = useRef<E>(null);
  useEffect(() => {
    if (wanted) place.current?.scrollIntoView({ block: 'center' });
  }, [wanted]);
  return place;
}

/** That it is not done, or does not stand. */
function Marks({ entry: { phase, kind, standing } }: { readonly entry: Entry }) {
  const { t } = useSpeech();
  return (
    <>
      {phase !== 'done' && (
        <Badge size="xs" variant="default">
          {t(kind === 'request' ? `entryPhase.request.${phase}` : `entryPhase.${phase}`)}
        </Badge>
      )}
      {standing === 'set-aside' && (
        <Badge size="xs" variant="default">
          {t('register.entry.setAside')}
        </Badge>
      )}
    </>
  );
}

/** Where an entry is stated, by when it is to be done, and why it was dropped or set aside. */
function Stated({ entry, timeline }: { readonly entry: Entry; readonly timeline: Timeline }) {
  const { t, local, day } = useSpeech();
  const { sourceId, locator, passageId, due, phase, why, standing, standingWhy } = entry;
  const said = timeline.dialogueOf(passageId);
  const source = local(timeline.nameOf('sources', sourceId));
  return (
    <Text size="xs" c="dimmed" component="div">
      {source && sourceId && (
        <div>
          <PlaceLink to={links.registered('sources', sourceId)} fz="xs">
            {[source, locator].filter(Boolean).join(', ')}
          </PlaceLink>
        </div>
      )}
      {said && passageId && (
        <div>
          <PlaceLink to={links.passage(said.dialogueId, said.turnId, passageId)} fz="xs">
            {t('register.entry.saidIn', { dialogue: said.title })}
          </PlaceLink>
        </div>
      )}
      {due && phase === 'planned' && <div>{t('register.entry.by', { date: day(due) })}</div>}
      {why && <div>{t('register.entry.because', { why })}</div>}
      {standing === 'set-aside' && standingWhy && (
        <div>{t('register.entry.because', { why: standingWhy })}</div>
      )}
    </Text>
  );
}

function EntryMenu({
  entry,
  timeline,
  onEdit,
}: {
  readonly entry: Entry;
  readonly timeline: Timeline;
  readonly onEdit: (entry: Entry) => void;
}) {
  const { t, local } = useSpeech();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          className={classes.acts ?? ''}
          variant="subtle"
          color="gray"
          aria-label={t('register.entry.menu', { entry: entryText(entry, timeline, { t, local }) })}
        >
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <EntryMenuItems entry={entry} onEdit={onEdit} />
      </Menu.Dropdown>
    </Menu>
  );
}

/** What was told in a dialogue is its words’: it is marked there, and only removed here. */
function EntryMenuItems({
  entry,
  onEdit,
}: {
  readonly entry: Entry;
  readonly onEdit: (entry: Entry) => void;
}) {
  const { t } = useSpeech();
  const acts = useEntryActs();
  return (
    <>
      {entry.kind !== 'told' && (
        <Menu.Item leftSection={<IconPencil size={14} />} onClick={() => onEdit(entry)}>
          {t('register.entry.editAct')}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconTrash size={14} />} onClick={() => void acts.remove(entry)}>
        {t('register.entry.remove')}
      </Menu.Item>
    </>
  );
}
