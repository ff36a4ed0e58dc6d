import {
  Button,
  Group,
  Pill,
  Popover,
  Select,
  SimpleGrid,
  Stack,
  TagsInput,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { type IssueFields, type IssueTextField, updateIssue, writeIssueText } from '#shared/edit/issue.ts';
import type { Instrument, InstrumentReference } from '#shared/model/instrument.ts';
import type { Issue } from '#shared/model/issue.ts';
import { commit, useRows } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { SavedText } from '../../ui/saved-text.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { canonicalTag, languageName } from './language-name.ts';

const TEXTS: readonly Exclude<IssueTextField, 'name'>[] = ['definition', 'include', 'exclude', 'example'];

/** What an issue means, in every language of the office; each field saves itself when it is left. */
export function Definition({ issue, languages }: { issue: Issue; languages: readonly string[] }) {
  const { t, local, language } = useSpeech();
  const attempt = useAttempt();
  const [added, setAdded] = useState<readonly string[]>([]);
  const tags = [...new Set([...languages, ...Object.keys(issue.name), ...added])];
  const name = local(issue.name);

  const write = (field: IssueTextField, tag: string, text: string) =>
    void attempt(() =>
      commit(
        field === 'name'
          ? { key: 'change.issue.rename', params: { name: text || name } }
          : { key: 'change.issue.edit', params: { name } },
        (draft) => writeIssueText(draft, issue.id, field, tag, text),
      ),
    );
  const update = (fields: IssueFields) =>
    void attempt(() =>
      commit({ key: 'change.issue.edit', params: { name } }, (draft) => updateIssue(draft, issue.id, fields)),
    );

  return (
    <Stack gap="lg" maw="72rem">
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        {tags.map((tag) => (
          <Stack key={tag} gap="sm" component="section" aria-label={languageName(tag, language)}>
            <Title order={2} size="h5" c="dimmed">
              {languageName(tag, language)}
            </Title>
            <SavedText
              label={t('issue.field.name')}
              lang={tag}
              value={issue.name[tag] ?? ''}
              onSave={(text) => write('name', tag, text)}
            />
            {TEXTS.map((field) => (
              <SavedText
                key={field}
                label={t(`issue.field.${field}`)}
                lang={tag}
                multiline
                minRows={field === 'definition' ? 3 : 2}
                value={issue[field][tag] ?? ''}
                onSave={(text) => write(field, tag, text)}
              />
            ))}
            <TagsInput
              label={t('issue.field.synonyms')}
              description={t('issue.field.synonyms.hint')}
              lang={tag}
              value={issue.synonyms[tag] ?? []}
              onChange={(terms) =>
                update({
                  synonyms: { ...issue.synonyms, [tag]: terms.map((term) => term.trim()).filter(Boolean) },
                })
              }
            />
          </Stack>
        ))}
      </SimpleGrid>
      <AddLanguage taken={tags} onAdd={(tag) => setAdded([...added, tag])} />
      <Instruments issue={issue} onChange={(instruments) => update({ instruments })} />
      {issue.riskSources.length > 0 && (
        <section aria-labelledby="risk-sources">
          <Title order={2} size="h5" id="risk-sources">
            {t('issue.field.riskSources')}
          </Title>
          <ul style={{ margin: '4px 0 0', paddingInlineStart: 18 }}>
            {issue.riskSources.map((source) => (
              <li key={local(source)}>
                <Text size="sm">{local(source)}</Text>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Stack>
  );
}

function AddLanguage({ taken, onAdd }: { taken: readonly string[]; onAdd: (tag: string) => void }) {
  const { t, language } = useSpeech();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const tag = canonicalTag(typed);
  const usable = tag !== null && typed.trim() !== '' && !taken.includes(tag);
  return (
    <div>
      <Popover opened={open} onChange={setOpen} trapFocus position="bottom-start" withArrow>
        <Popover.Target>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={14} />}
            onClick={() => setOpen((is) => !is)}
          >
            {t('issue.language.add')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (!usable) return;
              onAdd(tag);
              setTyped('');
              setOpen(false);
            }}
          >
            <Group gap="xs" align="flex-end">
              <TextInput
                label={t('issue.language.tag')}
                description={usable ? languageName(tag, language) : ' '}
                error={typed !== '' && tag === null ? t('issue.language.invalid') : undefined}
                value={typed}
                onChange={(event) => setTyped(event.currentTarget.value)}
              />
              <Button type="submit" disabled={!usable}>
                {t('common.add')}
              </Button>
            </Group>
          </form>
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}

function Instruments({
  issue,
  onChange,
}: {
  issue: Issue;
  onChange: (instruments: InstrumentReference[]) => void;
}) {
  const { t, local } = useSpeech();
  const known = useRows((db) => db.instruments.toArray(), []);
  const draft = useDraft<{ readonly code: string | null; readonly provision: string }>(
    `issue-instrument/${issue.id}`,
    { code: null, provision: '' },
  );
  const { code, provision } = draft.value;
  const byCode = new Map<string, Instrument>((known ?? []).map((one) => [one.code, one]));
  const placeOf = (one: InstrumentReference) => [one.code, one.provision].filter(Boolean).join(' ');
  const standing = new Set(issue.instruments.map(placeOf));
  const chosen = code === null ? null : { code, provision: provision.trim() };
  const usable = chosen !== null && !standing.has(placeOf(chosen));

  return (
    <section aria-labelledby="instruments">
      <Title order={2} size="h5" id="instruments">
        {t('issue.field.instruments')}
      </Title>
      <Text size="xs" c="dimmed" mb={6}>
        {t('issue.field.instruments.hint')}
      </Text>
      <Group gap={6}>
        {issue.instruments.map((one) => (
          <Pill
            key={placeOf(one)}
            size="md"
            title={local(byCode.get(one.code)?.name) || one.code}
            withRemoveButton
            removeButtonProps={{
              'aria-label': t('issue.field.instruments.remove', { place: placeOf(one) }),
              tabIndex: 0,
              'aria-hidden': false,
            }}
            onRemove={() => onChange(issue.instruments.filter((other) => placeOf(other) !== placeOf(one)))}
          >
            {placeOf(one)}
          </Pill>
        ))}
      </Group>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!usable || !chosen) return;
          onChange([...issue.instruments, chosen]);
          draft.discard();
        }}
      >
        <Group gap="xs" mt="sm" align="flex-end">
          <Select
            w={360}
            searchable
            label={t('issue.field.instruments.code')}
            data={(known ?? []).map((one) => ({
              value: one.code,
              label: `${one.code} – ${local(one.name)}`,
            }))}
            value={code}
            onChange={(chosen) => draft.change({ code: chosen })}
          />
          <TextInput
            w={160}
            label={t('issue.field.instruments.provision')}
            value={provision}
            onChange={(event) => draft.change({ provision: event.currentTarget.value })}
          />
          <Button type="submit" variant="default" disabled={!usable}>
            {t('issue.field.instruments.add')}
          </Button>
        </Group>
      </form>
    </section>
  );
}
