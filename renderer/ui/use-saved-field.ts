import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { draftOf, keepDraft } from '../platform/drafts.ts';

export interface SavedFieldOptions {
  readonly value: string;
  /**
   * Called with the trimmed text when the field is left (or the view is closed) and the text has changed. Where it
   * resolves to false the person went back, and the field shows again what is stored.
   */
  readonly onSave: (value: string) => unknown;
  readonly isValid?: ((value: string) => boolean) | undefined;
  readonly disabled?: boolean | undefined;
  /** The field's name in the workspace: under it is kept what cannot be saved as it stands. */
  readonly draftKey?: string | undefined;
}

export interface SavedField {
  readonly typed: string;
  readonly valid: boolean;
  readonly type: (text: string) => void;
  /** Saves a text that was chosen, without waiting until the field is left. */
  readonly choose: (text: string) => void;
  readonly save: () => void;
  /** Enter saves; in a field of several lines with Ctrl or Cmd. */
  readonly saveOnEnter: (multiline: boolean) => (event: KeyboardEvent) => void;
}

/**
 * A text and the stored one that it was typed over. A field may be closed while what was saved before is just coming in: it has
 * the older text then, which must not be saved over the newer one.
 */
interface Typed {
  readonly text: string;
  readonly from: string;
}

/** What is typed into a field that saves itself when it is left, when its view is closed, and when the window is. */
export function useSavedField({
  value,
  onSave,
  isValid = () => true,
  disabled = false,
  draftKey,
}: SavedFieldOptions): SavedField {
  const [{ text: typed, from }, setState] = useState<Typed>(() => ({
    text: (draftKey && draftOf<string>(draftKey)) || value,
    from: value,
  }));
  const shown = useRef(value);
  const show = (text: string) => setState({ text, from: text });
  useEffect(() => {
    if (shown.current === value) return;
    shown.current = value;
    setState({ text: value, from: value });
  }, [value]);
  /** @param over the stored text that this one was typed over: where it is the same, nothing was typed */
  const saveText = (text: string, over: string) => {
    const trimmed = text.trim();
    const valid = isValid(trimmed);
    if (draftKey) keepDraft(draftKey, valid || disabled ? null : text);
    if (disabled || !valid || trimmed === value || trimmed === over.trim()) return;
    void Promise.resolve(onSave(trimmed)).then((kept) => kept === false && show(shown.current));
  };
  const save = () => saveText(typed, from);
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  // A view that is closed under the cursor has no blur: what was typed is saved all the same.
  useEffect(() => () => latest.current(), []);
  return {
    typed,
    valid: isValid(typed.trim()),
    type: (text) => setState((before) => ({ ...before, text })),
    choose: (text) => {
      setState((before) => ({ ...before, text }));
      saveText(text, value);
    },
    save,
    saveOnEnter: (multiline) => (event) => {
      if (event.nativeEvent.isComposing || event.key !== 'Enter') return;
      if (!multiline || event.ctrlKey || event.metaKey) save();
    },
  };
}
