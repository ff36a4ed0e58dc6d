import { z } from 'zod';
import { Instant } from './basics.ts';

/**
 * A document of words and tables as it went out: the part of `ReportDocument` that holds no pictures. It is kept as data, so
 * that it is printed again by whatever writes documents, and read without Word.
 */
const Span = z.strictObject({
  text: z.string(),
  strong: z.literal(true).exactOptional(),
  quiet: z.literal(true).exactOptional(),
  cite: z.string().exactOptional(),
});
const Line = z.union([z.string(), z.array(z.union([z.string(), Span]))]);
const Cell = z.union([
  Line,
  z.strictObject({ lines: z.array(Line), apart: z.literal(true).exactOptional() }),
]);
const Citations = z.array(z.strictObject({ cite: z.string(), text: z.string() })).exactOptional();

const Block = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('heading'),
    level: z.union([z.literal(2), z.literal(3)]),
    text: z.string(),
  }),
  z.strictObject({
    kind: z.literal('paragraph'),
    text: Line,
    manner: z.enum(['lead', 'small']).exactOptional(),
    before: z.literal(true).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('facts'),
    facts: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  }),
  z.strictObject({ kind: z.literal('quote'), text: z.string(), source: z.string(), cites: Citations }),
  z.strictObject({
    kind: z.literal('list'),
    items: z.array(Line),
    numbered: z.literal(true).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('note'),
    title: z.string(),
    lines: z.array(z.string()),
    before: z.literal(true).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('table'),
    caption: z.string(),
    columns: z
      .array(
        z.strictObject({
          head: z.string(),
          share: z.number().positive(),
          align: z.enum(['start', 'center', 'end']).exactOptional(),
        }),
      )
      .min(1),
    rows: z.array(z.array(Cell)),
    note: z.string().exactOptional(),
    cites: Citations,
    whole: z.literal(true).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('sources'),
    sources: z.array(z.strictObject({ id: z.string(), label: z.string(), text: z.string() })),
    running: z.literal(true).exactOptional(),
  }),
]);

export const PublishedDocument = z.strictObject({
  title: z.string(),
  subtitle: z.string(),
  workspaceName: z.string(),
  creator: z.string(),
  subject: z.string(),
  keywords: z.array(z.string()),
  writtenAt: Instant,
  sections: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      appendix: z.literal(true).exactOptional(),
      blocks: z.array(Block),
    }),
  ),
});
export type PublishedDocument = z.infer<typeof PublishedDocument>;
