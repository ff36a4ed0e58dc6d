import { Alert, Button, Drawer, Radio, Stack, Tabs, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { RoundAssessment } from '#shared/assessment/assess-round.ts';
import { ruleText } from '#shared/assessment/suggestion-words.ts';
import { decide, needsReason } from '#shared/edit/decision.ts';
import type { LocalText } from '#shared/model/basics.ts';
import { DECISION_LEVELS, type DecisionLevel } from '#shared/model/decision.ts';
import type { Rating } from '#shared/model/rating.ts';
import { typedDate } from '#shared/transcript/typed-date.ts';
import { commitAmending, useIsAmending } from '../../dialogs/amend.tsx';
import { actor } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { Heard } from './heard.tsx';
import { ImpactLines } from './impact-lines.tsx';
import { Indicators } from './indicators.tsx';
import { FollowUp, MeasureFields } from './measure-fields.tsx';
import type { Subject } from './subject.ts';

/** What is typed of a decision. */
type Typed = {
  readonly level: DecisionLevel | null;
  readonly why: string;
  readonly dissent: string;
  readonly measure: LocalText;
  readonly due: string;
  readonly owner: string;
  readonly review: string;
};

export interface DecisionFormProps {
  readonly subject: Subject;
  readonly assessment: RoundAssessment;
  /** Of the round, as it sees them. */
  readonly ratings: readonly Rating[];
  /** In which it is to be monitored, and what it is called. */
  readonly fiscalYear: number;
  readonly year: string;
  readonly yearOf: (fiscalYear: number) => string;
  /** The round is signed off: what is changed is an amendment. */
  readonly signedOff: boolean;
  readonly onClose: () => void;
}

/** One decision: the level, why, who answers for it, when it is looked at again, and by what it is measured. */
export function DecisionForm(props: DecisionFormProps) {
  const { subject, assessment, ratings, onClose } = props;
  const { t, local } = useSpeech();
  const amending = useIsAmending();
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={480}
      title={t('decisions.form.title', { subject: local(subject.name) })}
      closeOnEscape={!amending}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Tabs defaultValue="decision" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="decision">{t('impact.tab.decision')}</Tabs.Tab>
          <Tabs.Tab value="impact">{t('impact.tab.line')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="decision">
          <DecisionFields {...props} />
        </Tabs.Panel>
        <Tabs.Panel value="impact">
          <ImpactLines subject={subject} assessment={assessment} ratings={ratings} />
        </Tabs.Panel>
      </Tabs>
    </Drawer>
  );
}

/** What is decided, and what is done about it. */
function DecisionFields(props: DecisionFormProps) {
  const { subject, assessment, fiscalYear, year, yearOf, signedOff, onClose } = props;
  const { t, local, day } = useSpeech();
  const { round } = assessment;
  const attempt = useAttempt();
  const { decision, suggestion } = subject;
  const name = local(subject.name);
  const draft = useDraft<Typed>(`decision/${round.id}/${subject.subject.id}`, {
    level: decision?.level ?? suggestion.level,
    why: decision?.why ?? '',
    dissent: decision?.dissent ?? '',
    measure: decision?.measure ?? {},
    due: day(decision?.due),
    owner: decision?.owner ?? '',
    review: day(decision?.reviewDate),
  });
  const { level, why, dissent, measure, due, owner, review } = draft.value;
  const write = draft.change;
  const [tried, setTried] = useState(false);
  const departs = level !== null && needsReason({ level, suggested: suggestion.level });
  const lacksReason = departs && why.trim() === '';
  const reviewDate = typedDate(review);
  const dueDate = typedDate(due);

  const keep = () => {
    setTried(true);
    if (level === null || lacksReason || reviewDate.problem || dueDate.problem) return;
    void attempt(async () => {
      const written = await commitAmending(
        { key: 'change.decision.set', params: { subject: name, level: t(`level.${level}`) } },
        (change) =>
          decide(
            change,
            round.id,
            subject.subject,
            {
              level,
              suggested: suggestion.level,
              why,
              dissent,
              measure,
              due: dueDate.date,
              owner,
              reviewDate: reviewDate.date,
              fiscalYear,
            },
            { by: actor(), at: new Date().toISOString() },
          ),
      );
      if (!written) return;
      draft.done();
      onClose();
    });
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <Stack gap="md">
        <Rule subject={subject} year={year} />
        <LevelChoice level={level} onChange={(next) => write({ level: next })} />
        <Why
          subject={subject}
          level={level}
          why={why}
          departs={departs}
          lacking={tried && lacksReason}
          warned={!tried}
          onChange={(text) => write({ why: text })}
        />
        <Textarea
          autosize
          minRows={1}
          label={t('decisions.form.dissent')}
          description={t('decisions.form.dissent.hint')}
          value={dissent}
          onChange={(event) => write({ dissent: event.currentTarget.value })}
        />
        <MeasureFields measure={measure} onChange={(next) => write({ measure: next })} />
        <FollowUp owner={owner} due={due} review={review} onChange={write} />
        <Indicators decision={decision} round={round} yearOf={yearOf} signedOff={signedOff} />
        <FormButtons draft={draft} onClose={onClose}>
          <Button type="submit" disabled={level === null}>
            {t(signedOff ? 'decisions.form.amend' : 'decisions.form.save')}
          </Button>
        </FormButtons>
        <Heard subject={subject} round={round} />
      </Stack>
    </form>
  );
}

/** What the rule suggests and why; for which year is decided, and who decided what stands. */
function Rule({ subject, year }: { subject: Subject; year: string }) {
  const { t, day } = useSpeech();
  const { decision, suggestion } = subject;
  return (
    <div>
      <Text size="sm" data-testid="decision-rule">
        {suggestion.level
          ? t('decisions.form.rule', {
              level: t(`level.${suggestion.level}`),
              rule: ruleText(t, suggestion, subject.rule),
            })
          : t('decisions.form.noRule', { rule: ruleText(t, suggestion, subject.rule) })}
      </Text>
      <Text size="xs" c="dimmed">
        {[
          `${t('decisions.form.year')} ${year}`,
          decision &&
            t('decisions.form.stands', {
              by: decision.decidedBy || t('decisions.log.nobody'),
              on: day(decision.at),
            }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </div>
  );
}

interface LevelChoiceProps {
  readonly level: DecisionLevel | null;
  readonly onChange: (level: DecisionLevel | null) => void;
}

function LevelChoice({ level, onChange }: LevelChoiceProps) {
  const { t } = useSpeech();
  return (
    <Radio.Group
      label={t('decisions.column.level')}
      value={level ?? ''}
      onChange={(chosen) => onChange(DECISION_LEVELS.find((one) => one === chosen) ?? null)}
    >
      <Stack gap={6} mt={4}>
        {DECISION_LEVELS.map((one) => (
          <Radio key={one} value={one} label={t(`level.${one}`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

interface WhyProps {
  readonly subject: Subject;
  readonly level: DecisionLevel | null;
  readonly why: string;
  /** The level is not the one suggested: a reason is needed. */
  readonly departs: boolean;
  readonly lacking: boolean;
  /** Whether to say beforehand that a reason is needed. */
  readonly warned: boolean;
  readonly onChange: (why: string) => void;
}

/** The reason of a decision, and whether it needs one. */
function Why({ subject: { suggestion }, level, why, departs, lacking, warned, onChange }: WhyProps) {
  const { t } = useSpeech();
  return (
    <div>
      <Textarea
        autosize
        minRows={3}
        label={t('decisions.form.why')}
        withAsterisk={departs}
        value={why}
        error={lacking && t('decisions.form.why.needed')}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {departs && warned && (
        <Alert color="yellow" py={6} mt={6}>
          {t('decisions.form.why.needed')}
        </Alert>
      )}
      {level !== null && level !== 'none' && suggestion.level === null && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('decisions.form.noReason')}
        </Text>
      )}
    </div>
  );
}
