// A zip archive of the Python packages, as `cargo xtask build` makes one, without compression.

import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { crc32 } from "node:zlib";

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** 1 January 1980: the format's zero. */
const DATE = 0x21;

/**
 * @param {[folder: string, prefix: string][]} sources folders, and what their files' names begin with
 * @returns {Uint8Array} an archive of all Python files in them, tests left out
 */
export function archive(sources) {
  const entries = sources.flatMap(([folder, prefix]) => pythonFiles(folder, prefix));
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const local = Buffer.concat([header(LOCAL, name, content), name, content]);
    directory.push(central(name, content, offset));
    parts.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  return new Uint8Array(Buffer.concat([...parts, index, end(entries.length, index.length, offset)]));
}

function pythonFiles(folder, prefix) {
  return readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith(".py") && !path.split(sep).includes("tests"))
    .sort()
    .map((path) => ({
      name: Buffer.from(prefix + relative(".", path).split(sep).join("/")),
      content: readFileSync(join(folder, path)),
    }));
}

/** What the local and the central header share: from "version needed" to the extra field's length. */
function described(name, content) {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(DATE, 8);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(content.length, 14);
  fields.writeUInt32LE(content.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

function header(signature, name, content) {
  const mark = Buffer.alloc(4);
  mark.writeUInt32LE(signature);
  return Buffer.concat([mark, described(name, content)]);
}

function central(name, content, offset) {
  const mark = Buffer.alloc(6);
  mark.writeUInt32LE(CENTRAL);
  mark.writeUInt16LE(VERSION, 4);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([mark, described(name, content), rest, name]);
}

function end(count, size, offset) {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(END);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}
