import type { Paint } from './palette.ts';

/** What a shape is for: how it is painted where colours are few, and what a reader's eye may single out. */
export type Role =
  | 'region'
  | 'band'
  | 'grid'
  | 'threshold'
  | 'axis'
  | 'caption'
  | 'whisker'
  | 'reading'
  | 'halo'
  | 'arrow'
  | 'leader'
  | 'mark'
  | 'number'
  | 'label'
  | 'legend'
  | 'note';

interface ShapeBase {
  readonly role: Role;
  /** The item that the shape belongs to, where it is drawn apart from it (whiskers lie under all marks). */
  readonly item?: string;
  readonly fill?: Paint;
  readonly stroke?: Paint;
  readonly strokeWidth?: number;
  /** Dash and gap. */
  readonly dash?: readonly [number, number];
  readonly opacity?: number;
}

export interface RectShape extends ShapeBase {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface LineShape extends ShapeBase {
  readonly kind: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Path data about (0, 0), moved to (x, y). */
export interface PathShape extends ShapeBase {
  readonly kind: 'path';
  readonly x: number;
  readonly y: number;
  readonly d: string;
}

/** One line of text; `y` is its baseline. */
export interface TextShape extends ShapeBase {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly bold?: boolean;
  /** Keeps the text readable over lines: painted around it in the ground's colour. */
  readonly halo?: boolean;
}

export type Shape = RectShape | LineShape | PathShape | TextShape;

/** Something a person can point at and open. */
export interface SceneItem {
  readonly id: string;
  /** Its name, in full. */
  readonly label: string;
  /** What the picture says of it, in words: for tooltips and for those who do not see it. */
  readonly description: string;
  /** Middle and radius of its mark. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly shapes: readonly Shape[];
  /** Drawn while it is pointed at or kept open, on screens alone: what would be too much for all items at once. */
  readonly detail?: readonly Shape[];
}

/** A picture as plain data: `svgOf` writes it to a file, `SceneView` paints it in the window. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  /** BCP 47. */
  readonly language: string;
  readonly backdrop: readonly Shape[];
  /** In the order in which they are to be read. */
  readonly items: readonly SceneItem[];
  readonly front: readonly Shape[];
}

/** Fonts of a picture: those of the app, so that widths hold. */
export const SCENE_FONTS =
  "'Segoe UI', 'Hiragino Sans', 'Yu Gothic UI', 'Noto Sans', 'Noto Sans CJK JP', 'Noto Sans JP', Meiryo, sans-serif";
