import type { SectionUse } from '../config/document';
import { readByDotNet } from '../schema/products';

/** Whether .NET, not a module of IIS, reads a section: it has the last word on what is refused, and another error page. */
export const isOfDotNet = ({ schema }: Pick<SectionUse, 'schema'>): boolean =>
  schema !== null && readByDotNet(schema.product);

/** What happens to requests where a section cannot be read, as a part of a sentence. */
export const refusal = (section: Pick<SectionUse, 'schema'>): string =>
  isOfDotNet(section) ? '.NET stops with a configuration error (500)' : 'IIS answers 500.19 with 0x8007000D';

/** What happens to requests where a section or a part of it is not allowed at its place, as a part of a sentence. */
export const notAllowed = (section: Pick<SectionUse, 'schema'>): string =>
  isOfDotNet(section) ? '.NET stops with a configuration error (500)' : 'IIS answers 500.19 with 0x80070021';
