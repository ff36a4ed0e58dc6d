import type { Spot } from '#shared/chart/geometry.ts';

/** Where a point that is tried elsewhere would stand, and what would follow. */
export interface Landing {
  /** Equal keys = nothing new to say. */
  readonly key: string;
  readonly spot: Spot;
  readonly lines: readonly string[];
}

/** What dragging a point of a picture means. Nothing that is tried is kept. */
export interface Exploring {
  /** The place nearest to a spot at which an item can be tried; null = this one cannot. */
  readonly at: (id: string, spot: Spot) => Landing | null;
  /** One step from where it stands, or from where it is tried. */
  readonly step: (id: string, from: Spot, across: -1 | 0 | 1, up: -1 | 0 | 1) => Landing | null;
  /** Told when something is tried, and when it is given up (null). */
  readonly onTry?: (id: string | null, landing: Landing | null) => void;
}
