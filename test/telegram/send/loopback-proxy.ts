import { createServer } from 'node:http';
import { type AddressInfo, connect, createServer as createTcpServer, type Server, type Socket } from 'node:net';

export interface LoopbackProxy {
  port: number;
  /** What it was asked to connect to, `host:port` each. */
  asked: string[];
  close(): Promise<void>;
}

/** What stands behind the proxy, whatever name it was asked for. */
interface Target {
  port: number;
  /** Status of the reply to CONNECT; 200 connects. */
  status?: number;
}

/** An HTTP proxy that tunnels every name to one port of this machine. `password`: asks for `name:password`. */
export async function startHttpProxy(target: Target, password?: string, port = 0): Promise<LoopbackProxy> {
  const asked: string[] = [];
  const server = createServer((_request, response) => response.writeHead(405).end());
  server.on('connect', (request, socket: Socket) => {
    asked.push(request.url ?? '');
    const wanted = password === undefined ? undefined : `Basic ${Buffer.from(password).toString('base64')}`;
    const status = request.headers['proxy-authorization'] === wanted ? (target.status ?? 200) : 407;
    socket.write(`HTTP/1.1 ${status} .\r\n\r\n`);
    if (status === 200) join(socket, target.port);
    else socket.end();
  });
  return await listening(server, asked, port);
}

/** The smallest SOCKS5 proxy (RFC 1928): no password, CONNECT to a name or an IPv4 address. */
export async function startSocksProxy(target: Target): Promise<LoopbackProxy> {
  const asked: string[] = [];
  const server = createTcpServer((socket) => {
    socket.once('data', () => {
      socket.write(Buffer.from([5, 0]));
      socket.once('data', (request) => {
        const isName = request[3] === 3;
        const length = isName ? (request[4] ?? 0) : 4;
        const address = request.subarray(isName ? 5 : 4, (isName ? 5 : 4) + length);
        asked.push(`${isName ? address.toString() : address.join('.')}:${request.readUInt16BE((isName ? 5 : 4) + length)}`);
        socket.write(Buffer.from([5, target.status === undefined ? 0 : 2, 0, 1, 0, 0, 0, 0, 0, 0]));
        if (target.status === undefined) join(socket, target.port);
        else socket.end();
      });
    });
    socket.on('error', () => undefined);
  });
  return await listening(server, asked, 0);
}

function join(socket: Socket, port: number): void {
  const there = connect(port, '127.0.0.1');
  socket.pipe(there).pipe(socket);
  for (const end of [socket, there]) end.on('error', () => { socket.destroy(); there.destroy(); });
  socket.on('close', () => { there.destroy(); });
}

async function listening(server: Server, asked: string[], wantedPort: number): Promise<LoopbackProxy> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => { sockets.add(socket); socket.on('close', () => sockets.delete(socket)); });
  await new Promise<void>((resolve) => server.listen(wantedPort, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
