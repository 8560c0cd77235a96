import { SaxesParser } from 'saxes';

export interface XmlHandler {
  open?(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Walks the elements of an XML part of an office file, names without their prefix where it is the main one. Document type
 * declarations are refused, so that entities can neither multiply nor fetch. Throws when the XML is not well formed.
 */
export function walkXml(bytes: Uint8Array, handler: XmlHandler): void {
  const parser = new SaxesParser();
  parser.on('doctype', () => { throw new Error('A document type declaration is not allowed.'); });
  parser.on('error', (error) => { throw error; });
  parser.on('opentag', ({ name, attributes }) => { handler.open?.(name, attributes); });
  parser.on('text', (text) => { handler.text?.(text); });
  parser.on('cdata', (text) => { handler.text?.(text); });
  parser.on('closetag', ({ name }) => { handler.close?.(name); });
  const decoder = new TextDecoder('utf-8');
  for (let start = 0; start < bytes.length; start += 65536) parser.write(decoder.decode(bytes.subarray(start, start + 65536), { stream: true }));
  parser.write(decoder.decode());
  parser.close();
}
