import { select, type ZoomTransform, zoom, zoomIdentity } from 'd3';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

/** How far a picture can be enlarged. */
const MOST = 6;
const STEP = 1.5;

export interface Zoomed {
  /** 1 = the whole picture. */
  readonly factor: number;
  /** Enlarges about a place of the picture; without one, about the middle of what is seen. */
  readonly by: (direction: 1 | -1, about?: { readonly x: number; readonly y: number }) => void;
  readonly reset: () => void;
  /** Where a place of the picture is now, in its own pixels. */
  readonly place: (x: number, y: number) => { readonly x: number; readonly y: number };
  /** Brings a place of the picture into view where it is outside. */
  readonly show: (x: number, y: number) => void;
}

/**
 * Enlarges what is in a group of a picture, without React painting anything anew: pinch or Ctrl + wheel, and when
 * enlarged, wheel and dragging the ground move it. The picture is never left, and never smaller than whole.
 */
export function useZoom(
  svg: RefObject<SVGSVGElement | null>,
  content: RefObject<SVGGElement | null>,
  size: { readonly width: number; readonly height: number },
  enabled: boolean,
): Zoomed {
  const { width, height } = size;
  const [shown, setShown] = useState<ZoomTransform>(zoomIdentity);
  const transform = useRef<ZoomTransform>(zoomIdentity);
  const behaviour = useRef<ReturnType<typeof zoom<SVGSVGElement, unknown>> | null>(null);

  useEffect(() => {
    const node = svg.current;
    if (!node || !enabled) return;
    const own = zoom<SVGSVGElement, unknown>()
      .scaleExtent([1, MOST])
      .extent([
        [0, 0],
        [width, height],
      ])
      .translateExtent([
        [0, 0],
        [width, height],
      ])
      .filter((event: Event) => {
        // The page scrolls by the wheel as long as the picture is whole; points are dragged, not the ground under them.
        if (event.type === 'wheel') return (event as WheelEvent).ctrlKey || transform.current.k > 1;
        if (event.type === 'dblclick') return false;
        return transform.current.k > 1 && !(event.target as Element).closest('[data-item]');
      })
      .on('zoom', (event: { transform: ZoomTransform }) => {
        transform.current = event.transform;
        content.current?.setAttribute('transform', event.transform.toString());
        setShown(event.transform);
      });
    behaviour.current = own;
    const selection = select(node);
    selection.call(own).on('dblclick.zoom', null);
    return () => {
      selection.on('.zoom', null);
    };
  }, [svg, content, width, height, enabled]);

  const act = useCallback(
    (
      perform: (
        own: ReturnType<typeof zoom<SVGSVGElement, unknown>>,
        on: ReturnType<typeof select<SVGSVGElement, unknown>>,
      ) => void,
    ) => {
      if (svg.current && behaviour.current) perform(behaviour.current, select(svg.current));
    },
    [svg],
  );
  const by = useCallback(
    (direction: 1 | -1, about?: { readonly x: number; readonly y: number }) =>
      act((own, on) =>
        own.scaleBy(
          on,
          direction > 0 ? STEP : 1 / STEP,
          about && transform.current.apply([about.x, about.y]),
        ),
      ),
    [act],
  );
  const reset = useCallback(() => act((own, on) => own.transform(on, zoomIdentity)), [act]);
  const show = useCallback(
    (x: number, y: number) =>
      act((own, on) => {
        const { k } = transform.current;
        if (k === 1) return;
        const [left, top] = transform.current.apply([x, y]);
        const margin = 40;
        if (left < margin || left > width - margin || top < margin || top > height - margin)
          own.translateTo(on, x, y);
      }),
    [act, width, height],
  );
  const place = (x: number, y: number) => {
    const [left, top] = shown.apply([x, y]);
    return { x: left, y: top };
  };
  return { factor: Math.round(shown.k * 10) / 10, by, reset, show, place };
}
