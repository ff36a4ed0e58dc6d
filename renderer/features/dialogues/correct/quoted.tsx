import { Text } from '@mantine/core';
import { CONTEXT_LENGTH } from '#shared/model/turn.ts';
import classes from './correct.module.css';

/** Words in a text, marked, with some of what stands around them. */
export function InText({
  text,
  start,
  end,
  lang,
}: {
  text: string;
  start: number;
  end: number;
  lang: string | undefined;
}) {
  const from = Math.max(0, start - CONTEXT_LENGTH);
  const to = Math.min(text.length, end + CONTEXT_LENGTH);
  return (
    <Quoted
      before={`${from > 0 ? '…' : ''}${text.slice(from, start)}`}
      quote={text.slice(start, end)}
      after={`${text.slice(end, to)}${to < text.length ? '…' : ''}`}
      lang={lang}
    />
  );
}

/** Words as they were quoted, with what stood around them. */
export function Quoted({
  before,
  quote,
  after,
  lang,
}: {
  before: string;
  quote: string;
  after: string;
  lang: string | undefined;
}) {
  return (
    <Text size="sm" component="div" lang={lang} className={classes.words}>
      <span className={classes.around}>{before}</span>
      <mark className={classes.mark}>{quote}</mark>
      <span className={classes.around}>{after}</span>
    </Text>
  );
}
