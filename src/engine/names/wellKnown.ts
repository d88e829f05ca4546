const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Accounts and machines that exist everywhere, and what stands in their place where there is none. */
const WELL_KNOWN = words(`
  administrator administrators anonymous aspnet builtin defaultaccount everyone guest guests iis_iusrs iis_wpg iusr
  krbtgt local localdomain localhost localservice localsystem mssqlserver network networkservice none null rootdse
  service sqlexpress sqlserveragent system trustedinstaller unavailable unknown users wdagutilityaccount workgroup
`);

/** Whether a name tells nothing about anybody; it stays as it is. */
export const isWellKnown = (name: string): boolean => WELL_KNOWN.has(name.toLowerCase());

/** Words so common that they are a name only where the notation says so. */
const ORDINARY = words(`
  account accounts adfs apache azure biztalk citrix exchange hyperv mssql sccm scom sharepoint sms tfs tomcat wsus admin admins agent alert amd64 api app apphost application applications apppool apps authority backup
  base build classic client com command computer computername config console content critical customer data database db
  dcom default defaultapppool demo deploy deployment desktop dev dns domain domainname down error event external failed
  false farm file files ftp gateway group home host hosting hostname hosts http https iis iisadmin index info
  information internal internet kernel level lib library live log login logon logs machine machinename mail main manager
  master message microsoft mobile monitor monitoring name net node normal off office offline online operation operator
  order orders owner pool port portal print process prod product production program project proxy public query remote
  report reports root running sales schedule security server servername servers services share shop site sites smtp
  source sql ssl staging start started state static status stopped store success support svchost sync sys system32 task
  temp test time tls token tool tools trace true type update user username value version virtual w3svc w3wp warning was
  wcf web webadmin webmaster webroot webserver website windows work worker workstation www x64 x86 xml yes your
  yourdomain yourserver
`);

/** Whether a word on its own is rather a word than a name. */
export const isOrdinary = (word: string): boolean => isWellKnown(word) || ORDINARY.has(word.toLowerCase());

/** Authorities whose accounts every Windows machine has, also as other languages write them. */
const AUTHORITIES = [
  'NT AUTHORITY',
  'NT SERVICE',
  'NT VIRTUAL MACHINE',
  'IIS APPPOOL',
  'BUILTIN',
  'Window Manager',
  'Font Driver Host',
  'APPLICATION PACKAGE AUTHORITY',
  'NT-AUTORITÄT',
  'VORDEFINIERT',
  'AUTORITE NT',
  'AUTORITÉ NT',
  'NT AUTORITY',
];

/** The source of a pattern for an account of such an authority, in any notation of the backslash. */
export const WELL_KNOWN_ACCOUNT = `(?:${AUTHORITIES.map((name) => name.replace(/ /g, '[ ]')).join('|')})\\\\{1,2}[\\p{L}\\p{N}._$-]{1,64}`;

/** Roots of paths, registry keys, stores and namespaces that look like a domain before a backslash. */
const ROOTS = words(`
  apphost app_code app_data appdata areas assets bin bootstrap cert certificates cimv2 classes config content controls
  controllers css currentuser currentversion debug default device documents downloads drivers etc fonts framework
  framework64 hkcr hkcu hkey_classes_root hkey_current_user hkey_local_machine hkey_users hklm hku http httperr images
  includes inetpub inetsrv js lib lm log localmachine localsystem logfiles logs machine microsoft models my net obj packages
  pages parameters personal pipe powershell profiles program programdata properties public release root sam scripts
  services shared site sites software src static styles system system32 systemroot sysvol syswow64 task tasks temp tmp
  tools users views w3svc was web webroot websites win windir windows winnt wmi wwwroot xampp
`);

export const isRootOfPath = (word: string): boolean => ROOTS.has(word.toLowerCase());

const FILE =
  /\.(?:asax|ascx|ashx|asmx|aspx?|axd|bak|bat|bin|cab|cer|cfg|cmd|config|cpp|cs|cshtml|csproj|css|csv|dat|dll|dmp|docx?|etl|evtx?|exe|gif|h|html?|ico|inf|ini|iso|jpe?g|jsm?|json|key|lnk|log|man|master|md|mdb|mdf|mof|msc|msi|msp|mui|nupkg|ocx|pdb|pdf|pfx|php|pl|png|ps[dm]?1|py|pyd|rb|reg|resources|resx|rtf|sln|sql|svc|svg|sys|tlb|tmp|ts|txt|vb|vbproj|vbs|wav|webinfo|wsdl|wsf|xdt|xlsx?|xml|xsd|xslt?|ya?ml|zip)$/i;

/** Whether a name ends like a file's. */
export const isFileName = (name: string): boolean => FILE.test(name);

const PROFILES = words(
  `public default all defaultuser0 defaultapppool classic administrator localservice networkservice`,
);

/** Whether a folder of user profiles belongs to no person. */
export const isSharedProfile = (name: string): boolean =>
  PROFILES.has(name.toLowerCase().split(' ')[0] ?? '') || /^\.NET\b/i.test(name);
