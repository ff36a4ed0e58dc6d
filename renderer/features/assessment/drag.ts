import type { DragEvent } from 'react';
import { z } from 'zod';
import type { Citation } from '#shared/edit/rating.ts';
import type { IdOf } from '#shared/model/id.ts';

/** What a dragged passage is carried as; a file or text from elsewhere is not. */
const KIND = 'application/x-hearken-passage';
const Carried = z.object({ passageId: z.uuid(), adviceIds: z.array(z.uuid()) });

export type CarriedPassage = Extract<Citation, { readonly passageId: IdOf<'passages'> }>;

export function carry(event: DragEvent, passage: CarriedPassage): void {
  event.dataTransfer.setData(KIND, JSON.stringify(passage));
  event.dataTransfer.effectAllowed = 'copy';
}

export function carriesPassage(event: DragEvent): boolean {
  return event.dataTransfer.types.includes(KIND);
}

/** The passage that was let go; null = something else was. */
export function carriedPassage(event: DragEvent): CarriedPassage | null {
  try {
    return Carried.parse(JSON.parse(event.dataTransfer.getData(KIND)));
  } catch {
    return null;
  }
}
