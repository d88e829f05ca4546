import type { Command } from '../plan';
import { psLiteral } from '../commands/quoting';

/** Bits of a launch permission: execute, and execute or activate from this machine. Nothing remote. */
const MASKS = { Activation: 0x9, Launch: 0xb } as const;

export type Right = keyof typeof MASKS;

/** Where the former permission is kept between the change and its undoing. */
const saved = (application: string): string => `%ProgramData%\\IIS Doctor\\LaunchPermission ${application}.txt`;

/**
 * Adds one entry to the launch permission of one COM application. The key may belong to TrustedInstaller: then owner and
 * permissions of the key are taken for the moment of the change and put back afterwards, whatever happens in between.
 *
 * @param application an AppID in braces
 * @param sid of the one account
 */
export const grantLaunch = (application: string, sid: string, right: Right): Command =>
  edit(application, [
    "$old = $key.GetValue('LaunchPermission')",
    `$file = [Environment]::ExpandEnvironmentVariables(${psLiteral(saved(application))})`,
    '[void] [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($file))',
    // The first one is the state before everything; a second run must not overwrite it.
    "if (-not [IO.File]::Exists($file)) { [IO.File]::WriteAllText($file, $(if ($old) { [Convert]::ToBase64String($old) } else { 'none' })) }",
    // Without a permission of its own the machine's default holds, and without that one the built-in one.
    "$start = if ($old) { $old } else { [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey('SOFTWARE\\Microsoft\\Ole').GetValue('DefaultLaunchPermission') }",
    "$descriptor = if ($start) { New-Object Security.AccessControl.RawSecurityDescriptor($start, 0) } else { New-Object Security.AccessControl.RawSecurityDescriptor('O:BAG:BAD:(A;;CCDCLCSWRP;;;BA)(A;;CCDCLCSWRP;;;SY)(A;;CCDCLCSWRP;;;IU)') }",
    `$account = New-Object Security.Principal.SecurityIdentifier(${psLiteral(sid)})`,
    `$entry = New-Object Security.AccessControl.CommonAce('None', 'AccessAllowed', ${MASKS[right]}, $account, $false, $null)`,
    '$descriptor.DiscretionaryAcl.InsertAce($descriptor.DiscretionaryAcl.Count, $entry)',
    '$bytes = New-Object byte[] $descriptor.BinaryLength',
    '$descriptor.GetBinaryForm($bytes, 0)',
    "$key.SetValue('LaunchPermission', $bytes, [Microsoft.Win32.RegistryValueKind]::Binary)",
    "$descriptor.GetSddlForm('All')",
  ]);

/** Puts the launch permission back as {@link grantLaunch} has found it. */
export const restoreLaunch = (application: string): Command =>
  edit(application, [
    `$file = [Environment]::ExpandEnvironmentVariables(${psLiteral(saved(application))})`,
    '$before = [IO.File]::ReadAllText($file)',
    "if ($before -eq 'none') { $key.DeleteValue('LaunchPermission', $false) }",
    "else { $key.SetValue('LaunchPermission', [Convert]::FromBase64String($before), [Microsoft.Win32.RegistryValueKind]::Binary) }",
    '[IO.File]::Delete($file)',
  ]);

/** Statements that work on `$key`, which may be written to. Batch has no way to say this. */
const edit = (application: string, statements: readonly string[]): Command => ({
  powershell: [
    "Add-Type -TypeDefinition @'",
    PRIVILEGES,
    "'@",
    `$path = ${psLiteral(`SOFTWARE\\Classes\\AppID\\${application}`)}`,
    "[IisDoctor.Privileges]::Enable('SeTakeOwnershipPrivilege')",
    "[IisDoctor.Privileges]::Enable('SeRestorePrivilege')",
    "$administrators = New-Object Security.Principal.SecurityIdentifier('S-1-5-32-544')",
    '$machine = [Microsoft.Win32.Registry]::LocalMachine',
    "$parts = [Security.AccessControl.AccessControlSections] 'Owner, Access'",
    '$former = $machine.OpenSubKey($path).GetAccessControl($parts).GetSecurityDescriptorSddlForm($parts)',
    'try {',
    "  $key = $machine.OpenSubKey($path, 'ReadWriteSubTree', 'TakeOwnership')",
    "  $security = $key.GetAccessControl('None')",
    '  $security.SetOwner($administrators)',
    '  $key.SetAccessControl($security)',
    "  $key = $machine.OpenSubKey($path, 'ReadWriteSubTree', 'ReadKey, ChangePermissions')",
    "  $security = $key.GetAccessControl('Access')",
    "  $rule = New-Object Security.AccessControl.RegistryAccessRule($administrators, 'ReadKey, WriteKey, ChangePermissions, TakeOwnership', 'Allow')",
    '  $security.AddAccessRule($rule)',
    '  $key.SetAccessControl($security)',
    '  $key = $machine.OpenSubKey($path, $true)',
    ...statements.map((line) => `  ${line}`),
    '} finally {',
    '  $back = New-Object Security.AccessControl.RegistrySecurity',
    '  $back.SetSecurityDescriptorSddlForm($former, $parts)',
    "  $machine.OpenSubKey($path, 'ReadWriteSubTree', 'TakeOwnership, ChangePermissions').SetAccessControl($back)",
    '}',
  ].join('\n'),
  cmd: null,
});

/** Windows gives administrators these privileges switched off; only a call of its own switches them on. */
const PRIVILEGES = `using System;
using System.ComponentModel;
using System.Runtime.InteropServices;
namespace IisDoctor {
  public static class Privileges {
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    struct State { public int Count; public long Luid; public int Attributes; }
    [DllImport("kernel32.dll")]
    static extern IntPtr GetCurrentProcess();
    [DllImport("advapi32.dll", SetLastError = true)]
    static extern bool OpenProcessToken(IntPtr process, int access, out IntPtr token);
    [DllImport("advapi32.dll", SetLastError = true, CharSet = CharSet.Unicode)]
    static extern bool LookupPrivilegeValue(string system, string name, out long luid);
    [DllImport("advapi32.dll", SetLastError = true)]
    static extern bool AdjustTokenPrivileges(IntPtr token, bool none, ref State state, int length, IntPtr before, IntPtr needed);
    public static void Enable(string name) {
      IntPtr token;
      State state = new State();
      state.Count = 1;
      state.Attributes = 2;
      if (!OpenProcessToken(GetCurrentProcess(), 0x28, out token)) throw new Win32Exception();
      if (!LookupPrivilegeValue(null, name, out state.Luid)) throw new Win32Exception();
      bool done = AdjustTokenPrivileges(token, false, ref state, 0, IntPtr.Zero, IntPtr.Zero);
      if (!done || Marshal.GetLastWin32Error() != 0) throw new Win32Exception();
    }
  }
}`;
