import { defineFamily, type Source } from '../fact';

const PROVIDER = 'Active Server Pages';
const READ = '2026-11-21';

const classicAsp: Source = {
  document: 'Documentation of IIS: the asp section of system.webServer (errors, disk template cache)',
  says: 'ASP writes errors to the event log on request; compiled templates lie in a folder with one subfolder for each pool.',
  read: READ,
};
const managementPack: Source = {
  document: 'Microsoft IIS management pack: alert rules on Active Server Pages',
  says: 'Which event ids of this source are errors of scripts and of the ASP engine.',
  read: READ,
};

/** Classic ASP. */
export default defineFamily({
  providers: [{ name: PROVIDER, label: 'Classic ASP', aliases: [] }],
  eventTypes: [
    {
      provider: PROVIDER,
      eventId: 5,
      parameters: ['text', 'pool'],
      message:
        /Template\s+Persistent\s+Cache\s+initialization\s+failed\s+for\s+Application\s+Pool\s+'(?<pool>[^'\r\n]{1,120})'/i,
      anchor: 'template persistent cache initialization failed',
    },
  ],
  facts: [
    {
      id: 'asp-error',
      name: 'An error in a classic ASP page',
      verdict: 'look',
      meaning:
        'A script or component of a classic ASP page failed; file, line and ASP number stand in the text. ASP 0113 is a script timeout, 0131 a parent path, 0177 and 0178 an object that was not created.',
      checks: [
        'File, line and ASP number in the text; the same stands in the query column of the site log, as |line|number|text.',
      ],
      fix: 'Correct that line. Object not created: is the component registered, in the bitness of the pool, for its account?',
      doNot: ['Do not switch the pool to 32 bit, nor parent paths on, for the whole server.'],
      keys: [
        { kind: 'event', provider: PROVIDER, eventId: 5 },
        { kind: 'event', provider: PROVIDER, eventId: 6 },
        { kind: 'event', provider: PROVIDER, eventId: 7 },
        { kind: 'event', provider: PROVIDER, eventId: 8 },
      ],
      sources: [managementPack, classicAsp],
      samples: [
        'Source: Active Server Pages\nEvent ID: 5\nDescription:\nError: File /shop/list.asp Line 42 Type mismatch.',
        'Event Source: Active Server Pages\nEvent ID: 7\nDescription:\nError: File /shop/list.asp Line 42, ASP 0177, Server.CreateObject Failed.',
      ],
      notSamples: ['Source: Disk\nEvent ID: 7\nDescription:\nThe device has a bad block.'],
    },
    {
      id: 'asp-template-cache',
      name: 'Classic ASP cannot use its template folder',
      verdict: 'act',
      meaning:
        'ASP keeps compiled pages of a pool in a subfolder of its disk cache, and could not make that subfolder: the folder is missing, or the pool identity may not write there. Pages run, but start slower.',
      checks: [
        '`diskTemplateCacheDirectory` of the asp section (`%SystemDrive%\\inetpub\\temp\\ASP Compiled Templates`): there? Its rights?',
      ],
      fix: 'Create the folder, give it the rights it has on a fresh server (pools write there through IIS_IUSRS), then recycle the pool.',
      doNot: ['Do not grant Everyone, and do not run the pool as LocalSystem.'],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 5,
          context: /Template\s+Persistent\s+Cache\s+initialization\s+failed/i,
        },
      ],
      sources: [classicAsp],
      samples: [
        "Source: Active Server Pages\nEvent ID: 5\nDescription:\nError: The Template Persistent Cache initialization failed for Application Pool 'Shop' because of the following error: Could not create a Disk Cache Sub-directory for the Application Pool. The data may have additional error codes..",
        "The Template Persistent Cache initialization failed for Application Pool 'DefaultAppPool' because of the following error",
      ],
      notSamples: [
        'Source: Active Server Pages\nEvent ID: 5\nDescription:\nError: File /shop/list.asp Line 42 Type mismatch.',
      ],
    },
  ],
});
