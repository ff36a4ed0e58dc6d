import { Menu } from '@mantine/core';
import { IconArrowRight, IconBulb, IconCopy, IconReplace, IconSquareCheck } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Id } from '#shared/model/basics.ts';
import { activeCodings, type Coding } from '#shared/model/coding.ts';
import type { Find } from '#shared/retrieval/find.ts';
import { Recode } from '../../dialogs/recode.tsx';
import { useCopyQuote } from '../../dialogs/use-copy-quote.tsx';
import { readOnce } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { ContextMenu, type MenuPlace } from '../../ui/context-menu.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';

export interface FindActs {
  readonly menu: (find: Find, at: MenuPlace) => void;
  /** Asks for another issue for the codings of several. */
  readonly recode: (finds: readonly Find[]) => void;
  readonly ticked: ReadonlyMap<Id, Find>;
  readonly tick: (find: Find) => void;
  readonly clear: () => void;
  readonly dialogs: ReactNode;
}

/** What can be done with passages that were found: with one by its menu, with several that are selected. */
export function useFindActs(): FindActs {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const { copy, dialog } = useCopyQuote();
  const [asked, setAsked] = useState<{ readonly find: Find; readonly at: MenuPlace } | null>(null);
  const [codings, setCodings] = useState<readonly Coding[] | null>(null);
  const [ticked, setTicked] = useState<ReadonlyMap<Id, Find>>(new Map());

  const tick = (find: Find) => {
    const next = new Map(ticked);
    if (!next.delete(find.id)) next.set(find.id, find);
    setTicked(next);
  };
  const recode = (finds: readonly Find[]) =>
    void attempt(async () => {
      const passageIds = finds.flatMap((find) => find.passageIds);
      const rows = await readOnce((db) => db.codings.where('passageId').anyOf(passageIds).toArray());
      setCodings(activeCodings(rows));
    });
  const copyFind = (find: Find) =>
    void attempt(async () => {
      const rows = await readOnce((db) => db.passages.bulkGet([...find.passageIds]));
      const own = rows.filter((row) => row?.state === 'anchored' && row.turnId === find.turn.id);
      const first = rows[0];
      if (own.length === 0) return void (first && copy(first));
      copy({
        turnId: find.turn.id,
        start: Math.min(...own.map((row) => row?.start ?? 0)),
        end: Math.max(...own.map((row) => row?.end ?? 0)),
      });
    });

  const find = asked?.find;
  const [advice] = find?.advice ?? [];
  return {
    menu: (one, at) => setAsked({ find: one, at }),
    recode,
    ticked,
    tick,
    clear: () => setTicked(new Map()),
    dialogs: (
      <>
        {asked && find && (
          <ContextMenu at={asked.at} onClose={() => setAsked(null)} testId="find-menu">
            <Menu.Item
              leftSection={<IconArrowRight size={15} />}
              onClick={() => go(links.passage(find.dialogue.id, find.turn.id, find.id))}
            >
              {t('advice.menu.passage')}
            </Menu.Item>
            {advice && (
              <Menu.Item leftSection={<IconBulb size={15} />} onClick={() => go(links.advice(advice.id))}>
                {t('desk.advice.open')}
              </Menu.Item>
            )}
            <Menu.Item leftSection={<IconCopy size={15} />} onClick={() => copyFind(find)}>
              {t('common.copyQuote')}
            </Menu.Item>
            {find.issueIds.length > 0 && (
              <Menu.Item leftSection={<IconReplace size={15} />} onClick={() => recode([find])}>
                {t('recode.act')}
              </Menu.Item>
            )}
            <Menu.Divider />
            <Menu.Item leftSection={<IconSquareCheck size={15} />} onClick={() => tick(find)}>
              {t(ticked.has(find.id) ? 'advice.untick' : 'advice.tick')}
            </Menu.Item>
          </ContextMenu>
        )}
        {codings && (
          <Recode codings={codings} onClose={() => setCodings(null)} onDone={() => setTicked(new Map())} />
        )}
        {dialog}
      </>
    ),
  };
}
