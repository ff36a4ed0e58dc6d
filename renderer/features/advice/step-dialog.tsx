import { List, Modal, SimpleGrid, Text, Textarea } from '@mantine/core';
import { lacksCommitment } from '#shared/change/commitments.ts';
import { needsResponse, type SharedDetails } from '#shared/edit/advice.ts';
import type { Advice, AdviceStatus } from '#shared/model/advice.ts';
import type { Id } from '#shared/model/basics.ts';
import { type Commitment, isOpen } from '#shared/model/commitment.ts';
import { typedDate } from '#shared/transcript/typed-date.ts';
import { useOwners } from '../../store/owners.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { OwnerField } from '../../ui/owner-field.tsx';
import { PartialDateField } from '../../ui/partial-date-field.tsx';
import { SubmitForm } from '../../ui/submit-form.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';

/** What has to be said before advice goes to a status. */
export interface StepNeeds {
  /** How many have no response, without which they do not settle in one step. */
  readonly responses: number;
  /** How many would be accepted with nothing promised and no reason why not. */
  readonly uncommitted: number;
  /** What was promised and is still open, though the advice is to be done. */
  readonly open: readonly Commitment[];
}

export function needsOf(
  advice: readonly Advice[],
  status: AdviceStatus,
  promised: ReadonlyMap<Id, readonly Commitment[]>,
): StepNeeds {
  const own = ({ id }: Advice) => promised.get(id) ?? [];
  return {
    responses: advice.filter((one) => needsResponse(one, status)).length,
    uncommitted: advice.filter((one) => lacksCommitment({ ...one, status }, own(one))).length,
    open: status === 'done' ? advice.flatMap(own).filter(isOpen) : [],
  };
}

export function isNothing({ responses, uncommitted, open }: StepNeeds): boolean {
  return responses + uncommitted + open.length === 0;
}

type Said = Pick<SharedDetails, 'response' | 'commitment' | 'noCommitmentWhy' | 'kept'>;

interface StepDialogProps {
  readonly status: AdviceStatus;
  readonly needs: StepNeeds;
  /** Names what is asked in the workspace: under it is kept what was typed. */
  readonly draftKey: string;
  readonly onClose: () => void;
  /** @param stored called when it is on disk */
  readonly onSay: (said: Said, stored: () => void) => void;
}

const NOTHING_TYPED = { response: '', text: '', owner: '', due: '', why: '' };

/** Asks for what has to be said before advice goes to a status: the response, what is promised, or that it was kept. */
export function StepDialog({ status, needs, draftKey, onClose, onSay }: StepDialogProps) {
  const { t } = useSpeech();
  useReturnFocus();
  const draft = useDraft(draftKey, NOTHING_TYPED);
  const { value: typed, change } = draft;
  const { date, problem } = typedDate(typed.due);
  const [response, text, why] = [typed.response, typed.text, typed.why].map((one) => one.trim());
  const ready =
    problem === null && (needs.responses === 0 || !!response) && (needs.uncommitted === 0 || !!text || !!why);
  const said: Said = {
    ...(response ? { response } : {}),
    ...(text ? { commitment: { text, owner: typed.owner, due: date } } : {}),
    ...(why && !text ? { noCommitmentWhy: why } : {}),
    ...(needs.open.length > 0 ? { kept: true } : {}),
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('advice.respond.title', { status: t(`adviceStatus.${status}`) })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <SubmitForm
        size="sm"
        label={
          needs.open.length > 0
            ? t('advice.promise.keptAndDone')
            : t(`advice.step.${status === 'heard' ? 'reopen' : status}`)
        }
        draft={draft}
        ready={ready}
        onSubmit={(stored) => onSay(said, stored)}
        onClose={onClose}
      >
        {needs.responses > 0 && (
          <>
            <Text size="sm">{t('advice.respond.text', { count: needs.responses })}</Text>
            <Textarea
              data-autofocus
              autosize
              minRows={3}
              required
              label={t('advice.field.response')}
              value={typed.response}
              onChange={(event) => change({ response: event.currentTarget.value })}
            />
          </>
        )}
        {needs.uncommitted > 0 && <PromiseFields typed={typed} count={needs.uncommitted} onChange={change} />}
        {needs.open.length > 0 && <OpenCommitments open={needs.open} />}
      </SubmitForm>
    </Modal>
  );
}

interface PromiseFieldsProps {
  readonly typed: typeof NOTHING_TYPED;
  readonly count: number;
  readonly onChange: (fields: Partial<typeof NOTHING_TYPED>) => void;
}

/** What is promised, whose it is and by when; or why nothing is. */
function PromiseFields({ typed, count, onChange }: PromiseFieldsProps) {
  const { t, language } = useSpeech();
  const owners = useOwners(language);
  return (
    <>
      <Text size="sm">{t('advice.promise.text', { count })}</Text>
      <Textarea
        data-autofocus
        autosize
        minRows={2}
        label={t('commitment.field.text')}
        value={typed.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <SimpleGrid cols={2} spacing="xs">
        <OwnerField
          label={t('commitment.field.owner')}
          suggestions={owners}
          value={typed.owner}
          onChange={(owner) => onChange({ owner })}
        />
        <PartialDateField
          label={t('commitment.field.due')}
          value={typed.due}
          onChange={(due) => onChange({ due })}
        />
      </SimpleGrid>
      {typed.text.trim() === '' && (
        <Textarea
          autosize
          minRows={1}
          label={t('advice.promise.orWhy')}
          value={typed.why}
          onChange={(event) => onChange({ why: event.currentTarget.value })}
        />
      )}
    </>
  );
}

function OpenCommitments({ open }: { open: readonly Commitment[] }) {
  const { t } = useSpeech();
  return (
    <>
      <Text size="sm">{t('advice.promise.open', { count: open.length })}</Text>
      <List size="sm">
        {open.map(({ id, text }) => (
          <List.Item key={id}>{text}</List.Item>
        ))}
      </List>
    </>
  );
}
