import { anchorAt } from '#shared/anchor/anchor.ts';
import type { Advice } from '#shared/model/advice.ts';
import type { Id, Instant } from '#shared/model/basics.ts';
import type { Coding } from '#shared/model/coding.ts';
import type { Commitment } from '#shared/model/commitment.ts';
import type { Participant } from '#shared/model/dialogue.ts';
import type { Person } from '#shared/model/person.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import type { Passage, Turn } from '#shared/model/turn.ts';
import { EMPTY_QUERY } from '#shared/model/view.ts';
import { newWorkspaceState, ORDER_STEP } from '#shared/taxonomy/new-workspace.ts';
import type { Taxonomy } from '#shared/taxonomy/schema.ts';
import { sampleAnswers } from './answers.ts';
import { DIALOGUE, PARTICIPANTS, TURNS } from './dialogue.ts';
import { found } from './found.ts';
import { idsByName } from './ids.ts';
import { ADVICE, CODINGS, type WordRange } from './marks.ts';
import { EMPLOYERS, ORGANISATIONS } from './parties.ts';
import { sampleRegister } from './register.ts';
import { CODER, DECIDED_AT, FISCAL_YEAR, withRounds } from './rounds.ts';
import { THEMES } from './themes.ts';
import { VIEWS } from './views.ts';

const HEARD_AT: Instant = '2020-02-28T06:00:00.000Z';

/**
 * The sample workspace as rows, from the readable sources beside this file. The same sources and taxonomy always give
 * the same rows.
 * @throws Error naming the source that does not fit: words that no turn holds, an issue that is not on the list
 */
export async function buildSample(taxonomy: Taxonomy): Promise<WorkspaceState> {
  const id = idsByName();
  const base = newWorkspaceState(
    {
      name: { en: 'Sample: NEC, fiscal 2020', ja: 'サンプル：NEC 2019年度' },
      company: { en: 'NEC Corporation', ja: '日本電気株式会社（NEC）' },
      companyAliases: ['NEC', 'NEC Group', 'NEC Europe'],
      languages: ['en', 'ja'],
      fiscalYear: { firstMonth: 4, namedBy: { en: 'end', ja: 'start' } },
      activeFrom: FISCAL_YEAR,
      notice: {
        en: 'A sample made from what NEC Corporation published about its fiscal 2020 and a dialogue of February 2020. What people said is paraphrased in our own words, not quoted. All ratings, and the decisions, owners and dates marked so, are illustrative and are not NEC’s.',
        ja: 'NECが公表した2019年度の情報と2020年2月のダイアログをもとに作成したサンプルです。発言は本アプリによる要約であり、引用ではありません。評価の数値のすべて、および例示と記した対応方針・担当・期限は架空のもので、NECの見解ではありません。',
      },
    },
    taxonomy,
  );
  const workspace = base.workspace.map((row) => ({ ...row, id: id('workspace') }));

  const issueIds = new Map(base.issues.map((issue) => [issue.code, issue.id]));
  const issueId = (code: string): Id => found(issueIds.get(code), `issue ${code}`);

  const dialogueId = id('dialogue');
  // Ids follow the order in which they are asked for: organisations stand as they are listed.
  for (const { key } of ORGANISATIONS) id(`organisation ${key}`);
  const persons = PARTICIPANTS.map(
    ({ name, label, title, organisation, kind }): Person => ({
      id: id(`person ${name}`),
      name: { en: name },
      reading: '',
      aliases: [label],
      title: { en: title },
      organisation: { en: organisation },
      organisationId: id(`organisation ${found(EMPLOYERS[organisation], `employer ${organisation}`)}`),
      kind,
    }),
  );
  const participants = PARTICIPANTS.map(
    (one, order): Participant => ({
      ...one,
      id: id(`participant ${one.name}`),
      dialogueId,
      order,
      personId: id(`person ${one.name}`),
    }),
  );
  const participantIds = new Map(participants.map((one) => [one.label, one.id]));
  const turns = TURNS.map(
    ({ by, heading, text }, order): Turn => ({
      id: id(`turn ${order}`),
      dialogueId,
      order,
      kind: by === null ? 'narration' : 'speech',
      participantId: by === null ? null : found(participantIds.get(by), `speaker ${by}`),
      text,
      heading,
      start: null,
      end: null,
      cues: [],
    }),
  );

  const passages = new Map<Id, Passage>();
  const passageOf = (range: WordRange): Id => {
    const turn = found(turns[range.turn], `turn ${range.turn}`);
    const { start, end } = locate(turn.text, range);
    const passageId = id(`passage ${range.turn} ${start} ${end}`);
    const anchor = found(anchorAt(turn.text, start, end), `words “${range.from}”`);
    passages.set(passageId, {
      id: passageId,
      dialogueId,
      turnId: turn.id,
      ...anchor,
      attribution: null,
      state: 'anchored',
    });
    return passageId;
  };
  const codings = new Map<Id, Coding>();
  const code = (passageId: Id, codes: readonly string[], memo: string) => {
    for (const one of codes) {
      const codingId = id(`coding ${passageId} ${one}`);
      if (codings.has(codingId)) continue;
      codings.set(codingId, {
        id: codingId,
        dialogueId,
        passageId,
        issueId: issueId(one),
        coder: CODER,
        at: HEARD_AT,
        memo,
        reconciled: null,
      });
    }
  };
  for (const coding of CODINGS) code(passageOf(coding), coding.issues, coding.memo ?? '');
  const advice = ADVICE.map((source): Advice => {
    const passageIds = [source, ...(source.also ? [source.also] : [])].map(passageOf);
    for (const passageId of passageIds) code(passageId, source.issues, '');
    return {
      id: id(`advice ${source.key}`),
      dialogueId,
      passageIds,
      issueIds: source.issues.map(issueId),
      kind: source.kind,
      restatement: source.restatement,
      addressee: source.addressee,
      response: source.response ?? '',
      commitment: '',
      noCommitmentWhy: '',
      owner: source.commitment === undefined ? (source.owner ?? '') : '',
      due: source.commitment === undefined ? (source.due ?? null) : null,
      status: source.status,
      takenBy: CODER,
      at: HEARD_AT,
    };
  });

  const register = sampleRegister({ id, issueId, passageOf, by: CODER, at: HEARD_AT });
  const commitments = ADVICE.flatMap(({ key, commitment, owner, due, status }): Commitment[] =>
    commitment === undefined
      ? []
      : [
          {
            id: id(`commitment ${key}`),
            text: commitment,
            madeIn: { to: 'advice', id: id(`advice ${key}`) },
            owner: owner ?? '',
            due: due ?? null,
            status: status === 'done' ? 'kept' : 'promised',
            why: '',
            measuredBy: null,
            by: CODER,
            at: HEARD_AT,
          },
        ],
  );
  const rated: WorkspaceState = {
    ...base,
    workspace,
    themes: THEMES.map(({ issues, ...theme }, index) => ({
      ...theme,
      order: (index + 1) * ORDER_STEP,
      issueIds: issues.map(issueId),
    })),
    persons,
    dialogues: [{ id: dialogueId, ...DIALOGUE }],
    participants,
    turns,
    passages: [...passages.values()],
    codings: [...codings.values()],
    advice,
    ...register,
    instruments: [...base.instruments, ...register.instruments],
    answers: sampleAnswers({ by: CODER, at: HEARD_AT }),
    commitments,
    views: VIEWS.map(({ key, about, ...one }) => ({
      id: id(`view ${key}`),
      name: one.name,
      query: { ...EMPTY_QUERY, ...one.query, about: about.map((codes) => codes.map(issueId)) },
      form: one.form,
      savedBy: CODER,
      at: DECIDED_AT,
    })),
  };

  return await withRounds(rated, id);
}

/** Where the words stand; they must stand there once. */
function locate(text: string, { turn, from, to }: WordRange): { start: number; end: number } {
  const start = text.indexOf(from);
  if (start < 0 || text.indexOf(from, start + 1) >= 0)
    throw new Error(`turn ${turn}: “${from}” does not stand there just once`);
  const last = text.indexOf(to, start);
  if (last < 0) throw new Error(`turn ${turn}: “${to}” does not follow “${from}”`);
  return { start, end: last + to.length };
}
