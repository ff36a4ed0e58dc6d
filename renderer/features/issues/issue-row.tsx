import { ActionIcon, Badge, Group, Text, Tooltip } from '@mantine/core';
import { IconDots, IconGripVertical } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import type { LocalText } from '#shared/model/basics.ts';
import { CategoryMark } from '../../ui/category-mark.tsx';
import { ariaKeys, useCommands } from '../../ui/commands.ts';
import { type MenuPlace, placeOfMenu, underEdge } from '../../ui/context-menu.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { rowCommands } from './commands.ts';
import classes from './issue-list.module.css';
import { type IssueActs, IssueMenu } from './issue-menu.tsx';
import type { Standing } from './use-issue-list.ts';

export interface IssueRowProps extends IssueActs {
  readonly passages: number;
  readonly advice: number;
  readonly standing: Standing | undefined;
  readonly round: LocalText | null;
  /** What became of an issue that is off the list; null = it is on it. */
  readonly outcome: string | null;
  readonly order:
    | (NonNullable<IssueActs['order']> & {
        readonly dragging: boolean;
        readonly dropTarget: boolean;
        readonly onDragStart: (event: DragEvent) => void;
        readonly onDragEnd: () => void;
        readonly onDragOver: (event: DragEvent) => void;
        readonly onDrop: (event: DragEvent) => void;
      })
    | null;
}

/** An issue in the list: its names, how much was heard, where it stands, and what can be done with it. */
export function IssueRow(props: IssueRowProps) {
  const { issue, passages, advice, standing, round, outcome, order } = props;
  const { t, local, language } = useSpeech();
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const name = local(issue.name);
  const others = Object.entries(issue.name).filter(([tag, text]) => tag !== language && text !== name);
  const open = () => go(links.issue(issue.id));
  const ordered = () => order !== null;
  const onKeyDown = useCommands(rowCommands, {
    'issues.up': { run: () => order?.onStep(-1), when: ordered },
    'issues.down': { run: () => order?.onStep(1), when: ordered },
  });

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the name inside is the button; the row widens it for the mouse
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <div
      className={classes.row}
      data-off={outcome !== null || undefined}
      data-dragging={order?.dragging || undefined}
      data-drop={order?.dropTarget || undefined}
      data-testid="issue-row"
      draggable={order !== null}
      onDragStart={order?.onDragStart}
      onDragEnd={order?.onDragEnd}
      onDragOver={order?.onDragOver}
      onDrop={order?.onDrop}
      onClick={open}
      onContextMenu={(event) => setMenu(placeOfMenu(event))}
    >
      {order ? (
        <Tooltip label={t('issues.drag', { name })} position="right">
          <span className={classes.grip} aria-hidden>
            <IconGripVertical size={14} />
          </span>
        </Tooltip>
      ) : (
        <span />
      )}
      <a
        href={`#${links.issue(issue.id)}`}
        draggable={false}
        id={rowId(issue.id)}
        className={classes.name}
        aria-keyshortcuts={order ? Object.values(rowCommands).map(ariaKeys).join(' ') : undefined}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          event.preventDefault();
          event.stopPropagation();
          open();
        }}
      >
        <Group gap={8} wrap="nowrap">
          <CategoryMark category={issue.category} />
          <Text span size="sm" fw={500} truncate className={classes.main}>
            {name}
          </Text>
          <Text span size="xs" c="dimmed" truncate className={classes.other} lang={others[0]?.[0]}>
            {outcome ?? others.map(([, text]) => text).join(' · ')}
          </Text>
        </Group>
      </a>
      <span className={classes.number} data-zero={passages === 0 || undefined}>
        {passages}
      </span>
      <span className={classes.number} data-zero={advice === 0 || undefined}>
        {advice}
      </span>
      <div className={classes.standing}>
        <StandingBadge standing={standing} round={round} />
      </div>
      <MoreButton name={name} onOpen={setMenu} />
      {menu && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: only keeps a click on the menu from opening the row
        // biome-ignore lint/a11y/noStaticElementInteractions: as above
        <span onClick={(event) => event.stopPropagation()}>
          <IssueMenu {...props} at={menu} onClose={() => setMenu(null)} />
        </span>
      )}
    </div>
  );
}

/** Id of the element that holds the focus of an issue's row. */
export function rowId(issueId: string): string {
  return `issue-row-${issueId}`;
}

function StandingBadge({ standing, round }: { standing: Standing | undefined; round: LocalText | null }) {
  const { t } = useSpeech();
  if (!standing || standing.tier === null || standing.rank === null) {
    return (
      <Text span size="xs" c="dimmed">
        {round === null ? '' : t('issues.standing.none')}
      </Text>
    );
  }
  const words = t(standing.tied ? 'issues.standing.tied' : 'issues.standing', {
    tier: standing.tier,
    rank: standing.rank,
  });
  const hints = [
    t('issues.standing.of', { round: round ?? '' }),
    ...(standing.complete ? [] : [t('issues.standing.incomplete')]),
    ...(standing.divided ? [t('issues.standing.divided')] : []),
  ];
  return (
    <Tooltip label={hints.join(' ')} multiline maw={300}>
      <Group gap={6} wrap="nowrap">
        <Badge size="sm" variant={standing.tier === 1 ? 'filled' : standing.tier === 2 ? 'light' : 'default'}>
          {words}
        </Badge>
        {standing.divided && (
          <Text span size="xs" c="dimmed" truncate>
            {t('issues.divided')}
          </Text>
        )}
      </Group>
    </Tooltip>
  );
}

function MoreButton({ name, onOpen }: { name: string; onOpen: (at: MenuPlace) => void }) {
  const { t } = useSpeech();
  return (
    <ActionIcon
      aria-label={t('issues.menu', { name })}
      aria-haspopup="menu"
      onClick={(event) => {
        event.stopPropagation();
        onOpen(underEdge(event.currentTarget));
      }}
    >
      <IconDots size={16} />
    </ActionIcon>
  );
}
