import type { Disclosure } from '../attribution/disclosure.ts';
import type { Scene, Shape } from './scene.ts';

/** A picture as it may leave the office: without the names that any dialogue's policy holds back. */
export function redactedScene(scene: Scene, disclosure: Disclosure): Scene {
  const redact = (text: string) => disclosure.anywhere(text);
  const shapes = (all: readonly Shape[]): Shape[] =>
    all.map((shape) => (shape.kind === 'text' ? { ...shape, text: redact(shape.text) } : shape));
  return {
    ...scene,
    title: redact(scene.title),
    description: redact(scene.description),
    backdrop: shapes(scene.backdrop),
    front: shapes(scene.front),
    items: scene.items.map((item) => ({
      ...item,
      label: redact(item.label),
      description: redact(item.description),
      shapes: shapes(item.shapes),
    })),
  };
}
