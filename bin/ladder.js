#!/usr/bin/env node
// Runs Ladder on Node 26 or newer: with an older Node, on the one that came with `npm ci`.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import nodeModule, { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { nameSources } from './source-frames.js';

const main = new URL('../dist/bundle/main.js', import.meta.url);

/** The executable that npm brought for this platform, or undefined where it was left out. */
function broughtNode() {
  const { platform, arch } = process;
  const appleSilicon = platform === 'darwin' && arch === 'arm64';
  const name =
    platform === 'win32' ? `node-win-${arch}` : `node-${appleSilicon ? 'bin-' : ''}${platform}-${arch}`;
  try {
    return createRequire(import.meta.url).resolve(`${name}/bin/node${platform === 'win32' ? '.exe' : ''}`);
  } catch {
    return undefined;
  }
}

/** Hands everything over: arguments, Node's own among them, signals, exit code; the inner process ends when this one does. */
async function runOn(node) {
  const child = spawn(node, [...process.execArgv, ...process.argv.slice(1)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, LADDER_BROUGHT_NODE: '1' },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const [code, signal] = await new Promise((done) => child.once('exit', (c, s) => done([c, s])));
  if (signal) {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
    await new Promise(() => {});
  }
  process.exit(code ?? 3);
}

// NO_COLOR is the stronger; where both are set, Node would warn that it takes the other.
if (process.env.NO_COLOR) delete process.env.FORCE_COLOR;
if (Number(process.versions.node.split('.')[0]) < 26) {
  const node = broughtNode();
  if (!node) {
    console.error(`ladder needs Node 26 or newer (this is ${process.version}).`);
    console.error('Run "npm ci" without --omit=optional: it brings one.');
    process.exit(3);
  }
  await runOn(node);
}
if (process.env.LADDER_BROUGHT_NODE) {
  // It is for this process alone: neither a setting nor for what this one starts.
  delete process.env.LADDER_BROUGHT_NODE;
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel?.unref();
}
if (!existsSync(main)) {
  console.error('ladder is not built yet. Run "npm run build".');
  process.exit(3);
}
nameSources();
// What was compiled once is not compiled again at the next start; where it may not be kept, it is.
nodeModule.enableCompileCache(fileURLToPath(new URL('../dist/.compiled', import.meta.url)));
const program = await import(main.href);
process.exitCode = await program.main(process.argv.slice(2));
