import { Button, Stack } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { FormButtons } from './form-buttons.tsx';
import type { DraftForm } from './use-draft.ts';

interface SubmitFormProps {
  /** What the form does: its name, and the word on its button where `submitLabel` says no other. */
  readonly label: string;
  readonly submitLabel?: string;
  readonly draft: Pick<DraftForm<unknown>, 'begun' | 'kept' | 'discard' | 'done'>;
  /** Whether what was typed can be submitted as it is. */
  readonly ready: boolean;
  /** @param stored called when it is on disk: only then is the draft given up and the form closed */
  readonly onSubmit: (stored: () => void) => void;
  readonly onClose: () => void;
  readonly size?: 'xs' | 'sm';
  readonly children: ReactNode;
}

/** A form that is submitted as a whole, by its button or Ctrl+Enter in any field; what is typed is kept until it is. */
export function SubmitForm(props: SubmitFormProps) {
  const { label, submitLabel = label, draft, ready, onSubmit, onClose, size = 'xs', children } = props;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), []);
  return (
    <form
      ref={form}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        // A form in a dialog above another form, as React sees it: only this one is submitted.
        event.stopPropagation();
        if (!ready) return;
        onSubmit(() => {
          draft.done();
          onClose();
        });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing)
          return;
        event.preventDefault();
        event.currentTarget.requestSubmit();
      }}
    >
      <Stack gap={size}>
        {children}
        <FormButtons draft={draft} size={size} onClose={onClose}>
          <Button type="submit" size={size} disabled={!ready}>
            {submitLabel}
          </Button>
        </FormButtons>
      </Stack>
    </form>
  );
}
