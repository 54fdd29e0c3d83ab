// Python's memory after its first start, kept on the device so that the next start is quick.
//
// Losing it costs seconds and nothing else. So no failure of storage is ever reported: a full
// disk or a private window leads to a plain start.

import { createStore, del, get, keys, set } from "idb-keyval";

/** Database and store; erasing a visitor's data deletes the database of this name. */
const store = createStore("warmstart-python", "snapshots");

/** The snapshot of this key, or undefined. */
export async function readSnapshot(key) {
  try {
    const bytes = await get(key, store);
    return bytes instanceof Uint8Array ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps this snapshot, and it alone. */
export async function keepSnapshot(key, bytes) {
  try {
    await forgetSnapshots();
    await set(key, bytes, store);
  } catch {
    // No room: the next start is a plain one.
  }
}

/** Deletes all snapshots, such as one that Python could not be restored from. */
export async function forgetSnapshots() {
  try {
    for (const key of await keys(store)) await del(key, store);
  } catch {
    // Storage is not to be had; then there is nothing to delete either.
  }
}
