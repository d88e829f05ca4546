import * as vscode from 'vscode';

/** What can go wrong or be worth saying, each with its one sentence; a new one without a sentence does not compile. */
export type Message =
  | 'serverStopped'
  | 'serverFailed'
  | 'clipboardEmpty'
  | 'nothingSelected'
  | 'nothingKnown'
  | 'explanationFailed'
  | 'explanationCopied'
  | 'reportFailed'
  | 'noLogOpen'
  | 'summaryFailed'
  | 'fileNotHere'
  | 'noSectionHere'
  | 'effectiveFailed'
  | 'passwordForgotten'
  | 'detailsCopied'
  | 'fileNotThere'
  | 'nothingToCompare'
  | 'serverReadOnly'
  | 'nothingUnknown'
  | 'actionDone'
  | 'actionFailed'
  | 'repairRunning'
  | 'repairEnded'
  | 'repairNotLogged'
  | 'repairLogEmpty'
  | 'nothingToFix';

const sentences: Readonly<Record<Message, string>> = {
  serverStopped: 'The IIS Doctor language server ended four times and is not started again. The log says why.',
  serverFailed: 'The IIS Doctor language server could not be started. The log says why.',
  clipboardEmpty: 'The clipboard holds no text. Copy an event, a code or a GUID first.',
  nothingSelected: 'Open a document and select an event, a code or a GUID to explain.',
  nothingKnown:
    'Nothing in this text is known to IIS Doctor: no event record, HTTP status, error code, GUID, SID or IIS command that it could explain.',
  explanationFailed: 'The explanation could not be made. The log says why.',
  explanationCopied: 'The explanation is on the clipboard.',
  noLogOpen: 'Open a log first: a saved event log as text or XML, a W3C log or an HTTPERR log.',
  summaryFailed: 'The summary could not be made. The log says why.',
  fileNotHere:
    'This file cannot be read from here. Files of any size are read where VS Code runs on a machine of its own.',
  noSectionHere:
    'No configuration section of IIS stands here. Put the cursor into one in web.config or applicationHost.config.',
  effectiveFailed: 'The effective configuration could not be put together. The log says why.',
  passwordForgotten: 'The password is forgotten. The next connection asks for it.',
  detailsCopied: 'The details are on the clipboard.',
  fileNotThere: 'This file is not there, or may not be read with this account.',
  nothingToCompare: 'The configuration of one of the two servers could not be read. Look at what its node says.',
  serverReadOnly: 'Nothing can be changed over this connection: it only reads.',
  nothingUnknown: 'The server could not say more about the GUIDs and SIDs of this event.',
  actionDone: 'Done. The server is being read again.',
  actionFailed: 'The command failed on the server. The log says what it printed.',
  repairRunning: 'A repair is running. Let it end, or cancel it, before you begin another one.',
  repairEnded: 'The repair has ended. Its page and the repair log say how.',
  repairNotLogged: 'A line of the repair log could not be written. The log says why.',
  repairLogEmpty: 'Nothing has been run on a server yet.',
  nothingToFix: 'IIS Doctor has no guided repair for what stands here.',
  reportFailed: 'The performance report could not be made. The log says why.',
};

const SHOWN_MS = 4_000;

/** The only place that shows notifications. */
export interface Tell {
  /** Something to know; nothing failed. */
  info(message: Message): void;
  /** Something was done that cannot be seen; shown for a moment in the status bar. */
  done(message: Message): void;
  /** Something failed; offers the log, which got the details. */
  failure(message: Message, detail?: unknown): void;
  /** Asks before something happens; a dialog that nobody can overlook. @returns whether it was agreed to */
  confirm(asked: Question): Promise<boolean>;
}

/** A question with one way to agree. Texts are plain; they may hold names of servers. */
export interface Question {
  readonly title: string;
  readonly detail: string;
  /** What the button of consent says: a verb. */
  readonly agree: string;
}

export const makeTell = (log: vscode.LogOutputChannel): Tell => ({
  info: (message) => void vscode.window.showInformationMessage(sentences[message]),
  done: (message) => void vscode.window.setStatusBarMessage(sentences[message], SHOWN_MS),
  confirm: async ({ title, detail, agree }) =>
    (await vscode.window.showWarningMessage(title, { modal: true, detail }, agree)) === agree,
  failure: (message, detail) => {
    log.error(sentences[message], ...(detail === undefined ? [] : [detail]));
    void vscode.window.showErrorMessage(sentences[message], 'Open Log').then((choice) => {
      if (choice) log.show();
    });
  },
});

/** Asks in a dialog that has to be answered. @param yes the button that says so */
export const askModal = async (question: string, detail: string, yes: string): Promise<boolean> =>
  (await vscode.window.showWarningMessage(question, { modal: true, detail }, yes)) === yes;
