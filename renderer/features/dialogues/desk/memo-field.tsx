import { Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useSpeech } from '../../../ui/i18n.tsx';

/** A coding's memo while it is written. Ctrl+Enter or leaving the field keeps it, Escape leaves it as it was. */
export function MemoField({
  memo,
  onDone,
}: {
  memo: string;
  /** Given what was written; null = it stays as it was. */
  onDone: (memo: string | null) => void;
}) {
  const { t } = useSpeech();
  const [text, setText] = useState(memo);
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
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onClick={(event) => event.stopPropagation()}
      onBlur={() => finish(text)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') finish(null);
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) finish(text);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
