import { SaxesParser, type SaxesAttributePlain } from 'saxes';
import { SheetError } from '~/adapters/spreadsheet/sheet-error';

/** What to do at each part of an XML document; names come without their prefix (`x:row` is `row`). */
export type XmlHandlers = {
  open?: (name: string, attributes: Record<string, string>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
};

/** Pieces of input with no tag at all before we give up: no cell is 4 MB long (Excel's limit is 32,767 characters). */
const MOST_SILENT_PIECES = 64;

/**
 * Reads an XML document by pieces; yields after each one, so that a reader can hand on what is complete. Entities of a
 * DOCTYPE are not expanded. Throws `SheetError` when the document is damaged or holds one endless text.
 */
export async function* readXml(pieces: AsyncIterable<Buffer>, { open, close, text }: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const decoder = new TextDecoder('utf-8');
  let silent = 0;
  parser.on('error', () => {
    throw new SheetError('damaged', 'Ce classeur est abîmé. Ouvrez-le dans un tableur, enregistrez-le de nouveau, puis choisissez-le.');
  });
  parser.on('opentag', ({ name, attributes }: { name: string; attributes: Record<string, SaxesAttributePlain | string> }) => {
    silent = 0;
    open?.(local(name), attributes as Record<string, string>);
  });
  parser.on('closetag', ({ name }: { name: string }) => {
    silent = 0;
    close?.(local(name));
  });
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  for await (const piece of pieces) {
    silent += 1;
    if (silent > MOST_SILENT_PIECES) throw new SheetError('zip-bomb', 'Une cellule de ce classeur est démesurée : il n’est pas lu.');
    parser.write(decoder.decode(piece, { stream: true }));
    yield;
  }
  parser.write(decoder.decode()).close();
  yield;
}

/** Reads a small XML document to its end. */
export async function readWholeXml(pieces: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  for await (const _ of readXml(pieces, handlers)) void _;
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
