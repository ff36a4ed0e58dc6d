import { Button, CloseButton, Group, Menu, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { EMPTY_QUERY, NEARNESS, type Nearness, type PassageQuery } from '#shared/model/view.ts';
import { isEmptyQuery } from '#shared/retrieval/address.ts';
import { wholeCategory } from '#shared/retrieval/sentence.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { ChoiceList } from './choice-list.tsx';
import { ConditionPill } from './condition-pill.tsx';
import { conditionsOf, issueGroups } from './conditions.tsx';
import type { Ask } from './use-query.ts';
import type { Retrieval } from './use-retrieval.ts';

export interface BuilderProps {
  readonly query: PassageQuery;
  readonly retrieval: Retrieval;
  readonly onAsk: Ask;
}

/** How long typing must rest before it is asked, in milliseconds. */
const REST = 300;

/** The conditions of the question, each to be opened, changed and taken away. */
export function Builder({ query, retrieval, onAsk }: BuilderProps) {
  const { t } = useSpeech();
  const { names, words } = retrieval;
  const [open, setOpen] = useState<string | null>(null);
  // Ticks made while a condition is open are one step back, not many.
  const stepped = useRef(false);
  const show = (id: string, opened: boolean) => {
    stepped.current = false;
    setOpen(opened ? id : null);
  };
  const change = (next: PassageQuery) => {
    onAsk({ query: next }, { step: !stepped.current });
    stepped.current = true;
  };
  const step = (next: PassageQuery) => onAsk({ query: next });

  const issues = issueGroups(retrieval);
  const conditions = conditionsOf(query, retrieval);
  const groups = query.about.length > 0 ? query.about : [[]];
  const setGroup = (at: number, ids: readonly string[]): PassageQuery => ({
    ...query,
    about: groups
      .map((group, place) => (place === at ? [...ids] : group))
      .filter((group) => group.length > 0),
  });
  const namesOf = (ids: readonly string[]) => {
    const category = wholeCategory(ids, names);
    if (category) return t('retrieval.anyOf', { category: t(`category.${category}`) });
    return briefly(ids.map(words.issue));
  };
  const briefly = (names: readonly string[]) => {
    const [first = '', second, ...others] = names;
    if (second === undefined) return first;
    return others.length === 0
      ? t('retrieval.either', { first, second })
      : t('retrieval.eitherMore', { first, count: others.length + 1 });
  };

  const asked = query.about.length;
  const together = asked > 1 || query.notAbout.length > 0;
  const newGroup = open === `about-${asked}` && asked > 0;
  const missing = conditions.filter(({ id, always, value }) => !always && value.length === 0 && id !== open);
  return (
    <Group gap={6} role="group" aria-label={t('retrieval.conditions')}>
      {[...groups, ...(newGroup ? [[]] : [])].map((ids, at) => (
        <ConditionPill
          // biome-ignore lint/suspicious/noArrayIndexKey: a group is what stands at its place
          key={at}
          label={t(at === 0 ? 'retrieval.condition.about' : 'retrieval.condition.also')}
          value={namesOf(ids)}
          opened={open === `about-${at}`}
          onOpen={(opened) => show(`about-${at}`, opened)}
          onClear={() => step(setGroup(at, []))}
        >
          <ChoiceList
            label={t('retrieval.condition.about')}
            groups={issues}
            value={ids}
            onChange={(next) =>
              change(at < asked ? setGroup(at, next) : { ...query, about: [...query.about, next] })
            }
          />
        </ConditionPill>
      ))}
      {(query.notAbout.length > 0 || open === 'not') && (
        <ConditionPill
          label={t('retrieval.condition.not')}
          value={namesOf(query.notAbout)}
          opened={open === 'not'}
          onOpen={(opened) => show('not', opened)}
          onClear={() => step({ ...query, notAbout: [] })}
        >
          <ChoiceList
            label={t('retrieval.condition.not')}
            groups={issues}
            value={query.notAbout}
            onChange={(next) => change({ ...query, notAbout: next })}
          />
        </ConditionPill>
      )}
      {together && <NearSelect value={query.near} onChange={(near) => step({ ...query, near })} />}
      {conditions
        .filter(({ id, always, value }) => always || value.length > 0 || open === id)
        .map(({ id, label, groups: choices, value, set }) => {
          const labels = new Map(
            choices.flatMap((group) => group.choices.map((choice) => [choice.value, choice.label] as const)),
          );
          return (
            <ConditionPill
              key={id}
              label={label}
              value={briefly(value.map((one) => labels.get(one) ?? t('retrieval.gone')))}
              opened={open === id}
              onOpen={(opened) => show(id, opened)}
              onClear={() => step(set([]))}
            >
              <ChoiceList
                label={label}
                groups={choices}
                value={value}
                onChange={(next) => change(set(next))}
              />
            </ConditionPill>
          );
        })}
      <Words value={query.text} onChange={(text) => onAsk({ query: { ...query, text } }, { step: false })} />
      <Menu position="bottom-start" returnFocus={false}>
        <Menu.Target>
          <Button size="xs" variant="subtle" leftSection={<IconPlus size={14} />}>
            {t('retrieval.condition.add')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {asked > 0 && (
            <Menu.Item onClick={() => show(`about-${asked}`, true)}>
              {t('retrieval.condition.also')}
            </Menu.Item>
          )}
          {query.notAbout.length === 0 && (
            <Menu.Item onClick={() => show('not', true)}>{t('retrieval.condition.not')}</Menu.Item>
          )}
          {missing.map(({ id, label }) => (
            <Menu.Item key={id} onClick={() => show(id, true)}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {!isEmptyQuery(query) && (
        <Button size="xs" variant="subtle" color="gray" onClick={() => step(EMPTY_QUERY)}>
          {t('retrieval.clear')}
        </Button>
      )}
    </Group>
  );
}

export function NearSelect({ value, onChange }: { value: Nearness; onChange: (near: Nearness) => void }) {
  const { t } = useSpeech();
  return (
    <NativeSelect
      size="xs"
      aria-label={t('retrieval.near')}
      value={value}
      data={NEARNESS.map((near) => ({ value: near, label: t(`retrieval.near.${near}`) }))}
      onChange={(event) => {
        const chosen = NEARNESS.find((near) => near === event.currentTarget.value);
        if (chosen) onChange(chosen);
      }}
    />
  );
}

/** Words that must stand in the passage; asked when typing rests. */
function Words({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { t } = useSpeech();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => latest.current(typed), REST);
    return () => clearTimeout(timer);
  }, [typed, value]);
  return (
    <TextInput
      size="xs"
      w={190}
      leftSection={<IconSearch size={14} />}
      placeholder={t('retrieval.condition.text')}
      aria-label={t('retrieval.condition.text')}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      rightSection={
        typed !== '' && (
          <CloseButton
            size="xs"
            aria-label={t('retrieval.condition.remove', { label: t('retrieval.condition.text') })}
            onClick={() => setTyped('')}
          />
        )
      }
    />
  );
}
