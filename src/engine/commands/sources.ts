import type { Source } from '../knowledge/fact';

/** Documents that several families of commands rest on. */

export const internals: Source = {
  document: 'MSDN blog of Emmanuel Boersma: IISRESET internals',
  url: 'https://blogs.msdn.microsoft.com/friis/2013/10/08/iisreset-internals/',
  says: 'What iisreset does inside on IIS 6 and later, and which net stop and net start forms take its place.',
  read: '2026-11-21',
};
export const resetActivity: Source = {
  document: 'Microsoft TechNet: IIS Reset Activity, events 3201 to 3206',
  says: 'iisreset is a severe action, not recommended on IIS 6 and not supported on IIS 7.0 and 7.5; if it must be, /noforce.',
  read: '2026-11-21',
};
export const appcmdStart: Source = {
  document: 'Microsoft Learn: Getting Started with AppCmd.exe',
  url: 'https://learn.microsoft.com/iis/get-started/getting-started-with-iis/getting-started-with-appcmdexe',
  says: 'The objects and commands of appcmd, its identifiers and parameters, and that it manages IIS 7 and later.',
  read: '2026-11-25',
};
export const serviceCmdlets: Source = {
  document: 'PowerShell source: Service.cs',
  url: 'https://github.com/PowerShell/PowerShell/blob/master/src/Microsoft.PowerShell.Commands.Management/commands/management/Service.cs',
  says: 'Without -Force a service with running dependents is not stopped; Restart-Service starts again the dependents that it stopped.',
  read: '2026-11-25',
};

export const startStop: Source = {
  document: 'Blog of Mike Volodarsky: Starting, stopping and recycling IIS 7.0 Web sites and application pools',
  url: 'https://mvolo.com/starting-stopping-and-recycling-iis-70-web-sites-and-application-pools/',
  says: 'Stopping a site only stops its listening; neither start nor stop writes the configuration, while IIS Manager does.',
  read: '2026-11-25',
};
export const poolStop: Source = {
  document: 'Blog of Mike Volodarsky: Caution when stopping and starting an IIS application pool with appcmd',
  url: 'http://mvolo.com/blogs/serverside/archive/2010/05/12/Caution-when-stopping-and-starting-an-IIS-application-pool-with-appcmd.aspx',
  says: 'appcmd stops and starts a pool without setting autoStart, so a restart of WAS brings a stopped pool back.',
  read: '2026-11-25',
};

/** The page of a command of the module WebAdministration. */
export const webAdministration = (cmdlet: string, says: string): Source => ({
  document: `Microsoft Learn: ${cmdlet} (WebAdministration)`,
  url: `https://learn.microsoft.com/powershell/module/webadministration/${cmdlet.toLowerCase()}`,
  says,
  read: '2026-11-25',
});

/** The page of a command of the module IISAdministration. */
export const iisAdministration = (cmdlet: string, says: string): Source => ({
  document: `Microsoft Learn: ${cmdlet} (IISAdministration)`,
  url: `https://learn.microsoft.com/powershell/module/iisadministration/${cmdlet.toLowerCase()}`,
  says,
  read: '2026-11-25',
});
