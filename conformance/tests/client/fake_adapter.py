"""An adapter that answers as the method it is asked for is called; a program of its own."""

import json
import sys
import time


def main() -> None:
    print("ready", file=sys.stderr, flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        if "hello" in asked:
            told: object = {
                "name": "fake",
                "version": "1",
                "operations": [f"Gateway.{name}" for name in ("die", "hang", "rubbish", "list")]
                + ["Gateway.other", "Gateway.odd", "Gateway.fine", "Gateway.cannot"],
                "abilities": ["stream"],
            }
        elif "reset" in asked:
            told = asked
        else:
            told = answer(asked["method"], asked["case"])
        print(json.dumps(told) if told != "rubbish" else "<html>", flush=True)


def answer(method: str, case: str) -> object:
    if method == "die":
        sys.exit(7)
    if method == "hang":
        time.sleep(60)
    told: dict[str, object] = {
        "rubbish": "rubbish",
        "list": [],
        "other": {"case": "another", "value": 1},
        "odd": {"case": case, "surprise": 1},
        "cannot": {"case": case, "unsupported": "on strike"},
    }
    return told.get(method, {"case": case, "value": 1})


if __name__ == "__main__":
    main()
