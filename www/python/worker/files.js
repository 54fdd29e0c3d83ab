// Python's files: they lie in JavaScript's memory, so they are put back apart from Python's own.

/** What changes an entry, by the operations of Emscripten's file system. */
const CHANGES = ["setattr", "mknod", "rename", "unlink", "rmdir", "symlink"];

/**
 * Lets nothing be changed outside of Python's own folder and `/tmp`, not even by its owner: the harness
 * is in the library, and what is imported in later runs.
 *
 * @param {object} pyodide in its own folder
 * @returns {() => void} puts files, and what is open, back as they are now
 */
export function keepFiles({ FS, ERRNO_CODES }) {
  const home = FS.cwd();
  const writable = [home, "/tmp"];
  protect(FS, writable, () => {
    throw new FS.ErrnoError(ERRNO_CODES.EROFS);
  });
  const streams = FS.streams.slice();
  return () => {
    restoreStreams(FS, streams);
    FS.ignorePermissions = true; // a folder may have been locked
    for (const folder of writable) empty(FS, folder);
    FS.ignorePermissions = false;
    FS.chdir(home);
  };
}

/** Closes all others; these are open again. */
function restoreStreams(FS, streams) {
  for (const stream of FS.streams) if (stream && !streams.includes(stream)) FS.close(stream);
  FS.streams.splice(0, FS.streams.length, ...streams);
  streams.forEach((stream, fd) => {
    if (stream) stream.fd = fd; // it may have been closed
  });
}

function empty(FS, folder) {
  for (const name of FS.readdir(folder).filter((name) => name !== "." && name !== "..")) {
    const path = `${folder}/${name}`;
    if (FS.isDir(FS.lstat(path).mode)) {
      empty(FS, path);
      FS.rmdir(path);
    } else {
      FS.unlink(path);
    }
  }
}

function protect(FS, writable, refuse) {
  const kept = writable.map((folder) => FS.lookupPath(folder).node);
  const sealed = new Set();
  const seal = (node) => {
    const isKept = kept.includes(node);
    node.node_ops = refusing(node.node_ops, isKept ? ["setattr"] : CHANGES, refuse);
    if (isKept) return;
    sealed.add(node);
    if (FS.isFile(node.mode)) {
      node.stream_ops = refusing(node.stream_ops, ["write", "mmap", "allocate"], refuse);
    }
    if (FS.isDir(node.mode)) Object.values(node.contents).forEach(seal);
  };
  seal(FS.root);
  const { rename } = FS;
  // It asks the folder that something is moved from, not the one that it is moved to.
  FS.rename = (from, to) => {
    if (sealed.has(FS.lookupPath(to, { parent: true }).node)) refuse();
    return rename.call(FS, from, to);
  };
}

/** As `operations`, without those named. */
function refusing(operations, names, refuse) {
  const refused = names.filter((name) => operations[name]).map((name) => [name, refuse]);
  return { ...operations, ...Object.fromEntries(refused) };
}
