import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { Voice } from "./recorder";

/** Something that was done on this phone and that the server has not answered yet, or has refused. */
export interface Action {
  /** The place in the outbox: counted up by the storage, whatever the phone's clock says. */
  id?: number;
  /** The command's id; however often it is sent, it happens once. */
  key: string;
  operation: string;
  post: string;
  path: string;
  body?: unknown;
  photo?: Blob;
  voice?: Voice;
  /** What it says on the list. */
  words: string;
  state: "waiting" | "refused";
  code?: string;
  reason?: string;
}

/** A panel as it was last seen. */
export interface Seen { topic: string; sequence: number; html: string }

interface Schema extends DBSchema {
  outbox: { key: number; value: Action };
  seen: { key: string; value: Seen };
  marks: { key: string; value: any };
}

let opening: Promise<IDBPDatabase<Schema>> | null = null;

/** The phone's own storage; it is there with and without a network, on secure pages and plain ones. */
export function storage(): Promise<IDBPDatabase<Schema>> {
  return opening ??= openDB<Schema>("command-center", 1, {
    upgrade(db) {
      db.createObjectStore("outbox", { keyPath: "id", autoIncrement: true });
      db.createObjectStore("seen", { keyPath: "topic" });
      db.createObjectStore("marks");
    },
  });
}
