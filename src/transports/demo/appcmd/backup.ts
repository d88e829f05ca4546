import { APPLICATION_HOST, CONFIG_FOLDER, type Machine } from '../machine';
import { failure, win32Failure } from './failure';

const FOLDER = 'C:\\Windows\\System32\\inetsrv\\backup';
/** What a backup holds, besides the schema files. */
const FILES = ['administration.config', 'applicationHost.config', 'redirection.config'];

const folderOf = (name: string): string => {
  if (name === '' || /[\\/:*?"<>|]|^\.+$/.test(name)) throw win32Failure(123, `Invalid backup name "${name}".`);
  return `${FOLDER}\\${name}`;
};

/** @param name null: one made of the time, as `appcmd` does */
export function addBackup(machine: Machine, name: string | null): string {
  const used = name ?? new Date(machine.agenda.time).toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = folderOf(used);
  if (machine.disk.isFolder(folder)) throw failure(`Failed to add duplicate collection element "${used}".`, 183);
  const sources = FILES.map((file) => `${CONFIG_FOLDER}\\${file}`);
  for (const path of [...sources, ...machine.disk.filesIn(`${CONFIG_FOLDER}\\schema`).map((file) => file.path)]) {
    const file = machine.disk.file(path);
    if (file)
      machine.disk.write(`${folder}\\${path.slice(path.lastIndexOf('\\') + 1)}`, file.bytes, machine.agenda.time);
  }
  return `BACKUP object "${used}" added\r\n`;
}

export function deleteBackup(machine: Machine, name: string): string {
  const folder = folderOf(name);
  if (!machine.disk.isFolder(folder)) throw missing(name);
  machine.disk.remove(folder);
  return `BACKUP object "${name}" deleted\r\n`;
}

const missing = (name: string): Error => failure(`Cannot find BACKUP object with identifier "${name}".`, 1168);

/** Puts the files of a backup back. The caller stops and starts the services around it. */
export function restoreBackup(machine: Machine, name: string): string {
  const folder = folderOf(name);
  if (!machine.disk.isFolder(folder)) throw missing(name);
  if (!machine.disk.file(`${folder}\\applicationHost.config`)) throw win32Failure(2);
  for (const file of FILES) {
    const saved = machine.disk.file(`${folder}\\${file}`);
    const path = `${CONFIG_FOLDER}\\${file}`;
    if (saved && path.toLowerCase() === APPLICATION_HOST.toLowerCase()) machine.writeFile(path, saved.bytes);
    else if (saved) machine.disk.write(path, saved.bytes, machine.agenda.time);
  }
  return `Restored configuration from backup "${name}"\r\n`;
}
