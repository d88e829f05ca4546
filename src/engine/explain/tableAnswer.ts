import type { Source } from '../knowledge/fact';
import type { Row } from '../knowledge/table';

/** The day on which the tables were made from their documents. */
const READ = '2026-11-21';

/** Where a row of a bulk table is known from; empty where its table names no document for it. */
export const rowSources = (row: Row): readonly Source[] =>
  row.source ? [{ document: row.source, says: claimOf(row), read: READ }] : [];

/** What the document is relied upon for, by the columns of the row. */
function claimOf(row: Row): string {
  if (row.guid !== undefined) return 'The identifier, its role and its name.';
  if (row.eventId !== undefined) return 'The event, its number and its meaning.';
  return 'The code, its name and its meaning.';
}
