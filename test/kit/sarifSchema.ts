import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import Ajv04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { root } from './knowledge';

/** The package that brings the schema; it is read as a file, so nothing of the package runs. */
const IN_PACKAGE = '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';

/** What is wrong with a text as SARIF 2.1.0, by its official schema; null where this machine does not have the schema. */
export function sarifFaults(text: string): string[] | null {
  const file = schemaFile();
  if (file === null) return null;
  const ajv = new Ajv04({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object);
  if (validate(JSON.parse(text))) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

function schemaFile(): string | null {
  const named = process.env.IIS_DOCTOR_SARIF_SCHEMA;
  if (named) return named;
  const file = path.join(
    path.dirname(createRequire(path.join(root, 'package.json')).resolve('ajv')),
    '../..',
    IN_PACKAGE,
  );
  return existsSync(file) ? file : null;
}
