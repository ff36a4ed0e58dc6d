import { Checkbox, Group, Select, Stack, Text } from '@mantine/core';
import type { IssueAssessment } from '#shared/assessment/assess-round.ts';
import { saidOfImpact } from '#shared/assessment/impact-said.ts';
import { panelOf } from '#shared/assessment/panel.ts';
import {
  describeImpact,
  type ImpactFields as Fields,
  type ImpactText,
  NO_IMPACT,
} from '#shared/edit/impact.ts';
import type { Id } from '#shared/model/basics.ts';
import { HORIZONS, type Impact } from '#shared/model/impact.ts';
import { CONNECTIONS, type Rating, VALUE_CHAIN } from '#shared/model/rating.ts';
import type { Round } from '#shared/model/round.ts';
import { scaleSize } from '#shared/model/scale.ts';
import { actor, commit } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { SavedText } from '../../ui/saved-text.tsx';
import { Answers, Reasons } from './impact-said.tsx';

export interface ImpactFieldsProps {
  readonly round: Round;
  readonly issueId: Id;
  readonly name: string;
  readonly impact: Impact | undefined;
  /** What the assessors said of the issue. */
  readonly ratings: readonly Rating[];
  readonly assessed: Pick<IssueAssessment, 'nature' | 'leverage'> | undefined;
  /** In which the texts are written. */
  readonly language: string;
}

/** One impact line. Each field saves itself; what assessors said stands beside it and is taken over by a person. */
export function ImpactFields({
  round,
  issueId,
  name,
  impact,
  ratings,
  assessed,
  language,
}: ImpactFieldsProps) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const disabled = round.stage === 'closed';
  const said = saidOfImpact(ratings, panelOf(round));
  const line: Fields = impact ?? NO_IMPACT;
  const write = (fields: Partial<Fields>) =>
    void attempt(() =>
      commit({ key: 'change.impact.change', params: { issue: name } }, (draft) =>
        describeImpact(draft, round.id, issueId, fields, { by: actor(), at: new Date().toISOString() }),
      ),
    );
  const text = (field: ImpactText, hint?: string) => (
    <ImpactTextField
      key={`${field} ${language}`}
      field={field}
      line={line}
      language={language}
      hint={hint}
      disabled={disabled}
      onSave={(words) => write({ [field]: { ...line[field], [language]: words } })}
    />
  );
  return (
    <Stack gap="sm" data-testid="impact-fields">
      {assessed && (
        <Text size="xs" c="dimmed">
          {t('impact.nature', { nature: t(`nature.${assessed.nature}`) })}
        </Text>
      )}
      {text('affected', t('impact.affected.hint'))}
      <Reasons
        reasons={said.reasons}
        disabled={disabled}
        onTake={(words) => {
          const before = line.affected[language] ?? '';
          write({
            affected: { ...line.affected, [language]: before === '' ? words : `${before}\n${words}` },
          });
        }}
      />
      {text('site')}
      {text('country')}
      <Checkbox.Group
        label={t('impact.valueChain')}
        disabled={disabled}
        value={line.valueChain}
        onChange={(chosen) => write({ valueChain: VALUE_CHAIN.filter((one) => chosen.includes(one)) })}
      >
        <Group gap="md" mt={4}>
          {VALUE_CHAIN.map((one) => (
            <Checkbox key={one} size="xs" value={one} label={t(`rating.valueChain.${one}`)} />
          ))}
        </Group>
        <Answers
          said={said.valueChain}
          label={(one) => t(`rating.valueChain.${one}`)}
          isTaken={(one) => line.valueChain.includes(one)}
          disabled={disabled}
          onUse={(one) =>
            write({ valueChain: VALUE_CHAIN.filter((own) => own === one || line.valueChain.includes(own)) })
          }
        />
      </Checkbox.Group>
      <div>
        <Select
          clearable
          disabled={disabled}
          label={t('impact.connection')}
          placeholder={t('impact.connection.unsaid')}
          data={CONNECTIONS.map((value) => ({ value, label: t(`rating.connection.${value}`) }))}
          value={line.connection}
          onChange={(connection) => write({ connection })}
        />
        <Answers
          said={said.connection}
          label={(one) => t(`rating.connection.${one}`)}
          isTaken={(one) => line.connection === one}
          disabled={disabled}
          onUse={(connection) => write({ connection })}
        />
      </div>
      <div>
        {text('leverage', t('impact.leverage.hint'))}
        {assessed && assessed.leverage !== null && (
          <Text size="xs" c="dimmed" mt={4}>
            {t('impact.said.leverage', { value: assessed.leverage, most: scaleSize(round) })}
          </Text>
        )}
      </div>
      <Select
        clearable
        disabled={disabled}
        label={t('impact.horizon')}
        placeholder={t('impact.connection.unsaid')}
        data={HORIZONS.map((value) => ({ value, label: t(`impact.horizon.${value}`) }))}
        value={line.horizon}
        onChange={(horizon) => write({ horizon })}
      />
      {text('policy')}
      {text('remedy')}
      {text('source', t('impact.source.hint'))}
    </Stack>
  );
}

interface ImpactTextFieldProps {
  readonly field: ImpactText;
  readonly line: Fields;
  readonly language: string;
  readonly hint?: string | undefined;
  readonly disabled: boolean;
  readonly onSave: (words: string) => void;
}

/** A text in the chosen language; what it says in another one stands in the empty field. */
function ImpactTextField({ field, line, language, hint, disabled, onSave }: ImpactTextFieldProps) {
  const { t } = useSpeech();
  const other = Object.entries(line[field]).find(([code, words]) => code !== language && words !== '')?.[1];
  return (
    <SavedText
      multiline
      minRows={1}
      label={t(`impact.${field}`)}
      description={hint}
      placeholder={other}
      lang={language}
      disabled={disabled}
      value={line[field][language] ?? ''}
      onSave={onSave}
    />
  );
}
