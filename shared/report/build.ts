import { converted } from '../figures/converted.ts';
import { dayOf } from '../i18n/dates.ts';
import { type Language, type Translate, translator } from '../i18n/index.ts';
import type { Id, Instant } from '../model/basics.ts';
import type { WorkspaceState } from '../model/tables.ts';
import { editionOfSubject } from '../statement/editions.ts';
import { condensed } from './condense.ts';
import { DIALOGUE_SECTIONS } from './dialogue/index.ts';
import type { Omission, PictureName, ReportDocument, ReportKind, Section, SourceId } from './document.ts';
import { FOLLOW_UP_SECTIONS } from './follow-up/index.ts';
import { HUMAN_RIGHTS_SECTIONS, missingSections } from './human-rights/index.ts';
import { MATERIALITY_SECTIONS } from './materiality/index.ts';
import { dialogueSummary } from './model/dialogue.ts';
import { followUpSummary } from './model/follow-up.ts';
import { humanRightsSummary } from './model/human-rights.ts';
import { materialitySummary } from './model/materiality.ts';
import { statementSummary } from './model/statement.ts';
import { yearSummary } from './model/year.ts';
import { isWanted, type Preset } from './presets.ts';
import { documentOfEdition } from './published-again.ts';
import { type SectionChoice, type SectionContext, type SectionWriter, subtitle } from './section.ts';
import { withSources } from './sources.ts';
import { statementSections } from './statement/index.ts';
import { YEAR_SECTIONS } from './year/index.ts';

export interface ReportRequest {
  readonly kind: ReportKind;
  /** The dialogue's id, or the round's; of a fiscal year that in which it begins; of a statement `statementId`. */
  readonly subjectId: Id;
  /** Language of the document, whatever the language of the window. */
  readonly language: Language;
  /** Who makes the file, as its properties name them; empty = nobody is named. */
  readonly creator: string;
  readonly writtenAt: Instant;
  /** Pictures that will be given to the writer. */
  readonly pictures: readonly PictureName[];
  /** Absent = the full report. */
  readonly preset?: Preset;
  /** What a person ticked and unticked after choosing it; `all` = every section there is, for an outline. Absent = those of the preset. */
  readonly sections?: SectionChoice | 'all';
}

/** What a kind of report is made of. */
interface Built {
  readonly title: string;
  readonly subtitle: string;
  readonly subject: string;
  readonly workspaceName: string;
  readonly keywords: readonly string[];
  readonly sections: readonly Section[];
  /** What its sections cite, in words. */
  readonly sources: ReadonlyMap<SourceId, string>;
  /** What is said above their list; empty = nothing. */
  readonly sourcesNote: string;
  readonly omissions: readonly Omission[];
  /** Titles of sections that the workspace holds nothing for; absent = that is not told of this kind. */
  readonly missing?: readonly string[];
}

type Builder = (state: WorkspaceState, request: ReportRequest, context: SectionContext) => Promise<Built>;

/** The registry of reports: one entry a kind. */
const BUILDERS: Readonly<Record<ReportKind, Builder>> = {
  dialogue: async (state, { subjectId, language }, context) => {
    const summary = dialogueSummary(state, subjectId, language);
    const { t } = context;
    return {
      title: summary.title,
      subtitle: subtitle(t, [t('report.dialogue.subtitle'), summary.date]),
      subject: t('report.dialogue.subtitle'),
      workspaceName: summary.workspaceName,
      keywords: [
        t('report.keyword.humanRights'),
        t('report.keyword.dialogue'),
        ...summary.issues.map((one) => one.name),
      ],
      sections: written(DIALOGUE_SECTIONS, summary, context),
      sources: summary.sources,
      sourcesNote: summary.sourcesNote,
      omissions: summary.omissions,
    };
  },
  'follow-up': async (state, { subjectId, language, writtenAt }, context) => {
    const summary = followUpSummary(state, subjectId, language, dayOf(writtenAt));
    const { t } = context;
    return {
      title: t('report.followUp.title', { dialogue: summary.title }),
      subtitle: subtitle(t, [summary.company, summary.date]),
      subject: t('report.followUp.subject'),
      workspaceName: summary.workspaceName,
      keywords: [t('report.keyword.humanRights'), t('report.keyword.dialogue')],
      sections: written(FOLLOW_UP_SECTIONS, summary, context),
      sources: summary.sources,
      sourcesNote: '',
      omissions: summary.omissions,
    };
  },
  materiality: async (state, { subjectId, language, writtenAt }, context) => {
    const summary = materialitySummary(state, subjectId, language, writtenAt);
    const { t } = context;
    return {
      title: t('report.materiality.title', { fiscalYear: summary.fiscalYear }),
      subtitle: subtitle(t, [summary.company, summary.roundName]),
      subject: t('report.materiality.subject'),
      workspaceName: summary.workspaceName,
      keywords: [
        t('report.keyword.humanRights'),
        t('report.keyword.materiality'),
        summary.fiscalYear,
        ...summary.decisions.filter((one) => one.level === 'monitor-closely').map((one) => one.name),
      ],
      sections: written(MATERIALITY_SECTIONS, summary, context),
      sources: summary.sources,
      sourcesNote: '',
      omissions: summary.omissions,
    };
  },
  year: async (state, { subjectId, language }, context) => {
    const summary = yearSummary(state, Number(subjectId), language);
    const { t } = context;
    return {
      title: t('report.year.title', { fiscalYear: summary.fiscalYear }),
      subtitle: summary.company,
      subject: t('report.year.subject'),
      workspaceName: summary.workspaceName,
      keywords: [t('report.keyword.humanRights'), summary.fiscalYear],
      sections: written(YEAR_SECTIONS, summary, context),
      sources: summary.sources,
      sourcesNote: '',
      omissions: [],
    };
  },
  'human-rights': async (state, { subjectId, language }, context) => {
    const summary = humanRightsSummary(state, Number(subjectId), language);
    const { t } = context;
    return {
      title: t('report.humanRights.title', { fiscalYear: summary.fiscalYear }),
      subtitle: summary.company,
      subject: t('report.humanRights.subject'),
      workspaceName: summary.workspaceName,
      keywords: [t('report.keyword.humanRights'), summary.fiscalYear],
      sections: written(HUMAN_RIGHTS_SECTIONS, summary, context),
      sources: summary.sources,
      sourcesNote: '',
      omissions: summary.omissions,
      missing: missingSections(summary, t),
    };
  },
  statement: async (state, { subjectId, language }, context) => {
    const summary = statementSummary(state, subjectId, language);
    const { t } = context;
    const { statement, fiscalYear } = summary;
    return {
      title: t('report.statement.title', { statement, fiscalYear }),
      subtitle: summary.organisation,
      subject: summary.checklist,
      workspaceName: summary.workspaceName,
      keywords: [t('report.keyword.humanRights'), t('report.statement.keyword'), fiscalYear],
      sections: written(statementSections(summary), summary, context),
      sources: summary.sources,
      sourcesNote: '',
      omissions: summary.omissions,
    };
  },
};

function written<Model>(
  writers: readonly SectionWriter<Model>[],
  model: Model,
  context: SectionContext,
): Section[] {
  const write = (has: SectionContext['has']) =>
    writers
      .map((writer) => writer(model, { ...context, has }))
      .filter((section) => section !== null)
      .filter(({ id }) => has(id));
  // What has nothing to say is not there either, and is not referred to.
  const there = new Set(write(context.has).map(({ id }) => id));
  return write((id) => there.has(id)).map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => condensed(block, context.t)),
  }));
}

/**
 * Builds a report as plain data. The same state and request give the same document.
 * @throws ProblemError `row-missing` when the state has no such dialogue or round
 */
export async function buildReport(state: WorkspaceState, request: ReportRequest): Promise<ReportDocument> {
  const edition = editionOfSubject(state, request.subjectId);
  if (edition) return documentOfEdition(edition, request.language);
  const t: Translate = translator(request.language);
  const { preset = 'full' } = request;
  const has = (id: string) => isWanted(request, id);
  const {
    sources,
    sourcesNote,
    missing = [],
    ...built
  } = await BUILDERS[request.kind](converted(state), request, {
    t,
    pictures: new Set(request.pictures),
    has,
    brief: preset !== 'full',
    onePage: preset === 'one-page',
  });
  return {
    kind: request.kind,
    language: request.language,
    creator: request.creator,
    writtenAt: request.writtenAt,
    ...built,
    missing,
    sections: withSources(
      built.sections,
      has('sources') ? sources : new Map(),
      { note: sourcesNote, running: preset === 'one-page' },
      t,
    ),
  };
}
