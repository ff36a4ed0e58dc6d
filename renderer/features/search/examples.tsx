import { Anchor } from '@mantine/core';
import { Fragment } from 'react';
import { textIn } from '#shared/model/basics.ts';
import { activeCodings } from '#shared/model/coding.ts';
import { isActive } from '#shared/model/issue.ts';
import { filterText } from '#shared/search/fields.ts';
import { useRows } from '../../store/index.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { exampleWords } from './example-words.ts';
import classes from './search.module.css';

/** What can be asked, by examples that work here: its people and issues are the workspace's own. */
export function Examples({ onTry }: { onTry: (query: string) => void }) {
  const { t, language } = useSpeech();
  const known = useRows(async (db) => {
    const external = await db.participants.filter((one) => one.external).first();
    const coding = await db.codings.filter((one) => activeCodings([one]).length > 0).first();
    const coded = coding ? await db.issues.get(coding.issueId) : undefined;
    const passage = await db.passages.toCollection().first();
    return {
      ...exampleWords(passage?.quote ?? ''),
      person: external?.name,
      issue: coded ?? (await db.issues.filter(isActive).first()),
    };
  }, []);
  const issue = textIn(known?.issue?.name, language);
  const examples: [query: string, meaning: string][] = [
    [known?.words ?? t('search.rule.words.sample'), t('search.rule.words')],
    [known?.phrase ?? t('search.rule.phrase.sample'), t('search.rule.phrase')],
    [t('search.rule.not.sample'), t('search.rule.not')],
    ...(known?.person
      ? [[filterText('speaker', known.person, language), t('search.rule.speaker')] as [string, string]]
      : []),
    ...(issue ? [[filterText('issue', issue, language), t('search.rule.issue')] as [string, string]] : []),
    [t('search.rule.kind.sample'), t('search.rule.kind')],
  ];
  return (
    <div className={classes.examples}>
      {examples.map(([query, meaning]) => (
        <Fragment key={meaning}>
          <Anchor
            component="button"
            type="button"
            className={classes.example}
            aria-label={t('search.example.try', { query })}
            onClick={() => onTry(query)}
          >
            {query}
          </Anchor>
          <span>{meaning}</span>
        </Fragment>
      ))}
    </div>
  );
}
