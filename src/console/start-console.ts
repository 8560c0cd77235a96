import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { ClearError } from '../domain/errors.js';
import { buildApp } from './build-app.js';
import type { ConsoleDesk } from './console-desk.js';

/** A console that answers. */
export interface RunningConsole {
  /** Where it listens; the port is a real one also when 0 was asked for. */
  address: string;
  port: number;
  stop(): Promise<void>;
}

/** Listens on one address. Throws ClearError when the port is taken or not allowed. `hosts` of the desk get the real port added. */
export async function startConsole(desk: Omit<ConsoleDesk, 'hosts'> & { hosts?: readonly string[] }, { port, host }: { port: number; host: string }): Promise<RunningConsole> {
  const hosts: string[] = [...(desk.hosts ?? [])];
  const { app, index } = buildApp({ ...desk, hosts });
  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new ClearError(`The console cannot listen on ${host}:${port} (${cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'}); choose another CONSOLE_PORT, or stop the program that uses it.`, 1, { cause });
  }
  const real = (server.address() as AddressInfo).port;
  hosts.push(...['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${real}`));
  void index.load().catch((error: unknown) => { desk.log(`console: the log could not be read: ${error instanceof Error ? error.message : String(error)}`); });
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${real}`,
    port: real,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}
