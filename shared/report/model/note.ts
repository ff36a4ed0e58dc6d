import type { MethodNote } from '../../assessment/method-note.ts';
import type { Discretion } from '../../attribution/discretion.ts';

/** A method note as it may leave the office: titles, reasons and names through the one door. */
export function toldNote(note: MethodNote, discretion: Discretion): MethodNote {
  const tell = (text: string) => discretion.anywhere(text);
  const move = <M extends { readonly by: string; readonly why: string }>(one: M): M => ({
    ...one,
    by: tell(one.by),
    why: tell(one.why),
  });
  return {
    ...note,
    sources: {
      ...note.sources,
      // Of a dialogue held off the record only that it was held is told.
      dialogues: note.sources.dialogues.map((one) => ({ ...one, title: discretion.title(one.id) ?? '' })),
      others: note.sources.others.map(tell),
    },
    assessors: note.assessors.map((one) => ({ ...one, name: '', conflict: tell(one.conflict.trim()) })),
    lines: {
      ...note.lines,
      setBy: note.lines.setBy ? { ...note.lines.setBy, by: tell(note.lines.setBy.by) } : null,
    },
    aggregation: {
      ...note.aggregation,
      history: note.aggregation.history.map(move),
      reopened: note.aggregation.reopened.map(move),
    },
    decisions: note.decisions.map((one) => ({
      ...one,
      // Said with the decision itself.
      why: '',
      dissent: tell(one.dissent.trim()),
      decidedBy: tell(one.decidedBy),
    })),
    data: {
      ...note.data,
      record: note.data.record ? { ...note.data.record, by: tell(note.data.record.by) } : null,
    },
  };
}
