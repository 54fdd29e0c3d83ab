// Python's memory: how large it may become, and how it was before any visitor code ran.
//
// Each job ends by putting all of it back, bytes and files. So a run starts in a Python that no
// earlier one has touched, whatever that one patched, imported, seeded or left behind.

import { keepFiles } from "./files.js";
import { packed, unpackInto } from "./sparse.js";

const WASM_PAGE = 65_536;

/** Past the limit this much is to be had, so that Python can say what happened. */
const RESERVE_BYTES = 64 << 20;

/** Room is asked for three times, less and less, by each of two allocators, before Python gives up. */
const ATTEMPTS = 6;

/** A Python that has grown beyond this is replaced: WebAssembly's memory never shrinks. */
const KEPT_BYTES = 256 << 20;

/**
 * @param {object} pyodide ready for jobs
 * @param {number} limitBytes past which `MemoryError` is raised
 * @returns {{ restore: () => void, isSpent: () => boolean }} `restore` puts back what was there at
 *   this call; `isSpent` tells that too much memory is held for another job
 */
export function keepAsItIs(pyodide, limitBytes) {
  const python = pyodide._module;
  const renewLimit = limit(python.memory, limitBytes);
  const image = packed(python.HEAPU8);
  const stack = python.stackSave();
  const restoreFiles = keepFiles(pyodide);
  const restore = () => {
    unpackInto(python.HEAPU8, image, python._sbrk(0));
    python.stackRestore(stack);
    restoreFiles();
    renewLimit();
  };
  return { restore, isSpent: () => python.memory.buffer.byteLength > KEPT_BYTES };
}

/** Refuses to grow beyond a number of bytes; the function returned closes the reserve again. */
function limit(memory, limitBytes) {
  let refusals = 0;
  let allowed = limitBytes;
  memory.grow = (pages) => {
    if (memory.buffer.byteLength + pages * WASM_PAGE > allowed) {
      refusals += 1;
      if (refusals === ATTEMPTS) allowed = limitBytes + RESERVE_BYTES;
      throw new RangeError("Python has as much memory as it may have");
    }
    refusals = 0;
    return WebAssembly.Memory.prototype.grow.call(memory, pages);
  };
  return () => {
    refusals = 0;
    allowed = limitBytes;
  };
}
