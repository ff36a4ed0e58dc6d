import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { Language } from '../../i18n/index.ts';
import type { Instant } from '../../model/basics.ts';
import { languageTag } from './design.ts';

/** Zip files know local time from 1980 on; every member bears the same. */
const MEMBER_TIME = new Date(1980, 0, 1);

interface Finishing {
  readonly language: Language;
  readonly writtenAt: Instant;
}

/**
 * What the library does not do: the document's language among its properties, dates from outside instead of the
 * clock's, relationship ids that do not change from run to run, and members in a fixed order, the content types first.
 */
export function finish(packed: Uint8Array, { language, writtenAt }: Finishing): Uint8Array {
  const members = unzipSync(packed);
  const texts = new Map<string, string>();
  for (const [path, bytes] of Object.entries(members)) {
    if (/\.(xml|rels)$/.test(path)) texts.set(path, strFromU8(bytes));
  }
  const core = texts.get('docProps/core.xml');
  if (core !== undefined) texts.set('docProps/core.xml', withProperties(core, language, writtenAt));
  const styles = texts.get('word/styles.xml');
  if (styles !== undefined) texts.set('word/styles.xml', tidiedStyles(styles));
  renameRelationships(texts);
  numberDrawings(texts);
  numberBookmarks(texts);
  const paths = Object.keys(members).sort((a, b) => weight(a) - weight(b) || (a < b ? -1 : 1));
  const zippable: Zippable = {};
  for (const path of paths) {
    const text = texts.get(path);
    const content = text === undefined ? members[path] : strToU8(text);
    if (content) zippable[path] = [content, { mtime: MEMBER_TIME, level: 6 }];
  }
  return zipSync(zippable);
}

/** Readers look for the content types first, then for the relations of the package. */
function weight(path: string): number {
  return path === '[Content_Types].xml' ? 0 : path === '_rels/.rels' ? 1 : 2;
}

function withProperties(core: string, language: Language, writtenAt: Instant): string {
  const instant = `${writtenAt.slice(0, 19)}Z`;
  return core
    .replaceAll(/(<dcterms:(created|modified)[^>]*>)[^<]*(<\/dcterms:\2>)/g, `$1${instant}$3`)
    .replace(
      '</cp:coreProperties>',
      `<dc:language>${languageTag(language)}</dc:language></cp:coreProperties>`,
    );
}

/** Styles of the library that no report uses: an office that restyles its report should not have to pass them. */
const UNUSED_STYLES =
  /<w:style [^>]*w:styleId="(?:Strong|Bibliography|Heading[4-6]|TOC\d)"[^>]*>.*?<\/w:style>/gs;

function tidiedStyles(styles: string): string {
  return (
    styles
      .replaceAll(UNUSED_STYLES, '')
      // The library cannot say which character style is the default one.
      .replace('w:styleId="DefaultParagraphFont"', 'w:default="1" w:styleId="DefaultParagraphFont"')
  );
}

/** The library draws some relationship ids at random: number them in the order of the file. */
function renameRelationships(texts: Map<string, string>): void {
  for (const [path, rels] of texts) {
    const part = path.match(/^(.*)_rels\/([^/]+)\.rels$/);
    if (!part) continue;
    const owner = `${part[1]}${part[2]}`;
    const renamed = new Map<string, string>();
    const content = rels.replaceAll(/ Id="([^"]*)"/g, (_, id: string) => {
      const fresh = `rId${renamed.size + 1}`;
      renamed.set(id, fresh);
      return ` Id="${fresh}"`;
    });
    texts.set(path, content);
    const text = texts.get(owner);
    if (text !== undefined) {
      texts.set(
        owner,
        text.replaceAll(/ r:(id|embed|link)="([^"]*)"/g, (whole, kind: string, id: string) => {
          const fresh = renamed.get(id);
          return fresh ? ` r:${kind}="${fresh}"` : whole;
        }),
      );
    }
  }
}

/** The library gives every bookmark the same number, and Word then keeps one of them: number them in order. */
function numberBookmarks(texts: Map<string, string>): void {
  const document = texts.get('word/document.xml');
  if (document === undefined) return;
  let next = 0;
  texts.set(
    'word/document.xml',
    // None stands within another: an end is that of the start before it.
    document.replaceAll(/<w:bookmark(Start|End)([^>]*?) w:id="[^"]*"/g, (_, end: string, rest: string) => {
      if (end === 'Start') next++;
      return `<w:bookmark${end}${rest} w:id="${next}"`;
    }),
  );
}

/** Drawings are numbered from one counter of the whole process: number them within the file. */
function numberDrawings(texts: Map<string, string>): void {
  const document = texts.get('word/document.xml');
  if (document === undefined) return;
  let next = 0;
  texts.set(
    'word/document.xml',
    document.replaceAll(/<wp:docPr id="[^"]*"/g, () => `<wp:docPr id="${++next}"`),
  );
}
