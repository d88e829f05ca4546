import { type Fault } from '../transportError';
import type { Failure } from './failure';

/**
 * What an error of PowerShell remoting means, told by codes and ids: messages come in the language of Windows.
 *
 * Codes of WinRM are those of `wsmerror.h`, in the range 0x8033xxxx; PowerShell gives them, and those of Windows and of
 * WinHTTP, as `ErrorCode` of its exception and at the head of the error's id. Read on 2026-11-25.
 */
const byCode: Readonly<Record<number, Fault>> = {
  // Names and ways
  53: 'hostNotFound', // ERROR_BAD_NETPATH
  11001: 'hostNotFound', // WSAHOST_NOT_FOUND
  12007: 'hostNotFound', // ERROR_WINHTTP_NAME_NOT_RESOLVED
  0x803381b9: 'hostNotFound', // ERROR_WSMAN_NAME_NOT_RESOLVED
  10061: 'connectionRefused', // WSAECONNREFUSED
  12029: 'unreachable', // ERROR_WINHTTP_CANNOT_CONNECT
  0x80338012: 'unreachable', // ERROR_WSMAN_DESTINATION_UNREACHABLE
  0x80338113: 'unreachable', // ERROR_WSMAN_HTTP_NOT_FOUND_STATUS: a web server, but no WinRM
  0x80338112: 'unreachable', // ERROR_WSMAN_HTTP_SERVICE_UNAVAILABLE_STATUS
  0x80338126: 'unreachable', // ERROR_WSMAN_NETWORK_TIMEDOUT
  10060: 'timedOut', // WSAETIMEDOUT
  12002: 'timedOut', // ERROR_WINHTTP_TIMEOUT
  0x80338029: 'timedOut', // ERROR_WSMAN_OPERATION_TIMEDOUT
  // Signing in
  86: 'signInRefused', // ERROR_INVALID_PASSWORD
  1317: 'signInRefused', // ERROR_NO_SUCH_USER
  1323: 'signInRefused', // ERROR_WRONG_PASSWORD
  1326: 'signInRefused', // ERROR_LOGON_FAILURE
  0x8009030c: 'signInRefused', // SEC_E_LOGON_DENIED
  1909: 'accountLocked', // ERROR_ACCOUNT_LOCKED_OUT
  1330: 'passwordExpired', // ERROR_PASSWORD_EXPIRED
  1907: 'passwordExpired', // ERROR_PASSWORD_MUST_CHANGE
  5: 'notAllowed', // ERROR_ACCESS_DENIED
  1327: 'notAllowed', // ERROR_ACCOUNT_RESTRICTION
  1328: 'notAllowed', // ERROR_INVALID_LOGON_HOURS
  1329: 'notAllowed', // ERROR_INVALID_WORKSTATION
  1331: 'notAllowed', // ERROR_ACCOUNT_DISABLED
  1385: 'notAllowed', // ERROR_LOGON_TYPE_NOT_GRANTED
  1793: 'notAllowed', // ERROR_ACCOUNT_EXPIRED
  0x803381ac: 'notAllowed', // ERROR_WSMAN_REMOTESHELLS_NOT_ALLOWED
  0x803381dd: 'notAllowed', // ERROR_WSMAN_SERVICE_REMOTE_ACCESS_DISABLED
  0x803381e3: 'notAllowed', // ERROR_WSMAN_REMOTE_CONNECTION_NOT_ALLOWED
  // No Kerberos, and no TrustedHosts
  1311: 'hostNotTrusted', // ERROR_NO_LOGON_SERVERS
  1312: 'hostNotTrusted', // ERROR_NO_SUCH_LOGON_SESSION
  0x80090303: 'hostNotTrusted', // SEC_E_TARGET_UNKNOWN
  0x8009030e: 'hostNotTrusted', // SEC_E_NO_CREDENTIALS
  0x80090311: 'hostNotTrusted', // SEC_E_NO_AUTHENTICATING_AUTHORITY
  0x80090322: 'hostNotTrusted', // SEC_E_WRONG_PRINCIPAL
  0x803380e2: 'hostNotTrusted', // ERROR_WSMAN_CLIENT_KERBEROS_AUTHENTICATION_DISABLED
  0x803380e4: 'hostNotTrusted', // ERROR_WSMAN_SERVER_NOT_TRUSTED
  0x803380e5: 'hostNotTrusted', // ERROR_WSMAN_EXPLICIT_CREDENTIALS_REQUIRED
  0x8033810b: 'hostNotTrusted', // ERROR_WSMAN_KERBEROS_IPADDRESS
  0x8033810c: 'hostNotTrusted', // Kerberos asked for by a machine of a workgroup
  0x803381bb: 'hostNotTrusted', // an address instead of a name
  0x803381f0: 'hostNotTrusted', // ERROR_WSMAN_MUTUAL_AUTH_FAILED
  // Certificates
  12037: 'certificateNotTrusted', // ERROR_WINHTTP_SECURE_CERT_DATE_INVALID
  12038: 'certificateNotTrusted', // ERROR_WINHTTP_SECURE_CERT_CN_INVALID
  12045: 'certificateNotTrusted', // ERROR_WINHTTP_SECURE_INVALID_CA
  12057: 'certificateNotTrusted', // ERROR_WINHTTP_SECURE_CERT_REV_FAILED
  12169: 'certificateNotTrusted', // ERROR_WINHTTP_SECURE_INVALID_CERT
  12170: 'certificateNotTrusted', // ERROR_WINHTTP_SECURE_CERT_REVOKED
  12175: 'certificateNotTrusted', // ERROR_WINHTTP_SECURE_FAILURE
  12179: 'certificateNotTrusted', // ERROR_WINHTTP_SECURE_CERT_WRONG_USAGE
  0x800b0101: 'certificateNotTrusted', // CERT_E_EXPIRED
  0x800b0109: 'certificateNotTrusted', // CERT_E_UNTRUSTEDROOT
  0x800b010a: 'certificateNotTrusted', // CERT_E_CHAINING
  0x800b010c: 'certificateNotTrusted', // CERT_E_REVOKED
  0x800b010f: 'certificateNotTrusted', // CERT_E_CN_NO_MATCH
  // At the other end
  0x80338002: 'noPowerShell', // ERROR_WSMAN_INVALID_URI: no such endpoint
  0x8033803b: 'noPowerShell', // ERROR_WSMAN_INVALID_RESOURCE_URI
  995: 'sessionEnded', // ERROR_OPERATION_ABORTED
  1115: 'sessionEnded', // ERROR_SHUTDOWN_IN_PROGRESS
  12030: 'sessionEnded', // ERROR_WINHTTP_CONNECTION_ERROR
  0x803381de: 'sessionEnded', // ERROR_WSMAN_SERVICE_STREAM_DISCONNECTED
  0x80338000: 'sessionEnded', // ERROR_WSMAN_RESOURCE_NOT_FOUND: the shell is gone
};

/** Ids that say it whatever the codes are. Later parts of an id name the command that reported it. */
const byId: Readonly<Record<string, Fault>> = {
  ScriptContainedMaliciousContent: 'blockedByAntimalware',
  MethodInvocationNotSupportedInConstrainedLanguage: 'constrainedLanguage',
  CannotCreateTypeConstrainedLanguage: 'constrainedLanguage',
  // The endpoint takes single commands only, and not this one.
  ScriptsNotAllowed: 'restrictedEndpoint',
  AccessDenied: 'notAllowed',
  LogonFailure: 'signInRefused',
  AuthenticationFailed: 'hostNotTrusted',
  ServerNotTrusted: 'hostNotTrusted',
  NetworkPathNotFound: 'hostNotFound',
  ComputerNotFound: 'hostNotFound',
  CannotConnect: 'unreachable',
  PSSessionStateBroken: 'sessionEnded',
  InvalidSessionState: 'sessionEnded',
};

/** WinRM could not sign in; what happened stands in its message as a code. */
const SECURITY_UNMAPPED = 0x8033809d;
/** How a code stands in a message of any language. */
const CODE_IN_TEXT = /\b0x(?<digits>8[0-9a-f]{7})\b/gi;

/** Which fault an error of PowerShell is; `failed` where none is known. */
export function faultOf(failure: Failure): Fault {
  for (const id of failure.ids)
    for (const part of id.split(',')) {
      const fault = byId[part];
      if (fault !== undefined) return fault;
    }
  const codes = failure.codes.map((code) => code >>> 0);
  for (const code of codes) {
    if (code === SECURITY_UNMAPPED) return inMessage(failure.message) ?? 'hostNotTrusted';
    const fault = byCode[code] ?? byCode[win32(code)];
    if (fault !== undefined) return fault;
  }
  return 'failed';
}

/** The Windows error in an HRESULT made of one; else the code itself. */
const win32 = (code: number): number => (code >>> 16 === 0x8007 ? code & 0xffff : code);

function inMessage(message: string): Fault | null {
  for (const { groups } of message.matchAll(CODE_IN_TEXT)) {
    const code = parseInt(groups?.digits ?? '', 16);
    const fault = byCode[code] ?? byCode[win32(code)];
    if (fault !== undefined) return fault;
  }
  return null;
}
