import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { z } from 'zod';
import { ADVICE_KINDS, ADVICE_STATUSES } from '#shared/model/advice.ts';
import { ADVICE_COLUMNS, type AdviceColumn } from '#shared/retrieval/advice-sheet.ts';
import { readKept, writeKept } from '../../platform/kept.ts';
import { openStoreId } from '../../store/index.ts';
import type { AdviceLink } from '../../ui/links.ts';
import { type AdviceFilter, NO_FILTER } from './filter.ts';
import { REGISTER_FORMS, type RegisterForm, type RegisterSort } from './order.ts';

/** How the register is looked at. */
export interface Look {
  readonly form: RegisterForm;
  readonly filter: AdviceFilter;
  readonly sort: RegisterSort | null;
  /** By form, where others were chosen than are usual. */
  readonly columns: Readonly<Partial<Record<RegisterForm, readonly AdviceColumn[]>>>;
  /** In CSS pixels, of columns that were made wider or narrower. */
  readonly widths: Readonly<Partial<Record<AdviceColumn, number>>>;
}

/** The narrowest that a column can be made, in CSS pixels. */
export const LEAST_WIDTH = 60;

const Column = z.enum(ADVICE_COLUMNS);
const Columns = z.array(Column).min(1).optional().catch(undefined);
const Choice = z.string().nullable().catch(null);

/** What an earlier version kept, or nobody, is taken as far as it can be. */
const Kept = z.object({
  form: z.enum(REGISTER_FORMS).catch('list'),
  filter: z
    .object({
      text: z.string().catch(''),
      issueId: Choice,
      personId: Choice,
      dialogueId: Choice,
      year: z.number().nullable().catch(null),
      kind: z.enum(ADVICE_KINDS).nullable().catch(null),
      status: z
        .enum([...ADVICE_STATUSES, 'open', 'unanswered'])
        .nullable()
        .catch(null),
      owner: Choice,
      due: z.enum(['undated', 'later', 'soon', 'overdue']).nullable().catch(null),
    })
    .catch(NO_FILTER),
  sort: z.object({ column: Column, down: z.boolean() }).nullable().catch(null),
  columns: z.object({ list: Columns, owner: Columns, dialogue: Columns }).catch({}),
  widths: z.partialRecord(Column, z.number().min(LEAST_WIDTH)).catch({}),
});

const NAME = 'advice';

/** The look as it was left on this device in this workspace; a link into the register (`AdviceLink`) changes it. */
export function useLook(): [Look, (change: Partial<Look>) => void] {
  const storeId = openStoreId();
  const [params] = useSearchParams();
  const query = params.toString();
  const [look, setLook] = useState<Look>(() =>
    linked(Kept.parse(readKept(storeId, NAME) ?? {}) as Look, new URLSearchParams(query)),
  );
  const shown = useRef(query);
  useEffect(() => {
    if (shown.current === query) return;
    shown.current = query;
    setLook((now) => linked(now, new URLSearchParams(query)));
  }, [query]);
  useEffect(() => writeKept(storeId, NAME, look), [storeId, look]);
  return [look, (change) => setLook((now) => ({ ...now, ...change }))];
}

/** What a link asks for in place of the filters that were there; where it asks nothing, all stays. */
function linked(look: Look, params: URLSearchParams): Look {
  const asked = Object.fromEntries(params) as { [Name in keyof AdviceLink]: string };
  if (Object.keys(asked).length === 0) return look;
  const filter = Kept.shape.filter.parse({
    ...NO_FILTER,
    issueId: asked.issue ?? null,
    dialogueId: asked.dialogue ?? null,
    owner: asked.owner ?? null,
    year: asked.year ? Number(asked.year) : null,
    status: asked.status ?? null,
    due: asked.due ?? null,
  }) as AdviceFilter;
  return { ...look, filter, form: REGISTER_FORMS.find((form) => form === asked.as) ?? 'list' };
}
