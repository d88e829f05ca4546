/**
 * Sets the password of IWAM_<computer> in the account and in the metabase and hands it to COM+, from one reading of it: it
 * comes through standard input and never stands on a command line. For cscript on Windows 2000 to 2003.
 */
export const iwamScript: string = `' Sets the password of the IWAM account of IIS 5 and 6 everywhere it stands.
' Made by IIS Doctor. Run as an administrator, on the server itself:
'   cscript.exe //nologo iwam-sync.vbs
' The password is read from standard input. It is not shown by this script if it comes from a pipe; typed in, it is.
Option Explicit

Dim shell, service, provider, account, user, password, again, command
Set shell = CreateObject("WScript.Shell")

If LCase(Right(WScript.FullName, 11)) <> "cscript.exe" Then
  WScript.Echo "Start this with cscript.exe: it reads the password from standard input."
  WScript.Quit 1
End If

On Error Resume Next
Set service = GetObject("IIS://localhost/W3SVC")
If Err.Number <> 0 Then
  WScript.Echo "There is no metabase here (" & Hex(Err.Number) & "). IIS 7 and later has no IWAM account."
  WScript.Quit 1
End If
On Error GoTo 0

' The account keeps the name that the computer had when IIS was installed.
account = service.Get("WAMUserName")
If account = "" Then
  WScript.Echo "The metabase names no IWAM account."
  WScript.Quit 1
End If
If InStr(account, "\\") > 0 Then
  provider = "WinNT://" & Replace(account, "\\", "/") & ",user"
Else
  provider = "WinNT://" & CreateObject("WScript.Network").ComputerName & "/" & account & ",user"
End If

On Error Resume Next
Set user = GetObject(provider)
If Err.Number <> 0 Then
  WScript.Echo "The account " & account & " was not found: " & Err.Description
  WScript.Quit 1
End If
On Error GoTo 0
If user.AccountDisabled Or user.IsAccountLocked Then
  WScript.Echo "The account " & account & " is disabled or locked. Enable it first."
  WScript.Quit 1
End If

WScript.StdOut.Write "New password for " & account & ": "
password = WScript.StdIn.ReadLine
WScript.StdOut.Write "Once more: "
again = WScript.StdIn.ReadLine
If password = "" Or password <> again Then
  WScript.Echo "The two are not the same, or empty. Nothing was changed."
  WScript.Quit 1
End If

On Error Resume Next
user.SetPassword password
If Err.Number <> 0 Then
  WScript.Echo "Windows refuses the password: " & Err.Description & " Nothing was changed."
  WScript.Quit 1
End If
service.Put "WAMUserPass", password
service.SetInfo
If Err.Number <> 0 Then
  WScript.Echo "The account has the new password, the metabase does not: " & Err.Description
  WScript.Echo "Run this again, with the same password."
  WScript.Quit 1
End If
On Error GoTo 0
password = ""
again = ""

' synciwam.vbs copies name and password from the metabase to the COM+ applications of IIS.
command = "cscript.exe //nologo """ & shell.ExpandEnvironmentStrings("%SystemDrive%\\inetpub\\adminscripts\\synciwam.vbs") & """ -v"
If shell.Run(command, 1, True) <> 0 Then
  WScript.Echo "synciwam.vbs failed; account and metabase have the new password. With 8004e00f repair MSDTC, then run it again."
  WScript.Quit 1
End If
WScript.Echo "Account, metabase and COM+ have the same password."
`.replaceAll('\n', '\r\n');
