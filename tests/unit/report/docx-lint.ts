import { strFromU8, unzipSync } from 'fflate';

/**
 * What a Word file of ours must keep, beyond the schemas: what Word refuses or reads badly although it is valid
 * (ARCHITECTURE, "What was measured"). Needs nothing but the file.
 * @returns what is wrong, in words; empty = nothing
 */
export function lintDocx(bytes: Uint8Array): string[] {
  const members = unzipSync(bytes);
  const faults: string[] = [];
  const parts = new Map<string, Element>();
  for (const [path, content] of Object.entries(members)) {
    if (!/\.(xml|rels)$/.test(path)) continue;
    const text = strFromU8(content);
    if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(text))
      faults.push(`${path}: forbidden character`);
    if (/&#x?(0|1[0-9a-f]?|[2-8bcef]|fff[ef]);/i.test(text))
      faults.push(`${path}: forbidden character reference`);
    const root = parseXml(text);
    if (typeof root === 'string') faults.push(`${path}: ${root}`);
    else parts.set(path, root);
  }
  const document = parts.get('word/document.xml');
  const styles = parts.get('word/styles.xml');
  if (!document || !styles) return [...faults, 'no document or no styles'];
  faults.push(...lintStyles(document, styles, parts), ...lintTables(document), ...lintText(document));
  faults.push(...lintPictures(document), ...lintRelations(parts, members), ...lintHeadings(document));
  faults.push(...lintNumbering(document, parts.get('word/numbering.xml')), ...lintLanguage(styles));
  faults.push(...lintFields(parts), ...lintTypes(parts.get('[Content_Types].xml'), members));
  return faults;
}

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** A small reader of well-formed XML; what is not well-formed is said as a string. */
export function parseXml(xml: string): Element | string {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open: Element[] = [root];
  const token =
    /<\?[^>]*\?>|<!--[\s\S]*?-->|<\/([^\s>]+)\s*>|<([^\s/>]+)((?:\s+[^\s=>]+\s*=\s*"[^"]*")*)\s*(\/?)>|([^<]+)/y;
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const match = token.exec(xml);
    if (!match) return `not well-formed at ${at}: ${xml.slice(at, at + 40)}`;
    const [, closing, opening, attributes = '', empty, text] = match;
    const current = open.at(-1) ?? root;
    if (text !== undefined) {
      if (/&(?!(amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/i.test(text)) return `bare & at ${at}`;
      current.text += text;
    } else if (closing !== undefined) {
      if (current.name !== closing) return `<${current.name}> is closed by </${closing}>`;
      open.pop();
    } else if (opening !== undefined) {
      const element: Element = {
        name: opening,
        attributes: attributesOf(attributes),
        children: [],
        text: '',
      };
      current.children.push(element);
      if (!empty) open.push(element);
    }
  }
  return open.length === 1 ? root : `<${open.at(-1)?.name}> is never closed`;
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([^\s=]+)\s*=\s*"([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
}

export function all(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((one) => one.name === name);
}

const value = (element: Element | undefined) => element?.attributes['w:val'];

/** Every style that a paragraph, run or table has, or another style rests on, is defined. */
function lintStyles(document: Element, styles: Element, parts: ReadonlyMap<string, Element>): string[] {
  const defined = new Set(all(styles, 'w:style').map((one) => one.attributes['w:styleId']));
  const users = [
    document,
    ...[...parts].filter(([path]) => /word\/(header|footer)\d*\.xml/.test(path)).map(([, root]) => root),
  ];
  const used = users.flatMap((root) =>
    ['w:pStyle', 'w:rStyle', 'w:tblStyle'].flatMap((name) => all(root, name).map(value)),
  );
  const rests = all(styles, 'w:basedOn').map(value);
  const names = all(styles, 'w:style').map((one) => one.attributes['w:styleId']);
  return [
    ...[...used, ...rests].filter((id) => !defined.has(id)).map((id) => `style ${id} is not defined`),
    ...names.filter((id, index) => names.indexOf(id) !== index).map((id) => `style ${id} is defined twice`),
  ];
}

/** Heads repeat and stay whole, rows fill the grid, widths add up, cells end in a paragraph, tables do not touch. */
function lintTables(document: Element): string[] {
  const faults: string[] = [];
  for (const table of all(document, 'w:tbl')) {
    const grid = all(table, 'w:gridCol').map((one) => Number(one.attributes['w:w']));
    const width = child(child(table, 'w:tblPr'), 'w:tblW');
    if (width?.attributes['w:type'] !== 'dxa') faults.push('table width is not in DXA');
    if (grid.reduce((sum, one) => sum + one, 0) !== Number(width?.attributes['w:w'])) {
      faults.push('grid columns do not add up to the table');
    }
    const rows = table.children.filter((one) => one.name === 'w:tr');
    const head = child(rows[0], 'w:trPr');
    if (!child(head, 'w:tblHeader')) faults.push('table without a head that repeats');
    if (!child(head, 'w:cantSplit')) faults.push('head of a table may be split');
    if (rows.length < 2) faults.push('table without rows');
    for (const row of rows) {
      const cells = row.children.filter((one) => one.name === 'w:tc');
      if (cells.length !== grid.length)
        faults.push(`row of ${cells.length} cells in a grid of ${grid.length}`);
      for (const cell of cells)
        if (cell.children.at(-1)?.name !== 'w:p') faults.push('cell does not end in a paragraph');
    }
  }
  const body = child(child(document, 'w:document'), 'w:body');
  body?.children.forEach((one, index) => {
    const next = body.children[index + 1]?.name;
    if (one.name === 'w:tbl' && next !== 'w:p') faults.push(`table is followed by ${next}`);
  });
  return faults;
}

/** Blanks at the ends of a text are kept only where it says so; an empty text says nothing. */
function lintText(document: Element): string[] {
  return all(document, 'w:t').flatMap((one) => {
    if (one.text === '') return ['empty w:t'];
    const padded = one.text !== one.text.trim();
    return padded && one.attributes['xml:space'] !== 'preserve' ? [`blanks of “${one.text}” are lost`] : [];
  });
}

function lintPictures(document: Element): string[] {
  const drawings = all(document, 'wp:docPr');
  const ids = drawings.map((one) => one.attributes.id);
  return [
    ...drawings.filter((one) => !one.attributes.descr?.trim()).map(() => 'picture without alt text'),
    ...(new Set(ids).size === ids.length ? [] : ['pictures share an id']),
    ...(all(document, 'w:drawing').length === drawings.length ? [] : ['drawing without properties']),
  ];
}

/** Every relation is there, points to something in the file, and nothing outside is fetched. */
function lintRelations(
  parts: ReadonlyMap<string, Element>,
  members: Readonly<Record<string, unknown>>,
): string[] {
  const faults: string[] = [];
  for (const [path, root] of parts) {
    const match = path.match(/^(.*)_rels\/([^/]+)\.rels$/);
    if (!match) continue;
    const [, folder = '', owner = ''] = match;
    const relations = all(root, 'Relationship');
    const ids = new Set(relations.map((one) => one.attributes.Id));
    if (ids.size !== relations.length) faults.push(`${path}: relation ids are not unique`);
    for (const { attributes } of relations) {
      if (attributes.TargetMode === 'External') {
        if (!/^(https?|mailto):/.test(attributes.Target ?? ''))
          faults.push(`${path}: external ${attributes.Target}`);
        continue;
      }
      const target = attributes.Target ?? '';
      const resolved = target.startsWith('/') ? target.slice(1) : `${folder}${target}`;
      if (!(resolved in members)) faults.push(`${path}: ${target} is not in the file`);
    }
    const part = parts.get(`${folder}${owner}`);
    if (part) {
      for (const id of relationsUsed(part))
        if (!ids.has(id)) faults.push(`${folder}${owner}: relation ${id} is missing`);
    }
  }
  return faults;
}

function relationsUsed(element: Element): string[] {
  return element.children.flatMap((one) => [
    ...['r:id', 'r:embed', 'r:link'].flatMap((name) => one.attributes[name] ?? []),
    ...relationsUsed(one),
  ]);
}

/** A heading is at most one level below the one before it, and holds words. */
function lintHeadings(document: Element): string[] {
  const faults: string[] = [];
  let before = 0;
  for (const paragraph of all(document, 'w:p')) {
    const level = value(child(child(paragraph, 'w:pPr'), 'w:pStyle'))?.match(/^Heading(\d)$/)?.[1];
    if (level === undefined) continue;
    if (Number(level) > before + 1) faults.push(`heading ${level} after heading ${before}`);
    if (all(paragraph, 'w:t').every((one) => one.text.trim() === '')) faults.push('heading without words');
    before = Number(level);
  }
  return faults;
}

function lintNumbering(document: Element, numbering: Element | undefined): string[] {
  const defined = new Set(numbering ? all(numbering, 'w:num').map((one) => one.attributes['w:numId']) : []);
  return all(document, 'w:numId')
    .map(value)
    .filter((id) => !defined.has(id))
    .map((id) => `list ${id} is not defined`);
}

function lintLanguage(styles: Element): string[] {
  const [defaults] = all(styles, 'w:rPrDefault');
  const fonts = defaults && all(defaults, 'w:rFonts')[0];
  const language = defaults && all(defaults, 'w:lang')[0];
  return [
    ...(fonts?.attributes['w:eastAsia'] ? [] : ['no East Asian font']),
    ...(fonts?.attributes['w:ascii'] ? [] : ['no Latin font']),
    ...(language?.attributes['w:eastAsia'] ? [] : ['no East Asian language']),
    ...(language?.attributes['w:val'] ? [] : ['no Latin language']),
  ];
}

/** A field that Word is to fill when it opens the file makes it ask. */
function lintFields(parts: ReadonlyMap<string, Element>): string[] {
  return [...parts].flatMap(([path, root]) => [
    ...[...all(root, 'w:fldChar'), ...all(root, 'w:fldSimple')]
      .filter((one) => one.attributes['w:dirty'] && one.attributes['w:dirty'] !== 'false')
      .map(() => `${path}: a field is dirty`),
    ...all(root, 'w:updateFields').map(() => `${path}: fields are updated on opening`),
    ...all(root, 'w:fldSimple')
      .filter((one) => all(one, 'w:t').every(({ text }) => text.trim() === ''))
      .map(() => `${path}: a field is empty`),
  ]);
}

function lintTypes(types: Element | undefined, members: Readonly<Record<string, unknown>>): string[] {
  if (!types) return ['no content types'];
  const extensions = new Set(all(types, 'Default').map((one) => one.attributes.Extension));
  const overrides = new Set(all(types, 'Override').map((one) => one.attributes.PartName));
  return Object.keys(members)
    .filter((path) => path !== '[Content_Types].xml')
    .filter((path) => !overrides.has(`/${path}`) && !extensions.has(path.split('.').at(-1) ?? ''))
    .map((path) => `${path} has no content type`);
}
