import { headers, hresult, win32 } from '../codeKeys';
import { defineFamily, type Fact, type Source } from '../fact';

const READ = '2026-11-21';
const features: Source = {
  document: 'Microsoft Support: adding roles and features, DISM and the component store',
  says: 'Where the source of a feature is searched, and how the component store is repaired.',
  read: READ,
};
const installer: Source = {
  document: 'Microsoft Learn: error codes of Windows Installer',
  says: 'What the exit codes of an installation mean.',
  read: READ,
};
const hostingBundle: Source = {
  document: 'ASP.NET Core documentation: the .NET Hosting Bundle',
  url: 'https://learn.microsoft.com/aspnet/core/host-and-deploy/iis/hosting-bundle',
  says: 'The bundle is installed after IIS, else repaired; afterwards WAS and W3SVC are restarted.',
  read: '2026-11-24',
};

/** Installing features, modules and products. */
const facts: Fact[] = [
  {
    id: 'setup-source-missing',
    name: '0x800F081F: the files of the feature are not found',
    verdict: 'act',
    meaning:
      'CBS_E_SOURCE_MISSING. The files of a Windows feature are neither in the component store nor at the place where Windows looked, mostly with .NET Framework 3.5.',
    checks: ['Has the server access to Windows Update, or does a policy send it to WSUS, which has no feature files?'],
    fix: 'Give a source of the very same version: `dism.exe /online /enable-feature /featurename:NetFx3 /all /source:D:\\sources\\sxs /limitaccess`.',
    doNot: ['Do not take the source from the media of another Windows version.'],
    keys: [hresult(0x800f081f, 'CBS_E_SOURCE_MISSING')],
    sources: [features],
    samples: ['Error: 0x800f081f', '-2146498529'],
    notSamples: ['0x800F0820'],
  },
  {
    id: 'setup-download-failed',
    name: '0x800F0906: the feature could not be downloaded',
    verdict: 'act',
    meaning:
      'CBS_E_DOWNLOAD_FAILURE. Windows wanted to fetch the files of a feature and got no answer: no way to the internet, or a policy that allows only WSUS.',
    checks: ['The policy "Specify settings for optional component installation and component repair".'],
    fix: 'Set that policy to download from Windows Update or to a share of yours, or give `/source` on the command line.',
    keys: [hresult(0x800f0906, 'CBS_E_DOWNLOAD_FAILURE')],
    sources: [features],
    samples: ['Error: 0x800f0906', '0x800F0906'],
    notSamples: ['0x800F0907'],
  },
  {
    id: 'setup-installers-failed',
    name: '0x800F0922: a step of the installation failed',
    verdict: 'act',
    meaning:
      'CBS_E_INSTALLERS_FAILED. The files were there, but a command that belongs to the feature failed. With IIS: applicationHost.config is broken, or the service HTTP is disabled.',
    checks: [
      '`%windir%\\iis.log` (iis*.log) and CBS.log: the step that failed. `%windir%\\system32\\inetsrv\\appcmd.exe list sites`: does it read the configuration?',
    ],
    fix: 'Repair applicationHost.config from `inetpub\\history`, enable the service HTTP, restart, add the feature again.',
    doNot: ['Do not delete the inetsrv folder or the component store to start afresh.'],
    keys: [hresult(0x800f0922, 'CBS_E_INSTALLERS_FAILED')],
    sources: [features],
    samples: ['failed with error 0x800f0922', '-2146498270'],
    notSamples: ['0x800F0923'],
  },
  {
    id: 'setup-reboot-pending',
    name: '0x80070BC9: a restart is pending',
    verdict: 'act',
    meaning:
      'Win32 3017. An earlier change of features or updates waits for a restart of the server; until then Windows refuses further ones.',
    checks: ['Was something installed or removed since the last start? Server Manager shows the pending restart.'],
    fix: 'Restart the server in a quiet hour, then add the feature again.',
    doNot: ['Do not delete the keys that mark the pending restart.'],
    keys: win32(3017, 'ERROR_FAIL_REBOOT_REQUIRED'),
    sources: [features, headers],
    samples: ['Error: 0x80070bc9', 'exit code 3017'],
    notSamples: ['0x80070BC8'],
  },
  {
    id: 'setup-component-store',
    name: '0x80073712: the component store is damaged',
    verdict: 'act',
    meaning:
      'ERROR_SXS_COMPONENT_STORE_CORRUPT; 0x80073701 says that a part is missing. Windows cannot add or remove features until its store is repaired.',
    checks: ['`dism.exe /online /cleanup-image /scanhealth` and what CBS.log says about it.'],
    fix: '`dism.exe /online /cleanup-image /restorehealth`, with `/source` where the server has no internet; then try again.',
    keys: [...win32(14098, 'ERROR_SXS_COMPONENT_STORE_CORRUPT'), ...win32(14081, 'ERROR_SXS_ASSEMBLY_MISSING')],
    sources: [features, headers],
    samples: ['0x80073712', '0x80073701', 'error 14098'],
    notSamples: ['0x80073713'],
  },
  {
    id: 'setup-install-failure',
    name: '0x80070643: the installation failed',
    verdict: 'look',
    meaning:
      'Win32 1603 of Windows Installer. It says only that a package gave up, such as URL Rewrite, ARR or a part of the Hosting Bundle; the reason stands in its log.',
    checks: [
      'Log of that package: `msiexec.exe /i PACKAGE.msi /l*v install.log`, and there the lines before "Return value 3".',
    ],
    fix: 'Cure what the log names. Often: IIS is not installed yet, a restart is pending, or the prompt was not elevated.',
    keys: win32(1603, 'ERROR_INSTALL_FAILURE'),
    sources: [installer, headers],
    samples: ['exit code 1603', '0x80070643', 'error 1603'],
    notSamples: ['1603 files'],
  },
  {
    id: 'setup-success-restart',
    name: '0x80070BC2: installed, a restart is needed',
    verdict: 'benign',
    verdictText: 'success',
    meaning:
      'Win32 3010. The installation succeeded; what was in use is replaced at the next restart. After the Hosting Bundle it is enough to restart WAS and W3SVC.',
    checks: ['Does the script treat 3010 as an error? It is none.'],
    fix: 'Restart when it fits; Hosting Bundle: `net stop was /y` and `net start w3svc`.',
    keys: win32(3010, 'ERROR_SUCCESS_REBOOT_REQUIRED'),
    sources: [hostingBundle, installer, headers],
    samples: ['exited with code 3010', 'return code 3010', '0x80070BC2'],
    notSamples: ['port 3010'],
  },
];

export default defineFamily({ facts });
