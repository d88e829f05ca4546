/** The stages of a request by their numbers (`RequestNotification` of IIS), which some versions print instead of names. */
const stages: ReadonlyMap<number, string> = new Map([
  [0x1, 'BeginRequest'],
  [0x2, 'AuthenticateRequest'],
  [0x4, 'AuthorizeRequest'],
  [0x8, 'ResolveRequestCache'],
  [0x10, 'MapRequestHandler'],
  [0x20, 'AcquireRequestState'],
  [0x40, 'PreExecuteRequestHandler'],
  [0x80, 'ExecuteRequestHandler'],
  [0x100, 'ReleaseRequestState'],
  [0x200, 'UpdateRequestCache'],
  [0x400, 'LogRequest'],
  [0x800, 'EndRequest'],
  [0x20000000, 'SendResponse'],
]);

/** The name of the stage that a request is in, as it is written there where it is no known number. */
export const stageOf = (written: string): string =>
  (/^\d{1,10}$/.test(written) ? stages.get(Number(written)) : undefined) ?? written;
