import type { Form } from './files';
import { lines } from './program';

/** Whether anything listens on a TCP port, by the classes of .NET. */
export const portListeners: Form = {
  pattern:
    /\[bool\] \(\[Net\.NetworkInformation\.IPGlobalProperties\]::GetIPGlobalProperties\(\)\.GetActiveTcpListeners\(\) \| Where-Object \{ \$_\.Port -eq (\d{1,5}) \}\)/iy,
  run: ([, port], { machine, say }) => {
    const wanted = Number(port);
    const isOfSite = machine.configuration.sites.some(
      ({ name, bindings }) =>
        machine.sites.stateOf(name) === 'Started' && bindings.some(({ portNumber }) => portNumber === wanted),
    );
    const isTaken = isOfSite || machine.spec.listeners?.some((one) => one.port === wanted);
    say(lines(isTaken ? 'True' : 'False'));
    return true;
  },
};
