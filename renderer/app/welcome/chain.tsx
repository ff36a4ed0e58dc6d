import { Text, Title } from '@mantine/core';
import { useSpeech } from '../../ui/i18n.tsx';
import classes from './welcome.module.css';

const STEPS = ['hear', 'weigh', 'decide', 'tell'] as const;

/** What the app does, as the four steps of the office's year. */
export function Chain() {
  const { t } = useSpeech();
  return (
    <>
      <Title order={2} className={classes.heading ?? ''}>
        {t('welcome.chain')}
      </Title>
      <ol className={classes.chain}>
        {STEPS.map((step) => (
          <li key={step}>
            <Text span fw={600} size="sm" display="block">
              {t(`welcome.chain.${step}`)}
            </Text>
            <Text span size="sm" c="dimmed" display="block">
              {t(`welcome.chain.${step}.text`)}
            </Text>
          </li>
        ))}
      </ol>
    </>
  );
}
