/** What a company publishes on human rights, as somebody reads it off the page from top to bottom and enters it by hand. */

export interface HandEntry {
  readonly kind: string;
  readonly when: string;
  readonly text: string;
  readonly status?: string;
  readonly about?: string;
}

export interface HandRow {
  readonly list: 'arrangements' | 'organisations' | 'instruments' | 'sources';
  readonly name: string;
  readonly kind: string;
  /** Whose it is, or who published it. */
  readonly of?: string;
  readonly since?: string;
  readonly texts?: Readonly<Record<string, string>>;
  readonly chosen?: Readonly<Record<string, string>>;
  readonly audience?: readonly string[];
  readonly cadence?: readonly [string, string];
  readonly reportsTo?: readonly [string, string, string];
  readonly entries?: readonly HandEntry[];
}

export interface HandNumber {
  readonly name: string;
  readonly unit: string;
  readonly over?: string;
  readonly of?: string;
  readonly via?: string;
  readonly text: string;
  readonly parts?: readonly string[];
}

const NEC = 'NEC Corporation';
const GROUP = 'NEC Group';
const EUROPE = 'NEC Europe';
export const PAGE = 'Respecting Human Rights, fiscal 2020';

/** In the order of the page. */
export const ROWS: readonly HandRow[] = [
  { list: 'sources', name: PAGE, kind: 'Report of the company', of: NEC, since: '2020' },
  {
    list: 'instruments',
    name: 'NEC Group Code of Conduct',
    kind: 'Code of conduct',
    of: GROUP,
    texts: {
      'Summary (English)':
        'Human rights are to be respected in every situation, by executives and employees.',
    },
  },
  { list: 'instruments', name: 'Privacy as a priority theme', kind: 'Principles', of: NEC },
  {
    list: 'arrangements',
    name: 'UN Global Compact',
    kind: 'Membership',
    of: NEC,
    since: '2005',
  },
  {
    list: 'instruments',
    name: 'NEC Group Human Rights Policy',
    kind: 'Policy',
    of: GROUP,
    entries: [
      {
        kind: 'Adoption',
        when: '2015',
        text: 'Published, with dialogue and due diligence along the value chain',
      },
    ],
  },
  {
    list: 'instruments',
    name: 'NEC Group AI and Human Rights Principles',
    kind: 'Principles',
    of: GROUP,
    entries: [{ kind: 'Adoption', when: 'April 2019', text: 'Announced' }],
  },
  { list: 'instruments', name: 'NEC Privacy Policy', kind: 'Policy', of: NEC },
  {
    list: 'arrangements',
    name: 'Corporate Human Rights Promotion Committee',
    kind: 'Committee or body',
    of: NEC,
    since: '1997',
    texts: {
      Chair: 'Officer in charge of human resources',
      'What it is for (English)': 'Basic activities; training against discrimination and harassment',
    },
  },
  {
    list: 'arrangements',
    name: 'Business Unit Human Rights Promotion Committee',
    kind: 'Committee or body',
    of: NEC,
    since: '1997',
    texts: { Chair: 'Officer in charge of human resources' },
  },
  {
    list: 'arrangements',
    name: 'System for human rights due diligence',
    kind: 'Other',
    of: NEC,
    since: '2016',
    texts: {
      'What it is for (English)': 'Targets and KPIs for activities, and reporting',
      Owner: 'Sustainability Promotion Office',
    },
  },
  { list: 'arrangements', name: 'Board of Directors of NEC Europe', kind: 'Committee or body', of: EUROPE },
  {
    list: 'arrangements',
    name: 'Quarterly review in EMEA',
    kind: 'Review',
    of: EUROPE,
    texts: {
      'What it is for (English)':
        'Progress on human rights, health and safety at subsidiaries and business partners',
    },
    cadence: ['Every quarter', 'April 2019'],
    reportsTo: ['Board of Directors of NEC Europe', 'Every year', 'April 2019'],
  },
  {
    list: 'arrangements',
    name: 'Human Rights Hotline',
    kind: 'Channel',
    of: NEC,
    texts: {
      'What it is for (English)':
        'Consultations of employees in Japan by telephone or e-mail; privacy is protected',
      Owner: 'Human Resources Division',
    },
    audience: ['Employee'],
  },
  { list: 'arrangements', name: 'Compliance Hotline', kind: 'Channel', of: NEC, audience: ['Supplier'] },
  {
    list: 'arrangements',
    name: 'Customer Communications Center',
    kind: 'Channel',
    of: NEC,
    audience: ['Customer', 'Community'],
  },
  {
    list: 'organisations',
    name: 'Ernst & Young ShinNihon LLC',
    kind: 'Other',
  },
  {
    list: 'arrangements',
    name: 'Assessment of human rights impacts',
    kind: 'Other',
    of: NEC,
    entries: [
      {
        kind: 'Milestone',
        when: 'FY2019',
        text: 'Quantitative evaluation of the main businesses',
        about: 'Ernst & Young ShinNihon LLC',
      },
      {
        kind: 'Milestone',
        when: 'FY2020',
        text: 'List of issues that is easier to use in decisions of the management',
      },
      {
        kind: 'Meeting',
        when: 'FY2020',
        text: 'Dialogues with experts from outside; two themes to watch in fiscal 2021',
      },
    ],
  },
  {
    list: 'sources',
    name: 'Human-rights risk data of BSR',
    kind: 'Risk data',
    of: 'Business for Social Responsibility',
  },
  {
    list: 'arrangements',
    name: 'Digital Trust Advisory Council',
    kind: 'Advisory council',
    of: NEC,
    entries: [{ kind: 'Meeting', when: 'FY2020', text: 'Met with experts from outside' }],
  },
  {
    list: 'arrangements',
    name: 'Online training on AI and human rights',
    kind: 'Training',
    of: NEC,
    audience: ['Employee'],
  },
  {
    list: 'arrangements',
    name: 'Supplier Visit Record',
    kind: 'Supplier programme',
    of: NEC,
    since: '2018-04',
    texts: {
      'What it is for (English)':
        'Buyers check required items, human rights among them, when they visit suppliers',
    },
  },
  {
    list: 'instruments',
    name: 'Guidelines for Responsible Business Conduct in Supply Chains',
    kind: 'Policy',
    of: NEC,
    entries: [{ kind: 'Revision', when: 'FY2020', text: 'Renewed, with items on human rights' }],
  },
  {
    list: 'arrangements',
    name: 'Declaration of business partners',
    kind: 'Supplier programme',
    of: NEC,
    entries: [
      {
        kind: 'Milestone',
        when: 'FY2021',
        text: 'A declaration is to be written and partners asked to commit',
        status: 'Planned',
      },
    ],
  },
  {
    list: 'arrangements',
    name: 'Modern slavery statement',
    kind: 'Statement',
    of: NEC,
    since: '2018',
    cadence: ['Every year', 'April 2018'],
    entries: [
      { kind: 'Approval', when: 'FY2019', text: 'Approved by the Board of Directors' },
      {
        kind: 'Publication',
        when: 'FY2020',
        text: 'To take up COVID-19 and climate change',
        status: 'Planned',
      },
    ],
  },
  {
    list: 'arrangements',
    name: 'Human rights and business (online)',
    kind: 'Training',
    of: NEC,
    cadence: ['Every year', 'April 2017'],
    audience: ['Employee'],
  },
  {
    list: 'arrangements',
    name: 'Group training by level and position',
    kind: 'Training',
    of: NEC,
    audience: ['Employee'],
  },
  {
    list: 'arrangements',
    name: 'Awareness in the public infrastructure business',
    kind: 'Training',
    of: NEC,
  },
  { list: 'arrangements', name: 'Training of new department managers', kind: 'Training', of: NEC },
  { list: 'arrangements', name: 'Training of recruitment interviewers', kind: 'Training', of: NEC },
  {
    list: 'arrangements',
    name: 'Training of new corporate officers',
    kind: 'Training',
    of: 'NEC Corporation and affiliates in Japan',
  },
  {
    list: 'arrangements',
    name: 'Code of conduct online in EMEA',
    kind: 'Training',
    of: EUROPE,
    audience: ['Employee'],
  },
  { list: 'arrangements', name: 'Recruitment fees are borne by the company', kind: 'Other', of: EUROPE },
  {
    list: 'arrangements',
    name: 'Working group on due diligence of the Global Compact Network Japan',
    kind: 'Membership',
    of: NEC,
  },
  {
    list: 'arrangements',
    name: 'Business for Social Responsibility',
    kind: 'Membership',
    of: NEC,
    entries: [
      {
        kind: 'Milestone',
        when: 'FY2020',
        text: 'Became a member',
        about: 'Business for Social Responsibility',
      },
    ],
  },
  {
    list: 'arrangements',
    name: 'Grievance mechanism in EMEA',
    kind: 'Channel',
    of: EUROPE,
    texts: {
      'What it is for (English)':
        'Several routes for subsidiaries and suppliers: procurement desk, online desk, e-mail to the legal division',
    },
    audience: ['Employee', 'Supplier'],
  },
];

/** The table as it stands in the page, copied with its notes. */
export const TRAINING = [
  'People who completed training (NEC Corporation)',
  '\tFY2018\tFY2019\tFY2020',
  'Online training*1\t8,026\t20,936\t21,150*2',
  'Group training*2\t586\t441\t537',
  '*1 All employees take the e-learning each year. What only managers took in fiscal 2018 was taken by all employees in fiscal 2019.',
  '*2 The subject of the online training in fiscal 2020 was AI in business.',
].join('\n');

/** Numbers that stand in sentences: what is counted, its unit, whose, through what, the number in fiscal 2020. */
export const NUMBERS: readonly HandNumber[] = [
  {
    name: 'Interviewers trained',
    unit: 'people',
    of: NEC,
    via: 'Training of recruitment interviewers',
    text: '560',
  },
  {
    name: 'New officers trained',
    unit: 'people',
    of: 'NEC Corporation and affiliates in Japan',
    via: 'Training of new corporate officers',
    text: '94',
  },
  {
    name: 'Consultations',
    unit: 'cases',
    of: NEC,
    via: 'Human Rights Hotline',
    text: '42',
    parts: ['Power harassment 12', 'Sexual harassment 2'],
  },
  { name: 'Reports of forced labour or trafficking', unit: 'cases', text: '0' },
  {
    name: 'Reports on human rights, conflict minerals included',
    unit: 'cases',
    of: EUROPE,
    via: 'Grievance mechanism in EMEA',
    text: '0',
  },
  { name: 'Sites', unit: 'sites', over: 'at its end', of: GROUP, text: '327' },
  { name: 'Countries', unit: 'countries', over: 'at its end', of: GROUP, text: '160' },
  { name: 'Major suppliers', unit: 'companies', over: 'at its end', of: NEC, text: 'about 200' },
];

/** What the statement of s.54 says of each requirement, as far as the page tells it. */
export const STATEMENT: readonly (readonly [number: string, english: string, japanese: string])[] = [
  [
    '54(4)',
    'In fiscal 2020 the guidelines for suppliers were renewed with items on human rights, visits to suppliers went on being recorded, and all employees were trained.',
    '2019年度は、人権の項目を加えて取引先向けガイドラインを改定し、取引先訪問の記録を続け、全従業員に研修を行いました。',
  ],
  [
    '54(5)(a)',
    'The group has 327 sites in 160 countries. Software is developed mainly in Asia, Europe and the United States, hardware is made mainly in Asia.',
    'グループの拠点は160か国に327あります。ソフトウェアは主にアジア・欧州・米国で、ハードウェアは主にアジアで開発・製造しています。',
  ],
  [
    '54(5)(b)',
    'The human rights policy of 2015, the principles on AI of 2019 and the code of conduct hold for the group; suppliers are asked to follow the guidelines.',
    '2015年の人権方針、2019年のAIに関する原則、行動規範はグループ全体に適用され、取引先にはガイドラインの遵守を求めています。',
  ],
  [
    '54(5)(c)',
    'Committees under the officer in charge of human resources and a quarterly review in EMEA follow the work; the board of the European company is told once a year.',
    '人事担当役員の下の委員会と、EMEAの四半期レビューが取り組みを確認し、欧州法人の取締役会に年1回報告します。',
  ],
  [
    '54(5)(d)',
    'Labour in global supply chains was named one of two themes to be watched closely in fiscal 2021.',
    'グローバルなサプライチェーンの労働問題を、2020年度に注視する二つのテーマの一つとしました。',
  ],
  [
    '54(5)(e)',
    'The human rights hotline received 42 inquiries; none was about forced labour or human trafficking.',
    '人権ホットラインへの相談は42件で、強制労働・人身取引に関するものはありませんでした。',
  ],
  [
    '54(5)(f)',
    'All employees take the online training each year; interviewers, new managers and new officers are trained beside.',
    '全従業員が毎年オンライン研修を受講し、採用面接者、新任管理職、新任役員にも研修を行っています。',
  ],
];
