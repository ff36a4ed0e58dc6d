import { Alert, Blockquote, List, Table, Text, Title } from '@mantine/core';
import { Fragment } from 'react';
import type { Block, Cell, Line, Section } from '../../workers/report/client.ts';
import classes from './blocks.module.css';

/** A section of a report on the screen: the same data as in the Word file, without its pictures. */
export function Blocks({ section }: { section: Section }) {
  return (
    <section id={`section-${section.id}`} className={classes.section}>
      <Title order={2} size="h3" mb="xs">
        {section.title}
      </Title>
      {keyed(section.blocks).map(({ key, item }) => (
        <BlockView key={key} block={item} />
      ))}
    </section>
  );
}

/** Blocks and lines have no identity beyond their place. */
function keyed<T>(items: readonly T[]): { readonly key: string; readonly item: T }[] {
  return items.map((item, place) => ({ key: String(place), item }));
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <Title order={block.level === 2 ? 3 : 4} size="h5" mt="md" mb={4}>
          {block.text}
        </Title>
      );
    case 'paragraph':
      return (
        <Text
          size={block.manner === 'small' ? 'xs' : 'sm'}
          mb="sm"
          className={classes.text}
          {...(block.manner === 'small' ? { c: 'dimmed' } : {})}
        >
          <Words line={block.text} />
        </Text>
      );
    case 'facts':
      return (
        <dl className={classes.facts}>
          {keyed(block.facts).map(({ key, item }) => (
            <Fragment key={key}>
              <dt>{item.label}</dt>
              <dd>{item.value}</dd>
            </Fragment>
          ))}
        </dl>
      );
    case 'quote':
      return (
        <Blockquote cite={`— ${block.source}`} className={classes.quote} p="sm" my="xs">
          <Text size="sm">{block.text}</Text>
        </Blockquote>
      );
    case 'list':
      return (
        <List size="sm" spacing={4} mb="xs" type={block.numbered ? 'ordered' : 'unordered'}>
          {keyed(block.items).map(({ key, item }) => (
            <List.Item key={key}>
              <Words line={item} />
            </List.Item>
          ))}
        </List>
      );
    case 'note':
      return (
        <Alert variant="light" title={block.title} mb="sm">
          {keyed(block.lines).map(({ key, item }) => (
            <Text key={key} size="sm">
              {item}
            </Text>
          ))}
        </Alert>
      );
    case 'table':
      return <TableView block={block} />;
    case 'sources':
      return (
        <dl className={classes.facts}>
          {block.sources.map(({ id, label, text }) => (
            <Fragment key={id}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </Fragment>
          ))}
        </dl>
      );
    case 'picture':
      return null;
  }
}

const ALIGN = { start: 'left', center: 'center', end: 'right' } as const;

function TableView({ block }: { block: Extract<Block, { readonly kind: 'table' }> }) {
  const total = block.columns.reduce((sum, { share }) => sum + share, 0);
  return (
    <div className={classes.table}>
      <Table fz="sm" verticalSpacing={6} layout="fixed" captionSide="top">
        <Table.Caption className={classes.caption}>{block.caption}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {keyed(block.columns).map(({ key, item }) => (
              <Table.Th key={key} w={`${(item.share / total) * 100}%`} ta={ALIGN[item.align ?? 'start']}>
                {item.head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {keyed(block.rows).map(({ key, item: cells }) => (
            <Table.Tr key={key}>
              {keyed(block.columns).map(({ key: column, item }, index) => (
                <Table.Td
                  key={column}
                  ta={ALIGN[item.align ?? 'start']}
                  style={{ verticalAlign: 'top', overflowWrap: 'anywhere' }}
                >
                  <CellView cell={cells[index] ?? ''} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {block.note && (
        <Text size="xs" c="dimmed" mt={4}>
          {block.note}
        </Text>
      )}
    </div>
  );
}

function CellView({ cell }: { cell: Cell }) {
  if (typeof cell === 'string' || !('lines' in cell)) return <Words line={cell} />;
  return keyed(cell.lines).map(({ key, item }) => (
    <div key={key} className={cell.apart ? classes.statement : undefined}>
      <Words line={item} />
    </div>
  ));
}

function Words({ line }: { line: Line }) {
  if (typeof line === 'string') return line;
  return keyed(line).map(({ key, item }) =>
    typeof item === 'string' ? (
      <Fragment key={key}>{item}</Fragment>
    ) : (
      <Text
        key={key}
        span
        inherit
        {...(item.strong ? { fw: 600 } : {})}
        {...(item.quiet ? { c: 'dimmed' } : {})}
      >
        {item.text}
      </Text>
    ),
  );
}
