import { content } from '../build';
import type { MetabaseKey } from '../key';
import type { ValueKind } from '../values';

const asp = (name: string, attribute: string, kind: ValueKind, meaning: string): MetabaseKey =>
  content(name, `system.webServer/asp ${attribute}`, kind, meaning);

/** Keys of classic ASP: the section `asp` took them over. */
export const aspKeys: readonly MetabaseKey[] = [
  asp('AspEnableParentPaths', 'enableParentPaths', 'boolean', 'Whether includes may lead to the folder above.'),
  asp('AspScriptTimeout', 'limits.scriptTimeout', 'seconds', 'Seconds that a page may take.'),
  asp('AspSessionTimeout', 'session.timeout', 'minutes', 'Minutes without a request until a session ends.'),
  asp('AspAllowSessionState', 'session.allowSessionState', 'boolean', 'Whether pages have sessions.'),
  asp('AspSessionMax', 'session.max', 'integer', 'How many sessions there may be.'),
  asp(
    'AspKeepSessionIDSecure',
    'session.keepSessionIdSecure',
    'boolean',
    'Whether the cookie of a session goes over HTTPS only.',
  ),
  asp('AspBufferingOn', 'bufferingOn', 'boolean', 'Whether an answer is sent when the page is done.'),
  asp('AspBufferingLimit', 'limits.bufferingLimit', 'integer', 'Bytes that such an answer may have.'),
  asp('AspMaxRequestEntityAllowed', 'limits.maxRequestEntityAllowed', 'integer', 'Bytes that a request body may have.'),
  asp('AspRequestQueueMax', 'limits.requestQueueMax', 'integer', 'How many requests may wait.'),
  asp('AspQueueTimeout', 'limits.queueTimeout', 'seconds', 'Seconds that a request may wait.'),
  asp(
    'AspQueueConnectionTestTime',
    'limits.queueConnectionTestTime',
    'seconds',
    'Seconds until a waiting client is checked for.',
  ),
  asp('AspProcessorThreadMax', 'limits.processorThreadMax', 'integer', 'Threads for each processor.'),
  asp(
    'AspScriptErrorSentToBrowser',
    'scriptErrorSentToBrowser',
    'boolean',
    'Whether visitors see details of an error.',
  ),
  asp('AspScriptErrorMessage', 'scriptErrorMessage', 'text', 'What they see instead.'),
  asp('AspErrorsToNTLog', 'errorsToNTLog', 'boolean', 'Whether errors go to the event log.'),
  asp('AspLogErrorRequests', 'logErrorRequests', 'boolean', 'Whether failed requests go to the event log.'),
  asp('AspScriptLanguage', 'scriptLanguage', 'text', 'The language of pages that name none.'),
  asp('AspCodepage', 'codePage', 'integer', 'The code page of pages that name none.'),
  asp('AspLCID', 'lcid', 'integer', 'The locale of pages that name none.'),
  asp('AspExecuteInMTA', 'comPlus.executeInMta', 'boolean', 'Whether pages run in the multithreaded apartment.'),
  asp(
    'AspTrackThreadingModel',
    'comPlus.trackThreadingModel',
    'boolean',
    'Whether the threading model of components is checked.',
  ),
  asp('AspScriptFileCacheSize', 'cache.scriptFileCacheSize', 'integer', 'How many compiled pages are kept in memory.'),
  asp('AspScriptEngineCacheMax', 'cache.scriptEngineCacheMax', 'integer', 'How many script engines are kept.'),
  asp(
    'AspDiskTemplateCacheDirectory',
    'cache.diskTemplateCacheDirectory',
    'text',
    'The folder of compiled pages on disk.',
  ),
  asp('AppAllowDebugging', 'appAllowDebugging', 'boolean', 'Whether a debugger may stop pages on the server.'),
  asp('AppAllowClientDebug', 'appAllowClientDebug', 'boolean', 'Whether pages in the browser may be debugged.'),
];
