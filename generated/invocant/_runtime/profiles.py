# Copied from codegen/runtime/; do not edit.
"""Profiles of a configuration file, as ``~/.databrickscfg`` holds them.

Keys are the names of arguments. Profiles do not inherit from ``[DEFAULT]``, which is the one that
is used when none is named, unless ``default_profile`` of ``[__settings__]`` names another.
"""

from collections.abc import Mapping
from typing import Final

from .errors import ConfigurationError

__all__ = ["DEFAULT_FILE", "read_profile"]

DEFAULT_FILE: Final = "~/.databrickscfg"

DEFAULT: Final = "DEFAULT"
SETTINGS: Final = "__settings__"


def read_profile(text: str, wanted: str | None, file: str) -> tuple[str, Mapping[str, str]]:
    """Name and values of the profile to use; no values where none is named and none is default.

    ``file`` is how errors call it. Raises ConfigurationError, which quotes no line of the file.
    """
    profiles = _parse(text, file)
    name = wanted or profiles.get(SETTINGS, {}).get("default_profile", "").strip()
    if name == SETTINGS:
        raise ConfigurationError(f"profile: {SETTINGS!r} is no profile ({file})")
    if name and name not in profiles:
        raise ConfigurationError(f"profile: {file} has no profile {name!r}")
    return name or DEFAULT, profiles.get(name or DEFAULT, {})


def _parse(text: str, file: str) -> Mapping[str, Mapping[str, str]]:
    import configparser  # only clients that are told nothing else read a file

    # Nothing is inherited from a section of this name, which no file has.
    parser = configparser.ConfigParser(interpolation=None, default_section="\0")
    try:
        parser.read_string(text)
    except configparser.MissingSectionHeaderError as error:
        fault = f"line {error.lineno} is in no section"
    except configparser.ParsingError as error:
        fault = f"line {error.errors[0][0]} is no part of an INI file"
    except (configparser.DuplicateSectionError, configparser.DuplicateOptionError) as error:
        fault = f"line {error.lineno} repeats a section or a key"
    else:
        return {name: dict(parser[name]) for name in parser.sections()}
    raise ConfigurationError(f"config_file: {file}: {fault}")
