// Python's memory after its first start, kept on the device so that the next start is quick.
//
// Losing it costs seconds and nothing else. So no failure of storage is ever reported: a full
// disk or a private window leads to a plain start.

import { createStore, get, promisifyRequest } from "idb-keyval";

import { packed, unpacked } from "./sparse.js";

/** Database and store; erasing a visitor's data deletes the database of this name. */
const store = createStore("warmstart-python", "snapshots");

/** Whether there is a snapshot of this key; told long before it has been read. */
export async function hasSnapshot(key) {
  const found = await store("readonly", (snapshots) => promisifyRequest(snapshots.getKey(key)));
  return found !== undefined;
}

/** The snapshot of this key. Rejects where there is none, or storage does not give it. */
export async function readSnapshot(key) {
  return unpacked(await get(key, store));
}

/** Keeps this snapshot, and it alone. */
export async function keepSnapshot(key, bytes) {
  const kept = packed(bytes);
  await change((snapshots) => {
    snapshots.clear();
    snapshots.put(kept, key);
  });
}

/** Deletes all snapshots, such as one that Python could not be restored from. */
export async function forgetSnapshots() {
  await change((snapshots) => snapshots.clear());
}

/**
 * Commits at once instead of when the worker is next idle: WebKit freezes a page that is left, and
 * a write that waits for a frozen page's word blocks every later page.
 */
async function change(act) {
  try {
    await store("readwrite", (snapshots) => {
      act(snapshots);
      snapshots.transaction.commit?.();
      return promisifyRequest(snapshots.transaction);
    });
  } catch {
    // No room, or storage is not to be had: the next start is a plain one.
  }
}
