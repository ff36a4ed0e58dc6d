import '../../platform/jitless.ts';
import { type Leak, type LeakChoices, undecided } from '#shared/attribution/leak.ts';
import type { Scene } from '#shared/chart/scene.ts';
import type { Edition } from '#shared/model/edition.ts';
import { type Result, valueOrThrow } from '#shared/model/problem.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import {
  type Board,
  type BoardRequest,
  boardOf,
  buildReport,
  checkedReport,
  fileNameOf,
  type Outline,
  outlineOf,
  type PictureName,
  type Pictures,
  pictureOf,
  picturesFor,
  publishedDocuments,
  type ReportRequest,
  type Section,
} from '#shared/report/index.ts';
import { readStore } from '../../store/rows.ts';
import { exposeService, moving } from '../expose.ts';

/** Something made of the workspace, and the newest entry of the log that it shows. */
export interface AsOf<T> {
  readonly seq: number;
  readonly value: T;
}

/** A Word file and the name it is suggested to bear; or the names in it that somebody has to decide about first. */
export type WrittenReport =
  | { readonly bytes: Uint8Array; readonly name: string }
  | { readonly leaks: readonly Leak[] };

export interface NamedScene {
  readonly name: PictureName;
  readonly scene: Scene;
}

export type Published = Pick<ReportRequest, 'subjectId' | 'creator' | 'writtenAt'>;

/** What is reported; the pictures follow from it. */
export type ReportSubject = Omit<ReportRequest, 'pictures'>;

/** Draws the pictures of a document; the window does, since it has the fonts. */
export type Paint = (scenes: readonly NamedScene[]) => Promise<Result<Pictures>>;

/** Makes something of the store's rows as they are at one moment. */
async function asOf<T>(storeId: string, make: (state: WorkspaceState) => T | Promise<T>): Promise<AsOf<T>> {
  const { state, seq } = await readStore(storeId);
  return { seq, value: await make(state) };
}

const service = {
  outline: (storeId: string, subject: ReportSubject): Promise<AsOf<Outline>> =>
    asOf(storeId, async (state) => {
      const every = { ...subject, sections: 'all' } as const;
      const pictures = picturesFor(state, subject.subjectId, every);
      return outlineOf(await buildReport(state, { ...every, pictures }), subject.preset ?? 'full');
    }),

  board: (storeId: string, request: BoardRequest, choices: LeakChoices): Promise<AsOf<Board>> =>
    asOf(storeId, (state) => boardOf(state, request, choices)),

  sections: (storeId: string, subject: ReportSubject): Promise<AsOf<readonly Section[]>> =>
    asOf(storeId, async (state) => (await buildReport(state, { ...subject, pictures: [] })).sections),

  /** What a statement says now, in every language, to be kept as published. */
  published: (storeId: string, request: Published): Promise<AsOf<Edition['documents']>> =>
    asOf(storeId, (state) => publishedDocuments(state, request)),

  write: async (
    storeId: string,
    subject: ReportSubject,
    choices: LeakChoices,
    paint: Paint,
    onProgress: (done: number) => void,
  ): Promise<AsOf<WrittenReport>> => {
    const { state, seq } = await readStore(storeId);
    onProgress(0.2);
    const { subjectId, language, preset } = subject;
    const pictures = picturesFor(state, subjectId, subject);
    const { document, leaks } = await checkedReport(state, { ...subject, pictures }, choices);
    if (undecided(leaks, choices).length > 0) return { seq, value: { leaks } };
    onProgress(0.4);
    const painted = valueOrThrow(
      await paint(
        pictures.map((name) => ({ name, scene: pictureOf(state, subjectId, language, name, preset) })),
      ),
    );
    onProgress(0.6);
    // A megabyte that a preview does not need.
    const { writeDocx } = await import('#shared/report/docx/write.ts');
    const bytes = await writeDocx(document, painted);
    return moving({ seq, value: { bytes, name: fileNameOf(document) } }, [bytes.buffer]);
  },
};
export type ReportService = typeof service;

exposeService(service);
