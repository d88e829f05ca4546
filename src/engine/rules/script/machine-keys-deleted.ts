import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'machine-keys-deleted',
  severity: 'error',
  profile: 'recommended',
  title: 'The private keys of the machine are deleted',
  why: 'The files in `Crypto\\RSA\\MachineKeys` are the private keys of certificates, of the IIS configuration and of other services. Without them HTTPS ends, and encrypted passwords of pools can be read by nobody any more. No tool brings them back.',
  sources: [
    {
      document: 'iis-docs: Using Encryption to Protect Passwords',
      url: 'https://learn.microsoft.com/en-us/iis/manage/configuring-security/using-encryption-to-protect-passwords',
      says: 'RSA keys of the machine, iisWasKey among them, encrypt the passwords of pools in the configuration',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      {
        file: 'a.cmd',
        text: 'del /q C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys\\*\n',
        at: 'C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys\\*',
      },
      { file: 'a.ps1', text: 'Remove-Item "$env:ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys\\*" -Force\n' },
      { file: 'a.cmd', text: 'rmdir /s /q %ALLUSERSPROFILE%\\Microsoft\\Crypto\\RSA\\MachineKeys\n' },
    ],
    good: [
      {
        file: 'a.cmd',
        text: 'icacls C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys\ndir C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys\n',
      },
      {
        file: 'a.ps1',
        text: 'Copy-Item "$env:ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys" D:\\keys -Recurse\nRemove-Item "$env:ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys\\$file"\n',
      },
      { file: 'a.cmd', text: 'rem del C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys\\*\n' },
    ],
  },
  check: ({ commands, report }) => {
    for (const { name, arguments: words } of commands) {
      if (!/^(?:rmdir|rd|del|erase|remove-item|ri|rm)$/.test(name)) continue;
      const at = words.find(({ value }) => /\\crypto\\rsa\\machinekeys(?:\\\*(?:\.\*)?|\\)?$/i.test(value));
      if (at)
        report({
          at,
          message:
            'These are the private keys of certificates and of the IIS configuration; nothing brings them back. Delete none of them here.',
        });
    }
  },
});
