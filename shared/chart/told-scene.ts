import type { Discretion } from '../attribution/discretion.ts';
import type { Scene, Shape } from './scene.ts';

/** A picture as it may leave the office: without the names that any dialogue's policy holds back. */
export function toldScene(scene: Scene, discretion: Discretion): Scene {
  const tell = (text: string) => discretion.anywhere(text);
  const shapes = (all: readonly Shape[]): Shape[] =>
    all.map((shape) => (shape.kind === 'text' ? { ...shape, text: tell(shape.text) } : shape));
  return {
    ...scene,
    title: tell(scene.title),
    description: tell(scene.description),
    backdrop: shapes(scene.backdrop),
    front: shapes(scene.front),
    items: scene.items.map((item) => ({
      ...item,
      label: tell(item.label),
      description: tell(item.description),
      shapes: shapes(item.shapes),
    })),
  };
}
