import fs from 'node:fs';
import type { Disk } from '../../src/cli/check/disk';

/** The real file system, with every path that it was asked for. */
export function recordingDisk(): { readonly disk: Disk; readonly asked: string[] } {
  const asked: string[] = [];
  const recorded = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(of, key, receiver): unknown {
        const value: unknown = Reflect.get(of, key, receiver);
        if (key === 'promises') return recorded(value as object);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]): unknown => {
          for (const one of args) if (typeof one === 'string' || one instanceof URL) asked.push(String(one));
          return Reflect.apply(value, of, args);
        };
      },
    });
  return { disk: recorded(fs), asked };
}
