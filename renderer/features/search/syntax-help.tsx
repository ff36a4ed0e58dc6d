import { ActionIcon, Anchor, Popover, Tooltip } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import { useSpeech } from '../../ui/i18n.tsx';
import classes from './search.module.css';

/** What can be written, in the order in which it is needed. */
export const RULES = [
  'words',
  'phrase',
  'or',
  'not',
  'prefix',
  'speaker',
  'issue',
  'dialogue',
  'kind',
  'year',
  'lang',
] as const;

/** The query language on one card; each example can be tried. */
export function SyntaxHelp({ onTry }: { onTry: (query: string) => void }) {
  const { t } = useSpeech();
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={520}
      shadow="md"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <Tooltip label={t('search.help')} disabled={opened}>
          <ActionIcon size={30} aria-label={t('search.help')} onClick={() => setOpened(!opened)}>
            <IconHelpCircle size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('search.help')}>
        <h2 className={classes.helpTitle}>{t('search.help')}</h2>
        <div className={classes.rules}>
          {RULES.map((rule) => {
            const sample = t(`search.rule.${rule}.sample`);
            return (
              <Fragment key={rule}>
                <Anchor
                  component="button"
                  type="button"
                  className={classes.example}
                  aria-label={t('search.example.try', { query: sample })}
                  onClick={() => {
                    setOpened(false);
                    onTry(sample);
                  }}
                >
                  {sample}
                </Anchor>
                <span>{t(`search.rule.${rule}`)}</span>
              </Fragment>
            );
          })}
        </div>
        <p className={classes.helpNote}>{t('search.help.note')}</p>
      </Popover.Dropdown>
    </Popover>
  );
}
