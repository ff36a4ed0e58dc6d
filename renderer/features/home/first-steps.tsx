import { Button, Text, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import classes from './home.module.css';
import type { Steps } from './use-glance.ts';

/** What a new workspace begins with, step by step; gone once all are taken. */
export function FirstSteps({ dialogues, advice, rounds, latestDialogue }: Steps) {
  const { t } = useSpeech();
  const next = !dialogues ? 'import' : !advice ? 'advice' : 'round';
  return (
    <section data-testid="home-steps">
      <Title order={2} size="h5" mb={6}>
        {t('home.steps')}
      </Title>
      <ol className={classes.steps}>
        <FirstStep
          number={1}
          title={t('home.steps.import')}
          hint={t('home.steps.import.hint')}
          done={dialogues}
        >
          <Button
            size="xs"
            variant={next === 'import' ? 'filled' : 'default'}
            onClick={() => go(links.importDialogue())}
          >
            {t('home.steps.button.import')}
          </Button>
        </FirstStep>
        <FirstStep
          number={2}
          title={t('home.steps.advice')}
          hint={t(latestDialogue ? 'home.steps.advice.hint' : 'home.steps.advice.after')}
          done={advice}
        >
          <Button
            size="xs"
            variant={next === 'advice' ? 'filled' : 'default'}
            disabled={latestDialogue === null}
            onClick={() => latestDialogue && go(links.dialogue(latestDialogue))}
          >
            {t('home.steps.button.advice')}
          </Button>
        </FirstStep>
        <FirstStep number={3} title={t('home.steps.round')} hint={t('home.steps.round.hint')} done={rounds}>
          <Button
            size="xs"
            variant={next === 'round' ? 'filled' : 'default'}
            onClick={() => go(links.newRound())}
          >
            {t('home.steps.button.round')}
          </Button>
        </FirstStep>
      </ol>
    </section>
  );
}

interface FirstStepProps {
  readonly number: number;
  readonly title: string;
  readonly hint: string;
  readonly done: boolean;
  readonly children: ReactNode;
}

function FirstStep({ number, title, hint, done, children }: FirstStepProps) {
  const { t } = useSpeech();
  return (
    <li className={classes.firstStep} data-done={done || undefined}>
      <span className={classes.number} aria-hidden>
        {done ? <IconCheck size={16} /> : number}
      </span>
      <div className={classes.about}>
        <Text size="sm" fw={600}>
          {title}
        </Text>
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
      </div>
      {done ? (
        <Text size="sm" c="dimmed">
          {t('home.steps.done')}
        </Text>
      ) : (
        children
      )}
    </li>
  );
}
