import { SIGN_TEXT } from '../../figures/signs.ts';
import { CONTACT_KINDS } from '../../suppliers/contacts.ts';
import type { YearSummary } from '../model/year.ts';
import { type SectionWriter, sentences } from '../section.ts';
import { signsText } from './tables.ts';

/** From how many findings on nobody is recognised by their number. */
const LEAST_TOLD = 5;

/** How many suppliers were looked at, by programme and by factor. No supplier is named here. */
export const supplierCoverage: SectionWriter<YearSummary> = ({ lens, fiscalYear }, { t, pictures }) => {
  if (lens === null) return null;
  const isSmall = (count: number) => count > 0 && count < LEAST_TOLD;
  const hides = lens.programmes.some(({ findings }) => isSmall(findings));
  return {
    id: 'supplierCoverage',
    title: t('report.year.lens'),
    blocks: [
      { kind: 'paragraph', text: t('report.year.lens.total', { count: lens.suppliers }) },
      ...(lens.programmes.length === 0
        ? [{ kind: 'paragraph' as const, text: t('report.year.lens.nothing', { fiscalYear }) }]
        : [
            {
              kind: 'table' as const,
              caption: t('report.year.lens.caption', { fiscalYear }),
              whole: true as const,
              columns: [
                { head: t('suppliers.programme'), share: 36 },
                ...CONTACT_KINDS.map((kind) => ({
                  head: t(`suppliers.column.${kind}`),
                  share: 13,
                  align: 'end' as const,
                })),
                { head: t('report.year.lens.findings'), share: 12, align: 'end' as const },
              ],
              rows: lens.programmes.map(({ name, suppliers, findings }) => [
                name || t('report.year.lens.noProgramme'),
                ...CONTACT_KINDS.map((kind) => String(suppliers[kind])),
                isSmall(findings) ? SIGN_TEXT.withheld : String(findings),
              ]),
              note: sentences(t, [t('report.year.lens.note'), hides ? signsText(['withheld'], t) : '']),
            },
          ]),
      ...(pictures.has('supplierCoverage')
        ? [
            {
              kind: 'picture' as const,
              picture: 'supplierCoverage' as const,
              caption: t('report.year.lens.picture', { fiscalYear }),
              alt: t('report.year.lens.alt', { count: lens.suppliers }),
            },
          ]
        : []),
    ],
  };
};

/** The suppliers by name, in the order in which to look at them: only where somebody asks for it. */
export const supplierNames: SectionWriter<YearSummary> = ({ lens, fiscalYear }, { t }) => {
  if (lens === null) return null;
  return {
    id: 'supplierNames',
    title: t('report.year.names'),
    blocks: [
      {
        kind: 'table',
        caption: t('report.year.names.caption', { fiscalYear }),
        columns: [
          { head: t('suppliers.column.place'), share: 8, align: 'end' },
          { head: t('suppliers.column.name'), share: 24 },
          { head: t('suppliers.column.stakes'), share: 28 },
          ...CONTACT_KINDS.map((kind) => ({ head: t(`suppliers.column.${kind}`), share: 10 })),
        ],
        rows: lens
          .named()
          .map(({ place, name, stakes, contacts }) => [
            place || '–',
            name,
            stakes || t('suppliers.noIssue'),
            ...CONTACT_KINDS.map((kind) => contacts[kind] || '–'),
          ]),
        note: t('report.year.names.note'),
      },
    ],
  };
};
