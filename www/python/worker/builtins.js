// Functions that Python sees as built-ins of its own, though JavaScript runs.
//
// A JavaScript function given to Python as Pyodide does it is an object: it has a constructor and a
// prototype, and visitor code could go on from there to everything that JavaScript holds. A built-in
// is a name and a number. Its arguments are lent as memory, within their bounds.

const METH_VARARGS = 1;
/** `Py_buffer` takes 44 bytes where a pointer takes four; its third word is the length. */
const VIEW_BYTES = 64;
const READ_ONLY = 0;
const WRITABLE = 1;

/**
 * Puts a module of built-ins into `sys.modules`.
 *
 * @param {object} python Pyodide's `_module`
 * @param {string} name
 * @param {Record<string, (lend: Function) => number>} functions each is told its arguments by
 *   `lend(index, writable)`, an address and a length in bytes, and returns an integer; what it
 *   throws is a `ValueError`
 */
export function offerModule(python, name, functions) {
  const module = withText(python, name, (text) => python._PyImport_AddModule(text));
  for (const [inner, run] of Object.entries(functions)) {
    const made = builtin(python, inner, run);
    withText(python, inner, (text) => python._PyObject_SetAttrString(module, text, made));
    python._Py_DecRef(made);
  }
}

function builtin(python, name, run) {
  const address = python.addFunction((_, args) => called(python, args, run), "iii");
  // A `PyMethodDef`: name, function, flags, documentation. It lives as long as Python does.
  const method = python._malloc(16);
  const words = [python.stringToNewUTF8(name), address, METH_VARARGS, 0];
  new Uint32Array(python.HEAPU8.buffer, method, words.length).set(words);
  return python._PyCFunction_NewEx(method, 0, 0);
}

/** The result as a Python integer, or 0 with Python's error set. */
function called(python, args, run) {
  const views = [];
  try {
    return python._PyLong_FromLong(run((index, writable) => lend(python, views, args, index, writable)));
  } catch (error) {
    if (!python._PyErr_Occurred()) refuse(python, String(error?.message ?? error));
    return 0;
  } finally {
    for (const view of views) {
      python._PyBuffer_Release(view);
      python._free(view);
    }
  }
}

function lend(python, views, args, index, writable) {
  if (index >= python._PyTuple_Size(args)) throw new RangeError("too few arguments");
  const view = python._malloc(VIEW_BYTES);
  const object = python._PyTuple_GetItem(args, index);
  if (python._PyObject_GetBuffer(object, view, writable ? WRITABLE : READ_ONLY) < 0) {
    python._free(view);
    throw new TypeError("no memory to lend");
  }
  views.push(view);
  const [address, , bytes] = new Uint32Array(python.HEAPU8.buffer, view, 3);
  return { address, bytes };
}

function refuse(python, message) {
  const [kind] = new Uint32Array(python.HEAPU8.buffer, python._PyExc_ValueError, 1);
  withText(python, message, (text) => python._PyErr_SetString(kind, text));
}

function withText(python, text, use) {
  const address = python.stringToNewUTF8(text);
  try {
    return use(address);
  } finally {
    python._free(address);
  }
}
