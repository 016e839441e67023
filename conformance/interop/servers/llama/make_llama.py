"""Make a tiny Llama of random weights, with a tokenizer of bytes: `make_llama.py FOLDER`.

It runs where transformers is installed. What it writes has no end and is printable ASCII.
"""

from __future__ import annotations

import sys
from pathlib import Path

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

CONTEXT = 2048
UNKNOWN, BEGIN, END = "<unk>", "<s>", "</s>"
TEMPLATE = (
    "{% for message in messages %}{{ message['role'] + ': ' }}"
    "{% if message['content'] is string %}{{ message['content'] }}"
    "{% else %}{% for part in message['content'] or [] %}{{ part['text'] }}{% endfor %}{% endif %}"
    "\n{% endfor %}{% if add_generation_prompt %}assistant: {% endif %}"
)
# As byte-level BPE writes a space.
PRINTABLE = ("\u0120", *map(chr, range(0x21, 0x7F)))
# Makes the likeliest token much likelier than the next.
DECIDEDNESS = 50.0


def _vocabulary() -> dict[str, int]:
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    return {piece: number for number, piece in enumerate((UNKNOWN, BEGIN, END, *alphabet))}


def _tokenizer() -> PreTrainedTokenizerFast:
    bytes_only = Tokenizer(models.BPE(vocab=_vocabulary(), merges=[], unk_token=UNKNOWN))
    bytes_only.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    bytes_only.decoder = decoders.ByteLevel()
    return PreTrainedTokenizerFast(
        tokenizer_object=bytes_only,
        unk_token=UNKNOWN,
        bos_token=BEGIN,
        eos_token=END,
        chat_template=TEMPLATE,
        model_max_length=CONTEXT,
    )


def _model() -> LlamaForCausalLM:
    torch.manual_seed(0)
    vocabulary = _vocabulary()
    config = LlamaConfig(
        vocab_size=len(vocabulary),
        hidden_size=128,
        intermediate_size=128,
        num_hidden_layers=2,
        # vLLM on the CPU knows no heads of 16.
        num_attention_heads=2,
        num_key_value_heads=1,
        max_position_embeddings=CONTEXT,
        bos_token_id=vocabulary[BEGIN],
        eos_token_id=vocabulary[END],
        pad_token_id=vocabulary[END],
    )
    model = LlamaForCausalLM(config)
    others = [number for piece, number in vocabulary.items() if piece not in PRINTABLE]
    with torch.no_grad():
        model.lm_head.weight *= DECIDEDNESS
        model.lm_head.weight[others] = 0
    return model


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    _tokenizer().save_pretrained(folder)
    _model().save_pretrained(folder)
