import { program } from '../commands/programs';
import type { Plan } from '../plan';
import { planBase } from '../planBase';
import { queryOf } from '../events/eventFilter';
import { grantLaunch, restoreLaunch, type Right } from './launchPermission';

export interface Grant {
  readonly server: string;
  /** In braces. */
  readonly clsid: string;
  readonly application: string;
  readonly sid: string;
  readonly right: Right;
  /** What the class is called; empty where we do not know it. */
  readonly name: string;
}

/** The smallest right that cures a refusal: one application, one account, local only. A runbook, which nobody runs for you. */
export function grantPlan({ server, clsid, application, sid, right, name }: Grant): Plan {
  const rights = right === 'Launch' ? 'Local Launch and Local Activation' : 'Local Activation';
  const key = `HKLM\\SOFTWARE\\Classes\\AppID\\${application}`;
  return {
    ...planBase('dcom-10016', server),
    title: `Grant ${rights} on ${application} to ${sid} on ${server}`,
    verdict: `One account gets one right on one COM application${name === '' ? '' : ` (${name})`}, because something of yours fails without it. Not run by IIS Doctor.`,
    evidence: [`Class ${clsid}, application ${application}, account ${sid}`],
    runs: false,
    steps: [
      {
        id: 'look',
        title: 'Look at the records of this class and account',
        why: 'The text must say "application-specific" or "machine-default"; where it says "machine wide limit" this would change nothing.',
        command: queryOf({
          provider: 'Microsoft-Windows-DistributedCOM',
          eventId: 10016,
          data: [
            ['param4', clsid],
            ['param8', sid],
          ],
        }),
        stops: [],
      },
      {
        id: 'export',
        title: 'Save the key of the application',
        why: 'A copy of what stands there now; the step behind this one keeps its own for undoing.',
        command: program('reg.exe', ['export', key, `AppID-${application.replace(/[{}]/g, '')}-before.reg`, '/y']),
        stops: [],
      },
      {
        id: 'grant',
        title: `Grant ${rights} to this one account`,
        why: `In Component Services: dcomcnfg > Component Services > Computers > My Computer > DCOM Config > the application > Properties > Security > Launch and Activation Permissions > Customize > Edit. Where the buttons are grey the key belongs to TrustedInstaller; this script takes it for the moment of the change and gives it back.`,
        command: grantLaunch(application, sid, right),
        stops: [],
        undo: { title: 'Put the launch permission back as it was', command: restoreLaunch(application) },
      },
      {
        id: 'again',
        title: 'Start the program of that account anew: recycle the pool or restart the service',
        why: 'A process that was refused may remember it.',
        command: null,
        stops: ['Requests of that pool or service, for a moment.'],
      },
      {
        id: 'try',
        title: 'Repeat what failed',
        why: 'It must work now, without a new record for this account. If it does not, undo this: something else is wrong.',
        command: null,
        stops: [],
      },
    ],
    leftovers: [
      'A feature update of Windows may put the permission back as it was delivered.',
      'Where a group policy sets "DCOM: Machine … Restrictions", it decides above all of this.',
    ],
  };
}
