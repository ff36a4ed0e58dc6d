import type { Disclosure } from '../../attribution/disclosure.ts';
import { dateText } from '../../i18n/dates.ts';
import type { Language, Translate } from '../../i18n/index.ts';
import { type Id, textIn } from '../../model/basics.ts';
import type { Entry } from '../../model/entry.ts';
import type { Figure } from '../../model/figure.ts';
import type { Source } from '../../model/source.ts';
import type { WorkspaceState } from '../../model/tables.ts';
import type { SourceId } from '../document.ts';
import { dialogueName, saidAt, turnNumbers } from './sources.ts';

type CitedTables = Pick<
  WorkspaceState,
  'figures' | 'entries' | 'sources' | 'organisations' | 'dialogues' | 'turns' | 'passages'
>;

/** Where figures are stated, as a report cites it. */
export interface FigureSources {
  /** By id, in words. */
  readonly texts: ReadonlyMap<SourceId, string>;
  /** Null = nothing is cited. */
  readonly idOf: (figure: Pick<Figure, 'cited'>) => SourceId | null;
  /** Whether it was said off the record, so that it is not told. */
  readonly isOffRecord: (figure: Pick<Figure, 'cited'>) => boolean;
}

/** The sources and passages that figures are cited from. A place in a source is a source of its own. */
export function figureSources(
  state: CitedTables,
  told: { readonly t: Translate; readonly language: Language; readonly disclosure: Disclosure },
): FigureSources {
  const { t, language, disclosure } = told;
  const sources = new Map<Id, CitedTables['sources'][number]>(state.sources.map((one) => [one.id, one]));
  const publishers = new Map<Id, string>(
    state.organisations.map(({ id, name }) => [id, textIn(name, language)]),
  );
  const turns = turnNumbers(state);
  const passages = new Map(state.passages.map((one) => [one.id, one]));
  const isOffRecord: FigureSources['isOffRecord'] = ({ cited }) =>
    cited?.passageId != null && disclosure.policyOf(cited.passageId) === 'off-record';
  const idOf: FigureSources['idOf'] = ({ cited }) => {
    if (!cited) return null;
    if (cited.passageId !== null) return saidAt(cited.passageId);
    return cited.sourceId === null ? null : `source:${cited.sourceId}:${cited.locator}`;
  };
  const textOf = ({ cited }: Pick<Figure, 'cited'>): string => {
    const passage = passages.get(cited?.passageId ?? '');
    if (passage)
      return t('report.year.passage', {
        dialogue: dialogueName(state, passage.dialogueId, told),
        turn: turns.get(passage.id) ?? 0,
      });
    const source = sources.get(cited?.sourceId ?? '');
    return [
      textIn(source?.title, language),
      publishers.get(source?.publisher ?? '') ?? '',
      source?.published ? dateText(source.published, language) : '',
      cited?.locator ?? '',
    ]
      .map((part) => disclosure.anywhere(part.trim()))
      .filter(Boolean)
      .join(t('report.list.separator'));
  };
  return {
    texts: new Map(
      [...state.figures, ...state.entries.map(citedBy), ...state.sources.map(citedAsItself)].flatMap(
        (one) => {
          const id = isOffRecord(one) ? null : idOf(one);
          return id === null ? [] : [[id, textOf(one)] as const];
        },
      ),
    ),
    idOf,
    isOffRecord,
  };
}

/** Where an entry is stated. */
export function citedBy({ sourceId, passageId, locator }: Entry): Pick<Figure, 'cited'> {
  return { cited: { sourceId, passageId, locator, asStated: '' } };
}

/** A source that is told of itself. */
export function citedAsItself({ id }: Pick<Source, 'id'>): Pick<Figure, 'cited'> {
  return { cited: { sourceId: id, passageId: null, locator: '', asStated: '' } };
}
