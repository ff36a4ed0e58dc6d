import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';
import { navigate } from 'wouter/use-hash-location';
import type { Id } from '#shared/model/basics.ts';
import { type PassageQuery, VIEW_FORMS, type ViewForm } from '#shared/model/view.ts';
import { fromAddress, toAddress } from '#shared/retrieval/address.ts';
import { links } from '../../ui/links.ts';

/** What the address asks: the passages wanted, the form they are shown in, and the saved view it began with. */
export interface Asked {
  readonly query: PassageQuery;
  readonly form: ViewForm;
  readonly viewId: Id | null;
}

/** Goes to what is asked; `step: false` takes the place of the address before, as one change that goes on. */
export type Ask = (next: Partial<Asked>, options?: { readonly step: boolean }) => void;

/** The question stands in the address, so that back and forward go from question to question. */
export function useQuery(): [Asked, Ask] {
  const [params] = useSearchParams();
  const address = params.toString();
  const asked = useMemo<Asked>(() => {
    const read = new URLSearchParams(address);
    return {
      query: fromAddress(read),
      form: VIEW_FORMS.find((form) => form === read.get('as')) ?? 'list',
      viewId: read.get('view'),
    };
  }, [address]);
  const ask = useCallback<Ask>(
    (next, { step } = { step: true }) => {
      const link = linkTo({ ...asked, ...next });
      navigate(link.includes('?') ? link : `${link}?`, { replace: !step });
    },
    [asked],
  );
  return [asked, ask];
}

export function linkTo({ query, form, viewId }: Asked): string {
  const params = toAddress(query);
  if (form !== 'list') params.set('as', form);
  if (viewId !== null) params.set('view', viewId);
  return links.passages(params.toString());
}
