import { hasPassword, isNameOfSecret } from '../../config/secrets';
import type { TextEdit } from '../../config/edits';
import { parseXml } from '../../xml/parse';
import { attribute, type XmlElement } from '../../xml/tree';

const ATTRIBUTE_OF_SECRET = /password|secret|validationKey|decryptionKey|connectionString|accessKey/i;

/** Whether the text of an edit, or what it takes away, shows a secret: such an edit is made by hand, not by a command. */
export const showSecret = (text: string, edits: readonly TextEdit[]): boolean =>
  edits.some(({ start, end, text: to }) =>
    [text.slice(start, end), to].some((xml) => parseXml(`<x>${xml}</x>`).some(holds)),
  );

function holds(element: XmlElement): boolean {
  const name = attribute(element, 'key') ?? attribute(element, 'name') ?? '';
  return (
    element.attributes.some(
      (one) =>
        one.value !== '' &&
        (ATTRIBUTE_OF_SECRET.test(one.name) ||
          hasPassword(one.value) ||
          (one.name === 'value' && isNameOfSecret(name))),
    ) ||
    // An encrypted section, or one with its secret as text.
    /^(?:EncryptedData|CipherValue)$/.test(element.name) ||
    (isNameOfSecret(element.name) && element.text.trim() !== '') ||
    element.children.some(holds)
  );
}
