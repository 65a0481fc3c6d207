import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { Assets } from '../../portal/frame.tsx';
import { inProject } from '../../project.ts';

/** A file that every page asks for, in the forms it is sent in. */
interface StaticFile {
  readonly name: string;
  readonly path: string;
  readonly type: string;
  readonly plain: Buffer;
  /** Made on threads of their own, beside whatever else a start does. */
  readonly br: Promise<Buffer>;
  readonly gzip: Promise<Buffer>;
}

const brotli = promisify(brotliCompress);
const zip = promisify<Buffer, Buffer>(gzip);

/** A file under a name that holds the digest of its bytes, so that whoever has it never asks again. */
function staticFile(name: string, type: string): StaticFile {
  const plain = readFileSync(inProject(`src/portal/static/${name}`));
  const digest = createHash('sha256').update(plain).digest('hex').slice(0, 16);
  const path = `/static/${digest}/${name}`;
  return { name, path, type, plain, br: brotli(plain), gzip: zip(plain) };
}

const style = staticFile('ladder.css', 'text/css; charset=utf-8');
const script = staticFile('ladder.js', 'text/javascript; charset=utf-8');
const icon = staticFile('icon.svg', 'image/svg+xml');

export const STATIC_FILES: readonly StaticFile[] = [style, script, icon];
export const ASSETS: Assets = { style: style.path, script: script.path, icon: icon.path };
