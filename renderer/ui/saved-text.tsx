import { Textarea, TextInput } from '@mantine/core';
import { type SavedFieldOptions, useSavedField } from './use-saved-field.ts';

export interface SavedTextProps extends SavedFieldOptions {
  /** Null where the field's name stands elsewhere; then `ariaLabel` says it. */
  readonly label: string | null;
  readonly size?: 'xs' | 'sm' | undefined;
  readonly ariaLabel?: string | undefined;
  readonly description?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly multiline?: boolean | undefined;
  readonly minRows?: number | undefined;
  readonly maxRows?: number | undefined;
  /** Language of the text, for fonts, line breaks and spell check. */
  readonly lang?: string | undefined;
  /** What is said while the text is not valid. */
  readonly invalid?: string | ((typed: string) => string) | undefined;
}

/** A field that saves itself when it is left: one undo step a field, no button. */
export function SavedText({
  label,
  ariaLabel,
  description,
  placeholder,
  multiline = false,
  minRows = 2,
  maxRows,
  lang,
  invalid,
  size,
  ...options
}: SavedTextProps) {
  const { typed, valid, type, save, saveOnEnter } = useSavedField(options);
  const props = {
    label,
    ...(size ? { size } : {}),
    ...(ariaLabel ? { 'aria-label': ariaLabel } : {}),
    description,
    placeholder,
    disabled: options.disabled ?? false,
    lang,
    value: typed,
    error: valid ? undefined : typeof invalid === 'function' ? invalid(typed.trim()) : invalid,
    onChange: (event: { currentTarget: { value: string } }) => type(event.currentTarget.value),
    onBlur: save,
    onKeyDown: saveOnEnter(multiline),
  };
  return multiline ? (
    <Textarea autosize minRows={minRows} {...(maxRows ? { maxRows } : {})} {...props} />
  ) : (
    <TextInput {...props} />
  );
}
