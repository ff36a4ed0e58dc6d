/** Suppliers: lists of them that are brought in, what is planned with them, and what came of it. */
import type { Draft } from '../change/draft.ts';
import type { FiscalYear, PartialDate } from '../model/basics.ts';
import { newId } from '../model/basics.ts';
import { blankEntry, type Entry } from '../model/entry.ts';
import type { IdOf } from '../model/id.ts';
import { type Organisation, RISK_FACTORS, type RiskFactor } from '../model/organisation.ts';
import { ProblemError } from '../model/problem.ts';
import type { Source } from '../model/source.ts';
import type { ContactKind } from '../suppliers/contacts.ts';
import type { AcceptedSupplier } from '../suppliers/list/choices.ts';
import { newSupplier } from '../suppliers/list/offers.ts';
import { applied } from '../suppliers/list/said.ts';
import type { Authorship } from './authorship.ts';

export interface AcceptedList {
  readonly suppliers: readonly AcceptedSupplier[];
  /** What the list is, as a source of its own; null = nothing is said of it. */
  readonly source: Source | null;
  /** The year that its amounts are of. */
  readonly fiscalYear: FiscalYear | null;
}

/**
 * Brings in suppliers that a person agreed to. What is there is changed by what its rows say, and by nothing else.
 * @param onProgress is told how many are done; it may throw to give all of it up, since nothing is written before the end
 */
export async function acceptSuppliers(
  draft: Draft,
  { suppliers, source, fiscalYear }: AcceptedList,
  onProgress: (done: number) => Promise<void> | void = () => {},
): Promise<{ added: number; changed: number }> {
  if (source) draft.add('sources', source);
  const cited = source && { sourceId: source.id, passageId: null, locator: '', asStated: '' };
  const counts = { added: 0, changed: 0 };
  for (const [done, { into, said }] of suppliers.entries()) {
    if (done % 500 === 0) await onProgress(done);
    if (into === null) {
      draft.add('organisations', newSupplier(newId(), said, { cited, fiscalYear }));
      counts.added++;
    } else {
      await draft.put(
        'organisations',
        applied(await draft.require('organisations', into), said, { cited, fiscalYear }),
      );
      counts.changed++;
    }
  }
  return counts;
}

export interface NewContact {
  readonly of: IdOf<'organisations'>;
  readonly kind: ContactKind;
  /** The supplier programme that it belongs to. */
  readonly arrangementId: IdOf<'arrangements'> | null;
  readonly text: string;
}

/**
 * Plans a visit, survey, audit or declaration.
 * @param isNext whether the supplier is the next in the suggested order, or its equal
 * @param why the reason, where it is not
 * @throws ProblemError `supplier-why-missing`
 */
export async function planContact(
  draft: Draft,
  contact: NewContact & { readonly due: PartialDate | null; readonly isNext: boolean; readonly why: string },
  author: Authorship,
): Promise<Entry> {
  const { isNext, why, due, ...fields } = contact;
  if (!isNext && why.trim() === '') throw new ProblemError('supplier-why-missing');
  return putContact(draft, { ...fields, phase: 'planned', due, why: why.trim() }, author);
}

/** Notes a visit, survey, audit or declaration that took place. */
export async function noteContact(
  draft: Draft,
  contact: NewContact & { readonly when: PartialDate | null },
  author: Authorship,
): Promise<Entry> {
  return putContact(draft, { ...contact, phase: 'done' }, author);
}

async function putContact(
  draft: Draft,
  fields: Partial<Entry> & NewContact,
  author: Authorship,
): Promise<Entry> {
  await draft.require('organisations', fields.of);
  const entry = blankEntry({ id: newId(), ...fields, text: fields.text.trim(), ...author });
  draft.add('entries', entry);
  return entry;
}

/** What was planned took place; why it was planned out of the order stays. */
export async function finishContact(
  draft: Draft,
  entryId: IdOf<'entries'>,
  when: PartialDate | null,
): Promise<void> {
  await draft.patch('entries', entryId, {
    phase: 'done',
    when,
    ...(when === null ? {} : { fiscalYear: null }),
  });
}

/** Says what is known of one factor, and on what it rests; what was cited for another level is no source of this one. */
export async function setFactor(
  draft: Draft,
  supplierId: IdOf<'organisations'>,
  factor: RiskFactor,
  fields: Partial<Omit<Organisation['factors'][number], 'factor'>>,
): Promise<void> {
  const { factors } = await draft.require('organisations', supplierId);
  const before = factors.find((one) => one.factor === factor) ?? {
    factor,
    level: 'unknown' as const,
    cited: null,
  };
  const isOther = fields.level !== undefined && fields.level !== before.level;
  const after = { ...before, ...(isOther ? { cited: null } : {}), ...fields };
  await draft.patch('organisations', supplierId, {
    factors: RISK_FACTORS.flatMap((one) =>
      one === factor ? after : (factors.find((own) => own.factor === one) ?? []),
    ),
  });
}
