import { headers, ntstatus, win32 } from '../codeKeys';
import { defineFamily, type Fact, type Source } from '../fact';

const desktopHeap: Source = {
  document: 'Microsoft Support, KB 831135: many application pools under separate identities',
  says: 'Each identity gets a desktop; when the desktop heap is used up, further worker processes cannot start.',
  read: '2026-11-24',
};
const fullDisk: Source = {
  document: 'libyal winevt-kb: messages of the provider HTTP, events 15002, 15004 and 15012',
  says: 'HTTP.sys reports that a log could not be written, for instance because the disk is full.',
  read: '2026-11-21',
};

/** Memory, disk and other things that run out. */
const facts: Fact[] = [
  {
    id: 'code-not-enough-memory',
    name: '0x80070008: not enough memory for a command',
    verdict: 'act',
    meaning:
      'Win32 8. The memory for one operation was not there. On a web server with many pools under separate identities it is often the desktop heap, not the memory of the machine.',
    checks: [
      'Free memory and commit charge in Task Manager. Plenty? Then count the pools that run under an account of their own.',
    ],
    fix: 'Use fewer separate identities, or stop idle pools; else find the process that takes the memory.',
    doNot: ['Do not add memory before you know that memory is what is missing.'],
    keys: win32(8, 'ERROR_NOT_ENOUGH_MEMORY'),
    sources: [desktopHeap, headers],
    samples: ['0x80070008', 'System error 8 has occurred.', '<Binary>08000780</Binary>'],
    notSamples: ['0x80070009'],
  },
  {
    id: 'code-out-of-memory',
    name: '0x8007000E: out of memory',
    verdict: 'act',
    meaning:
      'Win32 14, E_OUTOFMEMORY; in .NET an OutOfMemoryException. A 32-bit process that nears 2 GB gets it although the server has memory left; a 64-bit one when the commit limit is reached.',
    checks: [
      'Private bytes and bitness of the w3wp.exe in question; commit charge of the machine; one huge request or a steady growth?',
    ],
    fix: 'Steady growth: find the leak in a dump. One request: limit its size. 32-bit: run the pool in 64 bits.',
    doNot: ['Do not treat a leak with ever more frequent recycling.'],
    keys: win32(14, 'ERROR_OUTOFMEMORY', 'E_OUTOFMEMORY'),
    sources: [headers],
    samples: ['0x8007000E', 'E_OUTOFMEMORY', '-2147024882'],
    notSamples: ['0x8007000F'],
  },
  {
    id: 'code-no-system-resources',
    name: '0x800705AA: system resources are used up',
    verdict: 'act',
    meaning:
      'Win32 1450, 0xC000009A. Memory of the kernel, handles or buffers ran out, mostly by a leak in a driver or a service, such as an antivirus filter, or by very large copies.',
    checks: [
      'Task Manager, columns Handles and Paged/NP pool: which process is far ahead? Srv 2019 or 2020 in the System log?',
    ],
    fix: 'Update or stop what leaks; a restart helps for the moment.',
    keys: [...win32(1450, 'ERROR_NO_SYSTEM_RESOURCES'), ntstatus(0xc000009a, 'STATUS_INSUFFICIENT_RESOURCES')],
    sources: [headers],
    samples: ['error 1450', '0x800705AA', '0xC000009A'],
    notSamples: ['1450 visits'],
  },
  {
    id: 'code-commitment-limit',
    name: '0x800705AF: the page file is too small',
    verdict: 'act',
    meaning:
      'Win32 1455. The commit limit, memory plus page file, is reached. Programs can no longer get memory, even where the physical memory looks free.',
    checks: [
      'Commit charge against its limit in Task Manager; Resource-Exhaustion-Detector 2004 names the largest processes.',
    ],
    fix: 'Let Windows manage the page file or enlarge it; find the process that takes so much.',
    doNot: ['Do not run a server without a page file.'],
    keys: win32(1455, 'ERROR_COMMITMENT_LIMIT'),
    sources: [headers],
    samples: ['The paging file is too small for this operation to complete. (0x800705AF)', 'error 1455'],
    notSamples: ['0x800705AE'],
  },
  {
    id: 'code-not-enough-quota',
    name: '0x80070718: a quota is used up',
    verdict: 'look',
    meaning:
      'Win32 1816. A limit set for a process, job or user was reached, such as a job object or HTTP.sys memory for a process. The machine itself may have enough.',
    checks: ['Which limits hold for the pool (CPU, memory, job), and does it happen under load only?'],
    fix: 'Raise the limit that was set too low, or find what uses so much.',
    keys: win32(1816, 'ERROR_NOT_ENOUGH_QUOTA'),
    sources: [headers],
    samples: ['0x80070718', 'error 1816'],
    notSamples: ['0x80070719'],
  },
  {
    id: 'code-disk-full',
    name: '0x80070070: the disk is full',
    verdict: 'act',
    meaning:
      'Win32 112, 0xC000007F. No space is left. HTTP.sys goes on serving, but stops logging (HttpEvent 15002); uploads, compression and traces fail. Old logs and dumps are the usual cause.',
    checks: ['`dir /s` of inetpub\\logs, of the folder of dumps and of %TEMP% of the pools. Which drive is it?'],
    fix: 'Move or delete old logs and dumps, and schedule that; IIS never deletes its logs by itself.',
    doNot: ['Do not delete `inetpub\\temp` or `inetpub\\history` while WAS runs.'],
    keys: [...win32(112, 'ERROR_DISK_FULL'), ntstatus(0xc000007f, 'STATUS_DISK_FULL')],
    sources: [fullDisk, headers],
    samples: ['There is not enough space on the disk. (0x80070070)', 'error 112', '0xC000007F'],
    notSamples: ['0x80070071'],
  },
];

export default defineFamily({ facts });
