import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import type { Diagnosis } from '../engine/explain/explanation';
import { SHOW_EXPLANATION, type ExplainAt } from '../protocol/languageServer';
import type { Services } from './services';
import type { Settings } from './settings';

/** Where a document has more diagnosed records, verdict lines hide what matters: only records that need action keep one. */
const DIAGNOSES_LIMIT = 200;

/** The verdict on each event record, above its first line. */
export async function codeLenses({ textDocument: { uri } }: CodeLensParams, services: Services): Promise<CodeLens[]> {
  const document = services.documents.get(uri);
  if (!document) return [];
  const { codeLens } = await services.settings();
  if (codeLens === 'off') {
    services.shortfalls.set(uri, 'codeLens', false);
    return [];
  }
  const explained = await services.explained(document, 'codeLens');
  if (!explained) return [];
  const { diagnoses } = explained;
  const tooMany = diagnoses.length > DIAGNOSES_LIMIT;
  services.shortfalls.set(
    uri,
    'codeLens',
    tooMany && { reason: 'onlyAct', count: diagnoses.length, limit: DIAGNOSES_LIMIT },
  );
  return diagnoses.filter(tooMany ? needsAction : carriesLens[codeLens]).map((diagnosis) => {
    const start = document.positionAt(diagnosis.start);
    const place: ExplainAt = { uri, version: document.version, offset: placeOf(diagnosis) };
    const { title } = diagnosis;
    const command = services.clientHasCommands
      ? { title, command: SHOW_EXPLANATION, arguments: [place] }
      : { title, command: '' };
    return { range: { start, end: start }, command };
  });
}

const needsAction = ({ verdict }: Diagnosis): boolean => verdict === 'act';

const carriesLens: Readonly<Record<Exclude<Settings['codeLens'], 'off'>, (diagnosis: Diagnosis) => boolean>> = {
  all: () => true,
  act: ({ verdict }) => verdict === 'act' || verdict === 'look',
};

/** A place of the record where nothing else stands, so that asking for it gives the record. */
const placeOf = ({ start }: Diagnosis): number => start;
