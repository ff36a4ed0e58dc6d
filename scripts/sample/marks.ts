import type { AdviceKind, AdviceStatus } from '#shared/model/advice.ts';

/** A range of a turn by the words at which it begins and ends; the turn is its place in TURNS, from 0. */
export interface WordRange {
  readonly turn: number;
  readonly from: string;
  readonly to: string;
}

export interface SampleCoding extends WordRange {
  readonly issues: readonly string[];
  readonly memo?: string;
}

/** What was coded besides the advice below (whose passages are coded to its issues as well). */
export const CODINGS: readonly SampleCoding[] = [
  {
    turn: 2,
    from: 'The same 200 answer',
    to: 'the environment.',
    issues: ['sc-labour-standards', 'sc-environment'],
    memo: 'Questionnaires to some 200 suppliers.',
  },
  {
    turn: 4,
    from: 'Agrees that risk',
    to: 'all suppliers at once.',
    issues: ['sc-labour-standards'],
  },
  {
    turn: 7,
    from: 'a declaration was drafted',
    to: 'those abroad later.',
    issues: ['sc-labour-standards', 'sc-fair-business'],
  },
  {
    turn: 7,
    from: 'Buyers also keep',
    to: 'on trial in China.',
    issues: ['sc-labour-standards', 'sc-forced-labour'],
    memo: 'Supplier Visit Record, since fiscal 2019.',
  },
  {
    turn: 11,
    from: 'the business can hardly grow',
    to: 'engineers are scarce.',
    issues: ['sc-labour-standards'],
    memo: 'Crowdworkers are not employed by a supplier; kept here until the list has a place for them.',
  },
  {
    turn: 12,
    from: 'Close monitoring of the work',
    to: 'Close monitoring of the work',
    issues: ['em-privacy'],
    memo: 'Surveillance of work by software concerns employees as well.',
  },
  {
    turn: 13,
    from: 'work is being understood anew',
    to: 'on their own account.',
    issues: ['sc-labour-standards', 'em-youth'],
  },
  {
    turn: 15,
    from: 'what was heard will enter',
    to: 'human rights included.',
    issues: ['sc-labour-standards'],
  },
];

export interface SampleAdvice extends WordRange {
  readonly key: string;
  /** A second place where the same was said. */
  readonly also?: WordRange;
  readonly kind: AdviceKind;
  readonly issues: readonly string[];
  readonly restatement: string;
  readonly addressee: string;
  readonly status: AdviceStatus;
  readonly response?: string;
  readonly commitment?: string;
  readonly owner?: string;
  readonly due?: string;
}

/**
 * Advice heard. Responses tell what the company published for fiscal 2020; where it published nothing the advice
 * stands as `heard`. Status, owner and due date are illustrative.
 */
export const ADVICE: readonly SampleAdvice[] = [
  {
    key: 'social-value',
    turn: 3,
    from: 'Finds it admirable',
    to: 'then comes first.',
    kind: 'commend',
    issues: ['sc-labour-standards'],
    restatement: 'Making social value jointly with suppliers is the right aim.',
    addressee: 'Procurement',
    status: 'considered',
    response:
      'The chief supply chain officer answered that joining forces and making value together remain the themes.',
  },
  {
    key: 'shared-understanding',
    turn: 3,
    from: 'The company should help its suppliers',
    to: 'a favour done to a customer.',
    kind: 'urge',
    issues: ['sc-labour-standards', 'sc-fair-business'],
    restatement: 'Bring suppliers to see work on human rights as part of the common gain.',
    addressee: 'Procurement',
    status: 'accepted',
    response: 'To be reflected in the plans for responsible procurement.',
    commitment: 'Make it a subject of the yearly exchange meeting with main suppliers.',
    owner: 'Purchasing Division',
    due: '2021-03',
  },
  {
    key: 'risk-first',
    turn: 3,
    from: 'First find out where',
    to: 'where that risk is high.',
    kind: 'urge',
    issues: ['sc-forced-labour', 'sc-child-labour', 'sc-labour-standards', 'sc-conflict-areas'],
    restatement: 'Find out first where people may be harmed, then look closely where the risk is high.',
    addressee: 'Procurement',
    status: 'accepted',
    response:
      'The purchasing side shares the view. The fiscal-2020 list of issues already refers to BSR’s human-rights risk data.',
    commitment: 'Rank supplier groups by risk to people before choosing whom to visit.',
    owner: 'Purchasing Division',
    due: '2020-09',
  },
  {
    key: 'risk-factors',
    turn: 5,
    from: 'Names the sector',
    to: 'a good beginning.',
    kind: 'information',
    issues: ['sc-conflict-areas', 'sc-labour-standards', 'sc-child-labour'],
    restatement:
      'Besides region and spend, weigh sector, supplier and product; begin with published risk information.',
    addressee: 'Procurement',
    status: 'considered',
  },
  {
    key: 'gravity',
    turn: 6,
    from: 'it must also count',
    to: 'rights would be.',
    kind: 'urge',
    issues: ['sc-forced-labour', 'sc-child-labour'],
    restatement: 'Count the gravity of the harm to people’s rights in the risk analysis.',
    addressee: 'Procurement',
    status: 'considered',
  },
  {
    key: 'pledge-dialogue',
    turn: 8,
    from: 'Sees in the signed pledge',
    to: 'to grow more able.',
    kind: 'urge',
    issues: ['sc-labour-standards', 'sc-fair-business'],
    restatement: 'Use pledge and audit to open a conversation and to help suppliers grow more able.',
    addressee: 'Procurement',
    status: 'accepted',
    response:
      'The guidelines for responsible conduct were renewed in fiscal 2020; a declaration after them is planned for fiscal 2021, to which business partners will be asked to commit.',
    commitment: 'Declaration to suppliers in Japan first, abroad next.',
    owner: 'Purchasing Division',
    due: '2021-03',
  },
  {
    key: 'one-sided-audit',
    turn: 9,
    from: 'an audit done from one side',
    to: 'what troubles them.',
    kind: 'caution',
    issues: ['sc-labour-standards', 'sc-forced-labour'],
    restatement: 'Audits without the workers miss what troubles them.',
    addressee: 'Procurement',
    status: 'considered',
    response: 'Buyers’ own visits are recorded (Supplier Visit Record, since fiscal 2019).',
    owner: 'Purchasing Division',
  },
  {
    key: 'audit-burden',
    turn: 9,
    from: 'Small and medium firms',
    to: 'for something else.',
    kind: 'caution',
    issues: ['sc-fair-business'],
    restatement: 'Differing audit demands weigh on small and medium suppliers in Asia.',
    addressee: 'Procurement',
    status: 'heard',
  },
  {
    key: 'local-knowledge',
    turn: 9,
    from: 'train people who know',
    to: 'responsible conduct brings in.',
    kind: 'urge',
    issues: ['sc-labour-standards'],
    restatement: 'Train people with local knowledge along the chain, and share the gain with suppliers.',
    addressee: 'Procurement',
    status: 'heard',
  },
  {
    key: 'workers-voices',
    turn: 9,
    from: 'Where workers’ voices are gathered',
    to: 'disputes are prevented.',
    kind: 'urge',
    issues: ['em-association', 'sc-labour-standards'],
    restatement: 'Gather workers’ voices and act on them: risks show early and disputes are prevented.',
    addressee: 'Procurement; Human Resources',
    status: 'considered',
    owner: 'Sustainability Promotion Office',
  },
  {
    key: 'joint-action',
    turn: 9,
    from: 'What one firm cannot solve',
    to: 'others concerned.',
    also: { turn: 9, from: 'The weight of its orders', to: 'too little leverage.' },
    kind: 'urge',
    issues: ['sc-labour-standards', 'sc-conflict-areas'],
    restatement:
      'Leverage by orders is limited: take what cannot be solved alone to the industry and to governments.',
    addressee: 'Sustainability Promotion Office',
    status: 'accepted',
    response:
      'The company takes part in a due diligence working group of the UN Global Compact Network Japan and joined BSR in fiscal 2020.',
    commitment: 'Bring supply chain labour to the working group.',
    owner: 'Sustainability Promotion Office',
    due: '2020',
  },
  {
    key: 'contact-point',
    turn: 10,
    from: 'Would set a contact point',
    to: 'while it is small.',
    kind: 'urge',
    issues: ['ge-remedy'],
    restatement: 'A contact point for complaints beside due diligence, so that matters are settled early.',
    addressee: 'Sustainability Promotion Office',
    status: 'done',
    response:
      'Business partners can turn to the Compliance Hotline, customers and residents to the Customer Communications Center, employees to the Human Rights Hotline.',
    commitment: 'Keep the channels open and report the counts each year.',
    owner: 'Sustainability Promotion Office',
  },
  {
    key: 'platform-work',
    turn: 12,
    from: 'people who count as self-employed',
    to: 'does not match them.',
    also: { turn: 12, from: 'Close monitoring of the work', to: 'talked about as well.' },
    kind: 'caution',
    issues: ['sc-labour-standards', 'em-association'],
    restatement:
      'Crowdworkers risk long hours for poor pay, surveillance, and the lack of protection and representation.',
    addressee: 'Procurement; Human Resources',
    status: 'considered',
  },
  {
    key: 'decent-work',
    turn: 12,
    from: 'He hopes for companies',
    to: 'many stakeholders.',
    kind: 'urge',
    issues: ['sc-labour-standards'],
    restatement: 'Further decent work, share what is hard, and look for ways out with many stakeholders.',
    addressee: 'Sustainability Promotion Office',
    status: 'heard',
  },
  {
    key: 'lawsuits',
    turn: 13,
    from: 'The right to organise does not reach them',
    to: 'still unwritten.',
    kind: 'caution',
    issues: ['em-association', 'sc-labour-standards'],
    restatement: 'The self-employed cannot organise and go to court instead; the law lags behind.',
    addressee: 'Legal Division',
    status: 'considered',
    owner: 'Legal Division',
  },
  {
    key: 'beyond-law',
    turn: 14,
    from: 'look past the letter',
    to: 'do them harm.',
    kind: 'urge',
    issues: ['sc-labour-standards', 'ge-remedy'],
    restatement: 'Examine the effect on crowdworkers beyond what the law requires.',
    addressee: 'Procurement',
    status: 'considered',
  },
];
