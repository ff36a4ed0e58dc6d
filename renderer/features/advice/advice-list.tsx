import { Button, Loader } from '@mantine/core';
import { IconBulb, IconFilterOff } from '@tabler/icons-react';
import { useMemo, useRef } from 'react';
import { adviceDue } from '#shared/model/advice.ts';
import type { Id } from '#shared/model/basics.ts';
import type { Issue } from '#shared/model/issue.ts';
import { today } from '../../platform/today.ts';
import { useRows } from '../../store/index.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { Page } from '../../ui/page.tsx';
import { useOwnPrint } from '../../ui/use-own-print.ts';
import { AdviceDrawer, type Neighbours } from './advice-drawer.tsx';
import { AdviceMenu } from './advice-menu.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { type HeardAdvice, isFiltered, NO_FILTER } from './filter.ts';
import type { RegisterGroup } from './order.ts';
import { RegisterBar } from './register-bar.tsx';
import { type RegisterHandle, RegisterTable } from './register-table.tsx';
import { useAdviceList, useRegisterWords } from './use-advice.ts';
import { useLook } from './use-look.ts';
import { useOutputs } from './use-outputs.tsx';
import { type Register, type RegisterRow, useRegister } from './use-register.ts';
import { useRegisterActs } from './use-register-acts.tsx';

/** All advice as a register; one piece is opened beside it, and the register stays as it is. */
export function AdviceList({ openId }: { openId: Id | null }) {
  const { t } = useSpeech();
  const heard = useAdviceList();
  const issues = useRows((db) => db.issues.toArray(), []);
  if (!heard || !issues) return <Loader m="xl" aria-label={t('advice.title')} />;
  return <OpenList heard={heard} issues={issues} openId={openId} />;
}

interface OpenListProps {
  readonly heard: readonly HeardAdvice[];
  readonly issues: readonly Issue[];
  readonly openId: Id | null;
}

function OpenList({ heard, issues, openId }: OpenListProps) {
  const { t } = useSpeech();
  const [look, setLook] = useLook();
  const issueOf = useMemo(() => new Map(issues.map((issue) => [issue.id, issue])), [issues]);
  const words = useRegisterWords(issueOf);
  const register = useRegister(heard, look, words);
  const outputs = useOutputs(register, words);
  useOwnPrint(outputs.print);
  const handle = useRef<RegisterHandle>(null);
  const state = useRegisterActs(register, openId, handle);
  const headingOf = useHeading(look.form, words.year);
  const day = today();
  const overdue = heard.filter(({ advice }) => adviceDue(advice, day) === 'overdue').length;
  const { menu, chosen, acts } = state;
  const shown = register.rows.length;

  return (
    <Page
      fill={shown > 0}
      title={t('advice.title')}
      description={heard.length === 0 ? t('advice.description') : undefined}
      toolbar={
        heard.length > 0 && (
          <RegisterBar
            heard={heard}
            issues={issues}
            words={words}
            look={look}
            onLook={setLook}
            shown={shown}
            overdue={overdue}
            outputs={outputs}
          />
        )
      }
    >
      {heard.length === 0 && <Empty />}
      {heard.length > 0 && shown === 0 && (
        <EmptyState
          icon={IconFilterOff}
          title={t(look.filter.due === 'overdue' ? 'advice.none.overdue' : 'advice.none')}
          action={
            isFiltered(look.filter) && (
              <Button variant="default" onClick={() => setLook({ filter: NO_FILTER })}>
                {t('advice.clearFilters')}
              </Button>
            )
          }
        >
          {t('advice.none.hint')}
        </EmptyState>
      )}
      {shown > 0 && (
        <>
          {chosen.length > 0 && <BulkBar chosen={chosen} acts={acts} onClear={state.clear} />}
          <RegisterTable
            register={register}
            look={look}
            onLook={setLook}
            words={words}
            issueOf={issueOf}
            active={state.active}
            open={openId}
            chosen={state.ticked}
            onClick={state.onClick}
            onTick={state.onTick}
            onAll={state.onAll}
            onMenu={state.openMenu}
            onKeyDown={state.onKeyDown}
            headingOf={headingOf}
            handle={handle}
          />
        </>
      )}
      {menu && (
        <AdviceMenu
          row={menu.row}
          at={menu.at}
          ticked={state.ticked.has(menu.row.advice.id)}
          onClose={state.closeMenu}
          onStatus={(status) => acts.setStatus([menu.row.advice], status)}
          onTick={() => state.onTick(menu.row.advice.id, false)}
          onCopy={() => state.copy(menu.row)}
          onOwner={(owner) => setLook({ filter: { ...NO_FILTER, owner } })}
        />
      )}
      <AdviceDrawer
        adviceId={openId}
        heard={heard.find(({ advice }) => advice.id === openId) ?? null}
        issues={issues}
        neighbours={useNeighbours(register, openId)}
        acts={acts}
        onShow={(id) => go(links.advice(id))}
        onClose={() => go(links.adviceList())}
      />
      {acts.dialog}
      {outputs.dialog}
      {state.dialog}
    </Page>
  );
}

function Empty() {
  const { t } = useSpeech();
  return (
    <EmptyState
      icon={IconBulb}
      title={t('advice.empty.title')}
      action={<Button onClick={() => go(links.dialogues())}>{t('advice.empty.toDialogues')}</Button>}
    >
      {t('advice.empty.text')}
    </EmptyState>
  );
}

/** What stands over the rows of a group: whose they are or where they were heard, and how many wait. */
function useHeading(
  form: string,
  year: (year: number) => string,
): (group: RegisterGroup<RegisterRow>) => string {
  const { t, day } = useSpeech();
  return ({ key, rows, open, unanswered }) => {
    const dialogue = rows[0]?.quotes[0]?.dialogue;
    const name =
      form === 'owner'
        ? key || t('advice.noOwner')
        : [dialogue && year(dialogue.fiscalYear), dialogue?.title, day(dialogue?.date)]
            .filter(Boolean)
            .join(' · ');
    return t('advice.group', { name, count: rows.length, open, unanswered });
  };
}

/**
 * The rows before and after the one that is open. Where it has left the list (it is no longer overdue, say), those that
 * were beside it when it was last there: who works through a list is not thrown out of it by what they do.
 */
function useNeighbours({ order }: Register, openId: Id | null): Neighbours {
  const last = useRef<readonly Id[]>(order);
  if (openId === null || order.includes(openId)) last.current = order;
  const at = openId === null ? -1 : last.current.indexOf(openId);
  const shown = new Set(order);
  const before = at < 0 ? undefined : last.current.slice(0, at).findLast((id) => shown.has(id));
  const after = at < 0 ? undefined : last.current.slice(at + 1).find((id) => shown.has(id));
  const place = openId === null ? -1 : order.indexOf(openId);
  return {
    previous: before ?? null,
    next: after ?? null,
    at: place < 0 ? null : place + 1,
    count: order.length,
  };
}
