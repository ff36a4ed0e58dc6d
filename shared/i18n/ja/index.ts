import { advice } from './advice.ts';
import { assessment } from './assessment.ts';
import { attribution } from './attribution.ts';
import { coders } from './coders.ts';
import { commandLine } from './command-line.ts';
import { common } from './common.ts';
import { correct } from './correct.ts';
import { decisions } from './decisions.ts';
import { desk } from './desk.ts';
import { dialogues } from './dialogues.ts';
import { encryption } from './encryption.ts';
import { errors } from './errors.ts';
import { figureDrawer } from './figure-drawer.ts';
import { figureGrid } from './figure-grid.ts';
import { figurePaste } from './figure-paste.ts';
import { figureSheet } from './figure-sheet.ts';
import { figures } from './figures.ts';
import { followUp } from './follow-up.ts';
import { home } from './home.ts';
import { impact } from './impact.ts';
import { importReview } from './import-review.ts';
import { importShow } from './import-show.ts';
import { issues } from './issues.ts';
import { materialityReport } from './materiality-report.ts';
import { matrix } from './matrix.ts';
import { merge } from './merge.ts';
import { people } from './people.ts';
import { pictures } from './pictures.ts';
import { register } from './register.ts';
import { registerKinds } from './register-kinds.ts';
import { reports } from './reports.ts';
import { results } from './results.ts';
import { retrieval } from './retrieval.ts';
import { roundLog } from './round-log.ts';
import { seal } from './seal.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { sheetGrid } from './sheet-grid.ts';
import { sheets } from './sheets.ts';
import { shell } from './shell.ts';
import { statement } from './statement.ts';
import { statementReport } from './statement-report.ts';
import { store } from './store.ts';
import { suppliers } from './suppliers.ts';
import { topics } from './topics.ts';
import { transcript } from './transcript.ts';
import { typing } from './typing.ts';
import { update } from './update.ts';
import { welcome } from './welcome.ts';
import { yearReport } from './year-report.ts';

/** Every string a person can read, by key. One file an area; a language is one such folder. */
export const ja = {
  ...common,
  ...shell,
  ...transcript,
  ...typing,
  ...update,
  ...welcome,
  ...figureGrid,
  ...figurePaste,
  ...figureDrawer,
  ...figures,
  ...figureSheet,
  ...yearReport,
  ...statement,
  ...statementReport,
  ...home,
  ...dialogues,
  ...importReview,
  ...importShow,
  ...desk,
  ...correct,
  ...issues,
  ...topics,
  ...advice,
  ...followUp,
  ...attribution,
  ...coders,
  ...assessment,
  ...results,
  ...sheetGrid,
  ...sheets,
  ...matrix,
  ...merge,
  ...people,
  ...pictures,
  ...decisions,
  ...impact,
  ...register,
  ...registerKinds,
  ...reports,
  ...materialityReport,
  ...roundLog,
  ...seal,
  ...retrieval,
  ...search,
  ...settings,
  ...encryption,
  ...errors,
  ...store,
  ...suppliers,
  ...commandLine,
};
