import { z } from 'zod';
import type { Cited } from '#shared/model/cited.ts';
import { useKept } from '../../store/use-kept.ts';
import type { Figures } from './use-figures.ts';

/** What figures that are typed are cited from. */
export interface TypedSource {
  /** Null = that of the figure in the cell; where there is none, the office's own entry. */
  readonly cited: Cited | null;
  readonly sourceId: string | null;
  readonly choose: (sourceId: string | null) => void;
}

/** The source of what is typed; stays as it was chosen. */
export function useSource({ state }: Figures): TypedSource {
  const [kept, keep] = useKept('figures.source', z.string().nullable(), null);
  const source = state.sources.find(({ id }) => id === kept);
  return {
    sourceId: source?.id ?? null,
    cited: source ? { sourceId: source.id, passageId: null, locator: '', asStated: '' } : null,
    choose: keep,
  };
}
