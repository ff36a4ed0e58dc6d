import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';

export interface KeptInputProps {
  readonly label: string | null;
  readonly ariaLabel?: string;
  readonly description?: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly onKeep: (text: string) => void;
}

/** One line that is kept when it is left or Enter is pressed; Escape brings back what was kept. */
export function KeptInput({ label, ariaLabel, description, value, disabled, onKeep }: KeptInputProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  return (
    <TextInput
      style={{ flex: 1 }}
      label={label}
      {...(ariaLabel ? { 'aria-label': ariaLabel } : {})}
      {...(description ? { description } : {})}
      value={text}
      disabled={disabled}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => text !== value && onKeep(text)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur();
        if (event.key === 'Escape') setText(value);
      }}
    />
  );
}
