/**
 * The adapter's side of `invocant conformance client -- COMMAND`: one JSON line each way.
 */

import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";

/** A call that takes so much longer than its timeout is taken for one that never ends. */
const PATIENCE_SECONDS = 6;

/** A call whose timeout did not end it. */
class StillWaiting extends Error {
  constructor(seconds) {
    super(`no end after ${seconds} s`);
  }
}

/** The client has no way to make the call; the message says what is missing. */
export class Unsupported extends Error {}

/** What the caller of a client got to see of one call, in terms of JSON. */
export class Seen {
  shown = [];
  inStream = false;
  #call;
  #answer = {};

  constructor(call) {
    this.#call = call;
  }

  /** Keep text that a person or a log gets to see. */
  show(where, text) {
    this.shown.push({ where, text });
  }

  /** Keep the answer. */
  answer(value) {
    this.#answer.value = value;
  }

  /** Keep the entries of an answer that is a list. */
  entries(values) {
    this.#answer.events = values;
  }

  /** Keep the answer that the events of a stream make up. */
  makeUp(value) {
    this.#answer.final = value;
  }

  /** What comes from here on is a stream. */
  begin() {
    this.inStream = true;
    this.#answer.events = [];
  }

  /** Keep an event; gives `break` or `close` where the stream is to be left after it. */
  event(value) {
    const count = this.#answer.events.push(value);
    return count === this.#call.take ? this.#call.leave : null;
  }

  /** The answer of the protocol, with an error or null. */
  told(error) {
    return { ...this.#answer, ...(error === null ? {} : { error }), shown: this.shown };
  }
}

/**
 * Answer the lines on standard input until it ends.
 *
 * `adapter`: `hello`, what it tells about itself; `call(call, seen)`; `error(error, seen)`, what
 * an error is in the protocol; `reset()`.
 */
export async function run(adapter) {
  for await (const line of createInterface({ input: process.stdin })) {
    const answer = await answerTo(adapter, JSON.parse(line));
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
}

async function answerTo(adapter, asked) {
  if ("hello" in asked) {
    return adapter.hello;
  }
  if ("reset" in asked) {
    await adapter.reset();
    return { reset: true };
  }
  const seen = new Seen(asked);
  try {
    await inTime(adapter.call(asked, seen), (asked.timeout ?? 60) + PATIENCE_SECONDS);
  } catch (error) {
    if (error instanceof Unsupported) {
      return { case: asked.case, unsupported: error.message };
    }
    return { case: asked.case, ...seen.told(adapter.error(error, seen)) };
  }
  return { case: asked.case, ...seen.told(null) };
}

async function inTime(work, seconds) {
  const stop = new AbortController();
  const late = sleep(1000 * seconds, null, { signal: stop.signal }).then(
    () => {
      throw new StillWaiting(seconds);
    },
    () => {},
  );
  try {
    await Promise.race([work, late]);
  } finally {
    stop.abort();
  }
}
