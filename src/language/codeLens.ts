import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import type { Diagnosis } from '../engine/explain/explanation';
import { FIX_THIS, SHOW_EXPLANATION, SUMMARISE_LOG, type ExplainAt } from '../protocol/languageServer';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { hasRepair } from './repairs';
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
  const records = await services.records(document, 'codeLens');
  if (!records) return [];
  const { diagnosisCount } = records;
  const tooMany = diagnosisCount > DIAGNOSES_LIMIT;
  services.shortfalls.set(
    uri,
    'codeLens',
    tooMany && { reason: 'onlyAct', count: diagnosisCount, limit: DIAGNOSES_LIMIT },
  );
  const verdicts = records.diagnoses(tooMany ? needsAction : carriesLens[codeLens]).flatMap((diagnosis) => {
    const start = document.positionAt(diagnosis.start);
    const place: ExplainAt = { uri, version: document.version, offset: placeOf(diagnosis) };
    const { title } = diagnosis;
    const command = services.clientHasCommands
      ? { title, command: SHOW_EXPLANATION, arguments: [place] }
      : { title, command: '' };
    const range = { start, end: start };
    const fix = { title: 'Fix This…', command: FIX_THIS, arguments: [place] };
    return hasRepair(diagnosis, services)
      ? [
          { range, command },
          { range, command: fix },
        ]
      : [{ range, command }];
  });
  return [...summaryLens(document, records.recordCount, services), ...verdicts];
}

/** So many records are worth a summary. */
const WORTH_A_SUMMARY = 5;
/** Where the `#Fields:` line of a log of requests stands. */
const HEADER_REACH = 2_000;

/** Above the first line of a log the way to its summary. */
function summaryLens(document: TextDocument, recordCount: number, services: Services): CodeLens[] {
  const isRequestLog = (): boolean => /^#Fields: /m.test(document.getText().slice(0, HEADER_REACH));
  if (!services.clientHasCommands || (recordCount < WORTH_A_SUMMARY && !isRequestLog())) return [];
  const start = { line: 0, character: 0 };
  return [
    {
      range: { start, end: start },
      command: { title: 'Summarise This Log', command: SUMMARISE_LOG, arguments: [document.uri] },
    },
  ];
}

const needsAction = ({ verdict }: Diagnosis): boolean => verdict === 'act';

const carriesLens: Readonly<Record<Exclude<Settings['codeLens'], 'off'>, (diagnosis: Diagnosis) => boolean>> = {
  all: () => true,
  act: ({ verdict }) => verdict === 'act' || verdict === 'look',
};

/** A place of the record where nothing else stands, so that asking for it gives the record. */
const placeOf = ({ start }: Diagnosis): number => start;
