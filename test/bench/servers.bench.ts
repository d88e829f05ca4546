import { sixtyServers } from '../kit/sixtyServers';

/** Sixty servers over WinRM at once, ten dead and ten slow, against a stand-in for PowerShell in real processes. */
async function main(): Promise<void> {
  const figures = await sixtyServers();
  const row = (what: string, value: number, unit: string, goal: number): void => {
    const met = value <= goal ? '' : '  MISSED';
    console.log(`${what.padEnd(40)}${value.toFixed(0).padStart(8)} ${unit.padEnd(4)}  goal ${goal}${met}`);
    if (met) process.exitCode = 1;
  };
  row('first answer', figures.first, 'ms', 1000);
  row('last answer or failure', figures.last, 'ms', 30_000);
  row('event loop late, 99 of 100 moments', figures.usualDelay, 'ms', 50);
  row('longest work of ours at a stretch', figures.longestWork, 'ms', 50);
  console.log(`event loop late at worst, other programs included: ${figures.worstDelay.toFixed(0)} ms`);
  row('memory', figures.memory, 'MB', 100);
  console.log(JSON.stringify(figures.ends));
}

void main();
