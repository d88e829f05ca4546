import { defineFamily, type Source } from '../fact';

const READ = '2026-11-21';
const PROVIDER = 'Microsoft-Windows-IIS-IISReset';
const internals: Source = {
  document: 'MSDN blog of Emmanuel Boersma: IISRESET internals',
  url: 'https://blogs.msdn.microsoft.com/friis/2013/10/08/iisreset-internals/',
  says: 'What iisreset does inside, why a plain one can end in Access Denied on IIS 6, and the net stop forms to use instead.',
  read: READ,
};
const resetActivity: Source = {
  document: 'Microsoft TechNet: IIS Reset Activity, events 3201 to 3206',
  says: 'iisreset is a severe action, not recommended on IIS 6 and not supported on IIS 7.0 and 7.5; if it must be, /noforce.',
  read: READ,
};
const savesLost: Source = {
  document: 'Microsoft Support, KB 969864: using IISReset to restart IIS results in an error',
  says: 'iisreset can fail with 2147943461 while services stop and can lose configuration that is being saved; use net stop and net start.',
  read: READ,
};

const RESTART = 'recycle the one application pool; for all of IIS 7+ `net stop WAS /y && net start W3SVC`';

/** iisreset: the command, its messages, its events. */
export default defineFamily({
  providers: [{ name: PROVIDER, label: 'IISReset', aliases: ['IIS-IISReset', 'IISCTLS', 'IIS Reset'] }],
  eventTypes: [3201, 3202, 3203, 3206].map((eventId) => ({
    provider: PROVIDER,
    eventId,
    parameters: ['command', 'user'],
    message:
      /IIS\s+(?<command>start|stop|restart|reboot|kill)\s+command\s+received\s+from\s+user\s+(?<user>[^\s.]{1,120})/i,
    ...(eventId === 3201 ? { anchor: 'command received from user' } : {}),
  })),
  facts: [
    {
      id: 'iisreset',
      name: 'iisreset',
      verdict: 'look',
      verdictText: 'use a smaller hammer',
      meaning:
        'Stops and starts all of IIS: every site is down, sessions and caches are lost, and what does not stop in time is killed. IIS 7 and later never need it to pick up configuration.',
      checks: ['What changed? A pool recycle is enough for nearly everything; a web.config needs nothing at all.'],
      fix: `Instead: ${RESTART}. If it must be iisreset: \`iisreset /noforce\`.`,
      steps: [
        'One application: save its web.config, or put an `app_offline.htm` beside it while you copy files.',
        'One pool: `%windir%\\system32\\inetsrv\\appcmd.exe recycle apppool /apppool.name:"the pool"`',
        'All of IIS 7 and later: `net stop WAS /y && net start W3SVC`, then start what also depended on WAS and ran before (NetTcpActivator, NetPipeActivator, NetMsmqActivator).',
        'All of IIS 6: `net stop IISADMIN /y && net start W3SVC`, then FTP, SMTP and NNTP if they ran.',
        'Wait for a stop to finish before the next try: `sc.exe query WAS` says STOPPED.',
      ],
      doNot: [
        'Do not run it by habit after every change, and never without `/noforce`: it kills what does not stop.',
        'Do not use it to "pick up" configuration: IIS 7 and later do that by themselves.',
      ],
      more: [
        'IIS 5: stops IISADMIN with everything on it and kills dllhost.exe and inetinfo.exe where they remain; metabase changes that were not saved yet are lost.',
        'IIS 6: asks the COM server `iisrstas.exe`, which stops IISADMIN and, where that fails or takes too long, opens every process and kills those that hold iisw3adm.dll. Where a process refuses to be opened the command ends in "Access denied".',
        'IIS 7 and later: restarts WAS, W3SVC and, where installed, IISADMIN; HTTP.sys, FTPSVC, WMSVC and AppHostSvc go on. Not supported on IIS 7.0 and 7.5.',
      ],
      keys: [
        {
          kind: 'phrase',
          as: 'command',
          anchors: ['iisreset'],
          pattern: /(?<!-)iisreset(?:\.exe)?(?:\s+\/(?:restart|timeout:\d{1,6}))*(?!\w|\.\w)/iy,
        },
      ],
      sources: [internals, resetActivity, savesLost],
      samples: ['iisreset', 'C:\\Windows\\System32\\iisreset.exe /restart', 'Just run IISRESET.'],
      notSamples: ['iisreset /noforce', 'iisreset /status', 'myiisreset', 'iisresetter'],
    },
    {
      id: 'iisreset-noforce',
      name: 'iisreset /noforce',
      verdict: 'look',
      verdictText: 'the gentler iisreset',
      meaning:
        'Stops and starts all of IIS, but kills nothing: what does not stop in time makes it end with an error, such as 0x80070425, instead. On IIS 6 it skips the hunt for processes that ends in "Access denied".',
      checks: ['Is a restart of everything needed at all? Recycling the one pool nearly always suffices.'],
      fix: 'If it ends with 0x80070425, wait until `sc.exe query W3SVC` and `WAS` say STOPPED or RUNNING, then run it again.',
      doNot: ['Do not follow an error of it with a plain `iisreset`: that one kills processes.'],
      keys: [
        {
          kind: 'phrase',
          as: 'command',
          anchors: ['iisreset'],
          pattern:
            /iisreset(?:\.exe)?(?:\s+\/(?:restart|stop|start|timeout:\d{1,6}))*\s+\/noforce\b(?:\s+\/(?:restart|stop|start|timeout:\d{1,6}))*/iy,
        },
      ],
      sources: [internals, resetActivity],
      samples: ['iisreset /noforce', 'IISRESET  /NOFORCE', 'iisreset /restart /noforce /timeout:60'],
      notSamples: ['iisreset', 'iisreset /restart'],
    },
    {
      id: 'iisreset-stop',
      name: 'iisreset /stop',
      verdict: 'look',
      verdictText: 'everything stays down',
      meaning:
        'Stops all of IIS and leaves it stopped until `iisreset /start` or a start of W3SVC. Every site is down meanwhile; on IIS 5 and 6 also FTP, SMTP and NNTP.',
      checks: ['Which services ran before? They are what has to be started again.'],
      fix: 'To start again: `iisreset /start`, or `net start W3SVC` and the other services that ran before.',
      doNot: ['Do not leave a script between stop and start without a way to start again when it fails.'],
      keys: [{ kind: 'phrase', as: 'command', anchors: ['iisreset'], pattern: /iisreset(?:\.exe)?\s+\/stop\b/iy }],
      sources: [internals],
      samples: ['iisreset /stop', 'IISRESET /STOP'],
      notSamples: ['iisreset /start', 'iisreset'],
    },
    {
      id: 'iisreset-start',
      name: 'iisreset /start',
      verdict: null,
      meaning:
        'Starts all services of IIS that are set to start; the second half of `iisreset /stop`. What runs already is left alone.',
      checks: ['Afterwards: `sc.exe query W3SVC` and `sc.exe query WAS` say RUNNING.'],
      keys: [{ kind: 'phrase', as: 'command', anchors: ['iisreset'], pattern: /iisreset(?:\.exe)?\s+\/start\b/iy }],
      sources: [internals],
      samples: ['iisreset /start'],
      notSamples: ['iisreset /stop'],
    },
    {
      id: 'iisreset-status',
      name: 'iisreset /status',
      verdict: 'benign',
      verdictText: 'only reads',
      meaning: 'Prints the state of the internet services and changes nothing.',
      keys: [
        {
          kind: 'phrase',
          as: 'command',
          anchors: ['iisreset'],
          pattern: /iisreset(?:\.exe)?(?:\s+[\w.-]{1,63})?\s+\/status\b/iy,
        },
      ],
      sources: [internals],
      samples: ['iisreset /status', 'iisreset web01 /status'],
      notSamples: ['iisreset', 'iisreset /restart'],
    },
    {
      id: 'iisreset-reboot',
      name: 'iisreset /reboot',
      verdict: 'act',
      verdictText: 'reboots the computer',
      meaning:
        'Reboots the whole computer: `/reboot` at once, `/rebootonerror` when a service does not stop or start. Everything on the machine goes down, not only IIS.',
      fix: `Take it out of the script. Instead: ${RESTART}.`,
      doNot: ['Do not leave `/rebootonerror` in scheduled tasks or deployments: a slow stop then reboots the server.'],
      keys: [
        {
          kind: 'phrase',
          as: 'command',
          anchors: ['iisreset'],
          pattern:
            /iisreset(?:\.exe)?(?:\s+\/(?:restart|stop|start|noforce|timeout:\d{1,6}))*\s+\/reboot(?:onerror)?\b/iy,
        },
      ],
      sources: [internals],
      samples: ['iisreset /reboot', 'iisreset /restart /rebootonerror'],
      notSamples: ['iisreset', 'shutdown /r'],
    },
    {
      id: 'iisreset-restart-attempt-failed',
      name: 'iisreset: the restart failed',
      verdict: 'act',
      meaning:
        'iisreset gave up while it stopped or started the services; the sentence and the code below it say why. What it had stopped may still be stopped.',
      causes: [
        '0x80070425: a service was still stopping or starting when the next order came',
        '0x800705B4 or 0x8007041D: a service took longer than the time limit of iisreset',
        '0x80070002 or 0x80070424: a service, or its program, is not there',
        'Access denied: no elevated prompt, iisreset disabled on this computer, or the case of IIS 6',
      ],
      checks: ['The code below it; then `sc.exe query W3SVC` and `sc.exe query WAS`: what runs, what is pending?'],
      fix: 'Wait until nothing is pending, then `net stop WAS /y && net start W3SVC`; mostly a recycle of the one pool was all that was needed.',
      doNot: ['Do not run plain iisreset in a loop: each try cuts off every site of the server.'],
      keys: [
        {
          kind: 'phrase',
          as: 'message',
          anchors: ['restart attempt failed'],
          pattern: /restart\s+attempt\s+failed\.?/iy,
        },
      ],
      sources: [savesLost, internals],
      samples: [
        'Attempting stop...\nRestart attempt failed.\nThe system cannot find the file specified. (2147942402, 80070002)',
        'Restart attempt failed.\nThe service cannot accept control messages at this time. (2147943461, 80070425)',
      ],
      notSamples: ['The restart attempt of the job failed.', '"Restart attempt failed. Access Denied"'],
    },
    {
      id: 'iisreset-restart-denied',
      name: 'iisreset: restart attempt failed, access denied',
      verdict: 'act',
      meaning:
        'On IIS 6 a plain iisreset could not stop IISADMIN in time, went to hunt for processes to kill, and one of them (RPCSS) refused to be opened. The stop goes on meanwhile, so a second run works.',
      causes: [
        'IIS 6: the stop of IISADMIN was refused with 0x80070425, and the search for iisw3adm.dll met a process it may not open',
        'Any version: the prompt is not elevated, or the account is no administrator of that computer',
        'Any version: iisreset was disabled on this computer (`iisreset /disable`)',
      ],
      checks: [
        'Elevated prompt and an administrator? Then, on IIS 6: does `sc.exe query IISADMIN` still say STOP_PENDING?',
      ],
      fix: 'Use `iisreset /noforce`, or on IIS 6 `net stop IISADMIN /y && net start W3SVC`, on IIS 7+ `net stop WAS /y && net start W3SVC`.',
      doNot: ['Do not loosen permissions of processes or services for it, and do not run plain iisreset in a loop.'],
      keys: [
        {
          kind: 'phrase',
          as: 'message',
          anchors: ['restart attempt failed'],
          pattern: /restart\s+attempt\s+failed\.?\s+access\s+(?:is\s+)?denied/iy,
        },
      ],
      sources: [internals],
      samples: [
        'Attempting stop...\nRestart attempt failed.\nAccess denied, you must be an administrator',
        '"Restart attempt failed. Access Denied"',
      ],
      notSamples: ['The restart attempt of the job failed.'],
    },
    {
      id: 'iisreset-not-administrator',
      name: 'iisreset: you must be an administrator',
      verdict: 'act',
      meaning:
        'iisreset was refused by the computer it should act on. Mostly the prompt is not elevated, even for an administrator; also when iisreset was disabled there, or in the IIS 6 case of a failed restart.',
      checks: ['`whoami /groups` lists "High Mandatory Level" in an elevated prompt.'],
      fix: 'Open the prompt with "Run as administrator"; on another computer be a member of its Administrators group.',
      doNot: ['Do not make service or deployment accounts administrators for a restart; let them recycle their pool.'],
      keys: [
        {
          kind: 'phrase',
          as: 'message',
          anchors: ['access denied, you must be an administrator'],
          pattern:
            /access\s+denied,\s+you\s+must\s+be\s+an\s+administrator(?:\s+of\s+the\s+remote\s+computer)?(?:\s+to\s+use\s+this(?:\s+command)?)?/iy,
        },
      ],
      sources: [internals],
      samples: ['Access denied, you must be an administrator of the remote computer to use this\ncommand.'],
      notSamples: ['Access denied to the file.'],
    },
    {
      id: 'iisreset-event',
      name: 'Somebody ran iisreset',
      verdict: 'look',
      verdictText: 'all sites were restarted',
      meaning:
        'A start, stop or restart command of iisreset arrived; the text names the command and the user, the data the result. Between stop and start every site was down.',
      checks: [
        'Who ran it and why; a person, a scheduled task or a deployment. Go by the verb in the text, not by the id.',
      ],
      fix: `Replace the habit: ${RESTART}.`,
      doNot: ['Do not answer a hanging site with iisreset: the cause in the worker process is lost with it.'],
      keys: [
        { kind: 'event', provider: PROVIDER, eventId: 3201 },
        { kind: 'event', provider: PROVIDER, eventId: 3202 },
        { kind: 'event', provider: PROVIDER, eventId: 3203 },
        { kind: 'event', provider: PROVIDER, eventId: 3206 },
      ],
      sources: [resetActivity],
      samples: [
        'Log Name: System\nSource: Microsoft-Windows-IIS-IISReset\nEvent ID: 3201\nDescription:\nIIS start command received from user CONTOSO\\anna. The logged data is the status code.',
        '[Event ID 3206 - IIS Reset Activity]',
        'IIS stop command received from user CONTOSO\\anna.',
      ],
      notSamples: ['Event ID 3206 of the backup software', 'The start command was received.'],
    },
  ],
});
