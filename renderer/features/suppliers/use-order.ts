import { dequal } from 'dequal/lite';
import { useEffect, useRef, useState } from 'react';
import type { Language } from '#shared/i18n/languages.ts';
import type { Id } from '#shared/model/basics.ts';
import type { Entry } from '#shared/model/entry.ts';
import type { Organisation } from '#shared/model/organisation.ts';
import type { Workspace } from '#shared/model/workspace.ts';
import { type Contacts, contactsOf } from '#shared/suppliers/contacts.ts';
import { type SupplierRow, supplierRowSteps } from '#shared/suppliers/rows.ts';
import { breathing } from '../../platform/breathing.ts';
import { today } from '../../platform/today.ts';
import { onWorkspaceStatus, workspaceStatus } from '../../store/index.ts';

interface Order {
  readonly rows: readonly SupplierRow[];
  readonly contacts: ReadonlyMap<Id, Contacts>;
}

/** What an order follows from. */
interface From {
  readonly organisations: readonly Organisation[];
  readonly entries: readonly Entry[];
  readonly severities: ReadonlyMap<Id, number>;
  /** Of the fiscal year. */
  readonly firstMonth: number;
  readonly language: Language;
  readonly today: string;
}

/** The order that was worked out last: a view that is opened again has it at once. */
let last: { readonly from: From; readonly order: Order } | null = null;
// Nothing of a workspace stays in memory once it is closed.
onWorkspaceStatus(() => {
  if (workspaceStatus().state !== 'open') last = null;
});

function isSame(one: From, other: From): boolean {
  return (
    one.organisations === other.organisations &&
    one.entries === other.entries &&
    one.firstMonth === other.firstMonth &&
    one.language === other.language &&
    one.today === other.today &&
    dequal(one.severities, other.severities)
  );
}

/**
 * The suggested order, worked out in slices beside everything else; while it is, the one before stays.
 * @returns undefined while there is none yet
 */
export function useOrder(
  stored:
    | (Pick<From, 'organisations' | 'entries'> & { readonly workspace: readonly Workspace[] })
    | undefined,
  severities: From['severities'] | undefined,
  language: Language,
): Order | undefined {
  const from =
    stored && severities
      ? {
          ...{ organisations: stored.organisations, entries: stored.entries },
          severities,
          firstMonth: stored.workspace[0]?.fiscalYear.firstMonth ?? 1,
          language,
          today: today(),
        }
      : null;
  const known = from && last && isSame(last.from, from) ? last.order : null;
  const [worked, setWorked] = useState<Order | undefined>(undefined);
  const shown = useRef<Order | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what an order follows from
  useEffect(() => {
    if (!from || known) return;
    const running = new AbortController();
    void workedOut(from, running.signal).then((order) => {
      if (!order) return;
      last = { from, order };
      setWorked(order);
    });
    return () => running.abort();
  }, [from?.organisations, from?.entries, severities, from?.firstMonth, language, from?.today]);
  shown.current = known ?? worked ?? shown.current;
  return shown.current;
}

async function workedOut(from: From, signal: AbortSignal): Promise<Order | undefined> {
  const { organisations, entries, severities, firstMonth, language } = from;
  const contacts = contactsOf(entries, firstMonth);
  const suppliers = organisations.filter(({ kind }) => kind === 'supplier');
  const steps = supplierRowSteps(suppliers, contacts, (id) => severities.get(id), {
    language,
    today: from.today,
  });
  const rows = await breathing(steps, signal);
  return rows && { rows, contacts };
}
