import { List, Text } from '@mantine/core';
import type { Issue } from '#shared/model/issue.ts';
import { DIMENSIONS, type Round, type Thresholds } from '#shared/model/round.ts';
import { scaleSize } from '#shared/model/scale.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { THRESHOLD_FIELDS } from './thresholds.tsx';

type SetUpOf = Pick<Round, 'issueIds' | 'thresholds' | 'scaleTexts' | 'method'> & {
  readonly assessors: readonly { readonly name: string }[];
};

export interface SetUpChangesProps {
  readonly earlier: SetUpOf & Pick<Round, 'name'>;
  readonly now: SetUpOf;
  readonly issues: readonly Issue[];
}

/** What is set up otherwise than in the round that this one begins with (METHOD-SOURCES 2.9, point 11). */
export function SetUpChanges({ earlier, now, issues }: SetUpChangesProps) {
  const { t, local } = useSpeech();
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  const join = (names: readonly string[]) => names.join(t('chart.separator'));
  const gone = earlier.issueIds.filter((id) => !now.issueIds.includes(id));
  const fresh = now.issueIds.filter((id) => !earlier.issueIds.includes(id));
  const nameOf = (id: string) => {
    const issue = byId.get(id);
    const into = issue?.mergedInto ? byId.get(issue.mergedInto) : undefined;
    if (into) return t('carry.mergedInto', { issue: local(issue?.name), into: local(into.name) });
    return issue && issue.retiredAfter !== null
      ? t('carry.retired', { issue: local(issue.name) })
      : local(issue?.name);
  };
  const people = (of: SetUpOf) => of.assessors.map(({ name }) => name.trim()).filter(Boolean);
  const joined = people(now).filter((name) => !people(earlier).includes(name));
  const left = people(earlier).filter((name) => !people(now).includes(name));
  const moved = THRESHOLD_FIELDS.filter(({ field }) => earlier.thresholds[field] !== now.thresholds[field]);
  const [was, is] = [scaleSize(earlier), scaleSize(now)];
  const reworded = DIMENSIONS.filter(
    (dimension) =>
      was === is &&
      JSON.stringify(earlier.scaleTexts[dimension]) !== JSON.stringify(now.scaleTexts[dimension]),
  );
  const say = (field: keyof Thresholds) =>
    t('carry.threshold', {
      name: t(`round.threshold.${field}`),
      from: earlier.thresholds[field],
      to: now.thresholds[field],
    });
  const changes = [
    gone.length > 0 && t('carry.gone', { count: gone.length, names: join(gone.map(nameOf)) }),
    fresh.length > 0 && t('carry.fresh', { count: fresh.length, names: join(fresh.map(nameOf)) }),
    left.length > 0 && t('carry.left', { names: join(left) }),
    joined.length > 0 && t('carry.joined', { names: join(joined) }),
    was !== is && t('carry.scale', { from: was, to: is }),
    moved.length > 0 && t('carry.thresholds', { changes: join(moved.map(({ field }) => say(field))) }),
    reworded.length > 0 &&
      t('carry.reworded', { dimensions: join(reworded.map((one) => t(`dimension.${one}`))) }),
    earlier.method.standard !== now.method.standard &&
      t('carry.standard', { from: earlier.method.standard || '–', to: now.method.standard || '–' }),
  ].filter((one) => typeof one === 'string');
  if (changes.length === 0)
    return (
      <Text size="sm" c="dimmed" data-testid="set-up-changes">
        {t('carry.same', { round: earlier.name })}
      </Text>
    );
  return (
    <div data-testid="set-up-changes">
      <Text size="sm" fw={500}>
        {t('carry.changed', { round: earlier.name })}
      </Text>
      <List size="sm" mt={4}>
        {changes.map((change) => (
          <List.Item key={change}>{change}</List.Item>
        ))}
      </List>
    </div>
  );
}
