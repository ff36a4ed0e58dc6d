import { Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';

export interface KeptTextareaProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly onKeep: (text: string) => void;
}

/** How long the keyboard rests before what was written is kept, in milliseconds. */
const REST = 1200;

/** A text that keeps itself when typing rests, when it is left, and when its view is left. */
export function KeptTextarea({ label, placeholder, value, disabled, onKeep }: KeptTextareaProps) {
  const [text, setText] = useState(value);
  const kept = useRef(value);
  const latest = useRef({ text, onKeep });
  latest.current = { text, onKeep };

  // What came from elsewhere (undo, another view) replaces what is shown, unless something is being written.
  useEffect(() => {
    if (latest.current.text === kept.current) setText(value);
    kept.current = value;
  }, [value]);

  const keep = () => {
    const { text: written, onKeep: write } = latest.current;
    if (written === kept.current) return;
    kept.current = written;
    write(written);
  };
  const keepRef = useRef(keep);
  keepRef.current = keep;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the clock starts again with every letter
  useEffect(() => {
    const timer = setTimeout(() => keepRef.current(), REST);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => () => keepRef.current(), []);

  return (
    <Textarea
      autosize
      minRows={2}
      maxRows={10}
      label={label}
      placeholder={placeholder}
      disabled={disabled}
      data-rationale
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={keep}
    />
  );
}
