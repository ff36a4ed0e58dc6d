import { Textarea } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useSpeech } from '../../../ui/i18n.tsx';

/** A coding's memo while it is written. Ctrl+Enter or leaving the field keeps it, Escape leaves it as it was. */
export function MemoField({
  memo,
  onChange,
  onDone,
}: {
  memo: string;
  onChange: (memo: string) => void;
  /** Given what was written; null = it stays as it was. */
  onDone: (memo: string | null) => void;
}) {
  const { t } = useSpeech();
  const field = useRef<HTMLTextAreaElement>(null);
  const done = useRef(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const finish = (result: string | null) => {
    if (done.current) return;
    done.current = true;
    onDone(result);
  };
  return (
    <Textarea
      ref={field}
      aria-label={t('desk.memo')}
      description={t('desk.memo.hint')}
      mt={6}
      size="sm"
      autosize
      minRows={2}
      maxRows={8}
      value={memo}
      onChange={(event) => onChange(event.currentTarget.value)}
      onClick={(event) => event.stopPropagation()}
      onBlur={() => finish(memo)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') finish(null);
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) finish(memo);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
