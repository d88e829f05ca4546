import type { ServerCheck } from '../serverCheck';

/** Kerberos refuses tickets beyond five minutes. */
const APART_MS = 5 * 60_000;

/** The clocks of this machine and of the server are so far apart that Kerberos refuses to sign in. */
const clockDiffers: ServerCheck = {
  id: 'clock-differs',
  find({ snapshot: { at, server, system } }) {
    const apart = system ? Date.parse(system.now) - at : 0;
    if (!(Math.abs(apart) > APART_MS)) return [];
    const minutes = Math.round(Math.abs(apart) / 60_000);
    return [
      {
        severity: 'warning',
        subject: { kind: 'server', name: server },
        title: `The clock there is ${minutes} minutes ${apart > 0 ? 'ahead of' : 'behind'} this machine's`,
        detail:
          'Kerberos refuses tickets when clocks differ by more than five minutes, certificates may count as not yet valid, and times of logs cannot be compared. One of the two is wrong: w32tm /query /status tells where each takes its time from.',
      },
    ];
  },
};

export default clockDiffers;
