import type { MachineSpec } from '../machineSpec';

const CONFIG = 'C:\\Windows\\System32\\inetsrv\\config';
const NET = 'C:\\Windows\\Microsoft.NET\\Framework64\\v4.0.30319\\Config';

const lines = (...all: readonly string[]): string => `${all.join('\r\n')}\r\n`;

/** Files of Windows that every machine with IIS has, with what they say on a server that nobody has changed. */
export function standardFiles({ products }: MachineSpec): Readonly<Record<string, string>> {
  return {
    [`${CONFIG}\\redirection.config`]: lines(
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<configuration>',
      '    <configSections>',
      '        <section name="configurationRedirection" />',
      '    </configSections>',
      '    <configurationRedirection />',
      '</configuration>',
    ),
    [`${CONFIG}\\administration.config`]: lines(
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<configuration>',
      '    <configSections>',
      '        <section name="moduleProviders" allowDefinition="MachineToWebRoot" overrideModeDefault="Allow" />',
      '        <section name="modules" allowDefinition="MachineToApplication" overrideModeDefault="Allow" />',
      '        <sectionGroup name="system.webServer">',
      '            <sectionGroup name="management">',
      '                <section name="authentication" allowDefinition="MachineToWebRoot" overrideModeDefault="Allow" />',
      '                <section name="authorization" allowDefinition="MachineToWebRoot" overrideModeDefault="Allow" />',
      '            </sectionGroup>',
      '        </sectionGroup>',
      '    </configSections>',
      '    <moduleProviders />',
      '    <modules />',
      '    <system.webServer>',
      '        <management>',
      '            <authentication defaultProvider="ConfigurationAuthenticationProvider" />',
      '            <authorization defaultProvider="ConfigurationAuthorizationProvider" />',
      '        </management>',
      '    </system.webServer>',
      '</configuration>',
    ),
    ...(products.includes('aspnet') && {
      [`${NET}\\machine.config`]: lines(
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<configuration>',
        '    <configSections>',
        '        <section name="appSettings" type="System.Configuration.AppSettingsSection, System.Configuration" restartOnExternalChanges="false" requirePermission="false" />',
        '        <section name="connectionStrings" type="System.Configuration.ConnectionStringsSection, System.Configuration" requirePermission="false" />',
        '    </configSections>',
        '    <connectionStrings />',
        '</configuration>',
      ),
      [`${NET}\\web.config`]: lines(
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<configuration>',
        '    <system.web>',
        '        <customErrors mode="RemoteOnly" />',
        '    </system.web>',
        '</configuration>',
      ),
    }),
  };
}
