import { OLD_KANJI } from '../fold/kanji.ts';
import { blankArrangement } from '../model/arrangement.ts';
import { blankEntry } from '../model/entry.ts';
import { blankFigure } from '../model/figure.ts';
import { blankIndicator } from '../model/indicator.ts';
import { blankInstrument } from '../model/instrument.ts';
import { blankOrganisation } from '../model/organisation.ts';
import { blankSource } from '../model/source.ts';
import type { SearchedState } from './rows.ts';

/** What analysis treats in a way of its own, script by script: a rule that changes gives other words of one of these. */
const EVERY_RULE = [
  'The company’s suppliers’ organization is organised; labour, labor, centre, judgement, programme, defence, travelled.',
  'Dialogue analysed by paediatric and anaesthetic behaviour: whilst ageing, among per-cent cheque, grey tyre, enrolment.',
  'Running runs ran studies easily relational conditional hopefulness of the and a to be or not is it.',
  'U.N. e-mail co-operation state-of-the-art 1,500 2.5 1,234,567.89 ISO26000 COVID-19 AI/ML x_y # % 3rd',
  'Müller naïve Łódź straße Æon œuvre coördinate ＡＢＣ ﬁnance “quoted” ‘it’s’ – — ‐ − don’t rock’n’roll',
  '強制労働と技能実習生の受け入れ、取り扱い・取扱い・取扱、支払い、申し込み、組み合わせ、組合、高い山、調査し報告します。',
  '人々 部分々々 すゝめ いすゞ サーバー サーバ ヴァイオリン ヴ ｶﾅ ﾌﾟﾗｲﾊﾞｼｰ データ－ベース コーヒ― か〜 ゴミ ごみ 2019年度 第３者',
  OLD_KANJI,
  'А также права человека. Ανθρώπινα δικαιώματα τέλος ΣΊΣΥΦΟΣ. حقوق الإنسان 인권 실사 สิทธิมนุษยชน ສິດທິ សិទ្ធិ လူ့ 𠮷野家 🙂 α線',
].join('\n');

const DIALOGUE = 'dialogue';
const PERSON = 'person';
const PARTICIPANT = 'participant';
const TURN = 'turn';
const PASSAGE = 'passage';
const ISSUE = 'issue';
const INDICATOR = 'indicator';

/**
 * A tiny workspace in which every field that a document may be made of holds a word of its own, and one turn says what
 * analysis has rules for. What an index makes of it is what `indexVersion` knows an index by.
 */
export const PROBE: SearchedState = {
  workspace: [],
  instruments: [
    blankInstrument({
      id: 'instrument',
      code: 'codex',
      name: { en: 'covenant', ja: '規約' },
      kind: 'convention',
      of: 'organisation',
      summary: { en: 'summary' },
    }),
  ],
  issues: [
    {
      id: ISSUE,
      code: 'issuecode',
      category: 'general',
      order: 0,
      name: { en: 'issuename', ja: '課題名' },
      definition: { en: 'definition', ja: '定義' },
      sourceWording: { en: 'wording', ja: '原文' },
      synonyms: { en: ['synonym'], ja: ['同義'] },
      include: { en: 'include', ja: '含む' },
      exclude: { en: 'exclude', ja: '除く' },
      example: { en: 'example', ja: '用例' },
      instruments: [{ code: 'codex', provision: 'provision' }],
      riskSources: [{ en: 'risk', ja: '危険' }],
      activeFrom: 2020,
      retiredAfter: null,
      mergedInto: null,
      splitFrom: null,
    },
    {
      id: 'merged',
      code: 'mergedcode',
      category: 'employees',
      order: 1,
      name: { en: 'mergedname' },
      definition: { en: 'mergeddefinition' },
      sourceWording: {},
      synonyms: { en: ['mergedsynonym'] },
      include: {},
      exclude: {},
      example: {},
      instruments: [],
      riskSources: [],
      activeFrom: 2020,
      retiredAfter: 2021,
      mergedInto: ISSUE,
      splitFrom: null,
    },
  ],
  themes: [
    {
      id: 'theme',
      code: 'themecode',
      order: 0,
      name: { en: 'themename' },
      definition: { en: 'themedefinition' },
      issueIds: [ISSUE],
    },
  ],
  persons: [
    {
      id: PERSON,
      name: { en: 'personname', ja: '人名' },
      reading: 'じんめい',
      aliases: ['alias'],
      title: { en: 'persontitle' },
      organisation: { en: 'personorganisation' },
      organisationId: null,
      kind: 'union',
    },
  ],
  dialogues: [
    {
      id: DIALOGUE,
      title: 'dialoguetitle',
      date: '2020-02-14',
      place: 'place',
      form: 'online',
      fiscalYear: 2019,
      language: 'en',
      attribution: 'named',
      source: {
        name: 'filename',
        sha256: '0'.repeat(64),
        size: 1,
        mediaType: 'text/plain',
        format: 'plain',
        encoding: 'utf-8',
      },
      sourceNote: 'sourcenote',
      summary: 'summary',
      openDoubts: [],
      follows: null,
    },
  ],
  participants: [
    {
      id: PARTICIPANT,
      dialogueId: DIALOGUE,
      order: 0,
      personId: PERSON,
      name: 'participantname',
      label: 'label',
      title: 'participanttitle',
      organisation: 'organisation',
      external: true,
      voice: 'expert',
      kind: 'union',
    },
  ],
  turns: [
    {
      id: TURN,
      dialogueId: DIALOGUE,
      order: 0,
      kind: 'speech',
      participantId: PARTICIPANT,
      text: EVERY_RULE,
      heading: 'heading',
      start: 0,
      end: 1,
      cues: [],
    },
  ],
  passages: [
    {
      id: PASSAGE,
      dialogueId: DIALOGUE,
      turnId: TURN,
      start: 0,
      end: 5,
      quote: 'quote',
      before: 'before',
      after: 'after',
      attribution: null,
      state: 'unsure',
    },
  ],
  codings: [
    {
      id: 'coding',
      dialogueId: DIALOGUE,
      passageId: PASSAGE,
      issueId: ISSUE,
      coder: 'coder',
      at: '2020-02-14T00:00:00.000Z',
      memo: 'memo',
      reconciled: null,
    },
  ],
  advice: [
    {
      id: 'advice',
      dialogueId: DIALOGUE,
      passageIds: [PASSAGE],
      issueIds: [ISSUE],
      kind: 'urge',
      restatement: 'restatement',
      addressee: 'addressee',
      response: 'response',
      commitment: '',
      noCommitmentWhy: '',
      owner: 'owner',
      due: '2020-03',
      status: 'heard',
      takenBy: 'takenby',
      at: '2020-02-14T00:00:00.000Z',
    },
  ],
  commitments: [
    {
      id: 'commitment',
      text: 'commitment',
      madeIn: { to: 'advice', id: 'advice' },
      owner: 'promiser',
      due: null,
      status: 'promised',
      why: '',
      measuredBy: null,
      by: 'by',
      at: '2020-02-14T00:00:00.000Z',
    },
  ],
  entries: [
    {
      ...blankEntry({ id: 'registered', kind: 'meeting', by: '', at: '2020-02-14T00:00:00.000Z' }),
      text: 'registeredtext',
      why: 'registeredwhy',
      standingWhy: 'standingwhy',
      arrangementId: 'arrangement',
      of: 'organisation',
      sourceId: 'source',
      locator: 'registeredlocator',
      passageId: PASSAGE,
      refs: [{ to: 'issue', id: ISSUE }],
    },
    blankEntry({
      id: 'entry',
      kind: 'progress',
      text: 'progressed',
      refs: [{ to: 'commitment', id: 'commitment' }],
      by: 'by',
      at: '2020-02-14T00:00:00.000Z',
    }),
  ],
  indicators: [
    {
      ...blankIndicator({ id: INDICATOR, name: { en: 'indicatorname', ja: '指標名' } }),
      code: 'indicatorcode',
      definition: { en: 'indicatordefinition' },
      aim: { en: 'indicatoraim' },
      owner: 'indicatorowner',
      issueIds: [ISSUE],
      breakdowns: [
        {
          code: 'breakdown',
          name: {},
          relation: 'of-which',
          rest: {},
          members: [{ code: 'member', name: { en: 'membername' }, retiredAfter: null }],
        },
      ],
    },
  ],
  figures: [
    {
      ...blankFigure({
        id: 'figure',
        indicatorId: INDICATOR,
        at: '2020-02-14T00:00:00.000Z',
        period: { fiscalYear: 2019 },
      }),
      of: 'organisation',
      via: 'arrangement',
      value: 21150,
      note: { en: 'figurenote' },
    },
  ],
  answers: [
    {
      id: 'answer',
      checklist: 'uk-msa-54',
      version: '2015',
      requirement: '54(4)',
      of: null,
      subject: null,
      fiscalYear: 2019,
      state: 'partly',
      text: { en: 'answered', ja: '回答文' },
      why: 'answerwhy',
      uses: [],
      leftOut: [],
      by: 'by',
      at: '2020-02-14T00:00:00.000Z',
    },
  ],
  organisations: [
    {
      ...blankOrganisation({ id: 'organisation', name: { en: 'organisationname' }, kind: 'own' }),
      aliases: ['organisationalias'],
      partOf: ['organisation'],
      country: 'country',
      sectors: ['sector'],
      products: ['product'],
      note: { en: 'organisationnote' },
    },
  ],
  arrangements: [
    {
      ...blankArrangement({ id: 'arrangement', name: { en: 'arrangementname' }, kind: 'channel' }),
      of: 'organisation',
      operator: 'organisation',
      remit: { en: 'remit' },
      owner: 'arrangementowner',
      chair: 'chair',
      languages: ['spoken'],
      instruments: [{ code: 'codex', provision: '' }],
      issueIds: [ISSUE],
    },
  ],
  sources: [
    {
      ...blankSource({ id: 'source', title: { en: 'sourcetitle' } }),
      publisher: 'organisation',
      note: { en: 'sourcenote' },
      place: 'sourceplace',
      issueIds: [ISSUE],
    },
  ],
};
