"""Make a tiny Llama of random weights for llama.cpp, in its own format: `make_gguf.py FILE`.

It runs where gguf is installed. What it writes has no end and is printable ASCII.
"""

from __future__ import annotations

import sys

import gguf
import numpy as np

WIDTH, INNER, HEADS, LAYERS, CONTEXT = 64, 128, 4, 2, 2048
SPECIAL = ("<unk>", "<s>", "</s>")
BYTES = tuple(f"<0x{number:02X}>" for number in range(256))
# The first one stands for a space.
PRINTABLE = ("\u2581", *map(chr, range(0x21, 0x7F)))
TOKENS = (*SPECIAL, *BYTES, *PRINTABLE)
TEMPLATE = (
    "{% for message in messages %}{{ message['role'] + ': ' }}{{ message['content'] }}\n"
    "{% endfor %}{% if add_generation_prompt %}assistant: {% endif %}"
)


def _describe(writer: gguf.GGUFWriter) -> None:
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(INNER)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    # Otherwise a text has one vector for each of its tokens.
    writer.add_pooling_type(gguf.PoolingType.MEAN)


def _add_tokenizer(writer: gguf.GGUFWriter) -> None:
    kinds = gguf.TokenType
    special = [kinds.UNKNOWN, kinds.CONTROL, kinds.CONTROL]
    writer.add_vocab_size(len(TOKENS))
    writer.add_tokenizer_model("llama")
    writer.add_token_list(TOKENS)
    writer.add_token_scores([0.0] * len(TOKENS))
    writer.add_token_types([*special, *[kinds.BYTE] * len(BYTES), *[kinds.NORMAL] * len(PRINTABLE)])
    writer.add_unk_token_id(0)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_chat_template(TEMPLATE)


def _add_weights(writer: gguf.GGUFWriter) -> None:
    random = np.random.default_rng(0)

    def add(name: str, rows: int, columns: int) -> None:
        weights = random.normal(0, 0.1, (rows, columns))
        writer.add_tensor(f"{name}.weight", weights.astype(np.float32))

    head = random.normal(0, 1, (len(TOKENS), WIDTH))
    head[: -len(PRINTABLE)] = 0
    writer.add_tensor("output.weight", head.astype(np.float32))
    writer.add_tensor("output_norm.weight", np.ones(WIDTH, np.float32))
    add("token_embd", len(TOKENS), WIDTH)
    for layer in range(LAYERS):
        for name in ("attn_norm", "ffn_norm"):
            writer.add_tensor(f"blk.{layer}.{name}.weight", np.ones(WIDTH, np.float32))
        for name in ("attn_q", "attn_k", "attn_v", "attn_output"):
            add(f"blk.{layer}.{name}", WIDTH, WIDTH)
        for name in ("ffn_gate", "ffn_up"):
            add(f"blk.{layer}.{name}", INNER, WIDTH)
        add(f"blk.{layer}.ffn_down", WIDTH, INNER)


if __name__ == "__main__":
    file = gguf.GGUFWriter(sys.argv[1], "llama")
    _describe(file)
    _add_tokenizer(file)
    _add_weights(file)
    file.write_header_to_file()
    file.write_kv_data_to_file()
    file.write_tensors_to_file()
    file.close()
