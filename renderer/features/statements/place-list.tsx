import { Stack, Text, UnstyledButton } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleHalf2,
  IconCircleOff,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { textIn } from '#shared/model/basics.ts';
import { COVER_STATES, type Covered, type CoverState } from '#shared/statement/coverage.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { atOf } from './at.ts';
import classes from './statements.module.css';
import type { Statement } from './use-statement.ts';

export const STATE_ICONS = {
  open: IconCircleDashed,
  missing: IconAlertTriangle,
  partly: IconCircleHalf2,
  answered: IconCircleCheck,
  'not-applicable': IconCircleOff,
} as const satisfies Record<CoverState, unknown>;

/** The requirements by their state, gaps first, and the panels beside them. */
export function PlaceList({
  statement,
  at,
  onOpen,
}: {
  statement: Statement;
  at: string | null;
  onOpen: (at: string) => void;
}) {
  const { t } = useSpeech();
  const { listed, hints, coverage } = statement;
  return (
    <nav className={classes.list} aria-label={t('statement.list')}>
      {COVER_STATES.map((state) => {
        const own = listed.filter((one) => one.state === state);
        if (own.length === 0) return null;
        return (
          <section key={state} aria-label={t(`statement.state.${state}`)}>
            <div className={classes.group}>
              {t(`statement.state.${state}`)} ({own.length})
            </div>
            {own.map((place) => (
              <PlaceButton
                key={atOf(place)}
                place={place}
                statement={statement}
                current={at === atOf(place)}
                onOpen={() => onOpen(atOf(place))}
              />
            ))}
          </section>
        );
      })}
      <Stack gap={0} mt="md">
        <PanelButton current={at === 'approval'} onOpen={() => onOpen('approval')}>
          {t('statement.approval')}
        </PanelButton>
        <PanelButton current={at === 'editions'} onOpen={() => onOpen('editions')}>
          {t('statement.editions')}
        </PanelButton>
        {hints.length > 0 && (
          <PanelButton current={at === 'hints'} onOpen={() => onOpen('hints')}>
            {t('statement.hints')}
            <Text span size="xs" c="dimmed" display="block">
              {t('statement.hints.count', {
                found: hints.filter(({ found }) => found).length,
                all: hints.length,
              })}
            </Text>
          </PanelButton>
        )}
        {coverage.elsewhere.length > 0 && (
          <PanelButton current={at === 'elsewhere'} onOpen={() => onOpen('elsewhere')}>
            {t('statement.elsewhere')} ({coverage.elsewhere.length})
          </PanelButton>
        )}
        <PanelButton current={at === 'about'} onOpen={() => onOpen('about')}>
          {t('statement.about')}
        </PanelButton>
      </Stack>
    </nav>
  );
}

function PlaceButton({
  place: { requirement, state, subject },
  statement: { naming },
  current,
  onOpen,
}: {
  place: Covered;
  statement: Statement;
  current: boolean;
  onOpen: () => void;
}) {
  const { language } = useSpeech();
  const Icon = STATE_ICONS[state];
  const of = naming.subject(subject);
  return (
    <UnstyledButton
      className={classes.place}
      aria-current={current}
      onClick={onOpen}
      data-testid="requirement"
      data-state={state}
    >
      <Icon size={16} aria-hidden style={{ marginTop: 3 }} />
      <span>
        <Text span size="sm" fw={current ? 600 : 400}>
          <span className={classes.number}>{requirement.number}</span> {textIn(requirement.title, language)}
        </Text>
        {of !== '' && (
          <Text span size="xs" c="dimmed" display="block">
            {of}
          </Text>
        )}
      </span>
    </UnstyledButton>
  );
}

function PanelButton({
  current,
  onOpen,
  children,
}: {
  current: boolean;
  onOpen: () => void;
  children: ReactNode;
}) {
  return (
    <UnstyledButton className={classes.place} aria-current={current} onClick={onOpen}>
      <span />
      <Text span size="sm">
        {children}
      </Text>
    </UnstyledButton>
  );
}
