// Glue between Python's memory and the kernels' own memory.
//
// The numpy package calls `_warmstart_kernels.run(description, *storages)`, all of them buffers. The
// description is 32-bit words: operands, parameters, then (first byte, bytes, mode) for each operand
// within its storage, then the parameters. Mode 1 is read, 2 is written, 3 is both. The operands are
// copied into the kernels' memory, the kernel runs, and what it wrote is copied back. Nothing outside
// of the storages is read or written, whatever the description says.

import { offerModule } from "./builtins.js";

const READ = 1;
const WRITE = 2;
const OUT_OF_MEMORY = -1;
const BROKEN = -3;

/** More than this a call may take, but the kernels do not keep: wasm memory never shrinks. */
const KEPT_BYTES = 256 << 20;

/** The kernels' table of one call, at the start of the scratch memory, is aligned like the operands. */
const ALIGNMENT = 16;
const align = (bytes) => (bytes + ALIGNMENT - 1) & -ALIGNMENT;

/**
 * Compiles the kernel module.
 *
 * @param {BufferSource | WebAssembly.Module | string | URL} source the module, its bytes or its address
 * @param {object} pyodide the running Pyodide, whose memory the operands live in
 * @returns {Promise<{ run: Function, bytes: () => number }>} `run(parameters, operands)` takes
 *   operands as `{ address, bytes, mode }` and returns flags; `bytes` tells how much memory the
 *   kernels hold
 */
export async function loadKernels(source, pyodide) {
  const module = await compile(source);
  let { exports } = await WebAssembly.instantiate(module);
  const python = pyodide._module;
  const bytes = () => exports.memory.buffer.byteLength;
  const renew = () => {
    ({ exports } = new WebAssembly.Instance(module));
  };
  const call = (parameters, operands) =>
    guarded(() => run(exports, python, parameters, operands), bytes, renew);
  return { bytes, run: call };
}

/** Lets Python import what `loadKernels` returned as `_warmstart_kernels`. */
export function offerKernels(pyodide, kernels) {
  const python = pyodide._module;
  offerModule(python, "_warmstart_kernels", {
    bytes: kernels.bytes,
    run: (lend) => kernels.run(...described(python, lend)),
  });
}

/** Parameters and operands of one call, each operand within what was lent. */
function described(python, lend) {
  const { address, bytes } = lend(0, false);
  const words = Int32Array.from(new Int32Array(python.HEAPU8.buffer, address, bytes >> 2));
  const [count] = words;
  const operands = Array.from({ length: count }, (_, i) => {
    const [first, size, mode] = words.subarray(2 + 3 * i, 5 + 3 * i);
    const storage = lend(1 + i, (mode & WRITE) !== 0);
    const isInside = first >= 0 && size >= 0 && first + size <= storage.bytes;
    if (!isInside) throw new RangeError("an operand lies outside of its storage");
    return { address: storage.address + first, bytes: size, mode };
  });
  return [words.subarray(2 + 3 * count), operands];
}

/**
 * Runs a call. The kernels end with a trap when they cannot have the memory that they work in;
 * they keep nothing from call to call, so that the next one goes to a new instance.
 */
function guarded(call, bytes, renew) {
  let flags;
  try {
    flags = call();
  } catch (error) {
    const trapped = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
    if (!trapped) throw error;
    flags = bytes() > KEPT_BYTES ? OUT_OF_MEMORY : BROKEN;
    renew();
  }
  if (bytes() > KEPT_BYTES) renew();
  return flags;
}

async function compile(source) {
  if (source instanceof WebAssembly.Module) return source;
  if (typeof source !== "string" && !(source instanceof URL)) return WebAssembly.compile(source);
  const response = await fetch(source);
  if (!response.ok) throw new Error(`${source}: ${response.status} ${response.statusText}`);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** Runs a call; returns the kernel's flags, or a negative number on failure. */
function run(exports, python, parameters, operands) {
  const tableBytes = align(4 * (2 + 2 * operands.length + parameters.length));
  const total = operands.reduce((sum, { bytes }) => sum + align(bytes), tableBytes);
  const base = exports.reserve(total);
  if (base === 0) return OUT_OF_MEMORY;

  const memory = new Uint8Array(exports.memory.buffer);
  const heap = python.HEAPU8; // read again in each call: growth replaces it
  const table = [operands.length, parameters.length];
  let place = base + tableBytes;
  for (const { address, bytes, mode } of operands) {
    table.push(place, bytes);
    if (mode & READ) memory.set(heap.subarray(address, address + bytes), place);
    place += align(bytes);
  }
  new Int32Array(memory.buffer, base).set([...table, ...parameters]);

  const flags = exports.run(base);
  if (flags >= 0) copyBack(exports, python, operands, base + tableBytes);
  return flags;
}

/** Copies what the kernel wrote; its memory may have grown meanwhile, so the view is made anew. */
function copyBack(exports, python, operands, first) {
  const memory = new Uint8Array(exports.memory.buffer);
  let place = first;
  for (const { address, bytes, mode } of operands) {
    if (mode & WRITE) python.HEAPU8.set(memory.subarray(place, place + bytes), address);
    place += align(bytes);
  }
}
