import type { Dialogue, Participant } from '#shared/model/dialogue.ts';

/**
 * The dialogue of February 2020 in our own words. Who took part, and as what, are facts of the published page; what
 * they said is told as minutes tell it, not as a transcript: none of its sentences is theirs.
 */
export const DIALOGUE: Omit<Dialogue, 'id'> = {
  title: 'Human rights in procurement: three experts advise',
  date: '2020-02',
  place: '',
  form: 'unknown',
  fiscalYear: 2019,
  language: 'en',
  attribution: 'named',
  source: null,
  sourceNote:
    'Paraphrase in Hearken’s words, written as minutes and not as a transcript, after the dialogue that NEC Corporation published on its sustainability pages as “Strengthening Initiatives to Respect Human Rights in Procurement Activities” (held in February 2020). Names, titles and organisations are those of the page.',
  openDoubts: [],
  follows: null,
  summary:
    'Three outside experts spoke with NEC’s procurement about suppliers: start from risk to people, weigh its gravity, use pledges and audits to begin a conversation, hear workers, open a channel for complaints, and look beyond the law where crowdworkers are concerned.',
};

type SampleParticipant = Omit<Participant, 'id' | 'dialogueId' | 'personId' | 'order'>;

/** In the order in which they first speak. */
export const PARTICIPANTS: readonly SampleParticipant[] = [
  {
    name: 'Shigeki Shimizu',
    label: 'Shimizu',
    title: 'Senior Vice President and CSCO',
    organisation: 'NEC Corporation',
    external: false,
    voice: 'company',
    kind: 'officer',
  },
  {
    name: 'Daisuke Takahashi',
    label: 'Takahashi',
    title: 'Partner Attorney',
    organisation: 'Shinwa Sohgo Law Offices',
    external: true,
    voice: 'expert',
    kind: 'legal-expert',
  },
  {
    name: 'Kazuhiro Okimi',
    label: 'Okimi',
    title: 'General Manager, Purchasing Division',
    organisation: 'NEC Corporation',
    external: false,
    voice: 'company',
    kind: 'manager',
  },
  {
    name: 'Asako Nagai',
    label: 'Nagai',
    title: 'Managing Director',
    organisation: 'BSR (Business for Social Responsibility)',
    external: true,
    voice: 'expert',
    kind: 'ngo',
  },
  {
    name: 'Ryusuke Tanaka',
    label: 'Tanaka',
    title: 'Programme Officer',
    organisation: 'ILO Office for Japan',
    external: true,
    voice: 'expert',
    kind: 'international-organisation',
  },
  {
    name: 'Toshiyuki Nakamura',
    label: 'Nakamura',
    title: 'Assistant General Manager, Purchasing Division',
    organisation: 'NEC Corporation',
    external: false,
    voice: 'company',
    kind: 'manager',
  },
];

export interface SampleTurn {
  /** Label of the participant; null = narration. */
  readonly by: string | null;
  readonly heading: string | null;
  readonly text: string;
}

const PAYS = 'What sustainability is worth';
const PARTNERS = 'Suppliers as partners';
const WORK = 'New forms of work';

export const TURNS: readonly SampleTurn[] = [
  {
    by: null,
    heading: null,
    text: 'An earlier review with outside specialists had named two fields of high risk to people: new technologies, and labour in the supply chain. In February 2020 the purchasing side of the company met three experts about the second of them.',
  },
  {
    by: null,
    heading: PAYS,
    text: 'The group works at 327 sites in 160 countries. Most of its software comes from Asia, Europe and the United States, most of its hardware from Asia. Society asks more of such a chain every year, and the company means to answer by firm relations with its suppliers.',
  },
  {
    by: 'Shimizu',
    heading: PAYS,
    text: 'Reports that about 200 of the main suppliers, from Japan and abroad, come together with the company once a year. It speaks to them of two things: joining forces over delivery, technology and continuity, and making something of value to society through the business. The same 200 answer its questionnaires on human rights and the environment. He asks what would turn such efforts into real improvement, soon and in the long run.',
  },
  {
    by: 'Takahashi',
    heading: PAYS,
    text: 'Finds it admirable to want to make social value together with suppliers: the question of what society lacks then comes first. He observes that firms in Europe and the United States set their goods apart from those of emerging economies by offering sustainability beside quality, safety and price. The company should help its suppliers to see that work on human rights is part of this common gain, and more than a favour done to a customer.\n\nOn due diligence he recalls the order in which the UN Guiding Principles proceed. First find out where the business and its chain may harm people; then look closely at the places where that risk is high.',
  },
  {
    by: 'Okimi',
    heading: PAYS,
    text: 'Agrees that risk is the right place to start, as no programme could begin with all suppliers at once. He asks what belongs in such an analysis besides the region and the sum that is spent.',
  },
  {
    by: 'Takahashi',
    heading: PAYS,
    text: 'Names the sector, the single supplier and the kind of product that is bought. What governments, international organisations and NGOs publish about risk is a good beginning.',
  },
  {
    by: 'Nagai',
    heading: PAYS,
    text: 'Adds that it must also count how grave the harm to people’s rights would be.',
  },
  {
    by: 'Shimizu',
    heading: PARTNERS,
    text: 'Explains that a declaration was drafted in fiscal 2020 by which suppliers bind themselves in writing to the company’s guidelines for responsible conduct. Suppliers in Japan come first, those abroad later. Buyers also keep a Supplier Visit Record on working conditions and other points when they call on a supplier; it is on trial in China. He asks what to mind when it is put to use.',
  },
  {
    by: 'Takahashi',
    heading: PARTNERS,
    text: 'Sees in the signed pledge an assurance, but above all an opening for conversation. An audit, too, should ask how the company can help the supplier to grow more able. The Japan Federation of Bar Associations lays weight on this exchange between buyer and supplier in its guidance on due diligence. Among the SDGs he places such steps under Goals 12 and 17.',
  },
  {
    by: 'Tanaka',
    heading: PARTNERS,
    text: 'Warns that an audit done from one side, in which workers have no part, often misses what troubles them. Small and medium firms in Asia are also worn down by customers who each audit them for something else. That is why the Guiding Principles set such store by dialogue and engagement.\n\nHe advises the company to train people who know the conditions and customs of each place along its chain, and to share with suppliers what responsible conduct brings in. The weight of its orders alone may give it too little leverage. Where workers’ voices are gathered and acted upon, relations at work improve, the company learns of risks early, and disputes are prevented. What one firm cannot solve should be laid before its industry and taken up jointly, and also with governments and others concerned.',
  },
  {
    by: 'Takahashi',
    heading: PARTNERS,
    text: 'Would set a contact point for complaints beside due diligence, so that people have access to remedy. Seen soon, a matter can still be settled while it is small.',
  },
  {
    by: 'Nakamura',
    heading: WORK,
    text: 'Expects that the business can hardly grow without giving single tasks to crowdworkers, as engineers are scarce. He asks what to bear in mind.',
  },
  {
    by: 'Tanaka',
    heading: WORK,
    text: 'Describes the dangers of platform work: people who count as self-employed may be driven to long hours for pay that does not match them. Close monitoring of the work, training at one’s own cost, thin social protection, no one to represent them, and work across borders that nobody governs need to be talked about as well. Nothing agreed between nations is yet equal to this. He hopes for companies that further decent work, tell each other what they find hard, and look for ways out together with many stakeholders.',
  },
  {
    by: 'Nagai',
    heading: WORK,
    text: 'Tells from Europe and the United States that work is being understood anew and that ever more people work on their own account. The right to organise does not reach them; more and more often they turn to the courts instead. Firms dread being sued while the rules that would guide them are still unwritten.',
  },
  {
    by: 'Takahashi',
    heading: WORK,
    text: 'Recalls that the Guiding Principles were made for just those fields that law has not reached. With crowdworkers the company should look past the letter of the law and examine whether its dealings with them do them harm.',
  },
  {
    by: 'Shimizu',
    heading: WORK,
    text: 'Thanks the experts for a higher and wider view. Joining forces and making value together remain the themes, and what was heard will enter the plans for responsible procurement, human rights included.',
  },
];
