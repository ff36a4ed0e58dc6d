import { Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';

export interface SavedTextProps {
  /** Null where the field's name stands elsewhere; then `ariaLabel` says it. */
  readonly label: string | null;
  readonly ariaLabel?: string | undefined;
  readonly value: string;
  /** Called with the trimmed text when the field is left (or the view is closed) and the text has changed. */
  readonly onSave: (value: string) => void;
  readonly description?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly multiline?: boolean | undefined;
  readonly minRows?: number | undefined;
  readonly maxRows?: number | undefined;
  /** Language of the text, for fonts, line breaks and spell check. */
  readonly lang?: string | undefined;
  readonly isValid?: ((value: string) => boolean) | undefined;
  /** What is said while the text is not valid. */
  readonly invalid?: string | undefined;
  readonly disabled?: boolean | undefined;
}

/**
 * A field that saves itself when it is left: one undo step a field, no button. Escape takes back what was typed;
 * Enter (with Ctrl or Cmd in a field of several lines) saves at once.
 */
export function SavedText({
  label,
  ariaLabel,
  value,
  onSave,
  description,
  placeholder,
  multiline = false,
  minRows = 2,
  maxRows,
  lang,
  isValid = () => true,
  invalid,
  disabled = false,
}: SavedTextProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const valid = isValid(typed.trim());
  const save = () => {
    if (!disabled && valid && typed.trim() !== value) onSave(typed.trim());
  };
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  // A view that is closed under the cursor has no blur: what was typed is saved all the same.
  useEffect(() => () => latest.current(), []);

  const props = {
    label,
    ...(ariaLabel ? { 'aria-label': ariaLabel } : {}),
    description,
    placeholder,
    disabled,
    lang,
    value: typed,
    // Escape takes back what was typed before it closes the drawer or dialog around it.
    'data-mantine-stop-propagation': typed !== value || undefined,
    error: valid ? undefined : invalid,
    onChange: (event: { currentTarget: { value: string } }) => setTyped(event.currentTarget.value),
    onBlur: save,
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.nativeEvent.isComposing) return;
      if (event.key === 'Escape' && typed !== value) {
        setTyped(value);
        event.stopPropagation();
      } else if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) save();
    },
  };
  return multiline ? (
    <Textarea autosize minRows={minRows} {...(maxRows ? { maxRows } : {})} {...props} />
  ) : (
    <TextInput {...props} />
  );
}
