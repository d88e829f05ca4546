import { defineFamily, type Source } from '../fact';

const PROVIDER = 'SMSvcHost 4.0.0.0';
const READ = '2026-11-21';

const article: Source = {
  document: 'MSDN blog: SMSvcHost.exe event log ID 8, an error occurred while dispatching a duplicated socket',
  url: 'https://blogs.msdn.microsoft.com/joncole/2010/06/29/smsvchost-exe-event-log-id-8-an-error-occurred-while-dispatching-a-duplicated-socket-this-handle-is-now-leaked-in-the-process/',
  says: 'The worker process did not take over a connection within a minute; clients time out, and the service may stop answering.',
  read: READ,
};
const race: Source = {
  document: 'Microsoft Support, KB 3017663: WCF net.tcp service stops responding because of a race condition',
  says: 'An overlapped recycle of the pool can leave port sharing stuck; disallowing overlap for that pool avoids it.',
  read: READ,
};

/** The host of Net.Tcp port sharing and of the net.* listener adapters of WCF. */
export default defineFamily({
  providers: [{ name: PROVIDER, label: 'SMSvcHost', aliases: ['SMSvcHost 3.0.0.0'] }],
  eventTypes: [
    {
      provider: PROVIDER,
      eventId: 8,
      parameters: ['text'],
      message: /An\s+error\s+occurred\s+while\s+dispatching\s+a\s+duplicated\s+socket/i,
      anchor: 'dispatching a duplicated socket',
    },
  ],
  facts: [
    {
      id: 'smsvchost-8',
      name: 'A net.tcp connection was not taken over',
      verdict: 'act',
      meaning:
        'SMSvcHost accepted a net.tcp connection and could not hand it to the worker process of the WCF service within its time: that process was starting, recycling, hanging or gone. Clients time out.',
      checks: [
        'What did the pool do then: WAS 5009, 5011, 5013 or a recycle (5074 to 5079)? Does its start take longer than a minute?',
      ],
      fix: 'Shorten the start of the service, and set `disallowOverlappingRotation` for that pool. Stuck: restart Net.Tcp Port Sharing.',
      steps: [
        'See what the pool did: the WAS records of that minute.',
        '`%windir%\\system32\\inetsrv\\appcmd.exe set apppool "<pool>" /recycling.disallowOverlappingRotation:true`',
        'If clients still get no answer: restart the service Net.Tcp Port Sharing; it takes the Net.Tcp Listener Adapter along, so start that one again.',
      ],
      doNot: ['Do not run `iisreset` for it: HTTP sites have nothing to do with it.'],
      companions: [
        {
          provider: 'Microsoft-Windows-WAS',
          eventId: 5011,
          says: 'The worker process that should take the connection was lost: that is the cause.',
        },
      ],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 8 }],
      sources: [article, race],
      samples: [
        'Source: SMSvcHost 3.0.0.0\nEvent ID: 8\nDescription:\nAn error occurred while dispatching a duplicated socket: this handle is now leaked in the process.\n ID: 6408\n Source: System.ServiceModel.Activation.TcpWorkerProcess/54166759',
        'An error occurred while dispatching a duplicated socket: this handle is now leaked in the process.',
      ],
      notSamples: ['Source: Disk\nEvent ID: 8\nDescription:\nAn error occurred.'],
    },
  ],
});
