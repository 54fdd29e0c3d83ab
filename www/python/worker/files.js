// Python's files: they lie in JavaScript's memory, so they are put back apart from Python's own.

/** Where visitor code may write. */
const WRITABLE = ["/home/pyodide", "/tmp"];

/** What changes an entry, by the operations of Emscripten's file system. */
const CHANGES = ["setattr", "mknod", "rename", "unlink", "rmdir", "symlink"];

/** Closes all but `streams`, which are open again, and removes what was written. */
export function restoreFiles(FS, streams) {
  for (const stream of FS.streams) if (stream && !streams.includes(stream)) FS.close(stream);
  FS.streams.splice(0, FS.streams.length, ...streams);
  streams.forEach((stream, fd) => {
    if (stream) stream.fd = fd; // it may have been closed
  });
  FS.ignorePermissions = true; // a folder may have been locked
  for (const folder of WRITABLE) empty(FS, folder);
  FS.ignorePermissions = false;
  FS.chdir(WRITABLE[0]);
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

/**
 * Lets nothing be changed outside of the folders where visitor code may write, not even by its owner:
 * the harness is in the library, and what is imported in later runs.
 */
export function protectFiles({ FS, ERRNO_CODES }) {
  const refuse = () => {
    throw new FS.ErrnoError(ERRNO_CODES.EROFS);
  };
  const refusing = (operations, names) => ({
    ...operations,
    ...Object.fromEntries(names.filter((name) => operations[name]).map((name) => [name, refuse])),
  });
  const sealed = new Set();
  const seal = (node) => {
    sealed.add(node);
    node.node_ops = refusing(node.node_ops, CHANGES);
    node.stream_ops = refusing(node.stream_ops, ["write", "mmap", "allocate"]);
  };
  const sealAll = (node) => {
    seal(node);
    if (FS.isDir(node.mode)) Object.values(node.contents).forEach(sealAll);
  };
  sealAll(FS.lookupPath("/lib").node);
  for (const folder of ["/", "/home"]) seal(FS.lookupPath(folder).node);
  for (const folder of WRITABLE) {
    const { node } = FS.lookupPath(folder);
    node.node_ops = refusing(node.node_ops, ["setattr"]);
  }
  const { rename } = FS;
  // It asks the folder that something is moved from, not the one that it is moved to.
  FS.rename = (from, to) => {
    if (sealed.has(FS.lookupPath(to, { parent: true }).node)) refuse();
    return rename.call(FS, from, to);
  };
}
