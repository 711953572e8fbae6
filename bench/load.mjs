// The load: a fixed number of requests over a fixed number of connections that stay open, each
// connection asking again as soon as it was answered.
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

/** The headers of a browser that posts a form of this site. */
export const form = (url) => ({
  'content-type': 'application/x-www-form-urlencoded',
  origin: new URL(url).origin,
  'sec-fetch-site': 'same-origin',
});

/** Asks once, as browsers do; answers status, headers, body as it came over the wire. */
export function ask(url, { method = 'GET', headers = {}, body = '', agent } = {}) {
  return new Promise((done, fail) => {
    // An answer lets go of its connection before it is told.
    let socket;
    const asked = request(
      url,
      { method, agent, headers: { 'accept-encoding': 'gzip, deflate, br', 'content-length': Buffer.byteLength(body), ...headers } },
      (answer) => {
        const parts = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('error', fail);
        answer.on('end', () =>
          done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts), socket }),
        );
      },
    );
    asked.on('socket', (given) => {
      socket = given;
    });
    asked.on('error', fail);
    asked.end(body);
  });
}

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];

/** How long half of the answers took at most, and nearly all. */
export function percentiles(latencies) {
  const sorted = Float64Array.from(latencies).sort();
  return { p50: at(sorted, 0.5), p95: at(sorted, 0.95), p99: at(sorted, 0.99) };
}

/**
 * Measures `count` requests over `connections`. `make(connection, number)` says what is asked; an answer of
 * another status than `expected`, or none, is an error and in no latency.
 */
export async function measure({ connections, count, make, expected = 200 }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections, maxFreeSockets: connections });
  const latencies = [];
  const sockets = new Map();
  let [sent, errors] = [0, 0];
  const worker = async (connection) => {
    for (let number = 0; sent < count; number++) {
      sent++;
      const { url, ...asked } = make(connection, number);
      const begin = performance.now();
      try {
        const answer = await ask(url, { ...asked, agent });
        if (answer.status === expected) latencies.push(performance.now() - begin);
        else errors++;
        sockets.set(answer.socket, answer.socket.bytesRead);
      } catch {
        errors++;
      }
    }
  };
  const begin = performance.now();
  await Promise.all(Array.from({ length: connections }, (_, connection) => worker(connection)));
  const seconds = (performance.now() - begin) / 1000;
  agent.destroy();
  const bytes = [...sockets.values()].reduce((sum, read) => sum + read, 0);
  return {
    connections,
    count,
    errors,
    perSecond: latencies.length / seconds,
    ...percentiles(latencies),
    // Head and body, as it comes over the wire.
    bytes: bytes / count,
  };
}
