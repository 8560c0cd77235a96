import { readFileSync } from 'node:fs';

/**
 * When a process started, in clock ticks since boot, with the id of the boot: together with the pid it names one process for good.
 * Null where the system does not tell (not Linux) or the process is gone.
 */
export function processStart(pid: number): string | null {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The command in brackets may hold spaces; the start time is the 20th field after it.
    const ticks = status.slice(status.lastIndexOf(')') + 2).split(' ')[19];
    return `${boot}:${ticks}`;
  } catch {
    return null;
  }
}
