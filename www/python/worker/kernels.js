// Glue between Pyodide's memory and the kernels' own memory.
//
// The numpy package describes one call as 32-bit words in Pyodide's memory and passes their
// address. The operands are copied into the kernels' memory, the kernel runs, and what it wrote
// is copied back. Only numbers cross: no proxies, nothing that a snapshot of Python could hold.
//
// Words: operands, parameters, then (address, bytes, mode) for each operand, then the parameters.
// Mode 1 is read, 2 is written, 3 is both.

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
 * Compiles the kernel module and returns the functions that the numpy package imports as
 * `_warmstart_kernels`.
 *
 * @param {BufferSource | WebAssembly.Module | string | URL} source the module, its bytes or its address
 * @param {object} pyodide the running Pyodide, whose memory the operands live in
 * @returns {Promise<{ run: (address: number) => number, bytes: () => number }>} `bytes` tells how
 *   much memory the kernels hold
 */
export async function loadKernels(source, pyodide) {
  const module = await compile(source);
  let { exports } = await WebAssembly.instantiate(module);
  const python = pyodide._module;
  const bytes = () => exports.memory.buffer.byteLength;
  const renew = () => {
    ({ exports } = new WebAssembly.Instance(module));
  };
  return { bytes, run: (address) => guarded(() => run(exports, python, address), bytes, renew) };
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

/** Runs the call described at `address`; returns the kernel's flags, or a negative number on failure. */
function run(exports, python, address) {
  // Read again each time: growth of Pyodide's memory replaces the views.
  const heap = python.HEAPU8;
  const [operands, parameters] = new Int32Array(heap.buffer, address, 2);
  const words = new Int32Array(heap.buffer, address + 8, 3 * operands + parameters);

  const tableBytes = align(4 * (2 + 2 * operands + parameters));
  let total = tableBytes;
  for (let i = 0; i < operands; i += 1) total += align(words[3 * i + 1]);
  const base = exports.reserve(total);
  if (base === 0) return OUT_OF_MEMORY;

  const memory = new Uint8Array(exports.memory.buffer);
  const table = new Int32Array(memory.buffer, base, 2 + 2 * operands + parameters);
  table[0] = operands;
  table[1] = parameters;
  let place = base + tableBytes;
  for (let i = 0; i < operands; i += 1) {
    const [from, bytes, mode] = [words[3 * i], words[3 * i + 1], words[3 * i + 2]];
    table[2 + 2 * i] = place;
    table[3 + 2 * i] = bytes;
    if (mode & READ) memory.set(heap.subarray(from, from + bytes), place);
    place += align(bytes);
  }
  table.set(words.subarray(3 * operands), 2 + 2 * operands);

  const flags = exports.run(base);
  if (flags >= 0) copyBack(exports, python, words, operands, base + tableBytes);
  return flags;
}

/** Copies what the kernel wrote; its memory may have grown meanwhile, so the view is made anew. */
function copyBack(exports, python, words, operands, first) {
  const memory = new Uint8Array(exports.memory.buffer);
  let place = first;
  for (let i = 0; i < operands; i += 1) {
    const [to, bytes, mode] = [words[3 * i], words[3 * i + 1], words[3 * i + 2]];
    if (mode & WRITE) python.HEAPU8.set(memory.subarray(place, place + bytes), to);
    place += align(bytes);
  }
}
