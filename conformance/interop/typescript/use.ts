// What a TypeScript program says of the API, checked against the types made from the bundles.

import type { components, operations, paths } from "./openapi-3.2.js";
import type { paths as downgradedPaths } from "./openapi-3.1.js";

type Body<Name extends keyof operations> = operations[Name] extends {
  requestBody: { content: { "application/json": infer Content } };
}
  ? Content
  : never;

type Answer<Name extends keyof operations> = operations[Name] extends {
  responses: { 200: { content: { "application/json": infer Content } } };
}
  ? Content
  : never;

const chat: Body<"createChatCompletion"> = {
  model: "databricks-meta-llama-3-3-70b-instruct",
  messages: [{ role: "user", content: [{ type: "text", text: "What do you know about earth?" }] }],
  max_tokens: 16,
};

const endpoint: Body<"createServingEndpoint"> = {
  name: "claude",
  config: {
    served_entities: [
      {
        external_model: {
          name: "claude-3-5-haiku",
          provider: "anthropic",
          task: "llm/v1/chat",
          anthropic_config: { anthropic_api_key: "{{secrets/models/anthropic}}" },
        },
      },
    ],
  },
};

// @ts-expect-error a chat needs messages
const incomplete: Body<"createChatCompletion"> = { model: "databricks-dbrx-instruct" };

// @ts-expect-error a name is text
const misnamed: Body<"createServingEndpoint"> = { name: 5 };

export function text(answer: Answer<"createChatCompletion">): string {
  const content = answer.choices[0]?.message.content;
  return typeof content === "string" ? content : "";
}

export function vectors(answer: components["schemas"]["EmbeddingsResponse"]): number {
  return answer.data.length;
}

export type Chat = paths["/serving-endpoints/chat/completions"]["post"];
export type DowngradedChat = downgradedPaths["/serving-endpoints/chat/completions"]["post"];
export const requests = { chat, endpoint, incomplete, misnamed };
