import type { MethodNote } from '../../assessment/method-note.ts';
import type { Disclosure } from '../../attribution/disclosure.ts';

/** A method note as it may leave the office: titles, reasons and names redacted by `Disclosure`. */
export function redactedNote(note: MethodNote, disclosure: Disclosure): MethodNote {
  const redact = (text: string) => disclosure.anywhere(text);
  const move = <M extends { readonly by: string; readonly why: string }>(one: M): M => ({
    ...one,
    by: redact(one.by),
    why: redact(one.why),
  });
  return {
    ...note,
    sources: {
      ...note.sources,
      // Of a dialogue held off the record only that it was held is told.
      dialogues: note.sources.dialogues.map((one) => ({ ...one, title: disclosure.title(one.id) ?? '' })),
      others: note.sources.others.map(redact),
    },
    assessors: note.assessors.map((one) => ({ ...one, name: '', conflict: redact(one.conflict.trim()) })),
    log: {
      ...note.log,
      changes: note.log.changes.map(move),
      recused: note.log.recused.map((one) => ({ ...one, why: redact(one.why) })),
    },
    lines: {
      ...note.lines,
      setBy: note.lines.setBy ? { ...note.lines.setBy, by: redact(note.lines.setBy.by) } : null,
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
      dissent: redact(one.dissent.trim()),
      decidedBy: redact(one.decidedBy),
    })),
    data: {
      ...note.data,
      record: note.data.record ? { ...note.data.record, by: redact(note.data.record.by) } : null,
    },
  };
}
