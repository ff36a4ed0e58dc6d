import { strToU8, zipSync } from 'fflate';
import { addressOf, columnLetters } from './address.ts';
import { heightOf } from './height.ts';
import { StyleTable } from './styles.ts';
import { cellText, escapeString, escapeXml, looksLikeFormula } from './text.ts';
import type { Sheet, SheetRow, Validation, Workbook } from './workbook.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SHEETML = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Excel's limits for what a validation says. */
const MOST_TITLE = 32;
const MOST_MESSAGE = 255;
/** Width of a list that is written in place. */
const MOST_LIST = 255;

/**
 * A workbook as .xlsx bytes (ECMA-376, transitional). It holds no formula, no link and nothing that runs: every cell is
 * a number or a text. The same workbook gives the same bytes.
 */
export function writeWorkbook(workbook: Workbook): Uint8Array {
  const styles = new StyleTable(workbook.font);
  const strings = new Map<string, number>();
  const parts: Record<string, string> = {};
  let uses = 0;
  for (const [index, sheet] of workbook.sheets.entries()) {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(
      sheet,
      index === 0,
      (text, style) => {
        uses++;
        const known = strings.get(text);
        if (known === undefined) strings.set(text, strings.size);
        return { id: known ?? strings.size - 1, style: styles.of(style, looksLikeFormula(text)) };
      },
      (style) => styles.of(style, false),
    );
  }
  parts['xl/workbook.xml'] = workbookXml(workbook);
  parts['xl/styles.xml'] = styles.toXml();
  parts['xl/sharedStrings.xml'] =
    `<sst xmlns="${SHEETML}" count="${uses}" uniqueCount="${strings.size}">` +
    `${[...strings.keys()].map((text) => `<si><t${keepsSpace(text)}>${escapeString(text)}</t></si>`).join('')}</sst>`;
  parts['xl/_rels/workbook.xml.rels'] = relationships([
    ...workbook.sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
    ['styles', 'styles.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
  ]);
  parts['_rels/.rels'] = relationships([
    ['officeDocument', 'xl/workbook.xml'],
    ['core', 'docProps/core.xml'],
    ['extended-properties', 'docProps/app.xml'],
  ]);
  parts['docProps/app.xml'] =
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Hearken</Application></Properties>';
  parts['docProps/core.xml'] = coreXml(workbook);
  parts['[Content_Types].xml'] = contentTypes(workbook.sheets.length);
  const order = ['[Content_Types].xml', '_rels/.rels', ...Object.keys(parts)];
  const members = Object.fromEntries(order.map((path) => [path, strToU8(`${HEAD}${parts[path] ?? ''}`)]));
  return zipSync(members, { mtime: new Date(workbook.at), level: 6 });
}

/** The schema of ECMA-376 does not know the attribute, but Excel writes it and drops blanks without it. */
function keepsSpace(text: string): string {
  return /^\s|\s$|\n| {2}|\t/.test(text) ? ' xml:space="preserve"' : '';
}

type TextCell = (
  text: string,
  style: NonNullable<SheetRow['cells'][number]>['style'],
) => {
  readonly id: number;
  readonly style: number;
};
type NumberStyle = (style: NonNullable<SheetRow['cells'][number]>['style']) => number;

function sheetXml(sheet: Sheet, isFirst: boolean, text: TextCell, plain: NumberStyle): string {
  const { columns, rows, print, validations = [] } = sheet;
  const rowXml = (row: SheetRow, index: number): string => {
    const attributes = [
      `r="${index + 1}"`,
      // Without `customHeight` the program fits the row anew as soon as somebody writes into it.
      row.height === undefined
        ? `ht="${heightOf(row.cells, columns)}"`
        : `ht="${row.height}" customHeight="1"`,
      row.hidden ? 'hidden="1"' : '',
    ]
      .filter(Boolean)
      .join(' ');
    const cells = row.cells.map((cell, at) => {
      if (cell === null) return '';
      const address = addressOf({ row: index + 1, column: at + 1 });
      if (typeof cell.value === 'number')
        return `<c r="${address}" s="${plain(cell.style)}"><v>${cell.value}</v></c>`;
      const value = cellText(cell.value);
      if (value === '') return `<c r="${address}" s="${plain(cell.style)}"/>`;
      const { id, style } = text(value, cell.style);
      return `<c r="${address}" s="${style}" t="s"><v>${id}</v></c>`;
    });
    return `<row ${attributes}>${cells.join('')}</row>`;
  };
  const width = Math.max(1, columns.length);
  return [
    `<worksheet xmlns="${SHEETML}">`,
    print ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '',
    `<dimension ref="A1:${columnLetters(width)}${Math.max(1, rows.length)}"/>`,
    viewXml(sheet, isFirst),
    '<sheetFormatPr defaultRowHeight="15"/>',
    columns.length > 0
      ? `<cols>${columns
          .map(
            ({ width: wide, hidden }, index) =>
              `<col min="${index + 1}" max="${index + 1}" width="${wide}"${hidden ? ' hidden="1"' : ''} customWidth="1"/>`,
          )
          .join('')}</cols>`
      : '',
    `<sheetData>${rows.map(rowXml).join('')}</sheetData>`,
    sheet.protected
      ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>'
      : '',
    sheet.filterRow ? `<autoFilter ref="${filterRange(sheet, sheet.filterRow)}"/>` : '',
    validations.length > 0
      ? `<dataValidations count="${validations.length}">${validations.map(validationXml).join('')}</dataValidations>`
      : '',
    print
      ? '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>' +
        `<pageSetup paperSize="${print.paper === 'a3' ? 8 : 9}" orientation="${print.landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>` +
        `<headerFooter><oddFooter>${footer(print.footer)}</oddFooter></headerFooter>`
      : '',
    '</worksheet>',
  ].join('');
}

function viewXml({ frozen, active, visibility }: Sheet, isFirst: boolean): string {
  const selected = isFirst && visibility === 'shown' ? ' tabSelected="1"' : '';
  const chosen = active ? addressOf(active) : 'A1';
  if (!frozen)
    return `<sheetViews><sheetView showGridLines="0"${selected} workbookViewId="0"><selection activeCell="${chosen}" sqref="${chosen}"/></sheetView></sheetViews>`;
  const { rows, columns } = frozen;
  const first = addressOf({ row: rows + 1, column: columns + 1 });
  const pane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  return (
    `<sheetViews><sheetView showGridLines="0"${selected} workbookViewId="0">` +
    `<pane${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''} topLeftCell="${first}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}" activeCell="${chosen}" sqref="${chosen}"/></sheetView></sheetViews>`
  );
}

function validationXml({ from, to, list, title, message, error }: Validation): string {
  const choices = list?.join(',') ?? '';
  if (list && (choices.length > MOST_LIST || list.some((one) => one.includes(','))))
    throw new RangeError(`A list of choices is too long or holds a comma: ${choices}`);
  const head =
    `${list ? 'type="list" ' : ''}allowBlank="1" showInputMessage="1"${error ? ' showErrorMessage="1"' : ''} ` +
    `promptTitle="${said(title, MOST_TITLE)}" prompt="${said(message, MOST_MESSAGE)}"` +
    `${error ? ` error="${said(error, MOST_MESSAGE)}"` : ''} sqref="${addressOf(from)}:${addressOf(to)}"`;
  return list
    ? `<dataValidation ${head}><formula1>${escapeXml(`"${choices.replaceAll('"', '""')}"`)}</formula1></dataValidation>`
    : `<dataValidation ${head}/>`;
}

/** Cut to what Excel takes; line ends as it keeps them in an attribute. */
function said(text: string, most: number): string {
  const clean = cellText(text);
  const short = clean.length > most ? `${clean.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : clean;
  return escapeXml(short).replaceAll('\n', '&#10;');
}

/** In a footer `&` begins a code, and a figure after a code would be a size of type (ECMA-376 18.3.1.39). */
function footer(text: string): string {
  return escapeXml(`&L&8 ${cellText(text).replaceAll('&', '&&').slice(0, 180)}&R&8 &P / &N`);
}

function filterRange({ columns, rows }: Sheet, row: number): string {
  return `A${row}:${columnLetters(columns.length)}${Math.max(row, rows.length)}`;
}

function workbookXml({ sheets }: Workbook): string {
  const quoted = (name: string) => `'${name.replaceAll("'", "''")}'`;
  const names = sheets.flatMap((sheet, index) => {
    const rows = sheet.print?.titleRows;
    const filter = sheet.filterRow;
    return [
      ...(filter
        ? [
            `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${escapeXml(
              `${quoted(sheet.name)}!${filterRange(sheet, filter).replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`,
            )}</definedName>`,
          ]
        : []),
      ...(rows
        ? [
            `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escapeXml(
              `${quoted(sheet.name)}!$${rows[0]}:$${rows[1]}`,
            )}</definedName>`,
          ]
        : []),
    ];
  });
  return (
    `<workbook xmlns="${SHEETML}" xmlns:r="${OFFICE}"><workbookPr/><workbookProtection lockStructure="1"/><bookViews><workbookView activeTab="0"/></bookViews>` +
    `<sheets>${sheets
      .map(
        ({ name, visibility }, index) =>
          `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${visibility === 'sealed' ? ' state="veryHidden"' : ''} r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets>` +
    `${names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : ''}</workbook>`
  );
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(([type, target], index) => {
      const uri = type === 'core' ? `${PACKAGE}/relationships/metadata/core-properties` : `${OFFICE}/${type}`;
      return `<Relationship Id="rId${index + 1}" Type="${uri}" Target="${target}"/>`;
    })
    .join('')}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const sheetml = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const override = (path: string, type: string) => `<Override PartName="/${path}" ContentType="${type}"/>`;
  return (
    `<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    override('xl/workbook.xml', `${sheetml}.sheet.main+xml`) +
    Array.from({ length: sheets }, (_, index) =>
      override(`xl/worksheets/sheet${index + 1}.xml`, `${sheetml}.worksheet+xml`),
    ).join('') +
    override('xl/styles.xml', `${sheetml}.styles+xml`) +
    override('xl/sharedStrings.xml', `${sheetml}.sharedStrings+xml`) +
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
    override('docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml') +
    '</Types>'
  );
}

function coreXml({ title, creator, at, language }: Workbook): string {
  const time = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${new Date(at).toISOString()}</dcterms:${name}>`;
  return (
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(cellText(title))}</dc:title><dc:creator>${escapeXml(cellText(creator))}</dc:creator>` +
    `<dc:language>${escapeXml(language)}</dc:language>${time('created')}${time('modified')}</cp:coreProperties>`
  );
}
