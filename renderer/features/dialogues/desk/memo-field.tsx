import { Textarea } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useSpeech } from '../../../ui/i18n.tsx';

/** A coding's memo while it is written. Leaving the field keeps it, as Ctrl+Enter does. */
export function MemoField({
  memo,
  onChange,
  onDone,
}: {
  memo: string;
  onChange: (memo: string) => void;
  onDone: (memo: string) => void;
}) {
  const { t } = useSpeech();
  const field = useRef<HTMLTextAreaElement>(null);
  const done = useRef(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const finish = (result: string) => {
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
        if (event.key === 'Escape') finish(memo);
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) finish(memo);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
