/** Lets the suite call OpenAI's client for JavaScript. */

import { readFileSync } from "node:fs";
import { inspect } from "node:util";

import OpenAI, {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIError,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  InternalServerError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  UnprocessableEntityError,
} from "openai";

import { Unsupported, run } from "./protocol.js";

const PACKAGES = JSON.parse(readFileSync(new URL("package-lock.json", import.meta.url))).packages;
const VERSION = PACKAGES["node_modules/openai"].version;

/** Documented errors and what the protocol calls them; the first match counts. */
const KINDS = [
  [APIConnectionTimeoutError, "APITimeoutError"],
  [APIConnectionError, "APIConnectionError"],
  [BadRequestError, "BadRequestError"],
  [AuthenticationError, "AuthenticationError"],
  [PermissionDeniedError, "PermissionDeniedError"],
  [NotFoundError, "NotFoundError"],
  [ConflictError, "ConflictError"],
  [UnprocessableEntityError, "UnprocessableEntityError"],
  [RateLimitError, "RateLimitError"],
  [InternalServerError, "InternalServerError"],
];

const GATEWAY = {
  "chat.completions.create": (client) => client.chat.completions.create,
  "completions.create": (client) => client.completions.create,
  "embeddings.create": (client) => client.embeddings.create,
  "moderations.create": (client) => client.moderations.create,
  "responses.create": (client) => client.responses.create,
  "responses.get": (client) => client.responses.retrieve,
  "models.list": (client) => client.models.list,
  "models.get": (client) => client.models.retrieve,
};
const WORKSPACE = ["chat.completions.create", "embeddings.create", "responses.create"];

/** For each operation what follows the host. */
const BASES = Object.fromEntries([
  ...Object.keys(GATEWAY).map((name) => [`Gateway.${name}`, ""]),
  ...[...WORKSPACE, "completions.create"].map((name) => [`Client.${name}`, "/serving-endpoints"]),
  ...WORKSPACE.map((name) => [`Client.ai_gateway.${name}`, "/ai-gateway/mlflow/v1"]),
]);

/** For each operation whose stream a helper reads, that helper and its final answer. */
const HELPERS = {
  "chat.completions.create": (client, body, options) => {
    const stream = client.chat.completions.stream(body, options);
    return [stream, () => stream.finalChatCompletion()];
  },
  "responses.create": (client, body, options) => {
    const stream = client.responses.stream(body, options);
    return [stream, () => stream.finalResponse()];
  },
};

class Adapter {
  hello = {
    name: "openai-javascript",
    version: VERSION,
    operations: Object.keys(BASES),
    abilities: ["stream", "final", "retries", "leave", "extra", "async"],
  };
  // A stream that is left is not garbage before the reset.
  #open = [];

  async call(call, seen) {
    const log = (...parts) => seen.show("log", parts.map((part) => inspect(part)).join(" "));
    const client = new OpenAI({
      apiKey: call.token,
      baseURL: call.base_url + BASES[`${call.client}.${call.method}`],
      maxRetries: call.max_retries,
      timeout: 1000 * (call.timeout ?? 60),
      logger: { debug: log, info: log, warn: log, error: log },
      logLevel: "debug",
    });
    seen.show("inspected client", inspect(client));
    const name = call.method.replace(/^ai_gateway\./, "");
    const body = { ...call.body, ...call.extra_body };
    const options = {
      headers: textsOf({ ...call.headers, ...call.extra_headers }),
      query: { ...call.query, ...call.extra_query },
    };
    if (call.final) {
      await this.#readFinal(client, name, body, options, seen);
    } else if (body.stream === true) {
      await this.#read(await GATEWAY[name](client).call(parentOf(client, name), body, options), seen);
    } else {
      await this.#take(client, name, call, body, options, seen);
    }
  }

  reset() {
    this.#open = [];
  }

  error(error, seen) {
    seen.show(`inspected ${error?.constructor?.name}`, inspect(error, { depth: 6 }));
    const kind = kindOf(error, seen);
    const message = String(error?.message ?? error);
    if (kind === null) {
      return { kind: error?.constructor?.name ?? "unknown", message };
    }
    const code = error.code ?? error.type ?? null;
    return {
      kind,
      message,
      status: error.status ?? null,
      headers: error.headers ? Object.fromEntries(error.headers) : null,
      request_id: error.requestID ?? null,
      error_code: code === null ? null : String(code),
    };
  }

  async #take(client, name, call, body, options, seen) {
    const method = GATEWAY[name](client).bind(parentOf(client, name));
    const path = Object.values(call.path);
    const arguments_ = name.endsWith(".create") ? [body] : path;
    const answer = await method(...arguments_, options);
    if (name === "models.list") {
      const entries = [];
      for await (const entry of answer) {
        entries.push(entry);
      }
      seen.entries(entries);
      const { object, data, ...others } = answer.body ?? answer;
      seen.answer({ object, data, ...others });
    } else {
      seen.answer(answer);
    }
  }

  async #read(stream, seen) {
    this.#open.push(stream);
    seen.begin();
    for await (const event of stream) {
      const leave = seen.event(event);
      if (leave === "close") {
        stream.controller.abort();
      }
      if (leave !== null) {
        break;
      }
    }
  }

  async #readFinal(client, name, body, options, seen) {
    if (!(name in HELPERS)) {
      throw new Unsupported(`no helper makes up the answer of ${name}`);
    }
    const { stream: _, ...rest } = body;
    const [stream, final] = HELPERS[name](client, rest, options);
    seen.begin();
    for await (const event of stream) {
      seen.event(event);
    }
    seen.makeUp(await final());
  }
}

/** The resource that a method belongs to. */
function parentOf(client, name) {
  return name
    .split(".")
    .slice(0, -1)
    .reduce((parent, part) => parent[part], client);
}

function textsOf(headers) {
  const text = (value) => (typeof value === "string" ? value : String(value));
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, text(value)]));
}

/** Null for errors that the client does not document. */
function kindOf(error, seen) {
  if (!(error instanceof APIError)) {
    return null;
  }
  if (seen.inStream) {
    return error instanceof APIConnectionError ? "StreamInterrupted" : "StreamError";
  }
  const known = KINDS.find(([type]) => error instanceof type);
  return known ? known[1] : "APIStatusError";
}

await run(new Adapter());
