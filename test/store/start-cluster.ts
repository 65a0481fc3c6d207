// Starts a cluster on the folder it is given, says so in one line of JSON, and stays until it is killed.
import { startCluster } from '../../src/store/embedded/cluster.ts';
import { StartFault } from '../../src/store/start-fault.ts';

try {
  const { url, attached } = await startCluster({
    folder: process.argv[2] ?? '',
    durable: false,
    say: () => undefined,
  });
  process.stdout.write(`${JSON.stringify({ url, attached })}\n`);
  process.stdin.resume();
} catch (error) {
  if (!(error instanceof StartFault)) throw error;
  process.stdout.write(`${JSON.stringify({ code: error.code, values: error.values })}\n`);
}
