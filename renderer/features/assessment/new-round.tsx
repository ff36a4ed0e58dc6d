import { Button, Fieldset, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useSearchParams } from 'wouter';
import { panelOf } from '#shared/assessment/panel.ts';
import { DEFAULT_SCALE_TEXTS, rescaled } from '#shared/assessment/scale-texts.ts';
import { type Beginning, newRound, type RoundFields, startFrom } from '#shared/edit/round.ts';
import type { AssessorFields } from '#shared/edit/round-assessors.ts';
import { dayOf, fiscalYearLabel } from '#shared/i18n/dates.ts';
import { LANGUAGE_IDS, translator } from '#shared/i18n/index.ts';
import { type Id, type LocalText, tidy } from '#shared/model/basics.ts';
import type { Dialogue } from '#shared/model/dialogue.ts';
import { type Issue, isActive } from '#shared/model/issue.ts';
import { DEFAULT_THRESHOLDS, METHOD_VERSION, type Round } from '#shared/model/round.ts';
import { type ScaleSize, scaleSize } from '#shared/model/scale.ts';
import { type FiscalYearConvention, fiscalYearOf, type Workspace } from '#shared/model/workspace.ts';
import { actor, commit, useRows } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { BackLink } from '../../ui/back-link.tsx';
import { FiscalYearSelect } from '../../ui/fiscal-year-select.tsx';
import { DraftNote } from '../../ui/form-buttons.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { LanguageFields, writtenIn } from '../../ui/language-fields.tsx';
import { go, links } from '../../ui/links.ts';
import { Page } from '../../ui/page.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { CarriedOver } from './carried-over.tsx';
import { DialogueChoice, IssueChoice } from './choices.tsx';
import { SCRATCH } from './commands.ts';
import { NewAssessors, NO_ASSESSOR } from './new-assessors.tsx';
import { ScaleChoice } from './scale-choice.tsx';

interface Found {
  readonly workspace: Workspace;
  /** The whole list, with what is off it. */
  readonly issues: readonly Issue[];
  readonly dialogues: readonly Dialogue[];
  /** The latest first. */
  readonly rounds: readonly Round[];
}

/** Begins a round, from an earlier one or from scratch; everything can still be changed until it is closed. */
export function NewRound() {
  const { t } = useSpeech();
  const [params] = useSearchParams();
  const found = useRows(async (db): Promise<Found | null> => {
    const [workspace] = await db.workspace.toArray();
    const rounds = await db.rounds.toArray();
    rounds.sort((a, b) => b.fiscalYear - a.fiscalYear || (a.id < b.id ? 1 : -1));
    return workspace
      ? { workspace, rounds, issues: await db.issues.toArray(), dialogues: await db.dialogues.toArray() }
      : null;
  }, []);
  if (!found) return <Page title={t('round.new.title')}>{null}</Page>;
  const wished = params.get('from');
  const from =
    wished === SCRATCH ? null : (found.rounds.find(({ id }) => id === wished) ?? found.rounds[0] ?? null);
  // What was typed belongs to what it began with.
  return <Form key={from?.id ?? SCRATCH} {...found} from={from} />;
}

interface FormProps extends Found {
  readonly from: Round | null;
}

/** What is typed and chosen of a round that is not begun yet; null = nothing, so that it follows the rest. */
type RoundDraft = {
  readonly year: number;
  readonly names: LocalText | null;
  readonly assessors: readonly AssessorFields[];
  readonly issueIds: readonly Id[];
  readonly chosenDialogues: readonly Id[] | null;
  readonly standard: string;
  readonly note: string;
  readonly size: ScaleSize;
};

function Form({ workspace, issues, dialogues, rounds, from }: FormProps) {
  const { t, language } = useSpeech();
  const begin = useBegin(from);
  const { first, last, heardFor } = useYears({ workspace, dialogues, rounds, from });
  const active = issues.filter(isActive);

  const draft = useDraft<RoundDraft>(`round-new/${from?.id ?? SCRATCH}`, {
    year: first,
    names: null,
    assessors: (from &&
      panelOf(from).map(({ name, voice, personId }) => ({
        name,
        voice,
        personId,
        // Conflicts are declared anew.
        conflict: '',
      }))) ?? [NO_ASSESSOR, NO_ASSESSOR],
    issueIds: from ? carried(from, issues) : active.map(({ id }) => id),
    chosenDialogues: null,
    standard: from?.method.standard ?? '',
    note: '',
    size: scaleSize(from ?? DEFAULTS),
  });
  const { year, names, assessors, issueIds, chosenDialogues, standard, note, size } = draft.value;

  const name = names ?? defaultName(year, workspace.fiscalYear);
  const dialogueIds = chosenDialogues ?? heardFor(year);
  const named = assessors.some((one) => one.name.trim() !== '');
  const ready = named && issueIds.length > 0 && Object.keys(tidy(name)).length > 0;
  const method = { version: METHOD_VERSION, standard: standard.trim() };
  const scale = rescaled(from ?? DEFAULTS, size);
  const { thresholds } = scale;

  const beginAt = (stage: Beginning['stage']) =>
    begin(
      {
        fiscalYear: year,
        name: tidy(name),
        issueIds: [...issueIds],
        dialogueIds: [...dialogueIds],
        method,
        ...scale,
        note: note.trim() === '' ? {} : { [language]: note.trim() },
      },
      assessors,
      stage,
      draft.done,
    );

  return (
    <Page
      title={t('round.new.title')}
      width="reading"
      above={<BackLink to={links.rounds()}>{t('assessment.all')}</BackLink>}
      actions={
        <>
          <DraftNote draft={draft} />
          <Button variant="default" onClick={() => go(links.rounds())}>
            {t(draft.begun ? 'common.close' : 'common.cancel')}
          </Button>
          <Button variant="default" disabled={!ready} onClick={() => beginAt('open')}>
            {t('round.new.prepare')}
          </Button>
          <Button type="submit" form="new-round" disabled={!ready}>
            {t('round.new.create')}
          </Button>
        </>
      }
    >
      <form
        id="new-round"
        onSubmit={(event) => {
          event.preventDefault();
          beginAt('rating');
        }}
      >
        <Stack gap="lg">
          <Group align="flex-end" gap="sm">
            {rounds.length > 0 && <FromSelect rounds={rounds} from={from} />}
            <FiscalYearSelect
              w={130}
              label={t('round.field.year')}
              convention={workspace.fiscalYear}
              last={last}
              value={year}
              onChange={(chosen) => draft.change({ year: chosen })}
            />
          </Group>
          <LanguageFields
            label={t('round.field.name')}
            languages={writtenIn(workspace)}
            value={name}
            onChange={(next) => draft.change({ names: next })}
          />

          {from && (
            <CarriedOver
              from={from}
              now={{ issueIds: [...issueIds], method, assessors, ...scale }}
              issues={issues}
              onAdd={(ids) => draft.change({ issueIds: [...issueIds, ...ids] })}
            />
          )}

          <ScaleChoice
            size={size}
            earlier={from && scaleSize(from)}
            fixed={false}
            onChange={(chosen) => draft.change({ size: chosen })}
          />

          <NewAssessors assessors={assessors} onChange={(next) => draft.change({ assessors: next })} />

          <Fieldset legend={t('round.field.issues')}>
            <IssueChoice
              issues={active}
              chosen={issueIds}
              onChange={(ids) => draft.change({ issueIds: ids })}
            />
          </Fieldset>

          <Fieldset legend={t('round.field.dialogues')}>
            <DialogueChoice
              dialogues={dialogues}
              chosen={dialogueIds}
              onChange={(ids) => draft.change({ chosenDialogues: ids })}
            />
          </Fieldset>

          <TextInput
            label={t('round.field.standard')}
            description={t('round.field.standard.hint')}
            value={standard}
            onChange={(event) => draft.change({ standard: event.currentTarget.value })}
          />
          <Textarea
            autosize
            label={t('round.field.note')}
            description={t('round.field.note.hint')}
            value={note}
            onChange={(event) => draft.change({ note: event.currentTarget.value })}
          />
          <Text size="sm" c="dimmed">
            {!from &&
              t('carry.lines', {
                severe: thresholds.severe,
                likely: thresholds.likely,
                floor: thresholds.floor,
                top: thresholds.topThemes,
              })}
            {!from && <br />}
            {t('round.new.later')}
          </Text>
        </Stack>
      </form>
    </Page>
  );
}

/** With which earlier round it begins, or with none. */
function FromSelect({ rounds, from }: Pick<FormProps, 'rounds' | 'from'>) {
  const { t, local } = useSpeech();
  return (
    <Select
      w={260}
      label={t('round.new.from')}
      allowDeselect={false}
      data={[
        ...rounds.map((round) => ({ value: round.id, label: local(round.name) })),
        { value: SCRATCH, label: t('round.new.scratch') },
      ]}
      value={from?.id ?? SCRATCH}
      onChange={(chosen) => chosen && go(`${links.newRound()}?from=${chosen}`)}
    />
  );
}

/** The fiscal year to begin with, the last to choose, and what was heard for each. */
function useYears({ workspace, dialogues, rounds, from }: Omit<FormProps, 'issues'>) {
  const now = fiscalYearOf(dayOf(new Date().toISOString()), workspace.fiscalYear);
  const heard = dialogues.length > 0 ? Math.max(...dialogues.map(({ fiscalYear }) => fiscalYear)) : now;
  // A round that begins with another is of a later year: each year has its own.
  const first = from ? Math.max(heard, from.fiscalYear + 1) : heard;
  const last = Math.max(first, now) + 1;
  // Those of the year, and those before it that no round has counted yet: what was heard is not to be lost between.
  const considered = new Set(rounds.flatMap(({ dialogueIds }) => dialogueIds));
  const heardFor = (year: number) =>
    dialogues
      .filter((one) => one.fiscalYear === year || (one.fiscalYear < year && !considered.has(one.id)))
      .map(({ id }) => id);
  return { first, last, heardFor };
}

/** How a round is called that nobody names, in each language of the app. */
function defaultName(year: number, convention: FiscalYearConvention): LocalText {
  return Object.fromEntries(
    LANGUAGE_IDS.map((language) => [
      language,
      translator(language)('round.name.default', { year: fiscalYearLabel(year, convention, language) }),
    ]),
  );
}

/** What a round from scratch has; one that begins with another takes it over from there. */
const DEFAULTS = { scaleTexts: DEFAULT_SCALE_TEXTS, thresholds: DEFAULT_THRESHOLDS };

/** Begins the round, from an earlier one or from scratch, and shows it. */
function useBegin(from: Round | null) {
  const attempt = useAttempt();
  return (
    chosen: RoundFields,
    assessors: readonly AssessorFields[],
    stage: Beginning['stage'],
    begun: () => void,
  ) =>
    void attempt(async () => {
      const author = { by: actor(), at: new Date().toISOString() };
      const round = await commit(
        { key: 'change.round.new', params: { round: chosen.name } },
        async (draft) => {
          if (!from) return newRound(draft, chosen, assessors, { stage, author });
          return startFrom(draft, from.id, { ...chosen, keepAssessors: false, assessors, stage }, author);
        },
      );
      begun();
      go(links.round(round.id));
    });
}

/** The issues of an earlier round that are still on the list; one that was merged is followed to its successor. */
function carried(from: Round, issues: readonly Issue[]): Id[] {
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  const heir = (id: Id): Issue | undefined => {
    let issue = byId.get(id);
    for (const seen = new Set<Id>(); issue?.mergedInto && !seen.has(issue.id); ) {
      seen.add(issue.id);
      issue = byId.get(issue.mergedInto);
    }
    return issue && isActive(issue) ? issue : undefined;
  };
  return [...new Set(from.issueIds.flatMap((id) => heir(id)?.id ?? []))];
}
