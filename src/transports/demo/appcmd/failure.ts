import { systemMessages } from '../commands/program';

/** How a command of `appcmd.exe` ends without having done it: what it prints and its exit code. */
export class AppcmdFailure extends Error {
  constructor(
    readonly printed: string,
    readonly exitCode: number,
  ) {
    super(printed);
  }
}

/** `ERROR ( message:… )` */
export const failure = (message: string, exitCode = 87): AppcmdFailure =>
  new AppcmdFailure(`ERROR ( message:${message} )\r\n`, exitCode);

/** `ERROR ( hresult:80070426, message:Command execution failed. … )` for a Win32 error. */
export const win32Failure = (error: number, what = 'Command execution failed.'): AppcmdFailure =>
  new AppcmdFailure(
    `ERROR ( hresult:8007${error.toString(16).padStart(4, '0')}, message:${what}\r\n${systemMessages[error] ?? ''}\r\n )\r\n`,
    error,
  );

/** A file of the configuration cannot be used as it is. */
export const configurationError = (file: string, line: number, description: string, exitCode: number): AppcmdFailure =>
  new AppcmdFailure(
    `ERROR ( message:Configuration error \r\nFilename: \\\\?\\${file}\r\nLine Number: ${line}\r\nDescription: ${description}. )\r\n`,
    exitCode,
  );
