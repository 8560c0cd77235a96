import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';

/** From the strongest border inside a Chinese sentence to the weakest; the empty string cuts between any two characters. */
const SEPARATORS = ['\n', '；', ';', '，', ',', '、', ' ', ''];

/**
 * Cuts one overlong sentence into pieces of at most `maxChars` UTF-16 units that together hold all its
 * printed characters in order (LangChain's recursive splitter, no overlap; white space at the cuts may go).
 */
export async function splitLongText(text: string, maxChars: number): Promise<string[]> {
  const splitter = new RecursiveCharacterTextSplitter({ chunkSize: maxChars, chunkOverlap: 0, separators: SEPARATORS, keepSeparator: true });
  return splitter.splitText(text);
}
