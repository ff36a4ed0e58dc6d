import { Parser } from 'htmlparser2';
import { checkXml } from '../../ooxml/check-xml.ts';

/** The attributes of an element; names come without their prefix. */
export type Attributes = ReadonlyMap<string, string>;

/** What is told of an XML part while it is gone through. Names come without their prefix, which programs choose freely. */
export interface XmlHandler {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Goes through an XML part of a document, which is checked first (`checkXml`).
 * @param broken code of the problem of a part that is no XML
 * @throws ProblemError `file-hostile`, `file-too-large`, or `broken`
 */
export function walkXml(name: string, content: Uint8Array, broken: string, handler: XmlHandler): void {
  checkXml(name, content, broken);
  const parser = new Parser(
    {
      onopentag: (tag, attributes) =>
        handler.open?.(
          local(tag),
          new Map(Object.entries(attributes).map(([key, value]) => [local(key), value])),
        ),
      ontext: (text) => handler.text?.(text),
      onclosetag: (tag) => handler.close?.(local(tag)),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(new TextDecoder().decode(content));
}

function local(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1);
}
