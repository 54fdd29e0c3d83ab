// Closes the ways from Python to JavaScript, once Python is ready and before any visitor code runs.
//
// Python needs none of them any more: JavaScript calls Python, what is printed leaves through file
// descriptors, and the kernels are built-ins. What is left is in `harness/warmstart_harness/guard.py`:
// it empties the modules that lead to JavaScript.

/** Built-in modules that give access to memory, to JavaScript, or to the interpreter's own parts. */
const UNSAFE = new Set(
  `_ctypes _pyodide_core _posixsubprocess _remote_debugging _testbuffer _testcapi _testclinic
  _testclinic_limited _testinternalcapi _testlimitedcapi _xxtestfuzz xxsubtype`.split(/\s+/),
);

/** So many words at the beginning of the table tell its copy from everything else. */
const BEGINNING = 4;

/**
 * Takes the unsafe modules out of the table that Python imports built-ins from, and out of the copy
 * that it has made of it: pairs of a name's address and a function's, up to a zero.
 *
 * @param {object} python Pyodide's `_module`
 */
export function sealBuiltins(python) {
  const words = new Uint32Array(python.HEAPU8.buffer);
  const start = words[python._PyImport_Inittab >> 2] >> 2;
  const beginning = words.slice(start, start + BEGINNING);
  for (let at = words.indexOf(beginning[0]); at >= 0; at = words.indexOf(beginning[0], at + 1)) {
    if (beginning.every((word, i) => words[at + i] === word)) without(python, words, at);
  }
}

function without(python, words, table) {
  let kept = table;
  for (let entry = table; words[entry] !== 0; entry += 2) {
    if (UNSAFE.has(python.UTF8ToString(words[entry]))) continue;
    words.copyWithin(kept, entry, entry + 2);
    kept += 2;
  }
  words.fill(0, kept, kept + 2);
}
