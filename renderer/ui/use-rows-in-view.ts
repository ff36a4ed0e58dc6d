import { useVirtualizer, type Virtualizer, type VirtualizerOptions } from '@tanstack/react-virtual';
import { useObservable } from '../platform/observable.ts';
import { printing } from '../platform/printing.ts';

type Options = Omit<
  VirtualizerOptions<HTMLElement, Element>,
  'observeElementRect' | 'observeElementOffset' | 'scrollToFn'
>;

/**
 * Which rows of a long list are drawn: those in view, and all of them while the view is printed. Rows carry `data-index`,
 * by which the print style lays them one under the other.
 */
export function useRowsInView(options: Options): Virtualizer<HTMLElement, Element> {
  const whole = useObservable(printing);
  return useVirtualizer({ ...options, ...(whole ? { overscan: options.count } : {}) });
}
